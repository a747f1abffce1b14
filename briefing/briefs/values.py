"""When two figures say the same thing, and when they cannot both be true.

Invariant: only figures of one class (unit, or kind of thing counted) are ever compared, and words
like "about" and "at least" widen a figure, so that a difference is one that no reading removes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from briefing.lexicon.gist import gist_key, split_folded
from briefing.lexicon.units import counted_class
from briefing.model import Figure, Qualifier

_ABOUT = 0.1
_ROUNDING = 0.004
_LARGE = 1e6
_ROUNDED_BY = 0.03
_PERSONS = frozenset(
    f"count {name}"
    for name in ("workers", "passengers", "migrants", "protesters", "spectators", "delegates")
)


def figure_class(figure: Figure) -> str | None:
    """What a figure measures: its unit, or the class of what it counts; None where not known."""
    found = counted_class(figure.counted) if figure.counted else None
    if figure.unit and found != "minute":
        return f"unit {figure.unit}"
    if not figure.counted:
        return None
    if found:
        return f"count {found}"
    keys = [key for key in map(gist_key, split_folded(figure.counted)) if key]
    return f"count {keys[-1]}" if keys else None


def _range(figure: Figure) -> tuple[float, float]:
    """The least and the greatest value that the words allow."""
    slack = abs(figure.value) * _ROUNDING
    if figure.qualifier is Qualifier.ABOUT:
        slack = max(abs(figure.value) * _ABOUT, slack)
    low, high = figure.value - slack, figure.value + slack
    if figure.qualifier is Qualifier.AT_LEAST:
        high = math.inf
    return low, high


def are_compatible(one: Figure, two: Figure) -> bool:
    """Whether both figures can be true of the same thing.

    Two lower bounds with different numbers are two different counts, and an upper bound is a
    figure like another: "up to 49 licences" is news about 49.
    """
    if one.qualifier is two.qualifier is Qualifier.AT_LEAST:
        return math.isclose(one.value, two.value, rel_tol=_ROUNDING)
    if one.value != two.value and _is_rounding(one.value, two.value):
        return True
    (low, high), (least, most) = _range(one), _range(two)
    return low <= most and least <= high


def _is_rounding(one: float, two: float) -> bool:
    """Whether of two large values one is the other rounded: 4.9 and 5 billion."""
    low, high = sorted((abs(one), abs(two)))
    if low < _LARGE or high / low > 1 + _ROUNDED_BY:
        return False
    return any(
        float(f"{fine:.{n}g}") == coarse
        for n in (1, 2)
        for fine, coarse in ((low, high), (high, low))
    )


def is_small(figure: Figure) -> bool:
    """Whether the number is one that many things have: one, two, three."""
    return figure.unit is None and abs(figure.value) <= 3  # noqa: PLR2004  (as the words say)


_KIN = frozenset(
    {
        frozenset({"count countries", "count delegations"}),
        frozenset({"count vehicles", "count carriages"}),
    }
)


def family_of(name: str) -> str:
    """A class that all kin of a class share: kin never lie in two families."""
    if name in _PERSONS:
        return "count people"
    return next((min(pair) for pair in _KIN if name in pair), name)


def are_kin(one: str, two: str) -> bool:
    """Whether two classes may name one thing: delegations of countries, people who work."""
    if one == two or frozenset({one, two}) in _KIN:
        return True
    people = "count people"
    other = two if one == people else one if two == people else ""
    return other in _PERSONS


def are_rivals(ones: Sequence[Figure], twos: Sequence[Figure]) -> bool:
    """Whether two sentences give figures of one class of which no two agree."""
    for one in ones:
        name = figure_class(one)
        rivals = [two for two in twos if name and are_kin(name, figure_class(two) or "")]
        if rivals and not any(are_compatible(one, two) for two in rivals):
            return True
    return False
