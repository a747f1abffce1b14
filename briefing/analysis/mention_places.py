"""Places known from the lexicon: countries, cities and regions that the tagger left or misread.

Invariant: a place is marked only where the page writes it as a name; demonyms never are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.analysis.mention_edges import (
    WORD,
    Line,
    follows_office,
    name_openers,
    words_of_line,
)
from briefing.lexicon import name_words as lex
from briefing.lexicon.countries import country_named, is_country_name, opens_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.places import NAMED_AFTER_PEOPLE, find_place
from briefing.lexicon.speech import SAYING
from briefing.model import Label, Mention

_SMALL_TOWN = 15_000
_TOWN, _CITY, _METROPOLIS = 50_000, 100_000, 300_000
_LEAST_PLACE = 4
_LONGEST_NAME = 4
_LEAST_ARABIC = 5
_ARABIC_PREFIXES = ("و", "ف", "ب", "ل", "ك")


def country_names(text: str, start: int, end: int) -> Iterator[Mention]:
    """Countries by their names (never demonyms), the longest reading first."""
    words = words_of_line(text, start, end)
    after = 0
    for at in name_openers(text, start, end):
        if at < after:
            continue
        word = words[at].group()
        may_open = word[0].isupper() and opens_country_name(word)
        size = _words_of_country(text, words, at) if may_open else 0
        after = at + max(size, 1)
        first, last = words[at].start(), words[after - 1].end()
        if size and not _is_contest(words, at, after):
            yield Mention(first, last, text[first:last], Label.LOC)
        elif "\u0621" <= word[0] <= "\u064a" and (bare := arabic_country(word)):
            yield Mention(last - len(bare), last, bare, Label.LOC)


def _words_of_country(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """How many words from `at` make the longest country name; 0 where none begins there."""
    for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1):
        first, last = words[at], words[at + size - 1]
        rest = text[first.end() : last.end()].lstrip()
        if size > 1 and fold(first.group()) in lex.ARTICLES and is_country_name(rest):
            continue
        # Romance languages write the adjective of a country's name small: "Guinée équatoriale".
        is_written_so = last.group()[0].isupper() or size > 1
        if is_written_so and _is_whole_country(text, first.start(), last.end()):
            return size
    return 0


def arabic_country(word: str) -> str | None:
    """The country that an Arabic word names, without the conjunction or preposition written to it.

    A name that is also a word (Mali, Benin) counts only without the article.
    """
    is_led = word[0] in _ARABIC_PREFIXES and is_country_name(word[1:])
    if is_led and word.startswith("لل"):
        return None
    bare = word[1:] if is_led else word
    is_word = bare.startswith("ال") and is_country_name(bare[2:])
    is_country = len(bare) >= _LEAST_ARABIC and is_country_name(bare)
    return bare if is_country and not is_word else None


def _is_contest(words: Sequence[re.Match[str]], first: int, last: int) -> bool:
    """Whether the country at words `first:last` is part of a contest's name."""
    before = first - 1
    while before >= 0 and fold(words[before].group()) in lex.LINKS and first - before <= 2:  # noqa: PLR2004 - as many links
        before -= 1
    around = [words[before]] if before >= 0 else []
    around += words[last : last + 1]
    return any(w.group()[0].isupper() and fold(w.group()) in lex.CONTESTS for w in around)


