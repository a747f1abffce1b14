"""Pairs as codes: every pair of a block once, in order."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from briefing.pairing import distinct, pairs_within


@given(
    st.integers(2, 5).flatmap(
        lambda n: st.lists(st.sets(st.integers(0, 20), min_size=n, max_size=n), min_size=1)
    )
)
def test_all_pairs_of_each_block_are_there(blocks: list[set[int]]) -> None:
    rows = np.array([sorted(b) for b in blocks], np.int64)
    codes = distinct(pairs_within(rows, 100))
    expected = {(a, b) for block in blocks for a, b in combinations(sorted(block), 2)}
    assert [divmod(code, 100) for code in codes.tolist()] == sorted(expected)


@given(st.lists(st.integers(0, 20)))
def test_codes_are_sorted_and_taken_once(codes: list[int]) -> None:
    assert distinct(np.array(codes, np.int64)).tolist() == sorted(set(codes))
