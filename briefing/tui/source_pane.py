"""One source beside others: its header, its text, and looking for things in it.

Invariant: a pane shows one numbered source and marks places in it; which source that is, and whom
the reader follows, it is told.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from briefing.escaping import one_line
from briefing.exporters.layout import DOUBT
from briefing.lexicon.lookalikes import doubt_names
from briefing.model import OWN_KINDS, Article, Citation, Span
from briefing.store.workspace import ArticleMark
from briefing.tui.catalogue import Catalogue, NumberedSource
from briefing.tui.event_entries import shown_date
from briefing.tui.finding import find_all, ordinal, step
from briefing.tui.highlight import Marks
from briefing.tui.keys import Place, bindings
from briefing.tui.messages import (
    NameChosen,
    PlaceClicked,
    SentenceReached,
    SpanDragged,
    StepAsked,
    WordsSought,
)
from briefing.tui.naming import Followed, Position
from briefing.tui.selecting import Selection, by_sentences, by_words, from_drag
from briefing.tui.signs import STAR, shown_note
from briefing.tui.steady import SteadyPane, SteadyStatic
from briefing.tui.text_view import TextView


def source_name(article: Article) -> str:
    """How a source is called where there is little room: its outlet, else its file."""
    return one_line(article.source or posixpath.basename(article.path) or article.id)


def shown_file(article: Article) -> str:
    """The file below the corpus folder; for a record, its file's name and its own id."""
    if article.path.endswith(article.id):
        return one_line(article.id)
    return one_line(f"{posixpath.basename(article.path)} · {article.id}")


