"""Options under one another in a view that scrolls: where each stands, and how it is painted.

Invariant: an option is measured once at a width and painted once in a state; what is in view is
found without going through what is not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import ClassVar, cast

from rich.segment import Segment
from rich.style import Style as CellStyle
from textual import events
from textual.css.styles import RulesMap
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.visual import Padding, Visual, visualize
from textual.widgets.option_list import Option

from briefing.tui.light_bar import Frame, finish, lengthen, start_bar

_GUTTER = 2
_MOST_PAINTED = 4096


class OptionLines(ScrollView, inherit_bindings=False):
    """The lines of options behind a gutter; which is marked is said by who inherits.

    Textual's own list measures and paints in ways that nothing public leads into; its `Option` is
    what stands in this one too.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    OptionLines { height: auto; max-height: 100%; overflow-x: hidden; color: $foreground; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--bar",
        "list--option",
        "list--option-disabled",
        "list--option-highlighted",
        "list--option-hover",
    }

    def __init__(self, *, id: str | None, classes: str | None) -> None:  # noqa: A002
        self._options: list[Option] = []
        self._numbers: dict[str, int] = {}
        self._starts: list[int] = []
        self._height = self._width = 0
        self._is_measured = False
        self._painted: dict[tuple[int, str], list[Strip]] = {}
        self._frame = Frame()
        super().__init__(id=id, classes=classes)
        # No option has links, and looking for them takes as long as painting.
        self.auto_links = False

    @property
    def options(self) -> Sequence[Option]:
        """What stands in the list."""
        return self._options

    @property
    def option_count(self) -> int:
        """How many options there are."""
        return len(self._options)

    def get_option_at_index(self, index: int) -> Option:
        """The option that stands at an index."""
        return self._options[index]

    def get_option_index(self, option_id: str) -> int:
        """Where the option of an id stands."""
        return self._numbers[option_id]

    def option_at(self, line: int) -> int:
        """The option to which a line of the list belongs, or the nearest."""
        return max(0, bisect_right(self._starts, line) - 1)

    @property
    def in_view(self) -> range:
        """The options of which something is in view."""
        self._measure()
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        last = min(top + height, self._height) - 1
        return range(self.option_at(top), self.option_at(last) + 1) if last >= top else range(0)

    def place_of(self, index: int) -> Region | None:
        """The lines of an option; None as long as nothing is measured."""
        self._measure()
        if index >= len(self._starts):
            return None
        end = self._starts[index + 1] if index + 1 < len(self._starts) else self._height
        width, start = self.scrollable_content_region.width, self._starts[index]
        return Region(0, start, width, end - start)

    def state_of(self, index: int) -> str:
        """How an option is marked: "marked", "hovered" or not at all."""
        del index
        return ""

    def replace_prompts(self, prompts: Iterable[tuple[str, Visual]]) -> None:
        """Write the entries of these ids anew; only one that gets another height moves others."""
        self._replace((self._numbers[option_id], prompt) for option_id, prompt in prompts)

    def replace_prompt_at(self, index: int, prompt: Visual) -> None:
        """Write one entry anew."""
        self._replace([(index, prompt)])

    def _replace(self, prompts: Iterable[tuple[int, Visual]]) -> None:
        changed, is_moved = set(), False
        for index, prompt in prompts:
            former, place = self._options[index], self.place_of(index)
            option = Option(prompt, id=former.id, disabled=former.disabled)
            self._options[index] = option
            changed.add(index)
            is_moved = is_moved or (place is not None and self._height_of(option) != place.height)
        if is_moved:
            self._forget_lines()
            self._measure()
            self.refresh()
            return
        for key in [key for key in self._painted if key[0] in changed]:
            del self._painted[key]
        self.repaint(*changed)

    def repaint(self, *options: int | None) -> None:
        """Paint some options anew, as far as they are in view."""
        view, top = self.scrollable_content_region.size, self.scroll_offset.y
        for index in options:
            place = None if index is None else self.place_of(index)
            if place and (shown := view.region.intersection(place.translate((0, -top)))):
                self.refresh(shown)

    def take(self, options: Iterable[Option]) -> None:
        """Have other options stand in the list."""
        self._options = list(options)
        self._numbers = {o.id: n for n, o in enumerate(self._options) if o.id is not None}
        self._forget_lines()
        if self.is_mounted:
            self.refresh(layout=self.styles.auto_dimensions)
            self._measure()

    def _forget_lines(self) -> None:
        self._starts.clear()
        self._height, self._is_measured = 0, False
        self._painted.clear()

    def notify_style_update(self) -> None:
        """Take up the colours of another theme."""
        self._painted.clear()
        self.refresh()
        super().notify_style_update()

    def on_mount(self) -> None:
        """Measure what is there."""
        self._measure()

    def on_resize(self, _: events.Resize) -> None:
        """Measure at another width, if painting has not done so."""
        self._measure()

    def _visual(self, option: Option) -> Visual:
        return visualize(self, option.prompt, markup=False)

    def _height_of(self, option: Option, width: int | None = None) -> int:
        padding = self.get_component_styles("list--option").padding
        rules = cast("RulesMap", self.styles)
        return self._visual(option).get_height(rules, (width or self._width) - padding.width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """The cells that the widest option takes."""
        del viewport
        padding = self.get_component_styles("list--option").padding
        rules = cast("RulesMap", self.styles)
        widths = (self._visual(o).get_optimal_width(rules, container.width) for o in self._options)
        return max(widths, default=0) + padding.width + _GUTTER

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that all options take."""
        del container, viewport
        return sum(self._height_of(option, width - _GUTTER) for option in self._options)

    def _measure(self) -> None:
        """Measure the options, unless they were measured at this width."""
        width = self.scrollable_content_region.width - _GUTTER
        if width <= 0 or (width == self._width and self._is_measured):
            return
        self._forget_lines()
        self._width, self._is_measured = width, True
        for option in self._options:
            self._starts.append(self._height)
            self._height += self._height_of(option)
        lengthen(self, Size(width, self._height))

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """A bar that costs little to paint."""
        return start_bar(self)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines that are asked for."""
        self._measure()
        if not any(self.styles.gutter):
            return finish(self, crop, self._rows(crop.line_range))
        paint_all = super().render_lines
        rows = self._rows(range(self.size.height))
        return self._frame.paint(
            self, crop, rows, lambda y: paint_all(Region(0, y, crop.right, 1))[0]
        )

    def render_line(self, y: int) -> Strip:
        """A line of the list behind its gutter."""
        return self._rows(range(y, y + 1))[0]

    def _rows(self, rows: range) -> list[Strip]:
        top, focus = self.scroll_offset.y, "focused" * self.has_focus
        blank = Strip.blank(self.size.width, self.visual_style.rich_style)
        found = []
        for line in range(rows.start + top, rows.stop + top):
            strips: list[Strip] = []
            number = 0
            if line < self._height:
                index = self.option_at(line)
                strips = self._strips(index, f"{self.state_of(index)} {focus}")
                number = line - self._starts[index]
            found.append(strips[number] if number < len(strips) else blank)
        return found

    def _strips(self, index: int, state: str) -> list[Strip]:
        """The lines of an option; `state` is all on which its look depends beside itself."""
        found = self._painted.get((index, state))
        if found is None:
            if len(self._painted) > _MOST_PAINTED:
                self._painted.clear()
            found = self._painted[index, state] = self._paint(index, state)
        return found

    def _paint(self, index: int, state: str) -> list[Strip]:
        option, is_marked = self._options[index], state.startswith("marked")
        component = (
            ("list--option-disabled",) * option.disabled
            or ("list--option-highlighted",) * is_marked
            or ("list--option-hover",) * state.startswith("hovered")
        )
        style = self.get_visual_style("list--option", *component)
        padding = self.get_component_styles("list--option").padding
        shown = Padding(self._visual(option), padding)
        lines = Visual.to_strips(self, shown, self._width, None, style)
        bar = self.get_component_rich_style("list--bar", partial=True)
        # Its meta lies on all of an option, so that a click on the bar is a click on the option.
        meta, width = CellStyle.from_meta({"option": index}), self.size.width
        found = []
        for line in lines:
            rest = Segment(" " * max(0, self._width - line.cell_length), style.rich_style)
            words = list(Segment.apply_style([*line, rest], meta))
            ground = next((s.style for s in words if s.style), None) or self.rich_style
            gutter = Segment("▌ " if is_marked else "  ", ground + bar)
            whole = Strip(Segment.simplify([gutter, *words]), _GUTTER + self._width)
            found.append(whole.adjust_cell_length(width, self.visual_style.rich_style))
        return found
