"""From what the words of a date say to the day, month or year they mean.

Invariant: a value is given only where the page lets one know it; what is known without the day of
publication is kept as `partial`, and a reading whose partial is set was inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from briefing.analysis.dates_units import Line, Reading
from briefing.lexicon.calendar import DAY, MONTH, WEEK, YEAR

_DAYS_IN_WEEK = 7
_NEAR = timedelta(days=45)
_SOON = timedelta(days=120)
_BETWEEN = re.compile(r"[qo]?(?:[ct]|[-–]|ccx)[qoW]{0,3}")
_LETTERS = {DAY: "D", WEEK: "W", MONTH: "M", YEAR: "Y"}


def settle(line: Line, reading: Reading, anchor: date | None) -> Reading:
    """Without the day of the month where it cannot belong to the weekday before it."""
    if reading.weekday is None or reading.day is None or reading.month is not None:
        return reading
    if anchor is not None and _nearest_numbered(reading, anchor) is not None:
        return reading
    weekday = next(i for i in range(reading.first, reading.last) if line.kinds[i] in "Ww")
    return replace(reading, day=None, last=weekday + 1)


def resolve(
    reading: Reading, anchor: date | None, lean: int | None, *, is_month_first: bool
) -> tuple[str | None, str | None]:
    """The ISO value and the partial of a reading.

    `lean` is 1 where the sentence looks ahead, -1 where it looks back, 0 where it does neither and
    None where it does neither and the past cannot be taken for granted.
    """
    if reading.year is not None:
        return _stated(reading, is_month_first=is_month_first), None
    if reading.shift is not None:
        return _shifted(reading.shift, anchor)
    if reading.month is not None and reading.day is not None:
        value = _nearest_day(reading, anchor, lean or 0) if anchor else None
        return value, f"--{reading.month:02}-{reading.day:02}"
    if reading.month is not None:
        value = _nearest_month(reading, anchor, lean or 0) if anchor else None
        return value, f"--{reading.month:02}"
    if reading.weekday is not None:
        value = _weekday(reading, anchor, lean) if anchor else None
        return value, f"W{reading.weekday}"
    return None, f"T{reading.time}"


def opens_span(line: Line, first: Reading, second: Reading) -> bool:
    """Whether two dates are the ends of a span ("du 28 août au 2 septembre 2024")."""
    if first.month is None or first.day is None or first.year is not None:
        return False
    return second.month is not None and bool(
        _BETWEEN.fullmatch(line.kinds[first.last : second.first])
    )


def last_before(reading: Reading, end: date) -> str | None:
    """The last such day up to the end of its span."""
    days = [d for d in _days(reading, range(end.year - 4, end.year + 1)) if d <= end]
    return _iso(max(days)) if days else None


def _stated(reading: Reading, *, is_month_first: bool) -> str:
    if reading.month is None:
        return f"{reading.year:04}"
    if reading.day is None:
        return f"{reading.year:04}-{reading.month:02}"
    return readings_of(reading, is_month_first=is_month_first)[0].isoformat()


def readings_of(reading: Reading, *, is_month_first: bool) -> list[date]:
    """The days that a full date can mean, the best first; a weekday beside it decides."""
    assert reading.year is not None
    assert reading.month is not None
    assert reading.day is not None
    days = [date(reading.year, reading.month, reading.day)]
    if reading.is_swappable:
        swapped = date(reading.year, reading.day, reading.month)
        days = [swapped, *days] if is_month_first else [*days, swapped]
    fitting = [d for d in days if d.isoweekday() == reading.weekday]
    return fitting or days


def _shifted(shift: tuple[int, int], anchor: date | None) -> tuple[str | None, str]:
    unit, count = shift
    partial = f"P{count}{_LETTERS[unit]}"
    if anchor is None or unit == WEEK or abs(count) > 1000:  # noqa: PLR2004 - beyond any news
        return None, partial
    if unit == DAY:
        return _iso(anchor + timedelta(days=count)), partial
    if unit == MONTH:
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + count, 12)
        return f"{year:04}-{month + 1:02}", partial
    return f"{anchor.year + count:04}", partial


def _iso(day: date) -> str:
    return day.isoformat()


def _days(reading: Reading, years: Iterable[int]) -> list[date]:
    found = []
    for year in years:
        try:
            found.append(date(year, reading.month or 1, reading.day or 1))
        except ValueError:
            continue
    return found


def _nearest_day(reading: Reading, anchor: date, lean: int) -> str | None:
    reach = 0 if reading.direction == "T" else 4
    days = _days(reading, range(anchor.year - reach, anchor.year + reach + 1))
    if reading.weekday is not None:
        days = [d for d in days if d.isoweekday() == reading.weekday] or days
    if not days:
        return None
    return _iso(min(days, key=lambda d: _cost((d - anchor).days, lean, _SOON.days)))


def _cost(distance: int, lean: int, soon: int = 0) -> tuple[int, int]:
    """How far a candidate is; the past counts half, and the side the sentence leans to wins.

    A day soon to come is meant also beside a verb in the past, "announced a strike on 3 June": of a
    day nearly a year ago a page gives the year.
    """
    is_wrong_side = (lean > 0 and distance < 0) or (lean < 0 and distance > soon)
    return (int(is_wrong_side), distance * 2 if distance > 0 else -distance)


def _nearest_month(reading: Reading, anchor: date, lean: int) -> str:
    assert reading.month is not None
    now = anchor.year * 12 + anchor.month - 1
    first = anchor.year * 12 + reading.month - 1
    side = {"L": -1, "X": 1}.get(reading.direction, lean)
    candidates = [first - 12, first, first + 12]
    if reading.direction in {"L", "X"}:
        candidates = [m for m in candidates if m != now]
    best = (
        first if reading.direction == "T" else min(candidates, key=lambda m: _cost(m - now, side))
    )
    return f"{best // 12:04}-{best % 12 + 1:02}"


def _weekday(reading: Reading, anchor: date, lean: int | None) -> str | None:
    assert reading.weekday is not None
    back = (anchor.isoweekday() - reading.weekday) % _DAYS_IN_WEEK
    if reading.day is not None:
        found = _nearest_numbered(reading, anchor)
        return _iso(found) if found else None
    if reading.direction == "X":
        return _iso(anchor + timedelta(days=_DAYS_IN_WEEK - back))
    if reading.direction == "L":
        return _iso(anchor - timedelta(days=back or _DAYS_IN_WEEK))
    if lean is None and back:
        return None
    ahead = (_DAYS_IN_WEEK - back) % _DAYS_IN_WEEK
    # Without a cue, "Thursday" in a page of Wednesday is tomorrow: of last week's it says "last".
    is_ahead = lean == 1 or (lean == 0 and ahead == 1)
    return _iso(anchor + timedelta(days=ahead) if is_ahead else anchor - timedelta(days=back))


def _nearest_numbered(reading: Reading, anchor: date) -> date | None:
    """The day nearest to the anchor with this weekday and this number in its month."""
    span = range(-_NEAR.days, _NEAR.days + 1)
    days = (anchor + timedelta(days=n) for n in sorted(span, key=lambda n: (abs(n), n)))
    fitting = (d for d in days if d.day == reading.day and d.isoweekday() == reading.weekday)
    return next(fitting, None)
