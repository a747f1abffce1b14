"""The text of one page on the screen: wrapped, styled, scrolled.

Invariant: it draws only the lines in view; it knows offsets of the page's text and nothing of
entities, events or briefs.
"""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

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
from briefing.tui.highlight import Marks, Options, Palette, highlight
from briefing.tui.keys import Place, bindings
from briefing.tui.messages import PlaceClicked
from briefing.tui.wrapping import ScreenLine, line_of, offset_at, wrap

_HIDEABLE = frozenset({BlockKind.CLUTTER, BlockKind.CONTENTS})
_BLOCK_CLASSES = {kind: f"text--{kind.value}" for kind in BlockKind}
_LABEL_CLASSES = {label: f"name--{label.value.lower()}" for label in Label}


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
    }

    def __init__(self) -> None:
        super().__init__()
        self._document: Document | None = None
        self._options = Options()
        self._is_clutter_hidden = True
        self._text = ""
        self._lines: tuple[ScreenLine, ...] = ()
        self._drawn: list[Content] | None = None
        self._margin = 0
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
        self._wrap()
        self.scroll_to(y=0, animate=False)

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
            offset = offset_at(self._text, self._lines[y], event.x - self._margin)
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
        margin = Segment(" " * self._margin, base.rich_style)
        strip = Strip([margin, *self._drawn[number].render_segments(base)])
        return strip.adjust_cell_length(width, base.rich_style)

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
        blocks = self._document.article.blocks
        return tuple(Span(b.start, b.end) for b in blocks if b.kind in _HIDEABLE)

    def _wrap(self) -> None:
        self._wrapped_at = self._view.width
        column = min(MEASURE, self._view.width - 2)
        if self._document is None or column < 1:
            return
        self._margin = (self._view.width - column) // 2
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
            *(self._style(f"mark--{mark}") for mark in ("cited", "found", "current")),
        )

    def _style(self, name: str) -> Style:
        style = self.get_visual_style(name, partial=True)
        rules = self.get_component_styles(name)
        # A partial style loses a background without transparency (Textual 8.2).
        return replace(style, background=rules.background if rules.has_rule("background") else None)
