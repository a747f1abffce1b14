"""How crowded the neighbourhood of each page is, and how high its likeness to others runs there.

Invariant: a page that shares no candidate pair with another changes nothing for it; pages in other
languages are no neighbours, since words do not compare across languages.
Method: local scaling (Zelnik-Manor and Perona 2004). One number for "alike" cannot serve a corpus
of one story and one of a thousand: a pair stands out against what either page is like otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from briefing.events.blocking import Candidates
from briefing.events.features import LEAST_LEVEL, Comparable, cosine

LIKEST = 10
"""How many neighbours, the likest, say what a page is like otherwise."""
BEYOND = 5
"""One event seldom fills more of them than these: what is as like after them makes a crowd."""
ALONE, CROWDED = 0.05, 0.10
"""Mean likeness of the neighbours beyond: up to the one a page stands alone, from the other on in
a crowd."""


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """Per page: mean likeness of the likest neighbours, and of those beyond the first of them."""

    level: NDArray[np.float64]
    beyond: NDArray[np.float64]


def place_in_crowd(
    comparable: Mapping[str, Comparable], candidates: Candidates
) -> dict[str, Comparable]:
    """The same pages, each with its `level` and `crowded` as measured over its candidate pairs."""
    pages = [comparable[a] for a in candidates.articles]
    found = _measure(pages, candidates)
    crowded = np.clip((found.beyond - ALONE) / (CROWDED - ALONE), 0.0, 1.0)
    return {
        article: replace(page, level=max(LEAST_LEVEL, float(level)), crowded=float(share))
        for article, page, level, share in zip(
            candidates.articles, pages, found.level, crowded, strict=True
        )
    }


def _measure(pages: list[Comparable], candidates: Candidates) -> _Neighbours:
    """A page with fewer neighbours than `LIKEST` is like nothing else besides."""
    total = len(pages)
    likest = np.zeros((total, LIKEST))
    least = np.zeros(total)
    for one, two in zip(candidates.left.tolist(), candidates.right.tolist(), strict=True):
        left, right = pages[one], pages[two]
        if left.profile.language != right.profile.language:
            continue
        likeness = cosine(left.whole, right.whole)
        for page in (one, two):
            if likeness > least[page]:
                row = likest[page]
                row[row.argmin()] = likeness
                least[page] = row.min()
    likest = -np.sort(-likest, axis=1)
    return _Neighbours(likest.mean(axis=1), likest[:, BEYOND:].mean(axis=1))
