"""Opening a corpus: progress, stopping, failing; themes, palette and the way out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from textual.command import CommandPalette
from textual.pilot import Pilot

from briefing.config import Settings
from briefing.errors import BriefingError, Cancelled, CorpusError
from briefing.model import Brief, Event, GroupedCorpus, Progress, Stage
from briefing.tui.app import FAILED, STOPPED, BriefingApp
from briefing.tui.dialogs import ErrorScreen
from briefing.tui.opening_screen import OpeningScreen
from briefing.tui.reading_screen import ReadingScreen
from tests.tui.reading import build_app, press, screen_text, settle, shown_sources, told, where
from tests.tui.sample import build_corpus, fake_brief


def failing_opener(error: Exception) -> Callable[..., GroupedCorpus]:
    def opener(*_: object, **__: object) -> GroupedCorpus:
        raise error

    return opener


async def test_progress_is_shown_and_can_be_stopped() -> None:
    told = threading.Event()

    def slow_opener(
        paths: Sequence[str],
        settings: Settings,
        *,
        on_progress: Callable[[Progress], None],
        is_cancelled: Callable[[], bool],
        preview: object,
    ) -> GroupedCorpus:
        del paths, settings, preview
        on_progress(Progress(Stage.ANALYSE, 3, 40, "pages/[x].txt"))
        told.set()
        while not is_cancelled():
            threading.Event().wait(0.005)
        raise Cancelled("stopped", "what was analysed is kept")

    app = BriefingApp(["corpus"], Settings(workspace="off"), slow_opener, fake_brief)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert told.wait(10)
        await until_shown(pilot, "Analysing pages: 3 of 40")
        assert "pages/[x].txt" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, ErrorScreen)
        assert "what was analysed is kept" in screen_text(app)
        await pilot.press("escape")
        await settle(pilot)
    assert app.return_code == STOPPED


async def until_shown(pilot: Pilot[None], words: str) -> None:
    """Wait for words that a worker which goes on brings to the screen."""
    for _ in range(1000):
        if words in screen_text(pilot.app):
            return
        await pilot.pause(0.01)
    raise AssertionError(f"{words!r} never came")


async def test_a_corpus_that_cannot_be_opened_says_why_and_ends_the_program() -> None:
    error = CorpusError("[b]missing: no such folder", "name a folder")
    app = BriefingApp(["missing"], Settings(workspace="off"), failing_opener(error), fake_brief)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = screen_text(app)
        assert "[b]missing: no such folder" in shown
        assert "name a folder" in shown
        await pilot.press("enter")
        await settle(pilot)
    assert app.return_code == FAILED


async def test_an_opener_that_breaks_is_a_message_too() -> None:
    app = BriefingApp(
        ["x"], Settings(workspace="off"), failing_opener(RuntimeError("odd")), fake_brief
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "RuntimeError('odd')" in screen_text(app)


async def test_a_brief_that_cannot_be_written_leaves_the_sources_readable() -> None:
    def no_brief(corpus: GroupedCorpus, event: Event) -> Brief:
        del corpus
        raise BriefingError(f"no brief of {event.id}") if event.id == "ev1" else ValueError("bad")

    from tests.tui.sample import fake_opener

    app = BriefingApp(["x"], Settings(workspace="off"), fake_opener, no_brief)
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        assert "no brief of ev1" in screen_text(app)
        assert shown_sources(app) == [1, 2]
        await press(pilot, "j")
        assert "ValueError('bad')" in screen_text(app)
        await press(pilot, "x")
        assert told(app) == "There is no brief to export yet."


async def test_a_corpus_without_events_is_said_to_be_one() -> None:
    def empty_opener(*_: object, **__: object) -> GroupedCorpus:
        return GroupedCorpus((), (), (), (), build_corpus().rejections)

    app = BriefingApp(["x"], Settings(workspace="off"), empty_opener, fake_brief)
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "tab", "n", "w", "x", "1", "s", "s")
        assert "No events. Key r lists" in screen_text(app)
        assert "1 rejected" in screen_text(app)


async def test_each_brief_is_written_once() -> None:
    written: list[str] = []

    def counting(corpus: GroupedCorpus, event: Event) -> Brief:
        written.append(event.id)
        return fake_brief(corpus, event)

    from tests.tui.sample import fake_opener

    app = BriefingApp(["x"], Settings(workspace="off"), fake_opener, counting)
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "k", "j", "k")
        assert sorted(written) == ["ev1", "ev2"]


async def test_light_and_dark() -> None:
    app = build_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.current_theme.dark
        await press(pilot, "t")
        assert not app.current_theme.dark


async def test_the_theme_of_the_settings_is_put_on() -> None:
    app = build_app("nord")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.theme == "nord"


async def test_a_theme_that_is_not_there_is_named() -> None:
    app = build_app("mauve")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "no theme called 'mauve'" in next(iter(app._notifications)).message
        assert isinstance(app.screen, ReadingScreen)


async def test_the_palette_does_what_a_key_does() -> None:
    app = build_app()
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "colon")
        assert isinstance(app.screen, CommandPalette)
        await pilot.press(*"zoom")
        await until_shown(pilot, "key z")
        await press(pilot, "enter")
        await settle(pilot)
        assert shown_sources(app) == [1]
        assert where(app) == "pane-0"


async def test_q_leaves() -> None:
    app = build_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("q")
        await settle(pilot)
    assert app.return_code == 0


async def test_q_leaves_while_opening_too() -> None:
    gate = threading.Event()

    def waiting(*_: object, is_cancelled: Callable[[], bool], **__: object) -> GroupedCorpus:
        while not is_cancelled() and not gate.wait(0.005):
            pass
        raise Cancelled("stopped")

    app = BriefingApp(["x"], Settings(workspace="off"), waiting, fake_brief)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, OpeningScreen)
        await pilot.press("q")
    gate.set()
    assert app.return_code == 0


async def test_the_users_own_keys_take_the_place_of_ours() -> None:
    from tests.tui.sample import fake_opener

    settings = Settings(workspace="off", keys={"rooms.zoom": "f8", "source.sentence": "}"})
    app = BriefingApp(["x"], settings, fake_opener, fake_brief)
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "z")
        assert shown_sources(app) == [1, 2]
        assert "f8 Zoom" in screen_text(app)
        await press(pilot, "f8")
        assert shown_sources(app) == [1]
        await press(pilot, "right_curly_bracket")
        assert "▌" in screen_text(app)


async def test_a_command_that_is_not_there_is_named() -> None:
    from tests.tui.sample import fake_opener

    settings = Settings(workspace="off", keys={"rooms.jump": "f8"})
    app = BriefingApp(["x"], settings, fake_opener, fake_brief)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "no command 'rooms.jump'" in next(iter(app._notifications)).message
