"""The ledger of other days than the event's: days to come, days past, months and years.

Invariant: two dates are set against each other only if neither article gives the other's date,
they lie so close that one is a slip for the other, and their sentences share something.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from briefing.briefs.background import complete_date, event_day
from briefing.briefs.calendar_ledger import find_cue
from briefing.briefs.comparing import Comparer
from briefing.briefs.labels import show_around
from briefing.briefs.material import Material, Statement
from briefing.briefs.readings import find_previews
from briefing.disjoint import DisjointSets
from briefing.lexicon.citing import cite_words
from briefing.model import DateMention, Difference, DifferenceValue, Document

_DAY, _MONTH, _YEAR = 10, 7, 4
_KINDS = {_DAY: "date", _MONTH: "month", _YEAR: "year"}
_SAME_DAYS = 3
_LEAST = 0.04
_LEAST_YEAR = 0.12
_LEAST_IN_ONE_LANGUAGE = 0.3
_MOST_MONTHS = 1
_MOST_YEARS = 2
_RANGE_GAP = 12


@dataclass(frozen=True, slots=True)
class _Told:
    """A date that one article gives."""

    value: str
    mention: DateMention
    statement: Statement
    cue: str
    is_ahead: bool

    @property
    def article(self) -> str:
        return self.statement.article


def compare_dates(material: Material, comparer: Comparer) -> Iterator[Difference]:
    """The differences about days, months and years, in the order of their first article."""
    day = event_day(material)
    previews = find_previews(material)
    texts = {d.article.id: d.article.text for d in material.documents}
    told = [
        _Told(
            value,
            mention,
            statement,
            find_cue(texts[statement.article], statement, mention),
            day is not None and value > day,
        )
        for statement in material.statements
        if statement.article not in previews
        for mention in statement.dates
        if (value := _value(mention, statement, day)) and any(c.isdigit() for c in value)
    ]
    for length in (_DAY, _MONTH, _YEAR):
        group = [t for t in told if len(t.value) == length and not _is_near_event(t.value, day)]
        yield from _compare(group, told, material, comparer)


def _value(mention: DateMention, statement: Statement, day: str | None) -> str | None:
    """The date of a mention that writes a number; weekdays alone are the event ledger's."""
    value = mention.value or complete_date(mention, statement, day)
    is_written = any(c.isdigit() for c in mention.text) or len(value or "") == _MONTH
    is_relative = (mention.partial or "").startswith("P")
    return value if is_written and not is_relative else None


def _is_near_event(value: str, day: str | None) -> bool:
    if day is None or not value.startswith(day[:_YEAR]) or len(value) == _YEAR:
        return day is not None and value == day[:_YEAR]
    if len(value) == _DAY == len(day):
        return abs((date.fromisoformat(value) - date.fromisoformat(day)).days) <= _SAME_DAYS - 1
    return day.startswith(value)


def _compare(
    group: Sequence[_Told], every: Sequence[_Told], material: Material, comparer: Comparer
) -> Iterator[Difference]:
    values: defaultdict[str, set[str]] = defaultdict(set)
    for told in every:
        values[told.article].add(told.value)
    years = {a: {v for v in given if len(v) == _YEAR} for a, given in values.items()}
    coming = Counter(a for a, v in {(t.article, t.value) for t in group if t.is_ahead})
    sets = DisjointSets(range(len(group)))
    for (one, first), (two, second) in combinations(enumerate(group), 2):
        if first.article == second.article:
            continue
        if first.value == second.value:
            sets.union(one, two)
    rivals = [
        (one, two)
        for (one, first), (two, second) in combinations(enumerate(group), 2)
        if first.article != second.article
        and not _gives(first.value, values[second.article])
        and not _gives(second.value, values[first.article])
        and (
            _is_slip(first, second, comparer)
            or _are_turned_years(first, second, years)
            or _are_only_coming_years(first, second, coming)
        )
    ]
    disputed = {at for pair in rivals for at in pair}
    for one, two in rivals:
        sets.union(one, two)
    for found in sets.sets():
        if disputed & set(found):
            yield from _difference([group[at] for at in sorted(found)], material)


