"""Where the sources disagree.

Invariant: every difference has at least two values, from different articles, that cannot both be
true of one thing; each value is cited where it stands. Equal values in other clothes are agreement.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.briefs.ages import compare_ages, take_ages
from briefing.briefs.calendar_ledger import compare_calendars
from briefing.briefs.comparing import Comparer
from briefing.briefs.dates_ledger import compare_dates
from briefing.briefs.labels import find_counted, label_figures, normalise
from briefing.briefs.ledger import keep_ledger
from briefing.briefs.material import Material
from briefing.briefs.people_ledger import compare_people
from briefing.briefs.readings import Reading, take_readings
from briefing.lexicon.citing import cite_words
from briefing.model import BlockKind, Difference, DifferenceValue


def find_differences(
    material: Material, comparer: Comparer, background: frozenset[tuple[str, int]]
) -> tuple[Difference, ...]:
    """The conflict ledger: figures in the order of the articles, then days and times."""
    ages = take_ages(material, background)
    readings = take_readings(material, background, ((a.article, a.start, a.end) for a in ages))
    texts = {d.article.id: d.article.text for d in material.documents}
    figures = [
        Difference(label_figures(entry, texts, material.preferred), _values(entry, texts))
        for entry in keep_ledger(readings, comparer)
    ]
    calendar = compare_calendars(material, comparer, background)
    cited = {(v.article, v.start) for d in calendar for v in d.values}
    others = [
        d
        for d in compare_dates(material, comparer)
        if sum((v.article, v.start) in cited for v in d.values) <= 1
    ]
    people = (*compare_people(material), *compare_ages(material, ages))
    return (*figures, *people, *calendar, *others)


def _values(entry: Sequence[Reading], texts: dict[str, str]) -> tuple[DifferenceValue, ...]:
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
    """The figure with the noun it counts, where that follows: "46 autres blessées"."""
    figure = reading.figure
    noun = find_counted(reading, text)
    end = noun.end if noun else figure.end
    return DifferenceValue(
        text=cite_words(text, figure.start, end),
        normalised=normalise(figure),
        article=reading.article,
        start=figure.start,
        end=end,
    )
