"""Pair scores to clusters.

Invariant: the result is a partition of the articles, the same for any order of the scores.
Method: average-link agglomeration on log-odds, which maximises agreement with the pairwise
decisions greedily (correlation clustering; Bansal, Blum and Chawla 2004). A pair that no blocking
rule put up counts as a "no", a stronger one in a crowd of look-alikes. What the reader decided is
never overruled. No two clusters join without a pair that speaks for it, so that each set of pages
which such pairs connect is clustered by itself.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from briefing.disjoint import DisjointSets
from briefing.events.corrections import Constraints, Guard

THRESHOLD = 0.0
"""Mean log-odds from which on two clusters are joined: even odds."""
FREE = Constraints()


@dataclass(frozen=True, slots=True)
class Unscored:
    """What a pair that was no candidate counts, in log-odds below the threshold.

    `pages` gives a page's language and how far it stands in a crowd; pages left out stand alone.
    """

    alone: float = -2.0
    crowd: float = -2.0
    pages: Mapping[str, tuple[str, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Scored pairs: `left` and `right` index the sorted articles, `log_odds` are of shape (n,)."""

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    log_odds: NDArray[np.float64]


WEAK = Unscored()

Between = tuple[float, int, float]
"""Of the scored pairs between two clusters: summed log-odds, their number, summed crowd shares."""


class _Clusters:
    """Clusters of numbered pages, each named after its smallest member.

    What lies between two clusters is kept as sums, which are added when clusters are joined: a
    join costs as much as it has neighbours, however many pages stand in it.
    """

    def __init__(self, articles: Sequence[str], links: Links, unscored: Unscored) -> None:
        self.articles = articles
        self._unscored = unscored
        self._size = [1] * len(articles)
        pages = [unscored.pages.get(a, ("", 0.0)) for a in articles]
        # Summed crowd shares of each cluster, by language.
        self._crowd = [{language: share} if share else {} for language, share in pages]
        self._between: list[dict[int, Between]] = [{} for _ in articles]
        columns = (links.left.tolist(), links.right.tolist(), links.log_odds.tolist())
        for one, two, odds in sorted(zip(*columns, strict=True)):
            self._keep(one, two, (odds, 1, self._shares(one, two)))
        self.turn = [0] * len(articles)

    def _keep(self, one: int, two: int, between: Between) -> None:
        self._between[one][two] = self._between[two][one] = between

    def _shares(self, one: int, two: int) -> float:
        """The products of the crowd shares of all pairs of two clusters, summed."""
        here, there = self._crowd[one], self._crowd[two]
        if not here or not there:
            return 0.0
        return sum(share * there.get(language, 0.0) for language, share in here.items())

    def merge(self, kept: int, gone: int) -> None:
        """Pour `gone` into `kept`; both count as other clusters than before."""
        here, poured = self._between[kept], self._between[gone]
        self._between[gone] = {}
        here.pop(gone, None)
        poured.pop(kept, None)
        for other, between in poured.items():
            del self._between[other][gone]
            self._keep(kept, other, _added(here.get(other), between))
        for language, share in self._crowd[gone].items():
            self._crowd[kept][language] = self._crowd[kept].get(language, 0.0) + share
        self._size[kept] += self._size[gone]
        self.turn[kept] += 1
        self.turn[gone] += 1

    def averages(self, cluster: int) -> Iterator[tuple[int, float]]:
        """The clusters that scored pairs link to one, with the mean log-odds of all pairs between.

        Unscored pairs are among them.
        """
        sizes, own, alone = self._size, self._size[cluster], self._unscored.alone
        stronger = self._unscored.crowd - alone
        for other, (odds, scored, shares) in self._between[cluster].items():
            pairs = own * sizes[other]
            missing = (pairs - scored) * alone
            if missing and stronger:
                missing += (self._shares(cluster, other) - shares) * stronger
            yield other, (odds + missing) / pairs


def _added(one: Between | None, two: Between) -> Between:
    return (one[0] + two[0], one[1] + two[1], one[2] + two[2]) if one else two


