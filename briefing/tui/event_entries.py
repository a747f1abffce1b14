"""What the list of events says of each event.

Invariant: pure functions from the corpus to lines of text; nothing of a page is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.escaping import one_line
from briefing.exporters.layout import count
from briefing.model import Document, Event, GroupedCorpus
from briefing.tui.catalogue import sections
from briefing.tui.event_prompt import EventEntry
from briefing.tui.signs import EventSigns

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def event_entries(
    corpus: GroupedCorpus,
    documents: Mapping[str, Document],
    origins: Mapping[str, int],
    signs: Mapping[str, EventSigns],
) -> Iterator[EventEntry]:
    """Storylines with their events and lone events, in the order of the list.

    `origins` counts the independent origins of the events for which that is known by now, `signs`
    tells what the reader did with an event.
    """
    for section in sections(corpus):
        storyline = section.storyline
        if storyline:
            yield EventEntry(f"{one_line(storyline.label)} ({len(section.events)})")
        for event in section.events:
            entry = event_entry(event, documents, origins.get(event.id), signs.get(event.id))
            yield replace(entry, is_within=storyline is not None)


def event_entry(
    event: Event, documents: Mapping[str, Document], origins: int | None, signs: EventSigns | None
) -> EventEntry:
    """What the list says of an event; where nothing is known of what was read, all is unread."""
    own = signs or EventSigns(unread=len(event.articles))
    details = event_details(event, documents, origins)
    if 0 < own.unread < len(event.articles):
        details = (*details, f"{own.unread} unread")
    title = own.prefix + (one_line(event.label) or event.id)
    return EventEntry(title, details, event.id, is_read=not own.unread)


def event_details(
    event: Event, documents: Mapping[str, Document], origins: int | None
) -> tuple[str, ...]:
    """When and where; how many articles, origins and languages."""
    articles = [documents[a].article for a in event.articles if a in documents]
    languages = list(dict.fromkeys(a.language for a in articles if a.language))
    when = shown_date(event.date.value if event.date else None) or "no date"
    where = one_line(event.place.city or event.place.country or "") or "no place"
    counts = count(len(articles), "article")
    if len(articles) > 1:
        # The words keep their place while it is not known, so that no line moves once it is.
        counts += f" · {'… origins' if origins is None else count(origins, 'origin')}"
    return f"{when} · {where}", " · ".join((counts, " ".join(languages)))


def shown_date(value: str | None) -> str:
    """An ISO date or date-time for a reader: "30 Oct 2023, 18:57"; words that are none, as is."""
    if not value:
        return ""
    day, _, time = value.partition("T")
    parts = day.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) not in (1, 2, 3):
        return one_line(value)
    if len(parts) > 1 and not 1 <= int(parts[1]) <= len(_MONTHS):
        return one_line(value)
    words = [str(int(parts[2]))] if len(parts) > 2 else []  # noqa: PLR2004  # year, month, day
    words += [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    return " ".join((*words, parts[0])) + (f", {one_line(time[:5])}" if time else "")
