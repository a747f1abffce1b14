from __future__ import annotations

import pytest

from briefing.lexicon.units import CURRENCIES, counted_class, is_measure_word, measures

WORDS = [
    ("morts", "dead"),
    ("killed", "dead"),
    ("muertos", "dead"),
    ("Todesopfer", "dead"),
    ("قتيلا", "dead"),
    ("blessées", "injured"),
    ("Verletzte", "injured"),
    ("جريحا", "injured"),
    ("interpellations", "arrested"),
    ("navires", "vessels"),
    ("Schiffe", "vessels"),
    ("países", "countries"),
    ("Staaten", "countries"),
    ("دولة", "countries"),
    ("enquêteurs", "investigators"),
    ("Zuschauer", "spectators"),
    ("راكبا", "passengers"),
    ("عربات", "carriages"),
    ("الركاب", "passengers"),
    ("dossiers", "files"),
    ("escaños", "seats"),
    ("zetels", "seats"),
]


@pytest.mark.parametrize(("word", "name"), WORDS)
def test_counted_nouns_share_a_class_across_languages(word: str, name: str) -> None:
    assert counted_class(word) == name


def test_other_words_have_no_class() -> None:
    assert counted_class("die") is None
    assert counted_class("") is None


def test_a_measure_takes_the_written_number_to_one_unit() -> None:
    assert measures()["gw"].symbol == measures()["megawatts"].symbol == "MW"
    assert measures()["gw"].factor == 1000
    assert measures()["francs cfa"].symbol in CURRENCIES


def test_what_makes_a_number_a_quantity() -> None:
    assert is_measure_word("euros")
    assert is_measure_word("menschen")
    assert not is_measure_word("said")
