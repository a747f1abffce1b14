"""Names in other scripts meet their Latin forms by sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.folding import fold
from briefing.lexicon.skeletons import is_abjad, romanise, skeleton, sound_key


@pytest.mark.parametrize(
    ("latin", "other"),
    [
        ("karim", "كريم"),
        ("gharbi", "الغربي"),
        ("kamran", "کامران"),
        ("sobolev", "Соболев"),
        ("tereshchenko", "Терещенко"),
        ("dimitrakos", "Δημητράκος"),
        ("stamatopulos", "Σταματόπουλος"),
        ("tanaka", "タナカ"),
    ],
)
def test_a_name_has_one_sound_in_two_scripts(latin: str, other: str) -> None:
    assert sound_key(latin)
    assert sound_key(fold(other)) == sound_key(latin)


def test_endings_behind_four_consonants_do_not_matter() -> None:
    assert sound_key(fold("Терещенком")) == sound_key("tereshchenko")


def test_what_has_few_consonants_has_no_sound_key() -> None:
    assert sound_key("lia") == sound_key(fold("Ия")) == sound_key("12") == ""


def test_latin_and_arabic_letters_stay_as_they_are() -> None:
    assert romanise("maren") == "maren"
    assert romanise("كريم") == "كريم"
    assert romanise("соболев") == "sobolev"
    assert is_abjad("כהן")
    assert not is_abjad("соболев")


@given(st.text(max_size=20))
def test_any_text_has_a_skeleton(text: str) -> None:
    assert isinstance(skeleton(fold(text)), str)
    assert len(sound_key(fold(text))) <= 4
