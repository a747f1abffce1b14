"""The line of keys: at any width help and the way out stand in it."""

from __future__ import annotations

import pytest

from tests.tui.reading import build_app, press, screen_text, settle


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
async def test_help_and_the_way_out_have_room_at_any_width(width: int) -> None:
    app = build_app()
    async with app.run_test(size=(width, 24)) as pilot:
        await settle(pilot)
        for key in ("enter", "b"):
            await press(pilot, key)
            line = screen_text(app).splitlines()[-1]
            assert "? Help q Quit" in line.replace("  ", " ")


async def test_what_had_no_room_comes_back_with_the_width() -> None:
    app = build_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "Zoom" not in screen_text(app).splitlines()[-1]
        await pilot.resize_terminal(120, 24)
        await settle(pilot)
        assert "Zoom" in screen_text(app).splitlines()[-1]
