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
from briefing.events.rows import Numbers, Rows, total

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


class _Clusters:
    """Clusters of numbered pages, each named after its smallest member.

    What lies between two clusters is summed when it is asked for, from the scored pairs of single
    pages (`rows` of neighbours with their `odds`): kept for all clusters it would fill the memory.
    """

    def __init__(self, articles: Sequence[str], links: Links, unscored: Unscored) -> None:
        self.articles = articles
        pages = len(articles)
        ends = (links.left, links.right), (links.right, links.left)
        one, two = (np.concatenate(side) for side in ends)
        order = np.lexsort((two, one))
        starts = np.cumsum([0, *np.bincount(one, minlength=pages).tolist()])
        self._rows = Rows(starts, two[order], pages)
        # Each pair is there twice: what is let go and reused here was most of the memory.
        del one, two
        order %= max(1, len(links.left))
        self._odds = links.log_odds[order]
        self._unscored = unscored
        languages = Numbers[str]()
        told = [unscored.pages.get(a, ("", 0.0)) for a in articles]
        self._language = np.array([languages[language] for language, _ in told], np.int32)
        self._crowded = np.array([crowded for _, crowded in told], np.float64)
        # Summed crowd shares of each cluster, by language.
        self._crowd = np.zeros((pages, max(1, len(languages))))
        self._crowd[np.arange(pages), self._language] = self._crowded
        self.cluster = np.arange(pages)
        self.members: dict[int, list[int]] = {}
        self.turn = [0] * pages

    def merge(self, kept: int, gone: int) -> None:
        """Pour `gone` into `kept`; both count as other clusters than before."""
        poured = self.members.pop(gone, [gone])
        self.members[kept] = self.members.get(kept, [kept]) + poured
        self.cluster[poured] = kept
        self._crowd[kept] += self._crowd[gone]
        self.turn[kept] += 1
        self.turn[gone] += 1

    def averages(self, cluster: int) -> tuple[list[int], list[float]]:
        """The clusters that scored pairs link to one, with the mean log-odds of all pairs between.

        Unscored pairs are among them.
        """
        members = np.array(self.members.get(cluster, [cluster]), np.intp)
        owner, place = self._rows.spread(members)
        neighbour = self._rows.keys[place]
        outside = self.cluster[neighbour] != cluster
        page, neighbour = members[owner[outside]], neighbour[outside]
        others, at = np.unique(self.cluster[neighbour], return_inverse=True)
        odds = total(at, self._odds[place[outside]], len(others))
        scored = np.bincount(at, minlength=len(others))
        sizes = np.array([len(self.members.get(o, (o,))) for o in others.tolist()], np.int64)
        pairs = sizes * len(members)
        missing = (pairs - scored) * self._unscored.alone
        stronger = self._unscored.crowd - self._unscored.alone
        if stronger:
            is_one = self._language[page] == self._language[neighbour]
            share = self._crowded[page] * self._crowded[neighbour] * is_one
            crowd = (self._crowd[others] * self._crowd[cluster]).sum(axis=1)
            apart = (crowd - total(at, share, len(others))) * stronger
            missing += np.where(pairs > scored, apart, 0.0)
        return others.tolist(), ((odds + missing) / pairs).tolist()


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
    held = sorted(found.members)
    return [*steps, *(step for cluster in held for step in _steps(found, cluster, threshold))]


def _steps(found: _Clusters, cluster: int, threshold: float) -> Iterator[Step]:
    """The joins of one cluster with others for which more speaks than the threshold."""
    for other, average in zip(*found.averages(cluster), strict=True):
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
