"""A list whose highlighted entry carries a bar, so that it is told apart without colour.

Invariant: the lists of the reader move by the same keys, those of `keys.Place.LIST`; a move paints
two entries anew and measures none, so that it costs the same in a list of any length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.visual import Padding, Visual
from textual.widgets.option_list import Option

from briefing.tui.keys import Place, bindings
from briefing.tui.option_lines import OptionLines


def indented(content: Content, cells: int) -> Visual:
    """Content all of whose lines, wrapped ones too, stand further in."""
    return Padding(content, Spacing(left=cells))


class MarkedList(OptionLines, can_focus=True):
    """Options of which one is under the cursor, with a bar in its gutter."""

    BINDINGS = bindings(Place.LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--quiet", "list--heading", "list--sign"}

    # Textual would paint the whole list anew; `watch_highlighted` paints what has changed.
    highlighted: reactive[int | None] = reactive[int | None](None, repaint=False)

    class OptionMessage(Message):
        """What became of an option."""

        def __init__(self, sender: MarkedList, option: Option, index: int) -> None:
            super().__init__()
            self._list, self.option = sender, option
            self.option_id, self.option_index = option.id, index

        @property
        def control(self) -> MarkedList:
            """The list: `on` can ask which one it was."""
            return self._list

    class OptionHighlighted(OptionMessage):
        """The cursor has come to an option."""

    class OptionSelected(OptionMessage):
        """The reader chose an option."""

    def __init__(
        self,
        *options: Option,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        self._marked: int | None = None
        self._hovered: int | None = None
        super().__init__(id=id, classes=classes)
        if options:
            self.take(options)
            self.action_first()

    def set_options(self, options: Iterable[Option]) -> None:
        """Show other options, from the top, the cursor on none."""
        self.highlighted = None
        self.scroll_y = 0
        self.take(options)

    def clear_options(self) -> None:
        """Empty the list."""
        self.set_options(())

    @property
    def highlighted_option(self) -> Option | None:
        """The option under the cursor."""
        return None if self.highlighted is None else self.options[self.highlighted]

    def state_of(self, index: int) -> str:
        """How an option is marked."""
        if index == self.highlighted:
            return "marked"
        return "hovered" if index == self._hovered else ""

    def validate_highlighted(self, highlighted: int | None) -> int | None:
        """The cursor is on an option that is there, or on none."""
        if highlighted is None or not self.options:
            return None
        return max(0, min(highlighted, len(self.options) - 1))

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Go to the option, tell so, and paint it anew with the one the cursor came from."""
        if highlighted is not None and not self.options[highlighted].disabled:
            self.scroll_to_highlight()
            option = self.options[highlighted]
            self.post_message(self.OptionHighlighted(self, option, highlighted))
        self.repaint(self._marked, highlighted)
        self._marked = highlighted

    def scroll_to_highlight(self) -> None:
        """Bring the highlighted option into view."""
        if self.highlighted is not None and self.is_mounted:
            place = self.place_of(self.highlighted)
            if place:
                self.scroll_to_region(place, force=True, animate=False, immediate=True)

    def on_show(self) -> None:
        """The cursor is in view."""
        self.scroll_to_highlight()

    def on_resize(self, _: events.Resize) -> None:
        """The cursor is in view at another size too."""
        self.scroll_to_highlight()

    def action_cursor_down(self) -> None:
        """To the next option, behind the last one to the first."""
        self._go(1)

    def action_cursor_up(self) -> None:
        """To the option before, before the first one to the last."""
        self._go(-1)

    def _go(self, direction: int) -> None:
        count, here = len(self.options), self.highlighted
        start = (-1 if direction > 0 else 0) if here is None else here
        steps = ((start + direction * n) % count for n in range(1, count + 1))
        self.highlighted = next((n for n in steps if not self.options[n].disabled), here)

    def action_first(self) -> None:
        """To the first option."""
        self.highlighted = self._first_of(range(len(self.options)))

    def action_last(self) -> None:
        """To the last option."""
        self.highlighted = self._first_of(range(len(self.options) - 1, -1, -1))

    def _first_of(self, numbers: Iterable[int]) -> int | None:
        return next((n for n in numbers if not self.options[n].disabled), None)

    def action_move(self, lines: int) -> None:
        """Go so many entries down, or up; at the ends the last one there is."""
        if enabled := self._enabled():
            here = bisect_left(enabled, self.highlighted or 0)
            self.highlighted = enabled[max(0, min(len(enabled) - 1, here + lines))]

    def action_line(self, number: int) -> None:
        """Go to the entry of that number; headings have none."""
        if enabled := self._enabled():
            self.highlighted = enabled[min(number, len(enabled)) - 1]

    def _enabled(self) -> list[int]:
        return [n for n, option in enumerate(self.options) if not option.disabled]

    def action_page_up(self) -> None:
        """A page up; where only a heading is left above, the first line one can be on."""
        self._go_page(-1)

    def action_page_down(self) -> None:
        """A page down; where only a heading is left below, the last line one can be on."""
        self._go_page(1)

    def _go_page(self, direction: int) -> None:
        place = self.place_of(self.highlighted or 0)
        if place is None or self.highlighted is None:
            number = None
        else:
            height = self.scrollable_content_region.height
            start = self.option_at(max(0, place.y + direction * height))
            down, up = range(start, len(self.options)), range(start, -1, -1)
            number = self._first_of(down if direction > 0 else up)
        if number is not None:
            self.highlighted = number
        elif direction > 0:
            self.action_last()
        else:
            self.action_first()

    def action_select(self) -> None:
        """Choose the option under the cursor."""
        option = self.highlighted_option
        if option and not option.disabled and self.highlighted is not None:
            self.post_message(self.OptionSelected(self, option, self.highlighted))

    def on_click(self, event: events.Click) -> None:
        """Choose the option that was clicked."""
        clicked = event.style.meta.get("option")
        if clicked is not None and not self.options[clicked].disabled:
            self.highlighted = clicked
            self.action_select()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which option a click would choose."""
        self._hover(event.style.meta.get("option"))

    def on_leave(self) -> None:
        """No longer."""
        self._hover(None)

    def _hover(self, index: int | None) -> None:
        former, self._hovered = self._hovered, index
        if former != index:
            self.repaint(former, index)
