"""Names across spellings, scripts and lengths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.entities.names import SAME_NAME, is_part_of, name_likeness, name_parts

SAME = [
    ("Mohammed Ould Sheikh", "Mohamed Uld Cheikh"),
    ("Karim Benzaoui", "كريم بنزاوي"),
    ("Jörg Müllenbach", "Joerg Muellenbach"),
    ("Pieter Van Loo", "Pieter Vanloo"),
    ("Aïssatou M’Baye", "Aissatou Mbaye"),
    ("Carlos Ortega Ruiz", "Carlos Ortega"),
    ("J. Laporte", "Jean Laporte"),
    ("Anis Gharbi", "أنيس الغربي"),
]
OTHERS = [
    ("Maria Perez", "Mario Perez"),
    ("John Carter", "Joan Carter"),
    ("Moussa Keita", "Moussa Traore"),
    ("Liesbeth Peeters", "Pieter Peeters"),
    ("Ahmed Ben Ali", "Ahmed Ben Salah"),
    ("Karim Benzaoui", "سليم بنزاوي"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_spellings_of_one_name_are_alike(one: str, two: str) -> None:
    assert name_likeness(name_parts(one), name_parts(two)) >= SAME_NAME


@pytest.mark.parametrize(("one", "two"), OTHERS)
def test_other_peoples_names_are_not(one: str, two: str) -> None:
    assert name_likeness(name_parts(one), name_parts(two)) < SAME_NAME


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Laporte", "Jean Laporte", True),
        ("Jean", "Jean Laporte", False),
        ("Ould Salem", "Sidi Ahmed Ould Salem", True),
        ("Ortega", "Carlos Ortega Ruiz", True),
        ("Carlos Ortega Ruiz", "Ortega", False),
        ("Dupont", "Jean Laporte", False),
    ],
)
def test_a_short_form_stands_for_a_full_name(short: str, full: str, *, expected: bool) -> None:
    assert is_part_of(name_parts(short), name_parts(full)) is expected


@pytest.mark.parametrize(
    ("latin", "other"),
    [
        ("Pavel Soroka", "Павел Сорока"),
        ("Nikos Dimitrakos", "Νίκος Δημητράκος"),
        ("Omid Karimian", "امید کریمیان"),
        ("Kenta Tanaka", "ケンタ タナカ"),
    ],
)
def test_full_names_meet_across_scripts(latin: str, other: str) -> None:
    assert name_likeness(name_parts(latin), name_parts(other)) >= SAME_NAME


def test_other_names_stay_apart_across_scripts() -> None:
    assert name_likeness(name_parts("Pavel Soroka"), name_parts("Иван Лесной")) < SAME_NAME


names = st.text(st.characters(categories=["L", "Zs", "Pd", "Po"]), max_size=30).map(name_parts)


@given(names, names)
def test_likeness_is_symmetric_and_bounded(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    likeness = name_likeness(one, two)
    assert likeness == name_likeness(two, one)
    assert 0.0 <= likeness <= 1.0


@given(names)
def test_a_name_is_like_itself(name: tuple[str, ...]) -> None:
    assert name_likeness(name, name) == 1.0
