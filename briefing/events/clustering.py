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
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(slots=True)
class _Between:
    """What lies between two clusters: summed log-odds, scored pairs, and their crowd shares."""

    total: float
    scored: int
    share: float


class _Agglomeration:
    """Clusters of one connected set of pages, named after their smallest member."""

    def __init__(self, members: Sequence[int], unscored: Unscored, articles: Sequence[str]) -> None:
        self._unscored = unscored
        self.size = dict.fromkeys(members, 1)
        self.crowd: dict[int, dict[str, float]] = {}
        for member in members:
            language, crowded = unscored.pages.get(articles[member], ("", 0.0))
            self.crowd[member] = {language: crowded} if crowded else {}
        self.between: dict[int, dict[int, _Between]] = defaultdict(dict)

    def link(self, one: int, two: int, log_odds: float) -> None:
        """Add a scored pair of single pages."""
        between = _Between(log_odds, 1, self._share(one, two))
        self.between[one][two] = self.between[two][one] = between

    def _share(self, one: int, two: int) -> float:
        """Summed crowd shares of all pairs across two clusters."""
        here, there = self.crowd[one], self.crowd[two]
        return sum(share * there[language] for language, share in here.items() if language in there)

    def average(self, one: int, two: int) -> float:
        """Mean log-odds over all pairs across two clusters, the unscored ones included."""
        found = self.between[one][two]
        pairs = self.size[one] * self.size[two]
        missing = (pairs - found.scored) * self._unscored.alone
        stronger = self._unscored.crowd - self._unscored.alone
        if stronger and pairs > found.scored:
            missing += (self._share(one, two) - found.share) * stronger
        return (found.total + missing) / pairs

    def merge(self, kept: int, gone: int) -> list[int]:
        """Pour `gone` into `kept`; returns the neighbours of the new cluster, sorted."""
        mine, theirs = self.between[kept], self.between.pop(gone, {})
        self.size[kept] += self.size.pop(gone)
        crowd = self.crowd[kept]
        for language, share in self.crowd.pop(gone).items():
            crowd[language] = crowd.get(language, 0.0) + share
        mine.pop(gone, None)
        theirs.pop(kept, None)
        for other, value in theirs.items():
            had = mine.get(other, _Between(0.0, 0, 0.0))
            mine[other] = _Between(
                had.total + value.total, had.scored + value.scored, had.share + value.share
            )
            self.between[other].pop(gone, None)
        for other, value in mine.items():
            self.between[other][kept] = value
        return sorted(mine)


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
    inside = _pairs_within(_connected(len(ordered), links, together, threshold), links)
    guard = Guard(constraints)
    for members, pairs in inside:
        found = _Agglomeration(members, unscored, ordered)
        for one, two, log_odds in pairs:
            found.link(one, two, log_odds)
        held = [g for g in together if g and g[0] in found.size]
        _hold_together(held, found, partition, guard, ordered)
        _agglomerate(found, partition, guard, ordered, threshold)
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


def _pairs_within(
    sets: DisjointSets[int], links: Links
) -> Iterable[tuple[list[int], list[tuple[int, int, float]]]]:
    """Each connected set of two pages or more with the scored pairs inside it, sorted."""
    groups = [members for members in sets.sets() if len(members) > 1]
    group_of = np.full(sum(len(m) for m in sets.sets()), -1, dtype=np.int64)
    for n, members in enumerate(groups):
        group_of[members] = n
    here = group_of[links.left]
    kept = np.flatnonzero((here >= 0) & (here == group_of[links.right]))
    kept = kept[np.lexsort((links.right[kept], links.left[kept], here[kept]))]
    borders = np.searchsorted(here[kept], np.arange(len(groups) + 1))
    for n, members in enumerate(groups):
        rows = kept[borders[n] : borders[n + 1]]
        columns = (links.left[rows], links.right[rows], links.log_odds[rows])
        yield members, list(zip(*(c.tolist() for c in columns), strict=True))


def _hold_together(
    groups: Sequence[Sequence[int]],
    found: _Agglomeration,
    partition: DisjointSets[int],
    guard: Guard,
    ordered: Sequence[str],
) -> None:
    """Join what the reader holds together before anything is scored."""
    for first, *others in groups:
        for other in others:
            kept, gone = sorted((partition.find(first), partition.find(other)))
            if kept != gone:
                partition.union(kept, gone)
                found.merge(kept, gone)
                guard.merge(ordered[kept], ordered[gone])


def _agglomerate(
    found: _Agglomeration,
    partition: DisjointSets[int],
    guard: Guard,
    ordered: Sequence[str],
    threshold: float,
) -> None:
    """Join the two clusters of highest mean log-odds until none are above the threshold."""
    heap = [
        (-found.average(one, two), one, two)
        for one in sorted(found.between)
        for two in sorted(found.between[one])
        if one < two
    ]
    heapq.heapify(heap)
    while heap:
        negative, one, two = heapq.heappop(heap)
        if -negative <= threshold:
            break
        if two not in found.between.get(one, {}) or found.average(one, two) != -negative:
            continue
        if guard.bars(ordered[one], ordered[two]):
            continue
        kept, gone = partition.union(one, two), max(one, two)
        guard.merge(ordered[kept], ordered[gone])
        for other in found.merge(kept, gone):
            left, right = sorted((kept, other))
            heapq.heappush(heap, (-found.average(kept, other), left, right))
