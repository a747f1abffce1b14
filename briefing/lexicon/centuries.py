"""Centuries and dynasties: "the tenth century", "siglo X", "XIIe siècle", "القرن العاشر".

Invariant: a span is the ordinal with its noun, in Arabic or Roman digits or in words, and its value
the number; a Roman number counts only beside the noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing.lexicon.folding import fold
from briefing.lexicon.ordinals import ordinal_words, roman_value

_NOUNS = {
    "century": "century siècle siglo Jahrhunderts Jahrhundert secolo século eeuw",
    "dynasty": "dynasty dynastie dinastía Dynastie dinastia",
}
KINDS = frozenset(_NOUNS)
"""What is numbered so."""
_ARABIC_NOUNS = {"century": "القرن", "dynasty": "الأسرة"}
_ROMAN = frozenset("IVXL")
_HIGHEST = 40
_ORDER = r"\d{1,2}|[IVXL]{1,6}|[^\W\d_]{3,24}"
_MARK = r"(?:\s?[ºª°.]|\s?(?:st|nd|rd|th|e|er|ère|ème|de|ste)\b)?"


class Century(NamedTuple):
    """A century or dynasty in a text, its kind and number."""

    start: int
    end: int
    kind: str
    number: int


def find_centuries(
    text: str, language: str | None, start: int = 0, end: int | None = None
) -> Iterator[Century]:
    """The centuries and dynasties that a range of a text names."""
    stop = len(text) if end is None else end
    for pattern, kind in _patterns(language == "ar"):
        for match in pattern.finditer(text, start, stop):
            number = _read(match["n"], language)
            if number and number <= _HIGHEST:
                yield Century(match.start(), match.end(), kind, number)


@lru_cache(maxsize=2)
def _patterns(is_arabic: bool) -> tuple[tuple[re.Pattern[str], str], ...]:
    if is_arabic:
        return tuple(
            (re.compile(rf"{noun}\s(?P<n>\w{{2,16}}(?:\sعشر[ة]?)?)"), kind)
            for kind, noun in _ARABIC_NOUNS.items()
        )
    found = []
    for kind, words in _NOUNS.items():
        noun = "|".join(words.split())
        before = rf"\b(?P<n>{_ORDER}){_MARK}[\s-](?:{noun})\b"
        behind = rf"\b(?:{noun})\s(?P<n>\d{{1,2}}|[IVXL]{{1,6}})\b"
        found += [(re.compile(p, re.IGNORECASE), kind) for p in (before, behind)]
    return tuple(found)


def _read(written: str, language: str | None) -> int | None:
    if written.isdecimal():
        return int(written)
    # "XIIe": the ending is part of the run of letters.
    return (
        roman_value(written.rstrip("eè"))
        if written[0].isupper() and set(written.rstrip("eè")) <= _ROMAN
        else ordinal_words(language or "").get(fold(written))
    )
