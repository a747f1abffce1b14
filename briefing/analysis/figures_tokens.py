"""The pieces of a line as figures are read from it: words, marks and whole digit groups.

Invariant: a digit group is one piece however a page sets its thousands ("1,200", "1.200", "1 200",
"١٩٬٤٠٠"), and what cannot be a plain number ("1.2.3") has no value.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.lexicon.aligned import align

_PIECE = re.compile(
    r"\d{1,3}(?:(?P<s>[.,' ])\d{3})(?:(?P=s)\d{3})*(?!\d)(?:[.,]\d+(?![.,]?\d))?"
    r"|\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]|_"
)
_GROUP = 3
_LONGEST = 15
_POINT_LANGUAGES = frozenset({"en", "ar", None})


class Piece(NamedTuple):
    """A folded piece with its half-open range in the page; `digits` where it is a number."""

    text: str
    start: int
    end: int
    digits: bool


def read_pieces(text: str, start: int, end: int) -> list[Piece]:
    """The pieces of `text[start:end]`; offsets count from the beginning of `text`."""
    aligned = align(text[start:end])
    where = aligned.offsets
    found = _PIECE.finditer(aligned.text)
    if isinstance(where, range):  # nothing was dropped: the ranges are those of the folded text
        return [
            Piece(words := m.group(), start + m.start(), start + m.end(), words[0].isdecimal())
            for m in found
        ]
    return [
        Piece(
            m.group(),
            start + where[m.start()],
            start + where[m.end() - 1] + 1,
            m.group()[0].isdecimal(),
        )
        for m in found
    ]


def digits_value(digits: str, language: str | None, *, has_scale: bool) -> float | None:
    """The number that a digit group writes; None where it is a version, a code or a date.

    One separator before exactly three digits is read by the language's convention: "1.250 million"
    is 1.25 million in English, "1.250 millones" 1,250 million in Spanish.
    """
    bare = digits.replace(" ", "").replace("'", "")
    if len(bare) > _LONGEST:
        return None
    marks = [c for c in bare if not c.isdecimal()]
    if not marks:
        return float(bare)
    if len(marks) > 1:
        return _many_groups(bare, marks)
    whole, decimals = bare.split(marks[0])
    is_group = len(decimals) == _GROUP and len(whole) <= _GROUP and whole.lstrip("0") != ""
    decimal_mark = "." if language in _POINT_LANGUAGES else ","
    if is_group and not (marks[0] == decimal_mark and (has_scale or language == "en")):
        return float(whole + decimals)
    return float(f"{whole}.{decimals}")


def _many_groups(bare: str, marks: list[str]) -> float | None:
    """Several marks: all part thousands, or the last one alone parts the decimals."""
    whole, _, decimals = bare.rpartition(marks[-1])
    if marks[-1] in marks[:-1]:
        whole, decimals = bare, ""
    groups = whole.split(marks[0])
    is_grouped = all(len(g) == _GROUP for g in groups[1:]) and len(groups[0]) <= _GROUP
    if not is_grouped or len(set(marks[:-1])) > 1:
        return None
    return float("".join(groups) + "." + (decimals or "0"))
