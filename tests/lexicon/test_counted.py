"""Classes of counted nouns: forms of eight languages, compounds, and words that count nothing."""

from __future__ import annotations

from importlib import resources

import pytest

from briefing.lexicon.counted import LANGUAGES, counted_class, is_human
from briefing.lexicon.folding import fold

ROWS = [
    line.split("\t")
    for line in (resources.files("briefing.lexicon") / "counted.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
]
FEWEST_LANGUAGES = 6
"""What one language says in one word, another may say in two, which a table of words lacks."""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("navires ships Schiffe buques navi navios schepen سفينة", "vessels"),
        ("firefighters pompiers bomberos Feuerwehrleute brandweerlieden bombeiros", "firefighters"),
        ("votes voix votos Stimmen voti stemmen", "votes"),
        ("dead morts muertos Tote morti mortos doden قتلى", "dead"),
        ("storeys étages verdiepingen piani andares طابقا", "floors"),
        ("journalists periodistas Journalistinnen giornalisti صحفيين", "journalists"),
        ("landslides deslizamientos Erdrutsche frane aardverschuivingen", "landslides"),
    ],
)
def test_forms_of_one_thing_have_one_class(words: str, name: str) -> None:
    assert {counted_class(word) for word in words.split()} == {name}


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Unterwasserdrohnen", "drones"),
        ("havenarbeiders", "workers"),
        ("Mitangeklagte", "suspects"),
        ("dockworkers", "workers"),
        ("Grundschullehrerinnen", "workers"),
        ("friendships", None),
        ("Verteidigungsausgaben", None),
        ("drohnen", "drones"),
    ],
)
def test_a_compound_is_of_its_last_parts_class(word: str, name: str | None) -> None:
    assert counted_class(word) == name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("جنديا", "soldiers"),
        ("جنديين", "soldiers"),
        ("طائرتان", "aircraft"),
        ("سيارات", "vehicles"),
        ("الصحفيون", "journalists"),
        ("بال", None),
    ],
)
def test_arabic_case_dual_and_regular_plural_are_forms_of_a_noun(
    word: str, name: str | None
) -> None:
    assert counted_class(word, "ar") == name


@pytest.mark.parametrize(
    ("word", "language", "name"),
    [
        ("case", "en", "cases"),
        ("case", "it", "houses"),
        ("times", "pt", "teams"),
        ("times", "en", "times"),
        ("times", None, None),
        ("courses", "fr", "races"),
        ("courses", "en", "courses"),
        ("ships", "sv", "vessels"),
    ],
)
def test_a_word_of_two_languages_counts_what_its_own_says(
    word: str, language: str | None, name: str | None
) -> None:
    assert counted_class(word, language) == name


def test_only_people_can_be_hurt() -> None:
    assert is_human("firefighters")
    assert is_human("journalists")
    assert not is_human("vessels")


def test_the_table_has_a_column_for_each_language_and_few_empty_cells() -> None:
    assert {len(row) for row in ROWS} == {1 + len(LANGUAGES)}
    filled = {row[0]: sum(bool(cell) for cell in row[1:]) for row in ROWS}
    assert [name for name, count in filled.items() if count < FEWEST_LANGUAGES] == []


def test_classes_stand_once_and_in_order() -> None:
    names = [row[0] for row in ROWS]
    assert names == sorted(set(names))


@pytest.mark.parametrize("language", LANGUAGES)
def test_within_a_language_a_word_has_one_class(language: str) -> None:
    found: dict[str, set[str]] = {}
    for row in ROWS:
        for word in row[1 + LANGUAGES.index(language)].split():
            found.setdefault(fold(word).replace("ى", "ي"), set()).add(row[0])
    assert {word: names for word, names in found.items() if len(names) > 1} == {}


def test_words_are_single_and_not_repeated_in_a_cell() -> None:
    for name, *cells in ROWS:
        for cell in cells:
            words = [fold(word) for word in cell.split()]
            assert all(word and " " not in word for word in words), name
            assert len(cell.split()) == len(set(cell.split())), name
