"""Disjoint sets against a plain graph search."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.disjoint import DisjointSets

members = st.integers(0, 12)


def reachable(start: int, edges: list[tuple[int, int]]) -> list[int]:
    seen, todo = {start}, [start]
    while todo:
        here = todo.pop()
        near = {b for a, b in edges if a == here} | {a for a, b in edges if b == here}
        todo += near - seen
        seen |= near
    return sorted(seen)


@given(st.lists(st.tuples(members, members)))
def test_sets_are_the_connected_components(edges: list[tuple[int, int]]) -> None:
    partition = DisjointSets(range(13))
    for one, two in edges:
        assert partition.union(one, two) == min(partition.find(one), partition.find(two))
    expected = sorted({tuple(reachable(n, edges)) for n in range(13)})
    assert [tuple(s) for s in partition.sets()] == expected
