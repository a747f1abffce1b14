"""When two figures say the same thing, and when they cannot both be true.

Invariant: only figures of one class (unit, or kind of thing counted) are ever compared, and words
like "about" and "at least" widen a figure, so that a difference is one that no reading removes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from briefing.lexicon.gist import gist_key, split_folded
from briefing.lexicon.units import SHARED_CURRENCIES, counted_class
from briefing.model import Figure, Qualifier

_CONVERTED = 0.03
_IMPERIAL = re.compile(r"\b(?:feet|foot|ft|yards?|inch(?:es)?|acres?|pieds)\b", re.IGNORECASE)
_ABOUT = 0.1
_ABOUT_LARGE = 0.05
_ABOUT_MOST = 0.2
_HUNDRED = 100
_ROUNDING = 0.004
_LARGE = 1e6
_ROUNDED_BY = 0.03
_UNKNOWN = "count ~"
RATE_MARK = " per "
"""What parts the class of a rate from its period."""
_PERSONS = frozenset(
    f"count {name}"
    for name in (
        "arrested artists climbers delegates displaced farmers firefighters migrants passengers "
        "prisoners protesters rescued rescuers spectators students tourists workers"
    ).split()
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
    slack = abs(figure.value) * (_CONVERTED if _IMPERIAL.search(figure.text) else _ROUNDING)
    if figure.qualifier is Qualifier.ABOUT:
        slack = max(_round_about(abs(figure.value)), slack)
    low, high = figure.value - slack, figure.value + slack
    if figure.qualifier is Qualifier.AT_LEAST:
        high = math.inf
    return low, high


def _round_about(value: float) -> float:
    """How far "about" reaches: half of the last digit written, between a twentieth and a fifth.

    "About 7,000" may be 6,500; "about 1,200" is not 1,400. Small numbers reach a tenth.
    """
    written = f"{value:.15g}".split("e")[0].rstrip("0").replace(".", "")
    step = 10.0 ** (math.floor(math.log10(value)) - len(written) + 1) if value > 0 else 0.0
    least = _ABOUT if value < _HUNDRED else _ABOUT_LARGE
    return min(max(step / 2, least * value), _ABOUT_MOST * value)


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


def are_miswritten(one: Figure, two: Figure) -> bool:
    """Whether one number is the other with its digits in another order: 68 and 86, 340 and 430."""
    left, right = (f"{f.value:.15g}".replace(".", "").strip("0") for f in (one, two))
    return len(left) > 1 and left != right and sorted(left) == sorted(right)


def is_small(figure: Figure) -> bool:
    """Whether the number is one that many things have: one, two, three."""
    return figure.unit is None and abs(figure.value) <= 3  # noqa: PLR2004  (as the words say)


_KIN = frozenset(
    {
        frozenset({"count countries", "count delegations"}),
        frozenset({"count vehicles", "count carriages"}),
        frozenset({"count seats", "count lawmakers"}),
        frozenset({"count companies", "count business leaders"}),
    }
)


_SHARED_MONEY = {
    f"unit {name}": frozenset(f"unit {code}" for code in codes)
    for name, codes in SHARED_CURRENCIES.items()
}
"""The classes of sums in "francs" or "rials", with those that a page may mean by it."""


def family_of(name: str) -> str:
    """A class that all kin of a class share: kin never lie in two families."""
    name = name.partition(RATE_MARK)[0]
    if name in _PERSONS:
        return "count people"
    if is_unknown(name):
        return _UNKNOWN
    money = next((n for n, codes in _SHARED_MONEY.items() if name in codes), name)
    return next((min(pair) for pair in _KIN if money in pair), money)


def is_unknown(name: str) -> bool:
    """Whether a class is a noun that the lexicon does not know."""
    return name.startswith(_UNKNOWN)


def are_kin(one: str, two: str) -> bool:
    """Whether two classes may name one thing: delegations of countries, people who work."""
    if one == two or frozenset({one, two}) in _KIN:
        return True
    bare, _, rate = one.partition(RATE_MARK)
    other_bare, _, other_rate = two.partition(RATE_MARK)
    if rate or other_rate:
        return (rate == other_rate or not (rate and other_rate)) and are_kin(bare, other_bare)
    if any({one, two} == {name, code} for name, codes in _SHARED_MONEY.items() for code in codes):
        return True
    people = "count people"
    other = two if one == people else one if two == people else ""
    return other in _PERSONS


def is_total_and_rate(one: str, two: str) -> bool:
    """Whether of two kin classes one is a rate ("a year", "each") and the other is none."""
    return one != two and (RATE_MARK in one) is not (RATE_MARK in two)


def are_rivals(ones: Sequence[Figure], twos: Sequence[Figure]) -> bool:
    """Whether two sentences give figures of one class of which no two agree."""
    for one in ones:
        name = figure_class(one)
        rivals = [two for two in twos if name and are_kin(name, figure_class(two) or "")]
        if rivals and not any(are_compatible(one, two) for two in rivals):
            return True
    return False
