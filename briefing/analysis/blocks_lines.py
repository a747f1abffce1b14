"""A page as lines: where each begins and ends, and which of them are one wrapped paragraph.

Invariant: the units returned hold every character of the page that is not white space, in order,
without overlap, and none crosses a blank line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from briefing.lexicon.folding import fold

_WRAP_WIDTHS = range(45, 121)
_WRAP_EVIDENCE = 3
_ENUMERATOR = re.compile(r"^(?:\d{1,2}[.)]|[-*•–])\s+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_TERMINAL = re.compile(r"[.!?…؟۔。！？][\s»”\"’')\]“]*$")
_FULL_STOP = re.compile(r"[.…۔。][\s»”\"’')\]“]*$")


@dataclass(frozen=True)
class Unit:
    """A line, or the lines of one wrapped paragraph, without the white space around it.

    `paragraph` counts the runs of lines between blank lines.
    """

    start: int
    end: int
    text: str
    paragraph: int

    @cached_property
    def words(self) -> int:
        """Words; in scripts without spaces two characters count as one."""
        return len(self.text.split()) + len(_UNSPACED.findall(self.text)) // 2

    @property
    def is_terminal(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_TERMINAL.search(self.text[-12:]))

    @property
    def ends_in_full_stop(self) -> bool:
        """Whether it ends as a statement does; headlines end so only by exception."""
        return bool(_FULL_STOP.search(self.text[-12:]))


def entry_of(unit: Unit) -> str:
    """A line as an entry of a list, folded, without its number or bullet."""
    return fold(_ENUMERATOR.sub("", unit.text[:300]))


def split_units(text: str) -> tuple[Unit, ...]:
    """The page's units; lines of a page that was wrapped at a fixed width are joined again."""
    lines = _split_lines(text)
    width = _wrap_width(lines)
    if width is None:
        return tuple(lines)
    runs: list[list[Unit]] = []
    for line in lines:
        if runs and _is_full(runs[-1][-1], line, width):
            runs[-1].append(line)
        else:
            runs.append([line])
    return tuple(
        Unit(run[0].start, run[-1].end, text[run[0].start : run[-1].end], run[0].paragraph)
        for run in runs
    )


def _split_lines(text: str) -> list[Unit]:
    lines: list[Unit] = []
    position = paragraph = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = position + len(line) - len(line.lstrip())
            lines.append(Unit(start, start + len(words), words, paragraph))
        else:
            paragraph += 1
        position += len(line)
    return lines


def _wrap_width(lines: list[Unit]) -> int | None:
    """The width at which the page was wrapped, if it was: no line is longer, several are full."""
    width = max((len(line.text) for line in lines), default=0)
    if width not in _WRAP_WIDTHS:
        return None
    full = sum(_is_full(a, b, width) and not a.is_terminal for a, b in pairwise(lines))
    return width if full >= _WRAP_EVIDENCE else None


def _is_full(line: Unit, following: Unit, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    first = following.text.split(maxsplit=1)[0]
    is_near = line.paragraph == following.paragraph and len(line.text) > width // 2
    return is_near and len(line.text) + 1 + len(first) > width
