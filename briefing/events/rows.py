"""What each page holds of one sort, laid end to end, and what the pages of a pair both hold.

Owns the layout: numbered keys, one row a page (compressed sparse rows).
Invariant: what is summed for a pair depends on its two rows alone and runs in the order of their
keys, so that a sum is the same to the bit whatever other pairs are in hand and on whichever side
a page stands.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

MOST_ROWS = 128
"""Pages on the left of one batch: what they hold is looked up in a table of rows by keys."""
MOST_ENTRIES = 1 << 18
"""Entries of the rows of one batch, which bounds its memory however long the pages are."""


MOST_PAIRS = 1 << 16
"""Pairs that are cut into batches at once."""
MOST_SUMMED = 1 << 14
"""Pages whose entries are summed at once."""

Ends = NDArray[np.signedinteger[Any]]
"""The pages on one side of pairs, of any width: for millions of pairs the narrow one."""

Key = TypeVar("Key", bound=Hashable)


class Numbers(dict[Key, int]):
    """Numbers of keys, given as they are first asked for."""

    def __missing__(self, key: Key) -> int:
        number = self[key] = len(self)
        return number


def total(
    numbers: NDArray[np.int64], values: NDArray[np.float64], size: int
) -> NDArray[np.float64]:
    """Values summed by number, one after the other; of no values too."""
    return np.bincount(numbers, values, minlength=size).astype(np.float64, copy=False)


@dataclass(frozen=True, slots=True, eq=False)
class Join:
    """What the rows of pairs share: `pair` is the number of the pair in its batch of `size`.

    `here` and `there` are the places of the shared keys in the rows laid end to end, that of the
    left page and that of the right one.
    """

    pair: NDArray[np.int64]
    here: NDArray[np.int64]
    there: NDArray[np.int64]
    size: int

    def sum(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Values of shared keys summed by pair."""
        return total(self.pair, values, self.size)

    def count(self, chosen: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
        """How many shared keys each pair has, of those that are chosen."""
        pairs = self.pair if chosen is None else self.pair[chosen]
        return np.bincount(pairs, minlength=self.size)


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Page n holds `keys[starts[n]:starts[n + 1]]`, each once, as `width` numbers below it."""

    starts: NDArray[np.int64]
    keys: NDArray[np.int32]
    width: int

    @property
    def lengths(self) -> NDArray[np.int64]:
        """How many keys each page holds."""
        return np.diff(self.starts)

    def sizes(self, pages: Ends) -> NDArray[np.int64]:
        """How many keys each of some pages holds."""
        return self.starts[pages + 1] - self.starts[pages]

    @property
    def pages(self) -> NDArray[np.int64]:
        """The page of each entry."""
        return np.repeat(np.arange(len(self.starts) - 1), self.lengths)

    def sum(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Values of all entries summed by page."""
        found = [np.empty(0)]
        # The page of each entry is a number as wide as its value: some pages at a time.
        for first in range(0, len(self.starts) - 1, MOST_SUMMED):
            ends = self.starts[first : first + MOST_SUMMED + 1]
            page = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
            found.append(total(page, values[ends[0] : ends[-1]], len(ends) - 1))
        return np.concatenate(found)

    def occurrences(self) -> NDArray[np.int64]:
        """How many pages hold each key."""
        return np.bincount(self.keys, minlength=self.width)

    def keep(self, chosen: NDArray[np.bool_]) -> Rows:
        """The rows with the chosen entries only."""
        kept = np.zeros(len(chosen) + 1, np.int32)
        np.cumsum(chosen, out=kept[1:])
        return Rows(kept[self.starts].astype(np.int64), self.keys[chosen], self.width)

    def spread(self, pages: Ends) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """All entries of some pages: which of them each belongs to, and its place."""
        lengths = self.sizes(pages)
        before = np.cumsum(lengths) - lengths
        return (
            np.repeat(np.arange(len(pages)), lengths),
            np.arange(lengths.sum()) + np.repeat(self.starts[pages] - before, lengths),
        )

    def join(self, left: Ends, right: Ends) -> Join:
        """What the pages of pairs, sorted by `left`, both hold.

        In the order of the keys of the right one.
        """
        is_next = np.diff(left, prepend=-1) != 0
        pages, row_of = left[is_next], np.cumsum(is_next) - 1
        row, place = self.spread(pages)
        keys = self.keys[place]
        column_of, columns = self._columns(keys)
        # What no page on the left holds is looked up in the last column, which stays empty.
        table = np.zeros((len(pages), columns + 1), dtype=np.int64)
        table[row, column_of[keys]] = place + 1
        pair, there = self.spread(right)
        here = table[row_of[pair], column_of[self.keys[there]]]
        shared = np.flatnonzero(here)
        return Join(pair[shared], here[shared] - 1, there[shared], len(left))

    def _columns(self, keys: NDArray[np.int32]) -> tuple[NDArray[np.int32], int]:
        """A column for each of some keys, -1 for all others, and how many columns they are."""
        columns = np.full(self.width, -1, dtype=np.int32)
        places = np.arange(len(keys), dtype=np.int32)
        columns[keys] = places
        once = keys[columns[keys] == places]
        columns[once] = places[: len(once)]
        return columns, len(once)

    def holds(self, pages: Ends, keys: NDArray[np.int32]) -> NDArray[np.bool_]:
        """Whether each page holds the key that is asked of it."""
        pair, place = self.spread(pages)
        found = self.keys[place] == keys[pair]
        return np.bincount(pair[found], minlength=len(pages)) > 0


class Laying(Generic[Key]):
    """Rows in the making, page by page; keys are numbered by `numbers`, which rows may share."""

    def __init__(self, numbers: Numbers[Key]) -> None:
        self.numbers = numbers
        self._ends = array("q", [0])
        self._keys = array("i")

    def add(self, keys: Iterable[Key]) -> None:
        """The next page's keys, each once; sorted, so that sums run in one order."""
        self._keys.extend(map(self.numbers.__getitem__, keys))
        self._ends.append(len(self._keys))

    def rows(self) -> Rows:
        """All rows, when the last page is laid."""
        keys = np.frombuffer(self._keys, np.int32) if self._keys else np.empty(0, np.int32)
        return Rows(np.frombuffer(self._ends, np.int64), keys, len(self.numbers))


def batches(left: Ends, right: Ends, entries: NDArray[np.int64]) -> Iterator[slice]:
    """Stretches of pairs, sorted by `left`, that are small enough to be measured at once.

    `entries` says how many entries the rows of each page have.
    """
    # Cut window by window: sums over all pairs would be as large as the pairs themselves.
    for first in range(0, len(left), MOST_PAIRS):
        window = slice(first, first + MOST_PAIRS)
        for at in _cut(left[window], entries[left[window]] + entries[right[window]]):
            yield slice(first + at.start, first + at.stop)


def _cut(left: Ends, entries: NDArray[np.int64]) -> Iterator[slice]:
    ends = np.cumsum(entries)
    rows = np.cumsum(np.diff(left, prepend=left[:1]) != 0)
    start = 0
    while start < len(left):
        done = int(ends[start - 1]) if start else 0
        full = np.searchsorted(ends, done + MOST_ENTRIES, side="right")
        many = np.searchsorted(rows, rows[start] + MOST_ROWS)
        stop = max(start + 1, int(min(full, many)))
        yield slice(start, stop)
        start = stop
