"""The words of a page: names and other words apart, weighed by sentence, and runs for copies."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.events.wording import SHINGLE, find_notions, find_wording, read_sentences
from tests.builders import build_document


def test_names_stand_capitalised_within_a_sentence() -> None:
    told = read_sentences(build_document("a", "Ferry sinks\nHarbour pilots saw Kjell Aasen drown."))
    found = find_wording(told)
    assert set(found.names) == {"kjell", "aasen"}
    assert {"harbour", "pilots", "drown"} <= set(found.stems)
    assert found.title == {"ferry", "sinks"}


def test_words_count_with_the_weight_of_their_sentences_and_ever_less() -> None:
    told = read_sentences(build_document("a", "Cod\nTrawlers left. Trawlers came back in 2031."))
    assert [t.weight for t in told] == [3.0, 3.0, 2.0]
    found = find_wording(told)
    assert found.stems["trawler"] == pytest.approx(math.log1p(5.0))
    assert found.stems["2031"] == pytest.approx(math.log1p(2.0))
    assert "cod" not in found.stems


WORDS = st.lists(st.sampled_from("amber brook cédar delta".split()), min_size=1, max_size=40)


def runs_of(words: list[str]) -> set[tuple[str, ...]]:
    keys = ["oslo", *(word.replace("é", "e") for word in words)]
    return {tuple(keys[at : at + SHINGLE]) for at in range(len(keys) - SHINGLE + 1)}


@given(WORDS, WORDS)
def test_two_pages_share_as_many_shingles_as_runs_of_words(one: list[str], two: list[str]) -> None:
    here, there = (
        find_wording(read_sentences(build_document("a", f"Oslo\n{' '.join(words)}."))).shingles
        for words in (one, two)
    )
    assert here.tolist() == sorted(set(here.tolist()))
    assert len(here) == len(runs_of(one))
    assert len(set(here.tolist()) & set(there.tolist())) == len(runs_of(one) & runs_of(two))


def test_notions_are_weighed_like_words_and_sorted() -> None:
    told = read_sentences(
        build_document("a", "Inondations à Nantes\nLes inondations.", language="fr")
    )
    notions = find_notions(told)
    assert notions["=flood"] > 0
    assert list(notions) == sorted(notions)
    assert "=flood" in find_notions(read_sentences(build_document("b", "Floods\nThe floods.")))
