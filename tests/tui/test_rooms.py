"""Keys that cannot change what stands on the screen say why."""

from __future__ import annotations

import pytest
from textual.app import App

from briefing.tui.rooms import Rooms
from tests.tui.reading import build_app, press, reading, settle, told, where


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("z", "every pane has the whole screen"),
        ("greater_than_sign", "no other is beside it"),
        ("left_square_bracket", "Up to 1 source beside each other; this event has 3."),
    ],
)
async def test_a_pane_that_stands_alone_says_why_nothing_moves(key: str, words: str) -> None:
    app = build_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", key)
        assert words in told(app)
        assert not reading(app).rooms.wishes.is_zoomed


async def test_more_panes_than_sources_are_kept_for_other_events() -> None:
    app = build_app()
    async with app.run_test(size=(200, 50)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter", "right_square_bracket")
        assert told(app) == "Up to 3 sources beside each other; this event has 1."


async def test_without_changes_the_key_for_them_stays_where_one_is() -> None:
    app = build_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "d")
        assert where(app) == "pane-0"
        assert "nothing to compare" in told(app)


class Composed(App[None]):
    """Rooms as they are before anything was laid out."""

    def on_mount(self) -> None:
        self.rooms = Rooms()
        list(self.rooms.compose())


async def test_the_first_picture_shows_what_has_room() -> None:
    """All rooms once stood beside each other for the moment until they were arranged."""
    app = Composed()
    async with app.run_test(size=(80, 24)):
        shown = (app.rooms.event_list, app.rooms.row, app.rooms.brief)
        assert [room.display for room in shown] == [True, False, False]
