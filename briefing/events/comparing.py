"""The pages of a corpus made ready for comparison, and batches of pairs of them.

Invariant: what a page is compared by depends on the corpus alone, and what is found for a pair on
its two pages: a batch of one gives the same to the bit as a batch of thousands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from briefing.events.corpus import Corpus, Weighed
from briefing.events.rows import Ends, Join, Rows, batches
from briefing.events.statistics import Rarities

Numbers = NDArray[np.float64]
Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """Weights of the entries of some rows, with the norm of each page's whole vector."""

    weights: Numbers
    norms: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Pages:
    """A corpus with what every comparison of its pages needs.

    `title` are the rarities of the words of titles, `titles` their sums by page; `sounds` are all
    sounds of names and `notions` all notions, scaled by rarity. `crowded` says in [0, 1] how many
    more pages than those of one event are like the page, `neighbours` are the numbers of the page
    itself and of those it is likest to in its crowd, with how far it stands out against each.
    """

    corpus: Corpus
    rarities: Rarities
    title: Numbers
    titles: Numbers
    sounds: Vectors
    notions: Vectors
    crowded: Numbers
    neighbours: Weighed


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """Cosines of pairs: of their names, their other words, and of both together."""

    names: Numbers
    words: Numbers
    whole: Numbers

    def __getitem__(self, at: slice | NDArray[np.intp]) -> Likeness:
        return Likeness(self.names[at], self.words[at], self.whole[at])


def make_comparable(corpus: Corpus, rarities: Rarities) -> Pages:
    """The pages of a corpus, each as if it stood alone."""
    terms, pages = corpus.terms, len(corpus.profiles)
    title = np.minimum(rarities.names, rarities.stems)
    return Pages(
        corpus,
        rarities,
        title=title,
        titles=terms.title.sum(title[terms.title.keys]),
        sounds=_scaled(corpus.sounds, rarities.sounds),
        notions=_scaled(corpus.notions, rarities.notions),
        crowded=np.zeros(pages),
        neighbours=Weighed(
            Rows(np.arange(pages + 1), np.arange(pages, dtype=np.int32), pages),
            np.ones(pages),
            np.ones(pages),
        ),
    )


def _scaled(weighed: Weighed, rarity: Numbers) -> Vectors:
    """Weights scaled by rarity, with the norms of that."""
    scaled = weighed.weights * rarity[weighed.rows.keys]
    return Vectors(scaled, np.sqrt(weighed.rows.sum(scaled**2)))


def _vectors(pages: Pages) -> tuple[Rows, tuple[Vectors, ...]]:
    """The terms that pages share, and their names, other words and both together as vectors."""
    terms, rarities = pages.corpus.terms, pages.rarities
    # What one page alone has counts in its norm, but no pair shares it.
    shared = (terms.rows.occurrences() > 1)[terms.rows.keys]

    def vectors(weights: Numbers, rarity: Numbers) -> Vectors:
        scaled = rarity[terms.rows.keys]
        scaled *= weights
        return Vectors(scaled[shared], np.sqrt(terms.rows.sum(scaled**2)))

    return terms.rows.keep(shared), (
        vectors(terms.names, rarities.names),
        vectors(terms.stems, rarities.stems),
        vectors(terms.names + terms.stems, rarities.whole),
    )


def cosine(dot: Numbers, one: Numbers, two: Numbers) -> Numbers:
    """Cosines from products and norms, 0 where a vector is empty."""
    norms = one * two
    return np.divide(dot, norms, out=np.zeros_like(dot), where=norms > 0)


@dataclass(frozen=True, eq=False)
class Batch:
    """Pairs of pages, few enough to be measured at once; `left` is sorted."""

    pages: Pages
    left: Ends
    right: Ends
    likeness: Likeness

    @property
    def corpus(self) -> Corpus:
        """The pages in columns."""
        return self.pages.corpus

    def join(self, rows: Rows) -> Join:
        """What both pages of each pair hold."""
        return rows.join(self.left, self.right)

    def both(self, column: NDArray[Scalar]) -> tuple[NDArray[Scalar], NDArray[Scalar]]:
        """What a column holds for the left pages and for the right ones."""
        return column[self.left], column[self.right]

    @cached_property
    def are_across(self) -> NDArray[np.bool_]:
        """Whether the pages of each pair are in two languages."""
        one, two = self.both(self.corpus.language)
        return np.not_equal(one, two)

    @cached_property
    def are_abroad(self) -> NDArray[np.bool_]:
        """Whether a page of each pair is in a language that names are not found in for sure."""
        one, two = self.both(self.corpus.abroad)
        return one | two

    @cached_property
    def people(self) -> Join:
        """The people whom both pages name."""
        return self.join(self.corpus.people.weighed.rows)

    @cached_property
    def countries(self) -> Join:
        """The countries that both pages name."""
        return self.join(self.corpus.places.countries.rows)

    @cached_property
    def days_apart(self) -> NDArray[np.int64]:
        """The least number of days between the days of both events, -1 where one is unknown."""
        return self.corpus.calendar.days.closest(self.left, self.right)

    @cached_property
    def published_apart(self) -> NDArray[np.int64]:
        """The days between both publications, -1 where one is unknown."""
        one, two = self.both(self.corpus.calendar.published)
        return np.where((one > 0) & (two > 0), np.abs(one - two), -1)


def stretches(pages: Pages, left: Ends, right: Ends) -> Iterator[slice]:
    """Stretches of pairs, sorted by `left`, that are small enough for a batch."""
    corpus = pages.corpus
    entries = corpus.terms.rows.lengths + corpus.shingles.rows.lengths + corpus.terms.title.lengths
    return batches(left, right, entries + 1)


def measure_likeness(pages: Pages, left: Ends, right: Ends) -> Likeness:
    """The cosines of pairs, which must be sorted by `left`."""
    # As large as the pages themselves, and of no use when the pairs are measured.
    terms, vectors = _vectors(pages)
    found = [np.empty(len(left)) for _ in vectors]
    for at in stretches(pages, left, right):
        join = terms.join(left[at], right[at])
        for vector, cosines in zip(vectors, found, strict=True):
            dot = join.sum(vector.weights[join.here] * vector.weights[join.there])
            cosines[at] = cosine(dot, vector.norms[left[at]], vector.norms[right[at]])
    return Likeness(*found)


def crowd_shares(pages: Pages, left: Ends, right: Ends) -> NDArray[np.float64]:
    """How far both pages of each pair stand in one crowd, in [0, 1]; 0 across languages."""
    language = pages.corpus.language
    shares = pages.crowded[left] * pages.crowded[right]
    return np.where(language[left] == language[right], shares, 0.0)