def _is_whole_country(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    is_inside = text[start - 1 : start] in set("-_@#.") or text[end : end + 1] in set("-_")
    return not is_inside and name[-1].isalpha() and len(name) > 1 and is_country_name(name)


def place_names(text: str, start: int, end: int, written: Collection[str]) -> Iterator[Mention]:
    """Sizeable places the tagger left out: capitalised inside a sentence, alone, no common word.

    `written` are the page's words: one that it also writes in small letters is a common word.
    """
    words = words_of_line(text, start, end)
    for at in name_openers(text, start, end):
        word, before = words[at], words[at - 1]
        if (
            at == 0
            or not word.group()[0].isupper()
            or word.group().lower() in written
            or len(word.group()) < _LEAST_PLACE
        ):
            continue
        gap = text[before.end() : word.start()]
        is_inner = gap in {" ", "’", "'"} and before.group().islower()
        after = words[at + 1] if at + 1 < len(words) else None
        is_last = after is None or not (
            text[word.end() : after.start()] in {" ", "-"} and after.group()[0].isupper()
        )
        if (
            is_inner
            and is_last
            and text[word.end() : word.end() + 1] != "-"
            and is_sizeable_place(word.group())
        ):
            yield Mention(word.start(), word.end(), word.group(), Label.LOC)


def is_sizeable_place(words: str) -> bool:
    """Whether the words name a region, or a city that news would name without explaining it.

    Under a name that is not its English one a city must be larger: such names are often words.
    """
    place = find_place(words)
    if place is None or fold(words) in lex.CONTESTS:
        return False
    is_english = fold(words) == fold(place.name)
    least = _TOWN if " " in words else _CITY if is_english else _METROPOLIS
    return place.kind == "region" or place.population >= least


def places_among_people(
    text: str, lines: Sequence[Line], mentions: Sequence[Mention]
) -> list[Mention]:
    """A "person" whose whole name is a place, and nobody's surname here, is that place.

    The place must be sizeable, or stand once after a preposition of place: "in Rovaniemi".
    """
    parts = {
        fold(w)
        for m in mentions
        if m.label is Label.PER and " " in m.text
        for w in WORD.findall(m.text)
    }
    towns = _words_after_in(text, lines)
    return [
        replace(m, label=Label.LOC)
        if m.label is Label.PER
        and (
            (m.text in towns and _is_city(m.text))
            or is_sizeable_place(m.text)
            or _is_town_of_named_country(text, m)
        )
        and (" " in m.text or fold(m.text) not in parts)
        else m
        for m in mentions
    ]


def _is_town_of_named_country(text: str, mention: Mention) -> bool:
    """Whether it is a town, of a country that the page names, and nobody who holds or says."""
    if " " in mention.text or mention.text.isupper() or follows_office(text, mention.start):
        return False
    place = find_place(mention.text)
    after = WORD.match(text, mention.end + 1)
    if place is None or place.country is None or place.population < _SMALL_TOWN:
        return False
    is_said = after is not None and fold(after.group()) in SAYING
    is_told = place.country in _countries_of(text) and place.country not in NAMED_AFTER_PEOPLE
    return is_told and not is_said


@lru_cache(maxsize=4)
def _countries_of(text: str) -> frozenset[str]:
    """The countries that a page names, by their names or by demonyms."""
    words = {w for w in WORD.findall(text) if len(w) >= _LEAST_PLACE}
    return frozenset(c for w in words if (c := country_named(w)) is not None)


def _words_after_in(text: str, lines: Sequence[Line]) -> frozenset[str]:
    """Capitalised words that stand once right after a preposition of place."""
    found: set[str] = set()
    for line in lines:
        prepositions = lex.IN_TOWNS.get(line.language, frozenset())
        words = words_of_line(text, line.start, line.end)
        for at in name_openers(text, line.start, line.end):
            word, before = words[at], words[at - 1]
            if at == 0 or not word.group()[0].isupper() or word.start() != before.end() + 1:
                continue
            if before.group().islower() and fold(before.group()) in prepositions:
                found.add(word.group())
    return frozenset(found)


def _is_city(words: str) -> bool:
    place = find_place(words)
    return place is not None and place.kind == "city"


def end_of_city(mention: Mention) -> tuple[int, int] | None:
    """Where a city ends and its country begins, in a place that names both without a comma."""
    if mention.label is not Label.LOC or is_country_name(mention.text):
        return None
    for gap in re.finditer(" ", mention.text):
        city, country = mention.text[: gap.start()], mention.text[gap.end() :]
        if country[:1].islower():
            # "Santiago do Chile": the country is part of the town's name.
            continue
        place = find_place(city) if is_country_name(country) else None
        if place and place.kind == "city" and place.country == country_named(country):
            return gap.span()
    return None