def cluster_articles(
    articles: Iterable[str],
    links: Links,
    unscored: Unscored = WEAK,
    constraints: Constraints = FREE,
    threshold: float = THRESHOLD,
) -> tuple[tuple[str, ...], ...]:
    """The clusters, each sorted, by their first article; `threshold` is in log-odds."""
    ordered = sorted(articles)
    number = {a: n for n, a in enumerate(ordered)}
    partition = DisjointSets(range(len(ordered)))
    together = [[number[a] for a in group if a in number] for group in constraints.together]
    inside = _within(_connected(len(ordered), links, together, threshold), links)
    guard = Guard(constraints)
    found = _Clusters(ordered, inside, unscored)
    _hold_together(together, found, partition, guard)
    _agglomerate(found, _first(found, inside, threshold), partition, guard, threshold)
    return tuple(tuple(ordered[n] for n in cluster) for cluster in partition.sets())


def _connected(
    total: int, links: Links, together: Sequence[Sequence[int]], threshold: float
) -> DisjointSets[int]:
    """The sets of pages that pairs above the threshold, or the reader, connect."""
    sets = DisjointSets(range(total))
    above = links.log_odds > threshold
    for one, two in zip(links.left[above].tolist(), links.right[above].tolist(), strict=True):
        sets.union(one, two)
    for first, *others in filter(None, together):
        for other in others:
            sets.union(first, other)
    return sets


def _within(sets: DisjointSets[int], links: Links) -> Links:
    """The scored pairs inside the connected sets: no others can matter."""
    found = sets.sets()
    set_of = np.empty(sum(map(len, found)), np.int64)
    for number, members in enumerate(found):
        set_of[members] = number
    inside = set_of[links.left] == set_of[links.right]
    return Links(links.left[inside], links.right[inside], links.log_odds[inside])


def _hold_together(
    groups: Sequence[Sequence[int]],
    found: _Clusters,
    partition: DisjointSets[int],
    guard: Guard,
) -> None:
    """Join what the reader holds together before anything is scored."""
    for first, *others in filter(None, groups):
        for other in others:
            kept, gone = sorted((partition.find(first), partition.find(other)))
            if kept != gone:
                partition.union(kept, gone)
                found.merge(kept, gone)
                guard.merge(found.articles[kept], found.articles[gone])


Step = tuple[float, int, int, int, int]
"""Two clusters that may be joined: their negative mean log-odds, names and turns."""


def _first(found: _Clusters, links: Links, threshold: float) -> list[Step]:
    """The steps that may be taken at once."""
    above = np.flatnonzero(links.log_odds > threshold)
    columns = (links.log_odds[above], links.left[above], links.right[above])
    single = zip(*(column.tolist() for column in columns), strict=True)
    steps = [(-odds, min(one, two), max(one, two), 0, 0) for odds, one, two in single]
    held = [cluster for cluster, turn in enumerate(found.turn) if turn]
    return [*steps, *(step for cluster in held for step in _steps(found, cluster, threshold))]


def _steps(found: _Clusters, cluster: int, threshold: float) -> Iterator[Step]:
    """The joins of one cluster with others for which more speaks than the threshold."""
    for other, average in found.averages(cluster):
        if average > threshold:
            one, two = min(cluster, other), max(cluster, other)
            yield -average, one, two, found.turn[one], found.turn[two]


def _agglomerate(
    found: _Clusters,
    steps: list[Step],
    partition: DisjointSets[int],
    guard: Guard,
    threshold: float,
) -> None:
    """Join the two clusters of highest mean log-odds until none are above the threshold."""
    articles = found.articles
    heapq.heapify(steps)
    while steps:
        _, one, two, *turns = heapq.heappop(steps)
        if [found.turn[one], found.turn[two]] != turns:
            continue
        if guard.bars(articles[one], articles[two]):
            continue
        kept, gone = partition.union(one, two), max(one, two)
        guard.merge(articles[kept], articles[gone])
        found.merge(kept, gone)
        for step in _steps(found, kept, threshold):
            heapq.heappush(steps, step)
