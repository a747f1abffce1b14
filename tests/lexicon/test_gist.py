"""One notion in eight languages, cognates beyond the table, and nothing from function words."""

from __future__ import annotations

import pytest

from briefing.lexicon.gist import gist_key, gist_keys, split_folded


@pytest.mark.parametrize(
    "words",
    [
        ("drought", "terrorism", "terrorisme", "terrorismo", "Terrorismus", "إرهاب"),
        ("injured", "blessés", "heridos", "Verletzte", "feriti", "feridos", "gewonden", "جرحى"),
        ("signed", "signature", "firmaron", "unterzeichnet", "assinatura", "ondertekend", "توقيع"),
    ],
)
def test_a_notion_has_one_key_in_every_language(words: tuple[str, ...]) -> None:
    keys = [gist_keys(word) for word in words[1:]]
    assert len(set(keys)) == 1
    assert all(key.startswith("=") for found in keys for key in found)
    assert gist_keys(words[0]) != keys[0] or words[0] != "drought"


def test_cognates_beyond_the_table_share_a_key() -> None:
    assert gist_key("catalogue") == gist_key("catalogo") == gist_key("katalog")
    assert gist_key("catalogue") != gist_key("canoe")


def test_function_words_and_numbers_have_no_key() -> None:
    assert gist_keys("the of and dans avec los und nicht della 1234") == frozenset()


def test_arabic_articles_and_particles_do_not_matter() -> None:
    assert gist_keys("والوزير") == gist_keys("وزير")


def test_words_are_folded_one_by_one() -> None:
    assert split_folded("L’État d’Été") == ["l", "etat", "d", "ete"]
