"""Large firms are known by name."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_bodies import known_bodies
from briefing.lexicon.firms import words_of_firm
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS


@pytest.mark.parametrize(
    ("words", "size"),
    [
        (["Air", "France", "says"], 2),
        (["AIR", "FRANCE"], 2),
        (["Air", "raids"], 0),
        (["Lufthansa", "strikes"], 1),
        (["أرامكو", "السعودية"], 2),
        (["Orvanti"], 0),
    ],
)
def test_the_longest_name_is_read(words: list[str], size: int) -> None:
    assert words_of_firm(words) == size


def test_no_function_word_is_a_firm() -> None:
    assert not [word for word in ALL_FUNCTION_WORDS if words_of_firm([word])]


def test_firms_are_marked_in_a_line() -> None:
    text = "Talks between Lufthansa and Air France ended."
    assert [m.text for m in known_bodies(text, 0, len(text))] == ["Lufthansa", "Air France"]
