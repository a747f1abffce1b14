"""Words with a capital that name nobody."""

from __future__ import annotations

import pytest

from briefing.lexicon.no_names import CALLS, is_german_noun


@pytest.mark.parametrize("word", ["Bussturz", "Kohleexport", "Mittwochfrüh", "EU-Beitritt"])
def test_german_compounds_of_things_and_acts_are_nouns(word: str) -> None:
    assert is_german_noun(word)


@pytest.mark.parametrize("word", ["Altwerder", "Kahlert", "Karlsruhe", "Bundesbank"])
def test_names_are_none(word: str) -> None:
    assert not is_german_noun(word)


def test_calls_are_folded() -> None:
    assert {"subscribe", "suscribete", "ecrivez"} <= CALLS
