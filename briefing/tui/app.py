"""The reader as a Textual application: opens a corpus, then shows it.

Invariant: it owns themes, help and the way out; all else is the screens'.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.screen import Screen

from briefing import pipeline
from briefing.config import Settings
from briefing.errors import Cancelled, ConfigError, StoreError
from briefing.store.workspace import Workspace, open_workspace
from briefing.tui.brief_pane import Composer
from briefing.tui.dialogs import ChoiceScreen, ErrorScreen, SheetScreen
from briefing.tui.keys import Place, bindings, check_keymap
from briefing.tui.messages import CorpusOpened, GroupingCorrected, OpeningFailed, Told
from briefing.tui.opening_screen import Opener, OpeningScreen
from briefing.tui.palette import CommandProvider
from briefing.tui.reading_screen import ReadingScreen
from briefing.tui.sheets import help_sheet
from briefing.tui.themes import DARK, LIGHT

FAILED = 2
"""Exit code where the corpus could not be opened."""

STOPPED = 130
"""Exit code where the reader stopped its opening."""


class BriefingApp(App[None]):
    """The reader over the pages at `paths`."""

    TITLE = "briefing"
    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [
        "app.tcss",
        "panes.tcss",
        "dialogs.tcss",
    ]
    BINDINGS = bindings(Place.ANYWHERE)
    COMMANDS = App.COMMANDS | {CommandProvider}

    def __init__(
        self,
        paths: Sequence[str],
        settings: Settings,
        opener: Opener = pipeline.open_corpus,
        composer: Composer = pipeline.compose_brief,
    ) -> None:
        super().__init__()
        self._workspace: Workspace | None = None
        self._keys: dict[str, str] = {}
        self._said = ""
        self._paths = tuple(paths)
        self._settings = settings
        self._opener = opener
        self._composer = composer

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
        self._workspace = self._open_workspace()
        self._start()

    @property
    def keymap(self) -> Mapping[str, str]:
        """The user's own keys, by the names of the commands."""
        return self._keys

    def _take_keys(self) -> None:
        try:
            check_keymap(self._settings.keys)
        except ConfigError as error:
            self.notify(str(error), title=error.title, severity="error", timeout=10, markup=False)
            return
        self._keys = dict(self._settings.keys)
        self.set_keymap(self._keys)

    def _open_workspace(self) -> Workspace:
        try:
            return open_workspace(self._settings.workspace)
        except StoreError as error:
            words = f"{error}; what you mark now is not kept"
            self.notify(words, title=error.title, severity="error", timeout=10, markup=False)
            return Workspace(None)

    def _start(self) -> None:
        self.push_screen(OpeningScreen(self._paths, self._settings, self._opener))

    @on(CorpusOpened)
    def read_corpus(self, event: CorpusOpened) -> None:
        """From opening to reading."""
        workspace = self._workspace or Workspace(None)
        screen = ReadingScreen(event.corpus, self._paths, self._composer, workspace)
        self.switch_screen(screen)
        if self._said:
            screen.call_after_refresh(screen.post_message, Told(self._said))
            self._said = ""

    @on(GroupingCorrected)
    def open_anew(self, event: GroupingCorrected) -> None:
        """Group anew with what the reader decided; nothing is analysed anew."""
        self._said = event.words
        self.switch_screen(OpeningScreen(self._paths, self._settings, self._opener))

    async def action_quit(self) -> None:
        """Leave, and remember where the reader was."""
        if isinstance(self.screen, ReadingScreen):
            self.screen.desk.keep_place()
        self.exit()

    @on(OpeningFailed)
    def tell_failure(self, event: OpeningFailed) -> None:
        """Say why there is nothing to read; closing the message leaves the program."""
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
        places = screen.places if isinstance(screen, ReadingScreen) else (Place.OPENING,)
        self.push_screen(SheetScreen("Keys", help_sheet(places, self.keymap)))

    def action_light(self) -> None:
        """Switch between the light and the dark theme."""
        self.theme = DARK.name if self.theme == LIGHT.name else LIGHT.name
