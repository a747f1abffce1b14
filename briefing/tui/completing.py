"""How a query may go on: fields of the query language, and values that the corpus has.

Invariant: pure; what is offered is the whole query as it would then read, and every value offered
for a field finds something.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from briefing.escaping import one_line
from briefing.lexicon.folding import fold
from briefing.model import GroupedCorpus, Label
from briefing.search import FIELDS

MOST = 6
"""How many ways to go on are offered."""

_LAST = re.compile(r"""(-?)(?:([^\W\d_]+):)?("[^"]*|[^\s"]*)$""")
_NO_WORD = re.compile(r"[\s\"]")


def complete(query: str, corpus: GroupedCorpus) -> tuple[str, ...]:
    """The query with its last word completed, the most frequent value first."""
    match = _LAST.search(query)
    if match is None:
        return ()
    before, (sign, field, value) = query[: match.start()], match.groups()
    if field is None:
        begun = value.casefold()
        fields = [f for f in FIELDS if begun and f.startswith(begun)]
        return tuple(f"{before}{sign}{name}:" for name in fields)
    sought = fold(value.lstrip('"'))
    values = (v for v in _values(field.lower(), corpus) if _begins(v, sought))
    shown = [f"{before}{sign}{field}:{_quoted(v)}" for v in values]
    return tuple(c for c in dict.fromkeys(shown) if c.strip() != query.strip())[:MOST]


def _begins(value: str, sought: str) -> bool:
    """Whether any word of the value, or the value as a whole, begins as sought."""
    folded = fold(value)
    return folded.startswith(sought) or any(w.startswith(sought) for w in folded.split())


def _values(field: str, corpus: GroupedCorpus) -> list[str]:
    articles = [document.article for document in corpus.documents]
    if field in ("who", "place"):
        kinds = (Label.LOC,) if field == "place" else (Label.PER, Label.ORG)
        entities = [e for e in corpus.entities if e.kind in kinds]
        named = sorted(entities, key=lambda e: (-len(e.mentions), e.name, e.id))
        return [one_line(e.name) for e in named]
    if field == "lang":
        return _ranked(a.language for a in articles)
    if field == "source":
        return _ranked(name for a in articles for name in (a.source, a.origin))
    if field in ("after", "before"):
        months = {a.published[: len("2024-06")] for a in articles if a.published}
        return sorted(months | {month[: len("2024")] for month in months})
    return []


def _ranked(values: Iterable[str | None]) -> list[str]:
    counts = Counter(one_line(v) for v in values if v)
    return sorted(counts, key=lambda v: (-counts[v], v))


def _quoted(value: str) -> str:
    bare = value.replace('"', "")
    return f'"{bare}"' if _NO_WORD.search(bare) else bare
