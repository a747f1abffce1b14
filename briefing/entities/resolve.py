"""Mentions to entities: the one place where people, places and organisations come together.

Invariant: every PER, LOC and ORG mention of the corpus belongs to exactly one entity; ids and
order depend on what the pages say, not on the order in which they came.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.choosing import most_common
from briefing.entities.chains import Chain
from briefing.entities.naming import by_frequency, display_name, slug
from briefing.entities.organisations import resolve_organisations
from briefing.entities.people import resolve_people
from briefing.entities.places import resolve_places
from briefing.model import Document, Entity, Label


def resolve_entities(documents: Sequence[Document]) -> tuple[Entity, ...]:
    """The entities of a corpus, sorted by kind and id, whatever the order of the documents."""
    ordered = sorted(documents, key=lambda d: d.article.id)
    people = [_person(chains) for chains in resolve_people(ordered)]
    found = [*people, *resolve_places(ordered), *resolve_organisations(ordered)]
    return _with_unique_ids(found)


def _person(chains: Sequence[Chain]) -> Entity:
    forms: Counter[str] = Counter()
    for chain in chains:
        for form, count in chain.forms:
            forms[form] += count
    name = display_name(forms)
    return Entity(
        id=f"per-{slug(name)}",
        name=name,
        kind=Label.PER,
        variants=by_frequency(forms),
        role=most_common(r for c in chains for r in c.roles),
        country=most_common(n for c in chains for n in c.countries),
        mentions=tuple(sorted(m for c in chains for m in c.mentions)),
    )


def _with_unique_ids(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Number the later of those that share an id; the one first mentioned keeps it."""
    by_id: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_id[entity.id].append(entity)
    out = []
    for same in by_id.values():
        for number, entity in enumerate(sorted(same, key=lambda e: e.mentions), start=1):
            out.append(entity if number == 1 else replace(entity, id=f"{entity.id}-{number}"))
    return tuple(sorted(out, key=lambda e: (e.kind, e.id)))
