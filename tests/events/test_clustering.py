"""Clusters: a partition, whatever the order; checked against an independent implementation."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.events.clustering import THRESHOLD, UNSCORED, cluster_articles, log_odds
from briefing.model import PairScore

ARTICLES = [f"a{n:02}" for n in range(9)]
PAIRS = list(combinations(ARTICLES, 2))
probabilities = st.dictionaries(st.sampled_from(PAIRS), st.floats(0.001, 0.999), max_size=30)


def scores_of(found: dict[tuple[str, str], float]) -> list[PairScore]:
    return [PairScore(left, right, p, ()) for (left, right), p in found.items()]


def naive_average_link(found: dict[tuple[str, str], float]) -> list[tuple[str, ...]]:
    """Average link by brute force over all pairs of clusters, from the definition."""
    clusters: list[tuple[str, ...]] = [(a,) for a in ARTICLES]

    def average(one: tuple[str, ...], two: tuple[str, ...]) -> float:
        values = [
            log_odds(found[min(a, b), max(a, b)]) if (min(a, b), max(a, b)) in found else UNSCORED
            for a in one
            for b in two
        ]
        return math.fsum(values) / len(values)

    while len(clusters) > 1:
        best, one, two = max(
            ((average(x, y), x, y) for x, y in combinations(clusters, 2)), key=lambda t: t[0]
        )
        if best <= THRESHOLD:
            break
        clusters = sorted([c for c in clusters if c not in (one, two)] + [tuple(sorted(one + two))])
    return sorted(clusters)


@given(probabilities)
def test_it_is_a_partition(found: dict[tuple[str, str], float]) -> None:
    clusters = cluster_articles(ARTICLES, scores_of(found))
    assert sorted(a for c in clusters for a in c) == ARTICLES


@given(probabilities, st.integers(0, 99))
def test_order_does_not_matter(found: dict[tuple[str, str], float], seed: int) -> None:
    scores, articles = scores_of(found), list(ARTICLES)
    expected = cluster_articles(articles, scores)
    random.Random(seed).shuffle(scores)
    random.Random(seed).shuffle(articles)
    assert cluster_articles(articles, scores) == expected


@settings(max_examples=200)
@given(st.integers(0, 10**9))
def test_it_agrees_with_average_link_by_definition(seed: int) -> None:
    rng = random.Random(seed)
    found = {p: rng.uniform(0.02, 0.98) for p in PAIRS if rng.random() < 0.6}
    assert sorted(cluster_articles(ARTICLES, scores_of(found))) == naive_average_link(found)


def test_one_strong_pair_does_not_join_two_groups_that_disagree() -> None:
    found = {
        ("a00", "a01"): 0.99,
        ("a02", "a03"): 0.99,
        ("a01", "a02"): 0.7,
        ("a00", "a02"): 0.05,
        ("a00", "a03"): 0.05,
        ("a01", "a03"): 0.05,
    }
    clusters = cluster_articles(ARTICLES[:4], scores_of(found))
    assert clusters == (("a00", "a01"), ("a02", "a03"))


@pytest.mark.parametrize("probability", [0.0, 1.0])
def test_log_odds_stay_finite(probability: float) -> None:
    assert math.isfinite(log_odds(probability))
