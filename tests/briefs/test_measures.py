"""What figures measure, and how their classes relate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.briefs.measures import (
    BARE,
    Quantity,
    Relation,
    are_complements,
    distance,
    may_both_be_true,
    measure,
    relate,
)
from briefing.model import Figure, Qualifier

NAMES = (BARE, "count people", "count dead", "count ships", "count ~zorbl", "count ~vongo")
UNITS = ("EUR", "USD", "h", "d", "mo", "km", "m", "%", "t")


def _figure(value: float, unit: str | None = None) -> Figure:
    return Figure(0, 1, "x", value, unit)


def _relation(one: str, two: str, value: float = 20) -> Relation | None:
    """Between classes: a count by its name, anything else by its unit."""
    figures = [
        _figure(value, None if n.startswith("count") or n == BARE else n) for n in (one, two)
    ]
    names = [n if n.startswith("count") or n == BARE else f"unit {n}" for n in (one, two)]
    return relate(figures[0], names[0], figures[1], names[1])


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("count ships", "count ships", Relation.SAME_NOUN),
        ("count people", "count people", Relation.PEOPLE),
        ("count people", "count workers", Relation.KIN),
        ("count seats", "count lawmakers", Relation.KIN),
        ("count protesters", "count students", Relation.OTHER_PEOPLE),
        ("count dead", "count injured", None),
        ("count dead", "count ships", None),
        ("count ships", "count ~zorbl", Relation.HALF_KNOWN),
        ("count ~vongo", "count ~zorbl", Relation.UNKNOWN),
        ("count ~zorbl", "count ~zorbl", Relation.SAME_UNKNOWN),
        ("count ships", BARE, None),
        ("EUR", "EUR", Relation.MONEY),
        ("EUR", "USD", None),
        ("h", "h", Relation.SAME_DURATION),
        ("h", "d", Relation.DURATION),
        ("km", "m", Relation.LENGTH),
        ("%", "%", Relation.SHARE),
        ("t", "t", Relation.UNIT),
        ("t", "km", None),
        ("h", "count ~zorbl", None),
        ("EUR", BARE, None),
    ],
)
def test_classes_relate_as_pages_use_them(one: str, two: str, relation: Relation | None) -> None:
    assert _relation(one, two) == _relation(two, one) == relation


def test_a_large_number_alone_may_be_a_sum() -> None:
    assert _relation("EUR", BARE, 14.2e6) is Relation.BARE_MONEY
    assert _relation("EUR", "count ships", 14.2e6) is None


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        (_figure(3, "mo"), _figure(90, "d"), True),
        (_figure(30, "mo"), _figure(2.5, "y"), True),
        (_figure(72, "h"), _figure(3, "d"), True),
        (_figure(72, "h"), _figure(1, "wk"), False),
        (_figure(7, "y"), _figure(7.5, "y"), False),
        (_figure(500, "m"), _figure(0.5, "km"), True),
        (_figure(500, "m"), _figure(5, "km"), False),
    ],
)
def test_units_of_one_quantity_are_converted(one: Figure, two: Figure, *, agree: bool) -> None:
    left, right = (measure(f, f"unit {f.unit}") for f in (one, two))
    assert may_both_be_true(left, right) is may_both_be_true(right, left) is agree


def test_kilometres_per_hour_are_one_unit_in_whatever_words() -> None:
    short, long = (
        measure(_figure(215, "km/h"), "unit km/h"),
        measure(_figure(215, "km"), "unit km per hour"),
    )
    assert (short.quantity, short.mark) == (long.quantity, long.mark) == (Quantity.OTHER, "km/h")
    assert may_both_be_true(short, long)


def test_who_voted_and_who_stayed_at_home_make_up_the_whole() -> None:
    assert are_complements(_figure(58.2, "%"), _figure(41.8, "%"))
    assert not are_complements(_figure(58.2, "%"), _figure(51.8, "%"))
    assert not are_complements(_figure(58.2, "t"), _figure(41.8, "t"))


@given(
    st.sampled_from((*NAMES, *UNITS)),
    st.sampled_from((*NAMES, *UNITS)),
    st.floats(1, 1e7),
)
def test_a_relation_is_symmetric(one: str, two: str, value: float) -> None:
    assert _relation(one, two, value) == _relation(two, one, value)


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_a_distance_is_symmetric_and_never_negative(one: float, two: float) -> None:
    assert distance(one, two) == distance(two, one) >= 0
    assert distance(one, one) == 0


def test_a_whole_number_of_things_is_never_a_broken_one() -> None:
    whole, broken = _figure(2), _figure(2.4)
    assert relate(whole, "count ships", broken, "count ships") is None
    assert relate(broken, "count ships", _figure(2.6), "count ships") is Relation.SAME_NOUN


def test_a_large_number_in_words_is_a_round_one() -> None:
    words = Figure(0, 1, "a quarter of a billion", 250e6, "m3")
    digits = Figure(0, 1, "240 million", 240e6, "m3")
    assert may_both_be_true(measure(words, "unit m3"), measure(digits, "unit m3"))
    far = Figure(0, 1, "190 million", 190e6, "m3")
    assert not may_both_be_true(measure(words, "unit m3"), measure(far, "unit m3"))


@pytest.mark.parametrize(
    ("bound", "value", "words", "can_be"),
    [
        (17, 24, "at least 17", False),
        (17, 18, "at least 17", True),
        (180, 210, "at least 180", False),
        (1000, 1300, "more than 1,000", True),
        (12, 14, "at least a dozen", True),
        (12, 26, "at least a dozen", False),
    ],
)
def test_a_toll_far_above_a_lower_bound_is_another_toll(
    bound: float, value: float, words: str, *, can_be: bool
) -> None:
    least = Figure(0, len(words), words, bound, None, "dead", Qualifier.AT_LEAST)
    told = Figure(0, 2, str(value), value, None, "dead")
    tolls = [measure(figure, "count dead") for figure in (least, told)]
    assert may_both_be_true(*tolls) is can_be
    others = [measure(figure, "count houses") for figure in (least, told)]
    assert may_both_be_true(*others)
