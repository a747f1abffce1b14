"""The ledger of figures: which numbers of different articles are about one thing.

Invariant: an entry never holds two incompatible values of one article, so that a total and its
first instalment cannot be taken for rivals; values that agree find each other first, and only what
is left over is set against a rival, and only if the sentences share enough of their context.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.briefs.comparing import Comparer, Feature
from briefing.briefs.readings import Reading
from briefing.briefs.values import are_compatible, is_small

_AGREE_LEAST = 0.02
_RIVAL_LEAST = 0.10
_BROAD_LEAST = 0.16
_SMALL_LEAST = 0.20
_FIGURE_KINDS = frozenset({"figure"})
BROAD = frozenset({"count person", "count people", "unit EUR", "unit USD", "unit %", "unit km"})
"""Classes of which one report gives many figures about different things."""


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


def measure_context(one: Reading, two: Reading, comparer: Comparer) -> float:
    """How much of their context two figures share, between 0 and 1, the figures left out."""
    same = one.statement.language == two.statement.language
    left, right = _context(one, comparer, same=same), _context(two, comparer, same=same)
    total = min(comparer.weigh(left), comparer.weigh(right))
    return comparer.weigh(left & right) / total if total else 0.0


def _context(reading: Reading, comparer: Comparer, *, same: bool) -> frozenset[Feature]:
    mine = f"{reading.name} {reading.figure.value:g}"
    return frozenset(
        f
        for f in comparer.of(reading.statement)
        if f != ("figure", mine) and (same or f[0] != "word")
    )


def keep_ledger(readings: Sequence[Reading], comparer: Comparer) -> list[tuple[Reading, ...]]:
    """The entries on which articles disagree, in the order of their first reading."""
    entries = {r.number: _Entry([r]) for r in readings}
    for one, two in _agreeing(readings, comparer):
        _join(entries, one, two)
    for one, two in _rivalling(readings, comparer):
        _join(entries, one, two)
    unique = {id(entry): entry for entry in entries.values()}
    found = [tuple(sorted(e.readings, key=lambda r: r.number)) for e in unique.values()]
    disputed = [entry for entry in found if has_rivals(entry)]
    return sorted(disputed, key=lambda entry: entry[0].number)


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
    by_name: dict[str, list[Reading]] = {}
    for reading in readings:
        by_name.setdefault(reading.name, []).append(reading)
    for name in sorted(by_name):
        yield from combinations(by_name[name], 2)


def _agreeing(readings: Sequence[Reading], comparer: Comparer) -> list[tuple[Reading, Reading]]:
    found = []
    for one, two in _pairs(readings):
        if are_compatible(one.figure, two.figure):
            context = measure_context(one, two, comparer)
            is_equal = one.figure.value == two.figure.value
            if context >= _AGREE_LEAST or is_equal or one.article == two.article:
                found.append(((not is_equal, -context, one.number, two.number), one, two))
    return [(one, two) for _, one, two in sorted(found, key=lambda f: f[0])]


def _rivalling(readings: Sequence[Reading], comparer: Comparer) -> list[tuple[Reading, Reading]]:
    found = []
    for one, two in _pairs(readings):
        if one.article == two.article or are_compatible(one.figure, two.figure):
            continue
        context = measure_context(one, two, comparer)
        if context >= _least_context(one, two):
            found.append(((-context, one.number, two.number), one, two))
    return [(one, two) for _, one, two in sorted(found, key=lambda f: f[0])]


def _least_context(one: Reading, two: Reading) -> float:
    if is_small(one.figure) or is_small(two.figure):
        return _SMALL_LEAST
    return _BROAD_LEAST if one.name in BROAD else _RIVAL_LEAST
