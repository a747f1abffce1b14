"""What the sources leave open: unanswered questions, one origin only, languages without a source.

Invariant: a gap is a statement about the sources at hand, never about the world.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.briefs.material import Material
from briefing.lexicon.citing import cite_words
from briefing.model import Document, Point, SourceEntry

OF_CORPUS = "Languages of the corpus without a source here"
"""How a gap begins that says more of the other pages than of the event's."""

_MONTH_LENGTH = 7
_YEAR_LENGTH = 4


def find_gaps(
    material: Material,
    documents: Mapping[str, Document],
    origins: Mapping[str, int],
    points: Sequence[Point] | None = None,
) -> tuple[str, ...]:
    """The gaps of an event's coverage: who, what, when, where, claims, sources, languages."""
    event, found = material.event, []
    if not event.participants:
        found.append("Who: no source names a person who took part.")
    is_told = any(s.is_sentence for s in material.statements)
    if points is not None and not (points and is_told):
        found.append("What: no source says in a sentence of its own what happened.")
    found.extend(_date_gap(material))
    if not event.place.city:
        found.append(
            f"Where: no town is named, only {event.place.country}."
            if event.place.country
            else "Where: the sources do not say where it took place."
        )
    found.extend(_origin_gap(material, origins))
    found.extend(_claim_gap(points or (), origins))
    missing = _missing_languages(material, documents.values())
    if missing:
        found.append(f"{OF_CORPUS}: {', '.join(missing)}.")
    return tuple(found)


def doubt_sources(sources: Iterable[SourceEntry]) -> Iterator[str]:
    """Which sources may not be who they seem to be."""
    for source in sources:
        if source.doubts:
            yield f"Source {source.number} may not be who it seems: {'; '.join(source.doubts)}."


def _date_gap(material: Material) -> Iterable[str]:
    date = material.event.date
    if date is None:
        partial = _partial_words(material)
        yield (
            f"When: the sources give only “{partial}”; neither day nor year can be known."
            if partial
            else "When: no source lets the date be known."
        )
    elif len(date.value) == _MONTH_LENGTH:
        yield f"When: the month is known ({date.value}), the day is not."
    elif len(date.value) == _YEAR_LENGTH:
        yield f"When: the year is known ({date.value}), month and day are not."


def _partial_words(material: Material) -> str | None:
    """The first words that give a weekday or a day without its year."""
    for statement in material.statements:
        for mention in statement.dates:
            if mention.value is None and mention.partial and not mention.partial.startswith("T"):
                document = next(d for d in material.documents if d.article.id == statement.article)
                return cite_words(document.article.text, mention.start, mention.end)
    return None


def _origin_gap(material: Material, origins: Mapping[str, int]) -> Iterable[str]:
    articles = len(material.documents)
    if articles == 1:
        yield "One source only: nothing here is confirmed by a second."
    elif articles and len(set(origins.values())) == 1:
        yield f"All {articles} articles go back to one origin: nothing is independently confirmed."


def _claim_gap(points: Sequence[Point], origins: Mapping[str, int]) -> Iterable[str]:
    """Whether one origin alone tells the most important, where there are others."""
    if points and points[0].origins == 1 and len(set(origins.values())) > 1:
        yield "The bottom line rests on a single origin, as it is worded."


def _missing_languages(material: Material, documents: Iterable[Document]) -> list[str]:
    everywhere = {d.article.language for d in documents if d.article.language}
    return sorted(everywhere - set(material.languages))
