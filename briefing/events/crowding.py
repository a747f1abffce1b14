"""How crowded the neighbourhood of each page is, and how high its likeness to others runs there.

Invariant: a page that shares no candidate pair with another changes nothing for it; pages in other
languages are no neighbours, since words do not compare across languages.
Method: local scaling (Zelnik-Manor and Perona 2004). One number for "alike" cannot serve a corpus
of one story and one of a thousand: a pair stands out against what either page is like otherwise.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from briefing.events.blocking import Candidates
from briefing.events.comparing import LEAST_LEVEL, Likeness, Pages

LIKEST = 10
"""How many neighbours, the likest, say what a page is like otherwise."""
BEYOND = 5
"""One event seldom fills more of them than these: what is as like after them makes a crowd."""
ALONE, CROWDED = 0.05, 0.10
"""Mean likeness of the neighbours beyond: up to the one a page stands alone, from the other on in
a crowd."""


def place_in_crowd(pages: Pages, candidates: Candidates, likeness: Likeness) -> Pages:
    """The same pages, each with its `level` and `crowded` as measured over its candidate pairs."""
    language = pages.corpus.language
    near = np.flatnonzero(language[candidates.left] == language[candidates.right])
    likest = _likest(
        np.concatenate((candidates.left[near], candidates.right[near])),
        np.tile(likeness.whole[near], 2),
        len(language),
    )
    beyond = likest[:, BEYOND:].mean(axis=1)
    return replace(
        pages,
        level=np.maximum(LEAST_LEVEL, likest.mean(axis=1)),
        crowded=np.clip((beyond - ALONE) / (CROWDED - ALONE), 0.0, 1.0),
    )


def _likest(
    page: NDArray[np.int32], likeness: NDArray[np.float64], total: int
) -> NDArray[np.float64]:
    """Of shape (pages, LIKEST), falling; a page with fewer neighbours is like nothing else."""
    order = np.lexsort((-likeness, page))
    page, likeness = page[order], likeness[order]
    rank = np.arange(len(page)) - np.searchsorted(page, page)
    near = rank < LIKEST
    found = np.zeros((total, LIKEST))
    found[page[near], rank[near]] = likeness[near]
    return found
