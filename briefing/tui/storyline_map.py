"""Storylines as a map: the events of each in time, and the sentences that lead from one to another.

Invariant: pure; a link is a sentence of one event's pages that gives the day of the other event,
and it can be opened where it stands. What was written before that day announces the event, what
was written after recalls it; nothing else is taken for a link.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from briefing.days import is_day, parse_day
from briefing.escaping import one_line
from briefing.exporters.layout import count
from briefing.model import Citation, Document, Event, Storyline
from briefing.tui.catalogue import Catalogue, sections
from briefing.tui.event_entries import shown_date

AFTERMATH_DAYS = 14
"""Days within which what recalls an event tells of what came of it; later it is background."""

_LONGEST = 160
"""Characters of a sentence that are quoted."""


class Tie(Enum):
    """How a page of one event speaks of another; the value is how the map puts it."""

    PREVIEW = "→ announces"
    AFTERMATH = "← follows up"
    BACKGROUND = "← recalls"


@dataclass(frozen=True, slots=True)
class Link:
    """A sentence of `event`'s pages that speaks of the event `other`."""

    event: str
    other: str
    tie: Tie
    place: Citation


@dataclass(frozen=True, slots=True)
class MapEntry:
    """A line of the map: a storyline, an event, a link, or the time between two events."""

    words: str
    lead: str = ""
    tail: str = ""
    event: str | None = None
    place: Citation | None = None
    is_heading: bool = False


def map_entries(catalogue: Catalogue) -> Iterator[MapEntry]:
    """The storylines in the order of the list of events."""
    for section in sections(catalogue.corpus):
        if section.storyline:
            yield from _storyline_entries(section.storyline, section.events, catalogue)


def _storyline_entries(
    storyline: Storyline, events: Sequence[Event], catalogue: Catalogue
) -> Iterator[MapEntry]:
    days = [e.date.value for e in events if e.date]
    ends = " – ".join(dict.fromkeys(shown_date(day) for day in (days[0], days[-1]))) if days else ""
    tail = " · ".join(part for part in (count(len(events), "event"), ends) if part)
    yield MapEntry(one_line(storyline.label), tail=tail, is_heading=True)
    links = find_links(events, catalogue.documents)
    names = {event.id: _name(event) for event in events}
    before: Event | None = None
    for event in events:
        if gap := _gap(before, event):
            yield MapEntry("", lead=gap)
        yield MapEntry(_label(event), _when(event), _facts(event), event=event.id)
        for link in links:
            if link.event == event.id:
                yield _link_entry(link, names, catalogue)
        before = event


def find_links(events: Sequence[Event], documents: Mapping[str, Document]) -> tuple[Link, ...]:
    """The links between the events of a storyline: of each kind the first from one to another."""
    days = {e.id: e.date.value for e in events if e.date and is_day(e.date.value)}
    owners: dict[str, list[str]] = {}
    for owner, day in days.items():
        owners.setdefault(day, []).append(owner)
    found: dict[tuple[str, str], Link] = {}
    for event in events:
        for place, day in _days_given(event, documents):
            for other in owners.get(day, ()):
                tie = _tie(days.get(event.id), day)
                if other != event.id and tie:
                    link = Link(event.id, other, tie, place)
                    found.setdefault((event.id, other), link)
    order = {event.id: number for number, event in enumerate(events)}
    return tuple(sorted(found.values(), key=lambda k: (order[k.event], order[k.other])))


def _days_given(event: Event, documents: Mapping[str, Document]) -> Iterator[tuple[Citation, str]]:
    """The sentences of an event's pages that give a day, and that day."""
    for article in event.articles:
        document = documents.get(article)
        for mention in document.dates if document else ():
            if not is_day(mention.value) or document is None:
                continue
            within = (s for s in document.sentences if s.start <= mention.start < s.end)
            for sentence in within:
                yield Citation(article, sentence.start, sentence.end), mention.value or ""


def _tie(own: str | None, other: str) -> Tie | None:
    mine, theirs = parse_day(own), parse_day(other)
    if mine is None or theirs is None or mine == theirs:
        return None
    if theirs > mine:
        return Tie.PREVIEW
    return Tie.AFTERMATH if (mine - theirs).days <= AFTERMATH_DAYS else Tie.BACKGROUND


def _link_entry(link: Link, names: Mapping[str, str], catalogue: Catalogue) -> MapEntry:
    article = catalogue.documents[link.place.article].article
    words = one_line(article.text[link.place.start : link.place.end])
    short = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    lead = f"{link.tie.value} {names[link.other]}:"
    source = one_line(article.source or article.id)
    return MapEntry(f"“{short}”", lead, source, event=link.event, place=link.place)


def _name(event: Event) -> str:
    """How another event's link calls an event: by its day and place."""
    day = shown_date(event.date.value if event.date else None)
    return f"{day}, {one_line(event.place.city or event.place.country or event.kind)}"


def _label(event: Event) -> str:
    return one_line(event.label) or event.id


def _when(event: Event) -> str:
    return shown_date(event.date.value if event.date else None) or "no date"


def _facts(event: Event) -> str:
    people = [one_line(p.name) for p in event.participants[:3]]
    parts = (one_line(event.place.words), ", ".join(people), count(len(event.articles), "article"))
    return " · ".join(part for part in parts if part)


def _gap(before: Event | None, event: Event) -> str:
    """The time between two events, where both days are known."""
    dates: list[date | None] = [
        parse_day(e.date.value) if e and e.date and is_day(e.date.value) else None
        for e in (before, event)
    ]
    if dates[0] is None or dates[1] is None or dates[0] == dates[1]:
        return ""
    return f"{count((dates[1] - dates[0]).days, 'day')} later"