def _are_turned_years(one: _Told, two: _Told, years: Mapping[str, set[str]]) -> bool:
    """Whether the only years that two articles give have the same digits: 1968 and 1986."""
    if len(one.value) != _YEAR or sorted(one.value) != sorted(two.value):
        return False
    return len(years[one.article]) == len(years[two.article]) == 1


def _are_only_coming_years(one: _Told, two: _Told, coming: Mapping[str, int]) -> bool:
    """Whether in two languages each article gives one year ahead, and the two lie close together.

    The year in which a plan starts is often the only one ahead; no words need be shared.
    """
    return (
        len(one.value) == len(two.value) == _YEAR
        and one.is_ahead
        and two.is_ahead
        and one.statement.language != two.statement.language
        and "end" not in {one.cue, two.cue}
        and coming[one.article] == coming[two.article] == 1
        and abs(int(one.value) - int(two.value)) <= _MOST_YEARS
    )


def _gives(value: str, others: Iterable[str]) -> bool:
    """Whether an article gives a date, or a date that it is a part of."""
    return any(other.startswith(value) for other in others)


def _is_slip(one: _Told, two: _Told, comparer: Comparer) -> bool:
    """Whether two dates are so alike that two sentences may mean one day by them."""
    if {one.cue, two.cue} == {"start", "end"}:
        return False
    shared = comparer.share(one.statement, two.statement)
    same = one.statement.language == two.statement.language
    if shared < (_least_in_one_language(one, two) if same else 0.0):
        return False
    if len(one.value) == _YEAR:
        gap = abs(int(one.value) - int(two.value))
        return shared >= _LEAST_YEAR and gap <= _MOST_YEARS
    if len(one.value) == _MONTH:
        is_near = abs(_months(one.value) - _months(two.value)) <= _MOST_MONTHS
        return is_near and (shared >= _LEAST_YEAR or one.cue == two.cue == "start")
    gap = abs((date.fromisoformat(one.value) - date.fromisoformat(two.value)).days)
    left, right = one.value.split("-"), two.value.split("-")
    in_common = sum(a == b for a, b in zip(left, right, strict=True))
    if gap <= _SAME_DAYS:
        return shared >= _LEAST or (one.is_ahead and two.is_ahead)
    return in_common == 2 and shared >= _LEAST  # noqa: PLR2004 - of day, month and year


def _least_in_one_language(one: _Told, two: _Told) -> float:
    """How much two sentences of a language must share; a month that something starts in tells."""
    is_start = one.cue == two.cue == "start" and one.is_ahead and two.is_ahead
    return _LEAST_YEAR if is_start and len(one.value) == _MONTH else _LEAST_IN_ONE_LANGUAGE


def _months(value: str) -> int:
    return int(value[:_YEAR]) * 12 + int(value[_YEAR + 1 : _MONTH])


def _difference(found: Sequence[_Told], material: Material) -> Iterator[Difference]:
    chosen: dict[str, _Told] = {}
    for told in found:
        chosen.setdefault(told.article, told)
    if len({t.value for t in chosen.values()}) > 1:
        texts = {d.article.id: d for d in material.documents}
        values = tuple(_to_value(chosen[a], texts[a]) for a in sorted(chosen))
        ranked = sorted(
            chosen.values(), key=lambda t: (t.statement.language != material.preferred, t.article)
        )
        shown = ranked[0]
        words = show_around(
            shown.statement,
            texts[shown.article].article.text,
            shown.mention.start,
            _end_of_range(shown),
        )
        yield Difference(f"{words} ({_KINDS[len(shown.value)]})", values)


def _to_value(told: _Told, document: Document) -> DifferenceValue:
    """The date, and what it goes on to: "27 al 30 de agosto"."""
    end = _end_of_range(told)
    words = cite_words(document.article.text, told.mention.start, end)
    return DifferenceValue(words, told.value, told.article, told.mention.start, end)


def _end_of_range(told: _Told) -> int:
    following = [
        d.end
        for d in told.statement.dates
        if 0 < d.start - told.mention.end <= _RANGE_GAP
        and d.value
        and len(d.value) == len(told.value)
    ]
    return max([told.mention.end, *following[:1]])
