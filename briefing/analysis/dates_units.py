"""The words of a line as the date grammar sees them: one letter per word.

Invariant: `Line.kinds[i]` is the class of `Line.units[i]`, so that a regular expression over
`kinds` matches words, in any of the eight languages alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefing.days import YEAR_LENGTH, YEARS
from briefing.lexicon.aligned import Token, longest_phrase, tokenize
from briefing.lexicon.calendar import OTHER_READINGS, Entry, date_words, zone_words

_MARKS = frozenset(".,/-–|():'")
_DAYS = 31


class Unit(NamedTuple):
    """A word, number or phrase with its class; `kind` as in `calendar.Entry`.

    Numbers are d (1 to 31), D (other numbers of one or two digits), y (a possible year) or n; a
    time zone is z, a punctuation mark itself, any other word x.
    """

    kind: str
    value: int
    text: str
    start: int
    end: int
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, read in one language."""

    source: str
    language: str | None
    units: tuple[Unit, ...]
    kinds: str

    def touches(self, left: int, right: int) -> bool:
        """Whether nothing stands between two neighbouring units."""
        return self.units[left].end == self.units[right].start

    def words(self, left: int, right: int) -> str:
        """The source from one unit up to, not including, another."""
        return self.source[self.units[left].start : self.units[right - 1].end]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date's words say. `first` and `last` are the units it covers, half-open.

    `shift` is (unit in days, count) from the day of publication; `direction` is L, X or T for
    last, next or this; `is_swappable` marks digits that read day-first and month-first.
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: tuple[int, int] | None = None
    direction: str = ""
    time: str | None = None
    zone: str | None = None
    is_swappable: bool = False
    is_afternoon: bool | None = None


def read_line(text: str, start: int, end: int, language: str | None) -> Line:
    """The units of `text[start:end]`; offsets count from the beginning of `text`."""
    tokens = tokenize(text, start, end)
    units: list[Unit] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if kind := _plain_kind(token.text, language):
            units.append(Unit(kind, 0, *token))
            at += 1
        else:
            unit, width = _unit(text, tokens, at, language)
            units.append(_settle(unit, units, language))
            at += width
    return Line(text, language, tuple(units), "".join(u.kind for u in units))


@lru_cache(maxsize=32768)
def _plain_kind(word: str, language: str | None) -> str:
    """The kind of a word that has no part in any date, as most have none; of a mark, itself."""
    known = date_words(language)
    is_opener = word in known.openers or word in zone_words()[1]
    if is_opener or word[0].isdecimal() or _without_clitic(word, known.entries):
        return ""
    return word if word in _MARKS else "x"


def _unit(text: str, tokens: Sequence[Token], at: int, language: str | None) -> tuple[Unit, int]:
    token = tokens[at]
    if token.text[0].isdecimal():
        return Unit(_number_kind(token.text), _value(token.text), *token), 1
    zones, zone_openers = zone_words()
    width = longest_phrase(tokens, at, zone_openers, zones)
    if width and _is_zone(text, tokens[at : at + width]):
        words = " ".join(t.text for t in tokens[at : at + width])
        return Unit("z", 0, words, token.start, tokens[at + width - 1].end, zones[words]), width
    known = date_words(language)
    width = longest_phrase(tokens, at, known.openers, known.entries)
    if width:
        words = " ".join(t.text for t in tokens[at : at + width])
        entry = known.entries[words]
        return Unit(*entry, words, token.start, tokens[at + width - 1].end), width
    if bare := _without_clitic(token.text, known.entries):
        return Unit(bare.kind, bare.value, token.text, token.start, token.end), 1
    return Unit(token.text if token.text in _MARKS else "x", 0, *token), 1


def _is_zone(text: str, tokens: Sequence[Token]) -> bool:
    # "est" is a French verb and "EST" a zone: short names count in capitals only.
    return len(tokens) > 1 or text[tokens[0].start : tokens[0].end].isupper()


def _number_kind(digits: str) -> str:
    if len(digits) <= len(str(_DAYS)):
        return "d" if 1 <= int(digits) <= _DAYS else "D"
    return "y" if len(digits) == YEAR_LENGTH and int(digits) in YEARS else "n"


def _value(digits: str) -> int:
    # Longer runs are no part of a date; their value is never read.
    return int(digits) if len(digits) <= YEAR_LENGTH else -1


def _without_clitic(word: str, entries: dict[str, Entry]) -> Entry | None:
    """Arabic writes "and", "in", "for" as one letter before the word."""
    if word[0] not in "وفبلك":
        return None
    entry = entries.get(word[1:]) or (entries.get("ا" + word[1:]) if word[0] == "ل" else None)
    return entry if entry and entry.kind in "MmWRU" else None


def _settle(unit: Unit, before: Sequence[Unit], language: str | None) -> Unit:
    """A short month name without a day before it is the other word that it spells."""
    other = OTHER_READINGS.get((unit.text, language))
    if other is None:
        return unit
    kinds = "".join(u.kind for u in before[-2:])
    if kinds.endswith(("d", "do", "ds", "d.", "d/", "d-")):
        return unit
    return unit._replace(kind=other.kind, value=other.value)
