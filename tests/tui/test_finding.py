from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Span
from briefing.tui.finding import find_all, ordinal, step

PLACES = (Span(2, 4), Span(10, 12), Span(20, 22))


@given(st.text(max_size=60), st.text(max_size=4))
def test_matches_are_in_order_and_do_not_overlap(text: str, words: str) -> None:
    found = find_all(text, words)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= span.start < span.end <= len(text) for span in found)


@given(st.text(st.sampled_from("abÉé \n"), min_size=1, max_size=30))
def test_every_word_of_a_text_is_found_in_it(text: str) -> None:
    for word in text.split():
        assert find_all(text, word)


def test_case_accents_and_line_breaks_do_not_matter() -> None:
    text = "Été à\nVarna, ÉTÉ à Varna"
    assert [text[s.start : s.end] for s in find_all(text, "ete a varna")] == [
        "Été à\nVarna",
        "ÉTÉ à Varna",
    ]


def test_nothing_is_found_for_no_words() -> None:
    assert find_all("words", "  ") == ()


def test_stepping_goes_round_the_ends() -> None:
    assert step(PLACES, PLACES[2], 0, 1) == PLACES[0]
    assert step(PLACES, PLACES[0], 0, -1) == PLACES[2]


def test_stepping_begins_at_what_is_in_view() -> None:
    assert step(PLACES, None, 11, 1) == PLACES[2]
    assert step(PLACES, None, 11, -1) == PLACES[1]
    assert step(PLACES, None, 99, 1) == PLACES[0]
    assert step((), None, 0, 1) is None


def test_the_count_says_where_one_is() -> None:
    assert ordinal(PLACES, PLACES[1]) == "2 of 3"
    assert ordinal(PLACES, None) == "3"
    assert ordinal((), None) == "none"
