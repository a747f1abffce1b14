"""Dates and figures between Chinese and Japanese characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.unspaced_numbers import with_dates_unspaced, with_figures_unspaced
from briefing.model import Block, BlockKind, DateMention, Figure


def dates(text: str, published: str | None = None, language: str = "zh") -> list[DateMention]:
    blocks = [Block(0, len(text), BlockKind.BODY, language)]
    return list(with_dates_unspaced(text, blocks, published, ()))


def figures(text: str, language: str = "zh") -> list[Figure]:
    blocks = [Block(0, len(text), BlockKind.BODY, language)]
    found = with_dates_unspaced(text, blocks, None, ())
    return list(with_figures_unspaced(text, blocks, found, ()))


@pytest.mark.parametrize(
    ("text", "published", "words", "value"),
    [
        ("会议于2031年5月4日举行", None, "2031年5月4日", "2031-05-04"),
        ("1月2日に会談した", "2030-12-30", "1月2日", "2031-01-02"),
        ("2031年5月举行", None, "2031年5月", "2031-05"),
        ("自2029年以来", None, "2029年", "2029"),
        ("5月4日举行", None, "5月4日", None),
    ],
)
def test_a_date_is_read(text: str, published: str | None, words: str, value: str | None) -> None:
    (found,) = dates(text, published)
    assert (found.text, found.value) == (words, value)
    assert found.partial == ("--05-04" if value is None else None)


def test_no_date_is_made_up() -> None:
    assert dates("共12345年的历史，13月45日，第3日") == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("造成17人死亡", 17, None),
        ("约3.5万人", 35_000, None),
        ("拨款2亿美元", 2e8, "USD"),
        ("1,200トンの米", 1200, "t"),
        ("增长12%左右", 12, "%"),
    ],
)
def test_a_figure_is_read(text: str, value: float, unit: str | None) -> None:
    (found,) = figures(text)
    assert (found.value, found.unit) == (value, unit)
    assert text[found.start : found.end] == found.text


def test_dates_clocks_ages_and_names_are_no_figures() -> None:
    assert figures("2031年5月4日9时30分，95岁，第88学校，MS-22，B17") == []


def test_other_languages_are_left_alone() -> None:
    assert figures("造成17人死亡", "en") == []
    assert dates("2031年5月4日", None, "fr") == []


@given(st.text("0123456789年月日万第.,人-M", max_size=40))
def test_spans_lie_in_order_and_reproduce_the_page(text: str) -> None:
    for found in (dates(text), figures(text)):
        places = [n for one in found for n in (one.start, one.end)]
        assert places == sorted(places)
        assert all(text[one.start : one.end] == one.text for one in found)
