"""One notion in eight languages, cognates beyond the table, and nothing from function words."""

from __future__ import annotations

from importlib import resources

import pytest

from briefing.lexicon.gist import gist_key, gist_keys, split_folded

FEWEST_FORMS = 2


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


ROWS = [
    line.split("\t")
    for line in (resources.files("briefing.lexicon") / "gist.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
]


def test_notions_stand_once_and_in_order() -> None:
    names = [row[0] for row in ROWS]
    assert names == sorted(set(names))
    assert {len(row) for row in ROWS} == {2}


def test_every_notion_has_forms_of_several_languages() -> None:
    assert [name for name, forms in ROWS if len(forms.split()) < FEWEST_FORMS] == []


@pytest.mark.parametrize(
    ("words", "notion"),
    [
        ("acquitted absuelto freigesprochen assolto absolvido vrijgesproken", "acquit"),
        ("drought sécheresse sequía Dürre siccità seca droogte جفاف", "drought"),
        ("postponed retraso verschoben rinvio adiamento uitgesteld تأجيل", "delay"),
        ("ceasefire trêve tregua Waffenruhe wapenstilstand هدنة", "ceasefire"),
        ("tunnels túneles Tunnel túnel نفق", "tunnel"),
    ],
)
def test_what_happens_has_one_notion(words: str, notion: str) -> None:
    assert {gist_key(word) for word in split_folded(words)} == {f"={notion}"}


@pytest.mark.parametrize(
    ("word", "notion"),
    [
        ("stability", "knife"),
        ("jefe", "king"),
        ("muschio", "music"),
        ("bergamo", "mountain"),
        ("comprehensive", "acquire"),
        ("nombre", "appoint"),
        ("forgotten", "fake"),
        ("autoridades", "author"),
        ("razzismo", "missile"),
        ("liberalism", "release"),
    ],
)
def test_a_stem_does_not_catch_other_words(word: str, notion: str) -> None:
    assert gist_key(word) != f"={notion}"
