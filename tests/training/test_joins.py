"""Weights from joins: the joins of a tree by hand, and learning that tells right from wrong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from briefing.events.blocking import Candidates
from briefing.training.ascent import GoldClusters
from briefing.training.joins import learn, propose

pytest.importorskip("scipy")

ARTICLES = ("a", "b", "c", "d")
GOLD = {"a": "1", "b": "1", "c": "2", "d": "2"}
LEFT = np.array([0, 0, 1, 2], np.int32)
RIGHT = np.array([1, 2, 2, 3], np.int32)
CANDIDATES = Candidates(ARTICLES, LEFT, RIGHT, np.zeros(4, np.int32))
COLUMNS = np.array([[1.0, 0.0], [0.2, 1.0], [0.1, 1.0], [0.9, 0.0]])
CROWD = dict.fromkeys(ARTICLES, ("en", 0.5))
START = np.array([0.5, 0.0, -1.0, 0.0, -1.0])


def gold() -> GoldClusters:
    return GoldClusters.build(GOLD, CANDIDATES, COLUMNS, CROWD)


def is_wrong(at: int, weight: float) -> bool:
    return at < 2 and weight != 0 and (weight > 0) == (at == 1)


def test_a_join_is_the_mean_over_its_pairs_and_worth_what_it_adds() -> None:
    one = gold()
    joins = propose(one, one.tree(START, one.log_odds(START)))
    # a with b, c with d, then all four: two pairs of four scored, two not.
    assert joins.features == pytest.approx(
        np.array(
            [
                [1.0, 0.0, 0.0, 0.0, 1.0],
                [0.9, 0.0, 0.0, 0.0, 1.0],
                [0.075, 0.5, 0.5, 0.125, 0.5],
            ]
        )
    )
    # Half the recall of two pages each; then half the precision of four.
    assert joins.gains == pytest.approx([1.0, 1.0, -2.0])


def test_where_no_event_has_two_pages_in_a_crowd_joins_in_it_say_less() -> None:
    alone = replace(gold(), events=np.arange(4), sizes=np.ones(4, np.int64))
    joins = propose(alone, alone.tree(START, alone.log_odds(START)))
    assert joins.gains == pytest.approx([-1.0 * 0.75, -1.0 * 0.75, -1.0 * 0.75])


def test_what_is_learned_is_better_and_keeps_the_signs() -> None:
    one = gold()
    bad = np.array([0.0, 0.0, 2.0, 0.0, 2.0])
    found = learn([(one, 1.0)], bad, is_wrong, lambda _: False)
    assert one.score(found) > one.score(bad)
    assert found[0] >= 0 >= found[1]


def test_what_is_held_stays_and_nothing_hangs_on_chance() -> None:
    one = gold()
    bad = np.array([0.0, -0.25, 2.0, 0.0, 2.0])
    found = learn([(one, 1.0)], bad, is_wrong, lambda at: at == 1)
    assert found[1] == -0.25
    assert learn([(gold(), 1.0)], bad, is_wrong, lambda at: at == 1).tolist() == found.tolist()


def test_it_never_ends_below_the_start() -> None:
    one = gold()
    good = np.array([4.0, -3.0, -1.0, -2.0, -1.5])
    assert one.score(good) == 1.0
    assert one.score(learn([(one, 1.0)], good, is_wrong, lambda _: False)) == 1.0
