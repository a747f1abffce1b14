"""Times of day: "05:40 GMT", "vers 6h40", "20h00, heure de Paris", "7:48 p.m.", "18.30 Uhr".

Invariant: what is read as a time of day could stand on a clock; scores, ratios and durations are
left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis.dates_units import Line, Reading, Unit

_CLOCK = (
    r"(?:t?q?(?:[dD]:[dD](?::[dD])?h?|[dD]h[dD]|[dD]h|[dD]\.[dD](?=[haz])h?|(?<=t)[dD]\.[dD]"
    r"|[dD](?=a)|k)|t[dD](?=P))(?:,?a)?(?:(?<=[dDh])P)?(?:,?\(?z\)?)?"
)
_TIME = re.compile(rf"t?[ny]z|{_CLOCK}|t[dD](?::[dD])?P(?:,?\(?z\)?)?")

_HOURS, _MINUTES, _NOON, _BARE = 24, 60, 12, 3
# Languages that write "18.30" for a time of day.
_POINT_CLOCKS = frozenset({"it", "de", "nl", "es"})


def read_time(line: Line, at: int) -> Reading | None:
    """The time of day that begins at a unit."""
    match = _TIME.match(line.kinds, at)
    if match is None or (at and line.kinds[at - 1] in ":/" and line.touches(at - 1, at)):
        return None
    units = line.units[at : match.end()]
    if any(u.kind in "ny" for u in units):
        return _read_wire_time(line, at, units, match.end())
    numbers = [u for u in units if u.kind in "dD"]
    shape = "".join(u.kind for u in units)
    half = next((u.value for u in units if u.kind in "aP"), None)
    if not numbers:
        noon = next(u for u in units if u.kind == "k").value
        clock = (noon // 60, noon % 60)
    else:
        clock = (numbers[0].value, numbers[1].value if len(numbers) > 1 else 0)
    if not _is_clock(line, at, match.end(), shape, clock, half):
        return None
    hour = clock[0] % _NOON + half if half is not None and clock[0] <= 12 else clock[0]  # noqa: PLR2004 - twelve hours of the half day
    zone = next((u.zone for u in units if u.kind == "z"), None)
    return Reading(
        _skip_lead(line, at),
        match.end(),
        time=f"{hour:02}:{clock[1]:02}",
        zone=zone,
        is_afternoon=half is not None,
    )


def _read_wire_time(line: Line, at: int, units: Sequence[Unit], end: int) -> Reading | None:
    """The time that agencies write without a mark: "0400 GMT"."""
    number, zone = units[-2], units[-1]
    hour, minute = divmod(number.value, 100)
    is_clock = number.end - number.start == len("0400") and hour < _HOURS and minute < _MINUTES
    if not is_clock:
        return None
    return Reading(_skip_lead(line, at), end, time=f"{hour:02}:{minute:02}", zone=zone.zone)


def _skip_lead(line: Line, at: int) -> int:
    while line.kinds[at] in "tq":
        at += 1
    return at


def _is_clock(
    line: Line, first: int, last: int, shape: str, clock: tuple[int, int], half: int | None
) -> bool:
    """Whether digits are a time of day, not a score, a ratio, a duration or a price."""
    hour, minute = clock
    if hour > _HOURS or minute >= _MINUTES or (half is not None and hour > _NOON):
        return False
    if last < len(line.units) and line.kinds[last] in "dDyn:" and line.touches(last - 1, last):
        return False
    body = shape.lstrip("tq")
    if body.startswith("k"):
        return shape != body or half is None
    digits = [u for u in line.units[first:last] if u.kind in "dD"]
    if ":" in body or "." in body:
        return _is_full_clock(line, body, shape, digits)
    return half is not None or _is_hour(line, first, shape, digits)


def _is_full_clock(line: Line, body: str, shape: str, digits: list[Unit]) -> bool:
    """Two digits after a mark that touches both; a bare "6:40" needs a word beside it."""
    if "." in body and len(body) <= _BARE and line.language not in _POINT_CLOCKS:
        return False
    hour, minute = digits[0], digits[1]
    is_tight = hour.end + 1 == minute.start and minute.end - minute.start == len("00")
    return is_tight and (shape != body or len(shape) > _BARE or hour.end - hour.start == len("00"))


def _is_hour(line: Line, first: int, shape: str, digits: list[Unit]) -> bool:
    """Whether digits beside "h" are a time: "à 20 heures", not "12 heures de route"."""
    word = line.units[first + shape.index("h")].text if "h" in shape else ""
    if len(digits) > 1:
        # Between spaces ("à 9 h 05") it is a time behind "at" only: "2 h 30" is how long.
        is_tight = line.touches(first + shape.index("h"), first + shape.index("h") + 1)
        return is_tight or (shape[0] == "t" and word == "h")
    return word in {"uhr", "o ' clock", "h"} or shape[0] == "t"
