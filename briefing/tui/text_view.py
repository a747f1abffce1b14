"""The text of one page on the screen: wrapped, styled, scrolled.

Invariant: it draws only the lines in view; it knows offsets of the page's text and nothing of
entities, events or briefs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from briefing.escaping import visible
from briefing.model import BlockKind, Document, Label, Span
from briefing.tui.arrangement import MEASURE
from briefing.tui.direction import has_right_to_left, is_right_to_left, visual_order
from briefing.tui.highlight import Marks, Options, Palette, styled_spans
from briefing.tui.keys import Place, bindings
from briefing.tui.light_bar import finish, lengthen, start_bar
from briefing.tui.messages import PlaceClicked, SpanDragged
from briefing.tui.painting import Painter, reordered
from briefing.tui.wrapping import ScreenLine, line_of, offset_at, wrap

_HIDEABLE = frozenset({BlockKind.CLUTTER, BlockKind.CONTENTS})
_HERE, _MATCHED, _KEPT = "▌", "┃", "┊"
_BLOCK_CLASSES = {kind: f"text--{kind.value}" for kind in BlockKind}
_LABEL_CLASSES = {label: f"name--{label.value.lower()}" for label in Label}


_MARKS = ("cited", "found", "current", "here", "matched", "kept", "selected")


def hideable(document: Document) -> tuple[Span, ...]:
    """The stretches of a page that are hidden until asked for."""
    return tuple(Span(b.start, b.end) for b in document.article.blocks if b.kind in _HIDEABLE)


class TextView(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling view of one document."""

    BINDINGS = bindings(Place.TEXT)
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *_BLOCK_CLASSES.values(),
        *_LABEL_CLASSES.values(),
        "text--note",
        "mark--cited",
        "mark--found",
        "mark--current",
        "mark--here",
        "mark--matched",
        "mark--kept",
        "mark--selected",
        "mark--bar",
    }

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self._options = Options()
        self._is_clutter_hidden = True
        self._text = ""
        self._lines: tuple[ScreenLine, ...] = ()
        self._painter: Painter | None = None
        self._painted: dict[int, Strip] = {}
        self._shades: Palette | None = None
        self._signs: dict[Span, str] = {}
        self._dragged_from: int | None = None
        self._was_dragged = False
        self._margin = self._column = 0
        self._has_rtl = self._is_order_left = False
        self._wrapped_at = 0
        self._sought: Span | None = None

    @property
    def marks(self) -> Marks:
        """What is marked in the page now."""
        return self._options.marks

    @property
    def top_offset(self) -> int:
        """The offset of the first character in view."""
        if not self._lines:
            return 0
        return self._lines[min(self.scroll_offset.y, len(self._lines) - 1)].start

    def show_document(self, document: Document) -> None:
        """Show another page, from its top, with nothing marked."""
        self._document = document
        self._options = replace(self._options, marks=Marks())
        self._text = visible(document.article.text)
        self._has_rtl = has_right_to_left(self._text)
        self._lines, self._sought = (), None
        if all(isinstance(n, Widget) and n.display for n in self.ancestors_with_self[:-1]):
            self._wrap()
        else:
            self._wrapped_at = 0
        self.scroll_to(y=0, animate=False)

    def renew_document(self, document: Document) -> None:
        """Show what the page is now, from the same line on, with the same marks where it can be."""
        former, top = self._document, self.top_offset
        if former is not None and former.article.text == document.article.text:
            self._document = document
            self._wrap()
            return
        self.show_document(document)
        self.show_from(min(top, len(self._text)))

    def show_from(self, offset: int) -> None:
        """Scroll so that the line of an offset is the first in view."""
        self._sought = None if self._wrapped_at else Span(offset, offset)
        self.scroll_to(y=line_of(self._lines, offset), animate=False)

    def show_kinds(self, kinds: frozenset[Label]) -> None:
        """Highlight names of these kinds only."""
        self._options = replace(self._options, kinds=kinds)
        self._redraw()

    def show_marks(self, marks: Marks) -> None:
        """Mark these places in the page."""
        if marks == self.marks:
            return
        self._options = replace(self._options, marks=marks)
        self._redraw()

    def show_kept(self, kept: Mapping[Span, str]) -> None:
        """Show the stretches that the reader marked, each with the sign of its first line."""
        if kept != self._signs:
            self._signs = dict(kept)
            self._options = replace(self._options, kept=tuple(kept))
            self._redraw()

    def hide_clutter(self, is_hidden: bool) -> None:
        """Leave clutter and lists of contents out of the view, or show them dimmed."""
        if is_hidden == self._is_clutter_hidden:
            return
        top = self.top_offset
        self._is_clutter_hidden = is_hidden
        self._wrap()
        self.scroll_to(y=line_of(self._lines, top), animate=False)

    def leave_order(self, *, is_left: bool) -> None:
        """Leave the order of right-to-left text to the terminal, or make it here."""
        self._is_order_left = is_left
        self._redraw()

    def is_out_of_view(self, span: Span) -> bool:
        """Whether a place lies in clutter that is hidden now."""
        return any(hidden.start <= span.start < hidden.end for hidden in self._hidden())

    def reveal(self, span: Span) -> None:
        """Bring a place into view with some lines before it, its clutter shown if it lies there."""
        if self.is_out_of_view(span):
            self.hide_clutter(is_hidden=False)
        self._sought = None if self._wrapped_at else span
        first, last = line_of(self._lines, span.start), line_of(self._lines, span.end - 1)
        top, height = self.scroll_offset.y, self._view.height
        if height and not (top <= first and last < top + height):
            self.scroll_to(y=max(0, first - height // 4), animate=False)

    def on_resize(self, _: events.Resize) -> None:
        """Take up another width, if painting has not done so."""
        self._fit()

    def _fit(self) -> None:
        """Wrap anew at another width, keeping the first line in view."""
        if self._view.width != self._wrapped_at:
            top = self.top_offset
            self._wrap()
            if self._sought and self._lines:
                self.reveal(self._sought)
            else:
                self.scroll_to(y=line_of(self._lines, top), animate=False)

    def notify_style_update(self) -> None:
        """Take up the colours of another theme."""
        super().notify_style_update()
        self._shades = None
        self._redraw()

    def on_click(self, event: events.Click) -> None:
        """Tell which character was clicked, unless it was dragged."""
        offset = self._offset_under(event)
        if offset is not None and not self._was_dragged:
            self.post_message(PlaceClicked(offset))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """What is dragged from here on will be selected."""
        self._dragged_from = self._offset_under(event) if event.button == 1 else None
        self._was_dragged = False
        if self._dragged_from is not None:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell which characters the mouse has gone over with its button down."""
        offset = self._offset_under(event)
        if None not in (self._dragged_from, offset) and offset != self._dragged_from:
            self._was_dragged = True
            self.post_message(SpanDragged(self._dragged_from or 0, offset or 0))

    def on_mouse_up(self) -> None:
        """No longer."""
        if self._dragged_from is not None:
            self._dragged_from = None
            self.release_mouse()

    def _offset_under(self, event: events.MouseEvent) -> int | None:
        """The offset of the character under the mouse."""
        y = event.y + self.scroll_offset.y
        if not 0 <= y < len(self._lines):
            return None
        line = self._lines[y]
        column = event.x - self._margin - self._indent(line)
        return offset_at(self._text, line, column, self._order(line))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the view that are asked for.

        Textual would put each through the steps that borders and margins need, of which there are
        none here; and it paints before it tells of another width, at which nothing may be shown
        that was wrapped for the former one.
        """
        self._fit()
        return finish(self, crop, [self.render_line(y) for y in crop.line_range])

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """A bar that costs little to paint."""
        return start_bar(self)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        number = y + self.scroll_offset.y
        strip = self._painted.get(number)
        if strip is None:
            strip = self._painted[number] = self._paint(number)
        return strip

    def _paint(self, number: int) -> Strip:
        """A line of the page between its margins; past its end a blank one."""
        base, width = self.visual_style, self.size.width
        if self._painter is None:
            self._painter = self._make_painter(base)
        if number >= len(self._lines):
            return Strip.blank(width, base.rich_style)
        line = self._lines[number]
        words = self._ordered(line, self._painter.paint(number))
        bar, indent = self._bar(number), self._indent(line)
        before = [Segment(" " * (self._margin + indent), base.rich_style)]
        if bar:
            before = [
                Segment(" " * (self._margin - 1), base.rich_style),
                bar,
                Segment(" " * indent, base.rich_style),
            ]
        # Each step from strip to strip takes as long as cutting a line: hence one alone.
        rest = width - self._margin - indent - sum(cell_len(s.text) for s in words)
        if rest < 0:
            return Strip([*before, *words]).adjust_cell_length(width, base.rich_style)
        return Strip([*before, *words, Segment(" " * rest, base.rich_style)], width)

    def _is_rtl(self, line: ScreenLine) -> bool:
        """Whether the paragraph to which a line belongs runs from right to left."""
        if not self._has_rtl or line.note:
            return False
        start = self._text.rfind("\n", 0, line.start) + 1
        end = self._text.find("\n", line.start)
        return is_right_to_left(self._text[start : len(self._text) if end < 0 else end])

    def _indent(self, line: ScreenLine) -> int:
        """Cells before a line: none, but for one that ends at the right."""
        if not self._is_rtl(line):
            return 0
        return max(0, self._column - cell_len(self._text[line.start : line.end]))

    def _order(self, line: ScreenLine) -> Sequence[int] | None:
        """The order of a line's graphemes on the screen; None: as they stand."""
        words = self._text[line.start : line.end]
        if not self._has_rtl or self._is_order_left or not has_right_to_left(words):
            return None
        graphemes = [words[a:b] for a, b, _ in split_graphemes(words)[0]]
        return visual_order(graphemes, is_rtl=self._is_rtl(line))

    def _ordered(self, line: ScreenLine, segments: Iterable[Segment]) -> list[Segment]:
        """The segments of a line, their graphemes in the order of the screen."""
        found, order = list(segments), self._order(line)
        if order is None:
            return found
        return reordered(found, order, is_rtl=self._is_rtl(line))

    def _bar(self, number: int) -> Segment | None:
        """The sign in the margin of a line, if it has one.

        That of a mark that begins there, of the sentence one came to, of its match, of a mark that
        goes on.
        """
        here = ((self.marks.here, _HERE), (self.marks.matched, _MATCHED))
        if not self._signs and not any(span for span, _ in here):
            return None
        line = self._lines[number]
        end = max(line.end, line.start + 1)
        begun = ((s, sign) for s, sign in self._signs.items() if line.start <= s.start < end)
        for span, sign in (*begun, *here, *((s, _KEPT) for s in self._signs)):
            if span and line.start < span.end and span.start < end:
                return Segment(sign, (self.visual_style + self._style("mark--bar")).rich_style)
        return None

    def action_lines(self, count: int) -> None:
        """Scroll by lines."""
        self.scroll_relative(y=count, animate=False)

    def action_pages(self, count: int) -> None:
        """Scroll by pages, keeping one line in view."""
        self.scroll_relative(y=count * max(1, self._view.height - 1), animate=False)

    def action_half_pages(self, count: int) -> None:
        """Scroll by half pages."""
        self.scroll_relative(y=count * max(1, self._view.height // 2), animate=False)

    def action_top(self) -> None:
        """Go to the top of the page."""
        self.scroll_to(y=0, animate=False)

    def action_line(self, number: int) -> None:
        """Go to the line of that number."""
        self.scroll_to(y=number - 1, animate=False)

    def action_bottom(self) -> None:
        """Go to the end of the page."""
        self.scroll_to(y=self.max_scroll_y, animate=False)

    @property
    def _view(self) -> Size:
        """The cells that text can take: without border and scrollbar."""
        return self.scrollable_content_region.size

    def _hidden(self) -> tuple[Span, ...]:
        if not self._is_clutter_hidden or self._document is None:
            return ()
        return hideable(self._document)

    def _wrap(self) -> None:
        self._wrapped_at = self._view.width
        column = min(MEASURE, self._view.width - 2)
        if self._document is None or column < 1:
            return
        self._column, self._margin = column, (self._view.width - column) // 2
        self._lines = wrap(self._text, column, self._hidden())
        lengthen(self, Size(self._view.width, len(self._lines)))
        self._redraw()

    def _redraw(self) -> None:
        """Style the page anew when it is painted next: once, however much has changed."""
        self._painter = None
        self._painted.clear()
        self.refresh()

    def _make_painter(self, base: Style) -> Painter:
        if self._shades is None:
            self._shades = self._palette()
        options = replace(self._options, palette=self._shades)
        spans = styled_spans(self._document, options) if self._document else []
        return Painter(self._text, self._lines, spans, base, self._style("text--note"))

    def _palette(self) -> Palette:
        return Palette(
            {kind: self._style(name) for kind, name in _BLOCK_CLASSES.items()},
            {
                # A name within a bold headline still shows its own kind.
                label: replace(self._style(name), bold=label is Label.PER)
                for label, name in _LABEL_CLASSES.items()
            },
            *(self._style(f"mark--{mark}") for mark in _MARKS),
        )

    def _style(self, name: str) -> Style:
        style = self.get_visual_style(name, partial=True)
        rules = self.get_component_styles(name)
        # A partial style loses a background without transparency (Textual 8.2).
        return replace(style, background=rules.background if rules.has_rule("background") else None)
