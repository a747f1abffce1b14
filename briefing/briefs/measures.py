"""What a figure measures, in one unit for each quantity, and how two such kinds relate.

Invariant: a relation is symmetric; figures of two quantities have none, so that a sum is never set
against a length. Where a page leaves out the currency or the noun, the relation says so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from briefing.briefs.values import (
    RATE_MARK,
    are_compatible,
    are_kin,
    are_other_states,
    exceeds_bound,
    is_unknown,
    tells_of_people,
)
from briefing.lexicon.centuries import KINDS
from briefing.lexicon.units import MONEY, SHARED_CURRENCIES
from briefing.model import Figure

BARE = "bare"
"""The class of a number without a unit or a noun."""
SOME = "count some of them"
"""The class of a number that is a part of those named before: "seven of them"."""
_LONERS = frozenset({SOME, *(f"count {kind}" for kind in KINDS)})
"""Classes that nothing else can be: what is some of them, a century."""
_DAY = 86_400.0
_SECONDS = {
    "s": 1.0,
    "min": 60.0,
    "h": 3600.0,
    "d": _DAY,
    "wk": 7 * _DAY,
    "mo": 365.25 / 12 * _DAY,
    "y": 365.25 * _DAY,
}
_METRES = {"mm": 0.001, "cm": 0.01, "m": 1.0, "km": 1000.0, "mi": 1609.344}
TOLLS = frozenset(
    f"count {name}"
    for name in ("dead", "injured", "missing", "cases", "suspected cases", "confirmed cases")
)
"""The classes of what pages count again and again while it is still going on."""
LEAST_SUM = 1000
"""From here on a number may be a sum of money whose currency is left out."""
_ALL, _COMPLEMENT = 100, 0.6
_MONTHS = 0.04
"""Three months are ninety days, twelve weeks nearly."""


class Quantity(StrEnum):
    """What is measured; figures of two quantities are about two things."""

    COUNT = "count"
    MONEY = "money"
    DURATION = "duration"
    LENGTH = "length"
    SHARE = "share"
    MINUTE = "minute"
    OTHER = "other"


class Relation(StrEnum):
    """How the classes of two figures of one quantity relate."""

    SAME_NOUN = "same noun"
    PEOPLE = "people"
    KIN = "kin"
    SAME_UNKNOWN = "same unknown noun"
    UNKNOWN = "two unknown nouns"
    HALF_KNOWN = "known and unknown noun"
    OTHER_PEOPLE = "two kinds of people"
    MONEY = "one currency"
    BARE_MONEY = "currency left out"
    SAME_DURATION = "duration in one unit"
    DURATION = "duration in two units"
    LENGTH = "length"
    SHARE = "per cent"
    UNIT = "same unit"


@lru_cache(maxsize=4096)
def quantity_of(figure: Figure, name: str) -> tuple[Quantity, str, float]:
    """The quantity, what tells units within it apart, and the value in the base unit."""
    unit, value = figure.unit or "", figure.value
    if name == "count minute":
        return Quantity.MINUTE, "", value
    if unit in _METRES and rate_of(name) == "hour":
        return Quantity.OTHER, "km/h", value * _METRES[unit] / _METRES["km"]
    if unit in _SECONDS:
        return Quantity.DURATION, "", value * _SECONDS[unit]
    if unit in _METRES:
        return Quantity.LENGTH, "", value * _METRES[unit]
    return _plain_quantity(unit), unit if _plain_quantity(unit) is Quantity.OTHER else "", value


def _plain_quantity(unit: str) -> Quantity:
    if unit in MONEY or unit in SHARED_CURRENCIES:
        return Quantity.MONEY
    if unit == "%":
        return Quantity.SHARE
    return Quantity.OTHER if unit else Quantity.COUNT


def bare_class(name: str) -> str:
    """A class without its rate."""
    return name.partition(RATE_MARK)[0]


def rate_of(name: str) -> str:
    """The rate of a class, empty for a total."""
    return name.partition(RATE_MARK)[2]


def relate(one: Figure, name: str, two: Figure, other: str) -> Relation | None:
    """How two figures' classes relate; None where they cannot be about one thing."""
    left, mark, _ = quantity_of(one, name)
    right, other_mark, _ = quantity_of(two, other)
    name, other = bare_class(name), bare_class(other)
    if left is not right:
        return _relate_bare(one, name, two, other)
    if mark != other_mark:
        return None
    if left is Quantity.COUNT:
        # Nobody counts 2.4 houses: that is a clock time, or a magnitude.
        is_alike = float(one.value).is_integer() is float(two.value).is_integer()
        return _relate_nouns(name, other) if is_alike else None
    if left is Quantity.MONEY:
        return Relation.MONEY if are_kin(name, other) else None
    if left is Quantity.DURATION:
        return Relation.SAME_DURATION if one.unit == two.unit else Relation.DURATION
    return {Quantity.LENGTH: Relation.LENGTH, Quantity.SHARE: Relation.SHARE}.get(
        left, Relation.UNIT
    )


