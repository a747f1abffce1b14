"""What the words beside a sum, a share or a length say that it measures."""

from __future__ import annotations

import time
from importlib import resources

import pytest

from briefing.lexicon.measured import are_opposite, topics_beside

SAME = [
    ("turnout", "com uma adesão de ", ""),
    ("turnout", "put participation at ", " on Monday"),
    ("depth", "se produjo a ", " de profundidad"),
    ("depth", "in ", " Tiefe"),
    ("fine", "Das Bußgeld beträgt ", ""),
    ("fine", "rischia una multa di ", ""),
    ("loss", "Der Jahresverlust lag bei ", ""),
    ("wind", "with gusts of ", ""),
    ("award", "بدفع تعويض قدره ", ""),
]


@pytest.mark.parametrize(("topic", "before", "after"), SAME)
def test_one_measure_has_one_topic_in_all_languages(topic: str, before: str, after: str) -> None:
    assert topic in topics_beside(before, after)


def test_another_clause_does_not_say_what_a_figure_measures() -> None:
    assert topics_beside("The fine is large, and ", " came") == frozenset()


def test_words_far_off_do_not_say_it_either() -> None:
    assert topics_beside("fine " + "vongo " * 12, "") == frozenset()


def test_those_who_voted_and_those_who_stayed_at_home_are_two() -> None:
    voted, stayed = topics_beside("turnout of ", ""), topics_beside("abstenção de ", "")
    assert are_opposite(voted, stayed)
    assert not are_opposite(voted, voted)
    assert not are_opposite(voted, frozenset())


def test_every_row_has_a_topic_and_forms() -> None:
    table = resources.files("briefing.lexicon").joinpath("measured.tsv")
    for line in table.read_text(encoding="utf-8").splitlines():
        topic, _, forms = line.partition("\t")
        assert topic.isidentifier()
        assert forms.split()


def test_a_hostile_sentence_costs_time_in_proportion() -> None:
    started = time.perf_counter()
    topics_beside("fine, " * 20_000, "a" * 50_000)
    assert time.perf_counter() - started < 1
