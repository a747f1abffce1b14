"""Finding words and following names in a source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.widgets import Input

from briefing.model import Document, Span
from briefing.tui.source_pane import SourcePane
from tests.tui import sample
from tests.tui.reading import (
    build_app,
    panes,
    press,
    screen_text,
    settle,
    shown_sources,
    told,
    where,
)

WIDE = (160, 45)


def current_words(app_pane: int, app: object) -> str:
    from textual.app import App

    assert isinstance(app, App)
    pane = panes(app)[app_pane]
    mark = pane.view.marks.current
    if pane.source is None or mark is None:
        return ""
    return pane.source.document.article.text[mark.start : mark.end]


def words_of(pane: SourcePane, span: Span | None) -> str:
    if pane.source is None or span is None:
        return ""
    return pane.source.document.article.text[span.start : span.end]


async def test_m_chooses_a_name_and_n_steps_through_its_mentions_across_sources() -> None:
    app = build_app()
    async with app.run_test(size=(220, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m", "m", "m")
        assert current_words(0, app) == "Ilse Brandt"
        assert "1 of 5 · 1 of 3 sources · Ilse Brandt · person" in screen_text(app)
        await press(pilot, "n", "n")
        assert where(app) == "pane-1"
        assert "3 of 5 · 2 of 3 sources · Ilse Brandt · person" in screen_text(app)
        await press(pilot, "n", "n")
        assert shown_sources(app) == [1, 3]
        assert "5 of 5 · 3 of 3 sources" in screen_text(app)
        await press(pilot, "n")
        assert where(app) == "pane-0"
        await press(pilot, "N")
        assert where(app) == "pane-1"
        assert shown_sources(app) == [1, 3]


async def test_a_sentence_brings_what_says_the_same_into_view_in_the_other_sources() -> None:
    app = build_app()
    async with app.run_test(size=(220, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "J", "J")
        here, beside = panes(app)
        assert words_of(here, here.view.marks.here).startswith("Mayor Ilse Brandt of Lund signed")
        assert words_of(beside, beside.view.marks.matched).startswith("La maire de Lund, Ilse")
        assert "▌Mayor" in screen_text(app)
        assert "┃La maire" in screen_text(app)
        await press(pilot, "K", "K", "K")
        assert words_of(here, here.view.marks.here) == "Ostrava and Lund sign harbour accord"
        await press(pilot, "escape")
        assert here.view.marks.here is None


async def test_a_click_reads_a_sentence() -> None:
    app = build_app()
    async with app.run_test(size=(220, 45)) as pilot:
        await settle(pilot)
        lines = screen_text(app).splitlines()
        y = next(i for i, line in enumerate(lines) if "Work begins" in line)
        await pilot.click(offset=(lines[y].index("Work begins") + 1, y))
        await settle(pilot)
        here = panes(app)[0]
        assert words_of(here, here.view.marks.here) == "Work begins in May."


async def test_without_a_name_n_chooses_one() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "n")
        assert current_words(0, app) == "Ostrava"


async def test_a_followed_name_is_marked_in_every_source() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m", "m", "m")
        assert [len(pane.view.marks.found) for pane in panes(app)] == [2, 2]
        await press(pilot, "M")
        assert current_words(0, app) == "Lund"
        await press(pilot, "escape")
        assert [len(pane.view.marks.found) for pane in panes(app)] == [0, 0]


async def test_a_name_can_be_clicked() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        lines = screen_text(app).splitlines()
        y = next(i for i, line in enumerate(lines) if "Tomas" in line)
        await pilot.click(offset=(lines[y].index("Tomas") + 1, y))
        await settle(pilot)
        assert current_words(1, app) == "Tomas Reyl"


async def test_finding_goes_along_with_typing() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "slash", "h", "A", "r")
        assert "1 of 3 · “hAr”" in screen_text(app)
        await press(pilot, "enter", "n")
        assert where(app) == "pane-0"
        assert "2 of 3 · “hAr”" in screen_text(app)
        await press(pilot, "escape")
        assert "hAr" not in screen_text(app)
        assert not panes(app)[0].query_one(Input).display


async def test_escape_in_the_find_line_goes_back_to_the_text() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "slash", "z", "z")
        assert "none · “zz”" in screen_text(app)
        await press(pilot, "escape")
        assert where(app) == "pane-0"
        assert not panes(app)[0].query_one(Input).display


async def test_keys_scroll_the_text() -> None:
    app = build_app()
    async with app.run_test(size=(80, 14)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        view = panes(app)[0].view
        tops = []
        for key in ("j", "k", "G", "g", "pagedown", "pageup", "ctrl+d", "ctrl+u", "end", "home"):
            await press(pilot, key)
            tops.append(view.scroll_offset.y)
        last = view.max_scroll_y
        assert last > 1
        assert tops[:4] == [1, 0, last, 0]
        assert tops[4] > 0
        assert tops[5] == 0
        assert tops[6] > 0
        assert tops[7] == 0
        assert tops[8:] == [last, 0]


async def test_words_are_found_in_all_sources_and_stepped_through() -> None:
    app = build_app()
    async with app.run_test(size=(220, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "backslash", *"lund")
        assert "1 of 6 · 1 of 3 sources · “lund”" in screen_text(app)
        await press(pilot, "enter", "n", "n")
        assert "3 of 6 · 2 of 3 sources · “lund”" in screen_text(app)
        assert where(app) == "pane-1"
        await press(pilot, "N", "escape")
        assert "“lund”" not in screen_text(app)
        await press(pilot, "i")
        assert told(app).startswith("Choose a name first")


async def test_an_outlet_in_disguise_is_marked_above_its_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forged = "Harbour P\N{CYRILLIC SMALL LETTER O}st"

    def disguised() -> tuple[Document, ...]:
        first, *others = honest()
        return replace(first, article=replace(first.article, source=forged)), *others

    honest = sample.build_documents
    monkeypatch.setattr(sample, "build_documents", disguised)
    app = build_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "⚠ the outlet’s name mixes Cyrillic and Latin letters (о U+043E)" in screen_text(app)
        assert screen_text(app).count("⚠") == 1
