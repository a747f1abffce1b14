"""The brief of the chosen event, line by line, each line leading to the places it rests on.

Invariant: each brief is written once, in a thread that touches no widget; the pane says which
citations are chosen and opens nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.visual import Visual
from textual.widgets import Static
from textual.widgets.option_list import Option

from briefing.errors import BriefingError
from briefing.model import Brief, Event, GroupedCorpus
from briefing.tui.brief_entries import BriefEntry, brief_entries, brief_header
from briefing.tui.catalogue import Catalogue
from briefing.tui.exporting import export_brief
from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList, indented
from briefing.tui.messages import (
    BriefExported,
    BriefFailed,
    BriefReady,
    CitationsChosen,
    ExportFailed,
    Told,
)

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
        self._entries: tuple[BriefEntry, ...] = ()
        self._numbers: Mapping[str, int] = {}
        self._briefs: dict[str, Brief] = {}
        self._event: Event | None = None
        self._catalogue: Catalogue | None = None
        self._note = ""

    def compose(self) -> ComposeResult:
        """The header stays while the rows scroll."""
        yield Static(classes="brief-header", markup=False)
        yield BriefLines()

    @property
    def lines(self) -> BriefLines:
        """The rows, which take the keys."""
        return self.query_one(BriefLines)

    def show_waiting(self, words: str) -> None:
        """Say why there is no brief (yet)."""
        self._entries = ()
        self.query_one(".brief-header", Static).update(Content(words))
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
        self._event, self._catalogue = event, catalogue
        if self.brief:
            self._show_brief(self.brief)
            return
        self.show_waiting("The brief is being written …")
        self._write_brief(event, catalogue.corpus, composer)

    @work(thread=True, exclusive=True, group="brief", description="brief")
    def _write_brief(self, event: Event, corpus: GroupedCorpus, composer: Composer) -> None:
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
            self._show_brief(event.brief)

    @on(BriefFailed)
    def tell_no_brief(self, event: BriefFailed) -> None:
        """Say why there is no brief, if the reader is still at its event."""
        if self._event and event.event_id == self._event.id:
            self.show_waiting(str(event.error))

    def export(self) -> None:
        """Write the brief to the working directory."""
        if self.brief is None or self._catalogue is None:
            self.post_message(Told("There is no brief to export yet."))
        else:
            self._export(self.brief, self._catalogue)

    @work(thread=True, group="export", description="export")
    def _export(self, brief: Brief, catalogue: Catalogue) -> None:
        try:
            path = export_brief(brief, catalogue.documents, Path.cwd())
        except BriefingError as error:
            self.post_message(ExportFailed(error))
        else:
            self.post_message(BriefExported(str(path)))

    def _show_brief(self, brief: Brief) -> None:
        """Show a brief from its top."""
        documents = self._catalogue.documents if self._catalogue else {}
        self._show_header(brief)
        self._entries = tuple(brief_entries(brief, documents))
        self._numbers = {source.article: source.number for source in brief.sources}
        self.lines.set_options(
            Option(
                _prompt(entry, is_first=not number), id=str(number), disabled=not entry.citations
            )
            for number, entry in enumerate(self._entries)
        )
        self.lines.scroll_to(y=0, animate=False)
        self.lines.action_first()

    def show_note(self, note: str) -> None:
        """Show the reader's note on the event above the brief."""
        if note != self._note:
            self._note = note
            if self.brief:
                self._show_header(self.brief)

    def _show_header(self, brief: Brief) -> None:
        title, when, counts = brief_header(brief)
        lines = [Content.styled(title, ".brief--title"), Content(when), Content(counts)]
        if self._note:
            lines.append(Content.styled(self._note, "bold"))
        self.query_one(".brief-header", Static).update(Content("\n").join(lines))

    @on(MarkedList.OptionSelected)
    def tell_citations(self, event: MarkedList.OptionSelected) -> None:
        """Tell which places the chosen row rests on, or those in the one source clicked."""
        event.stop()
        citations = self._entries[event.option_index].citations
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
        Content.styled(entry.lead, "bold" if entry.words else "italic"),
        Content(entry.words),
        Content("").join(marks),
        Content.styled(entry.tail, ".list--quiet"),
    ]
    line = Content(" ").join(part for part in parts if part)
    return indented(line, 2 * entry.depth) if entry.depth else line
