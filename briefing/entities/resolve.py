"""Mentions to entities: the one place where people, places and organisations come together.

Invariant: every PER, LOC and ORG mention of the corpus belongs to exactly one entity; ids and
order depend on what the pages say, not on the order in which they came.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.entities.chains import Chain
from briefing.entities.naming import by_frequency, display_name, slug
from briefing.entities.offices import find_office
from briefing.entities.organisations import resolve_organisations
from briefing.entities.pages import Page, read_pages
from briefing.entities.people import resolve_people
from briefing.entities.places import resolve_places
from briefing.indexing import index_mentions
from briefing.model import Citation, Document, Entity, Label


def resolve_entities(documents: Sequence[Document]) -> tuple[Entity, ...]:
    """The entities of a corpus, sorted by kind and id, whatever the order of the documents."""
    pages = read_pages(sorted(documents, key=lambda d: d.article.id))
    organisations = _with_unique_ids(resolve_organisations(pages))
    organisation_of = index_mentions(organisations)
    bodies = {e.id: e for e in organisations}
    by_id = {p.id: p for p in pages}
    people = [
        _person(chains, by_id, organisation_of, bodies)
        for chains in resolve_people(pages, organisation_of)
    ]
    return _with_unique_ids([*people, *resolve_places(pages), *organisations])


def _person(
    chains: Sequence[Chain],
    pages: Mapping[str, Page],
    organisation_of: Mapping[Citation, str],
    organisations: Mapping[str, Entity],
) -> Entity:
    forms: Counter[str] = Counter()
    for chain in chains:
        for form, count in chain.forms:
            forms[form] += count
    name = display_name(forms)
    titles = [title for chain in chains for title in chain.titles]
    office = find_office(titles, pages, organisation_of, organisations)
    return Entity(
        id=f"per-{slug(name)}",
        name=name,
        kind=Label.PER,
        variants=by_frequency(forms),
        role=office.role,
        country=office.country,
        mentions=tuple(sorted(m for c in chains for m in c.mentions)),
        office=office.words,
        organisation=office.organisation,
        titles=office.titles,
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
