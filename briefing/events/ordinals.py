"""Which edition of a series a page reports: "second round of talks", "XIV Cumbre", "14. Sitzung".

Invariant: an edition is read from the headline and the lead of the page's own report, never from
its background, and each comes with the range that says so; a number that counts within some time
only ("the third meeting this year"), or another event than the page's ("after the first round"),
is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from briefing.events.weighting import BACKGROUND_WEIGHT
from briefing.events.wording import Told
from briefing.lexicon.event_kinds import kinds_of
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import FUNCTION_WORDS
from briefing.lexicon.ordinals import (
    AFTER,
    AHEAD,
    PRESS,
    ROUNDS_OF,
    SUFFIXES,
    TIME,
    WINDOWS,
    numbered_kind,
    ordinal_words,
    roman_value,
)
from briefing.lexicon.tense import tense_of
from briefing.model import BlockKind, Document, Sentence

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]|_")
_LEAD = 2
"""So many sentences of the body say which edition it is, if any do."""
_BETWEEN = 3
"""Words that may stand between the ordinal and what it counts: "third high-level meeting"."""
_BEFORE, _BEHIND, _WINDOW = 3, 5, 9
_AROUND = 8
"""Words around "for the second time" within which its verb stands."""
_LONE_ROMAN, _LATIN = frozenset("IVX"), frozenset({"es", "it", "pt"})
"""Roman numbers of one letter count where they are written so: "V Cumbre", not "I" or "L'"."""
_MOST = 200
_ROMAN_ALONE = 1
_MET = frozenset({"meeting", "summit", "visit"})
"""What people are said to have done "for the second time"."""
_OCCASIONS = frozenset({"meeting", "visit", "summit", "conference", "hearing"})
"""Kinds of which "the first" tells how rare they are, not which edition it is."""


@dataclass(frozen=True, slots=True, order=True)
class Numbered:
    """The edition of an event: its kind, its number, and the range of the page that says so."""

    kind: str
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Words:
    """The pieces of a sentence with their folded forms."""

    pieces: Sequence[re.Match[str]]
    keys: Sequence[str]
    language: str

    def at(self, number: int) -> str:
        """A folded piece, or nothing where the sentence has ended."""
        return self.keys[number] if 0 <= number < len(self.keys) else ""

    def touch(self, number: int) -> bool:
        """Whether a piece is written to the one before it."""
        return number < len(self.pieces) and self.pieces[number - 1].end() == (
            self.pieces[number].start()
        )


def numbered_events(document: Document, told: Sequence[Told]) -> tuple[Numbered, ...]:
    """The editions that a page reports, one of a kind: the first named, headline before lead."""
    own = [t for t in told if t.weight > BACKGROUND_WEIGHT]
    heads = [t for t in own if t.sentence.kind is BlockKind.HEADLINE]
    body = [t for t in own if t.sentence.kind is not BlockKind.HEADLINE][:_LEAD]
    found: dict[str, Numbered] = {}
    for each in (*heads, *body):
        sentence = each.sentence
        is_head = sentence.kind is BlockKind.HEADLINE
        language = sentence.language or document.article.language or ""
        # Most sentences name nothing that takes place in editions: those need no second look.
        lasts = [form.last for form in each.words]
        if not any(map(numbered_kind, lasts, repeat(language))):
            continue
        for numbered in _in_sentence(document.article.text, sentence, language, is_head=is_head):
            found.setdefault(numbered.kind, numbered)
    return tuple(sorted(found.values()))


def editions(numbered: Sequence[Numbered]) -> Mapping[str, int]:
    """The number of each kind."""
    return {n.kind: n.number for n in numbered}


def same_editions(one: Mapping[str, int], two: Mapping[str, int]) -> list[str]:
    """The kinds of which two pages report one edition."""
    return sorted(kind for kind, number in one.items() if two.get(kind) == number)


def other_editions(one: Mapping[str, int], two: Mapping[str, int]) -> list[str]:
    """The kinds of which they report two, unless another kind says that it was one."""
    if same_editions(one, two):
        return []
    return sorted(kind for kind in one if kind in two)


def edition_in_words(kind: str, number: int) -> str:
    """An edition as the reader reads it: "2nd meeting", "11th session"."""
    is_teen = number % 100 // 10 == 1
    ending = "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} {kind}"


def _in_sentence(
    text: str, sentence: Sentence, language: str, *, is_head: bool
) -> Iterator[Numbered]:
    pieces = list(_TOKEN.finditer(text, sentence.start, sentence.end))
    words = _Words(pieces, [fold(p.group()) or p.group() for p in pieces], language)
    at = 0
    while at < len(pieces):
        read = _ordinal(words, at)
        if read is None:
            at += 1
            continue
        number, after, reach = read
        noun = _noun(words, at, after, reach)
        kind = _kind(words, at, max(noun, after - 1), noun) if noun is not None else None
        is_first = number == 1 and kind in _OCCASIONS
        if noun is not None and kind and not is_first and number <= _MOST:
            first, last = min(at, noun), max(noun, after - 1)
            if is_head or not _is_ahead(words, last):
                yield Numbered(kind, number, pieces[first].start(), pieces[last].end())
        at = after


def _ordinal(words: _Words, at: int) -> tuple[int, int, int] | None:
    """An ordinal at a piece: its value, the piece after it, and how far its noun may stand."""
    word = words.pieces[at].group()
    if word.isdecimal():
        return _of_digits(words, at, int(word)) if len(word) <= _BETWEEN else None
    known = ordinal_words(words.language)
    pair = f"{words.keys[at]} {words.at(at + 1)}"
    for key, after in ((pair, at + 2), (words.keys[at], at + 1)):
        if key in known:
            return known[key], after, _BETWEEN
    letters = word.rstrip("eoªº")
    is_lone = len(letters) == 1 and (word not in _LONE_ROMAN or words.language not in _LATIN)
    value = None if is_lone else roman_value(letters)
    return (value, at + 1, _ROMAN_ALONE) if value else None


def _of_digits(words: _Words, at: int, value: int) -> tuple[int, int, int] | None:
    """Digits with a suffix ("14th", "2.ª", "14ème"), in German "14." before a noun."""
    after = at + 1
    is_dotted = words.at(after) == "." and words.touch(after)
    if is_dotted and words.touch(after + 1):
        after += 1
    suffix = words.pieces[after].group().casefold() if words.touch(after) else ""
    if suffix in SUFFIXES and value:
        return value, after + 1, _BETWEEN
    is_german = words.language == "de" and is_dotted and after == at + 1
    return (value, at + 2, _BETWEEN) if is_german and value else None


def _noun(words: _Words, at: int, after: int, reach: int) -> int | None:
    """The piece that names what is counted, few words behind the ordinal; in Arabic before it."""
    if words.language == "ar":
        return at - 1 if at and numbered_kind(words.keys[at - 1], "ar") else None
    small = FUNCTION_WORDS.get(words.language, frozenset())
    for number in range(after, min(after + reach + 1, len(words.keys))):
        key = words.keys[number]
        is_noun = numbered_kind(key, words.language) is not None
        is_word = words.pieces[number].group()[0].isalpha()
        if not is_word or key in PRESS or (key in small and not is_noun):
            return None
        if is_noun:
            behind = {words.at(number + 1), words.at(number + 2)}
            return None if behind & PRESS else number
    return None


def _kind(words: _Words, first: int, last: int, noun: int) -> str | None:
    """What is counted, if the page tells of that edition itself, counted from the beginning."""
    none: frozenset[str] = frozenset()
    behind = _clause(words, range(last + 1, last + 1 + _WINDOW))
    if any(words.keys[n] in WINDOWS.get(words.language, none) for n in behind):
        return None
    kind = numbered_kind(words.keys[noun], words.language)
    if kind == "round" and not any(key.startswith(ROUNDS_OF) for key in words.keys):
        return None
    if kind == TIME:
        told = kinds_of(words.keys[max(0, first - _AROUND) : last + _AROUND], words.language)
        return min(_MET & told.keys(), key=lambda k: (-told[k], k), default=None)
    before = _clause(words, range(first - 1, first - 1 - _BEFORE, -1))
    led = [words.keys[n] for n in before]
    if any(key in AFTER.get(words.language, none) or key.startswith(AHEAD) for key in led):
        return None
    return kind


def _is_ahead(words: _Words, last: int) -> bool:
    """Whether the words behind say that it is still to come."""
    behind = _clause(words, range(last + 1, last + 1 + _BEHIND))
    return any(tense_of(words.pieces[n].group(), words.language) > 0 for n in behind)


def _clause(words: _Words, numbers: Iterable[int]) -> list[int]:
    """The pieces up to the first mark."""
    found = []
    for number in numbers:
        if not words.at(number)[:1].isalnum():
            break
        found.append(number)
    return found
