"""A list whose highlighted line carries a bar, so that it is told apart without colour.

Invariant: the lists of the reader move by the same keys, those of `keys.Place.LIST`; a move paints
two entries anew and measures none, so that it costs the same in a list of any length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import ClassVar, Self, cast

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Region, Size, Spacing
from textual.reactive import reactive
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.visual import Padding, Visual
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from briefing.tui.keys import Place, bindings
from briefing.tui.light_bar import Frame, paint_lines, start_bar

_GUTTER = 2


def indented(content: Content, cells: int) -> Visual:
    """Content all of whose lines, wrapped ones too, stand further in."""
    return Padding(content, Spacing(left=cells))


class MarkedList(OptionList, inherit_bindings=False):
    """An option list with a gutter in which the highlighted option's bar stands."""

    BINDINGS = bindings(Place.LIST)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--bar",
        "list--quiet",
        "list--heading",
        "list--sign",
    }

    # Textual would paint the whole list anew; `watch_highlighted` paints what has changed.
    highlighted: reactive[int | None] = reactive[int | None](None, repaint=False)

    def __init__(
        self,
        *options: Option,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        self._marked: int | None = None
        self._measured = (0, 0)
        self._painted: dict[tuple[int, int, str], Strip] = {}
        self._frame = Frame()
        super().__init__(*options, id=id, classes=classes)

    def _get_left_gutter_width(self) -> int:
        return _GUTTER

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Go to the option and paint it anew, and the one the cursor came from."""
        super().watch_highlighted(highlighted)
        self._repaint(self._marked, highlighted)
        self._marked = highlighted

    def _repaint(self, *options: int | None) -> None:
        lines, heights = self._line_cache.index_to_line, self._line_cache.heights
        for index in options:
            if index is not None and index in lines:
                self._refresh_region(lines[index], heights[index])

    def _refresh_region(self, line: int, height: int) -> None:
        """Paint some lines of the list anew, as far as they are in view."""
        view = self.scrollable_content_region.size
        lines = Region(0, line - self.scroll_offset.y, view.width, height)
        if shown := view.region.intersection(lines):
            self.refresh(shown)

    def replace_prompts(self, prompts: Iterable[tuple[str, Visual]]) -> None:
        """Write the entries of these ids anew; only one that gets another height moves others."""
        changed = []
        for option_id, prompt in prompts:
            index = self.get_option_index(option_id)
            option = self._options[index]
            option._set_prompt(prompt)  # noqa: SLF001  # as OptionList itself does
            height = self._line_cache.heights.get(index)
            if height is not None and height != self._height_of(option):
                self._clear_caches()
                self._update_lines()
                return
            changed.append(index)
        forgotten = set(changed)
        for key in [key for key in self._painted if key[0] in forgotten]:
            del self._painted[key]
        self._option_render_cache.clear()
        self._repaint(*changed)

    def _clear_caches(self) -> None:
        self._painted.clear()
        super()._clear_caches()

    def clear_options(self) -> Self:
        """Empty the list."""
        self._painted.clear()
        return super().clear_options()

    def set_options(self, options: Iterable[Option]) -> Self:  # type: ignore[override]
        """Show other options."""
        self._painted.clear()
        return super().set_options(options)

    def notify_style_update(self) -> None:
        """Take up the colours of another theme."""
        self._painted.clear()
        self._option_render_cache.clear()
        super().notify_style_update()

    def _on_resize(self, event: events.Resize) -> None:  # type: ignore[override]
        # Painting measures the options at another width; Textual would do so after painting.
        event.prevent_default()
        self._update_lines()
        self.scroll_to_highlight()

    def _height_of(self, option: Option) -> int:
        padding = self.get_component_styles("option-list--option").padding
        width = self._measured[0] - padding.width
        rules = cast("RulesMap", self.styles)
        return self._get_visual(option).get_height(rules, width) + int(option._divider)  # noqa: SLF001

    def _update_lines(self) -> None:
        """Measure the options that were not measured at this width."""
        width = self.scrollable_content_region.width - _GUTTER
        found = (width, len(self._options))
        if width <= 0 or (found == self._measured and self._line_cache.lines):
            return
        if width != self._measured[0]:
            self._line_cache.clear()
            self._option_render_cache.clear()
            self._painted.clear()
        self._measured = found
        cache = self._line_cache
        for index in range(len(cache.heights), len(self._options)):
            height = self._height_of(self._options[index])
            cache.index_to_line[index] = len(cache.lines)
            cache.heights[index] = height
            cache.lines.extend((index, line) for line in range(height))
        self._stretch(Size(width, len(cache.lines)))

    def _stretch(self, size: Size) -> None:
        """Take up the lines; where they do not decide how high the list is, nothing else moves."""
        if size == self.virtual_size:
            return
        if self.styles.auto_dimensions:
            self.virtual_size = size
        else:
            self.set_reactive(Widget.virtual_size, size)
        self._scroll_update(size)

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
        return [n for n, option in enumerate(self._options) if not option.disabled]

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

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """A bar that costs little to paint."""
        return start_bar(self)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines that are asked for."""
        self._update_lines()
        if not any(self.styles.gutter):
            return paint_lines(self, crop)
        paint_all = super().render_lines
        return self._frame.paint(self, crop, lambda y: paint_all(Region(0, y, crop.right, 1))[0])

    def render_line(self, y: int) -> Strip:
        """A line of the list behind its gutter."""
        lines, number = self._line_cache.lines, y + self.scroll_offset.y
        if number >= len(lines):
            return Strip.blank(self.size.width, self.visual_style.rich_style)
        option, line = lines[number]
        key = (option, line, self._state(option))
        strip = self._painted.get(key)
        if strip is None:
            strip = self._painted[key] = self._behind_gutter(super().render_line(y), key[2])
        return strip

    def _state(self, option: int) -> str:
        """All on which the look of an option depends beside itself."""
        is_hovered = option == self._mouse_hovering_over
        focus = "focused" if self.has_focus else ""
        return ("marked " if option == self.highlighted else "hovered " * is_hovered) + focus

    def _behind_gutter(self, line: Strip, state: str) -> Strip:
        ground = next((s.style for s in line if s.style), self.rich_style)
        bar = self.get_component_rich_style("list--bar", partial=True)
        # The option's own meta stays, so that a click on the bar is a click on the option.
        gutter = Segment("▌ " if state.startswith("marked") else "  ", ground + bar)
        whole = Strip([gutter, *line]).simplify()
        return whole.adjust_cell_length(self.size.width, self.visual_style.rich_style)
