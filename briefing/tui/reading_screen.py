"""The screen on which a corpus is read: it hears the panes and arranges them.

Invariant: what stands where follows from the width, the event's sources and `wishes` alone
(`arrangement.arrange`); panes never speak to one another but through this screen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer

from briefing.errors import BriefingError
from briefing.model import Brief, Event, GroupedCorpus
from briefing.tui.arrangement import (
    MOST_PANES,
    Arrangement,
    Form,
    Room,
    Wishes,
    arrange,
    form_of,
    stops,
)
from briefing.tui.brief_pane import BriefPane
from briefing.tui.catalogue import NumberedSource, build_catalogue
from briefing.tui.dialogs import ChoiceScreen, ErrorScreen, SheetScreen
from briefing.tui.event_pane import EventPane
from briefing.tui.exporting import export_brief
from briefing.tui.keys import Place, bindings
from briefing.tui.messages import (
    BriefExported,
    BriefFailed,
    BriefReady,
    CitationsChosen,
    EventChosen,
    EventHighlighted,
    ExportFailed,
    NameChosen,
    RoomClicked,
)
from briefing.tui.room_tabs import RoomTabs
from briefing.tui.sheets import evidence_sheet, rejection_sheet, source_choices
from briefing.tui.source_pane import SourcePane, source_name
from briefing.tui.source_row import SourceRow
from briefing.tui.status_line import KIND_CYCLE, StatusLine, corpus_summary

Composer = Callable[[GroupedCorpus, Event], Brief]
"""Writes the brief of an event; called in a worker."""


class ReadingScreen(Screen[None]):
    """Events, sources and brief of one corpus."""

    BINDINGS = bindings(Place.READING)

    wishes: reactive[Wishes] = reactive(Wishes, init=False)

    def __init__(self, corpus: GroupedCorpus, paths: tuple[str, ...], composer: Composer) -> None:
        super().__init__()
        self._catalogue = build_catalogue(corpus)
        self._paths = paths
        self._composer = composer
        self._briefs: dict[str, Brief] = {}
        self._event: Event | None = None
        self._sources: tuple[NumberedSource, ...] = ()
        self._kinds = 0
        self._is_clutter_hidden = True

    def compose(self) -> ComposeResult:
        """Everything stands from the start; the arrangement takes off what has no room."""
        yield RoomTabs(id="tabs", markup=False)
        with Horizontal(id="rooms"):
            yield EventPane()
            yield SourceRow()
            yield BriefPane()
        yield StatusLine(id="status")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """List the events; the list then says where its cursor is."""
        self.query_one(StatusLine).show_kinds(KIND_CYCLE[0][1])
        self.query_one(EventPane).show_catalogue(self._catalogue)
        self._arrange(self.app.size.width)
        if not self._catalogue.events:
            self.query_one(BriefPane).show_waiting("No events. Key r lists what was rejected.")

    def on_resize(self, event: events.Resize) -> None:
        """Arrange anew at another width."""
        self._arrange(event.size.width)

    def target(self, place: Place) -> Widget | None:
        """The widget to which the commands of a place are addressed now; None: to none."""
        targets: dict[Place, Widget | None] = {
            Place.READING: self,
            Place.EVENTS: self.query_one(EventPane),
            Place.BRIEF: self.query_one(BriefPane).lines,
            Place.SOURCE: self._pane,
            Place.TEXT: self._pane.view,
            Place.LIST: self.focused,
        }
        return targets.get(place)

    @property
    def corpus(self) -> GroupedCorpus:
        """The corpus that is read."""
        return self._catalogue.corpus

    @property
    def event(self) -> Event | None:
        """The event under the cursor of the list."""
        return self._event

    @property
    def places(self) -> tuple[Place, ...]:
        """The places whose keys work where the reader is, the nearest first."""
        near = {
            Room.EVENTS: (Place.EVENTS, Place.LIST),
            Room.SOURCES: (Place.SOURCE, Place.TEXT),
            Room.BRIEF: (Place.BRIEF, Place.LIST),
        }
        return (*near[self.wishes.room], Place.READING, Place.ANYWHERE)

    @property
    def _pane(self) -> SourcePane:
        return self.query_one(SourceRow).panes[self.wishes.pane]

    def watch_wishes(self) -> None:
        """Arrange what the reader asked for and put the focus where they are."""
        self._arrange(self.size.width)
        rooms: dict[Room, Widget] = {
            Room.EVENTS: self.query_one(EventPane),
            Room.SOURCES: self._pane.view,
            Room.BRIEF: self.query_one(BriefPane).lines,
        }
        target = rooms[self.wishes.room]
        if self.focused is not target and not self._is_finding():
            target.focus(scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click on a pane is a wish to be there."""
        for node in event.widget.ancestors_with_self:
            if isinstance(node, EventPane):
                self.wishes = replace(self.wishes, room=Room.EVENTS)
            elif isinstance(node, SourcePane):
                pane = self.query_one(SourceRow).panes.index(node)
                self.wishes = replace(self.wishes, room=Room.SOURCES, pane=pane)
            elif isinstance(node, BriefPane):
                self.wishes = replace(self.wishes, room=Room.BRIEF)

    def _is_finding(self) -> bool:
        focused = self.focused
        return (
            self.wishes.room is Room.SOURCES
            and focused is not None
            and self._pane in focused.ancestors
            and focused is not self._pane.view
        )

    def _arrange(self, width: int) -> Arrangement:
        plan = arrange(width, len(self._sources), self.wishes)
        events_pane, brief = self.query_one(EventPane), self.query_one(BriefPane)
        events_pane.display, brief.display = plan.has_events, plan.has_brief
        is_alone = plan.form is Form.SINGLE
        events_pane.styles.width = "1fr" if is_alone else plan.events_width
        brief.styles.width = "1fr" if is_alone or not plan.panes else plan.brief_width
        self.query_one(SourceRow).show_panes(plan.panes)
        self._show_tabs(plan)
        summary = corpus_summary(
            self._paths, self._catalogue.corpus, is_brief=form_of(width) is not Form.WIDE
        )
        self.query_one(StatusLine).show_corpus(summary)
        return plan

    def _show_tabs(self, plan: Arrangement) -> None:
        tabs = self.query_one(RoomTabs)
        tabs.display = plan.form is not Form.WIDE
        keys = []
        for room, pane in stops(self.size.width, len(self._sources), self.wishes):
            source = self.query_one(SourceRow).panes[pane].source
            is_source = room is Room.SOURCES and source is not None
            words = room.value.capitalize()
            if is_source and source:
                words = f"{source.number} {source_name(source.document.article)}"
            keys.append((_tab_key(room, pane), words))
        tabs.show_tabs(keys, _tab_key(self.wishes.room, self.wishes.pane))

    def _go(self, room: Room, pane: int) -> None:
        # Elsewhere than in the sources, the pane where the reader was last is remembered.
        pane = pane if room is Room.SOURCES else self.wishes.pane
        self.wishes = replace(self.wishes, room=room, pane=pane)

    @on(RoomClicked)
    def go_to_tab(self, event: RoomClicked) -> None:
        """Go to the room whose tab was clicked."""
        room, _, pane = event.key.partition(" ")
        self._go(Room(room), int(pane))

    @on(EventHighlighted)
    def show_event(self, event: EventHighlighted) -> None:
        """Show the sources of the event under the cursor, and its brief as soon as it is there."""
        chosen = self._catalogue.events[event.event_id]
        if chosen is not self._event:
            self._event = chosen
            self._sources = self._catalogue.sources(chosen)
            row = self.query_one(SourceRow)
            row.follow(None)
            row.show_sources(self._sources, self._catalogue)
            self.wishes = replace(self.wishes, pane=0)
            self._arrange(self.size.width)
            self._show_brief(chosen)

    @on(EventChosen)
    def read_event(self, event: EventChosen) -> None:
        """Go and read the event."""
        self.show_event(event)
        self._go(Room.SOURCES, 0)

    def _show_brief(self, event: Event) -> None:
        brief = self._briefs.get(event.id)
        if brief:
            self.query_one(BriefPane).show_brief(brief, self._catalogue.documents)
            return
        self.query_one(BriefPane).show_waiting("The brief is being written …")
        self._compose_brief(event)

    @work(thread=True, exclusive=True, group="brief")
    def _compose_brief(self, event: Event) -> None:
        try:
            brief = self._composer(self._catalogue.corpus, event)
        except BriefingError as error:
            self.post_message(BriefFailed(event.id, error))
        except Exception as error:  # noqa: BLE001  # a worker's last resort: the reader goes on
            wrapped = BriefingError(f"the brief cannot be written: {error!r}")
            self.post_message(BriefFailed(event.id, wrapped))
        else:
            self.post_message(BriefReady(brief))

    @on(BriefReady)
    def take_brief(self, event: BriefReady) -> None:
        """Keep the brief and show it, if the reader is still at its event."""
        self._briefs[event.brief.event.id] = event.brief
        if self._event and event.brief.event.id == self._event.id:
            self.query_one(BriefPane).show_brief(event.brief, self._catalogue.documents)

    @on(BriefFailed)
    def tell_no_brief(self, event: BriefFailed) -> None:
        """Say why there is no brief, if the reader is still at its event."""
        if self._event and event.event_id == self._event.id:
            self.query_one(BriefPane).show_waiting(str(event.error))

    @on(CitationsChosen)
    def open_citations(self, event: CitationsChosen) -> None:
        """Show the cited places; where the sources do not stand beside the brief, go there."""
        row = self.query_one(SourceRow)
        visible = arrange(self.size.width, len(self._sources), self.wishes).panes
        beside = (
            visible
            or arrange(
                self.size.width, len(self._sources), replace(self.wishes, room=Room.SOURCES)
            ).panes
        )
        pane = row.open_citations(event.citations, beside)
        if pane is not None and not visible:
            self._go(Room.SOURCES, pane)
        if others := row.out_of_view(event.citations, beside):
            numbers = ", ".join(map(str, others))
            self.notify(f"Also cited: source {numbers} (press the number).", timeout=4)

    @on(NameChosen)
    def follow_name(self, event: NameChosen) -> None:
        """Mark the chosen name in every source."""
        self.query_one(SourceRow).follow(event.entity)

    def action_next_room(self, direction: int) -> None:
        """Go to the next pane, round the ends."""
        places = stops(self.size.width, len(self._sources), self.wishes)
        here = (self.wishes.room, self.wishes.pane if self.wishes.room is Room.SOURCES else 0)
        index = places.index(here) if here in places else 0
        self._go(*places[(index + direction) % len(places)])

    def action_open_source(self, number: int) -> None:
        """Show the n-th source in the pane where the reader is, or was last."""
        if self.query_one(SourceRow).open_source(number, self.wishes.pane):
            self._go(Room.SOURCES, self.wishes.pane)
        else:
            self.notify(f"This event has {len(self._sources)} source(s).", timeout=3)

    def action_brief(self) -> None:
        """Beside the sources: fold the brief away or show it. Elsewhere: go to it and back."""
        wishes = self.wishes
        if form_of(self.size.width, is_zoomed=wishes.is_zoomed) is not Form.WIDE:
            self._go(Room.SOURCES if wishes.room is Room.BRIEF else Room.BRIEF, wishes.pane)
        elif wishes.is_brief_shown:
            room = Room.SOURCES if wishes.room is Room.BRIEF else wishes.room
            self.wishes = replace(wishes, is_brief_shown=False, room=room)
        else:
            self.wishes = replace(wishes, is_brief_shown=True, room=Room.BRIEF)

    def action_zoom(self) -> None:
        """Give the pane the whole screen, or give the others theirs back."""
        self.wishes = replace(self.wishes, is_zoomed=not self.wishes.is_zoomed)

    def action_panes(self, change: int) -> None:
        """Show one source pane more or fewer beside each other."""
        panes = max(1, min(MOST_PANES, self.wishes.panes + change))
        self.wishes = replace(self.wishes, panes=panes, pane=min(self.wishes.pane, panes - 1))
        shown = len(arrange(self.size.width, len(self._sources), self.wishes).panes)
        if shown and shown < min(panes, len(self._sources)):
            self.notify(f"This width has room for {shown}.", timeout=2)

    def action_cycle_names(self) -> None:
        """Highlight all names, one kind of them, or none."""
        self._kinds = (self._kinds + 1) % len(KIND_CYCLE)
        words, kinds = KIND_CYCLE[self._kinds]
        self.query_one(SourceRow).show_kinds(kinds)
        self.query_one(StatusLine).show_kinds(kinds)
        self.notify(f"Highlighted: {words}.", timeout=2)

    def action_clutter(self) -> None:
        """Show or hide clutter in every source."""
        self._is_clutter_hidden = not self._is_clutter_hidden
        self.query_one(SourceRow).hide_clutter(is_hidden=self._is_clutter_hidden)

    def action_why(self) -> None:
        """Show why the articles of the event stand together."""
        if self._event:
            self.app.push_screen(
                SheetScreen("Why grouped", evidence_sheet(self._event, self._sources))
            )

    def action_sources(self) -> None:
        """List the sources; the chosen one is opened in the pane."""
        lines = list(source_choices(self._sources))
        self.app.push_screen(ChoiceScreen("Sources", lines), self._open_chosen)

    def _open_chosen(self, number: str | None) -> None:
        if number is not None:
            self.action_open_source(int(number))

    def action_rejected(self) -> None:
        """List the inputs that could not be read."""
        rejections = self._catalogue.corpus.rejections
        title = f"Rejected ({len(rejections)})"
        self.app.push_screen(SheetScreen(title, rejection_sheet(rejections)))

    def action_export(self) -> None:
        """Write the brief of the event to the working directory."""
        brief = self._briefs.get(self._event.id) if self._event else None
        if brief is None:
            self.notify("There is no brief to export yet.", severity="warning")
        else:
            self._write(brief)

    @work(thread=True, group="export")
    def _write(self, brief: Brief) -> None:
        try:
            path = export_brief(brief, self._catalogue.documents, Path.cwd())
        except BriefingError as error:
            self.post_message(ExportFailed(error))
        else:
            self.post_message(BriefExported(str(path)))

    @on(BriefExported)
    def tell_path(self, event: BriefExported) -> None:
        """Say where the brief is."""
        self.notify(event.path, title="Brief exported", timeout=8, markup=False)

    @on(ExportFailed)
    def tell_failure(self, event: ExportFailed) -> None:
        """Say why the brief was not written."""
        self.app.push_screen(ErrorScreen(event.error))


def _tab_key(room: Room, pane: int) -> str:
    return f"{room.value} {pane if room is Room.SOURCES else 0}"
