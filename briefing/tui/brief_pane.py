"""The brief of the chosen event, line by line, each line leading to the places it rests on.

Invariant: it shows a brief that is given to it and says which citations are chosen; it opens
nothing itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.visual import Visual
from textual.widgets import Static
from textual.widgets.option_list import Option

from briefing.model import Brief, Document
from briefing.tui.brief_entries import BriefEntry, brief_entries, brief_header
from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList, indented
from briefing.tui.messages import CitationsChosen


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

    def show_brief(self, brief: Brief, documents: Mapping[str, Document]) -> None:
        """Show a brief from its top."""
        title, when, counts = brief_header(brief)
        self.query_one(".brief-header", Static).update(
            Content("\n").join(
                (Content.styled(title, ".brief--title"), Content(when), Content(counts))
            )
        )
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
