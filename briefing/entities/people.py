"""The people of a corpus: chains of single pages joined across pages, languages and scripts.

Invariant: namesakes stay apart. Two chains are one person only if their names are spellings of one
another and what the pages say of them speaks for it; a lone surname joins only the one person
whom it can mean. Who stands out as one person is joined first, so that a page that says little
never bridges two people.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, pairwise, product

import numpy as np
from numpy.typing import NDArray

from briefing.disjoint import DisjointSets
from briefing.entities.chains import Chain, Parts, chain_people
from briefing.entities.names import (
    PARTICLES,
    SAME_NAME,
    is_part_of,
    name_likeness,
)
from briefing.entities.namesakes import SAME_PERSON, Person, weigh
from briefing.entities.pages import Page
from briefing.lexicon.skeletons import skeleton, skeletons
from briefing.model import Citation
from briefing.pairing import distinct, pairs_within

MOST_NAMESAKES = 400
"""A key shared by more chains than this blocks nothing: such a name part says too little."""
_COMMON_SHARE, _COMMON_PAGES = 0.2, 3
"""Organisations that more pages name than both of these tell nothing about a person."""
_SURNAME_ALONE = -0.5
_MOST_WAITING = 1 << 21
"""Pairs that are sorted at once."""
_KNOWN = 1 << 16
"""Short forms of names that are remembered: the same ones meet again and again."""
_CLEAR = 0.5
"""How much more must speak for one bearer of a surname than for the next."""


def resolve_people(
    pages: Sequence[Page], organisation_of: Mapping[Citation, str]
) -> tuple[tuple[Chain, ...], ...]:
    """The chains of each person; `pages` must be sorted by article id."""
    chains = [c for p in pages for c in chain_people(p, organisation_of)]
    common = _common_organisations(chains)
    full = [c for c in chains if c.is_full]
    persons = {n: Person.of(c) for n, c in enumerate(full)}
    partition = DisjointSets(persons)
    for likeness, a, b in _candidates(full, persons, common):
        one, two = sorted((partition.find(a), partition.find(b)))
        if one == two:
            continue
        if weigh(persons[one], persons[two], likeness, common) >= SAME_PERSON:
            partition.union(one, two)
            persons[one].merge(persons.pop(two))
    clusters = [persons[n] for n in sorted(persons)]
    _attach_surnames([c for c in chains if not c.is_full], clusters, common)
    return tuple(tuple(p.chains) for p in clusters)


def _common_organisations(chains: Sequence[Chain]) -> frozenset[str]:
    pages: defaultdict[str, set[str]] = defaultdict(set)
    for chain in chains:
        for body in chain.organisations:
            pages[body].add(chain.article)
    whole = len({c.article for c in chains})
    most = max(_COMMON_PAGES, _COMMON_SHARE * whole)
    return frozenset(body for body, articles in pages.items() if len(articles) > most)


def _keys(parts: Parts) -> Iterable[str]:
    """Blocking keys: the name with and without particles, in any order, its last part, pairs."""
    bare = [p for p in parts if p not in PARTICLES]
    bones = [skeleton(p) for p in bare]
    yield "".join(bones)
    yield "~" + "".join(sorted(bones))
    yield f"={skeleton(''.join(parts))}"
    yield from (f"-{form}" for form in skeletons(bare[-1]))
    yield from (f"{a}+{b}" for a, b in pairwise(bones))


def _candidates(
    chains: Sequence[Chain], alone: Mapping[int, Person], common: frozenset[str]
) -> Iterator[tuple[float, int, int]]:
    """Pairs of full-named chains whose names are alike, those first for which most speaks.

    A corpus of years has millions of them: names that no likeness connects come in turn, and pairs
    are kept in columns. `alone` are the persons of single chains.
    """
    bearers: defaultdict[Parts, list[int]] = defaultdict(list)
    for number, chain in enumerate(chains):
        bearers[chain.parts].append(number)
    waiting = _Waiting()
    for group in _groups(bearers):
        for here, there, likeness in group:
            pairs = product(here, there) if here is not there else combinations(here, 2)
            for a, b in pairs:
                waiting.left.append(min(a, b))
                waiting.right.append(max(a, b))
                waiting.likeness.append(likeness)
                waiting.weight.append(weigh(alone[a], alone[b], likeness, common))
        if len(waiting.weight) > _MOST_WAITING:
            yield from waiting.ranked()
            waiting = _Waiting()
    yield from waiting.ranked()


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Pairs of chains in columns."""

    left: array[int] = field(default_factory=lambda: array("i"))
    right: array[int] = field(default_factory=lambda: array("i"))
    likeness: array[float] = field(default_factory=lambda: array("d"))
    weight: array[float] = field(default_factory=lambda: array("d"))

    def ranked(self) -> Iterator[tuple[float, int, int]]:
        """Those first for which most speaks."""
        columns = self.right, self.left, self.likeness, self.weight
        right, left, likeness, weight = (np.array(column) for column in columns)
        for at in np.lexsort((right, left, -likeness, -weight)).tolist():
            yield self.likeness[at], self.left[at], self.right[at]


