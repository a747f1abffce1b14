"""Countries in other languages than the eight, in the forms that their grammars make."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.countries_abroad import (
    CountryWord,
    countries_abroad,
    country_abroad,
    is_abroad,
)


def named(text: str, language: str) -> list[tuple[str, str, bool]]:
    found = countries_abroad(text, 0, len(text), language)
    return [(text[f.start : f.end], f.country, f.is_name) for f in found]


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("ru", "переговоры в Иране", "Iran"),
        ("ru", "власти Саудовской Аравии", "Saudi Arabia"),
        ("ru", "в США", "United States"),
        ("uk", "уряд Хорватії", "Croatia"),
        ("pl", "w Chorwacji", "Croatia"),
        ("cs", "v Rusku", "Russia"),
        ("fi", "hallitus Venäjän rajalla", "Russia"),
        ("fi", "Turkin hallitus", "Turkey"),
        ("sv", "i Sveriges riksdag", "Sweden"),
        ("ro", "guvernul Suediei", "Sweden"),
        ("el", "στις Ηνωμένες Πολιτείες", "United States"),
        ("tr", "Yunanistan'dan", "Greece"),
        ("id", "di Mesir", "Egypt"),
        ("fa", "دولت ایران", "Iran"),
        ("he", "ממשלת צרפת", "France"),
        ("hi", "पाकिस्तान में", "Pakistan"),
        ("ko", "러시아는", "Russia"),
        ("zh", "代表团在瑞典会谈", "Sweden"),
        ("ja", "韓国の大統領", "South Korea"),
        ("th", "รัฐบาลรัสเซีย", "Russia"),
    ],
)
def test_a_country_is_found_in_its_case(language: str, text: str, country: str) -> None:
    assert [(c, is_name) for _, c, is_name in named(text, language)] == [(country, True)]


def test_a_hebrew_preposition_is_no_part_of_the_name() -> None:
    assert named("ברוסיה", "he") == [("רוסיה", "Russia", True)]


def test_a_demonym_names_the_country_but_is_no_name() -> None:
    assert named("украинский министр", "ru") == [("украинский", "Ukraine", False)]
    assert country_abroad("украинский", "ru") is None


def test_words_that_only_begin_alike_name_no_country() -> None:
    assert named("первый индекс, Индиана, малина, кубок", "ru") == []
    assert named("mesin baru", "id") == []


def test_a_town_that_begins_like_a_country_is_no_country() -> None:
    assert named("马里乌波尔", "zh") == []
    assert named("马里", "zh") == [("马里", "Mali", True)]


def test_the_eight_languages_have_tables_of_their_own() -> None:
    assert not any(map(is_abroad, ("en", "fr", "es", "de", "it", "pt", "ar", "nl", "und", None)))
    assert named("Suomi", "en") == []


def test_only_a_whole_name_is_the_country() -> None:
    assert country_abroad("Швеции", "ru") == "Sweden"
    assert country_abroad("посол Швеции", "ru") is None


@given(st.text(max_size=60), st.sampled_from(["ru", "fi", "zh", "he", "ko", "xx"]))
def test_ranges_are_in_order_and_inside(text: str, language: str) -> None:
    found = countries_abroad(text, 0, len(text), language)
    places = [n for f in found for n in (f.start, f.end)]
    assert places == sorted(places)
    assert all(isinstance(f, CountryWord) and 0 <= f.start < f.end <= len(text) for f in found)
