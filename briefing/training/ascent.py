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
SWEEPS = 6
LEAST_STEP, STEP, SHORTER = 0.3, 0.3, 0.6
"""The first step of a weight, in weights and as a share of it; what a vain step shrinks to."""
PULL = 0.02
"""What it costs to move a weight by 1 from where the climb began, shared by all weights."""
SURE = 10.0
"""Log-odds at which a linkage distance is 0."""
_CUTS, _SHARES = np.array(THRESHOLDS).T

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class GoldClusters:
    """A gold set laid out for fast clustering of all its pages.

    `events` are the numbers of the pages' events, `sizes` how many pages these have. `columns` are
    of shape (pairs, weights); `at` are the pairs' places among all pairs of pages in the order of
    `scipy.spatial.distance.squareform`; `crowd` are the crowd shares of all those.
    """

    events: NDArray[np.int64]
    sizes: NDArray[np.int64]
    columns: Floats
    at: NDArray[np.int64]
    crowd: Floats

    @classmethod
    def build(
        cls,
        gold: Mapping[str, str],
        candidates: Candidates,
        columns: Floats,
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
        events = np.array([number[gold[a]] for a in articles])
        return cls(
            events,
            np.bincount(events)[events],
            columns,
            pages * one - one * (one + 1) // 2 + two - one - 1,
            (share[upper[0]] * share[upper[1]] * (language[upper[0]] == language[upper[1]])),
        )

    def log_odds(self, weights: Floats) -> Floats:
        """Of the pairs, not bounded; weights, unscored alone and added, bias."""
        found: Floats = self.columns @ weights[:-3] + weights[-1]
        return found

    def tree(self, weights: Floats, log_odds: Floats) -> Floats:
        """The joins of all pages by average link, as scipy's `linkage` gives them."""
        from scipy.cluster.hierarchy import linkage  # type: ignore[import-untyped,unused-ignore]

        odds = weights[-3] + weights[-2] * self.crowd
        odds[self.at] = log_odds
        found: Floats = linkage(SURE - np.clip(odds, -MOST_ODDS, MOST_ODDS), "average")
        return found

    def score(self, weights: Floats) -> float:
        """Mean B-cubed F1 at the thresholds."""
        return self.agreement(self.tree(weights, self.log_odds(weights)))

    def agreement(self, tree: Floats) -> float:
        """The same, given the joins."""
        joined = np.searchsorted(tree[:, 2], SURE - _CUTS, side="right")
        gained = np.cumsum(self.gains(tree[: joined.max()]), axis=1)
        start = np.array([[len(self.events)], [(1 / self.sizes).sum()]])
        counted = np.hstack([start, start + gained]) / len(self.events)
        precision, recall = counted[:, joined]
        return float((2 * precision * recall / (precision + recall)) @ _SHARES)

    def gains(self, tree: Floats) -> Floats:
        """What each join adds to the precision and to the recall of all pages, of shape (2, n)."""
        sizes = dict(zip(self.events.tolist(), self.sizes.tolist(), strict=True))
        events = [{event: 1} for event in self.events.tolist()]
        squares = [1] * len(events)
        pages = [1] * len(events)
        found = []
        for one, two in tree[:, :2].astype(np.int64).tolist():
            here, there = sorted((events[one], events[two]), key=len, reverse=True)
            square, recall = squares[one] + squares[two], 0.0
            for event, count in there.items():
                held = here.get(event, 0)
                here[event] = held + count
                square += 2 * held * count
                recall += 2 * held * count / sizes[event]
            events.append(here)
            squares.append(square)
            pages.append(pages[one] + pages[two])
            apart = squares[one] / pages[one] + squares[two] / pages[two]
            found.append((square / pages[-1] - apart, recall))
        return np.array(found).reshape(-1, 2).T


@dataclass(frozen=True, slots=True, eq=False)
class _Stand:
    """Weights, with the log-odds that they give the pairs of each set and its score."""

    weights: Floats
    log_odds: tuple[Floats, ...]
    scores: tuple[float, ...]

    @classmethod
    def at(cls, weights: Floats, sets: Sequence[tuple[GoldClusters, float]]) -> _Stand:
        """Where weights lead."""
        odds = tuple(gold.log_odds(weights) for gold, _ in sets)
        each = zip(sets, odds, strict=True)
        scores = (gold.agreement(gold.tree(weights, found)) for (gold, _), found in each)
        return cls(weights, odds, tuple(scores))

    def move(
        self, number: int, weight: float, sets: Sequence[tuple[GoldClusters, float]]
    ) -> _Stand:
        """Where another weight leads; a set to whose pairs it says nothing is as it was."""
        weights = self.weights.copy()
        weights[number] = weight
        change = weight - self.weights[number]
        odds, scores = [], []
        for (gold, _), before, score in zip(sets, self.log_odds, self.scores, strict=True):
            now = before
            if number < len(weights) - 3:
                column = gold.columns[:, number]
                if not column.any():
                    odds.append(before)
                    scores.append(score)
                    continue
                now = before + change * column
            elif number == len(weights) - 1:
                now = before + change
            odds.append(now)
            scores.append(gold.agreement(gold.tree(weights, now)))
        return _Stand(weights, tuple(odds), tuple(scores))


def climb(
    sets: Sequence[tuple[GoldClusters, float]],
    start: Floats,
    is_wrong: Callable[[int, float], bool],
    is_held: Callable[[int], bool] = lambda _: False,
) -> Floats:
    """The best weights found from `start`; each set counts as its number says.

    `is_wrong(number, weight)` tells weights that may not be: they are cut off at 0. Those that
    `is_held(number)` tells are not moved.
    """
    named = len(start) - 3

    def value(stand: _Stand) -> float:
        total = sum(share * score for (_, share), score in zip(sets, stand.scores, strict=True))
        return total - PULL * float(np.abs(stand.weights - start).mean())

    here = _Stand.at(start, sets)
    best = value(here)
    free = [at for at in range(len(start)) if at >= named or not is_held(at)]
    steps = np.maximum(np.abs(start) * STEP, LEAST_STEP)
    for _ in range(SWEEPS):
        for at in free:
            for direction in (1, -1):
                weight = float(here.weights[at] + direction * steps[at])
                if at < named and is_wrong(at, weight):
                    weight = 0.0
                if weight == here.weights[at]:
                    continue
                tried = here.move(at, weight, sets)
                if (reached := value(tried)) > best:
                    here, best = tried, reached
                    break
            else:
                steps[at] *= SHORTER
    return here.weights


def b_cubed(gold: Mapping[str, str], clusters: Sequence[Sequence[str]]) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998) of clusters of the gold's articles."""
    numbers: dict[str, int] = defaultdict(lambda: len(numbers))
    ordered = sorted(gold)
    events = np.array([numbers[gold[a]] for a in ordered])
    cluster_of = {a: n for n, c in enumerate(clusters) for a in c}
    return _agreement(events, np.array([cluster_of[a] for a in ordered]))


def _agreement(events: NDArray[np.int64], clusters: NDArray[np.int64]) -> float:
    """B-cubed F1 of cluster numbers against event numbers."""
    both = events * (int(clusters.max()) + 1) + clusters
    _, inverse, counts = np.unique(both, return_inverse=True, return_counts=True)
    common = counts[inverse]
    precision = float((common / np.bincount(clusters)[clusters]).mean())
    recall = float((common / np.bincount(events)[events]).mean())
    return 2 * precision * recall / (precision + recall)
