"""Stretches of a page that the reader selects: by sentences, by words, by dragging.

Invariant: pure; a selection is a range of the page's text that begins and ends at words, and it is
never empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.model import Span

_WORD = re.compile(r"\S+")
_FRONT = re.compile(r"\S+\Z")
_LONGEST = 40
_REACH = 400
"""Characters in which the next word is looked for; a script without spaces goes on from there."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A range, and which of its ends the reader moves."""

    start: int
    end: int
    is_at_end: bool = True

    @property
    def span(self) -> Span:
        """The range."""
        return Span(self.start, self.end)


def by_words(text: str, selection: Selection, direction: int) -> Selection:
    """The selection with its end a word further on (direction 1) or back (-1)."""
    if selection.is_at_end:
        end = _end_of_word(text, selection.end, direction)
        return replace(selection, end=end) if end > selection.start else selection
    start = _start_of_word(text, selection.start, direction)
    return replace(selection, start=start) if start < selection.end else selection


def by_sentences(sentences: Sequence[Span], selection: Selection, direction: int) -> Selection:
    """The selection with its end at the next sentence's end, or at the one before."""
    if selection.is_at_end:
        ends = [s.end for s in sentences if s.end > selection.start]
        near = [e for e in ends if (e > selection.end if direction > 0 else e < selection.end)]
        chosen = (min if direction > 0 else max)(near, default=selection.end)
        return replace(selection, end=chosen)
    starts = [s.start for s in sentences if s.start < selection.end]
    near = [s for s in starts if (s > selection.start if direction > 0 else s < selection.start)]
    chosen = (min if direction > 0 else max)(near, default=selection.start)
    return replace(selection, start=chosen)


def from_drag(text: str, one: int, other: int) -> Span | None:
    """The words from one character to another; None where there are none.

    In a script without spaces it is the characters themselves.
    """
    start, end = min(one, other), min(len(text), max(one, other) + 1)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    before = _FRONT.search(text, max(0, start - _LONGEST), start)
    behind = _WORD.match(text, end, min(len(text), end + _LONGEST))
    start = before.start() if before and before.start() > start - _LONGEST else start
    end = behind.end() if behind and behind.end() < end + _LONGEST else end
    return Span(start, end)


def _end_of_word(text: str, end: int, direction: int) -> int:
    if direction > 0:
        found = _WORD.search(text, end, min(len(text), end + _REACH))
        return found.end() if found else end
    ends = [m.end() for m in _WORD.finditer(text, max(0, end - _REACH), end)]
    return max((e for e in ends if e < end), default=end)


def _start_of_word(text: str, start: int, direction: int) -> int:
    if direction < 0:
        found = list(_WORD.finditer(text, max(0, start - _REACH), start))
        return found[-1].start() if found else start
    starts = (m.start() for m in _WORD.finditer(text, start, min(len(text), start + _REACH)))
    return next((s for s in starts if s > start), start)
