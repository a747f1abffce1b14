"""ISO dates: how much of one is known, and what is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.days import YEARS, is_day, is_iso, is_month, parse_day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-05-04", date(2031, 5, 4)),
        ("2031-05-04T18:57", date(2031, 5, 4)),
        ("2031-05", None),
        ("2031", None),
        ("2031-02-30", None),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("soon", None),
        (None, None),
    ],
)
def test_a_day_is_parsed_where_there_is_one(value: str | None, day: date | None) -> None:
    assert parse_day(value) == day


@pytest.mark.parametrize(
    "value", ["2031", "2031-05", "2031-05-04", "2031-05-04T18:57", "2031-05-04T18:57:09+02:00"]
)
def test_an_iso_date_is_known_by_its_form(value: str) -> None:
    assert is_iso(value)


@pytest.mark.parametrize("value", ["", "203", "2031-13", "2031-00", "2031-02-30", "1031", "May 3"])
def test_what_the_calendar_does_not_have_is_no_iso_date(value: str) -> None:
    assert not is_iso(value)


@given(st.dates())
def test_every_day_of_the_news_is_a_day(day: date) -> None:
    written = day.isoformat()
    assert is_day(written)
    assert is_month(written[:7])
    assert (parse_day(written) == day) is (day.year in YEARS)


@given(st.text(max_size=30))
def test_any_words_are_a_day_or_none(words: str) -> None:
    day = parse_day(words)
    assert day is None or day.year in YEARS
