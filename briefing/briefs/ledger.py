"""The ledger of figures: which numbers of different articles are about one thing.

Invariant: an entry never holds two incompatible values of one article, so that a total and its
first instalment cannot be taken for rivals; values that agree find each other first, and only what
is left over is set against a rival, and only if the sentences share enough of their context.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.briefs.comparing import Comparer, Feature
from briefing.briefs.readings import Reading
from briefing.briefs.values import (
    RATE_MARK,
    are_compatible,
    are_kin,
    are_miswritten,
    family_of,
    is_small,
    is_total_and_rate,
    is_unknown,
)
from briefing.lexicon.gist import gist_keys
from briefing.model import BlockKind

_AGREE_LEAST = 0.02
_RIVAL_LEAST = 0.10
_UNKNOWN_LEAST = 0.16
_BUSY_LEAST = 0.20
_ONE_LANGUAGE = 0.10
_EARLY = 5
_LATEST = 10
_NEVER = 2.0
_DURATIONS = frozenset(f"unit {symbol}" for symbol in ("y", "mo", "wk", "d", "h", "min", "s"))
_SHORT = frozenset({"unit h", "unit min"})
_PEOPLE = "count people"
_BROAD_LEAST = 0.14
_HALF_KNOWN_LEAST = 0.16
_SMALL_LEAST = 0.20
_LEFT_OVER_LEAST = 0.02
_FAR = 0.1
_CLOSE = 1.51
_VERY_CLOSE = 1.1
_TWICE = 2.0
_TEN = 10
_HUNDRED = 100
_MANY = 5
_NEAR_BY = 2
_NEIGHBOUR = 1.25
_FARTHEST = 4.0
_SURE = 2
_NEARER = 0.5
_RARE_UNITS = frozenset(f"unit {symbol}" for symbol in ("MW", "MWh", "t", "bbl", "ha", "km2", "m3"))


def _is_broad(name: str) -> bool:
    """Whether one report gives many figures of a class, about different things."""
    return name == "count people" or (name.startswith("unit ") and name not in _RARE_UNITS)


_Shelf = Mapping[tuple[str, str], Sequence[Reading]]
"""The readings of one article, class and kind."""


def _place(reading: Reading) -> tuple[str, str]:
    return reading.article, f"{reading.name} {reading.kind}"


@dataclass(slots=True)
class _Entry:
    """Readings about one thing; grows while the ledger is kept."""

    readings: list[Reading]

    def accepts(self, other: _Entry) -> bool:
        """Whether no article would contradict itself in the joined entry."""
        return not any(
            one.article == two.article and not are_compatible(one.figure, two.figure)
            for one in self.readings
            for two in other.readings
        )


def measure_context(
    one: Reading, two: Reading, comparer: Comparer, *, with_noun: bool = True
) -> float:
    """How much of their context two figures share, between 0 and 1, the figures left out.

    The noun that is counted is part of it only if asked for, and in one language never alone.
    """
    same = one.statement.language == two.statement.language
    left = _context(one, comparer, same=same, with_noun=with_noun)
    right = _context(two, comparer, same=same, with_noun=with_noun)
    shared, total = left & right, min(comparer.weigh(left), comparer.weigh(right))
    if with_noun and same and shared <= _noun_features(one) | _noun_features(two):
        return 0.0
    return comparer.weigh(shared) / total if total else 0.0


def _noun_features(reading: Reading) -> frozenset[Feature]:
    counted = reading.figure.counted or ""
    return frozenset({("word", counted), *(("key", key) for key in gist_keys(counted))})


def _context(
    reading: Reading, comparer: Comparer, *, same: bool, with_noun: bool
) -> frozenset[Feature]:
    own = {("figure", f"{reading.name} {reading.figure.value:g}")}
    left_out = own if with_noun else own | _noun_features(reading)
    return frozenset(
        f for f in comparer.of(reading.statement) if f not in left_out and (same or f[0] != "word")
    )


def group_readings(readings: Sequence[Reading], comparer: Comparer) -> list[tuple[Reading, ...]]:
    """The readings by the thing that they are about, in the order of their first reading."""
    entries = {r.number: _Entry([r]) for r in readings}
    for one, two in _agreeing(readings, comparer):
        _join(entries, one, two)
    for one, two in _rivalling(readings, comparer):
        _join(entries, one, two)
    unique = {id(entry): entry for entry in entries.values()}
    found = [tuple(sorted(e.readings, key=lambda r: r.number)) for e in unique.values()]
    return sorted(found, key=lambda entry: entry[0].number)


def keep_ledger(readings: Sequence[Reading], comparer: Comparer) -> list[tuple[Reading, ...]]:
    """The entries on which articles disagree, in the order of their first reading."""
    return [entry for entry in group_readings(readings, comparer) if has_rivals(entry)]


def _join(entries: dict[int, _Entry], one: Reading, two: Reading) -> None:
    left, right = entries[one.number], entries[two.number]
    if left is right or not left.accepts(right):
        return
    left.readings.extend(right.readings)
    for reading in right.readings:
        entries[reading.number] = left


def has_rivals(entry: Iterable[Reading]) -> bool:
    """Whether two articles give values that cannot both be true."""
    return any(
        one.article != two.article and not are_compatible(one.figure, two.figure)
        for one, two in combinations(entry, 2)
    )


def _pairs(readings: Sequence[Reading]) -> Iterable[tuple[Reading, Reading]]:
    families: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        families[family_of(reading.name)].append(reading)
    for family in sorted(families):
        for one, two in combinations(families[family], 2):
            if are_kin(one.name, two.name) or _may_translate(one, two):
                yield one, two
    counts = [r for r in readings if r.figure.unit is None]
    for one, two in combinations(counts, 2):
        if _is_half_known(one, two):
            yield one, two


def _is_half_known(one: Reading, two: Reading) -> bool:
    """Whether the lexicon knows only one of two nouns, which may yet mean the same."""
    return (
        is_unknown(one.name) is not is_unknown(two.name)
        and RATE_MARK not in one.name + two.name
        and min(one.figure.value, two.figure.value) >= _TEN
        and one.statement.language != two.statement.language
    )


def _may_translate(one: Reading, two: Reading) -> bool:
    """Whether two nouns that the lexicon does not know may mean the same in two languages."""
    return (
        one.name != two.name
        and min(one.figure.value, two.figure.value) >= _MANY
        and is_unknown(one.name)
        and is_unknown(two.name)
        and one.statement.language != two.statement.language
    )


def _agreeing(readings: Sequence[Reading], comparer: Comparer) -> list[tuple[Reading, Reading]]:
    found = []
    for one, two in _pairs(readings):
        if are_compatible(one.figure, two.figure):
            context = measure_context(one, two, comparer)
            if _is_half_known(one, two) and context < _RIVAL_LEAST:
                continue
            is_equal = one.figure.value == two.figure.value and (
                not _may_translate(one, two) or context >= _RIVAL_LEAST
            )
            is_near = context >= _AGREE_LEAST and _distance(one, two) <= math.log(_CLOSE)
            if is_equal or is_near:
                found.append(((not is_equal, -context, one.number, two.number), one, two))
    return [(one, two) for _, one, two in sorted(found, key=lambda f: f[0])]


def _may_agree(one: Reading, two: Reading) -> bool:
    """Whether two readings give one value of kindred things, or of things not known."""
    if is_unknown(one.name) or is_unknown(two.name):
        is_counted = one.figure.unit is None and two.figure.unit is None
        return is_counted and one.figure.value == two.figure.value
    return are_kin(one.name, two.name) and are_compatible(one.figure, two.figure)


@dataclass(frozen=True, slots=True)
class _Order:
    """The readings of each article in the order of its text."""

    readings: Mapping[str, Sequence[Reading]]

    def anchors(self, one: Reading, two: Reading) -> int:
        """How many neighbours of two readings agree: what stands right before, right after.

        Reports of one event give its figures in much the same order, so that what stands between
        the same neighbours is about the same thing, in whatever words.
        """
        return sum(
            left is not None and right is not None and _may_agree(left, right)
            for left, right in zip(self._around(one), self._around(two), strict=True)
        )

    def _around(self, reading: Reading) -> tuple[Reading | None, Reading | None]:
        row = self.readings[reading.article]
        at = row.index(reading)
        before = row[at - 1] if at else None
        after = row[at + 1] if at + 1 < len(row) else None
        near = (
            other
            if other and abs(other.statement.position - reading.statement.position) <= _NEAR_BY
            else None
            for other in (before, after)
        )
        first, second = near
        return first, second


def _in_order(readings: Sequence[Reading]) -> _Order:
    rows: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=lambda r: (r.article, r.figure.start)):
        if reading.statement.kind is not BlockKind.HEADLINE:
            rows[reading.article].append(reading)
    heads = [r for r in readings if r.statement.kind is BlockKind.HEADLINE]
    for reading in heads:
        rows[reading.article].append(reading)
    return _Order(rows)


def _rivalling(readings: Sequence[Reading], comparer: Comparer) -> list[tuple[Reading, Reading]]:
    found = []
    shelf: defaultdict[tuple[str, str], list[Reading]] = defaultdict(list)
    for reading in readings:
        shelf[_place(reading)].append(reading)
    order = _in_order(readings)
    for one, two in _pairs(readings):
        if one.article == two.article or are_compatible(one.figure, two.figure):
            continue
        farthest = _NEIGHBOUR if is_total_and_rate(one.name, two.name) else _FARTHEST
        if _distance(one, two) > math.log(farthest) or one.kind != two.kind:
            continue
        if _has_nearer(one, two, shelf) or _has_nearer(two, one, shelf):
            continue
        is_only = _is_only_value(one, shelf) and _is_only_value(two, shelf)
        is_near = _distance(one, two) <= math.log(_TWICE) and order.anchors(one, two)
        if is_near and _is_left(one, two, shelf) and _is_left(two, one, shelf):
            found.append(((_distance(one, two) - _SURE, one.number, two.number), one, two))
            continue
        context = measure_context(one, two, comparer, with_noun=is_only)
        if context >= _least_context(one, two, shelf, is_only=is_only):
            rank = context - _FAR * _distance(one, two)
            found.append(((-rank, one.number, two.number), one, two))
    return [(one, two) for _, one, two in sorted(found, key=lambda f: f[0])]


def _distance(one: Reading, two: Reading) -> float:
    """How many times larger one value is than the other, as a logarithm."""
    low, high = sorted((abs(one.figure.value), abs(two.figure.value)))
    return math.log(high / low) if low > 0 else math.log(1 + high)


def _has_nearer(one: Reading, two: Reading, shelf: _Shelf) -> bool:
    """Whether another value that the first article gives of the class is far nearer to the second.

    Seats of two parties: 51 and 52 are rivals, 41 and 52 are not.
    """
    apart = _NEARER * _distance(one, two)
    return any(
        _distance(other, two) < apart and not are_compatible(other.figure, two.figure)
        for other in shelf[_place(one)]
    )


def _agreed_beside(one: Reading, two: Reading, shelf: _Shelf) -> int:
    """How many values of the class two articles share, if these two are the only others."""
    if one.name != two.name:
        return 0
    mine = {r.figure.value for r in shelf[_place(one)]}
    other = {r.figure.value for r in shelf[_place(two)]}
    return len(mine & other) if mine ^ other == {one.figure.value, two.figure.value} else 0


def _is_only_value(reading: Reading, shelf: _Shelf) -> bool:
    """Whether the article gives one value of the class and noun: then the noun tells a lot."""
    return all(
        are_compatible(reading.figure, other.figure)
        for other in shelf[_place(reading)]
        if other.figure.counted == reading.figure.counted
    )


def _is_left(one: Reading, two: Reading, shelf: _Shelf) -> bool:
    """Whether the other article does not give a reading's value as well."""
    is_kin = one.name == two.name or _may_translate(one, two)
    return is_kin and not any(
        are_compatible(one.figure, other.figure) for other in shelf[_place(two)]
    )


