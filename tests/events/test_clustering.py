"""Clusters: a partition, whatever the order; checked against an independent implementation."""

from __future__ import annotations

import random
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.events.clustering import THRESHOLD, WEAK, Links, Unscored, cluster_articles

ARTICLES = [f"a{n:02}" for n in range(9)]
PAIRS = list(combinations(ARTICLES, 2))
Found = dict[tuple[str, str], float]
odds = st.dictionaries(st.sampled_from(PAIRS), st.floats(-6, 6), max_size=30)
IN_CROWD = Unscored(
    -1.0, -5.0, {a: ("en" if n % 2 else "fr", n / 8) for n, a in enumerate(ARTICLES)}
)


def links_of(found: Found) -> Links:
    """The pairs of a mapping, in its order."""
    number = {a: n for n, a in enumerate(ARTICLES)}
    ends = [sorted((number[one], number[two])) for one, two in found]
    return Links(
        np.array([one for one, _ in ends], np.int32),
        np.array([two for _, two in ends], np.int32),
        np.array(list(found.values()), float),
    )


def unscored_odds(unscored: Unscored, one: str, two: str) -> float:
    """What a pair counts that was never scored, from the definition."""
    (here, crowded), (there, as_crowded) = (unscored.pages.get(a, ("", 0.0)) for a in (one, two))
    share = crowded * as_crowded * (here == there)
    return (1 - share) * unscored.alone + share * unscored.crowd


def naive_average_link(found: Found, unscored: Unscored = WEAK) -> list[tuple[str, ...]]:
    """Average link by brute force over all pairs of clusters, from the definition."""
    clusters: list[tuple[str, ...]] = [(a,) for a in ARTICLES]

    def average(one: tuple[str, ...], two: tuple[str, ...]) -> float:
        values = [
            found.get((min(a, b), max(a, b)), unscored_odds(unscored, a, b))
            for a in one
            for b in two
        ]
        return sum(values) / len(values)

    while len(clusters) > 1:
        best, one, two = max(
            ((average(x, y), x, y) for x, y in combinations(clusters, 2)), key=lambda t: t[0]
        )
        if best <= THRESHOLD:
            break
        clusters = sorted([c for c in clusters if c not in (one, two)] + [tuple(sorted(one + two))])
    return sorted(clusters)


@given(odds)
def test_it_is_a_partition(found: Found) -> None:
    clusters = cluster_articles(ARTICLES, links_of(found))
    assert sorted(a for c in clusters for a in c) == ARTICLES


@given(odds, st.integers(0, 99))
def test_order_does_not_matter(found: Found, seed: int) -> None:
    shuffled, articles = list(found.items()), list(ARTICLES)
    random.Random(seed).shuffle(shuffled)
    random.Random(seed).shuffle(articles)
    assert cluster_articles(articles, links_of(dict(shuffled))) == cluster_articles(
        ARTICLES, links_of(found)
    )


@settings(max_examples=200)
@given(st.integers(0, 10**9), st.sampled_from([WEAK, IN_CROWD]))
def test_it_agrees_with_average_link_by_definition(seed: int, unscored: Unscored) -> None:
    rng = random.Random(seed)
    found = {p: rng.uniform(-4, 4) for p in PAIRS if rng.random() < 0.6}
    clusters = cluster_articles(ARTICLES, links_of(found), unscored)
    assert sorted(clusters) == naive_average_link(found, unscored)


def test_an_unrelated_article_changes_nothing() -> None:
    found = {("a00", "a01"): 3.0, ("a01", "a02"): 1.0, ("a00", "a02"): 0.5, ("a03", "a04"): 2.0}
    with_others = cluster_articles(ARTICLES, links_of(found))
    without = cluster_articles(ARTICLES[:5], links_of(found))
    assert with_others[: len(without)] == without
    assert all(len(c) == 1 for c in with_others[len(without) :])


def test_one_strong_pair_does_not_join_two_groups_that_disagree() -> None:
    found = {
        ("a00", "a01"): 4.6,
        ("a02", "a03"): 4.6,
        ("a01", "a02"): 0.8,
        ("a00", "a02"): -3.0,
        ("a00", "a03"): -3.0,
        ("a01", "a03"): -3.0,
    }
    clusters = cluster_articles(ARTICLES[:4], links_of(found))
    assert clusters == (("a00", "a01"), ("a02", "a03"))


def test_in_a_crowd_a_pair_never_scored_speaks_against() -> None:
    found = {("a00", "a01"): 2.0, ("a01", "a02"): 2.0}
    pages = dict.fromkeys(ARTICLES[:3], ("en", 1.0))
    apart = cluster_articles(ARTICLES[:3], links_of(found), Unscored(-1.0, -9.0, pages))
    assert apart == (("a00", "a01"), ("a02",))
    assert cluster_articles(ARTICLES[:3], links_of(found), Unscored(-1.0, -9.0)) == (
        ("a00", "a01", "a02"),
    )
