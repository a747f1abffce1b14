"""From the joins that average link proposes to weights that tell right joins from wrong ones.

Invariant: deterministic; a weight keeps the sign that its feature demands, and the result is never
worse than the start on the sets it was learned from.
Method: what decides over two clusters is the mean over their pairs, not any one pair. So the pages
are clustered with the weights at hand, each join becomes an example, its features those means, its
worth what it adds to B-cubed precision and recall; a logistic loss over all of these gives new
weights, and so on, over the joins of the last rounds together (Ross, Gordon and Bagnell 2011).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.training.ascent import GoldClusters

ROUNDS = 6
REMEMBERED = 4
"""So many rounds' joins are learned from at once."""
ANCHOR = 0.2
"""What it costs to move a weight by 1 from the start, shared by all weights, where a set that is
wholly wrong costs 1 or more."""
STEPS = 60
TINY = 1e-12

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Joins:
    """Joins of clusters.

    `features` are the means over their pairs, of shape (joins, weights), `gains` what each adds to
    the agreement of clusters and events, in pages.
    """

    features: Floats
    gains: Floats


def propose(gold: GoldClusters, tree: Floats) -> Joins:
    """The joins of a tree of which something hangs.

    Where each event has one page in each language, all joins in one language are wrong: they count
    as far as they are not among a crowd, or likeness itself would seem to speak against.
    """
    from scipy.cluster.hierarchy import cophenet  # type: ignore[import-untyped,unused-ignore]
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped,unused-ignore]

    joins = len(tree)
    numbered = tree.copy()
    numbered[:, 2] = np.arange(joins)
    join_of = cophenet(numbered).astype(np.int64)
    scored = join_of[gold.at]
    crowd = gold.crowd[gold.at]
    pairs = np.bincount(join_of, minlength=joins).astype(float)
    have = np.bincount(scored, minlength=joins).astype(float)
    crowded = np.bincount(scored, crowd, minlength=joins)
    which = csr_matrix((np.ones(len(scored)), (scored, np.arange(len(scored)))))
    which.resize(joins, len(scored))
    unscored = np.bincount(join_of, gold.crowd, minlength=joins) - crowded
    sums = np.column_stack([which @ gold.columns, pairs - have, unscored, have])
    gains = gold.gains(tree).sum(axis=0)
    if not _teaches_crowds(gold):
        gains = gains * (1 - np.divide(crowded, have, out=np.zeros(joins), where=have > 0))
    told = np.abs(gains) > TINY
    return Joins(sums[told] / pairs[told, None], gains[told])


def _teaches_crowds(gold: GoldClusters) -> bool:
    """Whether any two pages of one event stand in a crowd together."""
    one, two = np.triu_indices(len(gold.events), 1)
    return bool(gold.crowd[gold.events[one] == gold.events[two]].any())


def learn(
    sets: Sequence[tuple[GoldClusters, float]],
    start: Floats,
    is_wrong: Callable[[int, float], bool],
    is_held: Callable[[int], bool],
) -> Floats:
    """Weights of the best round, each set counting as its number says; see `ascent.climb`."""
    bounds = [_bounds(n, w, is_wrong, is_held) for n, w in enumerate(start.tolist())]
    weights, best, reached = start, start, -np.inf
    rounds: list[list[Joins]] = []
    for _ in range(ROUNDS):
        trees = [gold.tree(weights, gold.log_odds(weights)) for gold, _ in sets]
        value = _value(sets, trees)
        if value > reached:
            best, reached = weights, value
        proposed = []
        for (gold, share), tree in zip(sets, trees, strict=True):
            joins = propose(gold, tree)
            proposed.append(Joins(joins.features, joins.gains * share / len(gold.events)))
        rounds = [*rounds, proposed][-REMEMBERED:]
        weights = _fit([joins for some in rounds for joins in some], len(rounds), start, bounds)
    last = [gold.tree(weights, gold.log_odds(weights)) for gold, _ in sets]
    return weights if _value(sets, last) > reached else best


def _value(sets: Sequence[tuple[GoldClusters, float]], trees: Sequence[Floats]) -> float:
    each = zip(sets, trees, strict=True)
    return sum(share * gold.agreement(tree) for (gold, share), tree in each)


def _bounds(
    number: int,
    weight: float,
    is_wrong: Callable[[int, float], bool],
    is_held: Callable[[int], bool],
) -> tuple[float | None, float | None]:
    """Between what a weight may move; the last three, of no feature, are free."""
    if is_held(number):
        return weight, weight
    return (0.0 if is_wrong(number, -1.0) else None), (0.0 if is_wrong(number, 1.0) else None)


def _fit(
    joins: Sequence[Joins],
    rounds: int,
    start: Floats,
    bounds: Sequence[tuple[float | None, float | None]],
) -> Floats:
    """The weights of least loss over joins of so many rounds, near the start."""
    from scipy.optimize import minimize  # type: ignore[import-untyped,unused-ignore]

    features = np.vstack([some.features for some in joins])
    gains = np.concatenate([some.gains for some in joins])
    sense, worth = np.sign(gains), np.abs(gains) / rounds

    def loss(weights: Floats) -> tuple[float, Floats]:
        agreed = (features @ weights) * sense
        away = weights - start
        slope = -sense * worth / (1 + np.exp(agreed))
        return (
            float(worth @ np.logaddexp(0, -agreed) + ANCHOR / 2 * (away**2).mean()),
            features.T @ slope + ANCHOR * away / len(away),
        )

    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": STEPS}
    )
    weights: Floats = found.x
    return weights
