"""Which other event of the corpus a sentence speaks of.

Invariant: a link needs the other event's day, or its month with a person or the town of it in the
sentence; without a date a person who is only of the other event, and one more of its names. Where
two events fit equally well there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.briefs.background import dates_of
from briefing.briefs.material import Material, Statement
from briefing.days import is_day
from briefing.lexicon.folding import fold
from briefing.model import Entity, Event, EventLink, Point, TimelineEntry

_NAMED = 2
_COUNTRY = 1
_SERIES = 1


def link_entries(
    timeline: Sequence[TimelineEntry], material: Material, events: Iterable[Event]
) -> tuple[TimelineEntry, ...]:
    """The entries of a timeline, those that speak of another event with the link to it."""
    others = _dated(events, material)
    statements = {s.citation: s for s in material.statements}
    return tuple(
        replace(e, link=_find_link([e.date], statements[e.citations[0]], material, others))
        for e in timeline
    )


def link_background(
    points: Iterable[Point], material: Material, events: Iterable[Event]
) -> tuple[Point, ...]:
    """The sentences of the background, those that speak of another event with the link to it."""
    others = _dated(events, material)
    statements = {s.citation: s for s in material.statements}
    own = material.event.date.value if material.event.date else None
    linked = []
    for point in points:
        statement = statements[point.citations[0]]
        dates = dates_of(statement, own)
        link = _find_link(dates, statement, material, others)
        if link is None and not dates:
            link = _find_named(statement, material, others)
        linked.append(replace(point, link=link))
    return tuple(linked)


def _dated(events: Iterable[Event], material: Material) -> list[Event]:
    """The other events whose day is known."""
    return [e for e in events if e.id != material.event.id and e.date and is_day(e.date.value)]


def _find_link(
    dates: Iterable[str], statement: Statement, material: Material, events: Sequence[Event]
) -> EventLink | None:
    """The one event that fits a sentence and one of its dates best."""
    own = material.event.date.value if material.event.date else ""
    fits: dict[str, int] = {}
    for value in dates:
        if own and (own.startswith(value) or value.startswith(own)):
            continue
        for event in events:
            weight = _weigh(value, statement, event, material)
            fits[event.id] = max(fits.get(event.id, 0), weight)
    return _best(fits, events)


def _find_named(
    statement: Statement, material: Material, events: Sequence[Event]
) -> EventLink | None:
    """The one event up to this one that an undated sentence names enough of."""
    own = material.event.date.value if material.event.date else None
    fits: dict[str, int] = {}
    for event in events:
        day = event.date.value if event.date else ""
        people = statement.entities & {p.entity for p in event.participants}
        # Nearly all events of a large corpus end here: their towns are not looked for.
        if not people - material.participants or (own is not None and day > own):
            continue
        named = len(people) + _names_town(statement, event, material)
        if named > 1:
            fits[event.id] = named
    return _best(fits, events)


def _best(fits: Mapping[str, int], events: Iterable[Event]) -> EventLink | None:
    """The event with the highest weight; none where two have it."""
    ranked = sorted(filter(None, fits.values()), reverse=True)
    if not ranked or ranked[:2] == [ranked[0]] * 2:
        return None
    event = next(e for e in events if fits.get(e.id) == ranked[0])
    return EventLink(event.id, event.label, event.date.value if event.date else None)


def _weigh(value: str, statement: Statement, event: Event, material: Material) -> int:
    """How well an event fits a sentence that gives a date; 0: not at all."""
    day = event.date.value if event.date else ""
    if not day.startswith(value):
        return 0
    named = len(statement.entities & {p.entity for p in event.participants})
    named += _names_town(statement, event, material)
    if not named and not is_day(value):
        return 0
    country = fold(event.place.country or "")
    has_country = bool(country) and country in _names_in(statement, material.entities)
    is_series = event.storyline is not None and event.storyline == material.event.storyline
    return _NAMED * named + _COUNTRY * has_country + _SERIES * is_series


def _names_town(statement: Statement, event: Event, material: Material) -> bool:
    """Whether a sentence names the town of an event."""
    town = fold(event.place.city or "")
    return bool(town) and town in _names_in(statement, material.entities)


def _names_in(statement: Statement, entities: Mapping[str, Entity]) -> set[str]:
    """The folded names of all that a sentence names."""
    return {
        fold(form) for e in statement.entities for form in (entities[e].name, *entities[e].variants)
    }
