"""Acronyms and the names that pages explain them by."""

from __future__ import annotations

import pytest

from briefing.entities.acronyms import (
    Expansion,
    acronym_key,
    can_be_one,
    expansions_in,
    spells,
    split_name,
)
from tests.entities.pages import page


@pytest.mark.parametrize(
    ("acronym", "full", "expected"),
    [
        ("KPT", "Kelp and Pearl Trust", True),
        ("SNPK", "Société nationale des ports de Korvie", True),
        ("BGA", "Bundesgezeitenamt", True),
        ("KPT", "Trust of Kelp", False),
        ("BGA", "Federal Tide Office", False),
        ("KPT", "", False),
    ],
)
def test_an_acronym_is_spelt_by_initials(acronym: str, full: str, *, expected: bool) -> None:
    assert spells(acronym, full) is expected


EXPLAINED = [
    ("The Kelp Trust (KT) met.", ["Kelp Trust"], "KT"),
    ("The Kelp Trust [K.T.] met.", ["Kelp Trust"], "KT"),
    ("Le Fonds des algues (« FA ») agit.", ["Fonds des algues"], "FA"),
    ("Das Algenamt (kurz: AA) tagt.", ["Algenamt"], "AA"),
    ("The Kelp Trust (founded 1990) met.", ["Kelp Trust"], None),
    ("The Kelp Trust (Norway) met.", ["Kelp Trust"], None),
    ("Kelp Trust, or KT, met.", ["Kelp Trust", "KT"], "KT"),
    ("Kelp Trust, XY, met.", ["Kelp Trust", "XY"], None),
]


@pytest.mark.parametrize(("text", "bodies", "acronym"), EXPLAINED)
def test_what_a_page_explains(text: str, bodies: list[str], acronym: str | None) -> None:
    found = [e.acronym for e in expansions_in(page(f"News\n{text}", organisations=bodies))]
    assert found == ([acronym] if acronym else [])


def test_full_stops_do_not_matter() -> None:
    assert acronym_key("K.T.") == "KT"
    assert split_name("Kelp Trust (KT)") == ("Kelp Trust", "KT")
    assert split_name("Kelp Trust") == ("Kelp Trust", None)


def expansion(full: str, language: str, country: str | None = None) -> Expansion:
    return Expansion("KFA", full, "a.txt", language, country)


def test_names_of_one_acronym_that_can_be_one_body() -> None:
    german = expansion("Korvisches Fischereiamt", "de")
    assert can_be_one(expansion("Korvian Fishery Agency", "en"), german)
    assert not can_be_one(
        expansion("Kelp Farmers Alliance", "en"), expansion("Korvian Fencing Academy", "en")
    )
    assert not can_be_one(
        expansion("Fishery Office", "en", "Norway"), expansion("Fishery Office", "fr", "Peru")
    )
