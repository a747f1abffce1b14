"""The last line: what is told stands there for a while, then the keys again."""

from __future__ import annotations

import asyncio

import pytest

from briefing.tui import bottom_line
from briefing.tui.bottom_line import BottomLine
from briefing.tui.key_line import KeyLine
from tests.tui.reading import build_app, reading, settle, told


async def test_what_is_told_makes_room_for_the_keys_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bottom_line, "SECONDS", 0.01)
    app = build_app()
    async with app.run_test() as pilot:
        await settle(pilot)
        line = reading(app).query_one(BottomLine)
        line.tell("Done.\x1b[31m")
        assert told(app) == "Done.␛[31m"
        assert not line.query_one(KeyLine).display
        async with asyncio.timeout(30):
            while told(app):
                await settle(pilot)
        assert line.query_one(KeyLine).display
