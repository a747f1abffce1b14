"""The climb towards better clusters: never down, and by the program's own measure."""

from __future__ import annotations

import numpy as np
import pytest

from briefing.events.blocking import Candidates
from briefing.events.clustering import Links, Unscored, cluster_articles
from briefing.training.ascent import GoldClusters, b_cubed, climb

ARTICLES = ("a", "b", "c", "d")
GOLD = {"a": "1", "b": "1", "c": "2", "d": "2"}
LEFT = np.array([0, 0, 1, 2], np.int32)
RIGHT = np.array([1, 2, 2, 3], np.int32)
CANDIDATES = Candidates(ARTICLES, LEFT, RIGHT, np.zeros(4, np.int32))
COLUMNS = np.array([[1.0, 0.0], [0.2, 1.0], [0.1, 1.0], [0.9, 0.0]])
CROWD = dict.fromkeys(ARTICLES, ("en", 0.5))


def test_b_cubed_by_hand() -> None:
    assert b_cubed(GOLD, [("a", "b"), ("c", "d")]) == 1.0
    # One cluster: precision 1/2, recall 1.
    assert b_cubed(GOLD, [ARTICLES]) == pytest.approx(2 / 3)


def test_the_layout_gives_the_clusters_of_the_program() -> None:
    pytest.importorskip("scipy")
    weights = np.array([4.0, -3.0, -1.0, -2.0, -1.5])
    gold = GoldClusters.build(GOLD, CANDIDATES, COLUMNS, CROWD)
    links = Links(LEFT, RIGHT, COLUMNS @ weights[:2] + weights[-1])
    clusters = cluster_articles(ARTICLES, links, Unscored(-1.0, -3.0, CROWD))
    assert gold.score(weights) == pytest.approx(b_cubed(GOLD, clusters)) == 1.0


def test_it_climbs_and_keeps_the_signs() -> None:
    pytest.importorskip("scipy")
    gold = GoldClusters.build(GOLD, CANDIDATES, COLUMNS, CROWD)
    start = np.array([0.5, 0.0, -1.0, 0.0, -1.0])
    found = climb(
        [(gold, 1.0)], start, lambda at, weight: (weight > 0) == (at == 1) and weight != 0
    )
    assert gold.score(found) > gold.score(start)
    assert found[0] >= 0 >= found[1]
