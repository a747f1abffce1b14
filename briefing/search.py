"""The query language: words and filters over a grouped corpus, with the places that match.

Invariant: pure; a hit cites a range of the article's own text (headline, standfirst, body), hits
come in the order of events, article ids and offsets, and the order of the clauses is immaterial.

    talks "border police" -strike who:berg place:oslo lang:fr after:2024-03 before:2025
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.errors import BriefingError
from briefing.lexicon.folding import WORD, fold
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

FIELDS: Mapping[str, str] = {
    "who": "a person or organisation that the article names",
    "place": "a place that the article names, or its country",
    "lang": "the article's language (en, fr, ar …)",
    "source": "the outlet, or the agency it credits",
    "after": "published on or after this day, month or year",
    "before": "published before this day, month or year",
}

_CLAUSE = re.compile(r"""(?=\S)(-?)(?:([^\W\d_]+):)?(?:"([^"]*)"|(\S*))(?=\s|$)""")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
# Arabic and Hebrew write the article, "and" and prepositions as one with the word.
_JOINING_SCRIPT = re.compile("[\u0590-\u07bf]")


class QueryError(BriefingError):
    """A query that cannot be read."""

    title = "Query"


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition; `field` is None for words of the text, `words` are folded.

    Words of the text match words that begin with them, quoted ones whole words only.
    """

    field: str | None
    value: str
    words: tuple[str, ...]
    is_whole: bool = False
    is_negated: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A line of an article's own text that meets the query; `words` is the line as it stands."""

    event: str
    citation: Citation
    words: str


def parse_query(text: str) -> tuple[Clause, ...]:
    """The clauses of a query; raises `QueryError` for an unknown field or a date that is none."""
    clauses = tuple(_read_clause(*match.groups()) for match in _CLAUSE.finditer(text))
    if not clauses:
        raise QueryError("the query is empty", "words, or " + ", ".join(f"{f}:" for f in FIELDS))
    return clauses


def search(corpus: GroupedCorpus, clauses: Sequence[Clause]) -> tuple[Hit, ...]:
    """Every line that meets the query, of the articles that meet all its clauses."""
    documents = {d.article.id: d for d in corpus.documents}
    named = {c: _naming(corpus.entities, c) for c in clauses if c.field in ("who", "place")}
    hits: list[Hit] = []
    for event in corpus.events:
        for identifier in event.articles:
            found = _search_article(documents[identifier], event, clauses, named)
            hits.extend(found)
    return tuple(hits)


def _read_clause(sign: str, field: str | None, quoted: str | None, bare: str | None) -> Clause:
    value = bare if quoted is None else quoted
    value = value or ""
    name = field.lower() if field else None
    if name is not None and name not in FIELDS:
        known = ", ".join(f"{f}:" for f in FIELDS)
        raise QueryError(f"no field {name}:", f"{known}; to search for the words, quote them")
    if name in ("after", "before") and not _DATE.fullmatch(value):
        raise QueryError(f"{name}:{value} is no date", "2024, 2024-06 or 2024-06-13")
    words = tuple(fold(value).split())
    if not words:
        raise QueryError(f"nothing to search for in {name or ''}{':' if name else ''}{value!r}")
    return Clause(name, value, words, is_whole=quoted is not None, is_negated=sign == "-")


def _search_article(
    document: Document,
    event: Event,
    clauses: Sequence[Clause],
    named: Mapping[Clause, Mapping[str, Sequence[Citation]]],
) -> Iterator[Hit]:
    article = document.article
    own = [s for s in document.sentences if s.kind in OWN_KINDS]
    lines: set[Sentence] = set()
    for clause in clauses:
        if clause.field is None:
            met = [s for s in own if _has_words(article.text[s.start : s.end], clause)]
            is_met = bool(met)
        elif clause.field in ("who", "place"):
            spans = named[clause].get(article.id, ())
            met = [s for s in own if any(s.start <= c.start < s.end for c in spans)]
            is_met = bool(met)
        else:
            met, is_met = [], _meets(document, event, clause)
        if is_met is clause.is_negated:
            return
        lines.update(met)
    for line in sorted(lines, key=lambda s: s.start) or own[:1]:
        citation = Citation(article.id, line.start, line.end)
        yield Hit(event.id, citation, article.text[line.start : line.end])


def _has_words(line: str, clause: Clause) -> bool:
    tokens = [part for match in WORD.finditer(line) for part in fold(match[0]).split()]
    length = len(clause.words)
    return any(_matches(tokens[i : i + length], clause) for i in range(len(tokens) - length + 1))


def _matches(tokens: Sequence[str], clause: Clause) -> bool:
    *first, last = clause.words
    if tokens[:-1] != first:
        return False
    if clause.is_whole:
        return tokens[-1] == last
    if _JOINING_SCRIPT.search(last):
        return last in tokens[-1]
    return tokens[-1].startswith(last)


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
    if clause.field == "lang":
        return (article.language or "").casefold() == clause.value.casefold()
    if clause.field == "source":
        names = (article.source, article.origin)
        return any(_has_words(name, clause) for name in names if name)
    when = article.published or (event.date.value if event.date else None)
    if when is None:
        return False
    return when >= clause.value if clause.field == "after" else when < clause.value
