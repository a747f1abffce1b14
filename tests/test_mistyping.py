from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.mistyping import did_you_mean, nearest

COMMANDS = ["analyse", "brief", "entities", "events", "fetch", "models", "search", "verify"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("analyze", "analyse"),
        ("event", "events"),
        ("EVENTS", "events"),
        ("serach", "search"),
        ("breif", "brief"),
        ("verfy", "verify"),
        ("entites", "entities"),
        ("pages", None),
        ("x", None),
        ("", None),
    ],
)
def test_the_name_that_is_spelt_most_alike_is_meant(word: str, meant: str | None) -> None:
    assert nearest(word, COMMANDS) == meant


def test_of_names_as_near_the_first_is_meant() -> None:
    assert nearest("cat", ["car", "can"]) == "car"
    assert nearest("cat", ["can", "car"]) == "can"


def test_a_hint_says_what_to_do_in_any_case() -> None:
    assert did_you_mean("evnts", COMMANDS, "see --help") == "did you mean events? see --help"
    assert did_you_mean("qqqq", COMMANDS, "see --help") == "see --help"


@given(st.text(), st.lists(st.text()))
def test_only_what_there_is_is_suggested(word: str, known: list[str]) -> None:
    assert nearest(word, known) in {*known, None}


def test_long_names_take_no_longer() -> None:
    started = time.process_time()
    nearest("ab" * 100_000, ["ba" * 100_000] * 50)
    assert time.process_time() - started < 2
