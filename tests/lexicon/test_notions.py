"""What a word stands for, whatever the language."""

from __future__ import annotations

import pytest

from briefing.lexicon.notions import notions_of


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("floods", "en"),
        ("inondations", "fr"),
        ("inundaciones", "es"),
        ("Überschwemmungen", "de"),
        ("alluvioni", "it"),
        ("inundações", "pt"),
        ("overstromingen", "nl"),
        ("فيضانات", "ar"),
    ],
)
def test_one_notion_in_eight_languages(word: str, language: str) -> None:
    assert "=flood" in notions_of(word, language)


def test_counted_things_are_told_from_notions_and_stand_in_their_language() -> None:
    assert "#vessels" in notions_of("navires", "fr")
    assert notions_of("navires", "fr") == tuple(sorted(notions_of("navires", "fr")))
    assert not notions_of("Kjell", "en")
    assert not notions_of("of", "en")
