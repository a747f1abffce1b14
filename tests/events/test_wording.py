"""The words of a page: names and other words apart, weighed by sentence, and runs for copies."""

from __future__ import annotations

import hashlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.events.wording import SHINGLE, find_wording, read_sentences
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


@given(st.lists(st.sampled_from("amber brook cédar delta".split()), max_size=12))
def test_shingles_are_the_runs_of_words(words: list[str]) -> None:
    told = read_sentences(build_document("a", f"Oslo\n{' '.join(words) or 'x'}."))
    keys = ["oslo", *(w.replace("é", "e") for w in words or ["x"])]
    runs = {" ".join(keys[at : at + SHINGLE]) for at in range(len(keys) - SHINGLE + 1)}
    digests = {
        int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs
    }
    assert find_wording(told).shingles.tolist() == sorted(digests)
