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


def figure_class(figure: Figure) -> str | None:
    """What a figure measures: its unit, or the class of what it counts; None where not known."""
    if figure.unit:
        return f"unit {figure.unit}"
    if not figure.counted:
        return None
    found = counted_class(figure.counted)
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
    elif figure.qualifier is Qualifier.AT_MOST:
        low = -math.inf
    return low, high


def are_compatible(one: Figure, two: Figure) -> bool:
    """Whether both figures can be true of the same thing.

    Two lower bounds (or two upper bounds) with different numbers are two different counts.
    """
    bounds = {Qualifier.AT_LEAST, Qualifier.AT_MOST}
    if one.qualifier is two.qualifier and one.qualifier in bounds:
        return math.isclose(one.value, two.value, rel_tol=_ROUNDING)
    (low, high), (least, most) = _range(one), _range(two)
    return low <= most and least <= high


def is_small(figure: Figure) -> bool:
    """Whether the number is one that many things have: one, two, three."""
    return figure.unit is None and abs(figure.value) <= 3  # noqa: PLR2004  (as the words say)


def are_rivals(ones: Sequence[Figure], twos: Sequence[Figure]) -> bool:
    """Whether two sentences give figures of one class of which no two agree."""
    for one in ones:
        name = figure_class(one)
        rivals = [two for two in twos if name is not None and figure_class(two) == name]
        if rivals and not any(are_compatible(one, two) for two in rivals):
            return True
    return False
