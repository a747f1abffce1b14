"""The reader's own work around the rooms: stars, notes, what is read, corrections, copies.

Invariant: every change is in the workspace before it is shown; a workspace that fails is told of
once and replaced by one that lasts as long as the program, so that reading goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from textual import on

from briefing.escaping import one_line
from briefing.model import Citation, Document, Event
from briefing.store.workspace import ReadingPlace, Workspace
from briefing.tui.arrangement import Room
from briefing.tui.catalogue import Catalogue
from briefing.tui.comparing import changes_since_last, keep_as_made
from briefing.tui.copying import cited, entry_words, web_address, words_at
from briefing.tui.decided import tell_corrections
from briefing.tui.decision_desk import DecisionDesk
from briefing.tui.destination import Destination
from briefing.tui.dialogs import ChoiceScreen
from briefing.tui.keys import Place, bindings
from briefing.tui.messages import (
    BriefExported,
    BriefReady,
    RoomsArranged,
)
from briefing.tui.note_screen import NoteScreen
from briefing.tui.regrouping import NEEDS_EVENT, Act, corrections_of, offered_acts, other_events
from briefing.tui.search_screen import SearchShelf
from briefing.tui.signs import (
    Marks,
    event_signs,
    find_event,
    hashes_of,
    locked_articles,
    shown_note,
)
from briefing.tui.source_pane import source_name


class Desk(DecisionDesk):
    """The rooms, with what the reader does to what is in them."""

    BINDINGS = bindings(Place.DESK)

    def __init__(self, catalogue: Catalogue, workspace: Workspace, corpus: str) -> None:
        super().__init__(catalogue, workspace, corpus)
        self._marks = Marks({}, {}, frozenset())
        self._resumed: tuple[str, ReadingPlace] | None = None

    def on_mount(self) -> None:
        """Show the marks of former runs."""
        self.rooms.brief.notes_of = self.notes_of
        self._load_marks()

    def renew(self, catalogue: Catalogue) -> None:
        """Show the marks of the pages as they are now."""
        self._catalogue = catalogue
        self._load_marks()

    @on(RoomsArranged)
    def read_source(self) -> None:
        """A source in which the reader is counts as read."""
        document, event = self._document, self._event
        if document and event and self._is_at_source():
            hash_ = document.article.sha256
            mark = self._marks.article(hash_)
            if not mark.is_read:
                self._ask(lambda w: w.mark_article(hash_, "is_read", value=True))
                articles = {**self._marks.articles, hash_: replace(mark, is_read=True)}
                self._marks = replace(self._marks, articles=articles)
                signs = event_signs(event, self._catalogue, self._marks)
                self.rooms.event_list.show_signs({event.id: signs})
        self._show_marks()

    def _load_marks(self) -> None:
        """Take over what the workspace holds, and show it."""
        corrections = self._ask(lambda w: w.corrections())
        self._marks = Marks(
            self._ask(lambda w: w.article_marks()),
            self._ask(lambda w: w.event_marks()),
            locked_articles(self._catalogue, corrections),
        )
        events = self._catalogue.corpus.events
        signs = {e.id: event_signs(e, self._catalogue, self._marks) for e in events}
        self.rooms.event_list.show_signs(signs)
        self._load_spans()
        self._show_marks()

    def _show_marks(self) -> None:
        """Show the marks of the event and of the sources that stand."""
        for pane in self.rooms.row.panes:
            if pane.source:
                pane.show_mark(self._marks.article(pane.source.document.article.sha256))
        self._show_spans()
        event = self._event
        note = self._marks.event(hashes_of(event, self._catalogue))[1].note if event else ""
        self.rooms.brief.show_note(shown_note(note))

    @on(BriefReady)
    def compare_brief(self, event: BriefReady) -> None:
        """Mark in a brief what has changed since the last one that was made of its event."""
        delta = self._ask(lambda w: changes_since_last(w, event.brief, self._catalogue))
        self.rooms.brief.show_delta(event.brief.event.id, delta)

    @on(BriefExported)
    def remember_brief(self, event: BriefExported) -> None:
        """Keep that a brief was made."""
        if brief := event.brief:
            self._ask(lambda w: keep_as_made(w, brief, self._catalogue))

    def action_star(self) -> None:
        """Star the source one reads, else the event; or take the star away."""
        document, event = self._document, self._event
        if self._is_at_source() and document:
            hash_ = document.article.sha256
            is_starred = not self._marks.article(hash_).is_starred
            self._ask(lambda w: w.mark_article(hash_, "is_starred", value=is_starred))
        elif event:
            hashes, mark = self._marks.event(hashes_of(event, self._catalogue))
            self._ask(lambda w: w.mark_event(hashes, "is_starred", value=not mark.is_starred))
        self._load_marks()

    def action_unread(self) -> None:
        """Count the source, or all sources of the event, as unread; or all as read."""
        event, document = self._event, self._document
        if event is None:
            return
        if self._is_at_source() and document:
            hashes: tuple[str, ...] = (document.article.sha256,)
        else:
            hashes = hashes_of(event, self._catalogue)
        is_read = not any(self._marks.article(h).is_read for h in hashes)
        for hash_ in hashes:
            self._mark_read(hash_, is_read=is_read)
        self._load_marks()
        self._tell("Marked as read." if is_read else "Marked as unread.")

    def _mark_read(self, hash_: str, *, is_read: bool) -> None:
        self._ask(lambda w: w.mark_article(hash_, "is_read", value=is_read))

    def action_note(self) -> None:
        """Write a note on what is selected or marked, else on the source one reads or the event."""
        document, event = self._document, self._event
        if self.note_on_span():
            return
        if self._is_at_source() and document:
            hash_ = document.article.sha256
            self._write_note(
                source_name(document.article),
                self._marks.article(hash_).note,
                lambda workspace, note: workspace.mark_article(hash_, "note", note),
            )
        elif event:
            hashes, mark = self._marks.event(hashes_of(event, self._catalogue))
            self._write_note(
                one_line(event.label) or event.id,
                mark.note,
                lambda workspace, note: workspace.mark_event(hashes, "note", note),
            )

    def _write_note(self, about: str, note: str, keep: Callable[[Workspace, str], None]) -> None:
        def close(written: str | None) -> None:
            self._ask(lambda w: keep(w, written or ""))
            self._load_marks()

        self.app.push_screen(NoteScreen(f"Note on {about}", note), close)

    def noted(self) -> Sequence[tuple[str, str, Destination]]:
        """The notes on whole events and sources: on what, the note, and the way there."""
        found = []
        for event in self._catalogue.corpus.events:
            note = self._marks.event(hashes_of(event, self._catalogue))[1].note
            if note:
                found.append((one_line(event.label) or event.id, note, Destination(event.id)))
        for document in self._catalogue.corpus.documents:
            article = document.article
            if note := self._marks.article(article.sha256).note:
                start = Destination(place=Citation(article.id, 0, 0))
                found.append((source_name(article), note, start))
        return found

    def tell_corrections(self, event: Event) -> tuple[str, ...]:
        """What the reader's own corrections made of an event."""
        return tell_corrections(event, self._ask(lambda w: w.corrections()), self._catalogue)

    def action_regroup(self) -> None:
        """Say that the grouping is wrong, and how it is right."""
        event, document = self._event, self._document
        if event is None:
            return
        corrections = self._ask(lambda w: w.corrections())
        own = set(hashes_of(event, self._catalogue))
        acts = offered_acts(
            event,
            document,
            is_locked=bool(self._marks.locked.intersection(event.articles)),
            can_undo=any(own.intersection((*c.articles, *c.others)) for c in corrections),
            events=len(self._catalogue.corpus.events),
        )

        def choose(chosen: str | None) -> None:
            if chosen:
                self._act(Act(chosen), event, document)

        self.app.push_screen(ChoiceScreen("Grouping", list(acts), "does it"), choose)

    def _act(self, act: Act, event: Event, document: Document | None) -> None:
        if act is Act.UNDO:
            self.action_undo()
        elif act in NEEDS_EVENT:
            lines = list(other_events(event, self._catalogue))

            def choose(chosen: str | None) -> None:
                if chosen:
                    self._correct(act, event, document, self._catalogue.events[chosen])

            self.app.push_screen(ChoiceScreen("Which event?", lines, "chooses"), choose)
        else:
            self._correct(act, event, document, None)

    def _correct(
        self, act: Act, event: Event, document: Document | None, other: Event | None
    ) -> None:
        corrections = corrections_of(act, event, document, other, self._catalogue)
        if corrections:
            self._ask(lambda w: w.correct(corrections))
            self._regroup(f"Kept: {act.value}. Key u takes it back.")

    def action_copy(self) -> None:
        """Copy the sentence one is at, or the line of the brief."""
        entry, span, document = self.rooms.brief.entry, self.rooms.pane.sentence, self._document
        if self.rooms.wishes.room is Room.BRIEF and entry:
            self._copy(entry_words(entry))
        elif document and span:
            self._copy(words_at(document, span))

    def action_copy_cited(self) -> None:
        """Copy the sentence, or the places a line of the brief rests on, with their sources."""
        entry, span, document = self.rooms.brief.entry, self.rooms.pane.sentence, self._document
        if self.rooms.wishes.room is Room.BRIEF and entry:
            documents = self._catalogue.documents
            places = [(documents[c.article], c) for c in entry.citations if c.end > c.start]
            self._copy("\n".join(cited(found, place) for found, place in places))
        elif document and span:
            self._copy(cited(document, span))

    def _copy(self, words: str) -> None:
        if words:
            self.app.copy_to_clipboard(words)
            self._tell(f"Copied: {words}")

    def action_open_original(self) -> None:
        """Open the original of the source in the browser."""
        document = self._document
        address = web_address(document.article) if document else None
        if address:
            self.app.open_url(address)
            self._tell(f"Opened: {address}")
        elif document:
            self._tell(f"No address is known; the page is {document.article.path}")

    def search_shelf(self) -> SearchShelf:
        """The latest queries, the last one first, and those saved."""

        def keep(query: str, is_saved: bool) -> tuple[str, ...]:
            self._ask(lambda w: w.save_search(query, is_saved=is_saved))
            return self._ask(lambda w: w.saved_searches())

        searches = self._ask(lambda w: w.searches())
        return SearchShelf(searches, self._ask(lambda w: w.saved_searches()), keep)

    def keep_search(self, query: str) -> None:
        """Keep a query that found something."""
        self._ask(lambda w: w.keep_search(query))

    def resumed_event(self) -> str | None:
        """The event that the reader had open when they left this corpus."""
        place = self._ask(lambda w: w.place(self._corpus))
        event = find_event(place.hashes, self._catalogue) if place else None
        self._resumed = (event.id, place) if event and place else None
        return event.id if event else None

    def resume_source(self, event: Event) -> None:
        """Once the event is there again, go where the reader was in its sources."""
        event_id, place = self._resumed or ("", None)
        if place is None or event_id != event.id:
            return
        self._resumed = None
        sources = {s.document.article.sha256: s.number for s in self.rooms.sources}
        number = sources.get(place.source or "")
        if number is not None:
            self.rooms.open_place(number)
            view = self.rooms.pane.view
            view.call_after_refresh(view.show_from, place.offset)
