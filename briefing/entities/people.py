"""The people of a corpus: chains of single pages joined across pages, languages and scripts.

Invariant: namesakes stay apart. Two chains are one person only if their names are spellings of one
another and what the pages say of them speaks for it; a lone surname joins only the one person
whom it can mean. Who stands out as one person is joined first, so that a page that says little
never bridges two people.
"""

from __future__ import annotations

import itertools
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from briefing.disjoint import DisjointSets
from briefing.entities.chains import Chain, chain_people
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
_WAITING = 1 << 21
"""Pairs that are sorted at once."""
_KNOWN = 1 << 16
"""Likenesses of names that are remembered: the same names meet again and again."""
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


def _keys(chain: Chain) -> Iterable[str]:
    """Blocking keys: the name with and without particles, in any order, its last part, pairs."""
    parts = [p for p in chain.parts if p not in PARTICLES]
    bones = [skeleton(p) for p in parts]
    yield "".join(bones)
    yield "~" + "".join(sorted(bones))
    yield f"={skeleton(''.join(chain.parts))}"
    yield from (f"-{form}" for form in skeletons(parts[-1]))
    yield from (f"{a}+{b}" for a, b in itertools.pairwise(bones))


def _candidates(
    chains: Sequence[Chain], alone: Mapping[int, Person], common: frozenset[str]
) -> Iterator[tuple[float, int, int]]:
    """Pairs of full-named chains whose names are alike, those first for which most speaks.

    A corpus of years has millions of them: they are kept in columns. `alone` are the persons of
    single chains.
    """
    likeness_of = lru_cache(maxsize=_KNOWN)(name_likeness)
    left, right, likenesses, weights = array("i"), array("i"), array("d"), array("d")
    for a, b in _in_one_block(chains):
        likeness = likeness_of(chains[a].parts, chains[b].parts)
        if likeness >= SAME_NAME:
            left.append(a)
            right.append(b)
            likenesses.append(likeness)
            weights.append(weigh(alone[a], alone[b], likeness, common))
    if weights:
        # `lexsort` keeps what is equal in order, which is that of the chains already.
        for at in np.lexsort((-np.array(likenesses), -np.array(weights))):
            yield likenesses[at], left[at], right[at]


def _in_one_block(chains: Sequence[Chain]) -> Iterator[tuple[int, int]]:
    """Pairs of chains that share a key which few have, in order, each once."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, chain in enumerate(chains):
        for key in sorted(set(_keys(chain))):
            blocks[key].append(number)
    found = np.empty(0, np.int64)
    waiting: list[NDArray[np.int64]] = []
    many = 0
    # Most keys of a name are those of the same chains.
    fitting = {tuple(m) for m in blocks.values() if 1 < len(m) <= MOST_NAMESAKES}
    for members in sorted(fitting, key=len):
        waiting.append(pairs_within(np.array([members], np.int64), len(chains)))
        many += len(waiting[-1])
        if many > _WAITING:
            found, waiting, many = distinct(np.concatenate([found, *waiting])), [], 0
    found = distinct(np.concatenate([found, *waiting]))
    for start in range(0, len(found), _WAITING):
        for code in found[start : start + _WAITING].tolist():
            yield divmod(code, len(chains))


def _attach_surnames(
    chains: Sequence[Chain], clusters: list[Person], common: frozenset[str]
) -> None:
    """Give each chain that has a surname only to the one person it can mean, else its own."""
    by_part = _index_parts(clusters)
    lone: dict[tuple[str, ...], Person] = {}
    for chain in chains:
        bearers = _bearers(chain, by_part)
        person = _clearest(chain, bearers, common) or lone.get(chain.parts)
        if person is None:
            person = lone[chain.parts] = Person()
            clusters.append(person)
        person.add(chain)


def _bearers(chain: Chain, by_part: Mapping[str, Sequence[Person]]) -> list[Person]:
    """Those whose surname it can be; only those spelt alike where there are any."""
    near: dict[int, Person] = {}
    for form in skeletons(chain.parts[-1]):
        near.update((id(p), p) for p in by_part.get(form, ()))
    fitting = [p for p in near.values() if any(is_part_of(chain.parts, c.parts) for c in p.chains)]
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
