"""The reader as a Textual application: opens a corpus, then shows it.

Invariant: it owns themes, help and the way out; all else is the screens'.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar, TypeGuard

from textual import on
from textual.app import App, SystemCommand
from textual.notifications import SeverityLevel
from textual.screen import Screen

from briefing.config import Settings
from briefing.errors import Cancelled, ConfigError, StoreError
from briefing.escaping import visible
from briefing.store.listings import find_listing, keep_listing
from briefing.tui.corpus_names import corpus_place
from briefing.tui.counting import CountingApp
from briefing.tui.dialogs import ChoiceScreen, ErrorScreen, SheetScreen
from briefing.tui.keys import Place, bindings, check_keymap
from briefing.tui.messages import (
    CorpusGrown,
    CorpusOpened,
    CorpusRenewed,
    GroupingCorrected,
    OpeningFailed,
    ProgressMade,
    StopAsked,
    Told,
)
from briefing.tui.opening import Opening, follow
from briefing.tui.opening_screen import OpeningScreen, progress_words
from briefing.tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from textual.command import Provider

    from briefing.model import Brief, Citation, Event, GroupedCorpus
    from briefing.pipeline import BriefComposer
    from briefing.store.workspace import Workspace
    from briefing.tui.brief_pane import Composer
    from briefing.tui.catalogue import Catalogue
    from briefing.tui.reading_screen import ReadingScreen
    from briefing.watching import Opener, Watch

FAILED = 2
"""Exit code where the corpus could not be opened."""

STOPPED = 130
"""Exit code where the reader stopped its opening."""


def _is_reading(screen: Screen[object]) -> TypeGuard[ReadingScreen]:
    """Whether a screen is the one on which a corpus is read.

    Its module brings half of the program with it: nobody waits for that before the first picture.
    """
    module = sys.modules.get("briefing.tui.reading_screen")
    return module is not None and isinstance(screen, module.ReadingScreen)


def _watch_with(opener: Opener) -> Watch:
    """What follows a corpus, for the few who want that."""
    from briefing.watching import Watch

    return Watch(opener)


def _open_corpus(
    paths: Sequence[str],
    settings: Settings,
    **asked: Any,  # handed on
) -> GroupedCorpus:
    """The pipeline, once the first picture is there."""
    from briefing import pipeline

    return pipeline.open_corpus(paths, settings, **asked)


def _composing(language: str | None) -> Composer:
    """Writes briefs; what is indexed of a corpus is kept as long as that one is read."""
    latest: list[BriefComposer] = []

    def compose(corpus: GroupedCorpus, event: Event) -> Brief:
        from briefing.pipeline import BriefComposer

        if not latest or latest[0].corpus is not corpus:
            latest[:] = [BriefComposer(corpus, language)]
        return latest[0].compose(event)

    return compose


def _find_commands() -> type[Provider]:
    """The palette's source, once somebody asks for it."""
    from briefing.tui.palette import CommandProvider

    return CommandProvider


