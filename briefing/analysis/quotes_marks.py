"""Quotation marks: pairing them within a paragraph.

Invariant: a pair never crosses a paragraph, marks are never part of a quotation, pairs do not
overlap (an inner pair belongs to the outer quotation), and the scan is linear: each mark is
pushed and popped at most once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Sentence

LONGEST = 1500
_MARK = re.compile(r"[“”„«»\"‘’‚‹›']|``|''")
_OPENS = {"“": "”“", "„": '“”"', "«": "»", "‘": "’", "‚": "‘’", "‹": "›", "``": "'"}
_SINGLE = frozenset("‘’‚'‹›")
_FEWEST_WORDS_IN_SINGLE = 3
_WORDS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A pair of marks: `opening` and `closing` are outside, `start` and `end` the words' range."""

    opening: int
    start: int
    end: int
    closing: int
    is_single: bool


def paragraphs(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Ranges of sentences with no line break between them."""
    found: list[tuple[int, int]] = []
    for sentence in sorted(sentences, key=lambda s: (s.start, s.end)):
        if (
            found
            and "\n" not in text[found[-1][1] : sentence.start]
            and sentence.start >= found[-1][1]
        ):
            found[-1] = (found[-1][0], sentence.end)
        elif not found or sentence.start >= found[-1][1]:
            found.append((sentence.start, sentence.end))
    return found


def _can_open(text: str, at: int, mark: str, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark) : at + len(mark) + 1]
    return not before.isalnum() and bool(after) and (not after.isspace() or mark in "«“„»")


def _can_close(text: str, at: int, mark: str, end: int) -> bool:
    before = text[at - 1]
    after = text[at + len(mark)] if at + len(mark) < end else " "
    if mark in _SINGLE:
        return not before.isspace() and not after.isalnum()
    return not (before.isspace() and after.isalnum() and mark not in "»«”")


def _closes(opened: str, mark: str) -> bool:
    if opened == mark:
        return mark in "\"'”"
    if opened == "»":
        return mark == "«"
    return mark in _OPENS.get(opened, "")


def pair_marks(text: str, start: int, end: int) -> list[Quoted]:
    """The outermost quotations of a paragraph, in order."""
    stack: list[tuple[str, int, int]] = []
    pairs: list[Quoted] = []
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        level = _matching_level(stack, mark)
        if level is not None and _can_close(text, at, mark, end):
            opened, opening, words = stack[level]
            del stack[level:]
            quoted = _trim(text, opening, words, at, match.end(), opened in _SINGLE)
            if quoted:
                while pairs and pairs[-1].opening >= opening:
                    pairs.pop()
                pairs.append(quoted)
        elif _may_open(mark) and _can_open(text, at, mark, start) and len(stack) < _DEEPEST:
            stack.append((mark, at, match.end()))
    return pairs


_DEEPEST = 4


def _may_open(mark: str) -> bool:
    return mark in _OPENS or mark in "\"'»”"


def _matching_level(stack: Sequence[tuple[str, int, int]], mark: str) -> int | None:
    for level in range(len(stack) - 1, -1, -1):
        if _closes(stack[level][0], mark):
            return level
    return None


def _trim(
    text: str, opening: int, start: int, end: int, closing: int, is_single: bool
) -> Quoted | None:
    """The pair with blanks and a comma before the closing mark left out; None if it is no quote."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end = start + len(inner.strip().rstrip(",،").rstrip())
    words = len(_WORDS.findall(text, start, end))
    if end <= start or end - start > LONGEST or not words:
        return None
    if is_single and words < _FEWEST_WORDS_IN_SINGLE:
        return None
    return Quoted(opening, start, end, closing, is_single)
