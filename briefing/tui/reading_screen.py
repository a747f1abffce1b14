"""The screen on which a corpus is read: it hears the panes and opens what they ask for.

Invariant: it knows which event is read and whom the reader follows; where things stand is the
rooms' business, what a window shows its own.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.events import ScreenResume
from textual.widget import Widget

from briefing.model import Citation, Entity, Event, GroupedCorpus, Label, Span
from briefing.store.workspace import Workspace
from briefing.tui.arrangement import Form, Room
from briefing.tui.bottom_line import BottomLine
from briefing.tui.brief_pane import BriefPane, Composer
from briefing.tui.catalogue import Catalogue
from briefing.tui.corpus_names import corpus_place
from briefing.tui.desk import Desk
from briefing.tui.destination import Destination
from briefing.tui.dialogs import ErrorScreen
from briefing.tui.direction import orders_by_itself
from briefing.tui.keys import Place, bindings
from briefing.tui.matching import Matcher, build_matcher
from briefing.tui.messages import (
    BriefExported,
    CitationsChosen,
    EventChosen,
    EventHighlighted,
    ExportFailed,
    LeadTaken,
    NameChosen,
    RoomClicked,
    RoomsArranged,
    SentenceReached,
    StepAsked,
    Told,
)
from briefing.tui.names_screen import NamesScreen
from briefing.tui.naming import next_mention
from briefing.tui.reading_windows import ReadingWindows
from briefing.tui.room_tabs import RoomTabs
from briefing.tui.search_screen import Searched, SearchScreen
from briefing.tui.signs import successor
from briefing.tui.source_pane import SourcePane
from briefing.tui.status_line import KIND_CYCLE, StatusLine, corpus_summaries


class ReadingScreen(ReadingWindows):
    """Events, sources and brief of one corpus."""

    BINDINGS = bindings(Place.READING)

    def __init__(
        self,
        catalogue: Catalogue,
        paths: tuple[str, ...],
        composer: Composer,
        workspace: Workspace,
    ) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._renewed: Catalogue | None = None
        self._is_shown = False
        self._paths, self._workspace = paths, workspace
        self._composer = composer
        self._event: Event | None = None
        self._matcher: Matcher | None = None
        self._searched = Searched()
        self._kinds = 0
        self._is_clutter_hidden = True
        self._is_order_left = orders_by_itself(os.environ)

    def compose(self) -> ComposeResult:
        """Tabs where not everything has room, the rooms, and two lines below them."""
        yield RoomTabs(id="tabs", markup=False)
        corpus = corpus_place(self._paths)
        yield Desk(self._catalogue, self._workspace, corpus)
        yield StatusLine(id="status")
        yield BottomLine()

    def on_mount(self) -> None:
        """List the events; the list then says where its cursor is."""
        self._spare_collector()
        self.query_one(StatusLine).show_kinds(KIND_CYCLE[0][1])
        self.rooms.event_list.show_catalogue(self._catalogue, self.desk.resumed_event())
        self.rooms.event_list.focus()
        self.rooms.row.leave_order(is_left=self._is_order_left)
        if not self._catalogue.events:
            self.query_one(BriefPane).show_waiting("No events. Key r lists what was rejected.")
        self._is_shown = True
        self.call_after_refresh(self.show_renewed)

    def _spare_collector(self) -> None:
        """Else it would walk through corpus and list of events now and then, between two keys."""
        gc.freeze()
        self.call_after_refresh(gc.freeze)

    def renew(self, catalogue: Catalogue) -> None:
        """Show the corpus as it is now, the reader where they are: once no window is open."""
        self._renewed = catalogue
        if self._is_shown and self.app.screen is self:
            self._renewed = None
            self._spare_collector()
            self._event, self._matcher = successor(self._event, self._catalogue, catalogue), None
            self._catalogue = catalogue
            self.rooms.renew(self._event, catalogue, self._composer)
            self.desk.renew(catalogue)

    @on(ScreenResume)
    def show_renewed(self) -> None:
        """Show what came while a window was open."""
        if self._renewed:
            self.renew(self._renewed)

    @property
    def desk(self) -> Desk:
        """The reader's own work."""
        return self.query_one(Desk)

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
        around = (Place.READING, Place.ROOMS, Place.DESK, Place.ANYWHERE)
        return (*near[self.rooms.wishes.room], *around)

    def target(self, place: Place) -> Widget | None:
        """The widget to which the commands of a place are addressed now; None: to none."""
        rooms = self.rooms
        targets: dict[Place, Widget | None] = {
            Place.READING: self,
            Place.ROOMS: rooms,
            Place.DESK: self.desk,
            Place.EVENTS: rooms.event_list,
            Place.BRIEF: rooms.brief.lines,
            Place.SOURCE: rooms.pane,
            Place.TEXT: rooms.pane.view,
            Place.LIST: self.focused,
        }
        return targets.get(place)

    @on(RoomsArranged)
    def show_tabs(self, event: RoomsArranged) -> None:
        """Show the tabs where not everything stands, and who read the page the reader is at."""
        event.stop()
        tabs, wishes = self.query_one(RoomTabs), self.rooms.wishes
        tabs.display = event.plan.form is not Form.WIDE
        here = (wishes.room, wishes.pane if wishes.room is Room.SOURCES else 0)
        shown = [(_tab_key(stop), words) for stop, words in self.rooms.tabs()]
        tabs.show_tabs(shown, _tab_key(here))
        source = self.rooms.pane.source if wishes.pane in event.plan.panes else None
        page = source.document if source else None
        summaries = corpus_summaries(self._paths, self._catalogue.corpus, page)
        self.query_one(StatusLine).show_corpus(summaries)

    @on(RoomClicked)
    def go_to_tab(self, event: RoomClicked) -> None:
        """Go to the room whose tab was clicked."""
        name, _, pane = event.key.partition(" ")
        room = Room(name)
        self.rooms.go(room, int(pane) if room is Room.SOURCES else None)

    @on(EventHighlighted)
    def show_highlighted(self, event: EventHighlighted) -> None:
        """Show the event under the cursor of the list."""
        self._show_event(self._catalogue.events.get(event.event_id))

    def _catch_up(self) -> None:
        """Show the event under the cursor, where a key was faster than the list's word of it."""
        self._show_event(self._catalogue.events.get(self.rooms.event_list.highlighted_event or ""))

    @on(EventChosen)
    def read_event(self, event: EventChosen) -> None:
        """Go and read the event."""
        chosen = self._catalogue.events.get(event.event_id)
        self._show_event(chosen)
        if chosen:
            self.rooms.event_list.go_to(chosen.id)
        self.rooms.go(Room.SOURCES, 0)

    def _show_event(self, event: Event | None) -> None:
        """Show the sources of an event, and its brief as soon as it is there."""
        if event is None or event is self._event:
            return
        self._event, self._matcher = event, None
        self.rooms.show_sources(self._catalogue.sources(event), self._catalogue)
        self.rooms.brief.show_event(event, self._catalogue, self._composer)
        self.desk.resume_source(event)

    @on(CitationsChosen)
    def open_citations(self, event: CitationsChosen) -> None:
        """Show the cited places, and beside them what says the same where nothing is cited."""
        panes = self.rooms.open_citations(event.citations)
        first = next(iter(event.citations), None)
        if first and first.end > first.start:
            self._show_matches(first.article, first.start, panes, is_cited_kept=True)

    @on(SentenceReached)
    def show_same(self, event: SentenceReached) -> None:
        """Show in the other panes what says the same as the sentence the reader came to."""
        event.stop()
        panes = self.rooms.visible_panes()
        self._show_matches(event.article, event.sentence.start, panes)

    def _show_matches(
        self,
        article: str,
        offset: int,
        panes: Sequence[SourcePane],
        *,
        is_cited_kept: bool = False,
    ) -> None:
        sentence = self.matcher.sentence_at(article, offset)
        for pane in panes:
            other = pane.source.document.article.id if pane.source else article
            if sentence and other != article and not (is_cited_kept and pane.view.marks.cited):
                pane.show_match(self.matcher.match(article, sentence, other))

    @property
    def matcher(self) -> Matcher:
        """What says the same as what among the event's sources; made when it is first asked for."""
        if self._matcher is None:
            documents = [source.document for source in self.rooms.sources]
            self._matcher = build_matcher(documents, self._catalogue.entity_id_at)
        return self._matcher

    @on(NameChosen)
    def follow_name(self, event: NameChosen) -> None:
        """Mark the chosen name in every source."""
        self.rooms.row.follow(event.entity)

    @on(StepAsked)
    def step_to_mention(self, event: StepAsked) -> None:
        """Go to the next mention of whom the reader follows, in this source or the next."""
        event.stop()
        followed, position = self.rooms.row.followed, self.rooms.pane.position
        if followed and position:
            place = next_mention(followed.places, position, event.direction)
            if place:
                self._open_place(place)

    def _open_place(self, place: Citation) -> None:
        """Go to a place of the event's sources, in the pane that shows it or can."""
        rooms = self.rooms
        number = next(
            (s.number for s in rooms.sources if s.document.article.id == place.article), None
        )
        if number is None:
            return
        pane, span = rooms.row.panes[rooms.open_place(number)], Span(place.start, place.end)
        followed = rooms.row.followed
        if followed and span in followed.places.get(place.article, ()):
            pane.go_to(span)
        else:
            pane.cite((place,))

    @on(LeadTaken)
    def take_lead(self, event: LeadTaken) -> None:
        """Go where a line of a window of the desk leads."""
        self.open_destination(event.destination)

    def open_destination(self, chosen: Destination | None) -> None:
        """Go where a window led: to an event, to a place, to the mentions of an entity."""
        if chosen is None:
            return
        if chosen.decision:
            card = chosen.entity.mentions[0] if chosen.entity else None
            self.desk.decide_name(chosen.decision, card)
            return
        event = self._catalogue.events.get(chosen.event or "")
        if chosen.place:
            event = self._catalogue.event_of.get(chosen.place.article, event)
        if event:
            self._show_event(event)
            self.rooms.event_list.go_to(event.id)
        if chosen.entity:
            self._follow(chosen.entity, chosen.place)
        elif chosen.place:
            self._open_place(chosen.place)

    def _follow(self, entity: Entity, place: Citation | None) -> None:
        """Follow an entity, from a place or from its first mention in the event on."""
        row = self.rooms.row
        row.follow(entity)
        places = row.followed.places if row.followed else {}
        first = next(
            (Citation(a, s.start, s.end) for a, spans in places.items() for s in spans), None
        )
        if place or first:
            self._open_place(place or first)  # type: ignore[arg-type]  # one of them is there
        else:
            self.tell(Told(f"{entity.name} is not named in this event."))

    def action_names(self) -> None:
        """List people, places and organisations."""
        self._show_names(KIND_CYCLE[self._kinds][1] or KIND_CYCLE[0][1])

    def _show_names(self, kinds: frozenset[Label], entity: Entity | None = None) -> None:
        articles = self._event.articles if self._event else ()
        can_undo = self.desk.can_undo()
        window = NamesScreen(self._catalogue, articles, kinds, entity, can_undo=can_undo)
        self.app.push_screen(window, self.open_destination)

    def show_card(self, place: Citation) -> None:
        """Show the card of whom a place names now, or the list where it names nobody."""
        self._show_names(KIND_CYCLE[0][1], self._catalogue.entities.get(place))

    def action_search(self) -> None:
        """Search all pages."""
        window = SearchScreen(self._catalogue, self._searched, self.desk.search_shelf())
        self.app.push_screen(window, self._open_found)

    def _open_found(self, outcome: tuple[Searched, Destination | None] | None) -> None:
        if outcome:
            self._searched, chosen = outcome
            if self._searched.hits:
                self.desk.keep_search(self._searched.query)
            self.open_destination(chosen)

    def action_card(self) -> None:
        """Show who the followed name is."""
        followed = self.rooms.row.followed
        if followed is None or followed.entity is None:
            self.tell(Told("Choose a name first: m in a source, a click, or p for the list."))
            return
        self._show_names(KIND_CYCLE[0][1], followed.entity)

    def action_cycle_names(self) -> None:
        """Highlight all names, one kind of them, or none."""
        self._kinds = (self._kinds + 1) % len(KIND_CYCLE)
        words, kinds = KIND_CYCLE[self._kinds]
        self.rooms.row.show_kinds(kinds)
        self.query_one(StatusLine).show_kinds(kinds)
        self.tell(Told(f"Highlighted: {words}."))

    def action_clutter(self) -> None:
        """Show or hide clutter in every source."""
        self._is_clutter_hidden = not self._is_clutter_hidden
        self.rooms.row.hide_clutter(is_hidden=self._is_clutter_hidden)

    def action_direction(self) -> None:
        """Order right-to-left text here, or leave that to the terminal."""
        self._is_order_left = not self._is_order_left
        self.rooms.row.leave_order(is_left=self._is_order_left)
        who = "the terminal" if self._is_order_left else "the reader"
        self.tell(Told(f"Right-to-left text is put in order by {who}."))

    def action_matrix(self) -> None:
        """Show which source carries which fact; the chosen cell is opened where it stands."""
        self._catch_up()
        super().action_matrix()

    def action_export(self) -> None:
        """Write the brief of the event to the working directory."""
        self._catch_up()
        self.rooms.brief.export()

    @on(BriefExported)
    def tell_path(self, event: BriefExported) -> None:
        """Say where the brief is."""
        self.tell(Told(f"Brief exported: {event.path}"))

    @on(ExportFailed)
    def tell_failure(self, event: ExportFailed) -> None:
        """Say why the brief was not written."""
        self.app.push_screen(ErrorScreen(event.error))

    @on(Told)
    def tell(self, event: Told) -> None:
        """Say it in the last line."""
        event.stop()
        self.query_one(BottomLine).tell(event.words)


def _tab_key(stop: tuple[Room, int]) -> str:
    room, pane = stop
    return f"{room.value} {pane if room is Room.SOURCES else 0}"
