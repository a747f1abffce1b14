"""Searching a grouped corpus: the lines that meet a query.

Invariant: pure; a hit cites a range of the article's own text (headline, standfirst, body), hits
come in the order of events, article ids and offsets, and the order of the clauses is immaterial.
The index of words, and what is kept of pages between searches, only spare looking at pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import blake2b
from pathlib import Path

from briefing.lexicon.folding import fold, fold_text
from briefing.model import (
    OWN_KINDS,
    Citation,
    Document,
    Entity,
    Event,
    GroupedCorpus,
    Label,
    Sentence,
)
from briefing.query import FIELDS, Clause, QueryError, parse_query
from briefing.store.search_index import find_candidates

__all__ = ["FIELDS", "Clause", "Hit", "QueryError", "parse_query", "search"]

# Arabic and Hebrew write the article, "and" and prepositions as one with the word.
_JOINING_SCRIPT = re.compile("[\u0590-\u07bf]")
_LAST_PLAIN = "\u0590"
_WORTH_INDEXING = 300
"""Pages; fewer are looked through at once."""
_PAGES_KEPT = 20_000
"""Pages whose folded lines are kept: some 5 KB each."""
_LONGEST_LINE = 2000
"""A line is looked through by an expression so far: each repeat multiplies what it takes."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A line of an article's own text that meets the query; `words` is the line as it stands."""

    event: str
    citation: Citation
    words: str


def search(
    corpus: GroupedCorpus, clauses: Sequence[Clause], index: Path | None = None
) -> tuple[Hit, ...]:
    """Every line that meets the query, of the articles that meet all its clauses.

    `index` is the file of an index of words, made or completed here where the corpus is large.
    """
    candidates = _candidates(corpus, clauses, index)
    documents = {d.article.id: d for d in corpus.documents}
    named = {c: _naming(corpus.entities, c) for c in clauses if c.field in ("who", "place")}
    hits: list[Hit] = []
    for event in corpus.events:
        for identifier in event.articles:
            if candidates is None or identifier in candidates:
                found = _search_article(documents[identifier], event, clauses, named)
                hits.extend(found)
    return tuple(hits)


def _candidates(
    corpus: GroupedCorpus, clauses: Sequence[Clause], index: Path | None
) -> frozenset[str] | None:
    """The articles that can meet the query, as far as the index tells; None: any."""
    phrases = [(c.words, c.is_whole) for c in clauses if _is_indexed(c)]
    if index is None or not phrases or len(corpus.documents) < _WORTH_INDEXING:
        return None
    keys = {_key(d): d for d in corpus.documents}
    pages = {key: partial(_folded, document) for key, document in keys.items()}
    found = find_candidates(index, pages, phrases)
    if found is None:
        return None
    return frozenset(d.article.id for d in corpus.documents if _key(d) in found)


def _is_indexed(clause: Clause) -> bool:
    """Whether the index knows the words as this search does: of scripts with words apart."""
    is_plain = clause.field is None and clause.pattern is None and not clause.is_negated
    return is_plain and max("".join(clause.words)) < _LAST_PLAIN


def _key(document: Document) -> str:
    """What decides which words a page has: its text, and what analysis takes for its report."""
    told = f"{document.article.sha256} {document.analyser}"
    return blake2b(told.encode(), digest_size=16).hexdigest()


def _folded(document: Document) -> str:
    lines = _own_lines(document.article.text, document.sentences)
    return " ".join(folded.strip() for _, folded in lines)


def _search_article(
    document: Document,
    event: Event,
    clauses: Sequence[Clause],
    named: Mapping[Clause, Mapping[str, Sequence[Citation]]],
) -> Iterator[Hit]:
    article = document.article
    lines: set[Sentence] = set()
    own = _own_lines(article.text, document.sentences)
    for clause in clauses:
        if clause.field is None:
            met = [s for s, folded in own if _meets_words(article.text, s, folded, clause)]
            is_met = bool(met)
        elif clause.field in ("who", "place"):
            spans = named[clause].get(article.id, ())
            met = [s for s, _ in own if any(s.start <= c.start < s.end for c in spans)]
            is_met = bool(met)
        else:
            met, is_met = [], _meets(document, event, clause)
        if is_met is clause.is_negated:
            return
        lines.update(met)
    shown = sorted(lines, key=lambda s: s.start) or [s for s, _ in own[:1]]
    for line in shown:
        citation = Citation(article.id, line.start, line.end)
        yield Hit(event.id, citation, article.text[line.start : line.end])


@lru_cache(maxsize=_PAGES_KEPT)
def _own_lines(text: str, sentences: Sequence[Sentence]) -> tuple[tuple[Sentence, str], ...]:
    """The lines of a page's own report, each with its words folded between spaces.

    Folding is nine tenths of a search, so it is done once.
    """
    own = (s for s in sentences if s.kind in OWN_KINDS)
    return tuple((s, f" {fold_text(text[s.start : s.end])} ") for s in own)


def _meets_words(text: str, line: Sentence, folded: str, clause: Clause) -> bool:
    if clause.pattern is not None:
        return _matches_pattern(text[line.start : line.end], clause.pattern)
    return _holds(folded, clause)


def _matches_pattern(words: str, pattern: re.Pattern[str]) -> bool:
    return pattern.search(" ".join(words[:_LONGEST_LINE].split())) is not None


def _has_words(name: str, clause: Clause) -> bool:
    """Whether a name has the words of a clause."""
    if clause.pattern is not None:
        return _matches_pattern(name, clause.pattern)
    return _holds(f" {fold(name)} ", clause)


def _holds(folded: str, clause: Clause) -> bool:
    """Whether folded words, each between spaces, hold those of a clause in a row."""
    sought = f" {' '.join(clause.words)}"
    if clause.is_whole:
        return f"{sought} " in folded
    *first, last = clause.words
    if _JOINING_SCRIPT.search(last):
        before = "".join(f"{word} " for word in first)
        return re.search(rf" {before}\S*{re.escape(last)}", folded) is not None
    return sought in folded


def _naming(entities: Iterable[Entity], clause: Clause) -> dict[str, list[Citation]]:
    """Where the entities that a who: or place: clause means are named, by article."""
    kinds = (Label.LOC,) if clause.field == "place" else (Label.PER, Label.ORG)
    spans: dict[str, list[Citation]] = {}
    for entity in entities:
        names = [entity.name, *entity.variants]
        if clause.field == "place" and entity.country:
            names.append(entity.country)
        if entity.kind in kinds and any(_has_words(name, clause) for name in names):
            for citation in entity.mentions:
                spans.setdefault(citation.article, []).append(citation)
    return spans


def _meets(document: Document, event: Event, clause: Clause) -> bool:
    article = document.article
    if clause.field == "lang" and clause.pattern is None:
        return (article.language or "").casefold() == clause.value.casefold()
    if clause.field in ("source", "lang"):
        is_lang = clause.field == "lang"
        names = (article.language,) if is_lang else (article.source, article.origin)
        return any(_has_words(name, clause) for name in names if name)
    when = article.published or (event.date.value if event.date else None)
    if when is None:
        return False
    return when >= clause.value if clause.field == "after" else when < clause.value
