"""Disjoint sets, for every place that joins things step by step.

Invariant: the representative of a set is its smallest member, so that what comes out does not
depend on the order of the unions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T", int, str)


class DisjointSets(Generic[T]):
    """A partition of ids that only grows coarser (Tarjan 1975, path halving)."""

    def __init__(self, members: Iterable[T]) -> None:
        self._parent: dict[T, T] = {m: m for m in members}

    def find(self, member: T) -> T:
        """The representative of the member's set; KeyError for a stranger."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def union(self, one: T, two: T) -> T:
        """Join the sets of two members and return the representative of the whole."""
        root, other = sorted((self.find(one), self.find(two)))
        self._parent[other] = root
        return root

    def sets(self) -> list[list[T]]:
        """The sets, each sorted, by their smallest members."""
        grouped: defaultdict[T, list[T]] = defaultdict(list)
        for member in sorted(self._parent):
            grouped[self.find(member)].append(member)
        return [grouped[root] for root in sorted(grouped)]
