"""A file of every format, opened in the reader itself: its words are on the screen."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from briefing import analysing
from briefing.config import Settings
from briefing.plugins import READERS
from briefing.readers.sniffing import load_readers, reader_of
from briefing.tui.app import BriefingApp
from tests.readers.documents import HEADLINE, LEAD
from tests.readers.every_format import FILES
from tests.tui.reading import press, reading, screen_text, settle


@pytest.fixture(autouse=True)
def _one_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The entity model is read once for all formats, not once for each."""
    monkeypatch.setattr(analysing, "load_tagger", load_once)


load_once = cache(analysing.load_tagger)


def test_every_format_that_is_read_is_opened_here() -> None:
    assert list(FILES) == list(READERS.builtin)


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_one_of_its_format(name: str) -> None:
    path, make = FILES[name]
    target = READERS.builtin[name].rpartition(":")[2]
    reader = reader_of(load_readers(), make()[:65_536], path)
    assert type(reader).__name__ == target


@pytest.mark.parametrize("name", FILES)
async def test_its_headline_and_its_text_are_on_the_screen(name: str, tmp_path: Path) -> None:
    path, make = FILES[name]
    (tmp_path / path).write_bytes(make())
    app = BriefingApp([str(tmp_path / path)], Settings(workspace="off", cache="off"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "z")
        shown = screen_text(app)
        assert HEADLINE in shown
        assert LEAD[:60] in shown
        assert reading(app).corpus.rejections == ()
