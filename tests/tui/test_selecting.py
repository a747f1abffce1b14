"""Selections by words, sentences and dragging."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.tui.selecting import Selection, by_sentences, by_words, from_drag

TEXT = "The quay opened. Nobody came, it rained. All left."
SENTENCES = (Span(0, 16), Span(17, 40), Span(41, 50))


def words(selection: Selection | Span) -> str:
    return TEXT[selection.start : selection.end]


def test_the_end_goes_by_words() -> None:
    whole = Selection(0, 16)
    assert words(by_words(TEXT, whole, 1)) == "The quay opened. Nobody"
    assert words(by_words(TEXT, whole, -1)) == "The quay"
    one = by_words(TEXT, by_words(TEXT, whole, -1), -1)
    assert words(one) == "The"
    assert by_words(TEXT, one, -1) == one


def test_the_other_end_goes_by_words() -> None:
    second = Selection(17, 40, is_at_end=False)
    assert words(by_words(TEXT, second, 1)) == "came, it rained."
    assert words(by_words(TEXT, second, -1)) == "opened. Nobody came, it rained."
    assert by_words(TEXT, Selection(0, 16, is_at_end=False), -1).start == 0


def test_both_ends_go_by_sentences() -> None:
    first = Selection(0, 16)
    two = by_sentences(SENTENCES, first, 1)
    assert two.end == 40
    assert by_sentences(SENTENCES, two, -1) == first
    assert by_sentences(SENTENCES, first, -1) == first
    back = by_sentences(SENTENCES, Selection(41, 50, is_at_end=False), -1)
    assert (back.start, back.end) == (17, 50)
    assert by_sentences(SENTENCES, back, 1).start == 41


def test_dragging_takes_whole_words_in_either_direction() -> None:
    assert from_drag(TEXT, 6, 19) == from_drag(TEXT, 19, 6) == Span(4, 23)
    assert from_drag(TEXT, 2, 3) == Span(0, 3)
    assert from_drag(TEXT, 3, 3) is None
    assert from_drag("   ", 1, 2) is None


@given(st.text(max_size=60), st.integers(0, 59), st.integers(0, 59))
def test_what_is_dragged_is_words_of_the_page(text: str, one: int, other: int) -> None:
    span = from_drag(text, min(one, len(text)), min(other, len(text)))
    if span is not None:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