Alike = tuple[Sequence[int], Sequence[int], float]
"""The chains that bear two names, or one name twice over, and how alike the names are."""


def _groups(bearers: Mapping[Parts, Sequence[int]]) -> Iterable[Sequence[Alike]]:
    """Names that may be one person's, those together that likeness connects."""
    names = list(bearers)
    connected = DisjointSets(range(len(names)))
    found = []
    for one, two in _in_one_block(bearers):
        likeness = name_likeness(names[one], names[two])
        if likeness >= SAME_NAME:
            connected.union(one, two)
            found.append((one, two, likeness))
    groups: defaultdict[int, list[Alike]] = defaultdict(list)
    for one, two, likeness in found:
        alike = bearers[names[one]], bearers[names[two]], likeness
        groups[connected.find(one)].append(alike)
    return groups.values()


def _in_one_block(bearers: Mapping[Parts, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of names, by number, that share a key which few chains have, each once.

    A name that several chains bear is a pair with itself.
    """
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(bearers):
        for key in sorted(set(_keys(name))):
            blocks[key].append(number)
    many = [len(chains) for chains in bearers.values()]
    # Most keys of a name are those of the same names.
    fitting = {m for m in map(tuple, blocks.values()) if sum(many[n] for n in m) <= MOST_NAMESAKES}
    twice = sorted({n for members in fitting for n in members if many[n] > 1})
    found = np.array(twice, np.int64) * (len(many) + 1)
    waiting: list[NDArray[np.int64]] = []
    size = 0
    for members in sorted(fitting, key=len):
        waiting.append(pairs_within(np.array([members], np.int64), len(many)))
        size += len(waiting[-1])
        if size > _MOST_WAITING:
            found, waiting, size = distinct(np.concatenate([found, *waiting])), [], 0
    found = distinct(np.concatenate([found, *waiting]))
    for start in range(0, len(found), _MOST_WAITING):
        for code in found[start : start + _MOST_WAITING].tolist():
            yield divmod(code, len(many))


def _attach_surnames(
    chains: Sequence[Chain], clusters: list[Person], common: frozenset[str]
) -> None:
    """Give each chain that has a surname only to the one person it can mean, else its own."""
    by_part = _index_parts(clusters)
    stands_for = lru_cache(maxsize=_KNOWN)(is_part_of)
    lone: dict[tuple[str, ...], Person] = {}
    for chain in chains:
        bearers = _bearers(chain, by_part, stands_for)
        person = _clearest(chain, bearers, common) or lone.get(chain.parts)
        if person is None:
            person = lone[chain.parts] = Person()
            clusters.append(person)
        person.add(chain)


def _bearers(
    chain: Chain,
    by_part: Mapping[str, Sequence[Person]],
    stands_for: Callable[[Parts, Parts], bool],
) -> list[Person]:
    """Those whose surname it can be; only those spelt alike where there are any."""
    near: dict[int, Person] = {}
    for form in skeletons(chain.parts[-1]):
        near.update((id(p), p) for p in by_part.get(form, ()))
    fitting = [p for p in near.values() if any(stands_for(chain.parts, c.parts) for c in p.chains)]
    bare = set(chain.parts) - PARTICLES
    exact = [p for p in fitting if any(bare <= set(c.parts) for c in p.chains)]
    return exact or fitting


def _clearest(chain: Chain, bearers: Sequence[Person], common: frozenset[str]) -> Person | None:
    alone = Person.of(chain)
    ranked = sorted(
        ((weigh(alone, p, 1.0, common) + _SURNAME_ALONE, -n, p) for n, p in enumerate(bearers)),
        key=lambda r: (-r[0], -r[1]),
    )
    if not ranked or ranked[0][0] < SAME_PERSON:
        return None
    is_clear = len(ranked) == 1 or ranked[0][0] >= ranked[1][0] + _CLEAR
    return ranked[0][2] if is_clear else None


def _index_parts(clusters: Sequence[Person]) -> Mapping[str, list[Person]]:
    index: defaultdict[str, list[Person]] = defaultdict(list)
    for person in clusters:
        parts = {form for c in person.chains for p in c.parts for form in skeletons(p)}
        for part in sorted(parts):
            index[part].append(person)
    return index
