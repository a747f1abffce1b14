"""Centuries and dynasties as the eight languages write them."""

from __future__ import annotations

import time

import pytest

from briefing.lexicon.centuries import find_centuries

TOLD = [
    ("en", "a casket of the 10th century", "10th century", "century", 10),
    ("en", "in the eleventh century", "eleventh century", "century", 11),
    ("es", "la arqueta del siglo X", "siglo X", "century", 10),
    ("es", "durante la XII dinastía", "XII dinastía", "dynasty", 12),
    ("it", "un cofanetto dell’XI secolo", "XI secolo", "century", 11),
    ("fr", "un coffret du XIIe siècle", "XIIe siècle", "century", 12),
    ("de", "aus dem 10. Jahrhundert", "10. Jahrhundert", "century", 10),
    ("nl", "uit de tiende eeuw", "tiende eeuw", "century", 10),
    ("pt", "uma arca do século XV", "século XV", "century", 15),
    ("ar", "في عهد الأسرة الحادية عشرة", "الأسرة الحادية عشرة", "dynasty", 11),
]


@pytest.mark.parametrize(("language", "text", "words", "kind", "number"), TOLD)
def test_a_century_is_read(language: str, text: str, words: str, kind: str, number: int) -> None:
    (found,) = find_centuries(text, language)
    assert text[found.start : found.end] == words
    assert (found.kind, found.number) == (kind, number)


@pytest.mark.parametrize("text", ["more than a century ago", "half a century", "last century"])
def test_a_length_of_a_century_is_none(text: str) -> None:
    assert list(find_centuries(text, "en")) == []


@pytest.mark.parametrize("unit", ["siglo ", "X ", "10th ", "القرن "])
def test_a_hostile_sentence_costs_time_in_proportion(unit: str) -> None:
    started = time.perf_counter()
    list(find_centuries(unit * 10_000, "es"))
    list(find_centuries(unit * 10_000, "ar"))
    assert time.perf_counter() - started < 1
