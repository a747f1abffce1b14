"""The list of storylines and events.

Invariant: it shows one corpus and says where its cursor is; what follows is not its business.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from textual import events, on, work
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from briefing.model import Event
from briefing.store.listings import ListedLine, Listing
from briefing.tui.catalogue import Catalogue
from briefing.tui.event_entries import event_entries, event_entry
from briefing.tui.event_prompt import EventEntry, event_prompt
from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList
from briefing.tui.messages import EventChosen, EventHighlighted, OriginsCounted
from briefing.tui.signs import EventSigns

_PASSING = 0.15
"""Seconds within which a reader who goes through the list has left its lines again."""


class EventPane(MarkedList):
    """Storylines as headings, events below them; moving shows an event, enter goes to read it."""

    BINDINGS = bindings(Place.EVENTS)
    BORDER_TITLE = "Events"

    def __init__(self) -> None:
        super().__init__(id="events", classes="pane")
        self._catalogue: Catalogue | None = None
        self._origins: Mapping[str, int] = {}
        self._signs: Mapping[str, EventSigns] = {}
        self._within: frozenset[str] = frozenset()

    def show_catalogue(self, catalogue: Catalogue, first: str | None = None) -> None:
        """List the events of an opened corpus, the cursor on the one named, else on the first."""
        self._catalogue = catalogue
        self._list(catalogue)
        if first is None:
            self.action_first()
        else:
            self.go_to(first)
        self.call_after_refresh(self._count_seen)

    def renew(self, catalogue: Catalogue, here: str | None) -> None:
        """List the events as they are now; the one with the cursor stays where it is on screen."""
        self._catalogue = catalogue
        row = self._screen_row()
        self._list(catalogue)
        if here is None:
            self.action_first()
        else:
            self.go_to(here)
            moved = self._screen_row() - row
            self.scroll_to(y=self.scroll_offset.y + moved, animate=False, immediate=True)
        self._origins = {}
        self.call_after_refresh(self._count_seen)

    def _list(self, catalogue: Catalogue) -> None:
        corpus, documents = catalogue.corpus, catalogue.documents
        entries = list(event_entries(corpus, documents, self._origins, self._signs))
        self._within = frozenset(e.event for e in entries if e.event and e.is_within)
        self.set_options(
            Option(event_prompt(entry), id=entry.event, disabled=entry.event is None)
            for entry in entries
        )
        self.border_title = f"Events ({len(corpus.events)})"

    def _screen_row(self) -> int:
        """The row of the list's view in which the cursor's event begins."""
        place = None if self.highlighted is None else self.place_of(self.highlighted)
        return (place.y if place else 0) - self.scroll_offset.y

    def listing(self) -> Listing:
        """What is in view now."""
        if self._catalogue is None:
            return Listing(0, ())
        seen = self.in_view
        corpus, documents = self._catalogue.corpus, self._catalogue.documents
        entries = list(event_entries(corpus, documents, self._origins, self._signs))
        here = self.highlighted_event
        shown = entries[seen.start : seen.stop]
        return Listing(len(corpus.events), tuple(_listed(e, here) for e in shown))

    @property
    def highlighted_event(self) -> str | None:
        """The id of the event under the cursor."""
        return self.highlighted_option.id if self.highlighted_option else None

    def go_to(self, event_id: str) -> None:
        """Put the cursor on an event."""
        self.highlighted = self.get_option_index(event_id)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Count the origins of the events that come into view."""
        super().watch_scroll_y(old_value, new_value)
        self._count_seen()

    def on_resize(self, _: events.Resize) -> None:
        """Count the origins of the events that come into view."""
        self._count_seen()

    def _count_seen(self) -> None:
        """Comparing wordings takes a while: it is done where it is seen, and the list goes on."""
        if self._catalogue is None:
            return
        ids = (self.options[number].id for number in self.in_view)
        wanted = [self._catalogue.events[i] for i in ids if i and i not in self._origins]
        if several := [event for event in wanted if len(event.articles) > 1]:
            self._count_origins(several, self._catalogue)

    @work(thread=True, exclusive=True, group="origins", description="origins")
    def _count_origins(self, wanted: Sequence[Event], catalogue: Catalogue) -> None:
        """A worker without a description is described by its arguments: here, by the corpus."""
        from briefing.briefs.origins import find_origins

        worker = get_current_worker()
        time.sleep(_PASSING)
        counted: dict[str, int] = {}
        for event in wanted:
            if worker.is_cancelled:
                break
            documents = [source.document for source in catalogue.sources(event)]
            counted[event.id] = len(set(find_origins(documents).values()))
        if counted:
            self.post_message(OriginsCounted(counted))

    @on(OriginsCounted)
    def show_origins(self, event: OriginsCounted) -> None:
        """Add the counts to the entries."""
        event.stop()
        self._origins = {**self._origins, **event.origins}
        self._renew(event.origins)

    def show_signs(self, signs: Mapping[str, EventSigns]) -> None:
        """Show what the reader did with the events."""
        former = {event: self._sign_of(event) for event in signs}
        self._signs = {**self._signs, **signs}
        if changed := [event for event, sign in signs.items() if former[event] != sign]:
            self._renew(changed)

    def _sign_of(self, event_id: str) -> EventSigns | None:
        """What is shown of an event now: as long as nothing is known of it, all is unread."""
        event = self._catalogue.events.get(event_id) if self._catalogue else None
        unread = EventSigns(unread=len(event.articles)) if event else None
        return self._signs.get(event_id, unread)

    def _renew(self, changed: Iterable[str]) -> None:
        """Write the entries of some events anew: in a long list those alone are gone through."""
        if self._catalogue is None:
            return
        documents, prompts = self._catalogue.documents, []
        for event_id in changed:
            if event := self._catalogue.events.get(event_id):
                signs, origins = self._signs.get(event_id), self._origins.get(event_id)
                entry = event_entry(event, documents, origins, signs)
                is_within = event_id in self._within
                prompts.append((event_id, event_prompt(replace(entry, is_within=is_within))))
        self.replace_prompts(prompts)

    @on(MarkedList.OptionHighlighted)
    def tell_cursor(self, event: MarkedList.OptionHighlighted) -> None:
        """Tell where the cursor is."""
        event.stop()
        if event.option_id:
            self.post_message(EventHighlighted(event.option_id))

    @on(MarkedList.OptionSelected)
    def tell_choice(self, event: MarkedList.OptionSelected) -> None:
        """Tell which event the reader wants to read."""
        event.stop()
        if event.option_id:
            self.post_message(EventChosen(event.option_id))


def _listed(entry: EventEntry, here: str | None) -> ListedLine:
    is_heading = entry.event is None
    is_here = here is not None and entry.event == here
    return ListedLine(
        entry.title, entry.details, is_heading, entry.is_within, entry.is_read, is_here
    )
