"""The table of facts by source: cell by cell, with the words behind each, opened by enter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.widgets import Static

from briefing.model import Brief
from briefing.tui.destination import Destination
from briefing.tui.dialogs import SheetScreen
from briefing.tui.matrix_screen import MatrixScreen, MatrixTable
from briefing.tui.matrix_view import label_of, label_width, sign_cell, tell_cell
from tests.exporters.samples import make_brief, make_documents

DOCUMENTS = make_documents()


class Window(App[None]):
    """Opens the table and keeps where it led."""

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self.brief = brief
        self.led: Destination | None = None

    def on_mount(self) -> None:
        self.push_screen(MatrixScreen(self.brief, DOCUMENTS), self.keep)

    def keep(self, chosen: Destination | None) -> None:
        self.led = chosen


def shown(app: Window) -> str:
    return str(app.screen.query_one("#matrix-cell", Static).content)


@pytest.mark.asyncio
async def test_arrows_walk_over_the_cells_and_the_words_behind_them_are_told() -> None:
    app = Window(make_brief(DOCUMENTS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "[1] The Quay, en says so:" in shown(app)
        await pilot.press("right", "down")
        assert "[2]" in shown(app)
        assert "says otherwise:" in shown(app)
        await pilot.press("down")
        assert "does not say" in shown(app)
        await pilot.press("left", "left", "left")
        table = app.screen.query_one(MatrixTable)
        assert table.cursor_coordinate.column == 1


@pytest.mark.asyncio
async def test_enter_leads_to_the_place_in_the_source_and_silence_nowhere() -> None:
    brief = make_brief(DOCUMENTS)
    app = Window(brief)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "right", "enter")
        assert app.led is None
        await pilot.press("up", "enter")
        await pilot.pause()
        assert app.led == Destination(place=brief.matrix[1].cells[1].citations[0])


@pytest.mark.asyncio
async def test_the_table_keeps_its_place_in_another_width() -> None:
    app = Window(make_brief(DOCUMENTS))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press("right", "down")
        await pilot.resize_terminal(70, 24)
        await pilot.pause()
        place = app.screen.query_one(MatrixTable).cursor_coordinate
        assert (place.row, place.column) == (1, 2)


def test_eight_sources_leave_the_facts_room_at_eighty_columns() -> None:
    assert label_width(80, 8) >= 40
    assert label_width(40, 20) == 16


def test_facts_are_cut_where_their_column_ends() -> None:
    row = make_brief(DOCUMENTS, "harbour " * 20).matrix[0]
    assert len(label_of(row, 30)) <= 30
    assert label_of(row, 30).endswith("…")
    assert label_of(row, 300).startswith("who: harbour")


def test_each_stance_has_a_sign_of_its_own() -> None:
    brief = make_brief(DOCUMENTS)
    cells = [row.cells[1] for row in brief.matrix]
    assert len({sign_cell(cell) for cell in cells}) == 3
    told = str(tell_cell(brief.matrix[0], cells[0], brief, DOCUMENTS))
    assert "[2]" in told


@pytest.mark.asyncio
async def test_a_long_fact_leaves_room_for_what_the_source_says_and_a_key_shows_all_of_it() -> None:
    app = Window(make_brief(DOCUMENTS, "harbour " * 60))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = shown(app).splitlines()
        assert lines[0].startswith("who: harbour")
        assert lines[0].endswith("…")
        assert lines[1] == "[1] The Quay, en says so:"
        assert lines[2].startswith("“")
        assert all(len(line) <= 80 for line in lines)
        await pilot.press("v")
        await pilot.pause()
        assert isinstance(app.screen, SheetScreen)
        whole = str(app.screen.query_one(Static).content)
        assert whole.count("harbour") >= 60
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, MatrixScreen)


def test_words_that_are_too_long_end_in_an_ellipsis_and_wide_ones_take_two_cells() -> None:
    brief = make_brief(DOCUMENTS)
    row, cell = brief.matrix[0], brief.matrix[0].cells[0]
    told = str(tell_cell(replace(row, fact="漢字" * 30), cell, brief, DOCUMENTS, (20, 3)))
    fact, verb, words = told.splitlines()
    assert cell_len(fact) <= 20
    assert fact.endswith("…")
    assert cell_len(verb) <= 20
    assert cell_len(words) <= 20
