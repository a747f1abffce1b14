"""A list whose highlighted line carries a bar, so that it is told apart without colour.

Invariant: the lists of the reader move by the same keys, those of `keys.Place.LIST`.
"""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Spacing
from textual.strip import Strip
from textual.visual import Padding, Visual
from textual.widgets import OptionList

from briefing.tui.keys import Place, bindings

_GUTTER = 2


def indented(content: Content, cells: int) -> Visual:
    """Content all of whose lines, wrapped ones too, stand further in."""
    return Padding(content, Spacing(left=cells))


class MarkedList(OptionList, inherit_bindings=False):
    """An option list with a gutter in which the highlighted option's bar stands."""

    BINDINGS = bindings(Place.LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--bar", "list--quiet", "list--heading"}

    def _get_left_gutter_width(self) -> int:
        return _GUTTER

    def action_page_up(self) -> None:
        """A page up; where only a heading is left above, the first line one can be on."""
        super().action_page_up()  # type: ignore[no-untyped-call]  # Textual's own
        if self.highlighted is None:
            self.action_first()

    def action_page_down(self) -> None:
        """A page down; where only a heading is left below, the last line one can be on."""
        super().action_page_down()  # type: ignore[no-untyped-call]  # Textual's own
        if self.highlighted is None:
            self.action_last()

    def render_line(self, y: int) -> Strip:
        """A line of the list behind its gutter."""
        line = super().render_line(y)
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return line
        option, _ = self._lines[number]
        is_marked = option == self.highlighted
        ground = next((s.style for s in line if s.style), self.rich_style)
        bar = self.get_component_rich_style("list--bar", partial=True)
        # The option's own meta stays, so that a click on the bar is a click on the option.
        gutter = Segment("▌ " if is_marked else "  ", ground + bar)
        return Strip([gutter, *line]).simplify()
