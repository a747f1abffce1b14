"""While a corpus is opened again, the list of events stands as the reader left it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.config import Settings
from briefing.errors import Cancelled
from briefing.model import GroupedCorpus
from briefing.tui.app import BriefingApp
from tests.tui.reading import press, screen_text, settle
from tests.tui.sample import fake_brief, fake_opener


def waiting(*_: object, is_cancelled: Callable[[], bool], **__: object) -> GroupedCorpus:
    while not is_cancelled():
        threading.Event().wait(0.005)
    raise Cancelled("stopped")


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_the_list_is_there_before_the_corpus(size: tuple[int, int], tmp_path: Path) -> None:
    settings = Settings(workspace="off", cache=str(tmp_path))
    app = BriefingApp(["corpus"], settings, fake_opener, fake_brief)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        left = next(n for n in screen_text(app).splitlines() if "Lund ferry" in n)
        await press(pilot, "j", "q")
    again = BriefingApp(["corpus"], settings, waiting, fake_brief)
    async with again.run_test(size=size) as pilot:
        await pilot.pause()
        shown = screen_text(again)
        assert "Events (3)" in shown
        assert "as you left them" in shown
        line = next(n for n in shown.splitlines() if "Lund ferry" in n)
        assert line[:30].replace("▌", " ")[2:] == left[:30].replace("▌", " ")[2:]
        assert "▌" in line
        assert "Opening corpus" in shown
        await pilot.press("escape")
        await settle(pilot)


async def test_another_corpus_has_none(tmp_path: Path) -> None:
    settings = Settings(workspace="off", cache=str(tmp_path))
    app = BriefingApp(["other"], settings, waiting, fake_brief)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "as you left them" not in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
