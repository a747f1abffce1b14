from __future__ import annotations

import pytest

from briefing.lexicon.aligned import fold_words
from briefing.lexicon.calendar import LANGUAGES, date_words, zone_words
from briefing.lexicon.tense import points_ahead, tense_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_months_weekdays_and_day_words(language: str) -> None:
    entries = date_words(language).entries.values()
    assert {e.value for e in entries if e.kind in "Mm"} >= set(range(1, 13))
    assert {e.value for e in entries if e.kind == "W"} == set(range(1, 8))
    assert {e.value for e in entries if e.kind == "R"} >= {-1, 0, 1}
    assert {e.kind for e in entries} >= set("UpLXT")


@pytest.mark.parametrize(
    ("words", "month"),
    [("كانون الثاني", 1), ("يناير", 1), ("جانفي", 1), ("غشت", 8), ("آب", 8), ("أوت", 8)],
)
def test_arabic_months_of_each_region(words: str, month: int) -> None:
    assert date_words("ar").entries[fold_words(words)].value == month


def test_without_a_language_all_are_known() -> None:
    entries = date_words(None).entries
    assert {entries[w].value for w in ("octobre", "october", "oktober", "ottobre")} == {10}


def test_zones_by_name_and_by_city() -> None:
    zones, _ = zone_words()
    assert zones["gmt"] == "GMT"
    assert zones[fold_words("heure de Paris")] == "Europe/Paris"
    assert zones[fold_words("hora local")] == "local"


def test_tense_cues() -> None:
    assert tense_of("signed", "en") == -1
    assert tense_of("will", "en") == 1
    assert tense_of("regresará", "es") == 1
    assert tense_of("firmaron", "es") == -1
    assert tense_of("سيعقد", "ar") == 1
    assert tense_of("سيارة", "ar") == 0
    assert points_ahead("until", "en")
    assert not points_ahead("with", "en")
