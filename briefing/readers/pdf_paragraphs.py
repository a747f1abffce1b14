"""The lines of a PDF joined to paragraphs, across columns and pages.

Invariant: no word is lost but page numbers and the running heads and feet that stand on an earlier
page already; a hyphen is dropped only where a line ends in the middle of a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefing.readers.pdf_lines import Line, estimate_width, is_right_to_left

_MARGIN = 0.12
_SAME_PLACE = 4.0
_NUMBER_LETTERS = 25
_SIZE_CHANGE = 0.08
_HEADING = 1.15
_LOOSE = 1.35
_FAR = 5.0
_INDENT = (0.6, 6.0)
_SHORT = 0.72
_SPACING = 1.2
_HABIT = 5
_NEAR = 3
_SURELY = 0.85

_HAS_WORDS = re.compile(r"[^\W_]")
_DIGITS = re.compile(r"\d+")
_TERMINAL = re.compile(r"[.!?…:؟۔。！？][\s»”\"’')\]“]*$")
_BULLET = re.compile(r"[•▪◦●■‣–-]\s|\d{1,2}[.)]\s")
_SOFT = "\N{SOFT HYPHEN}"
_HYPHENS = ("-", "\N{HYPHEN}", _SOFT)
_WORD_AT_END = re.compile(r"[^\W\d_]+$")
_WORD_AT_START = re.compile(r"^[^\W\d_]+")
# Ligatures and the Arabic presentation forms stand for the letters that search and names need.
_FORMS = re.compile("[\ufb00-\ufb06\ufb50-\ufdfb\ufe70-\ufefc]+")


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a document sets its text: the body's size and spacing, and the words it uses."""

    size: float
    spacing: float
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line and the width of the longest of its size near it: that of its column."""

    line: Line
    column: float

    @property
    def is_short(self) -> bool:
        """Whether the line ends well before its column does."""
        return self.line.right - self.line.x < self.column * _SHORT

    def has_room_for(self, following: Line) -> bool:
        """Whether the next line's first word would have fitted on this one."""
        first = estimate_width(following.text.split(maxsplit=1)[0] + " ")
        return self.line.right - self.line.x + first * self.line.size < self.column * _SURELY


def paragraphs_of(lines: Sequence[Line], heights: Sequence[float]) -> list[str]:
    """The paragraphs of a document; `heights` are those of its pages."""
    kept = [line for line in _without_furniture(lines, heights) if _HAS_WORDS.search(line.text)]
    if not kept:
        return []
    habits = _learn_habits(kept)
    paragraphs = [[kept[0]]]
    for row, following in zip(_rows(kept), kept[1:], strict=False):
        if _is_break(row, following, habits):
            paragraphs.append([])
        paragraphs[-1].append(following)
    texts = (_join([line.text for line in run], habits.words) for run in paragraphs)
    return [_FORMS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text) for text in texts]


def _rows(lines: Sequence[Line]) -> Iterator[_Row]:
    for at, line in enumerate(lines):
        near = lines[max(0, at - _NEAR) : at + _NEAR + 1]
        widths = (o.right - o.x for o in near if o.page == line.page and _is_same_size(o, line))
        yield _Row(line, max(widths))


def _is_same_size(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) <= _SIZE_CHANGE * line.size


def _without_furniture(lines: Sequence[Line], heights: Sequence[float]) -> list[Line]:
    """The lines without page numbers and without running heads and feet seen before."""
    marginal: dict[tuple[str, int], set[tuple[int, str]]] = defaultdict(set)
    for line in lines:
        if _is_marginal(line, heights):
            marginal[_place(line)].add((line.page, line.text))
    kept: list[Line] = []
    seen: set[tuple[str, int]] = set()
    for line in lines:
        place = _place(line)
        alike = marginal[place] if _is_marginal(line, heights) else set()
        if len({page for page, _ in alike}) > 1 and (place in seen or _is_number(place, alike)):
            continue
        seen.add(place)
        kept.append(line)
    return kept


def _is_marginal(line: Line, heights: Sequence[float]) -> bool:
    height = heights[line.page]
    return not height * _MARGIN < line.y < height * (1 - _MARGIN)


def _place(line: Line) -> tuple[str, int]:
    """What a running head or foot has in common on all pages."""
    return _DIGITS.sub("#", line.text.casefold()), round(line.y / _SAME_PLACE)


def _is_number(place: tuple[str, int], alike: AbstractSet[tuple[int, str]]) -> bool:
    """Whether it is the number of the page: it changes; the date of an issue does not."""
    return len(place[0]) <= _NUMBER_LETTERS and len({text for _, text in alike}) > 1


def _learn_habits(lines: Sequence[Line]) -> _Habits:
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    size = max(letters, key=lambda s: (letters[s], s))
    steps = [
        (a.y - b.y) / size
        for a, b in pairwise(lines)
        if a.page == b.page and round(a.size, 1) == round(b.size, 1) == size
    ]
    near = [step for step in steps if 0 < step < _FAR]
    words = frozenset(w for line in lines for w in line.text.casefold().split())
    return _Habits(size, median(near) if len(near) >= _HABIT else _SPACING, words)


def _is_break(row: _Row, following: Line, habits: _Habits) -> bool:
    """Whether a new paragraph begins with the second of two lines."""
    line = row.line
    if not _is_same_size(line, following) or _is_bold(line) != _is_bold(following):
        return True
    down = (line.y - following.y) / line.size
    if line.page == following.page and down >= _FAR:
        return True
    is_terminal = bool(_TERMINAL.search(line.text[-12:]))
    goes_on = not is_terminal and following.text[:1].islower()
    if line.page != following.page or down <= 0:
        # The next column or page: only the sentence can tell.
        return is_terminal or (row.is_short and not goes_on)
    if (down > habits.spacing * _LOOSE and not goes_on) or _BULLET.match(following.text):
        return True
    is_end = (is_terminal and row.is_short) or (row.has_room_for(following) and not goes_on)
    # The lines of a headline are often centred.
    return line.size <= habits.size * _HEADING and (is_end or _is_indented(line, following))


def _is_indented(line: Line, following: Line) -> bool:
    low, high = _INDENT
    is_right = low * line.size < following.x - line.x < high * line.size
    return is_right and not is_right_to_left(following.text)


def _is_bold(line: Line) -> bool:
    font = line.font.casefold()
    return "bold" in font or "black" in font or "heavy" in font


def _join(lines: Sequence[str], words: frozenset[str]) -> str:
    return "".join(_joints(lines, words)).replace(_SOFT, "")


def _joints(lines: Sequence[str], words: frozenset[str]) -> Iterator[str]:
    for line, following in pairwise(lines):
        yield from _joint(line, following, words)
    yield lines[-1]


def _joint(line: str, following: str, words: frozenset[str]) -> tuple[str, str]:
    """A line with what stands between it and the next one."""
    if not line.endswith(_HYPHENS):
        return line, " "
    stem = line[:-1]
    before, after = _WORD_AT_END.search(stem), _WORD_AT_START.search(following)
    if before is None or after is None:
        return line, " "
    if not line.endswith(_SOFT):
        whole, parts = before[0] + after[0], f"{before[0]}-{after[0]}"
        is_compound = parts.casefold() in words and whole.casefold() not in words
        if following[:1].isupper() or is_compound:
            return stem, "-"
    return stem, ""
