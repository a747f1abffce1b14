"""The window of marks: every highlight and note of the corpus, under the page where it stands.

Invariant: what is deleted here is deleted at once, through the function it is given, and comes
back with the key that undoes; where a line leads comes back to whoever opened the window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.visual import Visual
from textual.widgets import Footer
from textual.widgets.option_list import Option

from briefing.escaping import one_line
from briefing.exporters.layout import count
from briefing.marks import PlacedMark, PlacedMarks
from briefing.model import SpanMark
from briefing.tui.catalogue import Catalogue
from briefing.tui.destination import Destination
from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList, indented
from briefing.tui.marking import MarkLine, mark_lines
from briefing.tui.signs import HIGHLIGHT, NOTE

Keep = Callable[[Sequence[SpanMark]], PlacedMarks]
Noted = Sequence[tuple[str, str, Destination]]

_NOTHING = "Nothing is marked yet: in a source, H marks the sentence you are at, a writes a note."


class MarksScreen(ModalScreen[Destination | PlacedMark | None]):
    """A list of marks and notes; a mark comes back where its note is to be written."""

    BINDINGS = bindings(Place.MARKS)

    def __init__(self, catalogue: Catalogue, marks: PlacedMarks, noted: Noted, keep: Keep) -> None:
        super().__init__()
        self._catalogue, self._marks, self._noted, self._keep = catalogue, marks, noted, keep
        self._lines: list[MarkLine | Destination] = []
        self._deleted: list[SpanMark] = []

    def compose(self) -> ComposeResult:
        """One box with a list."""
        with Vertical(classes="sheet marks"):
            yield MarkedList()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """List what is marked."""
        self._fill(0)

    @property
    def _list(self) -> MarkedList:
        return self.query_one(MarkedList)

    def _fill(self, at: int) -> None:
        """List the marks, the cursor on the line of a number or the last before it."""
        options: list[Option] = []
        self._lines = []
        if self._noted:
            heading = MarkLine(heading="Notes on events and sources")
            self._lines.append(heading)
            options.append(_heading(heading))
            for about, note, destination in self._noted:
                self._lines.append(destination)
                options.append(Option(_noted(about, note)))
        for line in mark_lines(self._marks, self._catalogue):
            self._lines.append(line)
            options.append(_heading(line) if line.heading else Option(_marked(line)))
        if not options:
            options.append(Option(Content(_NOTHING), disabled=True))
            self._lines.append(MarkLine(heading=_NOTHING))
        self._list.set_options(options)
        self.query_one(".marks", Vertical).border_title = self._title()
        there = [n for n, o in enumerate(options) if not o.disabled]
        self._list.highlighted = next((n for n in there if n >= at), there[-1] if there else None)

    def _title(self) -> Content:
        marks, notes = len(self._marks.all), sum(bool(p.mark.note) for p in self._marks.all)
        told = count(notes + len(self._noted), "note")
        return Content(f"Marks and notes ({count(marks, 'mark')}, {told})")

    @property
    def _chosen(self) -> MarkLine | Destination | None:
        number = self._list.highlighted
        return None if number is None else self._lines[number]

    def action_select(self) -> None:
        """Open the line under the cursor."""
        self._list.action_select()

    @on(MarkedList.OptionSelected)
    def open_line(self, event: MarkedList.OptionSelected) -> None:
        """Go where the mark stands; one that is adrift has its note shown."""
        event.stop()
        line = self._lines[event.option_index]
        if isinstance(line, Destination):
            self.dismiss(line)
        elif line.placed and line.placed.place:
            self.dismiss(Destination(place=line.placed.place))
        elif line.placed:
            self.dismiss(line.placed)

    def action_note(self) -> None:
        """Write on the note of the mark under the cursor."""
        line = self._chosen
        if isinstance(line, MarkLine) and line.placed:
            self.dismiss(line.placed)

    def action_delete(self) -> None:
        """Delete the mark under the cursor, with its note."""
        line, at = self._chosen, self._list.highlighted or 0
        if isinstance(line, MarkLine) and line.placed:
            mark = line.placed.mark
            self._deleted.append(mark)
            self._marks = self._keep([replace(mark, is_erased=True)])
            self._fill(at)
            self._tell("deleted · u takes it back")

    def action_undo(self) -> None:
        """Bring back the mark that was deleted last here."""
        if self._deleted:
            self._marks = self._keep([self._deleted.pop()])
            self._fill(self._list.highlighted or 0)
            self._tell("it is back")
        else:
            self._tell("nothing was deleted here")

    def _tell(self, words: str) -> None:
        self.query_one(".marks", Vertical).border_subtitle = Content(words)

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss(None)


def _heading(line: MarkLine) -> Option:
    return Option(Content("\n") + Content.styled(line.heading, ".list--heading"), disabled=True)


def _marked(line: MarkLine) -> Visual:
    sign = NOTE if line.note else HIGHLIGHT
    shown = Content(f"{sign} “{line.words}”")
    if line.note:
        shown += Content.styled(f"\n  {line.note}", "bold")
    return indented(shown, 2)


def _noted(about: str, note: str) -> Visual:
    return indented(
        Content.assemble(f"{NOTE} {one_line(about)}", (f"\n  {one_line(note)}", "bold")), 2
    )
