"""Keys that come before the screen has heard of the move they follow."""

from __future__ import annotations

import pytest

from briefing.tui.event_pane import EventPane
from tests.tui.reading import build_app, reading, settle

WIDE = (160, 45)


@pytest.mark.parametrize("key", ["export", "matrix"])
async def test_a_key_right_behind_a_move_means_the_event_moved_to(key: str) -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        screen = reading(app)
        screen.query_one(EventPane).action_cursor_down()  # whose word of it is still on its way
        getattr(screen, f"action_{key}")()
        assert screen.event is not None
        assert screen.event.id == "ev2"
        await settle(pilot)
