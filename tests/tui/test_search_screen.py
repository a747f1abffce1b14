"""Searching all pages from inside the reader."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from briefing.config import Settings
from briefing.store.workspace import open_workspace
from briefing.tui.app import BriefingApp
from briefing.tui.search_screen import QueryLine, SearchScreen
from tests.tui.reading import (
    build_app,
    cited_words,
    panes,
    press,
    reading,
    screen_text,
    settle,
    where,
)
from tests.tui.sample import fake_brief, fake_opener

WIDE = (160, 45)


async def start(pilot: Pilot[None], *keys: str) -> None:
    await settle(pilot)
    await press(pilot, *keys)


async def test_results_stand_under_their_events_and_open_where_they_stand() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "f", *"ferry", "enter")
        shown = screen_text(app)
        assert "2 lines · 1 article · 1 event" in shown
        assert "Lund ferry line opens  no date" in shown
        await press(pilot, "j", "enter")
        event = reading(app).event
        assert event
        assert event.id == "ev2"
        assert where(app) == "pane-0"
        assert cited_words(panes(app)[0])[0].startswith("The ferry from Lund")


async def test_a_search_is_there_again_with_its_cursor() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "f", *"ferry", "enter", "j", "enter", "f")
        assert isinstance(app.screen, SearchScreen)
        assert app.screen.query_one(QueryLine).value == "ferry"
        await press(pilot, "enter")
        assert cited_words(panes(app)[0])[0].startswith("The ferry from Lund")


async def test_filters_are_completed_with_what_the_corpus_has() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "f", *"who", "tab")
        line = app.screen.query_one(QueryLine)
        assert line.value == "who:"
        await press(pilot, "r", "tab")
        assert line.value == 'who:"Tomas Reyl"'
        await press(pilot, "enter")
        assert "3 lines · 3 articles · 1 event" in screen_text(app)


async def test_tab_goes_through_the_ways_to_go_on() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "f", *"lang:", "tab")
        line = app.screen.query_one(QueryLine)
        assert line.value == "lang:en"
        await press(pilot, "tab")
        assert line.value == "lang:es"


async def test_an_unreadable_query_says_how_it_would_be_right() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "f", *"when:now", "enter")
        assert "no field when:" in screen_text(app)
        assert "after:" in screen_text(app)
        await press(pilot, "escape")
        assert where(app) == "events"


async def test_former_searches_are_offered_before_one_types() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "f", *"ferry", "enter", "enter", "f", "slash")
        await press(pilot, *["backspace"] * 5)
        assert "tab  ferry" in screen_text(app)
        await press(pilot, "tab", "enter")
        assert "2 lines · 1 article" in screen_text(app)


async def test_nothing_found_is_said() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "f", *"zzz", "enter")
        assert "Nothing found" in screen_text(app)


async def test_a_search_is_saved_listed_run_and_given_up(tmp_path: Path) -> None:
    settings = Settings(workspace=str(tmp_path))
    app = BriefingApp(["corpus"], settings, fake_opener, fake_brief)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "f", *"ferry", "ctrl+s", "enter", "escape")
        await press(pilot, "f", "f", *["backspace"] * 5)
        shown = screen_text(app)
        assert "Saved searches" in shown
        assert "★ ferry" in shown
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, SearchScreen)
        assert "2 lines · 1 article" in screen_text(app)
        await press(pilot, "f", "ctrl+s", "escape")
        with open_workspace(str(tmp_path)) as workspace:
            assert workspace.saved_searches() == ()


async def test_what_finds_nothing_is_offered_as_it_may_be_meant() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "f", *"who:riyl", "enter")
        assert "Nothing found. Did you mean who:Reyl? Tab takes it." in screen_text(app)
        await press(pilot, "tab", "enter")
        assert "2 events" in screen_text(app) or "1 event" in screen_text(app)


async def test_a_regular_expression_finds_and_a_wrong_one_is_told() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "f", *"/acc?ord/", "enter")
        assert "1 event" in screen_text(app)
        await press(pilot, "f", *["backspace"] * 9, *"/acc(ord/", "enter")
        assert "no regular expression" in screen_text(app)
