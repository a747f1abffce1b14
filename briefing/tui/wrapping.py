"""Where the lines of a page break on the screen.

Invariant: a screen line is a range of the page's own text; hidden stretches and runs of blank
lines are left out of the view, never out of the text, and each hidden stretch leaves a note.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size, split_graphemes

from briefing.model import Span

_PIECE = re.compile(r"\s+|\S+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NARROW = re.compile("[ -~\u00a0-\u00ac\u00ae-\u024f\u2013\u2014\u2018-\u201d\u2026\u202f]*")
"""Characters of one cell that join with nothing: what most lines are made of."""


@dataclass(frozen=True, slots=True)
class ScreenLine:
    """One line on the screen: a range of the text, or a note (range empty) about hidden lines."""

    start: int
    end: int
    note: str = ""


def shortened(words: str, cells: int) -> str:
    """Words that take no more than so many cells; where some had to go, an ellipsis says so."""
    if cell_len(words) <= cells:
        return words
    return set_cell_size(words, max(0, cells - 1)).rstrip() + "…"


def wrap(text: str, width: int, hidden: Sequence[Span] = ()) -> tuple[ScreenLine, ...]:
    """Break `text` into screen lines of at most `width` cells, leaving out the `hidden` spans.

    Breaks stand at spaces where there are any, else between graphemes. `hidden` is sorted and
    covers whole lines.
    """
    lines: list[ScreenLine] = []
    starts = [span.start for span in hidden]
    omitted = 0
    omitted_from = 0
    is_after_blank = True
    for match in _LINE.finditer(text):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        index = bisect_right(starts, start) - 1
        if end > start and index >= 0 and end <= hidden[index].end:
            omitted_from = omitted_from if omitted else start
            omitted += 1
            continue
        if end == start:
            if not is_after_blank and not omitted:
                lines.append(ScreenLine(start, start))
                is_after_blank = True
            continue
        if omitted:
            lines.extend(_note(omitted, omitted_from))
            omitted = 0
        lines.extend(_broken(text, start, end, width))
        is_after_blank = False
    if omitted:
        lines.extend(_note(omitted, omitted_from))
    return tuple(lines)


def _note(count: int, start: int) -> tuple[ScreenLine, ScreenLine]:
    noun = "line" if count == 1 else "lines"
    return ScreenLine(start, start, f"··· {count} {noun} hidden (c)"), ScreenLine(start, start)


def _broken(text: str, start: int, end: int, width: int) -> Iterator[ScreenLine]:
    """One line of the page as screen lines; the space at a break is on neither."""
    line_start = start
    is_narrow = _NARROW.fullmatch(text, start, end) is not None
    if is_narrow and end - start <= width:
        yield ScreenLine(start, end)
        return
    for match in _PIECE.finditer(text, start, end):
        if match.end() - line_start <= width if is_narrow else match.group().isspace():
            continue
        # The line is measured as a whole: joiners and accents change the cells of what they join.
        if match.group().isspace() or cell_len(text[line_start : match.end()]) <= width:
            continue
        if match.start() > line_start:
            yield _trimmed(text, line_start, match.start())
        line_start = match.start()
        if cell_len(match.group()) > width:
            *full, last = _chopped(match.group(), match.start(), width)
            yield from full
            line_start = last.start
    if line_start < end:
        yield ScreenLine(line_start, end)


def _trimmed(text: str, start: int, end: int) -> ScreenLine:
    while end > start and text[end - 1].isspace():
        end -= 1
    return ScreenLine(start, end)


def _chopped(word: str, offset: int, width: int) -> list[ScreenLine]:
    """A word longer than the line, cut between graphemes; an address or a script without spaces."""
    cuts = [0]
    for start, end, _ in split_graphemes(word)[0]:
        # The whole is measured: joiners without anything to join make the parts' sum too small.
        if start > cuts[-1] and cell_len(word[cuts[-1] : end]) > width:
            cuts.append(start)
    cuts.append(len(word))
    return [ScreenLine(offset + a, offset + b) for a, b in itertools.pairwise(cuts) if b > a]


def line_of(lines: Sequence[ScreenLine], offset: int) -> int:
    """The number of the screen line on which the character at `offset` stands (or the nearest)."""
    number = max(0, bisect_right(lines, offset, key=lambda line: line.start) - 1)
    while number and lines[number - 1].start == lines[number].start:
        number -= 1
    return number


def offset_at(
    text: str, line: ScreenLine, column: int, order: Sequence[int] | None = None
) -> int | None:
    """The offset of the character in the given cell of a screen line, or None past its end.

    `order` says how the line's graphemes stand on the screen, if not as in the text.
    """
    position = 0
    graphemes = split_graphemes(text[line.start : line.end])[0]
    for start, _, cells in graphemes if order is None else [graphemes[i] for i in order]:
        position += cells
        if column < position:
            return line.start + start
    return None
