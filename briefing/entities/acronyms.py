"""Acronyms and the names that pages explain them by.

Invariant: an acronym means what its own page says, else what all pages that explain it agree on;
one that pages explain by names that cannot be one body's means none of them elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.entities.names import part_likeness
from briefing.entities.pages import Page
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS
from briefing.lexicon.organisations import is_acronym, take_apart
from briefing.model import Mention

_OPENED = re.compile(
    r"\s*[(\[]\s*(?:[^()\[\]\n]{1,60}?[,:]\s*)?[\"“«„']?\s?([\w.]{2,11})\s?[\"”»“']?\s*[),\];]"
)
_FULL_IN_BRACKETS = re.compile(r"\s*\(\s*[\"“«„]?([^()\n]{6,120})\)")
_SET_OFF = re.compile(
    r"\s*(?:,|–|—|-)\s*(?:(?:la|le|les|el|die|der|das|il|lo|o|a|the|de|het)\s+|l['’])?\Z"
)
_OR = re.compile(r"\s*,?\s+(?:or|ou|o|oder|of|known as|dit|dite|kurz)\s+\Z")
_WITHIN = re.compile(r"(.{4,110}?)\s*\(\s*([\w.]{2,11})\s*\)?\s*\Z", re.DOTALL)
_COGNATE = 0.75
_LONG_WORD = 4
_SHARED = 0.5


@dataclass(frozen=True, slots=True)
class Expansion:
    """A page's words for an acronym; `full` as the page writes it."""

    acronym: str
    full: str
    article: str
    language: str
    country: str | None = None

    @property
    def is_spelt_out(self) -> bool:
        """Whether the acronym is made of the name's own letters."""
        return spells(self.acronym, self.full)


def acronym_key(written: str) -> str:
    """An acronym without its full stops."""
    return written.replace(".", "").strip()


def split_name(name: str) -> tuple[str, str | None]:
    """A mention that holds both: "Office of Wells (OW)" is the name and its acronym."""
    found = _WITHIN.fullmatch(name)
    if found and is_acronym(found.group(2)) and not is_acronym(found.group(1)):
        return found.group(1), acronym_key(found.group(2))
    return name, None


def expansions_in(page: Page) -> Iterator[Expansion]:
    """What the page says its acronyms stand for."""
    mentions = page.organisations
    language = page.document.article.language or ""
    for at, mention in enumerate(mentions):
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        for short, full in _explained(page.text, mention, following):
            if short != acronym_key(full):
                yield Expansion(short, full, page.id, language)


def _explained(text: str, mention: Mention, following: Mention | None) -> Iterator[tuple[str, str]]:
    full, inner = split_name(mention.text)
    if inner:
        yield inner, full
    if is_acronym(mention.text):
        bracket = _FULL_IN_BRACKETS.match(text, mention.end)
        if bracket and (" " in bracket.group(1) or spells(mention.text, bracket.group(1))):
            yield acronym_key(mention.text), bracket.group(1)
    else:
        opened = _OPENED.match(text, mention.end)
        if opened and is_acronym(opened.group(1)):
            yield acronym_key(opened.group(1)), mention.text
    if following is not None:
        yield from _apposed(text, mention, following)


def _apposed(text: str, one: Mention, two: Mention) -> Iterator[tuple[str, str]]:
    """Neighbours set off by a comma of which one spells the other: "the OW, Office of Wells"."""
    between = text[one.end : two.start]
    if is_acronym(one.text) == is_acronym(two.text) or len(between) > _LONG_WORD * 4:
        return
    short, full = (one.text, two.text) if is_acronym(one.text) else (two.text, one.text)
    if (_SET_OFF.match(between) or _OR.match(between)) and spells(short, full):
        yield acronym_key(short), full


def spells(acronym: str, full: str) -> bool:
    """Whether an acronym is made of the first letters of a name, or of one compound's letters."""
    letters = fold(acronym_key(acronym)).replace(" ", "")
    words = fold(full).split()
    content = [w for w in words if w not in ALL_FUNCTION_WORDS] or words
    if not letters or not content:
        return False
    if len(content) == 1:
        return content[0][0] == letters[0] and _is_subsequence(letters, content[0])
    initials = "".join(w[0] for w in words)
    short = "".join(w[0] for w in content)
    return letters == short or (
        short[0] == letters[0] and _is_subsequence(letters, initials) and len(letters) > 1
    )


def _is_subsequence(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)


def can_be_one(one: Expansion, two: Expansion) -> bool:
    """Whether two names that pages give one acronym can be names of one body.

    Names in one language must share most of their words; in another language a name whose letters
    the acronym does not follow is a translation of one whose letters it does follow.
    """
    if one.country and two.country and one.country != two.country:
        return False
    shared = _shared(one.full, two.full)
    if one.language == two.language:
        return shared > _SHARED
    return shared >= _SHARED or one.is_spelt_out != two.is_spelt_out


def _shared(one: str, two: str) -> float:
    """The share of the shorter name's words that the other has too, or a cognate, or its sense."""
    left, right = take_apart(one), take_apart(two)
    common = len(left.words & right.words)
    rest = [a for a in left.rest if any(_are_cognates(a, b) for b in right.rest)]
    sizes = [len(n.words) + len(n.rest) for n in (left, right)]
    return (common + len(rest)) / min(sizes) if min(sizes) else 0.0


def _are_cognates(one: str, two: str) -> bool:
    return one == two or (
        min(len(one), len(two)) >= _LONG_WORD and part_likeness(one, two) >= _COGNATE
    )
