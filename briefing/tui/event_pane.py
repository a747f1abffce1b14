"""The list of storylines and events.

Invariant: it shows one corpus and says where its cursor is; what follows is not its business.
"""

from __future__ import annotations

from textual.content import Content
from textual.visual import Visual
from textual.widgets.option_list import Option

from briefing.tui.catalogue import Catalogue
from briefing.tui.event_entries import EventEntry, event_entries
from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList, indented
from briefing.tui.messages import EventChosen, EventHighlighted


class EventPane(MarkedList):
    """Storylines as headings, events below them; moving shows an event, enter goes to read it."""

    BINDINGS = bindings(Place.EVENTS)
    BORDER_TITLE = "Events"

    def show_catalogue(self, catalogue: Catalogue) -> None:
        """List the events of an opened corpus, the cursor on the first."""
        entries = event_entries(catalogue.corpus, catalogue.documents)
        self.set_options(
            Option(_prompt(entry), id=entry.event, disabled=entry.event is None)
            for entry in entries
        )
        self.border_title = f"Events ({len(catalogue.corpus.events)})"
        self.action_first()

    def on_option_list_option_highlighted(self, event: MarkedList.OptionHighlighted) -> None:
        """Tell where the cursor is."""
        event.stop()
        if event.option_id:
            self.post_message(EventHighlighted(event.option_id))

    def on_option_list_option_selected(self, event: MarkedList.OptionSelected) -> None:
        """Tell which event the reader wants to read."""
        event.stop()
        if event.option_id:
            self.post_message(EventChosen(event.option_id))


def _prompt(entry: EventEntry) -> Visual:
    if entry.event is None:
        return Content.styled(f"▾ {entry.title}", ".list--heading")
    lines = [Content.styled(entry.title, "bold")]
    lines += [Content.styled(line, ".list--quiet") for line in entry.details]
    shown = Content("\n").join(lines)
    return indented(shown, 2) if entry.is_within else shown
