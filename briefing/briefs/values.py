"""When two figures say the same thing, and when they cannot both be true.

Invariant: only figures of one class (unit, or kind of thing counted) are ever compared, and words
like "about" and "at least" widen a figure, so that a difference is one that no reading removes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import lru_cache

from briefing.lexicon.counted import counted_class, is_human
from briefing.lexicon.gist import gist_key, split_folded
from briefing.lexicon.units import SHARED_CURRENCIES
from briefing.model import Figure, Qualifier

_CONVERTED = 0.04
_IMPERIAL = re.compile(
    r"\b(?:feet|foot|ft|yards?|inch(?:es)?|acres?|pieds|miles?|mph|millas?|Meilen?|miglia|milhas?"
    r"|mijl(?:en)?|milles?)\b|أميال|ميلا?\b",
    re.IGNORECASE,
)
_ABOUT = 0.1
_ABOUT_LARGE = 0.05
_ABOUT_MOST = 0.2
_ABOUT_SCORE = 0.3
_SCORE_OR_TWO = 24
"""Up to here "about" with a number in words is said at a glance: "une vingtaine"."""
_HUNDRED = 100
_DOZEN = 12
_IN_WORDS = 100_000
TIMES = frozenset({"s", "min", "h", "d", "wk", "mo", "y"})
"""Units of time: seven years are no round number, however many seconds they are."""
_ROUNDING = 0.004
_LARGE = 1e6
_ROUNDED_BY = {1: 0.03, 2: 0.04}
"""How far a value rounded to so many digits may lie from the whole one."""
_UNKNOWN = "count ~"
RATE_MARK = " per "
"""What parts the class of a rate from its period."""


def figure_class(figure: Figure, language: str | None = None) -> str | None:
    """What a figure measures: its unit, or the class of what it counts; None where not known.

    With a language its own words come first: "branches" are shops in English, sectors in Dutch.
    """
    counted = figure.counted or ""
    found = (language and counted_class(counted, language)) or counted_class(counted)
    if figure.unit and found != "minute":
        return f"unit {figure.unit}"
    if not counted:
        return None
    if found:
        return f"count {found}"
    keys = [key for key in map(gist_key, split_folded(counted)) if key]
    return f"count {keys[-1]}" if keys else None


def _range(figure: Figure) -> tuple[float, float]:
    """The least and the greatest value that the words allow."""
    slack = abs(figure.value) * (_CONVERTED if _IMPERIAL.search(figure.text) else _ROUNDING)
    if _is_in_round_words(figure):
        slack = max(_ABOUT_LARGE * abs(figure.value), slack)
    if figure.qualifier is Qualifier.ABOUT:
        slack = max(_round_about(abs(figure.value)), slack)
        if figure.value <= _SCORE_OR_TWO and _is_in_words(figure):
            slack = max(_ABOUT_SCORE * abs(figure.value), slack)
    low, high = figure.value - slack, figure.value + slack
    if figure.qualifier is Qualifier.AT_LEAST:
        high = math.inf
    return low, high


def exceeds_bound(one: Figure, two: Figure) -> bool:
    """Whether one of two figures lies further above the other, a lower bound, than it may mean."""
    low, high = (one, two) if one.value < two.value else (two, one)
    is_bound = low.qualifier is Qualifier.AT_LEAST
    return is_bound and high.value > low.value + _reach_of_bound(low)


def _reach_of_bound(figure: Figure) -> float:
    """How much more than a lower bound may be meant: one of its last written digit, or a tenth.

    "At least 17" is not 24, "at least 180" not 210: a page that knew would have said so. "More
    than 1,000" may be 1,300, and "at least a dozen" are fewer than two.
    """
    value = abs(figure.value)
    is_dozens = value % _DOZEN == 0 and _is_in_words(figure)
    return max(float(_DOZEN) if is_dozens else _last_digit(value), _ABOUT * value)


def _last_digit(value: float) -> float:
    """What one of the last digit that is not 0 stands for: 10 in 180, 1 in 17."""
    written = f"{value:.15g}".split("e")[0].rstrip("0").replace(".", "")
    return 10.0 ** (math.floor(math.log10(value)) - len(written) + 1) if value > 0 else 0.0


def _is_in_round_words(figure: Figure) -> bool:
    """Whether a large number stands in words: "a quarter of a billion" is near 240 million."""
    is_large = figure.value >= _IN_WORDS and figure.unit not in TIMES
    return is_large and _is_in_words(figure)


def _is_in_words(figure: Figure) -> bool:
    return not any(c.isdigit() for c in figure.text)


def _round_about(value: float) -> float:
    """How far "about" reaches: half of the last digit written, between a twentieth and a fifth.

    "About 7,000" may be 6,500; "about 1,200" is not 1,400. Small numbers reach a tenth.
    """
    least = _ABOUT if value < _HUNDRED else _ABOUT_LARGE
    return min(max(_last_digit(value) / 2, least * value), _ABOUT_MOST * value)


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
    if low < _LARGE:
        return False
    return any(
        float(f"{fine:.{n}g}") == coarse
        for n, most in _ROUNDED_BY.items()
        if high / low <= 1 + most
        for fine, coarse in ((low, high), (high, low))
    )


def are_miswritten(one: Figure, two: Figure) -> bool:
    """Whether one number is the other with its digits in another order: 68 and 86, 340 and 430."""
    left, right = (f"{f.value:.15g}".replace(".", "").strip("0") for f in (one, two))
    return len(left) > 1 and left != right and sorted(left) == sorted(right)


_KIN = (
    frozenset({"count countries", "count delegations"}),
    frozenset({"count vehicles", "count carriages"}),
    frozenset({"count seats", "count lawmakers", "count mandates", "count votes"}),
    frozenset({"count companies", "count business leaders"}),
    frozenset({"count companies", "count farms"}),
    frozenset({"count voters", "count registered"}),
    frozenset({"count offices", "count shops"}),
    frozenset({"count coins", "count currencies"}),
    frozenset({"count payments", "count signings"}),
    frozenset({"count aircraft", "count drones"}),
    frozenset({"count cases", "count suspected cases"}),
    frozenset({"count cases", "count confirmed cases"}),
)
"""Classes by which pages count one thing: a vote by who cast it, a house by who sits in it."""
_ANYONE = frozenset({"count people", "count men", "count women"})
_STATES = frozenset(
    f"count {name}" for name in "dead injured missing arrested displaced rescued stranded".split()
)
_MAY_BE_ANYONE = frozenset({"count arrested", "count displaced", "count rescued", "count stranded"})


_SHARED_MONEY = {
    f"unit {name}": frozenset(f"unit {code}" for code in codes)
    for name, codes in SHARED_CURRENCIES.items()
}
"""The classes of sums in "francs" or "rials", with those that a page may mean by it."""


def is_unknown(name: str) -> bool:
    """Whether a class is a noun that the lexicon does not know."""
    return name.startswith(_UNKNOWN)


@lru_cache(maxsize=16384)
def are_kin(one: str, two: str) -> bool:
    """Whether two classes may name one thing: delegations of countries, people who work."""
    if one == two or any(one in kin and two in kin for kin in _KIN):
        return True
    bare, _, rate = one.partition(RATE_MARK)
    other_bare, _, other_rate = two.partition(RATE_MARK)
    if rate or other_rate:
        return (rate == other_rate or not (rate and other_rate)) and are_kin(bare, other_bare)
    if any({one, two} == {name, code} for name, codes in _SHARED_MONEY.items() for code in codes):
        return True
    return (one in _ANYONE and _may_be_anyone(two)) or (two in _ANYONE and _may_be_anyone(one))


def _may_be_anyone(name: str) -> bool:
    return name in _MAY_BE_ANYONE or is_human(name.removeprefix("count "))


def tells_of_people(name: str) -> bool:
    """Whether a class counts people, by what they are or by what became of them."""
    return name in _STATES or is_human(name.removeprefix("count "))


def are_other_states(one: str, two: str) -> bool:
    """Whether two classes say of people that other things became of them: dead, injured."""
    return one != two and one in _STATES and two in _STATES


def are_rivals(ones: Sequence[Figure], twos: Sequence[Figure]) -> bool:
    """Whether two sentences give figures of one class of which no two agree."""
    for one in ones:
        name = figure_class(one)
        rivals = [two for two in twos if name and are_kin(name, figure_class(two) or "")]
        if rivals and not any(are_compatible(one, two) for two in rivals):
            return True
    return False