class BriefingApp(CountingApp):
    """The reader over the pages at `paths`."""

    TITLE = "briefing"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        "app.tcss",
        "panes.tcss",
        "dialogs.tcss",
    ]
    BINDINGS = bindings(Place.ANYWHERE)
    COMMANDS = App.COMMANDS | {_find_commands}

    def __init__(
        self,
        paths: Sequence[str],
        settings: Settings,
        opener: Opener = _open_corpus,
        composer: Composer | None = None,
        *,
        is_watching: bool = False,
    ) -> None:
        super().__init__()
        self._workspace: Workspace | None = None
        self._keys: dict[str, str] = {}
        self._said = ""
        self._card: Citation | None = None
        self._paths = tuple(paths)
        self._settings = settings
        self._watch = _watch_with(opener) if is_watching else None
        self._opener = self._watch.open if self._watch else opener
        self._opening: Opening | None = None
        self._composer = composer or _composing(settings.language)

    def on_load(self) -> None:
        """Till the first picture the collector would go through all that was imported, in vain."""
        gc.disable()

    def on_mount(self) -> None:
        """Put on the theme and start opening."""
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        chosen = self._settings.theme or DARK.name
        if chosen in self.available_themes:
            self.theme = chosen
        else:
            self.theme = DARK.name
            error = ConfigError(f"no theme called {chosen!r}", "choose one with : and Theme")
            self.notify(str(error), title=error.title, severity="error", timeout=10, markup=False)
        self._take_keys()
        self._start()

    @property
    def keymap(self) -> Mapping[str, str]:
        """The user's own keys, by the names of the commands."""
        return self._keys

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Words at the edge of the screen; what could steer the terminal is made visible."""
        words = visible(message)
        super().notify(words, title=title, severity=severity, timeout=timeout, markup=markup)

    @property
    def search_index(self) -> Path | None:
        """Where the index of words is kept, beside the analysis cache."""
        from briefing.store.search_index import search_index_path

        return search_index_path(self._settings.cache)

    def _take_keys(self) -> None:
        try:
            check_keymap(self._settings.keys)
        except ConfigError as error:
            self.notify(str(error), title=error.title, severity="error", timeout=10, markup=False)
            return
        self._keys = dict(self._settings.keys)
        self.set_keymap(self._keys)

    def _open_workspace(self) -> Workspace:
        from briefing.store.workspace import Workspace, open_workspace

        try:
            return open_workspace(self._settings.workspace)
        except StoreError as error:
            words = f"{error}; what you mark now is not kept"
            self.notify(words, title=error.title, severity="error", timeout=10, markup=False)
            return Workspace(None)

    def _start(self) -> None:
        """Open the corpus behind a screen that shows how far it has come."""
        self.workers.cancel_group(self, "following")
        listing = find_listing(self._settings.cache, corpus_place(self._paths))
        screen = OpeningScreen(self._paths, listing)
        if reading := self._reading:
            self._close_windows(reading)
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
        opening = Opening(self._paths, self._settings, self._opener, self.post_message)
        self._opening = opening
        work = partial(
            self.run_worker,
            opening.run,
            group="opening",
            description="opening",
            exclusive=True,
            thread=True,
        )
        # The first picture first: a thread that reads pages would take turns with painting it.
        screen.call_after_refresh(gc.enable)
        screen.call_after_refresh(work)

    @property
    def _reading(self) -> ReadingScreen | None:
        """The screen on which the corpus is read, be it below a window."""
        return next((s for s in self.screen_stack if _is_reading(s)), None)

    def _close_windows(self, screen: Screen[None]) -> None:
        """Leave what stands on top of a screen."""
        while self.screen is not screen:
            self.pop_screen()

    @on(ProgressMade)
    def show_progress(self, event: ProgressMade) -> None:
        """Say how far the opening has come, where the reader is."""
        reading = self._reading
        if reading is None:
            for screen in self.screen_stack:
                if isinstance(screen, OpeningScreen):
                    screen.show_progress(event)
        elif self._opening:
            self._show_work(f"{progress_words(event.progress, event.left)} (S stops)")

    def _show_work(self, words: str) -> None:
        """Say what goes on in the background, once there is a line for it."""
        from briefing.tui.status_line import StatusLine

        for line in self._reading.query(StatusLine) if self._reading else ():
            line.show_work(words)

    @on(CorpusGrown)
    def show_part(self, event: CorpusGrown) -> None:
        """Read what is ready while the rest goes on."""
        self._read(event.catalogue)

    @on(CorpusOpened)
    def read_corpus(self, event: CorpusOpened) -> None:
        """From opening to reading."""
        from briefing.exporters.layout import count

        reading, self._opening = self._reading, None
        pages = count(len(event.catalogue.documents), "page")
        if not event.is_whole:
            self._said = f"Stopped: {pages} can be read; open the corpus again for the others."
        elif reading:
            self._said = f"All is analysed: {pages}."
        self._show_work("")
        screen = self._read(event.catalogue)
        if self._said:
            screen.call_after_refresh(screen.post_message, Told(self._said))
            self._said = ""
        if self._card:
            screen.call_after_refresh(screen.show_card, self._card)
            self._card = None
        if self._watch and event.is_whole:
            self._follow(self._watch, screen)

    def _read(self, catalogue: Catalogue) -> ReadingScreen:
        """Show a corpus on the screen that is there, else on a new one."""
        if reading := self._reading:
            reading.renew(catalogue)
            return reading
        from briefing.tui.reading_screen import ReadingScreen

        if self._workspace is None:
            self._workspace = self._open_workspace()

        screen = ReadingScreen(catalogue, self._paths, self._composer, self._workspace)
        self._close_windows(next(s for s in self.screen_stack if isinstance(s, OpeningScreen)))
        self.switch_screen(screen)
        return screen

    def _follow(self, watch: Watch, screen: ReadingScreen) -> None:
        screen.call_after_refresh(self._show_work, "watching")
        work = partial(follow, watch, self._paths, self._settings, self.post_message)
        self.run_worker(
            work, group="following", description="following", exclusive=True, thread=True
        )

    @on(CorpusRenewed)
    def show_renewed(self, event: CorpusRenewed) -> None:
        """Show what came into the folder, and say so."""
        if self._reading and self._opening is None:
            self._reading.renew(event.catalogue)
            self._reading.post_message(Told(event.words))

    @on(StopAsked)
    def action_stop(self) -> None:
        """Have the opening end with what is ready."""
        words = "Everything is analysed; there is nothing to stop."
        if self._opening:
            self._opening.stop()
            words = "Stopping; the pages at work are finished first."
        if self._reading:
            self._reading.post_message(Told(words))

    @on(GroupingCorrected)
    def open_anew(self, event: GroupingCorrected) -> None:
        """Group anew with what the reader decided; nothing is analysed anew."""
        self._said, self._card = event.words, event.card
        self._start()

    async def action_quit(self) -> None:
        """Leave, and remember where the reader was."""
        if _is_reading(self.screen):
            self.screen.desk.keep_place()
            listing = self.screen.rooms.event_list.listing()
            keep_listing(self._settings.cache, corpus_place(self._paths), listing)
        self.exit()

    @on(OpeningFailed)
    def tell_failure(self, event: OpeningFailed) -> None:
        """Say why there is nothing to read; closing the message leaves the program.

        What can be read already stays.
        """
        self._opening = None
        self._show_work("")
        if self._reading:
            self.push_screen(ErrorScreen(event.error))
            return
        code = STOPPED if isinstance(event.error, Cancelled) else FAILED
        self.push_screen(ErrorScreen(event.error), lambda _: self.exit(return_code=code))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Of Textual's own commands only the choice of a theme; the others are in the table."""
        del screen
        yield SystemCommand("Theme", "Choose another theme", self.action_change_theme)

    def action_help(self) -> None:
        """Show the keys of where the reader is."""
        screen = self.screen
        if isinstance(screen, (SheetScreen, ChoiceScreen)):
            return
        from briefing.tui.sheets import help_sheet

        places = screen.places if _is_reading(screen) else (Place.OPENING,)
        self.push_screen(SheetScreen("Keys", help_sheet(places, self.keymap)))

    def action_light(self) -> None:
        """Switch between the light and the dark theme."""
        self.theme = DARK.name if self.theme == LIGHT.name else LIGHT.name
