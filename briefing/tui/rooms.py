"""The rooms of the reader beside each other: list of events, sources, brief.

Invariant: what stands where follows from the width, the event's sources and `wishes` alone
(`arrangement.arrange`); panes never speak to one another but through whoever hears them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widget import Widget

from briefing.exporters.layout import count
from briefing.model import Citation, Event
from briefing.tui.arrangement import (
    MOST_PANES,
    Arrangement,
    Form,
    Room,
    Wishes,
    arrange,
    divider_at,
    moved_to,
    stops,
    widened,
)
from briefing.tui.brief_pane import BriefPane, Composer
from briefing.tui.catalogue import Catalogue, NumberedSource
from briefing.tui.event_pane import EventPane
from briefing.tui.keys import Place, bindings
from briefing.tui.messages import RoomsArranged, Told
from briefing.tui.source_pane import SourcePane, source_name
from briefing.tui.source_row import SourceRow


class Rooms(Horizontal):
    """Events, sources and brief, arranged as the reader wishes and the width allows."""

    BINDINGS = bindings(Place.ROOMS)

    wishes: reactive[Wishes] = reactive(Wishes, init=False)

    def __init__(self) -> None:
        super().__init__(id="rooms")
        self.event_list, self.row, self.brief = EventPane(), SourceRow(), BriefPane()
        self._sources: tuple[NumberedSource, ...] = ()
        self._divider: Room | None = None

    def compose(self) -> ComposeResult:
        """Everything is there from the start; what has no room stands in no picture."""
        self._arrange(self._plan())
        yield self.event_list
        yield self.row
        yield self.brief

    @property
    def pane(self) -> SourcePane:
        """The source pane in which the reader is, or was last."""
        return self.row.panes[self.wishes.pane]

    @property
    def sources(self) -> tuple[NumberedSource, ...]:
        """The sources of the event that is shown."""
        return self._sources

    def show_sources(self, sources: Sequence[NumberedSource], catalogue: Catalogue) -> None:
        """Show the sources of another event, the first ones in the first panes."""
        self._sources = tuple(sources)
        if self.row.followed:
            self.row.follow(None)
        self.row.show_sources(self._sources, catalogue)
        self.wishes = replace(self.wishes, pane=0)
        self._stand()

    def renew(self, event: Event | None, catalogue: Catalogue, composer: Composer) -> None:
        """Show the events as they are now, the reader where they are in the one they read."""
        self.event_list.renew(catalogue, event.id if event else None)
        if event is None:
            return
        self.brief.renew(event, catalogue, composer)
        self._sources = catalogue.sources(event)
        self.row.renew_sources(self._sources, catalogue)
        if self.wishes.pane >= len(self._sources):
            self.wishes = replace(self.wishes, pane=max(0, len(self._sources) - 1))
        self._stand()

    def go(self, room: Room, pane: int | None = None) -> None:
        """Go to a room; without a pane, that of the sources where the reader was last."""
        self.wishes = replace(
            self.wishes, room=room, pane=self.wishes.pane if pane is None else pane
        )

    def open_place(self, number: int) -> int:
        """Show a source, where it stands or in the reader's pane, and go there; the pane."""
        visible = self._plan(room=Room.SOURCES).panes
        for pane in visible:
            source = self.row.panes[pane].source
            if source and source.number == number:
                self.go(Room.SOURCES, pane)
                return pane
        self.row.open_source(number, self.wishes.pane)
        self.go(Room.SOURCES)
        self._stand()
        return self.wishes.pane

    def open_citations(self, citations: Sequence[Citation]) -> tuple[SourcePane, ...]:
        """Show the cited places, beside the brief or in its place; the panes that stand."""
        visible = self._plan().panes
        beside = visible or self._plan(room=Room.SOURCES).panes
        pane = self.row.open_citations(citations, beside)
        if pane is not None and not visible:
            self.go(Room.SOURCES, pane)
        self._stand()
        if others := self.row.out_of_view(citations, beside):
            numbers = ", ".join(map(str, others))
            self.post_message(Told(f"Also cited: source {numbers} (2s opens the second)."))
        return tuple(self.row.panes[number] for number in beside)

    def visible_panes(self) -> tuple[SourcePane, ...]:
        """The source panes on the screen."""
        return tuple(self.row.panes[number] for number in self._plan().panes)

    def on_resize(self, _: events.Resize) -> None:
        """Arrange anew at another width."""
        self._stand()

    def watch_wishes(self) -> None:
        """Arrange what the reader asked for and put the focus where they are."""
        self._stand()
        rooms: dict[Room, Widget] = {
            Room.EVENTS: self.event_list,
            Room.SOURCES: self.pane.view,
            Room.BRIEF: self.brief.lines,
        }
        target = rooms[self.wishes.room]
        if self.screen.focused is not target and not self._is_finding():
            target.focus(scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click on a pane is a wish to be there."""
        if event.widget is not self.screen.focused:  # the reader has gone on since
            return
        for node in event.widget.ancestors_with_self:
            if isinstance(node, EventPane):
                self.go(Room.EVENTS)
            elif isinstance(node, SourcePane):
                self.go(Room.SOURCES, self.row.panes.index(node))
            elif isinstance(node, BriefPane):
                self.go(Room.BRIEF)

    def action_next_room(self, direction: int) -> None:
        """Go to the next pane, round the ends."""
        places = stops(self.app.size.width, len(self._sources), self.wishes)
        here = (self.wishes.room, self.wishes.pane if self.wishes.room is Room.SOURCES else 0)
        index = places.index(here) if here in places else 0
        room, pane = places[(index + direction) % len(places)]
        self.go(room, pane if room is Room.SOURCES else None)

    def action_open_source(self, number: int) -> None:
        """Show the n-th source in the pane where the reader is, or was last."""
        if self.row.open_source(number, self.wishes.pane):
            self.go(Room.SOURCES)
            self._stand()
        else:
            self.post_message(Told(f"This event has {count(len(self._sources), 'source')}."))

    def action_brief(self) -> None:
        """Beside the sources: fold the brief away or show it. Elsewhere: go to it and back."""
        wishes = self.wishes
        away = Room.SOURCES if wishes.room is Room.BRIEF else wishes.room
        has_room = self._plan(room=away, is_brief_shown=True).has_brief
        if not has_room:
            self.go(Room.SOURCES if wishes.room is Room.BRIEF else Room.BRIEF)
        elif wishes.is_brief_shown:
            self.wishes = replace(wishes, is_brief_shown=False, room=away)
        else:
            self.wishes = replace(wishes, is_brief_shown=True, room=Room.BRIEF)

    def action_changes(self) -> None:
        """Show only what has changed in the brief since the last one, or all of it again."""
        if self.brief.show_only_changes() and not self._plan().has_brief:
            self.go(Room.BRIEF)

    def action_list(self) -> None:
        """Fold the list of events away, or go to it."""
        if self._plan().has_events and self.wishes.is_list_shown:
            room = Room.SOURCES if self.wishes.room is Room.EVENTS else self.wishes.room
            self.wishes = replace(self.wishes, is_list_shown=False, room=room)
        else:
            self.wishes = replace(self.wishes, is_list_shown=True, room=Room.EVENTS)

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or give the others theirs back."""
        if not self.wishes.is_zoomed and self._plan().form is Form.SINGLE:
            self.post_message(Told("At this width every pane has the whole screen."))
            return
        self.wishes = replace(self.wishes, is_zoomed=not self.wishes.is_zoomed)

    def action_widen(self, cells: int) -> None:
        """Make the pane where the reader is wider, or narrower."""
        plan = self._plan()
        if plan.form is Form.SINGLE:
            self.post_message(Told("This pane has the whole screen: no other is beside it."))
        else:
            self.wishes = widened(self.wishes, plan, cells)
            self._tell_widths(plan)

    def _tell_widths(self, before: Arrangement) -> None:
        if self._plan() == before:
            self.post_message(Told("No further: each pane keeps the width that reading needs."))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the line between two rooms."""
        self._divider = divider_at(self._plan(), self.app.size.width, event.screen_x)
        if self._divider:
            self.capture_mouse()
            event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the line that was taken hold of."""
        if self._divider:
            width = self.app.size.width
            self.wishes = moved_to(self.wishes, self._divider, width, event.screen_x)

    def on_mouse_up(self) -> None:
        """Let go of the line."""
        if self._divider:
            self._divider = None
            self.release_mouse()

    def action_panes(self, change: int) -> None:
        """Show one source pane more or fewer beside each other."""
        before = self._plan().panes
        panes = max(1, min(MOST_PANES, self.wishes.panes + change))
        self.wishes = replace(self.wishes, panes=panes, pane=min(self.wishes.pane, panes - 1))
        shown = len(self._plan().panes)
        if shown and shown < min(panes, len(self._sources)):
            self.post_message(Told(f"This width has room for {count(shown, 'source')}."))
        elif self._plan().panes == before:
            here = f"this event has {len(self._sources)}"
            told = f"Up to {count(panes, 'source')} beside each other; {here}."
            self.post_message(Told(told))

    def _plan(self, **changes: object) -> Arrangement:
        wishes = replace(self.wishes, **changes)  # type: ignore[arg-type]  # fields by name
        return arrange(self.app.size.width, len(self._sources), wishes)

    def _stand(self) -> None:
        plan = self._plan()
        self._arrange(plan)
        self.post_message(RoomsArranged(plan))

    def _arrange(self, plan: Arrangement) -> None:
        self.event_list.display, self.brief.display = plan.has_events, plan.has_brief
        is_alone = plan.form is Form.SINGLE
        self.event_list.styles.width = "1fr" if is_alone else plan.events_width
        self.brief.styles.width = "1fr" if is_alone or not plan.panes else plan.brief_width
        self.row.show_panes(plan.panes)

    def tabs(self) -> tuple[tuple[tuple[Room, int], str], ...]:
        """Every stop with what its tab says."""
        found = []
        for room, pane in stops(self.app.size.width, len(self._sources), self.wishes):
            words = room.value.capitalize()
            source = self.row.panes[pane].source
            if room is Room.SOURCES and source:
                words = f"{source.number} {source_name(source.document.article)}"
            found.append(((room, pane), words))
        return tuple(found)

    def _is_finding(self) -> bool:
        focused = self.screen.focused
        return (
            self.wishes.room is Room.SOURCES
            and focused is not None
            and self.pane in focused.ancestors
            and focused is not self.pane.view
        )
