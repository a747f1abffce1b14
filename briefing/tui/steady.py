"""Words above a pane, or in its border, that change without moving what stands below them.

Invariant: the screen is laid out anew only where other words need more lines; a header that may
hold its height keeps it for fewer, so that nothing jumps while one goes from event to event. Other
words in a border paint that line of the border anew and no more.
"""

from __future__ import annotations

from typing import Self, cast

from textual import events
from textual.containers import Vertical
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Region
from textual.widgets import Static


class SteadyPane(Vertical):
    """A bordered pane with words in the border's first line and its last."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._title, self._subtitle = Content(""), Content("")
        self._edge: Region | None = None

    def show_title(self, title: Content) -> None:
        """Show other words in the first line of the border."""
        if not title.is_same(self._title):
            self._title = title
            self._edge = Region(-1, -1, self.outer_size.width, 1)
            self.border_title = title
            self._edge = None

    def show_subtitle(self, subtitle: Content) -> None:
        """Show other words in the last line of the border."""
        if not subtitle.is_same(self._subtitle):
            self._subtitle = subtitle
            self._edge = Region(-1, self.size.height, self.outer_size.width, 1)
            self.border_subtitle = subtitle
            self._edge = None

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paint anew: for other words in the border, that line alone."""
        only = (self._edge,) if self._edge and not layout else regions
        return super().refresh(*only, repaint=repaint, layout=layout, recompose=recompose)


class SteadyStatic(Static):
    """A text that keeps its height; with `holds` also where its words come to need fewer lines."""

    def __init__(self, classes: str = "", *, holds: bool = False) -> None:
        super().__init__(classes=classes, markup=False)
        self._holds = holds
        self._words = Content("")
        self._lines = 0
        self._width = 0

    def show(self, words: Content) -> None:
        """Show other words."""
        if words.is_same(self._words):
            return
        self._words = words
        width = self.content_region.width
        lines = words.get_height(cast("RulesMap", self.styles), width) if width else 0
        if self._holds and 0 < lines < self._lines:
            words += Content("\n" * (self._lines - lines))
            lines = self._lines
        self.update(words, layout=lines != self._lines)
        self._lines = lines

    def on_resize(self, _: events.Resize) -> None:
        """At another width as many lines as the words need are enough."""
        width = self.content_region.width
        if width != self._width:
            words, self._words, self._lines, self._width = self._words, Content(""), 0, width
            self.show(words)
