"""The people of a corpus: chains of single pages joined across pages, languages and scripts.

Invariant: namesakes stay apart. Two chains are one person only if their names are spellings of one
another and what the pages say of them speaks for it; a lone surname joins only the one person
whom it can mean. Who stands out as one person is joined first, so that a page that says little
never bridges two people.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefing.disjoint import DisjointSets
from briefing.entities.chains import Chain, chain_people
from briefing.entities.names import (
    PARTICLES,
    SAME_NAME,
    is_part_of,
    name_likeness,
    skeleton,
    skeletons,
)
from briefing.entities.namesakes import SAME_PERSON, Person, weigh
from briefing.entities.pages import Page
from briefing.model import Citation

MOST_NAMESAKES = 400
"""A key shared by more chains than this blocks nothing: such a name part says too little."""
_COMMON_SHARE, _COMMON_PAGES = 0.2, 3
"""Organisations that more pages name than both of these tell nothing about a person."""
_SURNAME_ALONE = -0.5
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
    for likeness, a, b in _candidates(full, common):
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


def _candidates(chains: Sequence[Chain], common: frozenset[str]) -> list[tuple[float, int, int]]:
    """Pairs of full-named chains whose names are alike, those first for which most speaks."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, chain in enumerate(chains):
        for key in sorted(set(_keys(chain))):
            blocks[key].append(number)
    pairs = {
        (a, b)
        for members in blocks.values()
        if len(members) <= MOST_NAMESAKES
        for i, a in enumerate(members)
        for b in members[i + 1 :]
    }
    alone = [Person.of(c) for c in chains]
    ranked = []
    for a, b in sorted(pairs):
        likeness = name_likeness(chains[a].parts, chains[b].parts)
        if likeness >= SAME_NAME:
            weight = weigh(alone[a], alone[b], likeness, common)
            ranked.append((-weight, -likeness, a, b))
    return [(-likeness, a, b) for _, likeness, a, b in sorted(ranked)]


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
