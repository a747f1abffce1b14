"""Counts before motions, in lists, pages and windows."""

from __future__ import annotations

import pytest
from textual.app import App

from briefing.config import Settings
from briefing.model import Event, GroupedCorpus, Place
from briefing.tui.app import BriefingApp
from briefing.tui.counting import MOST, with_digit
from briefing.tui.keys import COMMANDS
from briefing.tui.status_line import StatusLine
from tests.builders import build_document
from tests.tui.reading import (
    build_app,
    panes,
    press,
    reading,
    screen_text,
    settle,
    shown_sources,
    where,
)
from tests.tui.sample import fake_brief

WIDE = (160, 45)


def long_opener(*_: object, **__: object) -> GroupedCorpus:
    page = "Pier notes\n" + "\n".join(f"Line {n} tells of Ilse Brandt." for n in range(1, 121))
    document = build_document("a.txt", page, people=("Ilse Brandt",))
    events = tuple(
        Event(f"ev{n:02}", f"Pier {n}", "other", None, Place(), (), (), ("a.txt",))
        for n in range(1, 31)
    )
    return GroupedCorpus((document,), (), events, ())


def build_long_app() -> BriefingApp:
    return BriefingApp(["x"], Settings(workspace="off"), long_opener, fake_brief)


def count_shown(app: App[None]) -> str:
    line = reading(app).query_one(StatusLine).query_one("#count")
    return str(line.render()).strip() if line.display else ""


def current(app: App[None]) -> str | None:
    return reading(app).rooms.event_list.highlighted_event


@pytest.mark.parametrize(
    ("keys", "event"),
    [
        ("5j", "ev06"),
        ("12j3k", "ev10"),
        ("12G", "ev12"),
        ("7g", "ev07"),
        ("99j", "ev30"),
        ("5jj", "ev07"),
        ("10j", "ev11"),
        ("4G0j", "ev05"),
    ],
)
async def test_a_count_goes_that_far_in_a_list(keys: str, event: str) -> None:
    app = build_long_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
        assert current(app) == event
        assert count_shown(app) == ""


async def test_a_count_is_shown_as_it_is_typed_and_dropped_by_escape() -> None:
    app = build_long_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "1", "2")
        assert count_shown(app) == "12"
        await press(pilot, "escape")
        assert count_shown(app) == ""
        await press(pilot, "j")
        assert current(app) == "ev02"


async def test_escape_without_a_count_does_what_it_did() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m")
        assert panes(app)[0].view.marks.current
        await press(pilot, "3", "escape")
        assert panes(app)[0].view.marks.current
        await press(pilot, "escape")
        assert panes(app)[0].view.marks.current is None


async def test_a_count_goes_that_far_in_a_page() -> None:
    app = build_long_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", *"5j")
        view = panes(app)[0].view
        assert view.scroll_offset.y == 5
        await press(pilot, *"20G")
        assert view.scroll_offset.y == 19
        await press(pilot, *"3k")
        assert view.scroll_offset.y == 16
        await press(pilot, "g", *"4m")
        assert view.marks.current
        first = view.marks.current.start
        await press(pilot, *"2M")
        assert view.marks.current.start < first


async def test_a_count_repeats_a_step() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", *"2J")
        twice = panes(app)[0].view.marks.here
        await press(pilot, "escape", *"JJ")
        assert twice
        assert panes(app)[0].view.marks.here == twice
        await press(pilot, *"2l")
        assert where(app) == "brief"


async def test_a_number_and_s_open_that_source() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", *"3s")
        assert shown_sources(app) == [3, 2]


async def test_a_count_holds_in_a_window_and_is_seen_behind_it() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "p", *"3G")
        before = screen_text(app)
        await press(pilot, "g", *"2j")
        assert screen_text(app) == before


async def test_digits_are_letters_where_one_writes() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "slash", "4", "0")
        assert "2 of 2 · “40”" in screen_text(app) or "· “40”" in screen_text(app)


async def test_a_count_can_have_other_keys() -> None:
    settings = Settings(workspace="off", keys={"list.down": "f7"})
    app = BriefingApp(["x"], settings, long_opener, fake_brief)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "5", "f7")
        assert current(app) == "ev06"


def test_a_count_has_an_end() -> None:
    count = 0
    for _ in range(9):
        count = with_digit(count, 9)
    assert count == MOST


def test_counts_are_in_the_table_of_keys() -> None:
    assert any("5j" in command.tells for command in COMMANDS)
