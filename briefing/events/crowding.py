"""How crowded the neighbourhood of each page is, and how high its likeness to others runs there.

Invariant: a page that is a candidate with no page of a neighbourhood changes nothing in it; pages
in other languages are no neighbours, since words do not compare across languages.
Method: local scaling (Zelnik-Manor and Perona 2004). One number for "alike" cannot serve a corpus
of one story and one of a thousand: a pair stands out against what either page is like otherwise.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from briefing.events.blocking import Candidates
from briefing.events.comparing import LEAST_LEVEL, Likeness, Pages
from briefing.events.rows import Rows

LIKEST = 10
"""How many neighbours, the likest, say what a page is like otherwise."""
BEYOND = 5
"""One event seldom fills more of them than these: what is as like after them makes a crowd."""
ALONE, CROWDED = 0.05, 0.10
"""Mean likeness of the neighbours beyond: up to the one a page stands alone, from the other on in
a crowd."""
NEAREST = 8
"""How many pages a page of a crowd is known by."""


def place_in_crowd(pages: Pages, candidates: Candidates, likeness: Likeness) -> Pages:
    """The same pages with `level`, `crowded` and `neighbours` as measured over candidate pairs."""
    language = pages.corpus.language
    near = np.flatnonzero(language[candidates.left] == language[candidates.right])
    likest = _likest(
        np.concatenate((candidates.left[near], candidates.right[near])),
        np.tile(likeness.whole[near], 2),
        len(language),
    )
    beyond = likest[:, BEYOND:].mean(axis=1)
    level = np.maximum(LEAST_LEVEL, likest.mean(axis=1))
    crowded = np.clip((beyond - ALONE) / (CROWDED - ALONE), 0.0, 1.0)
    near = near[(crowded[candidates.left[near]] > 0) & (crowded[candidates.right[near]] > 0)]
    one, two = candidates.left[near], candidates.right[near]
    return replace(
        pages,
        level=level,
        crowded=crowded,
        neighbours=_neighbours(one, two, likeness.whole[near], level),
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


def _neighbours(
    one: NDArray[np.int32],
    two: NDArray[np.int32],
    likeness: NDArray[np.float64],
    level: NDArray[np.float64],
) -> Rows:
    """Each page with those that it stands out against most, ties by number.

    Against their level too: a page that is like everything is nobody's neighbour in particular.
    """
    total = len(level)
    page, other = np.concatenate((one, two)), np.concatenate((two, one))
    outstanding = np.tile(likeness, 2) / np.sqrt(level[other])
    order = np.lexsort((other, -outstanding, page))
    order = order[outstanding[order] > 0]
    page, other = page[order], other[order]
    near = np.arange(len(page)) - np.searchsorted(page, page) < NEAREST
    itself = np.arange(total, dtype=np.int32)
    page, other = np.concatenate((itself, page[near])), np.concatenate((itself, other[near]))
    order = np.lexsort((other, page))
    starts = np.concatenate(([0], np.cumsum(np.bincount(page, minlength=total))))
    return Rows(starts.astype(np.int64), other[order], total)
