"""Where the sources disagree.

Invariant: every difference has at least two values, from different articles, that cannot both be
true of one thing; each value is cited where it stands. Equal values in other clothes are agreement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.briefs.ages import Age, compare_ages, take_ages
from briefing.briefs.background import event_day
from briefing.briefs.calendar_ledger import compare_calendars
from briefing.briefs.clock_ledger import compare_times
from briefing.briefs.comparing import Comparer
from briefing.briefs.dates_ledger import compare_dates
from briefing.briefs.labels import find_counted, label_figures, normalise
from briefing.briefs.ledger import group_readings, has_rivals
from briefing.briefs.material import Material
from briefing.briefs.people_ledger import compare_people
from briefing.briefs.places_ledger import compare_places
from briefing.briefs.readings import Reading, take_readings
from briefing.briefs.tallies_ledger import compare_tallies
from briefing.lexicon.citing import cite_words
from briefing.lexicon.parts import is_share
from briefing.model import BlockKind, Difference, DifferenceValue


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures of an event by the thing that they are about, and the ages of its people."""

    entries: tuple[tuple[Reading, ...], ...]
    ages: tuple[Age, ...]


def open_ledger(
    material: Material, comparer: Comparer, background: frozenset[tuple[str, int]]
) -> Ledger:
    """The ledger of an event, agreed entries among them."""
    ages = take_ages(material, background)
    readings = take_all_readings(material, background, ages)
    entries = group_readings(readings, comparer, event_day(material))
    return Ledger(tuple(filter(_is_own, entries)), tuple(ages))


def take_all_readings(
    material: Material, background: frozenset[tuple[str, int]], ages: Sequence[Age] | None = None
) -> list[Reading]:
    """The figures of an event but for the ages of its people."""
    told = take_ages(material, background) if ages is None else ages
    return take_readings(material, background, ((a.article, a.start, a.end) for a in told))


def _is_own(entry: Sequence[Reading]) -> bool:
    """Whether readings disagree, or agree on what more than background or previews give."""
    return has_rivals(entry) or any(not r.is_background and not r.is_preview for r in entry)


def find_differences(
    material: Material,
    comparer: Comparer,
    background: frozenset[tuple[str, int]],
    ledger: Ledger | None = None,
) -> tuple[Difference, ...]:
    """The conflict ledger: figures by article, results, people, places, days, times."""
    told = ledger or open_ledger(material, comparer, background)
    texts = {d.article.id: d.article.text for d in material.documents}
    figures = [
        Difference(label_figures(entry, texts, material.preferred), show_values(entry, texts))
        for entry in told.entries
        if has_rivals(entry)
    ]
    calendar = [
        *compare_calendars(material, comparer, background),
        *compare_times(material, comparer, background),
    ]
    cited = {(v.article, v.start) for d in calendar for v in d.values}
    others = [
        d
        for d in compare_dates(material, comparer)
        if sum((v.article, v.start) in cited for v in d.values) <= 1
    ]
    places = tuple(compare_places(material, background))
    people = (*compare_people(material), *compare_ages(material, told.ages))
    named = [v for d in (*figures, *calendar, *others) for v in d.values]
    results = tuple(compare_tallies(material, background, named))
    return (*figures, *results, *people, *places, *calendar, *others)


def show_values(entry: Sequence[Reading], texts: dict[str, str]) -> tuple[DifferenceValue, ...]:
    """One value for each article, in running text rather than in its headline."""
    chosen: dict[str, Reading] = {}
    for reading in entry:
        held = chosen.get(reading.article)
        if held is None or (
            held.statement.kind is BlockKind.HEADLINE
            and reading.statement.kind is not BlockKind.HEADLINE
        ):
            chosen[reading.article] = reading
    ordered = sorted(chosen.values(), key=lambda r: (r.figure.value, r.number))
    return tuple(_to_value(reading, texts[reading.article]) for reading in ordered)


def _to_value(reading: Reading, text: str) -> DifferenceValue:
    """The figure with the noun it counts, where that follows: "46 autres blessées".

    A measure ends with its unit ("21 minutes", not "21 minutes of flight"), and a part with its
    number: "eleven of the pieces" is eleven.
    """
    figure = reading.figure
    noun = None if figure.unit else find_counted(reading, text)
    end = noun.end if noun and not is_share(text[figure.end : noun.end]) else figure.end
    return DifferenceValue(
        text=cite_words(text, figure.start, end),
        normalised=normalise(figure),
        article=reading.article,
        start=figure.start,
        end=end,
    )
