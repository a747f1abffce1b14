"""The pieces of text that a PDF draws, put together to lines in the order they are read.

Invariant: every piece that is drawn upright comes out once, and the order of drawing is kept but
where a page draws the rows of neighbouring columns in turn: then each column is read to its end.
A PDF knows neither lines nor paragraphs, so all this is inferred from positions (in points, y up).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_SAME_BASELINE = 0.4
_GUTTER = 1.2
_CELL_LETTERS = 15
_ROWS_OF_COLUMNS = 3
_EDGE_LETTERS = 20
_EDGE_PIECES = 3
_EDGE_WIDTH = 3.0
_COLUMN_GAP = 20.0

# Widths in thousandths of the size, of a common sans serif; others differ by a tenth.
_NARROW = frozenset(" !'(),-./:;I[]fijlrt|ıíì")
_WIDE = frozenset("mwMW@%—")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters as it is drawn: where it begins, how large, and in which font."""

    text: str
    x: float
    y: float
    size: float
    font: str = ""

    @property
    def right(self) -> float:
        """About where it ends: fonts seldom say how wide their characters are."""
        return self.x + self.size * estimate_width(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """Pieces on one baseline that are read without a break, on a page counted from 0."""

    text: str
    x: float
    y: float
    size: float
    font: str
    right: float
    page: int


def estimate_width(text: str) -> float:
    """The width of a text in multiples of the font's size."""
    narrow = sum(c in _NARROW for c in text)
    wide = sum(c in _WIDE for c in text)
    capitals = sum(c.isupper() for c in text)
    return (520 * len(text) - 240 * narrow + 320 * wide + 140 * capitals) / 1000


def place_piece(
    text: str, page: Sequence[float], run: Sequence[float], size: float, font: str
) -> Piece | None:
    """The piece in the coordinates of its page; None where it is not drawn upright.

    `page` and `run` are the matrices of the page and of the run of text (ISO 32000-1, 9.4.4).
    """
    a, b = run[0] * page[0] + run[1] * page[2], run[0] * page[1] + run[1] * page[3]
    c, d = run[2] * page[0] + run[3] * page[2], run[2] * page[1] + run[3] * page[3]
    x = run[4] * page[0] + run[5] * page[2] + page[4]
    y = run[4] * page[1] + run[5] * page[3] + page[5]
    height = size * math.hypot(c, d)
    is_upright = abs(a) > abs(b) and d > 0
    if not is_upright or not all(map(math.isfinite, (x, y, height))) or height <= 0:
        return None
    return Piece(text, x, y, height, font)


def lines_of(pieces: Sequence[Piece], page: int) -> list[Line]:
    """The lines of a page in the order in which they are read."""
    return _order_columns(list(_assemble(pieces, page)))


def _assemble(pieces: Sequence[Piece], page: int) -> Iterator[Line]:
    edges = _find_edges(pieces)
    run: list[Piece] = []
    for piece in pieces:
        if not piece.text.strip():
            if run:
                run[-1] = replace(run[-1], text=run[-1].text + " ")
        elif run and _continues(run, piece, edges):
            run.append(piece)
        else:
            yield from _close(run, page)
            run = [piece]
    yield from _close(run, page)


def _close(run: Sequence[Piece], page: int) -> Iterator[Line]:
    if run:
        largest = max(run, key=lambda p: len(p.text))
        if is_right_to_left("".join(p.text for p in run)):
            # Drawn from left to right: the library mends the order of letters, not that of pieces.
            order = sorted(range(len(run)), key=lambda n: (-run[n].x, -n))
            text = " ".join(run[n].text for n in order)
        else:
            text = "".join(p.text for p in run)
        left, right = min(p.x for p in run), max(p.right for p in run)
        words = " ".join(text.split())
        yield Line(words, left, run[0].y, largest.size, largest.font, right, page)


def is_right_to_left(text: str) -> bool:
    """Whether most letters are of Hebrew, Arabic or their neighbours."""
    letters = [c for c in text if c.isalpha()]
    return len(_RIGHT_TO_LEFT.findall("".join(letters))) * 2 > len(letters)


def _find_edges(pieces: Sequence[Piece]) -> frozenset[int]:
    """Where columns begin: long pieces begin there again and again."""
    long = (p for p in pieces if len(p.text) >= _EDGE_LETTERS)
    counted = Counter(round(p.x / _EDGE_WIDTH) for p in long)
    return frozenset(edge for edge, times in counted.items() if times >= _EDGE_PIECES)


def _continues(run: Sequence[Piece], piece: Piece, edges: frozenset[int]) -> bool:
    """Whether a piece stands on the line that the pieces before it begin."""
    last = run[-1]
    size = max(last.size, piece.size)
    if abs(piece.y - run[0].y) > _SAME_BASELINE * size:
        return False
    if is_right_to_left(last.text + piece.text):
        return max(piece.x - last.right, last.x - piece.right) < _GUTTER * size
    if piece.x < last.x:
        return False
    edge = round(piece.x / _EDGE_WIDTH)
    if edge in edges and piece.x - run[0].x > _COLUMN_GAP and last.right - piece.x < size:
        return False
    return piece.x - last.right < _GUTTER * size


def _is_beside(left: Line, right: Line) -> bool:
    same = abs(left.y - right.y) <= _SAME_BASELINE * max(left.size, right.size)
    return same and right.x - left.x > _COLUMN_GAP


def _order_columns(lines: list[Line]) -> list[Line]:
    """Read columns one after the other where their rows were drawn in turn.

    The cells of a table are short, and its rows stay together.
    """
    rows = [i for i, (a, b) in enumerate(pairwise(lines)) if _is_beside(a, b)]
    letters = sum(min(len(lines[i].text), len(lines[i + 1].text)) for i in rows)
    if len(rows) < _ROWS_OF_COLUMNS or letters < len(rows) * _CELL_LETTERS:
        return lines
    first, last = rows[0], rows[-1] + 1
    starts = _cluster(sorted(lines[i + 1].x for i in rows))
    while last + 1 < len(lines) and _is_below(lines[last], lines[last + 1], starts):
        last += 1
    band = lines[first : last + 1]
    band.sort(key=lambda line: sum(line.x >= start - _EDGE_WIDTH for start in starts))
    return lines[:first] + band + lines[last + 1 :]


def _cluster(places: Sequence[float]) -> list[float]:
    """The first of each group of places that lie near each other."""
    return [x for before, x in pairwise((-math.inf, *places)) if x - before > _COLUMN_GAP]


def _is_below(line: Line, following: Line, starts: Sequence[float]) -> bool:
    """Whether a line goes on with the longer of two columns."""
    near = 0 < line.y - following.y < 2 * line.size and following.size == line.size
    return near and (following.x >= starts[0] or following.right < starts[0])
