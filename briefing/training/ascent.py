"""From good weights for pairs to good weights for clusters.

Invariant: the climb is deterministic and never ends below where it started.
Method: pattern search (Hooke and Jeeves 1961), one weight at a time, on the B-cubed F1 of
average-link clusters, at even odds and a little above and below, so that no set hangs by a thread.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.events.blocking import Candidates
from briefing.events.scoring import MOST_ODDS

THRESHOLDS = ((-0.8, 0.15), (-0.4, 0.2), (0.0, 0.3), (0.4, 0.2), (0.8, 0.15))
"""Log-odds at which clusters are cut, and what each cut counts."""
SWEEPS = 8
LEAST_STEP, STEP, SHORTER = 0.3, 0.3, 0.6
"""The first step of a weight, in weights and as a share of it; what a vain step shrinks to."""
PULL = 0.02
"""What it costs to move a weight by 1 from where the climb began, shared by all weights."""
SURE = 10.0
"""Log-odds at which a linkage distance is 0."""


@dataclass(frozen=True, slots=True, eq=False)
class GoldClusters:
    """A gold set laid out for fast clustering of all its pages.

    `columns` are of shape (pairs, weights); `at` are the pairs' places among all pairs of pages in
    the order of `scipy.spatial.distance.squareform`; `crowd` are the crowd shares of all those.
    """

    events: NDArray[np.int64]
    columns: NDArray[np.float64]
    at: NDArray[np.int64]
    crowd: NDArray[np.float64]

    @classmethod
    def build(
        cls,
        gold: Mapping[str, str],
        candidates: Candidates,
        columns: NDArray[np.float64],
        crowd: Mapping[str, tuple[str, float]],
    ) -> GoldClusters:
        """From the gold events of pages, their pairs, and each page's language and crowdedness."""
        articles = candidates.articles
        number = {e: n for n, e in enumerate(sorted(set(gold.values())))}
        one, two = candidates.left.astype(np.int64), candidates.right.astype(np.int64)
        pages = len(articles)
        language = np.array([crowd[a][0] for a in articles])
        share = np.array([crowd[a][1] for a in articles])
        upper = np.triu_indices(pages, 1)
        return cls(
            np.array([number[gold[a]] for a in articles]),
            columns,
            pages * one - one * (one + 1) // 2 + two - one - 1,
            (share[upper[0]] * share[upper[1]] * (language[upper[0]] == language[upper[1]])),
        )

    def score(self, weights: NDArray[np.float64]) -> float:
        """Mean B-cubed F1 at the thresholds; weights, unscored alone and added, bias."""
        from scipy.cluster.hierarchy import (  # type: ignore[import-untyped,unused-ignore]
            fcluster,
            linkage,
        )

        named, unscored, added, bias = weights[:-3], *weights[-3:]
        log_odds = unscored + added * self.crowd
        log_odds[self.at] = np.clip(self.columns @ named + bias, -MOST_ODDS, MOST_ODDS)
        tree = linkage(SURE - np.clip(log_odds, -MOST_ODDS, MOST_ODDS), "average")
        return sum(
            share * _agreement(self.events, fcluster(tree, SURE - threshold, "distance"))
            for threshold, share in THRESHOLDS
        )


def _agreement(events: NDArray[np.int64], clusters: NDArray[np.int64]) -> float:
    """B-cubed F1 of cluster numbers against event numbers."""
    both = events * (int(clusters.max()) + 1) + clusters
    _, inverse, counts = np.unique(both, return_inverse=True, return_counts=True)
    common = counts[inverse]
    precision = float((common / np.bincount(clusters)[clusters]).mean())
    recall = float((common / np.bincount(events)[events]).mean())
    return 2 * precision * recall / (precision + recall)


def climb(
    sets: Sequence[tuple[GoldClusters, float]],
    start: NDArray[np.float64],
    is_wrong: Callable[[int, float], bool],
    is_held: Callable[[int], bool] = lambda _: False,
) -> NDArray[np.float64]:
    """The best weights found from `start`; each set counts as its number says.

    `is_wrong(number, weight)` tells weights that may not be: they are cut off at 0. Those that
    `is_held(number)` tells are not moved.
    """
    named = len(start) - 3

    def value(weights: NDArray[np.float64]) -> float:
        total = sum(share * one.score(weights) for one, share in sets)
        return total - PULL * float(np.abs(weights - start).mean())

    weights, best = start.copy(), value(start)
    free = [at for at in range(len(weights)) if at >= named or not is_held(at)]
    steps = np.maximum(np.abs(weights) * STEP, LEAST_STEP)
    for _ in range(SWEEPS):
        for at in free:
            for direction in (1, -1):
                tried = weights.copy()
                tried[at] += direction * steps[at]
                if at < named and is_wrong(at, tried[at]):
                    tried[at] = 0.0
                if tried[at] != weights[at] and (reached := value(tried)) > best:
                    weights, best = tried, reached
                    break
            else:
                steps[at] *= SHORTER
    return weights


def b_cubed(gold: Mapping[str, str], clusters: Sequence[Sequence[str]]) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998) of clusters of the gold's articles."""
    numbers: dict[str, int] = defaultdict(lambda: len(numbers))
    ordered = sorted(gold)
    events = np.array([numbers[gold[a]] for a in ordered])
    cluster_of = {a: n for n, c in enumerate(clusters) for a in c}
    return _agreement(events, np.array([cluster_of[a] for a in ordered]))
