"""The window of facts by source: a table one walks through cell by cell.

Invariant: it changes nothing; the cell that is opened comes back as a `Destination`.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.coordinate import Coordinate
from textual.screen import ModalScreen
from textual.widgets import DataTable, Footer, Static

from briefing.model import Brief, Document, MatrixCell
from briefing.tui.destination import Destination
from briefing.tui.dialogs import SheetScreen
from briefing.tui.keys import Place, bindings
from briefing.tui.matrix_view import LEGEND, label_of, label_width, sign_cell, tell_cell

_WIDEST = 140
"""Columns of the window at most: the file of styles says so too."""


class MatrixTable(DataTable[str], inherit_bindings=False):
    """Facts down, sources across."""

    BINDINGS = bindings(Place.MATRIX)


class MatrixScreen(ModalScreen[Destination | None]):
    """Which source carries which fact; below the table, the words behind the cell."""

    def __init__(self, brief: Brief, documents: Mapping[str, Document]) -> None:
        super().__init__()
        self._brief, self._documents = brief, documents

    def compose(self) -> ComposeResult:
        """The table, and the cell told in words."""
        with Vertical(classes="matrix pane") as box:
            box.border_title = Content("Facts by source")
            box.border_subtitle = Content(LEGEND)
            yield MatrixTable(cursor_type="cell", fixed_columns=1, zebra_stripes=True)
            yield Static(id="matrix-cell", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the first fact in the first source."""
        self._fill()
        self._table.move_cursor(row=0, column=1)
        self._table.focus()

    def on_resize(self, event: events.Resize) -> None:
        """The facts take what the sources leave of another width."""
        event.stop()
        if self._table.row_count:
            place = self._table.cursor_coordinate
            self._fill()
            self._table.move_cursor(row=place.row, column=place.column)

    @property
    def _table(self) -> MatrixTable:
        return self.query_one(MatrixTable)

    def _fill(self) -> None:
        sources = [source.number for source in self._brief.sources]
        width = label_width(min(self.app.size.width, _WIDEST), len(sources))
        table = self._table
        table.clear(columns=True)
        table.add_column("fact", width=width)
        for number in sources:
            table.add_column(str(number), width=2)
        for row in self._brief.matrix:
            table.add_row(label_of(row, width), *map(sign_cell, row.cells))

    def _cell_at(self, place: Coordinate) -> MatrixCell | None:
        """The cell under a place of the table; on a fact itself that of the first source."""
        row = self._brief.matrix[place.row] if place.row < len(self._brief.matrix) else None
        return row.cells[max(0, place.column - 1)] if row else None

    @on(DataTable.CellHighlighted)
    def show_cell(self, event: DataTable.CellHighlighted) -> None:
        """Tell what the source says of the fact, and where one is in the table."""
        event.stop()
        # Where one is now: filling the table anew tells of its first cell as well, but later.
        place = self._table.cursor_coordinate
        if place.column == 0:
            self._table.move_cursor(row=place.row, column=1)
            return
        self._tell(place)

    def _tell(self, place: Coordinate) -> None:
        """Tell of a cell as much as has room below the table."""
        cell, below = self._cell_at(place), self.query_one("#matrix-cell", Static)
        if cell:
            row, room = self._brief.matrix[place.row], below.content_region.size
            below.update(tell_cell(row, cell, self._brief, self._documents, room))

    def action_whole(self) -> None:
        """Show all words of the cell, however many they are."""
        place = self._table.cursor_coordinate
        if cell := self._cell_at(place):
            row = self._brief.matrix[place.row]
            told = tell_cell(row, cell, self._brief, self._documents)
            self.app.push_screen(SheetScreen("Fact", told))

    @on(DataTable.CellSelected)
    def open_cell(self, event: DataTable.CellSelected) -> None:
        """Lead to where the source says it; silence leads nowhere."""
        event.stop()
        cell = self._cell_at(event.coordinate)
        if cell and cell.citations:
            self.dismiss(Destination(place=cell.citations[0]))

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss(None)
