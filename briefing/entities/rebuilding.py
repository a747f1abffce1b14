"""Entities made anew of mentions that a reader has put together or taken apart.

Invariant: what is said of an entity comes from its own mentions and their titles; an entity whose
mentions are as they were keeps its id, and a new one never takes the id of another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.entities.naming import by_frequency, display_name, slug
from briefing.entities.offices import find_office
from briefing.entities.pages import Page
from briefing.indexing import index_mentions
from briefing.lexicon.places import find_place
from briefing.model import Citation, Document, Entity, Label, Mention


@dataclass
class Group:
    """Mentions of one thing; `base` is the entity that it began as, `name` the reader's own."""

    kind: Label
    mentions: set[Citation] = field(default_factory=set)
    base: Entity | None = None
    name: str = ""
    country: str | None = None
    is_regrouped: bool = False
    is_retyped: bool = False

    @classmethod
    def of(cls, entity: Entity) -> Group:
        """The group that an entity is."""
        return cls(entity.kind, set(entity.mentions), entity, country=entity.country)

    @property
    def is_touched(self) -> bool:
        """Whether the entity has to be made anew."""
        return bool(self.name) or self.is_regrouped or self.is_retyped or self.base is None

    def rename(self, name: str) -> None:
        """Show it by another name."""
        self.name = name

    def retype(self, kind: Label) -> None:
        """Make it a person, a place or an organisation."""
        if kind is not self.kind:
            self.kind, self.is_retyped, self.is_regrouped = kind, True, True

    def take(self, other: Group) -> None:
        """Take over all mentions of another group."""
        self.mentions |= other.mentions
        self.name = self.name or other.name
        self.country = self.country or other.country
        self.is_regrouped = True
        self.is_retyped |= other.is_retyped or other.kind is not self.kind
        other.leave(set(other.mentions))

    def leave(self, places: set[Citation]) -> None:
        """Give up some mentions."""
        self.mentions -= places
        self.is_regrouped = True


def rebuild(
    entities: Sequence[Entity], groups: Iterable[Group], documents: Sequence[Document]
) -> tuple[Entity, ...]:
    """The entities of the groups, sorted by kind and id; those untouched as they were."""
    standing = [g for g in groups if g.mentions and g.kind is not Label.MISC]
    workshop = _Workshop.over(documents)
    kept = [g.base for g in standing if g.base and not g.is_touched]
    taken = {e.id for e in kept} | {g.base.id for g in standing if g.base and g.base.kind is g.kind}
    made: dict[str, Entity] = {}
    for group in sorted((g for g in standing if g.is_touched), key=lambda g: min(g.mentions)):
        entity = workshop.build(group)
        if group.base and group.base.kind is group.kind:
            entity = replace(entity, id=group.base.id)
        else:
            entity = replace(entity, id=_free(entity.id, taken))
            taken.add(entity.id)
        made[entity.id] = entity
    known = {e.id: e for e in entities}
    bodies = {e.id for e in (*kept, *made.values()) if e.kind is Label.ORG}
    lost = {i for i, e in known.items() if e.kind is Label.ORG} - bodies
    stale = lost | {i for i in made if i in known and made[i] != known[i]}
    return workshop.install([*kept, *made.values()], made.keys(), stale)


def _free(wanted: str, taken: set[str]) -> str:
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


@dataclass(frozen=True, slots=True)
class _Workshop:
    """What the pages say at each mention."""

    documents: Mapping[str, Document]
    mentions: Mapping[Citation, Mention]

    @classmethod
    def over(cls, documents: Sequence[Document]) -> _Workshop:
        return cls(
            {d.article.id: d for d in documents},
            {Citation(d.article.id, m.start, m.end): m for d in documents for m in d.mentions},
        )

    def build(self, group: Group) -> Entity:
        """The entity of a group, without its office."""
        base = group.base
        if base and not group.is_regrouped:
            return replace(base, name=group.name)
        forms = Counter(self.mentions[place].text for place in group.mentions)
        name = group.name or display_name(forms)
        country = group.country
        if not group.name and base and base.kind is group.kind is not Label.PER:
            # A name that only mentions now elsewhere bore is theirs; a table's stays.
            is_lost = base.name in base.variants and base.name not in forms
            name = name if is_lost else base.name
        elif group.kind is Label.LOC and (place := find_place(name)):
            name, country = group.name or place.name, place.country
        return Entity(
            id=f"{group.kind.value.lower()}-{slug(name)}",
            name=name,
            kind=group.kind,
            variants=by_frequency(forms),
            role=None,
            country=country,
            mentions=tuple(sorted(group.mentions)),
        )

    def install(
        self, entities: Sequence[Entity], made: Iterable[str], stale: set[str]
    ) -> tuple[Entity, ...]:
        """Give the people that were made anew, and those whose body was, their offices."""
        bodies = {e.id: e for e in entities if e.kind is Label.ORG}
        organisation_of = index_mentions(bodies.values())
        fresh = set(made)
        installed = [
            self._with_office(e, organisation_of, bodies)
            if e.kind is Label.PER and (e.id in fresh or e.organisation in stale)
            else e
            for e in entities
        ]
        return tuple(sorted(installed, key=lambda e: (e.kind, e.id)))

    def _with_office(
        self,
        person: Entity,
        organisation_of: Mapping[Citation, str],
        bodies: Mapping[str, Entity],
    ) -> Entity:
        titles = [(p, t) for p in person.mentions if (t := self.mentions[p].title) is not None]
        pages = {c.article: self._page(c.article, organisation_of) for c, _ in titles}
        office = find_office(titles, pages, organisation_of, bodies)
        return replace(
            person,
            role=office.role,
            country=office.country,
            office=office.words,
            organisation=office.organisation,
            titles=office.titles,
        )

    def _page(self, article: str, organisation_of: Mapping[Citation, str]) -> Page:
        document = self.documents[article]
        bodies = tuple(
            m for m in document.mentions if Citation(article, m.start, m.end) in organisation_of
        )
        return Page(document, (), (), bodies, {})
