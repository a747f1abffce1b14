"""Pairs of numbered things that share a key, each pair one number.

Invariant: the code of a pair is `left * total + right` with left below right, so that codes in
order are pairs in order, and millions of them are no more than a column.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_SIZES = 4
"""Sizes of blocks whose pairs are remembered; blocks come by size."""


def pairs_within(blocks: NDArray[np.int64], total: int) -> NDArray[np.int64]:
    """The codes of all pairs within each of some blocks of one size, of shape (blocks, size).

    The members of a block must ascend.
    """
    one, two = _upper(blocks.shape[1])
    return (blocks[:, one] * total + blocks[:, two]).ravel()


@lru_cache(maxsize=_SIZES)
def _upper(size: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    return np.triu_indices(size, 1)


def distinct(codes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Codes that are not negative, ascending, each once: sorted, where `np.unique` would hash."""
    ordered = np.sort(codes)
    once: NDArray[np.int64] = ordered[np.diff(ordered, prepend=-1) != 0]
    return once
