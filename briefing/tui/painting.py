"""A styled page as the segments of its screen lines.

Invariant: only the lines asked for are painted; the words of a line are the page's own, character
for character, and where styles lie over one another the later one has its way.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence

from rich.cells import split_graphemes
from rich.segment import Segment
from rich.style import Style as CellStyle
from textual.content import Span as StyledSpan
from textual.style import Style

from briefing.tui.direction import is_reversed, mirrored
from briefing.tui.wrapping import ScreenLine


def reordered(segments: Sequence[Segment], order: Sequence[int], *, is_rtl: bool) -> list[Segment]:
    """The segments of a line, their graphemes in another order, as they look from that side.

    Where styles cut a grapheme in two the line is left as it stands.
    """
    pieces = [
        Segment(s.text[a:b], s.style) for s in segments for a, b, _ in split_graphemes(s.text)[0]
    ]
    if len(pieces) != len(order):
        return list(segments)
    back = is_reversed([p.text for p in pieces], is_rtl=is_rtl)
    return [
        Segment(mirrored(pieces[i].text), pieces[i].style) if back[i] else pieces[i] for i in order
    ]


class Painter:
    """Paints the lines of one page; `base` lies under all styles, `note` over notes.

    Of a page of hundreds of lines a screen shows forty: cutting and styling the others would take
    most of the time in which another event is shown.
    """

    def __init__(
        self,
        text: str,
        lines: Sequence[ScreenLine],
        spans: Sequence[StyledSpan],
        base: Style,
        note: Style,
    ) -> None:
        self._text, self._lines, self._spans = text, lines, spans
        self._base, self._note = base, note
        self._of_line = _by_line(lines, spans)
        self._styles: dict[tuple[int, ...], CellStyle] = {}

    def paint(self, number: int) -> list[Segment]:
        """The segments of a screen line."""
        line = self._lines[number]
        if line.note:
            return [Segment(line.note, (self._base + self._note).rich_style)]
        spans, here = self._spans, self._of_line.get(number, ())
        cuts = {line.start, line.end}
        for index in here:
            cuts.update((max(line.start, spans[index].start), min(line.end, spans[index].end)))
        edges = sorted(cuts)
        return [
            Segment(self._text[start:end], self._style(_over(start, here, spans)))
            for start, end in itertools.pairwise(edges)
        ]

    def _style(self, key: tuple[int, ...]) -> CellStyle:
        found = self._styles.get(key)
        if found is None:
            styles = [Style.parse(s) if isinstance(s, str) else s for s in self._layers(key)]
            found = self._styles[key] = Style.combine((self._base, *styles)).rich_style
        return found

    def _layers(self, key: tuple[int, ...]) -> list[str | Style]:
        return [self._spans[index].style for index in key]


def _over(offset: int, here: Sequence[int], spans: Sequence[StyledSpan]) -> tuple[int, ...]:
    """Which of the spans lie over the character at an offset."""
    return tuple(i for i in here if spans[i].start <= offset < spans[i].end)


def _by_line(lines: Sequence[ScreenLine], spans: Sequence[StyledSpan]) -> dict[int, list[int]]:
    """Which spans touch each line, in their order."""
    starts = [line.start for line in lines]
    found: dict[int, list[int]] = {}
    for index, span in enumerate(spans):
        number = max(0, bisect_right(starts, span.start) - 1)
        while number < len(lines) and lines[number].start < span.end:
            if lines[number].end > span.start:
                found.setdefault(number, []).append(index)
            number += 1
    return found
