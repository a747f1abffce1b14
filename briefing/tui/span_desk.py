"""What the reader marks in the text of pages: highlights, and notes on them.

Invariant: a mark goes by its page's text, range and words; marking, writing and deleting are
decisions like all others, and the same key takes them back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.anchoring import storable
from briefing.exporters.analyst_notes import AnalystNote
from briefing.marks import PlacedMark, PlacedMarks, notes_of, place_marks, read_annotations
from briefing.model import Brief, Document, Span, SpanMark
from briefing.store.workspace import Workspace
from briefing.tui.bench import Bench
from briefing.tui.catalogue import Catalogue
from briefing.tui.copying import words_at
from briefing.tui.destination import Destination
from briefing.tui.marking import mark_at
from briefing.tui.marks_screen import MarksScreen
from briefing.tui.messages import LeadTaken
from briefing.tui.note_screen import NoteScreen
from briefing.tui.signs import HIGHLIGHT, NOTE

_WORDS_SHOWN = 60


class SpanDesk(Bench):
    """A bench on which stretches of text are marked."""

    def __init__(self, catalogue: Catalogue, workspace: Workspace, corpus: str) -> None:
        super().__init__(catalogue, workspace, corpus)
        self._placed = PlacedMarks()

    @property
    def placed_marks(self) -> PlacedMarks:
        """What is marked in the corpus, and where it stands."""
        return self._placed

    def _load_spans(self) -> None:
        """Take over the marks that the workspace holds, and show them."""
        marks = self._ask(lambda w: w.span_marks())
        self._placed = place_marks(marks, self._catalogue.corpus.documents, self._corpus)
        self._show_spans()

    def _show_spans(self) -> None:
        """Show the marks of the pages that stand."""
        for pane in self.rooms.row.panes:
            if pane.source:
                placed = self._placed.by_article.get(pane.source.document.article.id, ())
                pane.view.show_kept(
                    {
                        Span(p.place.start, p.place.end): NOTE if p.mark.note else HIGHLIGHT
                        for p in placed
                        if p.place
                    }
                )

    def action_highlight(self) -> None:
        """Mark what is selected, else the sentence one is at; or unmark what is marked there."""
        document, pane = self._document, self.rooms.pane
        span = pane.sentence if document and self._is_at_source() else None
        if document is None or span is None:
            self._tell("Go to a sentence of a source first: J, a click, or v to select.")
            return
        there = self._placed.over(document.article.id, span)
        same = [p for p in there if p.place and Span(p.place.start, p.place.end) == span]
        gone = same if pane.selected else there
        if gone:
            self._keep([replace(p.mark, is_erased=True) for p in gone])
            self._tell("No longer marked. Key u takes that back.")
        else:
            self._keep([mark_at(document.article, span, "", self._corpus)])
            self._tell("Marked. a writes a note on it, A lists all marks, u takes it back.")
        pane.select(None)

    def note_on_span(self) -> bool:
        """Write a note on what is selected, or on the mark one is at; False where neither is."""
        document, pane = self._document, self.rooms.pane
        span = pane.selected or pane.view.marks.here
        if document is None or span is None or not self._is_at_source():
            return False
        there = self._placed.over(document.article.id, span)
        same = [p for p in there if p.place and Span(p.place.start, p.place.end) == span]
        if not pane.selected and not there:
            return False
        chosen = next(iter(same if pane.selected else there), None)
        self._write_span_note(document, span, chosen)
        return True

    def _write_span_note(self, document: Document, span: Span, placed: PlacedMark | None) -> None:
        def close(written: str | None) -> None:
            if placed:
                self._keep(self._rewritten(placed, written or ""))
            else:
                self._keep([mark_at(document.article, span, written or "", self._corpus)])
            self.rooms.pane.select(None)

        words = words_at(document, placed.place if placed and placed.place else span)
        shown = f"{words[:_WORDS_SHOWN]}…" if len(words) > _WORDS_SHOWN else words
        note = placed.mark.note if placed else ""
        self.app.push_screen(NoteScreen(f"Note on “{shown}”", note), close)

    def _rewritten(self, placed: PlacedMark, note: str) -> Sequence[SpanMark]:
        """The mark with another note; one whose page has changed, as it stands there now."""
        mark, place = placed.mark, placed.place
        article = self._catalogue.documents[place.article].article if place else None
        if place is None or article is None or article.sha256 == mark.place.article:
            return () if note == mark.note else (replace(mark, note=storable(note)),)
        now = mark_at(article, Span(place.start, place.end), note, self._corpus)
        return replace(mark, is_erased=True), now

    def _keep(self, marks: Sequence[SpanMark]) -> PlacedMarks:
        if marks:
            self._ask(lambda w: w.mark_spans(marks))
            self._load_spans()
        return self._placed

    def action_marks(self) -> None:
        """List all marks and notes of the corpus."""

        def take(chosen: Destination | PlacedMark | None) -> None:
            if isinstance(chosen, PlacedMark):
                self._edit_listed(chosen)
            elif chosen:
                self.post_message(LeadTaken(chosen))

        window = MarksScreen(self._catalogue, self._placed, self.noted(), self._keep)
        self.app.push_screen(window, take)

    def _edit_listed(self, placed: PlacedMark) -> None:
        """Write on the note of a mark of the list, then show the list again."""

        def close(written: str | None) -> None:
            self._keep(self._rewritten(placed, written or ""))
            self.action_marks()

        self.app.push_screen(NoteScreen("Note", placed.mark.note), close)

    def notes_of(self, brief: Brief) -> tuple[AnalystNote, ...]:
        """The notes that go with a brief."""
        documents = self._catalogue.corpus.documents
        return notes_of(brief, self._ask(lambda w: read_annotations(w, documents, self._corpus)))

    def noted(self) -> Sequence[tuple[str, str, Destination]]:
        """The notes on whole events and sources: on what, the note, and the way there."""
        return ()
