"""Painting without the steps that borders and margins need: lines of a view, and its scrollbar.

Invariant: what is painted is what Textual would paint; each line goes through the application's
filters (no colour, the terminal's own colours) as every other.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

_MOST_FRAMED = 2048


def finish(widget: Widget, crop: Region, found: list[Strip]) -> list[Strip]:
    """The lines `found` of a widget without border, padding or opacity, as they are shown."""
    filters, (_, ground) = widget.get_line_filters(), widget.background_colors
    for each in filters:
        found = [strip.apply_filter(each, ground) for strip in found]
    if crop.column_span != (0, widget.size.width):
        found = [strip.crop(*crop.column_span) for strip in found]
    return found


class Frame:
    """The border of a view, painted once as long as it is the same."""

    def __init__(self) -> None:
        self._edges: tuple[Strip, Strip] | None = None
        self._framed: dict[int, tuple[Strip, Strip]] = {}

    def paint(
        self,
        widget: Widget,
        crop: Region,
        found: list[Strip],
        paint_whole: Callable[[int], Strip],
    ) -> list[Strip]:
        """The lines `found` within their border; `paint_whole` paints one with it, at a price."""
        top, right, bottom, left = widget.styles.gutter
        width, height = widget.outer_size
        whole = paint_whole(top)
        edges = (whole.crop(0, left), whole.crop(width - right, width))
        if edges != self._edges or len(self._framed) > _MOST_FRAMED:
            self._edges, self._framed = edges, {}
        inner = Region(0, 0, *widget.size)
        lines = dict(enumerate(finish(widget, inner, found), top))
        rows = range(top, height - bottom)
        framed = [
            self._framed_line(lines[y]) if y in rows else paint_whole(y) for y in crop.line_range
        ]
        is_whole = crop.column_span == (0, width)
        return framed if is_whole else [s.crop(*crop.column_span) for s in framed]

    def _framed_line(self, line: Strip) -> Strip:
        """The same line is the same object: what is kept with it keeps it from being another's."""
        _, found = self._framed.get(id(line), (line, None))
        if found is None:
            left, right = self._edges or (Strip([]), Strip([]))
            found = Strip.join([left, line, right])
            self._framed[id(line)] = (line, found)
        return found


class LightBar(ScrollBar):
    """A vertical scrollbar of one cell's width.

    A page of another length is another bar: Textual's took a fifth of the time of a move.
    """

    def __init__(self) -> None:
        super().__init__(vertical=True, name="vertical", thickness=1)
        self._bar: tuple[object, list[Strip]] = (None, [])

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the bar."""
        filters, (_, ground) = self.get_line_filters(), self.background_colors
        found = self._strips()[crop.y : crop.bottom]
        for each in filters:
            found = [strip.apply_filter(each, ground) for strip in found]
        return found

    def _strips(self) -> list[Strip]:
        style, height = self.render().style, self.size.height  # type: ignore[union-attr]
        is_long = self.window_size < self.window_virtual_size
        key = (style, height, is_long, self.window_virtual_size, self.window_size, self.position)
        if self._bar[0] != key:
            segments = self.renderer.render_bar(
                size=height,
                virtual_size=ceil(self.window_virtual_size),
                window_size=ceil(self.window_size) if is_long else 0,
                position=self.position,
                thickness=1,
                vertical=True,
                back_color=style.bgcolor,
                bar_color=style.color,
            ).segments
            known: dict[Segment, Strip] = {}
            lines = [known.setdefault(s, Strip([s], 1)) for s in segments if s.text != "\n"]
            self._bar = (key, lines[:height])
        return self._bar[1]


def lengthen(view: ScrollView, size: Size) -> None:
    """Take up another length; where that decides nothing but the bar, no other pane moves."""
    if size == view.virtual_size:
        return
    if view.styles.auto_dimensions or view.styles.overflow_y != "scroll":
        view.virtual_size = size
        return
    view.set_reactive(Widget.virtual_size, size)
    if view.show_vertical_scrollbar:
        bar = view.vertical_scrollbar
        bar.window_virtual_size, bar.window_size = size.height, view.container_size.height
        bar.refresh()
    view.scroll_y = view.validate_scroll_y(view.scroll_y)


def start_bar(widget: Widget) -> ScrollBar:
    """The vertical scrollbar of a widget, made when it is first asked for as Textual does.

    In its own names: which class of bar a widget has cannot be said by anything public (8.2), and a
    bar beside the view instead of its own would have to do anew all that a view does with one.
    """
    bar = widget._vertical_scrollbar  # noqa: SLF001
    if bar is None:
        bar = widget._vertical_scrollbar = LightBar()  # noqa: SLF001
        bar.display = False
        widget.app._start_widget(widget, bar)  # noqa: SLF001
    return bar
