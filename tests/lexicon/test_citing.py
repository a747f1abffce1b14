"""The words of a range, on one line, and ranges without blanks at their ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.citing import cite_words, fold_lines, trim_range


def test_line_breaks_become_single_spaces() -> None:
    assert fold_lines("One \n\n  two\r\nthree") == "One two three"
    assert cite_words("a\nb c\nd", 2, 5) == "b c"
    assert fold_lines("two  spaces") == "two  spaces"


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_a_trimmed_range_holds_the_same_words(text: str, start: int, end: int) -> None:
    first, last = trim_range(text, start, max(start, end))
    assert first <= last
    assert cite_words(text, first, last) == cite_words(text, start, max(start, end))
    words = text[first:last]
    assert words == words.strip()
