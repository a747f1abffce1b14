"""What the sources leave open: unanswered questions, one origin only, languages without a source.

Invariant: a gap is a statement about the sources at hand, never about the world.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.briefs.material import Material
from briefing.lexicon.citing import cite_words
from briefing.model import Document

_MONTH_LENGTH = 7
_YEAR_LENGTH = 4


def find_gaps(
    material: Material, documents: Mapping[str, Document], origins: Mapping[str, int]
) -> tuple[str, ...]:
    """The gaps of an event's coverage, in the order who, when, where, sources, languages."""
    event, found = material.event, []
    if not event.participants:
        found.append("Who: no source names a person who took part.")
    found.extend(_date_gap(material))
    if not event.place.city:
        found.append(
            f"Where: no town is named, only {event.place.country}."
            if event.place.country
            else "Where: the sources do not say where it took place."
        )
    found.extend(_origin_gap(material, origins))
    missing = _missing_languages(material, documents.values())
    if missing:
        found.append(f"Languages of the corpus without a source here: {', '.join(missing)}.")
    return tuple(found)


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


def _missing_languages(material: Material, documents: Iterable[Document]) -> list[str]:
    everywhere = {d.article.language for d in documents if d.article.language}
    return sorted(everywhere - set(material.languages))
