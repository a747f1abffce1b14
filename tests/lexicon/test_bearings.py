"""What the words before a name say of the place that it names."""

from __future__ import annotations

import pytest

from briefing.lexicon.bearings import (
    Bearing,
    Namesake,
    bearing_of,
    is_and,
    is_region_noun,
    namesake_of,
)


@pytest.mark.parametrize(
    ("language", "before", "expected"),
    [
        ("en", "they met in", Bearing.AT),
        ("en", "a road to", Bearing.AWAY),
        ("en", "in the province of", Bearing.PART_OF),
        ("en", "off", Bearing.NEAR),
        ("fr", "réunis à", Bearing.AT),
        ("fr", "au large de", Bearing.NEAR),
        ("fr", "entre", Bearing.AWAY),
        ("es", "viajó a", Bearing.AWAY),
        ("es", "cerca de", Bearing.NEAR),
        ("it", "incontro a", Bearing.AT),
        ("it", "nei pressi di", Bearing.NEAR),
        ("pt", "no governo do estado de", Bearing.PART_OF),
        ("de", "heute in der Stadt", Bearing.AT),
        ("nl", "dichtbij in het dorp", Bearing.AT),
        ("ar", "اليوم في مدينة", Bearing.AT),
        ("ar", "في محافظة", Bearing.PART_OF),
        ("ar", "قرب بلدة", Bearing.NEAR),
        ("en", "happy", Bearing.BARE),
        ("en", "", Bearing.BARE),
    ],
)
def test_a_name_is_tied_to_the_act_in_its_language(
    language: str, before: str, expected: Bearing
) -> None:
    assert bearing_of(before.split(), language) is expected


def test_one_word_may_mean_two_things_in_two_languages() -> None:
    assert is_and("en", "nl")
    assert not is_and("en", "es")
    assert bearing_of(["a"], "it") is Bearing.AT
    assert bearing_of(["a"], "es") is Bearing.AWAY


def test_regions_are_known_by_their_nouns() -> None:
    assert is_region_noun("Province")
    assert is_region_noun("ولاية")
    assert not is_region_noun("harbour")


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("at the port of", "", Namesake.SITE),
        ("dans le port de", "", Namesake.SITE),
        ("the", "airport", Namesake.SITE),
        ("قرب ميناء", "", Namesake.SITE),
        ("le tribunal correctionnel de", "", Namesake.COURT),
        ("the", "Court", Namesake.COURT),
        ("de marathon van", "", Namesake.GATHERING),
        ("she won the", "Marathon", Namesake.GATHERING),
        ("the mayor of", "", None),
        ("a port in", "", None),
        ("she flew to", "on", None),
    ],
)
def test_what_bears_a_towns_name_is_there(
    before: str, behind: str, expected: Namesake | None
) -> None:
    assert namesake_of(before.split(), behind) is expected
