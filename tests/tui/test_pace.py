"""How long it will still take, and when a first look is worth its cost."""

from __future__ import annotations

import pytest

from briefing.tui.pace import Pace, Previews, time_left


def test_time_left_follows_from_how_it_went_lately() -> None:
    pace = Pace()
    assert pace.left(0.0, 0, 100) is None
    assert pace.left(10.0, 10, 100) == pytest.approx(90.0)
    for second in range(11, 60):
        left = pace.left(float(second), second + 2 * (second - 10), 300)
    assert left == pytest.approx((300 - 157) / 3, rel=0.1)


def test_nothing_is_said_where_nothing_can_be_known() -> None:
    pace = Pace()
    pace.left(0.0, 0, None)
    assert pace.left(5.0, 50, None) is None
    assert pace.left(6.0, 50, 100) is not None
    assert pace.left(7.0, 3, 100) is None


def test_a_look_comes_seldom_enough_to_cost_little() -> None:
    previews = Previews()
    assert not previews.is_due(0.0, 1, 100.0)
    assert previews.is_due(3.0, 10, 100.0)
    previews.end(5.0, 10)
    assert not previews.is_due(10.0, 20, 100.0)
    assert previews.is_due(18.0, 20, 100.0)


def test_no_look_is_taken_where_the_end_is_near_or_unknown() -> None:
    previews = Previews()
    previews.is_due(0.0, 0, None)
    assert not previews.is_due(9.0, 1000, 15.0)
    assert not previews.is_due(9.0, 10, None)
    assert previews.is_due(9.0, 1000, 25.0)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0.2, ""),
        (3.0, "about 5 s left"),
        (62.0, "about 60 s left"),
        (95.0, "about 2 min left"),
        (4000.0, "about 67 min left"),
        (9000.0, "about 2 h left"),
    ],
)
def test_time_left_promises_no_more_than_can_be_known(seconds: float | None, words: str) -> None:
    assert time_left(seconds) == words
