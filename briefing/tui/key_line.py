"""The keys of here in one line: where not all have room, those that can be done without go.

Invariant: help and the way out stay at any width; what is left out stands in the help.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Footer

_GIVEN_UP = ("zoom", "why", "export", "brief", "next_sentence(1)", "names", "search")
"""Commands in the order in which they are left out: `zoom` has no use where the width is short."""


class KeyLine(Footer):
    """Textual's footer, without its command palette, as far as it has room."""

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)
        self._composed_for = 0

    def compose(self) -> ComposeResult:
        """The keys that have room."""
        keys = list(super().compose())
        self._composed_for = self.app.size.width
        for action in _GIVEN_UP:
            if _cells(keys) > self._composed_for:
                keys = [key for key in keys if getattr(key, "action", "") != action]
        yield from keys

    async def on_resize(self, _: events.Resize) -> None:
        """Others have room at another width."""
        if self._composed_for != self.app.size.width:
            await self.recompose()


def _cells(keys: Iterable[Widget]) -> int:
    """The cells that keys take with their words, each with a space behind it."""
    shown = ((getattr(k, "key_display", ""), getattr(k, "description", "")) for k in keys)
    return sum(cell_len(key) + cell_len(words) + 2 for key, words in shown)
