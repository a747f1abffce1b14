"""The window of storylines: their events in time order, what links them, and the way to each.

Invariant: it changes nothing; the event or the sentence that is opened comes back as a
`Destination`.
"""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.visual import Visual
from textual.widgets import Footer
from textual.widgets.option_list import Option

from briefing.exporters.layout import count
from briefing.tui.catalogue import Catalogue
from briefing.tui.destination import Destination
from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList, indented
from briefing.tui.storyline_map import MapEntry, map_entries

_EVENT, _GAP = "●", "┊"


class StorylineScreen(ModalScreen[Destination | None]):
    """The map of all storylines, the cursor on the event that is read."""

    BINDINGS = bindings(Place.CHOICE)

    def __init__(self, catalogue: Catalogue, event: str | None) -> None:
        super().__init__()
        self._catalogue, self._event = catalogue, event
        self._entries: tuple[MapEntry, ...] = ()

    def compose(self) -> ComposeResult:
        """One list in a frame, and the keys of here."""
        lines = len(self._catalogue.corpus.storylines)
        with Vertical(classes="storylines pane") as box:
            box.border_title = Content(f"Storylines ({lines})")
            box.border_subtitle = Content("enter opens · esc closes")
            yield MarkedList()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Draw the map."""
        self._entries = tuple(map_entries(self._catalogue)) or (_nothing(self._catalogue),)
        lines = self.query_one(MarkedList)
        lines.set_options(
            Option(_prompt(entry, is_first=not number), disabled=entry.event is None)
            for number, entry in enumerate(self._entries)
        )
        events = [e.event if not e.place else None for e in self._entries]
        lines.focus()
        if self._event in events:
            lines.highlighted = events.index(self._event)
        else:
            lines.action_first()

    def action_close(self) -> None:
        """Back, and nowhere else."""
        self.dismiss(None)

    def action_select(self) -> None:
        """Open the highlighted line."""
        self.query_one(MarkedList).action_select()

    @on(MarkedList.OptionSelected)
    def open_line(self, event: MarkedList.OptionSelected) -> None:
        """Go to the event, or to the sentence that links it."""
        event.stop()
        entry = self._entries[event.option_index]
        self.dismiss(Destination(event=entry.event, place=entry.place))


def _nothing(catalogue: Catalogue) -> MapEntry:
    events = count(len(catalogue.corpus.events), "event")
    return MapEntry(f"No storyline: {events}, none of which continues another.", is_heading=True)


def _prompt(entry: MapEntry, *, is_first: bool) -> Visual:
    if entry.is_heading:
        heading = Content.styled(
            f"▾ {entry.words}" if entry.tail else entry.words, ".list--heading"
        )
        tail = Content.styled(f"  {entry.tail}" if entry.tail else "", ".list--quiet")
        return Content("" if is_first else "\n") + heading + tail
    if entry.place:
        words = Content(" ").join((Content.styled(entry.lead, "italic"), Content(entry.words)))
        return indented(words + Content.styled(f" {entry.tail}", ".list--quiet"), 6)
    if entry.event is None:
        return indented(Content.styled(f"{_GAP} {entry.lead}", ".list--quiet"), 2)
    when = Content.styled(f"{_EVENT} {entry.lead}  ", "bold")
    facts = Content.styled(entry.tail, ".list--quiet")
    return indented(when + Content.styled(entry.words, "bold") + Content("\n  ") + facts, 2)
