"""States and provinces are known by their names, with or without the noun for them."""

from __future__ import annotations

import pytest

from briefing.lexicon.places import find_place
from briefing.lexicon.subdivisions import bare_region, find_subdivision


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        ("Jalisco", "Jalisco", "Mexico"),
        ("estado de Jalisco", "Jalisco", "Mexico"),
        ("Karnataka state", "Karnataka", "India"),
        ("province de la Mongala", "Mongala", "Democratic Republic of the Congo"),
        ("North Kivu", "North Kivu", "Democratic Republic of the Congo"),
    ],
)
def test_a_region_is_found_by_its_name(words: str, name: str, country: str) -> None:
    assert find_subdivision(words) == (name, country)


@pytest.mark.parametrize("words", ["Oslo", "Salzburg", "Norway", "Quaxland", "", "x" * 200])
def test_what_is_a_town_or_unknown_is_no_region(words: str) -> None:
    assert find_subdivision(words) is None


def test_towns_of_the_table_keep_their_names() -> None:
    for town in ("Bari", "Leuven", "Zaragoza", "Utrecht"):
        place = find_place(town)
        assert place is not None
        assert place.kind == "city"
        assert find_subdivision(town) is None


def test_the_noun_for_a_region_is_no_part_of_its_name() -> None:
    assert bare_region("Province of Quax") == bare_region("Quax Province") == "quax"
    assert bare_region("province") == "province"
