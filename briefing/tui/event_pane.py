"""The list of storylines and events.

Invariant: it shows one corpus and says where its cursor is; what follows is not its business.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from textual import on, work
from textual.content import Content
from textual.visual import Visual
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from briefing.briefs.origins import find_origins
from briefing.tui.catalogue import Catalogue
from briefing.tui.event_entries import EventEntry, event_entries
from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList, indented
from briefing.tui.messages import EventChosen, EventHighlighted, OriginsCounted
from briefing.tui.signs import EventSigns


class EventPane(MarkedList):
    """Storylines as headings, events below them; moving shows an event, enter goes to read it."""

    BINDINGS = bindings(Place.EVENTS)
    BORDER_TITLE = "Events"

    def __init__(self) -> None:
        super().__init__(id="events", classes="pane")
        self._catalogue: Catalogue | None = None
        self._origins: Mapping[str, int] = {}
        self._signs: Mapping[str, EventSigns] = {}

    def show_catalogue(self, catalogue: Catalogue, first: str | None = None) -> None:
        """List the events of an opened corpus, the cursor on the one named, else on the first."""
        self._catalogue = catalogue
        self.set_options(
            Option(_prompt(entry), id=entry.event, disabled=entry.event is None)
            for entry in event_entries(catalogue.corpus, catalogue.documents, {}, {})
        )
        self.border_title = f"Events ({len(catalogue.corpus.events)})"
        if first is None:
            self.action_first()
        else:
            self.go_to(first)
        self._count_origins(catalogue)

    @property
    def highlighted_event(self) -> str | None:
        """The id of the event under the cursor."""
        return self.highlighted_option.id if self.highlighted_option else None

    def go_to(self, event_id: str) -> None:
        """Put the cursor on an event."""
        self.highlighted = self.get_option_index(event_id)

    @work(thread=True, exclusive=True, group="origins", description="origins")
    def _count_origins(self, catalogue: Catalogue) -> None:
        """Comparing wordings takes a while in a large corpus; the list does not wait for it.

        A worker without a description is described by its arguments: here, by the whole corpus.
        """
        worker = get_current_worker()
        counted: dict[str, int] = {}
        for event in catalogue.corpus.events:
            documents = [source.document for source in catalogue.sources(event)]
            if len(documents) > 1:
                counted[event.id] = len(set(find_origins(documents).values()))
            if worker.is_cancelled:
                return
        self.post_message(OriginsCounted(counted))

    @on(OriginsCounted)
    def show_origins(self, event: OriginsCounted) -> None:
        """Add the counts to the entries."""
        event.stop()
        self._origins = event.origins
        self._renew(event.origins)

    def show_signs(self, signs: Mapping[str, EventSigns]) -> None:
        """Show what the reader did with the events."""
        changed = [event for event, sign in signs.items() if self._signs.get(event) != sign]
        self._signs = {**self._signs, **signs}
        if changed:
            self._renew(changed)

    def _renew(self, changed: Collection[str]) -> None:
        """Write the entries of some events anew."""
        if self._catalogue is None:
            return
        corpus, documents = self._catalogue.corpus, self._catalogue.documents
        for entry in event_entries(corpus, documents, self._origins, self._signs):
            if entry.event is not None and entry.event in changed:
                self.replace_option_prompt(entry.event, _prompt(entry))

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
    lines = [Content(entry.title) if entry.is_read else Content.styled(entry.title, "bold")]
    lines += [Content.styled(line, ".list--quiet") for line in entry.details]
    shown = Content("\n").join(lines)
    return indented(shown, 2) if entry.is_within else shown