def _relate_bare(one: Figure, name: str, two: Figure, other: str) -> Relation | None:
    """A sum against a number whose noun says nothing: "14,2 milioni riconosciuti"."""
    told = {quantity_of(one, name)[0]: one, quantity_of(two, other)[0]: two}
    names = {quantity_of(one, name)[0]: name, quantity_of(two, other)[0]: other}
    count, noun = told.get(Quantity.COUNT), names.get(Quantity.COUNT, "")
    if count is None or (noun != BARE and not is_unknown(noun)):
        return None
    if Quantity.MONEY in told:
        return Relation.BARE_MONEY if count.value >= LEAST_SUM else None
    return None


def _relate_nouns(name: str, other: str) -> Relation | None:
    if BARE in {name, other} or (name != other and not _LONERS.isdisjoint({name, other})):
        return None
    if name == other:
        if is_unknown(name):
            return Relation.SAME_UNKNOWN
        return Relation.PEOPLE if name == "count people" else Relation.SAME_NOUN
    if are_kin(name, other):
        return Relation.KIN
    if not is_unknown(name) and not is_unknown(other):
        are_people = tells_of_people(name) and tells_of_people(other)
        is_one = are_people and not are_other_states(name, other)
        return Relation.OTHER_PEOPLE if is_one else None
    is_half = is_unknown(name) is not is_unknown(other)
    return Relation.HALF_KNOWN if is_half else Relation.UNKNOWN


def are_complements(one: Figure, two: Figure) -> bool:
    """Whether two shares make up the whole: who voted, and who stayed at home."""
    is_share = one.unit == two.unit == "%"
    return is_share and abs(one.value + two.value - _ALL) < _COMPLEMENT


def distance(one: float, two: float) -> float:
    """How many times larger one value is than the other, as a logarithm."""
    one, two = abs(one), abs(two)
    low, high = (one, two) if one < two else (two, one)
    return math.log(high / low) if low > 0 else math.log(1 + high)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with its quantity; `based` is the figure in the base unit of that.

    A toll counts the victims of something: pages give a lower bound for what they know so far.
    """

    quantity: Quantity
    mark: str
    based: Figure
    unit: str | None
    is_toll: bool = False


def measure(figure: Figure, name: str) -> Measure:
    """What a figure of a class measures."""
    quantity, mark, value = quantity_of(figure, name)
    is_toll = bare_class(name) in TOLLS
    based = figure if value == figure.value else replace(figure, value=value)
    return Measure(quantity, mark, based, figure.unit, is_toll)


def may_both_be_true(one: Measure, two: Measure) -> bool:
    """Whether two figures can be true of one thing, units of one quantity converted."""
    value, rival = one.based.value, two.based.value
    if one.is_toll and two.is_toll and exceeds_bound(one.based, two.based):
        return False
    if one.quantity is two.quantity is Quantity.DURATION and one.unit != two.unit:
        return distance(value, rival) < _MONTHS or are_compatible(one.based, two.based)
    return are_compatible(one.based, two.based) if one.quantity is two.quantity else value == rival
