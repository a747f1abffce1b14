"""The text of one page on the screen: wrapped, styled, scrolled.

Invariant: it draws only the lines in view; it knows offsets of the page's text and nothing of
entities, events or briefs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from briefing.escaping import visible
from briefing.model import BlockKind, Document, Label, Span
from briefing.tui.arrangement import MEASURE
from briefing.tui.direction import (
    has_right_to_left,
    is_reversed,
    is_right_to_left,
    mirrored,
    visual_order,
)
from briefing.tui.highlight import Marks, Options, Palette, highlight
from briefing.tui.keys import Place, bindings
from briefing.tui.messages import PlaceClicked
from briefing.tui.wrapping import ScreenLine, line_of, offset_at, wrap

_HIDEABLE = frozenset({BlockKind.CLUTTER, BlockKind.CONTENTS})
_HERE, _MATCHED = "▌", "┃"
_BLOCK_CLASSES = {kind: f"text--{kind.value}" for kind in BlockKind}
_LABEL_CLASSES = {label: f"name--{label.value.lower()}" for label in Label}


_MARKS = ("cited", "found", "current", "here", "matched")


def hideable(document: Document) -> tuple[Span, ...]:
    """The stretches of a page that are hidden until asked for."""
    return tuple(Span(b.start, b.end) for b in document.article.blocks if b.kind in _HIDEABLE)


class TextView(ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling view of one document."""

    BINDINGS = bindings(Place.TEXT)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *_BLOCK_CLASSES.values(),
        *_LABEL_CLASSES.values(),
        "text--note",
        "mark--cited",
        "mark--found",
        "mark--current",
        "mark--here",
        "mark--matched",
        "mark--bar",
    }

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self._options = Options()
        self._is_clutter_hidden = True
        self._text = ""
        self._lines: tuple[ScreenLine, ...] = ()
        self._drawn: list[Content] | None = None
        self._margin = self._column = 0
        self._has_rtl = self._is_order_left = False
        self._wrapped_at = 0

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
        self._wrap()
        self.scroll_to(y=0, animate=False)

    def show_from(self, offset: int) -> None:
        """Scroll so that the line of an offset is the first in view."""
        self.scroll_to(y=line_of(self._lines, offset), animate=False)

    def show_kinds(self, kinds: frozenset[Label]) -> None:
        """Highlight names of these kinds only."""
        self._options = replace(self._options, kinds=kinds)
        self._redraw()

    def show_marks(self, marks: Marks) -> None:
        """Mark these places in the page."""
        self._options = replace(self._options, marks=marks)
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
        first, last = line_of(self._lines, span.start), line_of(self._lines, span.end - 1)
        top, height = self.scroll_offset.y, self._view.height
        if height and not (top <= first and last < top + height):
            self.scroll_to(y=max(0, first - height // 4), animate=False)

    def on_resize(self, _: events.Resize) -> None:
        """Wrap anew at another width, keeping the first line in view."""
        if self._view.width != self._wrapped_at:
            top = self.top_offset
            self._wrap()
            self.scroll_to(y=line_of(self._lines, top), animate=False)

    def notify_style_update(self) -> None:
        """Take up the colours of another theme."""
        super().notify_style_update()
        self._redraw()

    def on_click(self, event: events.Click) -> None:
        """Tell which character was clicked."""
        y = event.y + self.scroll_offset.y
        if 0 <= y < len(self._lines):
            line = self._lines[y]
            column = event.x - self._margin - self._indent(line)
            offset = offset_at(self._text, line, column, self._order(line))
            if offset is not None:
                self.post_message(PlaceClicked(offset))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        base = self.visual_style
        width = self._view.width
        number = y + self.scroll_offset.y
        if self._drawn is None:
            self._drawn = self._draw()
        if number >= len(self._drawn):
            return Strip.blank(width, base.rich_style)
        line = self._lines[number]
        margin = Segment(" " * (self._margin - 1), base.rich_style)
        indent = Segment(" " * self._indent(line), base.rich_style)
        words = self._ordered(line, self._drawn[number].render_segments(base))
        strip = Strip([margin, self._bar(number), indent, *words])
        return strip.adjust_cell_length(width, base.rich_style)

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
        pieces = [
            Segment(s.text[a:b], s.style) for s in found for a, b, _ in split_graphemes(s.text)[0]
        ]
        if len(pieces) != len(order):
            return found
        back = is_reversed([p.text for p in pieces], is_rtl=self._is_rtl(line))
        return [
            Segment(mirrored(pieces[i].text), pieces[i].style) if back[i] else pieces[i]
            for i in order
        ]

    def _bar(self, number: int) -> Segment:
        """The sign in the margin of a line of the sentence one came to, or of its match."""
        line, base = self._lines[number], self.visual_style
        for span, sign in ((self.marks.here, _HERE), (self.marks.matched, _MATCHED)):
            if span and line.start < span.end and span.start < max(line.end, line.start + 1):
                return Segment(sign, (base + self._style("mark--bar")).rich_style)
        return Segment(" ", base.rich_style)

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
        self.virtual_size = Size(self._view.width, len(self._lines))
        self._redraw()

    def _redraw(self) -> None:
        """Style the page anew when it is painted next: once, however much has changed."""
        self._drawn = None
        self.refresh()

    def _draw(self) -> list[Content]:
        """The page styled and cut into its screen lines."""
        if self._document is None:
            return []
        styled = highlight(self._document, replace(self._options, palette=self._palette()))
        note = self._style("text--note")
        cuts = [offset for line in self._lines for offset in (line.start, line.end)]
        pieces = styled.divide(cuts)[1::2]
        return [
            Content.styled(line.note, note) if line.note else piece
            for line, piece in zip(self._lines, pieces, strict=False)
        ]

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
