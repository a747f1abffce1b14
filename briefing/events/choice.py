"""Which pairs are shown as evidence of an event: all within it, and the nearest outside.

Invariant: the choice depends on the scores alone; ties go to the pair that sorts first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.events.scoring import Scored

NEAREST = 3
"""How many pages of other events are named as nearest, with what keeps them apart."""


def choose_pairs(
    clusters: Sequence[tuple[str, ...]], scored: Scored
) -> Mapping[tuple[str, ...], tuple[int, ...]]:
    """For each cluster the numbers of its candidate pairs, then of the nearest to it outside."""
    candidates, odds = scored.candidates, scored.log_odds
    number = {a: n for n, a in enumerate(candidates.articles)}
    cluster_of = np.empty(len(number), dtype=np.int64)
    for n, cluster in enumerate(clusters):
        cluster_of[[number[a] for a in cluster]] = n
    left, right = cluster_of[candidates.left], cluster_of[candidates.right]
    chosen: defaultdict[int, list[int]] = defaultdict(list)
    for at in np.flatnonzero(left == right).tolist():
        chosen[int(left[at])].append(at)
    outside = np.flatnonzero(left != right)
    nearest: defaultdict[int, list[int]] = defaultdict(list)
    for side in (left, right):
        for at in _first_of_each(side, odds, outside).tolist():
            nearest[int(side[at])].append(at)

    return {
        cluster: (*chosen[n], *sorted(nearest[n], key=lambda at: (-odds[at], at))[:NEAREST])
        for n, cluster in enumerate(clusters)
    }


def _first_of_each(
    side: NDArray[np.int64], odds: NDArray[np.float64], rows: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Of the rows of each cluster the `NEAREST` of highest odds."""
    ordered = rows[np.lexsort((rows, -odds[rows], side[rows]))]
    clusters = side[ordered]
    starts = np.searchsorted(clusters, clusters, side="left")
    return ordered[np.arange(len(ordered)) - starts < NEAREST]
