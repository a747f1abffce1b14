"""Names of organisations taken apart: bodies of several countries, words that bodies share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.organisations import body_named, is_acronym, is_portfolio, take_apart

BODIES = {
    "European Union": [
        "European Union", "the EU", "E.U.", "Union européenne", "l’Union européenne",
        "Unión Europea", "Europäischen Union", "Unione europea", "União Europeia",
        "Europese Unie", "الاتحاد الأوروبي", "للاتحاد الأوروبي",
    ],
    "United Nations": [
        "United Nations", "ONU", "Onu", "Nations unies", "Naciones Unidas", "Vereinten Nationen",
        "Verenigde Naties", "الأمم المتحدة", "بالأمم المتحدة",
    ],
    "Eurozone": ["Eurozone", "zone euro", "zona del euro", "Eurozona", "منطقة اليورو"],
    "NATO": ["NATO", "Nato", "OTAN", "Otan", "l’Alliance atlantique"],
    "World Bank": ["Banque mondiale", "Banco Mundial", "Weltbank", "البنك الدولي"],
    "International Organization for Migration": [
        "IOM", "OIM", "Internationalen Organisation für Migration",
        "Organisation internationale pour les migrations",
    ],
    "European Investment Bank": ["Banca europea per gli investimenti", "Europese Investeringsbank"],
}  # fmt: skip


@pytest.mark.parametrize(("body", "name"), [(b, n) for b, names in BODIES.items() for n in names])
def test_a_body_of_several_countries_has_one_english_name(body: str, name: str) -> None:
    bare = name.removeprefix("the ")
    assert body_named(bare) == body


@pytest.mark.parametrize("name", ["who", "un", "Eu", "Union", "European", "Onega", "", "Una"])
def test_everyday_words_are_no_bodies(name: str) -> None:
    assert body_named(name) is None


def test_an_arabic_name_cut_too_late_is_still_its_body() -> None:
    assert body_named("الاتحاد الأوروبي بالكامل") == "European Union"


SAME_WORDS = [
    ("interior ministry", [
        "Ministry of the Interior", "Interior Ministry", "ministère de l’Intérieur",
        "Ministerio del Interior", "Innenministerium", "Innenministeriums",
        "ministero dell’Interno", "Ministério da Administração Interna", "وزارة الداخلية",
        "ministerie van Binnenlandse Zaken",
    ]),
    ("foreign ministry", [
        "Foreign Ministry", "Ministry of Foreign Affairs", "Auswärtiges Amt",
        "Auswärtigen Amtes", "ministère des Affaires étrangères", "وزارة الخارجية",
    ]),
    ("bank central", ["Central Bank", "Banque centrale", "Zentralbank", "البنك المركزي"]),
    ("court supreme", ["Supreme Court", "Tribunal Supremo", "Cour suprême", "المحكمة العليا"]),
    ("criminal federal office police", ["Federal Criminal Police Office", "Bundeskriminalamt"]),
    ("national police", ["National Police", "Policía Nacional", "Nationalpolizei"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "name"), [(w, n) for w, names in SAME_WORDS for n in names])
def test_translations_have_the_same_words(words: str, name: str) -> None:
    found = take_apart(name)
    assert found.is_generic
    assert sorted(found.words) == sorted(words.split())


def test_a_country_in_a_name_is_told_from_its_words() -> None:
    found = take_apart("Banco Central del Uruguay")
    assert (sorted(found.words), found.rest, found.country) == (["bank", "central"], (), "Uruguay")
    assert take_apart("Moroccan Interior Ministry").country == "Morocco"


def test_a_part_of_the_world_makes_a_body_the_only_one() -> None:
    found = take_apart("Confederation of African Football")
    assert found.is_scoped
    assert not found.is_generic
    assert found.words == take_apart("Confédération africaine de football").words


def test_proper_names_are_left_over() -> None:
    found = take_apart("Selkirk Harbour Trust")
    assert not found.is_generic
    assert "selkirk" in found.rest


@pytest.mark.parametrize(
    ("name", "expected"),
    [("KPA", True), ("U.N.", True), ("AfDB", True), ("Kpa", False), ("McDonald", False),
     ("Harbour", False), ("", False), ("A", False)],
)  # fmt: skip
def test_acronyms_are_written_in_capitals(name: str, *, expected: bool) -> None:
    assert is_acronym(name) is expected


def test_what_a_ministry_is_of_can_stand_for_it() -> None:
    assert is_portfolio("Interior")
    assert is_portfolio("l’Intérieur")
    assert not is_portfolio("Interior Design Group")


@given(st.text(max_size=300))
def test_any_text_can_be_taken_apart(text: str) -> None:
    found = take_apart(text)
    assert found == take_apart(text)
    assert body_named(text) is None or body_named(text)


def test_a_hostile_name_is_not_looked_at() -> None:
    assert take_apart("bank " * 100_000).words == frozenset()
    assert body_named("bank" * 100_000) is None
