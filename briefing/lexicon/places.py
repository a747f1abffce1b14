"""Places by name: countries, regions, seas, and the world's cities, with their English names.

Invariant: a name means one place first, always the same: a country before a region before a city,
and of several cities the most populous; its namesakes in other countries come after it. The table
is one sorted text that is searched by bisection, so that nothing but its bytes is held; it is
unpacked when a place is first looked up. The table is made by `briefing.training.gazetteer` from
GeoNames (CC BY 4.0), see SOURCES.md.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

from briefing.lexicon.countries import (
    country_named,
    country_of_code,
    is_country_name,
    population_of,
)
from briefing.lexicon.folding import fold
from briefing.lexicon.unspaced import town_unspaced

_LONGEST = 80
_ARABIC_PREFIX = re.compile(r"^[وف]?[بلك]?(?=ال\w{2})|^[وف]?(?=لل\w{2})|^[وفبلك](?=\w{3})")
_GENERIC = re.compile(
    r"^(?:(?:the )?(?:city|town|province|region|port|state|island) of (?:the )?"
    r"|(?:ville|region|province|port|etat|ile) (?:de la|de l|d|de|du|des) "
    r"|(?:ciudad|provincia|region|puerto|isla|citta|regione|porto|cidade|ilha) "
    r"(?:de la|de|del|di|da|do) "
    r"|مدينة |اقليم |ولاية |محافظة )"
)

LOCATIVES = frozenset(
    "in at near outside a en au aux pres bei nahe cerca junto presso vicino em no na perto"
    " te bij nabij في ب قرب".split()
)
"""What says that something happens at the place named next; folded."""

NAMED_AFTER_PEOPLE = frozenset(
    (
        "United States|Canada|Mexico|Guatemala|Honduras|El Salvador|Nicaragua|Costa Rica|Panama"
        "|Cuba|Dominican Republic|Puerto Rico|Colombia|Venezuela|Ecuador|Peru|Bolivia|Chile"
        "|Argentina|Uruguay|Paraguay|Brazil|Philippines|Australia|New Zealand|India|Pakistan"
    ).split("|")
)
"""Countries many of whose towns bear the names of people, so that a name tells little."""


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A place: its English name and country; population 0 where the table has none."""

    name: str
    country: str | None
    kind: Literal["country", "city", "region"]
    population: int


@cache
def _table() -> bytes:
    packed = resources.files("briefing.lexicon").joinpath("places.tsv.gz").read_bytes()
    return gzip.decompress(packed)


def _bisect(key: bytes) -> list[str] | None:
    """The fields of the line that starts with a key; the lines are sorted by their bytes."""
    table, wanted = _table(), key + b"\t"
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", 0, middle) + 1
        end = table.index(b"\n", middle)
        line = table[start:end]
        if line.startswith(wanted):
            return line.decode().split("\t")[1:]
        if line < wanted:
            low = end + 1
        else:
            high = start
    return None


def _keys(words: str) -> list[str]:
    key = fold(words)
    keys = [key, key.removesuffix(" s"), _GENERIC.sub("", key)]
    if not key.isascii():
        bare = _ARABIC_PREFIX.sub("", key)
        keys += [bare, "ال" + bare.removeprefix("لل"), bare.removeprefix("ال")]
    return list(dict.fromkeys(k for k in keys if k))


@lru_cache(maxsize=16384)
def find_places(words: str) -> tuple[PlaceRecord, ...]:
    """The places that the words name, in any of the eight languages, the likeliest first."""
    if len(words) > _LONGEST:
        return ()
    if is_country_name(words):
        country = country_named(words)
        known = (
            PlaceRecord(country, country, "country", population_of(country)) if country else None
        )
        return (known,) if known else ()
    for key in _keys(words):
        fields = _bisect(key.encode())
        if fields:
            name, code, kind, population, *others = fields
            kind_of_place: Literal["region", "city"] = "region" if kind == "r" else "city"
            first = PlaceRecord(name, country_of_code(code), kind_of_place, int(population))
            namesakes = zip(others[::3], others[1::3], others[2::3], strict=True)
            return (
                first,
                *(PlaceRecord(n, country_of_code(c), "city", int(p)) for n, c, p in namesakes),
            )
    town = town_unspaced(words)
    if town is None:
        return ()
    return (PlaceRecord(town.name, country_of_code(town.country), "city", town.population),)


def find_place(words: str) -> PlaceRecord | None:
    """The place that the words name first, in any of the eight languages; no demonyms."""
    found = find_places(words)
    return found[0] if found else None


@lru_cache(maxsize=4096)
def is_place_name(words: str) -> bool:
    """Whether the words as they stand, with nothing cut from them, are the name of a place."""
    return is_country_name(words) or _bisect(fold(words).encode()) is not None