def _is_one_matter(one: Reading, two: Reading) -> bool:
    """Whether the class alone tells what both count: "votes", "fire-fighters", "drones".

    Each article has one value of it. In one language the sentences must speak for it as well, and
    where a report gives many things of a class (people, sums, days) the class tells too little.
    """
    if one.name != two.name or one.statement.language == two.statement.language:
        return False
    if _is_broad(one.name):
        is_lead = max(one.statement.position, two.statement.position) <= 1
        least = min(one.figure.value, two.figure.value)
        is_telling = (one.name == _PEOPLE and least >= _HUNDRED) or (
            one.name in _DURATIONS and (is_lead or (one.name in _SHORT and least >= _MANY))
        )
        return is_telling and _distance(one, two) <= math.log(_CLOSE)
    is_few = is_small(one.figure) or is_small(two.figure)
    return "~" not in one.name and _distance(one, two) <= math.log(_CLOSE if is_few else _TWICE)


def _are_close_in_two_languages(one: Reading, two: Reading) -> bool:
    """Whether two values are as near as two counts of one thing, and no words can be compared."""
    is_other = one.statement.language != two.statement.language
    return is_other and _distance(one, two) <= math.log(_VERY_CLOSE)


def _least_context(one: Reading, two: Reading, shelf: _Shelf, *, is_only: bool) -> float:
    """How much context two rival figures must share; above 1 where nothing would be enough.

    Measured on news of several outlets about one event: what they dispute stands early, and a
    class of which a report gives many values ("games", "years") pairs by chance.
    """
    late = max(one.statement.position, two.statement.position)
    if is_only and late <= _LATEST and _is_one_matter(one, two):
        return 0.0
    is_duration = one.name in _DURATIONS
    agreed = 0 if is_duration or late > _LATEST else _agreed_beside(one, two, shelf)
    if agreed:
        is_sure = agreed >= _SURE or _are_close_in_two_languages(one, two)
        return 0.0 if is_sure else _LEFT_OVER_LEAST
    if late <= _LATEST and are_miswritten(one.figure, two.figure):
        is_large = min(one.figure.value, two.figure.value) >= _HUNDRED
        is_other = one.statement.language != two.statement.language
        return 0.0 if is_large and is_other and _is_left(one, two, shelf) else _LEFT_OVER_LEAST
    is_other = one.statement.language != two.statement.language
    reach = _LATEST if is_only and (is_other or not is_duration) else _EARLY
    if late > reach or (is_duration and not is_only):
        return _NEVER
    least = _RIVAL_LEAST
    if _is_half_known(one, two):
        return _HALF_KNOWN_LEAST if _distance(one, two) <= math.log(_CLOSE) else _NEVER
    if is_small(one.figure) or is_small(two.figure):
        least = _SMALL_LEAST
    elif is_duration or not is_only:
        least = _BUSY_LEAST
    elif _is_broad(one.name) or (one.name != two.name and not _may_translate(one, two)):
        least = _BROAD_LEAST
    elif "~" in one.name:
        least = _UNKNOWN_LEAST
    return least + (_ONE_LANGUAGE if one.statement.language == two.statement.language else 0.0)
