"""Classes of counted nouns: forms of eight languages, compounds, and words that count nothing."""

from __future__ import annotations

import pytest

from briefing.lexicon.counted import counted_class, is_human


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("navires ships Schiffe buques navi navios schepen سفينة", "vessels"),
        ("firefighters pompiers bomberos Feuerwehrleute brandweerlieden bombeiros", "firefighters"),
        ("votes voix votos Stimmen voti stemmen", "votes"),
        ("dead morts muertos Tote morti mortos doden قتلى", "dead"),
        ("storeys étages verdiepingen piani andares طابقا", "floors"),
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
        ("friendships", None),
        ("Verteidigungsausgaben", None),
        ("drohnen", "drones"),
    ],
)
def test_a_compound_is_of_its_last_parts_class(word: str, name: str | None) -> None:
    assert counted_class(word) == name


def test_only_people_can_be_hurt() -> None:
    assert is_human("firefighters")
    assert not is_human("vessels")
