"""Rows of numbered keys: what pages share, and how pairs are cut into batches."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.events import rows
from briefing.events.rows import Laying, Numbers, Rows, batches

held = st.lists(st.frozensets(st.integers(0, 12), max_size=6), min_size=1, max_size=8)


def laid(pages: list[frozenset[int]]) -> tuple[Rows, Numbers[int]]:
    numbers = Numbers[int]()
    laying = Laying(numbers)
    for page in pages:
        laying.add(sorted(page))
    return laying.rows(), numbers


@given(held, st.data())
def test_a_join_finds_what_both_pages_hold(
    pages: list[frozenset[int]], data: st.DataObject
) -> None:
    found, numbers = laid(pages)
    ends = st.integers(0, len(pages) - 1)
    pairs = data.draw(st.lists(st.tuples(ends, ends), min_size=1))
    left, right = np.array(pairs).T
    join = found.join(left, right)
    names = {number: key for key, number in numbers.items()}
    shared = [[names[k] for k in found.keys[join.here[join.pair == n]]] for n in range(len(pairs))]
    assert shared == [sorted(pages[a] & pages[b]) for a, b in pairs]
    assert (found.keys[join.here] == found.keys[join.there]).all()
    assert join.count().tolist() == [len(pages[a] & pages[b]) for a, b in pairs]
    if numbers:
        asked = np.array([numbers.get(data.draw(st.integers(0, 12)), -1) for _ in pairs], np.int32)
        expected = [
            names.get(k) in pages[a] for (a, _), k in zip(pairs, asked.tolist(), strict=True)
        ]
        assert found.holds(left, asked).tolist() == expected


@given(held)
def test_keys_are_counted_and_left_out_by_page(pages: list[frozenset[int]]) -> None:
    found, numbers = laid(pages)
    counts = found.occurrences()
    assert all(counts[n] == sum(k in p for p in pages) for k, n in numbers.items())
    shared = found.keep((counts > 1)[found.keys]) if numbers else found
    assert shared.lengths.tolist() == [
        sum(sum(k in p for p in pages) > 1 for k in page) for page in pages
    ]


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=40).map(sorted),
    st.integers(1, 30),
    st.integers(1, 4),
)
def test_batches_hold_every_pair_once_and_stay_small(
    pairs: list[tuple[int, int]], entries: int, most: int
) -> None:
    left, right = np.array(pairs, np.intp).reshape(-1, 2).T
    sizes = np.arange(10)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "MOST_ENTRIES", entries)
        patch.setattr(rows, "MOST_PAIRS", 7)
        patch.setattr(rows, "MOST_ROWS", most)
        cut = list(batches(left, right, sizes))
    assert [p for at in cut for p in pairs[at]] == pairs
    for at in cut:
        inside = pairs[at]
        assert len({a for a, _ in inside}) <= most
        assert len(inside) == 1 or sum(sizes[a] + sizes[b] for a, b in inside) <= entries
