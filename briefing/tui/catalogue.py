"""Looking things up in an opened corpus: articles, events, and who a mention names.

Invariant: a frozen index over one `GroupedCorpus`; it adds nothing to what was analysed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model import Citation, Document, Entity, Event, GroupedCorpus, Span, Storyline


@dataclass(frozen=True, slots=True)
class Section:
    """Events that stand together in the list: a storyline's, or one that has none."""

    storyline: Storyline | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A source of an event with the number by which the reader and the brief call it."""

    number: int
    document: Document


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One corpus with its indexes: by article id, by event id, by the place of a mention.

    `event_of` gives each article's event.
    """

    corpus: GroupedCorpus
    documents: Mapping[str, Document]
    events: Mapping[str, Event]
    entities: Mapping[Citation, Entity]
    event_of: Mapping[str, Event]

    def entity_at(self, article: str, place: Span) -> Entity | None:
        """The entity that the mention at `place` names, if it was resolved."""
        return self.entities.get(Citation(article, place.start, place.end))

    def entity_id_at(self, place: Citation) -> str | None:
        """The id of the entity that a mention names."""
        entity = self.entities.get(place)
        return entity.id if entity else None

    def sources(self, event: Event) -> tuple[NumberedSource, ...]:
        """The event's articles, numbered from 1 in the order of their ids."""
        known = [a for a in event.articles if a in self.documents]
        return tuple(NumberedSource(n, self.documents[a]) for n, a in enumerate(known, 1))


def build_catalogue(corpus: GroupedCorpus) -> Catalogue:
    """Index a corpus once, so that moving about in it costs nothing."""
    return Catalogue(
        corpus,
        {document.article.id: document for document in corpus.documents},
        {event.id: event for event in corpus.events},
        {mention: entity for entity in corpus.entities for mention in entity.mentions},
        {article: event for event in corpus.events for article in event.articles},
    )


def sections(corpus: GroupedCorpus) -> tuple[Section, ...]:
    """Storylines of two or more events and lone events, in the order of their first events."""
    events = {event.id: event for event in corpus.events}
    rank = {event.id: number for number, event in enumerate(corpus.events)}
    grouped = [
        Section(storyline, tuple(events[e] for e in storyline.events if e in events))
        for storyline in corpus.storylines
        if sum(e in events for e in storyline.events) > 1
    ]
    in_storyline = {event.id for section in grouped for event in section.events}
    lone = [Section(None, (event,)) for event in corpus.events if event.id not in in_storyline]
    return tuple(sorted((*grouped, *lone), key=lambda section: rank[section.events[0].id]))


def mentions_in(entity: Entity, article: str) -> tuple[Span, ...]:
    """The places in one article that name the entity, in order."""
    return tuple(sorted(Span(m.start, m.end) for m in entity.mentions if m.article == article))
