"""What readers have decided about the grouping, as constraints on clustering.

Invariant: pure; a later correction overrides an earlier one where the two speak of the same pair
of articles, "apart" is never broken by what follows from "together", and corrections about
articles that are not in the corpus change nothing.
Terms as in constrained clustering (Wagstaff et al. 2001): must-link and cannot-link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from briefing.disjoint import DisjointSets
from briefing.model import Correction, CorrectionKind

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Constraints:
    """Groups of articles that must be together, pairs that cannot, groups that nobody joins."""

    together: tuple[tuple[str, ...], ...] = ()
    apart: frozenset[Pair] = frozenset()
    closed: tuple[tuple[str, ...], ...] = ()


def constrain(corrections: Iterable[Correction], hashes: Mapping[str, str]) -> Constraints:
    """The constraints on a corpus; `hashes` gives the content hash of each article id."""
    pairs, closed = _replay(corrections)
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for article in sorted(hashes):
        ids[hashes[article]].append(article)
    apart = frozenset(
        _ordered(one, two)
        for (left, right), is_together in pairs.items()
        if not is_together
        for one, two in product(ids[left], ids[right])
    )
    linked = [pair for pair, is_together in reversed(pairs.items()) if is_together]
    together = _join(((ids[a], ids[b]) for a, b in linked), apart, sorted(hashes))
    shut = (tuple(sorted(i for h in group for i in ids[h])) for group in closed)
    return Constraints(together, apart, tuple(sorted(group for group in shut if group)))


def _replay(corrections: Iterable[Correction]) -> tuple[dict[Pair, bool], list[set[str]]]:
    """What holds of each pair of hashes after all corrections, the latest last; closed groups."""
    pairs: dict[Pair, bool] = {}
    closed: list[set[str]] = []

    def decide(decided: Iterable[Pair], *, is_together: bool) -> None:
        for pair in decided:
            pairs.pop(pair, None)
            pairs[pair] = is_together

    for correction in corrections:
        articles, others = set(correction.articles), set(correction.others)
        touched = [group for group in closed if group & articles]
        if correction.kind is CorrectionKind.APART:
            crossing = (_ordered(a, b) for a in articles for b in others - articles)
            decide(sorted(crossing), is_together=False)
            for group in touched:
                if group & others:
                    group.difference_update(articles)
            continue
        closed = [group for group in closed if group not in touched]
        if correction.kind is CorrectionKind.UNLOCKED:
            continue
        decide(_within(articles), is_together=True)
        if correction.kind is CorrectionKind.LOCKED:
            closed.append(articles)
        elif touched:
            closed.append(articles.union(*touched))
    return pairs, [group for group in closed if group]


def _within(articles: Iterable[str]) -> Iterator[Pair]:
    return combinations(sorted(articles), 2)


def _ordered(one: str, two: str) -> Pair:
    return (one, two) if one < two else (two, one)


def _join(
    linked: Iterable[tuple[Sequence[str], Sequence[str]]],
    apart: frozenset[Pair],
    articles: Sequence[str],
) -> tuple[tuple[str, ...], ...]:
    """The groups that the links make, each link left out that would join what is apart."""
    partition, guard = DisjointSets(articles), Guard(Constraints((), apart))
    for left, right in linked:
        for one, two in product(left, right):
            first, second = sorted((partition.find(one), partition.find(two)))
            if first != second and not guard.bars(first, second):
                guard.merge(partition.union(first, second), second)
    return tuple(tuple(group) for group in partition.sets() if len(group) > 1)


class Guard:
    """Which clusters must not be joined, as they grow; clusters go by their smallest member."""

    def __init__(self, constraints: Constraints) -> None:
        self._barred: defaultdict[str, set[str]] = defaultdict(set)
        self._closed = {article for group in constraints.closed for article in group}
        for one, two in constraints.apart:
            self._barred[one].add(two)
            self._barred[two].add(one)

    def bars(self, one: str, two: str) -> bool:
        """Whether the clusters `one` and `two` must stay apart."""
        return two in self._barred.get(one, ()) or one in self._closed or two in self._closed

    def merge(self, kept: str, gone: str) -> None:
        """The cluster `gone` became part of `kept`."""
        if gone in self._closed:
            self._closed.add(kept)
        for other in self._barred.pop(gone, ()):
            self._barred[other].discard(gone)
            self._barred[other].add(kept)
            self._barred[kept].add(other)
