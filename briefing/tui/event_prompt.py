"""How an entry of the list of events looks, be it of the corpus or of what was last seen of it.

Invariant: it stands in the first picture, before any page is read, and so it imports nothing that
reads one.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.visual import Visual

from briefing.store.listings import ListedLine
from briefing.tui.marked_list import indented


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One entry of the list; a heading of a storyline has no `event`."""

    title: str
    details: tuple[str, ...] = ()
    event: str | None = None
    is_within: bool = False
    is_read: bool = False


def listed_prompt(line: ListedLine) -> Visual:
    """A line of a listing as the list shows it."""
    event = None if line.is_heading else ""
    return event_prompt(EventEntry(line.words, line.details, event, line.is_within, line.is_read))


def event_prompt(entry: EventEntry) -> Visual:
    """A heading, or an event's title with what is told below it."""
    if entry.event is None:
        return Content.styled(f"▾ {entry.title}", ".list--heading")
    lines = [Content(entry.title) if entry.is_read else Content.styled(entry.title, "bold")]
    lines += [Content.styled(line, ".list--quiet") for line in entry.details]
    shown = Content("\n").join(lines)
    return indented(shown, 2) if entry.is_within else shown
