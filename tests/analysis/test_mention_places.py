from __future__ import annotations

import pytest

from briefing.analysis.mention_arabic_towns import arabic_towns
from briefing.analysis.mention_edges import Line
from briefing.analysis.mention_places import (
    arabic_country,
    country_names,
    end_of_city,
    is_sizeable_place,
    place_names,
    places_among_people,
)
from briefing.model import Label, Mention


def countries(text: str) -> list[str]:
    return [m.text for m in country_names(text, 0, len(text))]


def places(text: str, lower: frozenset[str] = frozenset()) -> list[str]:
    return [m.text for m in place_names(text, 0, len(text), lower)]


def test_the_longest_country_name_is_read() -> None:
    assert countries("From Papua New Guinea to Norway") == ["Papua New Guinea", "Norway"]
    assert countries("The Norwegian port of X-Norway") == []


def test_cities_are_found_inside_sentences_only() -> None:
    assert places("they met in Bergen yesterday") == ["Bergen"]
    assert places("Bergen was quiet") == []
    assert places("they met Ingrid Bergen yesterday") == []
    assert places("they met in Bergen", frozenset({"bergen"})) == []


def test_small_places_need_the_tagger() -> None:
    assert not is_sizeable_place("Nowhereville")
    assert is_sizeable_place("Oslo")


def test_a_person_called_like_a_place_is_that_place_unless_a_surname() -> None:
    oslo, holm = Mention(0, 4, "Oslo", Label.PER), Mention(9, 18, "Odile Oslo", Label.PER)
    text, lines = "Oslo and Odile Oslo", [Line(0, 19, "en")]
    assert places_among_people(text, lines, [oslo])[0].label is Label.LOC
    assert places_among_people(text, lines, [oslo, holm])[0].label is Label.PER


@pytest.mark.parametrize(
    ("text", "language", "label"),
    [
        ("Une base à Narvik ouvrira", "fr", Label.LOC),
        ("They met in Narvik again", "en", Label.LOC),
        ("They met with Narvik again", "en", Label.PER),
        ("They met in Nowhereville again", "en", Label.PER),
    ],
)
def test_a_small_town_is_known_by_the_preposition(text: str, language: str, label: Label) -> None:
    word = "Nowhereville" if "Nowhere" in text else "Narvik"
    start = text.index(word)
    person = Mention(start, start + len(word), word, Label.PER)
    line = Line(0, len(text), language)
    assert places_among_people(text, [line], [person])[0].label is label


def test_arabic_towns_are_read_after_words_that_lead_to_towns() -> None:
    def towns(text: str) -> list[str]:
        return [m.text for m in arabic_towns(text, 0, len(text))]

    assert towns("وصل إلى مدينة برشلونة ثم اجتمع في باريس") == ["برشلونة", "باريس"]
    assert towns("رحلة ومدن أخرى في مدينة صغيرة") == []


def test_arabic_countries_come_without_what_is_written_to_them() -> None:
    assert arabic_country("والنرويج") == "النرويج"
    assert arabic_country("النرويج") == "النرويج"
    assert arabic_country("للنرويج") is None
    assert arabic_country("الطريق") is None


def test_a_city_and_its_country_are_told_apart() -> None:
    assert end_of_city(Mention(0, 11, "Oslo Norway", Label.LOC)) == (4, 5)
    assert end_of_city(Mention(0, 10, "New Mexico", Label.LOC)) is None
    assert end_of_city(Mention(0, 11, "Oslo Norway", Label.ORG)) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Il doganiere di Spalato, in Croazia, tace.", Label.LOC),
        ("Il doganiere di Spalato tace.", Label.PER),
        ("Croazia: Spalato dice di no.", Label.PER),
    ],
)
def test_a_town_whose_country_the_page_names_is_that_town(text: str, label: Label) -> None:
    start = text.index("Spalato")
    person = Mention(start, start + len("Spalato"), "Spalato", Label.PER)
    assert places_among_people(text, [Line(0, len(text), "de")], [person])[0].label is label
