"""The brief of the chosen event, line by line, each line leading to the places it rests on.

Invariant: each brief is written once, in a thread that touches no widget; the pane says which
citations are chosen and opens nothing itself.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.visual import Visual
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from briefing.errors import BriefingError
from briefing.escaping import one_line
from briefing.exporters.analyst_notes import AnalystNote
from briefing.model import Brief, BriefDelta, Event, GroupedCorpus
from briefing.tui.brief_changes import change_signs, tell_changes
from briefing.tui.brief_entries import BriefEntry, brief_entries, brief_header, event_header
from briefing.tui.catalogue import Catalogue
from briefing.tui.dialogs import ChoiceScreen
from briefing.tui.exporting import CALENDAR, export_brief, export_choices
from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList, indented
from briefing.tui.messages import (
    BriefExported,
    BriefFailed,
    BriefReady,
    CitationsChosen,
    EventChosen,
    ExportFailed,
    Told,
)
from briefing.tui.steady import SteadyStatic

_PASSING = 0.08
"""Seconds within which a reader who goes through the list has left an event again."""

Composer = Callable[[GroupedCorpus, Event], Brief]
"""Writes the brief of an event; called in a worker."""


class BriefLines(MarkedList):
    """The rows of the brief under their headings."""

    BINDINGS = bindings(Place.BRIEF)

    def __init__(self) -> None:
        super().__init__()
        self._clicked_source: int | None = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Note the citation under the pointer before the click chooses the row."""
        self._clicked_source = event.style.meta.get("source")

    def take_clicked_source(self) -> int | None:
        """The number of the source that was clicked, once; None: the row as a whole."""
        clicked, self._clicked_source = self._clicked_source, None
        return clicked


