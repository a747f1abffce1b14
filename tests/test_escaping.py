from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefing.escaping import one_line, visible

ANY_TEXT = st.text(st.characters(), max_size=200)


@given(ANY_TEXT)
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(visible(text)) == len(text)


@given(ANY_TEXT)
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cs"} and c != "\n"]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=200))
def test_plain_words_are_shown_as_they_are(text: str) -> None:
    assert visible(text) == text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def test_an_escape_sequence_becomes_words() -> None:
    assert visible("a\x1b[31mb") == "a␛[31mb"


def test_an_override_is_seen() -> None:
    assert visible("\u202etxt.exe\u202c") == "⇤txt.exe⇹"


def test_the_line_ends_of_another_system_leave_no_sign() -> None:
    assert visible("one\r\ntwo") == "one \ntwo"


def test_one_line_has_no_breaks() -> None:
    assert one_line(" a\n\n b\tc\u2028") == "a b c␤"
