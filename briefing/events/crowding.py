"""How crowded the neighbourhood of each page is, and which pages of it each page is likest to.

Invariant: a page that is a candidate with no page of a neighbourhood changes nothing in it; pages
in other languages are no neighbours, since words do not compare across languages.
Method: local scaling (Zelnik-Manor and Perona 2004). One number for "alike" cannot serve a corpus
of one story and one of a thousand: a pair stands out against what either page is like otherwise.
Who a page stands out against says what it is of, and that is compared again in the same way: two
pages of one event need not share words, as long as they share those who do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from briefing.events.blocking import Candidates
from briefing.events.comparing import Likeness, Pages, cosine
from briefing.events.corpus import Weighed
from briefing.events.rows import Ends, Rows, batches

LIKEST = 10
"""How many neighbours, the likest, say what a page is like otherwise."""
BEYOND = 5
"""One event seldom fills more of them than these: what is as like after them makes a crowd."""
ALONE, CROWDED = 0.05, 0.10
"""Mean likeness of the neighbours beyond: up to the one a page stands alone, from the other on in
a crowd."""
LEAST_LEVEL = 0.03
"""Likeness below which two pages are alike by chance."""
NEAREST = 10
"""How many pages a page of a crowd is known by."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Near:
    """Pairs of pages in one language, sorted by `left`, with how like they are."""

    left: Ends
    right: Ends
    likeness: Floats

    def likest(self, pages: int) -> Floats:
        """How like each page is to its neighbours, of shape (pages, LIKEST), falling.

        A page with fewer neighbours is like nothing else.
        """
        page, likeness = np.concatenate((self.left, self.right)), np.tile(self.likeness, 2)
        order = np.lexsort((-likeness, page))
        page, likeness = page[order], likeness[order]
        rank = np.arange(len(page)) - np.searchsorted(page, page)
        near = rank < LIKEST
        found = np.zeros((pages, LIKEST))
        found[page[near], rank[near]] = likeness[near]
        return found


def place_in_crowd(pages: Pages, candidates: Candidates, likeness: Likeness) -> Pages:
    """The same pages with `crowded` and `neighbours` as measured over candidate pairs."""
    language = pages.corpus.language
    chosen = np.flatnonzero(language[candidates.left] == language[candidates.right])
    near = _Near(candidates.left[chosen], candidates.right[chosen], likeness.whole[chosen])
    likest = near.likest(len(language))
    beyond = likest[:, BEYOND:].mean(axis=1)
    crowded = np.clip((beyond - ALONE) / (CROWDED - ALONE), 0.0, 1.0)
    inside = (crowded[near.left] > 0) & (crowded[near.right] > 0)
    near = _Near(near.left[inside], near.right[inside], near.likeness[inside])
    by_words = _neighbours(near, likest)
    near = replace(near, likeness=_in_common(by_words, near))
    by_neighbours = _neighbours(near, near.likest(len(language)))
    return replace(pages, crowded=crowded, neighbours=by_neighbours)


def _neighbours(near: _Near, likest: Floats) -> Weighed:
    """Each page with those that it stands out against most, and by how much, ties by number.

    Against their level too: a page that is like everything is nobody's neighbour in particular.
    A page is its own neighbour as much as any other is.
    """
    level = np.maximum(LEAST_LEVEL, likest.mean(axis=1))
    total = len(level)
    page = np.concatenate((near.left, near.right))
    other = np.concatenate((near.right, near.left))
    outstanding = np.tile(near.likeness / np.sqrt(level[near.left] * level[near.right]), 2)
    order = np.lexsort((other, -outstanding, page))
    order = order[outstanding[order] > 0]
    page, other, outstanding = page[order], other[order], outstanding[order]
    near_by = np.arange(len(page)) - np.searchsorted(page, page) < NEAREST
    page, other, outstanding = page[near_by], other[near_by], outstanding[near_by]
    itself = np.arange(total, dtype=np.int32)
    own = np.zeros(total)
    np.maximum.at(own, page, outstanding)
    own[own == 0] = 1.0
    page, other = np.concatenate((itself, page)), np.concatenate((itself, other))
    order = np.lexsort((other, page))
    starts = np.concatenate(([0], np.cumsum(np.bincount(page, minlength=total))))
    rows = Rows(starts.astype(np.int64), other[order], total)
    weights = np.concatenate((own, outstanding))[order]
    return Weighed(rows, weights, np.sqrt(rows.sum(weights**2)))


def _in_common(neighbours: Weighed, near: _Near) -> Floats:
    """Cosines of the neighbours of pairs."""
    rows, weights, norms = neighbours.rows, neighbours.weights, neighbours.norms
    found = np.empty(len(near.left))
    for at in batches(near.left, near.right, rows.lengths):
        left, right = near.left[at], near.right[at]
        join = rows.join(left, right)
        dot = join.sum(weights[join.here] * weights[join.there])
        found[at] = cosine(dot, norms[left], norms[right])
    return found