class BriefPane(Vertical):
    """Header and rows of one brief."""

    BORDER_TITLE = "Brief"
    COMPONENT_CLASSES: ClassVar[set[str]] = {"brief--title"}

    def __init__(self) -> None:
        super().__init__(id="brief", classes="pane")
        self.lines = BriefLines()
        self._header = SteadyStatic("brief-header", holds=True)
        self._entries: tuple[BriefEntry, ...] = ()
        self._numbers: Mapping[str, int] = {}
        self._briefs: dict[str, Brief] = {}
        self._event: Event | None = None
        self._catalogue: Catalogue | None = None
        self._note = ""
        self._writing = threading.Lock()
        self._shown: str | None = None
        self._deltas: dict[str, BriefDelta | None] = {}
        self._has_only_changes = False
        self.notes_of: Callable[[Brief], Sequence[AnalystNote]] = lambda _: ()

    def compose(self) -> ComposeResult:
        """The header stays while the rows scroll."""
        yield self._header
        yield self.lines

    def show_waiting(self, words: str) -> None:
        """Say why there is no brief (yet)."""
        self._shown = None
        self._entries = ()
        self._header.show(Content(words))
        self.lines.clear_options()

    @property
    def brief(self) -> Brief | None:
        """The brief of the event that is shown, once it is written."""
        return self._briefs.get(self._event.id) if self._event else None

    @property
    def entry(self) -> BriefEntry | None:
        """The row under the cursor."""
        number = self.lines.highlighted
        return self._entries[number] if number is not None and self._entries else None

    def show_event(self, event: Event, catalogue: Catalogue, composer: Composer) -> None:
        """Show the brief of an event, as soon as it is there."""
        self._event, self._catalogue, self._note = event, catalogue, ""
        if self.brief:
            self._show_brief(self.brief)
            return
        self.lines.clear_options()
        self._shown, self._entries = None, ()
        self._show_lines(*event_header(event), "The brief is being written …")
        self._write_brief(event, catalogue.corpus, composer)

    def renew(self, event: Event, catalogue: Catalogue, composer: Composer) -> None:
        """Write the brief anew, once pages came or went; till it is there the former one stays."""
        self._event, self._catalogue = event, catalogue
        self._briefs.clear()
        self._write_brief(event, catalogue.corpus, composer)

    @work(thread=True, exclusive=True, group="brief", description="brief")
    def _write_brief(self, event: Event, corpus: GroupedCorpus, composer: Composer) -> None:
        worker = get_current_worker()
        time.sleep(_PASSING)
        # One at a time: several would take turns, and the reader's keys would wait for all.
        with self._writing:
            if not worker.is_cancelled:
                self._write(event, corpus, composer)

    def _write(self, event: Event, corpus: GroupedCorpus, composer: Composer) -> None:
        try:
            brief = composer(corpus, event)
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
            if self._shown == event.brief.event.id:
                self._renew_brief(event.brief)
            else:
                self._show_brief(event.brief)

    @on(BriefFailed)
    def tell_no_brief(self, event: BriefFailed) -> None:
        """Say why there is no brief, if the reader is still at its event."""
        if self._event and event.event_id == self._event.id:
            self.show_waiting(str(event.error))

    def export(self) -> None:
        """Ask as what, and write the brief to the working directory."""
        brief, catalogue, delta = self.brief, self._catalogue, self._delta
        if brief is None or catalogue is None:
            self.post_message(Told("There is no brief to export yet."))
            return

        def choose(form: str | None) -> None:
            if form:
                self._export(brief, catalogue, form, delta, notes)

        notes = tuple(self.notes_of(brief))
        choices = list(export_choices(delta, len(notes)))
        self.app.push_screen(ChoiceScreen("Export", choices, "exports"), choose)

    @work(thread=True, group="export", description="export")
    def _export(
        self,
        brief: Brief,
        catalogue: Catalogue,
        form: str,
        delta: BriefDelta | None,
        notes: Sequence[AnalystNote],
    ) -> None:
        try:
            path = export_brief(brief, catalogue.documents, Path.cwd(), form, delta, notes)
        except BriefingError as error:
            self.post_message(ExportFailed(error))
        else:
            told = None if form == CALENDAR else brief
            self.post_message(BriefExported(str(path), told))

    @property
    def _delta(self) -> BriefDelta | None:
        """What has changed in the brief that is shown."""
        return self._deltas.get(self._event.id) if self._event else None

    def show_delta(self, event_id: str, delta: BriefDelta | None) -> None:
        """Mark what has changed since the last brief that was made of an event."""
        self._deltas[event_id] = delta
        if self.brief and self._shown == event_id:
            self._show_header(self.brief)
            entries = self._entries_of(self.brief)
            if [e.words for e in entries] == [e.words for e in self._entries]:
                marked = [n for n, e in enumerate(entries) if e != self._entries[n]]
                self._entries = entries
                self.lines.replace_prompts(
                    (str(n), _prompt(entries[n], is_first=not n)) for n in marked
                )
            else:
                self._renew_brief(self.brief)

    def show_only_changes(self) -> bool:
        """Show only what has changed, or the whole brief again; whether there is any change."""
        if self.brief is None or self._delta is None:
            words = "No brief of this event was exported before: there is nothing to compare with."
            self.post_message(Told(words))
            return False
        self._has_only_changes = not self._has_only_changes
        self._show_brief(self.brief)
        return True

    def _entries_of(self, brief: Brief) -> tuple[BriefEntry, ...]:
        """The rows of a brief, those that are not as they were marked, or only what has changed."""
        documents = self._catalogue.documents if self._catalogue else {}
        delta = self._delta
        if delta and self._has_only_changes:
            # The bottom line is what the export adds for those who have nothing else to read.
            return tuple(brief_entries(replace(brief, delta=delta, bluf=()), documents))
        return tuple(brief_entries(brief, documents, change_signs(delta)))

    def _show_brief(self, brief: Brief) -> None:
        """Show a brief from its top."""
        self._shown = brief.event.id
        self._show_header(brief)
        self._entries = self._entries_of(brief)
        self._numbers = {source.article: source.number for source in brief.sources}
        self.lines.set_options(
            Option(
                _prompt(entry, is_first=not number),
                id=str(number),
                disabled=not (entry.citations or entry.event),
            )
            for number, entry in enumerate(self._entries)
        )
        self.lines.scroll_to(y=0, animate=False)
        self.lines.action_first()

    def _renew_brief(self, brief: Brief) -> None:
        """Show a brief as it is now, the cursor on the row where it was, if that is still there."""
        former, row, top = self.entry, self.lines.highlighted, self.lines.scroll_offset.y
        self._show_brief(brief)
        same = [n for n, e in enumerate(self._entries) if former and e.words == former.words]
        if same:
            self.lines.highlighted = min(same, key=lambda n: abs(n - (row or 0)))
        self.lines.scroll_to(y=top, animate=False)

    def show_note(self, note: str) -> None:
        """Show the reader's note on the event above the brief."""
        if note != self._note:
            self._note = note
            if self.brief:
                self._show_header(self.brief)

    def _show_header(self, brief: Brief) -> None:
        changes = tell_changes(self._delta, is_shown_alone=self._has_only_changes)
        self._show_lines(*brief_header(brief), *([one_line(changes)] if changes else []))

    def _show_lines(self, title: str, *others: str) -> None:
        lines = [Content.styled(title, ".brief--title"), *map(Content, others)]
        if self._note:
            lines.append(Content.styled(self._note, "bold"))
        self._header.show(Content("\n").join(lines))

    @on(MarkedList.OptionSelected)
    def tell_citations(self, event: MarkedList.OptionSelected) -> None:
        """Tell which places the chosen row rests on, those in the source clicked, or its event."""
        event.stop()
        entry = self._entries[event.option_index]
        if entry.event:
            self.post_message(EventChosen(entry.event))
            return
        citations = entry.citations
        source = self.lines.take_clicked_source()
        chosen = tuple(c for c in citations if self._numbers.get(c.article) == source)
        self.post_message(CitationsChosen(chosen or citations))

    @on(MarkedList.OptionHighlighted)
    def keep_highlight(self, event: MarkedList.OptionHighlighted) -> None:
        """Where the cursor is in the brief concerns nobody else."""
        event.stop()


def _prompt(entry: BriefEntry, *, is_first: bool) -> Visual:
    if entry.is_heading:
        return Content("" if is_first else "\n") + Content.styled(entry.words, ".list--heading")
    marks = [
        Content.styled(f"[{number}]", Style(bold=True) + Style.from_meta({"source": number}))
        for number in entry.numbers
    ]
    parts = [
        Content.styled(entry.sign, ".list--sign"),
        Content.styled(entry.lead, "bold" if entry.words else "italic"),
        Content(entry.words),
        Content("").join(marks),
        Content.styled(entry.tail, ".list--quiet"),
    ]
    line = Content(" ").join(part for part in parts if part)
    return indented(line, 2 * entry.depth) if entry.depth else line
