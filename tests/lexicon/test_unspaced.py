"""Text without spaces: towns and pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.places import find_place
from briefing.lexicon.unspaced import (
    find_unspaced,
    is_unspaced,
    pieces,
    town_names,
    town_unspaced,
)


def test_the_longest_town_is_found_where_it_stands() -> None:
    text = "會議在洛杉矶举行。"
    found = [text[a:b] for a, b in find_unspaced(text, 0, len(text), town_names())]
    assert found == ["洛杉矶"]
    town = town_unspaced("洛杉矶")
    assert town is not None
    assert (town.name, town.country) == ("Los Angeles", "US")


def test_the_gazetteer_knows_such_towns() -> None:
    place = find_place("柏林")
    assert place is not None
    assert (place.name, place.country, place.kind) == ("Berlin", "Germany", "city")


def test_runs_come_in_overlapping_pairs_and_other_letters_whole() -> None:
    assert pieces("一二三MS22四") == ["一二", "二三", "MS22", "四"]
    assert pieces("plain") == ["plain"]
    assert pieces("") == []


def test_only_such_letters_make_a_word_unspaced() -> None:
    assert is_unspaced("会谈")
    assert is_unspaced("การประชุม")
    assert not is_unspaced("переговоры")
    assert not is_unspaced("회담")


def test_pairs_do_not_span_what_stands_between_words() -> None:
    assert pieces("瑞典的会谈") == ["瑞典", "会谈"]
    assert pieces("大統領は会談する") == ["大統", "統領", "会談"]


@given(st.text("一二三ab ", max_size=20))
def test_pieces_lose_no_letter(word: str) -> None:
    assert set("".join(pieces(word))) == set(word)
