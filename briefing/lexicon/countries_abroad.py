"""Countries in the words of languages other than the eight, whatever ending these put to a name.

Invariant: the names of one language never count in another, so that no false friend of the eight
is looked up ("Anh" is a country in Vietnamese alone). The table is made by
`briefing.training.gazetteer` from Unicode CLDR; only the language asked for is unpacked.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from briefing.lexicon.countries import country_of_code
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.unspaced import UNSPACED, find_unspaced, town_names

_UNCHANGING = frozenset("fa gl gu hi hy id ka kn ml ms ne pa so sw ta te tl ur vi".split())
"""Languages that put nothing to a name, or nothing that we know of."""
_GENITIVE = frozenset("af da is nb nn no sv".split())
_LONG_ENDINGS = frozenset("et eu fi hu kk ko ky lt lv mn tr uz az".split())
_PREFIXES = {"he": re.compile("^[והבלמשכ]{1,2}(?=.{3})")}
_ADJECTIVE = re.compile("[иіїйьан]{0,2}[сзц]ь?к\\w{1,3}")
"""How Slavic demonyms go on behind the stem of the country: "украи-нский", "ірак-ська"."""
_OPENING = 3
_EXACT, _SHORT, _LONG = 3, 4, 7
_LONG_ENDING, _KOREAN = 5, 9
"""The longest endings of languages that put one to another; Korean ones are counted in letters."""
_DEMONYM_STEM = 6
_MOST_WORDS = 6


class CountryWord(NamedTuple):
    """A range that names a country, or its people where it is no `is_name`."""

    start: int
    end: int
    country: str
    is_name: bool


class _Stem(NamedTuple):
    """The opening that all forms of a word share, and how long their endings are at most."""

    text: str
    ending: int


class _Name(NamedTuple):
    stems: tuple[_Stem, ...]
    country: str


@cache
def _lines() -> Mapping[str, str]:
    packed = resources.files("briefing.lexicon").joinpath("countries_abroad.tsv.gz").read_bytes()
    rows = (line.partition("\t") for line in gzip.decompress(packed).decode().splitlines())
    return {language: names for language, _, names in rows}


@cache
def _written(language: str) -> Mapping[str, str]:
    """The names of countries in a language, each with the English one."""
    cells = (cell.partition("=") for cell in _lines().get(language, "").split("\t") if cell)
    return {name: country for code, _, name in cells if (country := country_of_code(code))}


@cache
def _by_opening(language: str) -> Mapping[str, Sequence[_Name]]:
    """The names by the first letters of their first word, those of most words and letters first."""
    found: defaultdict[str, list[_Name]] = defaultdict(list)
    for name, country in _written(language).items():
        words = name.split()
        stems = tuple(_stem(word, language, is_alone=len(words) == 1) for word in words)
        found[stems[0].text[:_OPENING]].append(_Name(stems, country))
    for names in found.values():
        names.sort(key=lambda n: (-len(n.stems), -sum(len(s.text) for s in n.stems), n))
    return found


def _stem(word: str, language: str, *, is_alone: bool) -> _Stem:
    """What the forms of a word share; in a name of several words the others vouch for it."""
    if language in _UNCHANGING or language in _PREFIXES or len(word) <= _EXACT:
        return _Stem(word, 0)
    if language in _GENITIVE:
        return _Stem(word, 1)
    if language == "ko" or len(word) == _SHORT:
        return _Stem(word, _KOREAN if language == "ko" else 2)
    cut = 2 if len(word) >= _LONG or not is_alone else 1
    stem = word[: len(word) - cut]
    if language in _LONG_ENDINGS:
        # Finnish and its kin shorten a doubled consonant: "Turkki", "Turkin".
        is_doubled = len(stem) > _SHORT and stem[-1] == stem[-2]
        return _Stem(stem[:-1] if is_doubled else stem, _LONG_ENDING)
    return _Stem(stem, cut + 1)


@cache
def is_abroad(language: str | None) -> bool:
    """Whether countries are known in this language, one that is none of the eight."""
    return language in _lines()


def countries_abroad(
    text: str, start: int, end: int, language: str | None
) -> tuple[CountryWord, ...]:
    """Where a range names countries or their people, in a language other than the eight."""
    if language is None or not is_abroad(language):
        return ()
    if language in UNSPACED:
        written = _written(language)
        return tuple(
            CountryWord(first, last, country, is_name=True)
            for first, last in find_unspaced(text, start, end, names_unspaced(language))
            if (country := written.get(text[first:last]))
        )
    return tuple(_in_words(text, start, end, language))


@cache
def names_unspaced(language: str) -> frozenset[str]:
    """Countries and towns as a language without spaces writes them: Mali is not in Mariupol."""
    return town_names().union(_written(language))


def country_abroad(words: str, language: str | None) -> str | None:
    """The English name of the country that the words name, and nothing beside it."""
    found = countries_abroad(words, 0, len(words), language)
    is_whole = len(found) == 1 and (found[0].start, found[0].end) == (0, len(words))
    return found[0].country if is_whole and found[0].is_name else None


def _in_words(text: str, start: int, end: int, language: str) -> Iterator[CountryWord]:
    names, prefix = _by_opening(language), _PREFIXES.get(language)
    words = list(WORD.finditer(text, start, end))
    after = 0
    for at, word in enumerate(words):
        if at < after:
            continue
        led, found = 0, _longest(words[at : at + _MOST_WORDS], names, "")
        if found is None and prefix and (before := prefix.match(word.group())):
            led, found = before.end(), _longest(words[at : at + _MOST_WORDS], names, before.group())
        if found is not None:
            country, size, is_name = found
            after = at + size
            first = word.start() + led
            yield CountryWord(first, words[after - 1].end(), country, is_name)


def _longest(
    words: Sequence[re.Match[str]], names: Mapping[str, Sequence[_Name]], prefix: str
) -> tuple[str, int, bool] | None:
    """The country that the words begin with, in how many words, and whether by its name."""
    first = words[0].group()
    # Turkish parts an ending from a name by an apostrophe.
    keys = [fold(first).partition(" ")[0].removeprefix(prefix)]
    for stems, country in names.get(keys[0][:_OPENING], ()):
        size = len(stems)
        if size > len(words):
            continue
        keys += [fold(w.group()) for w in words[len(keys) : size]]
        is_named = all(map(_is_form, keys, stems)) and (size > 1 or not first[0].islower())
        if is_named or (size == 1 and _is_demonym(keys[0], stems[0])):
            return country, size, is_named
    return None


def _is_form(word: str, stem: _Stem) -> bool:
    """Whether a folded word is a name in one of its cases."""
    return word.startswith(stem.text) and len(word) <= len(stem.text) + stem.ending


def _is_demonym(word: str, stem: _Stem) -> bool:
    """Whether a word makes a country's people of its name: "argentin-ska", "ирак-ский"."""
    if not (word.startswith(stem.text) and stem.ending and len(stem.text) >= _SHORT):
        return False
    ending = word[len(stem.text) :]
    is_long = len(stem.text) >= _DEMONYM_STEM and 0 < len(ending) <= _DEMONYM_STEM
    return is_long or _ADJECTIVE.fullmatch(ending) is not None
