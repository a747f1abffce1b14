"""The last line of the screen: the keys of here, or for a moment what has just happened.

Invariant: what is told takes the place of the keys and covers nothing else; it goes with time or
with the next thing told, never with a key's effect.
"""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from briefing.escaping import one_line
from briefing.tui.key_line import KeyLine

SECONDS = 4.0


class BottomLine(Widget):
    """Footer and message in one line."""

    def __init__(self) -> None:
        super().__init__(id="bottom")
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The message is not displayed until there is one."""
        yield Static(id="told", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the keys."""
        self._show_keys()

    @property
    def told(self) -> str:
        """What is told now; empty while the keys are shown."""
        line = self.query_one("#told", Static)
        return str(line.content) if line.display else ""

    def tell(self, words: str) -> None:
        """Show one line of words for a few seconds."""
        if self._timer:
            self._timer.stop()
        line = self.query_one("#told", Static)
        line.update(Content(one_line(words)))
        line.display, self.query_one(KeyLine).display = True, False
        self._timer = self.set_timer(SECONDS, self._show_keys)

    def _show_keys(self) -> None:
        self.query_one("#told", Static).display = False
        self.query_one(KeyLine).display = True