class SourcePane(SteadyPane):
    """A source with its number, its header and its text."""

    BINDINGS = bindings(Place.SOURCE)

    def __init__(self, number: int) -> None:
        super().__init__(id=f"pane-{number}", classes="pane")
        self.source: NumberedSource | None = None
        self.view = TextView()
        self._header = SteadyStatic("source-header")
        self._catalogue: Catalogue | None = None
        self._shown: tuple[NumberedSource, ArticleMark] | None = None
        self._followed: Followed | None = None
        self._sought = ""
        self._found: tuple[Span, ...] = ()
        self._selection: Selection | None = None
        self._is_finding_all = False

    def compose(self) -> ComposeResult:
        """A header, the text, and a line for finding that comes when it is called."""
        yield self._header
        yield self.view
        yield Input(placeholder="words to find", classes="find", compact=True)

    def on_mount(self) -> None:
        """The find line waits for its key."""
        self.query_one(Input).display = False

    def show_source(self, source: NumberedSource, catalogue: Catalogue) -> None:
        """Show a source from its top; the name that is followed stays marked."""
        if source == self.source and catalogue is self._catalogue:
            return
        self.source, self._catalogue, self._sought = source, catalogue, ""
        self._selection = None
        self.show_mark(ArticleMark())
        self.view.show_kept({})
        self.query_one(Input).display = False
        self.view.show_document(source.document)
        self._mark_found(None)

    def renew(self, source: NumberedSource, catalogue: Catalogue) -> None:
        """Show what the source is now, at the place where the reader is."""
        self.source, self._catalogue, self._shown = source, catalogue, None
        self.show_mark(ArticleMark())
        self.view.renew_document(source.document)

    def show_mark(self, mark: ArticleMark) -> None:
        """Show what the reader did with the source."""
        if self.source is None or self._shown == (self.source, mark):
            return
        self._shown = (self.source, mark)
        article = self.source.document.article
        star = f"{STAR} " if mark.is_starred else ""
        self.show_title(Content(f"{star}{self.source.number} · {source_name(article)}"))
        self._header.show(_header(article, shown_note(mark.note)))

    def cite(self, citations: Sequence[Citation]) -> None:
        """Mark the cited places of this source and go to the first."""
        if self.source is None:
            return
        article = self.source.document.article.id
        spans = tuple(
            Span(c.start, c.end) for c in citations if c.article == article and c.end > c.start
        )
        marks = replace(self.view.marks, cited=spans, here=None, matched=None)
        self.view.show_marks(marks)
        if spans:
            self.view.reveal(spans[0])

    def renew_followed(self, followed: Followed | None) -> None:
        """Mark what is looked for where it stands now, without going there."""
        self._followed = followed
        current = self.view.marks.current
        self._mark_found(current, is_revealed=False)

    def follow(self, followed: Followed | None) -> None:
        """Mark the mentions of an entity; None: stop."""
        self._followed = followed
        self._sought = "" if followed else self._sought
        self._mark_found(self.view.marks.current if followed else None)

    def go_to_first(self) -> None:
        """Go to the first place in view of what is followed, else to the next one."""
        self._mark_found(step(self._found, None, self.view.top_offset, 1))

    def go_to(self, span: Span) -> None:
        """Go to a mention of whom the reader follows."""
        self._mark_found(span)

    def show_match(self, span: Span | None) -> None:
        """Mark the sentence that says what the reader reads elsewhere, and bring it into view."""
        self.view.show_marks(replace(self.view.marks, here=None, matched=span))
        if span:
            self.view.reveal(span)

    def read_sentence(self, span: Span) -> None:
        """Mark a sentence as the one the reader came to, and tell which it is."""
        if self.source is None:
            return
        self.view.show_marks(replace(self.view.marks, here=span, matched=None, selected=None))
        self.view.reveal(span)
        self.post_message(SentenceReached(self.source.document.article.id, span))

    @property
    def position(self) -> Position | None:
        """Where the reader is in this pane."""
        if self.source is None:
            return None
        view = self.view
        return Position(self.source.document.article.id, view.marks.current, view.top_offset)

    @property
    def chosen_name(self) -> Citation | None:
        """The mention in which the reader is."""
        current = self.view.marks.current
        if self.source is None or current is None:
            return None
        document = self.source.document
        is_name = any(Span(m.start, m.end) == current for m in document.mentions)
        return Citation(document.article.id, current.start, current.end) if is_name else None

    @property
    def sentence(self) -> Span | None:
        """What is selected, else the sentence one came to, else the one with the current place.

        Else the first in view.
        """
        marks = self.view.marks
        if marks.selected or marks.here:
            return marks.selected or marks.here
        at = marks.current or next(iter(marks.cited), None)
        sentences = self._sentences()
        if at:
            return next((s for s in sentences if s.start <= at.start < s.end), None)
        return step(sentences, None, self.view.top_offset, 1)

    def action_step(self, direction: int) -> None:
        """Go to the next match, or mention of the followed name; without one, choose a name."""
        if not self._sought:
            if self._followed:
                self.post_message(StepAsked(direction))
            else:
                self.action_next_name(direction)
            return
        view = self.view
        self._mark_found(step(self._found, view.marks.current, view.top_offset, direction))

    def action_next_name(self, direction: int) -> None:
        """Choose the next name in the text and follow whom it names."""
        if self.source is None:
            return
        view = self.view
        names = self._in_view(Span(m.start, m.end) for m in self.source.document.mentions)
        place = step(names, view.marks.current, view.top_offset, direction)
        if place:
            self._choose(place)

    def action_next_sentence(self, direction: int) -> None:
        """Go to the next sentence of the report; the other sources show what says the same."""
        view = self.view
        sentences = self._sentences()
        here = view.marks.here
        if here in sentences:
            number = sentences.index(here) + direction
            if 0 <= number < len(sentences):
                self.read_sentence(sentences[number])
        elif span := step(sentences, None, view.top_offset, direction):
            self.read_sentence(span)

    @property
    def selected(self) -> Span | None:
        """What is selected."""
        return self.view.marks.selected

    def select(self, selection: Selection | None) -> None:
        """Select a stretch of the text; None: nothing."""
        self._selection = selection
        span = selection.span if selection else None
        self.view.show_marks(replace(self.view.marks, selected=span))

    def action_select(self) -> None:
        """Select the sentence one is at; again: nothing."""
        span = None if self.selected else self.sentence
        self.select(Selection(span.start, span.end) if span else None)

    def action_other_end(self) -> None:
        """Move the other end of what is selected."""
        if self._selection:
            self.select(replace(self._selection, is_at_end=not self._selection.is_at_end))

    def action_extend(self, unit: str, direction: int) -> None:
        """Select more or less, by words or sentences; of nothing, the sentence first."""
        selection = self._selection
        if self.source is None or selection is None or self.selected is None:
            self.action_select()
            return
        if unit == "word":
            text = self.source.document.article.text
            selection = by_words(text, selection, direction)
        else:
            selection = by_sentences(self._sentences(), selection, direction)
        self.select(selection)
        moved = selection.end - 1 if selection.is_at_end else selection.start
        self.view.reveal(Span(moved, moved + 1))

    @on(SpanDragged)
    def select_dragged(self, event: SpanDragged) -> None:
        """Select the words that the mouse went over."""
        event.stop()
        if self.source:
            span = from_drag(self.source.document.article.text, event.one, event.other)
            self.select(Selection(span.start, span.end) if span else None)

    def _sentences(self) -> tuple[Span, ...]:
        if self.source is None:
            return ()
        found = self.source.document.sentences
        return tuple(Span(s.start, s.end) for s in found if s.kind in OWN_KINDS)

    def action_forget(self) -> None:
        """Clear what was looked for, what is marked and whom the reader follows."""
        self._sought = ""
        line = self.query_one(Input)
        if line.has_focus:
            self.view.focus()
        line.display = False
        self.view.show_marks(Marks())
        self.post_message(NameChosen(None))

    def action_find(self, scope: str = "here") -> None:
        """Ask for the words to find, here or in all sources of the event."""
        self._is_finding_all = scope == "all"
        line = self.query_one(Input)
        line.display = True
        line.value = ""
        line.placeholder = "words to find" + (" in all sources" if scope == "all" else "")
        line.focus()

    @on(PlaceClicked)
    def choose_clicked(self, event: PlaceClicked) -> None:
        """Follow the name that was clicked; elsewhere, read the sentence that was."""
        event.stop()
        if self.source is None:
            return
        self.select(None)
        for mention in self.source.document.mentions:
            if mention.start <= event.offset < mention.end:
                self._choose(Span(mention.start, mention.end))
                return
        for span in self._sentences():
            if span.start <= event.offset < span.end:
                self.read_sentence(span)

    @on(Input.Changed)
    def find_typed(self, event: Input.Changed) -> None:
        """Mark the matches of what is typed so far and go to the first in view."""
        event.stop()
        if self._is_finding_all:
            self._sought = ""
            self.post_message(WordsSought(event.value.strip()))
            return
        self._sought = event.value.strip()
        self._mark_found(None)
        self._mark_found(step(self._found, None, self.view.top_offset, 1))

    @on(Input.Submitted)
    def find_ended(self, event: Input.Submitted) -> None:
        """Back to the text, whose keys step through the matches."""
        event.stop()
        is_seeking = self._sought or (self._is_finding_all and event.value.strip())
        self.query_one(Input).display = bool(is_seeking)
        self.view.focus()

    def _choose(self, place: Span) -> None:
        """Follow whom the mention at `place` names; a name of nobody known is looked for."""
        if self.source is None or self._catalogue is None:
            return
        article = self.source.document.article
        entity = self._catalogue.entity_at(article.id, place)
        self._sought = "" if entity else article.text[place.start : place.end]
        if entity:
            self.view.show_marks(replace(self.view.marks, current=place))
            self.post_message(NameChosen(entity))
        else:
            self._mark_found(place)

    def _mark_found(self, current: Span | None, *, is_revealed: bool = True) -> None:
        """Mark all that is looked for, and where among it the reader stands."""
        if self.source is None:
            return
        article = self.source.document.article
        if self._sought:
            self._found = self._in_view(find_all(article.text, self._sought))
        else:
            self._found = self._followed.places.get(article.id, ()) if self._followed else ()
        current = current if current in self._found else None
        self.view.show_marks(replace(self.view.marks, found=self._found, current=current))
        if current and is_revealed:
            self.view.reveal(current)
        self.show_subtitle(self._place(current))

    def _in_view(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The places that do not lie in hidden clutter."""
        return tuple(span for span in spans if not self.view.is_out_of_view(span))

    def _place(self, current: Span | None) -> Content:
        if self._sought:
            return Content(f"{ordinal(self._found, current)} · “{one_line(self._sought)}”")
        if self._followed and self.source:
            told = self._followed.tell(self.source.document.article.id, current)
            return Content(f"{told} · {self._followed.title}")
        return Content("")


def _header(article: Article, note: str) -> Content:
    """Date, language and agency; the file; what makes one doubt them; the reader's note."""
    origin = article.origin and f"from {article.origin}"
    facts = (shown_date(article.published) or "no date", article.language, origin)
    told = " · ".join(one_line(fact) for fact in facts if fact)
    doubts = doubt_names(article.source, article.origin, article.id)
    doubted = f"{DOUBT} {'; '.join(doubts)}" if doubts else ""
    styled = (Content.styled(words, "bold") for words in (doubted, note))
    lines = (Content(told), Content(shown_file(article)), *styled)
    return Content("\n").join(line for line in lines if line)
