"""ISO dates as pages and events carry them: a day, a month or a year.

Invariant: the length of an ISO date tells how much of it is known, and words that are no date give
None, never an error: what a record declares may be anything.
"""

from __future__ import annotations

import re
from datetime import date

YEAR_LENGTH = len("2024")
MONTH_LENGTH = len("2024-06")
DAY_LENGTH = len("2024-06-13")

YEARS = range(1500, 2200)
"""The years that news can speak of; near the ends of the calendar no week could be counted."""

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}\S*)?)?)?", re.ASCII)


def parse_day(value: str | None) -> date | None:
    """The day of an ISO date or date-time; None where it gives none."""
    try:
        day = date.fromisoformat((value or "")[:DAY_LENGTH])
    except ValueError:
        return None
    return day if day.year in YEARS else None


def is_day(value: str | None) -> bool:
    """Whether an ISO date is known to the day."""
    return value is not None and len(value) == DAY_LENGTH


def is_month(value: str | None) -> bool:
    """Whether an ISO date is known to the month only."""
    return value is not None and len(value) == MONTH_LENGTH


def is_iso(value: str) -> bool:
    """Whether words are an ISO year, month, day or date-time that the calendar has."""
    if not _ISO.fullmatch(value):
        return False
    if len(value) >= DAY_LENGTH:
        return parse_day(value) is not None
    return int(value[:YEAR_LENGTH]) in YEARS and value[YEAR_LENGTH + 1 :] in _MONTHS


_MONTHS = frozenset({"", *(f"{number:02}" for number in range(1, 13))})
