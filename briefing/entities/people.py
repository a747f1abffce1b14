"""The people of a corpus: chains of single pages joined across pages, languages and scripts.

Invariant: namesakes stay apart. Two chains are one person only if their names are spellings of one
another and nothing the pages say of them contradicts it; a lone surname joins only the one
person whom it can mean.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.disjoint import DisjointSets
from briefing.entities.chains import Chain, chain_people
from briefing.entities.names import PARTICLES, SAME_NAME, is_part_of, name_likeness, skeleton
from briefing.model import Document

MOST_NAMESAKES = 400
"""A key shared by more chains than this blocks nothing: such a name part says too little."""


@dataclass(slots=True)
class Person:
    """A growing cluster of chains; internal to the resolution."""

    chains: list[Chain] = field(default_factory=list)

    @property
    def roles(self) -> set[str]:
        """All roles that the pages give."""
        return {r for c in self.chains for r in c.roles}

    @property
    def countries(self) -> set[str]:
        """All countries that the pages give."""
        return {n for c in self.chains for n in c.countries}

    @property
    def context(self) -> set[str]:
        """The names around this person in all pages."""
        return {n for c in self.chains for n in c.context}


def _contradict(one: Person, two: Person) -> bool:
    """Whether the pages describe two different people who share a name.

    Another role alone proves nothing (people change office, languages word it differently), nor
    does another country (a title may name the guest's or the host's); together with company that
    has nobody in common they do.
    """
    if one.context & two.context:
        return False
    roles = bool(one.roles and two.roles) and not _share_role(one.roles, two.roles)
    nations = bool(one.countries and two.countries) and not one.countries & two.countries
    return roles or nations


def _share_role(one: Iterable[str], two: Iterable[str]) -> bool:
    """Whether a role of one is a role of the other, in full or in short: "defence minister"."""
    return any(a == b or a.endswith(f" {b}") or b.endswith(f" {a}") for a in one for b in two)


def _keys(chain: Chain) -> Iterable[str]:
    """Blocking keys: the name with and without particles, its last part, neighbouring pairs."""
    bones = [skeleton(p) for p in chain.parts if p not in PARTICLES]
    yield "".join(bones)
    yield f"={skeleton(''.join(chain.parts))}"
    yield f"-{bones[-1]}"
    if bones[-1].startswith("j"):  # the German and Dutch spelling of an initial "y"
        yield f"-{bones[-1][1:]}"
    yield from (f"{a}+{b}" for a, b in itertools.pairwise(bones))


def _candidates(chains: Sequence[Chain]) -> list[tuple[float, int, int]]:
    """Pairs of full-named chains whose names are alike, the likest first."""
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
    scored = [(name_likeness(chains[a].parts, chains[b].parts), a, b) for a, b in sorted(pairs)]
    return sorted((s for s in scored if s[0] >= SAME_NAME), key=lambda s: (-s[0], s[1], s[2]))


def resolve_people(documents: Sequence[Document]) -> tuple[tuple[Chain, ...], ...]:
    """The chains of each person; `documents` must be sorted by article id."""
    chains = [c for d in documents for c in chain_people(d)]
    full = [c for c in chains if c.is_full]
    persons = {n: Person([c]) for n, c in enumerate(full)}
    partition = DisjointSets(persons)
    for _, a, b in _candidates(full):
        one, two = sorted((partition.find(a), partition.find(b)))
        if one != two and not _contradict(persons[one], persons[two]):
            partition.union(one, two)
            persons[one].chains += persons.pop(two).chains
    clusters = [persons[n] for n in sorted(persons)]
    _attach_surnames([c for c in chains if not c.is_full], clusters)
    return tuple(tuple(p.chains) for p in clusters)


def _attach_surnames(chains: Sequence[Chain], clusters: list[Person]) -> None:
    """Give each chain that has a surname only to the one person it can mean, else its own."""
    by_part = _index_parts(clusters)
    lone: dict[tuple[str, ...], Person] = {}
    for chain in chains:
        near = by_part.get(skeleton(chain.parts[-1]), [])
        fitting = [p for p in near if any(is_part_of(chain.parts, c.parts) for c in p.chains)]
        ranked = sorted(
            ((len(p.context & chain.context), -n, p) for n, p in enumerate(fitting)),
            key=lambda r: (-r[0], -r[1]),
        )
        is_clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] > ranked[1][0])
        if ranked and is_clear and not _contradict(ranked[0][2], Person([chain])):
            ranked[0][2].chains.append(chain)
        elif chain.parts in lone:
            lone[chain.parts].chains.append(chain)
        else:
            lone[chain.parts] = Person([chain])
            clusters.append(lone[chain.parts])


def _index_parts(clusters: Sequence[Person]) -> Mapping[str, list[Person]]:
    index: defaultdict[str, list[Person]] = defaultdict(list)
    for person in clusters:
        parts = {skeleton(p) for c in person.chains for p in c.parts}
        for part in sorted(parts):
            index[part].append(person)
    return index
