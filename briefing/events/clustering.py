"""Pair scores to clusters.

Invariant: the result is a partition of the articles, the same for any order of the scores.
Method: average-link agglomeration on log-odds, which maximises agreement with the pairwise
decisions greedily (correlation clustering; Bansal, Blum and Chawla 2004). A pair that no blocking
rule put up counts as a weak "no". What the reader decided is never overruled.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefing.disjoint import DisjointSets
from briefing.events.corrections import Constraints, Guard
from briefing.model import PairScore

UNSCORED = -2.0
"""Log-odds of a pair that was no candidate."""
THRESHOLD = 0.0
"""Mean log-odds from which on two clusters are joined: even odds."""
FREE = Constraints()


def log_odds(probability: float) -> float:
    """Log-odds of a probability, bounded so that no pair outweighs all others."""
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))


class _Links:
    """Summed log-odds between clusters, merged as the clusters merge."""

    def __init__(self, articles: Sequence[str], scores: Iterable[PairScore]) -> None:
        self.size = dict.fromkeys(articles, 1)
        self.sums: dict[str, dict[str, tuple[float, int]]] = defaultdict(dict)
        for score in sorted(scores, key=lambda s: (s.left, s.right)):
            value = (log_odds(score.probability), 1)
            self.sums[score.left][score.right] = value
            self.sums[score.right][score.left] = value

    def average(self, one: str, two: str) -> float:
        """Mean log-odds over all pairs across two clusters, the unscored ones included."""
        total, scored = self.sums[one][two]
        pairs = self.size[one] * self.size[two]
        return (total + (pairs - scored) * UNSCORED) / pairs

    def merge(self, kept: str, gone: str) -> list[str]:
        """Pour `gone` into `kept`; returns the neighbours of the new cluster, sorted."""
        mine, theirs = self.sums[kept], self.sums.pop(gone, {})
        self.size[kept] += self.size.pop(gone)
        mine.pop(gone, None)
        theirs.pop(kept, None)
        for other, (total, scored) in theirs.items():
            had, count = mine.get(other, (0.0, 0))
            mine[other] = (had + total, count + scored)
            self.sums[other].pop(gone, None)
        for other, value in mine.items():
            self.sums[other][kept] = value
        return sorted(mine)


def cluster_articles(
    articles: Iterable[str],
    scores: Iterable[PairScore],
    threshold: float = THRESHOLD,
    constraints: Constraints = FREE,
) -> tuple[tuple[str, ...], ...]:
    """The clusters, each sorted, by their first article; `threshold` is in log-odds."""
    ordered = sorted(articles)
    links, partition = _Links(ordered, scores), DisjointSets(ordered)
    guard = Guard(constraints)
    for first, *others in constraints.together:
        for other in others:
            kept, gone = sorted((partition.find(first), partition.find(other)))
            partition.union(kept, gone)
            links.merge(kept, gone)
            guard.merge(kept, gone)
    heap = [
        (-links.average(one, two), one, two)
        for one in sorted(links.sums)
        for two in sorted(links.sums[one])
        if one < two
    ]
    heapq.heapify(heap)
    while heap:
        negative, one, two = heapq.heappop(heap)
        if -negative <= threshold:
            break
        if two not in links.sums.get(one, {}) or links.average(one, two) != -negative:
            continue
        if guard.bars(one, two):
            continue
        kept = partition.union(one, two)
        guard.merge(kept, two if kept == one else one)
        for other in links.merge(kept, two if kept == one else one):
            pair = sorted((kept, other))
            heapq.heappush(heap, (-links.average(kept, other), pair[0], pair[1]))
    return tuple(tuple(cluster) for cluster in partition.sets())
