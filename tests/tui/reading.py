"""Starting the reader in tests and waiting until it has come to rest.

Invariant: no test sleeps or pauses by itself; all go through `settle`.
"""

from __future__ import annotations

from contextlib import suppress

from textual.app import App
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from briefing.config import Settings
from briefing.tui.app import BriefingApp
from briefing.tui.bottom_line import BottomLine
from briefing.tui.brief_pane import BriefPane, Composer
from briefing.tui.event_pane import EventPane
from briefing.tui.reading_screen import ReadingScreen
from briefing.tui.source_pane import SourcePane
from briefing.tui.source_row import SourceRow
from tests.tui.sample import fake_brief, fake_opener


def build_app(theme: str | None = None, composer: Composer = fake_brief) -> BriefingApp:
    """The reader over the made-up corpus."""
    settings = Settings(theme=theme, workspace="off")
    return BriefingApp(["corpus"], settings, fake_opener, composer)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until all workers are done, or called off for newer ones, and all messages heard."""
    await pilot.pause()
    while any(not worker.is_finished for worker in pilot.app.workers):
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each after the screen has come to rest."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def reading(app: App[None]) -> ReadingScreen:
    """The screen on which the corpus is read."""
    assert isinstance(app.screen, ReadingScreen)
    return app.screen


def panes(app: App[None]) -> list[SourcePane]:
    """The source panes on the screen, from left to right."""
    return [pane for pane in reading(app).query_one(SourceRow).panes if pane.display]


def shown_sources(app: App[None]) -> list[int]:
    """The numbers of the sources on the screen, from left to right."""
    return [pane.source.number for pane in panes(app) if pane.source]


def where(app: App[None]) -> str:
    """Which room has the focus: "events", "pane-0" … or "brief"."""
    focused = reading(app).focused
    assert focused is not None
    rooms = [
        n for n in focused.ancestors_with_self if isinstance(n, EventPane | SourcePane | BriefPane)
    ]
    return rooms[0].id or ""


def told(app: App[None]) -> str:
    """What the last line of the screen tells instead of the keys."""
    return reading(app).query_one(BottomLine).told


def screen_text(app: App[None]) -> str:
    """What stands on the screen, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def cited_words(pane: SourcePane) -> list[str]:
    """The words that are marked as cited in a pane."""
    if pane.source is None:
        return []
    text = pane.source.document.article.text
    return [text[span.start : span.end] for span in pane.view.marks.cited]
