"""The tabs of a narrow terminal: where one can go, and where one is.

Invariant: a picture of the arrangement; the tab of the room one is in stands in brackets, so that
it is told apart without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from briefing.tui.messages import RoomClicked
from briefing.tui.wrapping import shortened

_LONGEST = 18


class RoomTabs(Static):
    """One line of tabs that can be clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tab--current"}

    _line = Content("")

    def show_tabs(self, tabs: Sequence[tuple[str, str]], current: str) -> None:
        """Show (key, words) pairs, the one whose key is `current` in brackets."""
        shown = []
        for key, words in tabs:
            short = shortened(words, _LONGEST)
            label = f"[{short}]" if key == current else f" {short} "
            style = self.get_visual_style("tab--current", partial=True)
            link = Style.from_meta({"room": key})
            shown.append(Content.styled(label, style + link if key == current else link))
        line = Content(" ").join(shown)
        if not line.is_same(self._line):
            self._line = line
            self.update(line, layout=False)

    def on_click(self, event: events.Click) -> None:
        """Tell which tab was clicked."""
        key = event.style.meta.get("room")
        if isinstance(key, str):
            self.post_message(RoomClicked(key))
