"""Places by name, with their English names."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.places import find_place, find_places

CITIES = {
    ("Antwerp", "Belgium"): ["Antwerpen", "Anvers", "Amberes", "Anversa", "Antwerp"],
    ("Algiers", "Algeria"): ["Alger", "Argel", "Algeri", "Algier", "الجزائر العاصمة"],
    ("Cologne", "Germany"): ["Köln", "Colonia", "Keulen", "Cologne’s"],
    ("The Hague", "Netherlands"): ["Den Haag", "La Haye", "La Haya", "L’Aia", "لاهاي"],
    ("Seville", "Spain"): ["Sevilla", "Séville", "Siviglia"],
    ("Munich", "Germany"): ["München", "Múnich", "Monaco di Baviera"],
    ("Vienna", "Austria"): ["Wien", "Viena", "Vienne"],
    ("Cairo", "Egypt"): ["Le Caire", "El Cairo", "Kairo", "القاهرة", "بالقاهرة"],
    ("Beijing", "China"): ["Pékin", "Peking", "Pekín", "Pechino", "بكين"],
    ("New York", "United States"): ["New York City", "Nueva York", "New York"],
    ("Mexico City", "Mexico"): ["Ciudad de México", "Mexico City"],
}


@pytest.mark.parametrize(
    ("expected", "words"), [(place, w) for place, ws in CITIES.items() for w in ws]
)
def test_cities_have_english_names(expected: tuple[str, str], words: str) -> None:
    record = find_place(words)
    assert record is not None
    assert (record.name, record.country, record.kind) == (*expected, "city")
    assert record.population > 0


def test_countries_and_regions_are_places() -> None:
    assert find_place("Marokko") is not None
    country = find_place("l’Argentine")
    assert country is not None
    assert (country.name, country.kind) == ("Argentina", "country")
    assert country.population > 1_000_000
    region = find_place("Andalousie")
    assert region is not None
    assert (region.name, region.country, region.kind) == ("Andalusia", "Spain", "region")
    sea = find_place("Mittelmeer")
    assert sea is not None
    assert sea.country is None


def test_of_namesakes_the_most_populous_counts() -> None:
    vienna, paris = find_place("Vienna"), find_place("Paris")
    assert vienna is not None
    assert vienna.country == "Austria"
    assert paris is not None
    assert paris.country == "France"


def test_demonyms_and_nonsense_are_no_places() -> None:
    assert find_place("Moroccan") is None
    assert find_place("Xqzzt") is None
    assert find_place("") is None
    assert find_place("a" * 1000) is None


@given(st.text(max_size=60))
def test_any_words_give_a_named_place_or_none(words: str) -> None:
    record = find_place(words)
    assert record is None or record.name


def test_tables_are_not_read_before_they_are_asked_for() -> None:
    code = (
        "from briefing.lexicon import countries, places, roles;"
        "tables = places._table, countries._table, roles._lexicon;"
        "print(*(table.cache_info().currsize for table in tables))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0", "0"]


NAMESAKES = {
    "Valencia": ["Venezuela", "Spain"],
    "Birmingham": ["United Kingdom", "United States"],
    "Tripoli": ["Libya", "Lebanon"],
    "Córdoba": ["Argentina", "Spain", "Mexico"],
}


@pytest.mark.parametrize(("name", "countries"), NAMESAKES.items())
def test_namesakes_in_other_countries_follow_the_most_populous(
    name: str, countries: list[str]
) -> None:
    found = find_places(name)
    assert [p.country for p in found[: len(countries)]] == countries
    assert found[0] == find_place(name)
    assert len({p.country for p in found}) == len(found)


def test_a_transliterated_name_loses_its_marks() -> None:
    found = find_place("صلالة")
    assert found is not None
    assert found.name == "Salalah"


@pytest.mark.parametrize(
    ("english", "others"),
    [
        ("North Sea", ["mer du Nord", "Nordsee", "Noordzee", "بحر الشمال"]),
        ("Baltic Sea", ["Baltic", "Ostsee", "mer Baltique", "Báltico"]),
        ("South America", ["Amérique du Sud", "Südamerika", "América do Sul"]),
    ],
)
def test_seas_and_parts_of_the_world_have_english_names(english: str, others: list[str]) -> None:
    for words in others:
        found = find_place(words)
        assert found is not None
        assert (found.name, found.country, found.kind) == (english, None, "region")
