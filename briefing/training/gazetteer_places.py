"""The rows of the lexicon's table of places: cities and regions with the keys they are found by.

Invariant: a key means the most populous place that bears it first, with the main name going before
an alternate one of a place less than ten times as large, then the namesakes in other countries, one
in each; ties are broken by GeoNames id.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from briefing.lexicon.folding import fold

LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž'‘’][\wÀ-ž'’.\-/() ]{1,39}")
ARABIC_NAME = re.compile(r"[ء-غف-ي][ء-غف-ي \-]{2,39}")
FAR_FROM_OUR_LANGUAGES = frozenset(
    "CN IN RU JP KR KP PH ID TH VN MM BD PK IR UA BY KZ UZ TR MY".split()
)
ALTERNATES_FROM = 300_000
"""Where none of the eight languages is at home, the other names of smaller places are
transliterations from scripts that we do not read."""

MAIN_NAME_WEIGHT = 10
SHORTEST = 2
MOST_NAMESAKES = 6
LEAST_NAMESAKE = 15_000
"""A namesake in another country is kept from this size on."""
_MARKED = re.compile("[āēīōūĀĒĪŌŪḩḨşŞţŢḑḐẕẔ‘’ʿ]")
_OWN_MARKS = frozenset("TR RO MD AZ LV LT TM CY FR IT US NZ".split())
"""Countries that write these marks themselves; elsewhere they are transliteration."""
SMALL_TOWN = 15_000
"""Towns below this size are found by their main name alone."""


class PlaceRow(NamedTuple):
    """One key of places.tsv and the place it means."""

    key: str
    name: str
    country: str
    kind: str
    population: int
    namesakes: tuple[tuple[str, str, int], ...] = ()


def _is_plain(name: str) -> bool:
    """Whether a name is Latin or Arabic as the eight languages write them."""
    if ARABIC_NAME.fullmatch(name):
        return True
    if not LATIN_NAME.fullmatch(name) or name.isupper():
        return False
    marks = unicodedata.normalize("NFD", name)
    return not re.search(
        "[\u0323\u0331\u0327\u032d\u0330\u0332\u02bf\u02be]", marks.replace("ç", "")
    )


def _keys(city: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Folded names of a city with the weight of each."""
    population = max(int(city["population"]), 1)
    yield fold(city["name"]), population * MAIN_NAME_WEIGHT
    is_far = city["countrycode"] in FAR_FROM_OUR_LANGUAGES
    if population < (ALTERNATES_FROM if is_far else SMALL_TOWN):
        return
    for name in city["alternatenames"]:
        if _is_plain(name):
            yield fold(name), population


def english_names(exonyms: Iterable[list[str]]) -> dict[tuple[str, str], str]:
    """English names by country and folded main or other name."""
    chosen = {}
    for country, english, others in exonyms:
        for name in (english, *others.split(",")):
            chosen[country, fold(name)] = english
    return chosen


def region_rows(regions: Iterable[list[str]]) -> list[PlaceRow]:
    """The rows of regions, islands and seas, under each of their names."""
    rows: dict[str, PlaceRow] = {}
    for country, english, others in regions:
        for name in (english, *others.split(",")):
            key = fold(name)
            if key:
                rows.setdefault(key, PlaceRow(key, english, country, "region", 0))
    return list(rows.values())


def plain_name(city: dict[str, Any]) -> str:
    """A city's name without the marks of a transliteration: "Şalālah" is Salalah."""
    name = str(city["name"])
    if city["countrycode"] in _OWN_MARKS or not _MARKED.search(name):
        return name
    bare = unicodedata.normalize("NFD", _MARKED.sub(_without_mark, name))
    return "".join(c for c in bare if not unicodedata.combining(c))


def _without_mark(match: re.Match[str]) -> str:
    letter = unicodedata.normalize("NFD", match.group())[0]
    return letter if letter.isalpha() and letter.isascii() else ""


def city_rows(
    cities: Iterable[dict[str, Any]], english: dict[tuple[str, str], str], taken: set[str]
) -> list[PlaceRow]:
    """The rows of all cities; keys in `taken` (countries, regions) are left to those."""
    exonyms: dict[tuple[str, str], list[str]] = {}
    for (country, key), name in english.items():
        exonyms.setdefault((country, name), []).append(key)
    bearers: dict[str, list[tuple[int, int, PlaceRow]]] = {}
    for city in sorted(cities, key=lambda c: int(c["geonameid"])):
        country = city["countrycode"]
        name = english.get((country, fold(city["name"])), plain_name(city))
        keys = [*_keys(city)]
        keys += [(key, keys[0][1]) for key in exonyms.get((country, name), ())]
        for key, weight in keys:
            if key in taken or len(key) < SHORTEST or key.isdigit():
                continue
            row = PlaceRow(key, name, country, "city", int(city["population"]))
            bearers.setdefault(key, []).append((-weight, int(city["geonameid"]), row))
    return [_with_namesakes(sorted(found)) for found in bearers.values()]


def _with_namesakes(found: list[tuple[int, int, PlaceRow]]) -> PlaceRow:
    """The first of a key's bearers with the first one in each other country."""
    best = found[0][2]
    others: dict[str, PlaceRow] = {}
    for _, _, row in found[1:]:
        if row.country != best.country and row.population >= LEAST_NAMESAKE:
            others.setdefault(row.country, row)
    kept = list(others.values())[:MOST_NAMESAKES]
    return best._replace(namesakes=tuple((r.name, r.country, r.population) for r in kept))
