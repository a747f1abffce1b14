"""How rare names, words and entities are in a corpus.

Invariant: rarity in a small corpus leans on a background guess, so that two pages on one event do
not make its names common.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.events.corpus import Corpus

BACKGROUND_PAGES = 50
"""Pages that the guess counts for."""


@dataclass(frozen=True, slots=True, eq=False)
class Rarities:
    """The rarity of each number of each sort of key; `published` is that of each page's day."""

    people: NDArray[np.float64]
    organisations: NDArray[np.float64]
    cities: NDArray[np.float64]
    names: NDArray[np.float64]
    stems: NDArray[np.float64]
    whole: NDArray[np.float64]
    figures: NDArray[np.float64]
    published: NDArray[np.float64]
    sounds: NDArray[np.float64]
    notions: NDArray[np.float64]


def rarity(count: int, pages: int, expected: float) -> float:
    """Smoothed inverse document frequency, scaled to [0, 1].

    1 for what one page of `pages` has, towards 0 for what every page has; `expected` is the share
    of pages that have such a thing in general.
    """
    total = pages + BACKGROUND_PAGES
    seen = count + BACKGROUND_PAGES * expected
    return max(0.0, math.log(total / max(seen, 1.0)) / math.log(total))


def count_corpus(corpus: Corpus) -> Rarities:
    """The rarities of a corpus; the guesses are orders of magnitude from general news."""
    pages, terms, figures = len(corpus.profiles), corpus.terms, corpus.figures
    day = corpus.calendar.published

    def rare(counts: NDArray[np.int64], expected: float = 0.02) -> NDArray[np.float64]:
        distinct, at = np.unique(counts, return_inverse=True)
        return np.array([rarity(c, pages, expected) for c in distinct.tolist()], np.float64)[at]

    def bearing(weights: NDArray[np.float64]) -> NDArray[np.int64]:
        return np.bincount(terms.rows.keys[weights > 0], minlength=terms.rows.width)

    written = np.bincount(figures.written[figures.rows.keys])
    return Rarities(
        people=rare(corpus.people.weighed.rows.occurrences(), 0.01),
        organisations=rare(corpus.organisations.rows.occurrences()),
        cities=rare(corpus.places.cities.rows.occurrences()),
        names=rare(bearing(terms.names)),
        stems=rare(bearing(terms.stems), 0.05),
        whole=rare(terms.rows.occurrences()),
        figures=rare(written)[figures.written],
        published=rare(np.bincount(day)[day]),
        sounds=rare(corpus.sounds.rows.occurrences()),
        notions=rare(corpus.notions.rows.occurrences(), 0.05),
    )
