"""The command palette's source: every command of the table that can be given where one is.

Invariant: a command found here does what its key does, on the widget to which it is addressed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Protocol, runtime_checkable

from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.widget import Widget

from briefing.tui.keys import COMMANDS, Command, Place
from briefing.tui.reading_screen import ReadingScreen


@runtime_checkable
class HasKeymap(Protocol):
    """An application that knows the user's own keys."""

    @property
    def keymap(self) -> Mapping[str, str]:
        """Keys by the names of commands."""
        ...


class CommandProvider(Provider):
    """Finds commands by their words."""

    def _available(self) -> Iterator[tuple[Command, App[object] | Widget]]:
        for command in COMMANDS:
            target = self._target(command.place)
            if target is not None and command.action != "command_palette":
                yield command, target

    def _target(self, place: Place) -> App[object] | Widget | None:
        if place is Place.ANYWHERE:
            return self.app
        if not isinstance(self.screen, ReadingScreen) or place not in self.screen.places:
            return None
        return self.screen.target(place)

    def _help(self, command: Command) -> str:
        keymap = self.app.keymap if isinstance(self.app, HasKeymap) else {}
        return f"key {command.shown_with(keymap)} · {command.name}"

    async def discover(self) -> Hits:
        """All commands, in the table's order."""
        for command, target in self._available():
            if command.is_listed:
                run = partial(target.run_action, command.action)
                yield DiscoveryHit(_named(command), run, help=self._help(command))

    async def search(self, query: str) -> Hits:
        """The commands whose words match, best first."""
        matcher = self.matcher(query)
        for command, target in self._available():
            score = matcher.match(_named(command))
            if score > 0:
                run = partial(target.run_action, command.action)
                shown = matcher.highlight(_named(command))
                yield Hit(score, shown, run, help=self._help(command))


def _named(command: Command) -> str:
    return f"{command.label}: {command.tells}"
