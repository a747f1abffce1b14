"""Words that tell what kind of event a page reports."""

from __future__ import annotations

import pytest

from briefing.lexicon.event_kinds import ENCOUNTERS, KINDS, kind_of_word, kinds_of
from briefing.lexicon.folding import fold


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("meeting", "meeting"),
        ("réunion", "meeting"),
        ("Treffen", "meeting"),
        ("اجتماع", "meeting"),
        ("الاجتماع", "meeting"),
        ("Klimakonferenz", "summit"),
        ("firmaron", "agreement"),
        ("Abkommen", "agreement"),
        ("déraillement", "accident"),
        ("terremoto", "disaster"),
        ("tornadoes", "disaster"),
        ("verurteilt", "verdict"),
        ("elezioni", "election"),
        ("resigns", "resignation"),
        ("استقالة", "resignation"),
        ("tor", "match"),
    ],
)
def test_a_word_tells_its_kind_in_any_inflection(word: str, kind: str) -> None:
    assert kind_of_word(fold(word)) == kind


@pytest.mark.parametrize("word", ["torque", "table", "Brandolim", "", "a"])
def test_short_stems_do_not_reach_into_other_words(word: str) -> None:
    assert kind_of_word(fold(word)) is None


def test_kinds_are_counted() -> None:
    words = [fold(w) for w in "Ministers met and signed a pact".split()]
    assert kinds_of(words) == {"meeting": 1, "agreement": 2}
    assert set(KINDS) >= ENCOUNTERS
