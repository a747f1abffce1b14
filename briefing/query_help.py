"""What somebody may have meant whose query finds nothing: "did you mean".

Invariant: pure; what is suggested finds something, and differs from the query only in the values
of clauses that find nothing by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.escaping import one_line
from briefing.lexicon.folding import WORD, fold
from briefing.mistyping import nearest
from briefing.model import OWN_KINDS, GroupedCorpus, Label
from briefing.query import Clause, QueryError, parse_query
from briefing.search import search

_NEAR = 2
"""How many letters longer or shorter a word may be."""


def suggest(query: str, corpus: GroupedCorpus) -> str | None:
    """The query as it may have been meant; None where nothing near finds anything."""
    try:
        clauses = parse_query(query)
    except QueryError:
        return None
    mended = query
    for clause in sorted(clauses, key=lambda c: -c.span[0]):
        is_fixed = clause.pattern is not None or clause.is_negated
        if is_fixed or clause.field in ("after", "before") or _finds(corpus, clause):
            continue
        start, end = clause.span
        value = _nearest(clause, corpus)
        if value is None:
            return None
        mended = f"{mended[:start]}{_fitted(value, is_quoted=clause.is_whole)}{mended[end:]}"
    if mended == query:
        return None
    return mended if search(corpus, parse_query(mended)) else None


def _finds(corpus: GroupedCorpus, clause: Clause) -> bool:
    return bool(search(corpus, (replace(clause, is_negated=False),)))


def _fitted(value: str, *, is_quoted: bool) -> str:
    bare = value.replace('"', "")
    return bare if is_quoted or not re.search(r"\s", bare) else f'"{bare}"'


def _nearest(clause: Clause, corpus: GroupedCorpus) -> str | None:
    """The known value most like that of a clause."""
    sought = " ".join(clause.words)
    known = {fold(v): v for v in sorted(_known(clause, sought, corpus), reverse=True)}
    found = nearest(sought, sorted(known))
    return known[found] if found else None


def _known(clause: Clause, sought: str, corpus: GroupedCorpus) -> Iterator[str]:
    articles = [d.article for d in corpus.documents]
    if clause.field in ("who", "place"):
        kinds = (Label.LOC,) if clause.field == "place" else (Label.PER, Label.ORG)
        for entity in corpus.entities:
            if entity.kind in kinds:
                yield from _parts(one_line(entity.name))
    elif clause.field == "lang":
        yield from (a.language for a in articles if a.language)
    elif clause.field == "source":
        for article in articles:
            yield from _parts(*(one_line(n) for n in (article.source, article.origin) if n))
    else:
        yield from _words_like(sought, corpus)


def _parts(*names: str) -> Iterator[str]:
    """Names, and each of their words."""
    for name in names:
        yield name
        yield from name.split()


def _words_like(sought: str, corpus: GroupedCorpus) -> Iterable[str]:
    """The words of the pages that are about as long and begin alike."""
    found: set[str] = set()
    for document in corpus.documents:
        text = document.article.text
        for sentence in document.sentences:
            if sentence.kind in OWN_KINDS:
                words = WORD.findall(text[sentence.start : sentence.end])
                found.update(
                    w.lower()
                    for w in words
                    if abs(len(w) - len(sought)) <= _NEAR and fold(w[:1]) == sought[:1]
                )
    return sorted(found)
