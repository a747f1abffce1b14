"""Dates that pages count from the day of publication: "two weeks ago", "next month".

Invariant: such a date is a number of units from that day, and is read alike in all languages.
"""

from __future__ import annotations

import re

from briefing.analysis.dates_units import Line, Reading
from briefing.lexicon.calendar import DAY

_WEEKDAYS = frozenset("Ww")
_AFTER = "من"
Match = re.Match[str]


def value_of(line: Line, match: Match, group: str) -> int | None:
    """The number of the unit that a group of a pattern over word classes has matched."""
    if match.groupdict().get(group) is None or match.start(group) < 0:
        return None
    return line.units[match.start(group)].value


def _shift(line: Line, match: Match, sign: int) -> tuple[Reading, ...]:
    number = value_of(line, match, "n") or value_of(line, match, "n2") or 1
    unit = value_of(line, match, "u") or value_of(line, match, "u2")
    dual = value_of(line, match, "v")
    if unit is None:
        unit = dual
        number = 2 if dual is not None and line.kinds[match.start("v")] == "V" else 1
    if unit is None:
        return ()
    return (Reading(*match.span(), shift=(unit, sign * number)),)


def build_ago(line: Line, match: Match) -> tuple[Reading, ...]:
    """Units back from now: "two weeks ago"; "before the day of Monday" counts none."""
    if match.end() < len(line.kinds) and line.kinds[match.end()] in _WEEKDAYS:
        return ()
    return _shift(line, match, -1)


def build_ahead(line: Line, match: Match) -> tuple[Reading, ...]:
    """Units from now on: "dans deux semaines"; Arabic's "three days after" is not counted so."""
    if match.end() < len(line.units) and line.units[match.end()].text == _AFTER:
        return ()
    return _shift(line, match, 1)


_SIGNS = {"L": -1, "T": 0, "X": 1}


def build_relative(line: Line, match: Match) -> tuple[Reading, ...]:
    """Periods by their place ("last month"); "the last year" is a span of time."""
    unit = value_of(line, match, "u") or value_of(line, match, "u2")
    sign = _SIGNS[match["x"] or match["x2"]]
    first, last = match.span()
    if unit is None or (unit == DAY and sign < 1):
        return ()
    if line.language in {"en", None} and first and line.units[first - 1].text == "the" and sign:
        return ()
    return (Reading(first, last, shift=(unit, sign)),)
