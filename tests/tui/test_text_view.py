"""Text that runs from right to left, as it stands on the screen."""

from __future__ import annotations

from briefing.config import Settings
from briefing.model import Event, GroupedCorpus, Place
from briefing.tui.app import BriefingApp
from tests.builders import build_document
from tests.tui.reading import panes, press, screen_text, settle, told
from tests.tui.sample import fake_brief

ALEF, BET, GIMEL = "\u05d0", "\u05d1", "\u05d2"
PAGE = f"{ALEF}{BET} 12 {GIMEL}\nPlain words.\n"


def opener(*_: object, **__: object) -> GroupedCorpus:
    document = build_document("a.txt", PAGE, language="he")
    event = Event("ev", "Event", "other", None, Place(), (), (), ("a.txt",))
    return GroupedCorpus((document,), (), (event,), ())


async def test_lines_end_at_the_right_and_can_be_clicked() -> None:
    app = BriefingApp(["x"], Settings(workspace="off"), opener, fake_brief)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        lines = screen_text(app).splitlines()
        y = next(n for n, line in enumerate(lines) if ALEF in line)
        shown = f"{GIMEL} 12 {BET}{ALEF}"
        assert lines[y].rstrip("\u2503 ").endswith(shown)
        assert len(lines[y].rstrip("\u2503 ")) > 70
        assert " Plain words." in lines[y + 1] + lines[y + 2]
        await pilot.click(offset=(lines[y].index(BET), y))
        await settle(pilot)
        marks = panes(app)[0].view.marks
        assert marks.here
        assert PAGE[marks.here.start : marks.here.end] == PAGE.splitlines()[0]


async def test_the_order_can_be_left_to_the_terminal() -> None:
    app = BriefingApp(["x"], Settings(workspace="off"), opener, fake_brief)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "D")
        assert told(app) == "Right-to-left text is put in order by the terminal."
        assert PAGE.splitlines()[0] in screen_text(app)
