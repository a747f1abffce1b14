"""The forms in which pages write dates and times of day, as patterns over word classes.

Invariant: a `Reading` says what the words say and no more; it is resolved elsewhere. Each pattern
has a bounded length, so that reading a line takes time linear in its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from briefing.analysis.dates_clock import read_time
from briefing.analysis.dates_units import Line, Reading
from briefing.analysis.dates_years import is_year
from briefing.lexicon.calendar import DAY

_TAIL = re.compile(r"[,|–.\-]?[,|]?\(?")
_WEEKDAY = r"(?:(?P<w>[Ww])[.,]{0,2}[qU]?)?"
_FORMS = (
    ("ymd", r"(?P<y>y)(?P<sep>[-/.])(?P<m>d)(?P=sep)(?P<d>d)"),
    ("numeric", _WEEKDAY + r"(?P<d>d)(?P<sep>[-/.])(?P<m>d)(?P=sep)(?P<y>[ydD])"),
    (
        "dmy",
        r"[LXT]?" + _WEEKDAY + r"(?:(?P<d1>d)s?\.?(?:[-–/]|c)(?:q|o)?(?:[Ww]q?)?)?"
        r"(?P<d>d)s?\.?[oc]?(?:U o)?(?P<m>[Mmb])\.?(?:[/(][Mm]\)?)?(?:[o,]?o?(?P<y>y))?",
    ),
    ("mdy", r"T?" + _WEEKDAY + r"(?P<m>[Mmb])\.?(?:(?P<d1>d)s?[-–c])?(?P<d>d)s?(?:,?(?P<y>y))?"),
    ("my", r"(?P<m>[Mmb])\.?(?:/[Mm])?[o,]?(?P<y>y)"),
    ("dom", r"(?P<x>[LXT]?)(?P<w>[Ww]),?\((?P<d>d)(?:/(?P<m>d))?\)"),
    ("wd", r"[LXT]?(?P<w>W),?(?P<d>d)\.?"),
    ("ago", r"(?:B(?P<n>[NdD])(?P<u>[Up])|B(?P<v>[VU])|(?P<n2>[NdD])(?P<u2>[Up])A)"),
    ("ahead", r"F(?P<n>[NdD])(?P<u>[Up])|FV"),
    ("relative", r"(?P<x>[LXT])(?P<u>U)|(?P<u2>U)(?P<x2>[LXT])"),
    ("month", r"(?P<x>[LXT]?)(?P<g>U?o?)(?P<m>[Mm])(?P<x2>[LXT]?)"),
    ("weekday", r"(?:P[oq]?)?U?(?P<x>[LXT]?)(?P<w>W)(?P<x2>[LXT]?)P?(?P<x3>[LX]?)"),
    ("day", r"(?P<r>R)(?:,?W)?P?"),
    ("year", r"(?:U)?(?P<y>y)"),
)
_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _FORMS)
_START = re.compile("[WwdDyMmbBNLXTUVRPtkpF]")
_DIGITS = frozenset("dDyn")
_CENTURY, _PIVOT = 100, 70


Match = re.Match[str]


def read_dates(line: Line) -> Iterator[Reading]:
    """The dates and times of a line, in order, not overlapping."""
    start = _START.search(line.kinds)
    while start:
        found = _at(line, start.start())
        yield from found
        start = _START.search(line.kinds, found[-1].last if found else start.end())


def _at(line: Line, at: int) -> tuple[Reading, ...]:
    if time := read_time(line, at):
        return (time,)
    for name, pattern in _PATTERNS:
        match = pattern.match(line.kinds, at)
        if match is None:
            continue
        readings = _BUILDERS[name](line, match)
        if readings:
            return (*readings[:-1], _with_time(line, readings[-1]))
    return ()


def _with_time(line: Line, reading: Reading) -> Reading:
    """A date with the time of day that stands right after it."""
    if reading.month is None and reading.weekday is None and reading.shift is None:
        return reading
    gap = _TAIL.match(line.kinds, reading.last)
    after = gap.end() if gap else reading.last
    for at in sorted({after, reading.last}, reverse=True):
        time = read_time(line, at) if at < len(line.kinds) else None
        if time:
            return replace(
                reading,
                last=time.last,
                time=time.time,
                zone=time.zone,
                is_afternoon=time.is_afternoon,
            )
    return reading


def _value(line: Line, match: Match, group: str) -> int | None:
    if match.groupdict().get(group) is None or match.start(group) < 0:
        return None
    return line.units[match.start(group)].value


def _year(line: Line, match: Match) -> int | None:
    year = _value(line, match, "y")
    if year is not None and year < _CENTURY:
        return year + (2000 if year < _PIVOT else 1900)
    return year


def _is_day(year: int | None, month: int | None, day: int | None) -> bool:
    try:
        date(year or 2000, month or 1, day or 1)
    except ValueError:
        return False
    return True


def _stands_alone(line: Line, first: int, last: int) -> bool:
    """Whether digits at the ends of a numeric date do not go on ("06-12-34-56")."""
    return not (_comes_after_digits(line, first, "/-.") or _goes_on(line, last, "/-."))


def _comes_after_digits(line: Line, first: int, marks: str) -> bool:
    """Whether a mark and more digits stand right before a unit ("1.200 mai", "3,5 mar")."""
    return (
        first > 1
        and line.kinds[first - 1] in marks
        and line.kinds[first - 2] in _DIGITS
        and line.touches(first - 1, first)
        and line.touches(first - 2, first - 1)
    )


def _goes_on(line: Line, last: int, marks: str) -> bool:
    """Whether a mark and more digits follow right after the units before `last`."""
    return (
        last + 1 < len(line.kinds)
        and line.kinds[last] in marks
        and line.kinds[last + 1] in _DIGITS
        and line.touches(last - 1, last)
        and line.touches(last, last + 1)
    )


def _build_ymd(line: Line, match: Match) -> tuple[Reading, ...]:
    first, last = match.span()
    year, month, day = (_value(line, match, g) for g in "ymd")
    if not (_is_day(year, month, day) and _stands_alone(line, first, last)):
        return ()
    return (Reading(first, last, year, month, day),)


def _build_numeric(line: Line, match: Match) -> tuple[Reading, ...]:
    first, last = match.span()
    start = match.start("d")
    year, month, day = _year(line, match), _value(line, match, "m"), _value(line, match, "d")
    tight = all(line.touches(i, i + 1) for i in range(start, last - 1))
    spaced = match["sep"] == "." and line.touches(start, start + 1)
    digits = line.units[last - 1].end - line.units[last - 1].start
    if not (tight or spaced) or digits < 2 or not _stands_alone(line, start, last):  # noqa: PLR2004 - a year has two digits
        return ()
    weekday = _value(line, match, "w")
    usual, swapped = _is_day(year, month, day), _is_day(year, day, month)
    if usual:
        both = swapped and day != month
        return (Reading(first, last, year, month, day, weekday, is_swappable=both),)
    is_plain = match["sep"] != "." or digits == 4  # noqa: PLR2004 - or four
    return (Reading(first, last, year, day, month, weekday),) if swapped and is_plain else ()


def _build_dmy(line: Line, match: Match) -> tuple[Reading, ...]:
    first, last = match.span()
    year, month, day = _year(line, match), _value(line, match, "m"), _value(line, match, "d")
    at = match.start("m")
    if not _is_month_name(line, at) or not _is_day(year, month, day) or _is_tail(line, match):
        return ()
    weekday = _value(line, match, "w")
    if year is None:
        last = _trim(line, at, last)
    start = match.start("d")
    early = _value(line, match, "d1")
    if early is None or not _is_day(year, month, early):
        start = start if early is not None else first
        return (Reading(start, last, year, month, day, weekday, direction=_this(line, first)),)
    stop = match.start("d1") + 1
    return (
        Reading(first, stop, year, month, early, weekday),
        Reading(start, last, year, month, day),
    )


def _this(line: Line, first: int) -> str:
    """T where "this" puts the day in the year of publication ("this October 24")."""
    return "T" if line.kinds[first] == "T" else ""


def _is_tail(line: Line, match: Match) -> bool:
    """Whether the day's digits belong to a longer number before them."""
    early = match.start("d1")
    return _comes_after_digits(line, early if early >= 0 else match.start("d"), ".,:")


def _trim(line: Line, month: int, last: int) -> int:
    """Without a year, a full stop after a whole month name ends the sentence."""
    if last - 1 > month and line.kinds[last - 1] == "." and line.kinds[month] == "M":
        return last - 1
    return last


def _is_month_name(line: Line, at: int) -> bool:
    """English writes months with a capital: "may" is a verb."""
    unit = line.units[at]
    return line.language != "en" or unit.kind != "m" or line.source[unit.start].isupper()


def _build_mdy(line: Line, match: Match) -> tuple[Reading, ...]:
    year, month, day = _year(line, match), _value(line, match, "m"), _value(line, match, "d")
    first, last = match.span()
    if (year is None and line.language not in {"en", None}) or _goes_on(line, last, ".,:-"):
        return ()
    if not _is_month_name(line, match.start("m")) or not _is_day(year, month, day):
        return ()
    weekday, early = _value(line, match, "w"), _value(line, match, "d1")
    if early is None or not _is_day(year, month, early):
        return (Reading(first, last, year, month, day, weekday, direction=_this(line, first)),)
    stop = match.start("d1") + 1
    return (
        Reading(first, stop, year, month, early, weekday),
        Reading(match.start("d"), last, year, month, day),
    )


def _build_my(line: Line, match: Match) -> tuple[Reading, ...]:
    if not _is_month_name(line, match.start("m")):
        return ()
    return (Reading(*match.span(), _year(line, match), _value(line, match, "m")),)


def _build_dom(line: Line, match: Match) -> tuple[Reading, ...]:
    """Brazilian pages give the day of the month in brackets: "nesta segunda-feira (8)"."""
    month, day = _value(line, match, "m"), _value(line, match, "d")
    if not _is_day(None, month, day):
        return ()
    return (Reading(*match.span(), None, month, day, _value(line, match, "w")),)


def _build_wd(line: Line, match: Match) -> tuple[Reading, ...]:
    """A weekday with its number ("le lundi 8") that no unit, decimal or clock follows."""
    last = match.start("d") + 1
    if (
        line.language in {"en", "nl", "ar", None}
        or (line.kinds[last : last + 1] or "x") in "hUpta:%-"
    ):
        return ()
    return (
        Reading(
            match.start(), last, None, None, _value(line, match, "d"), _value(line, match, "w")
        ),
    )


def _shift(line: Line, match: Match, sign: int) -> tuple[Reading, ...]:
    number = _value(line, match, "n") or _value(line, match, "n2") or 1
    unit = _value(line, match, "u") or _value(line, match, "u2")
    dual = _value(line, match, "v")
    if unit is None:
        unit = dual
        number = 2 if dual is not None and line.kinds[match.start("v")] == "V" else 1
    if unit is None:
        return ()
    return (Reading(*match.span(), shift=(unit, sign * number)),)


def _build_ago(line: Line, match: Match) -> tuple[Reading, ...]:
    return _shift(line, match, -1)


def _build_ahead(line: Line, match: Match) -> tuple[Reading, ...]:
    return _shift(line, match, 1)


_SIGNS = {"L": -1, "T": 0, "X": 1}


def _build_relative(line: Line, match: Match) -> tuple[Reading, ...]:
    """Periods by their place ("last month"); "the last year" is a span of time."""
    unit = _value(line, match, "u") or _value(line, match, "u2")
    sign = _SIGNS[match["x"] or match["x2"]]
    first, last = match.span()
    if unit is None or (unit == DAY and sign < 1):
        return ()
    if line.language in {"en", None} and first and line.units[first - 1].text == "the" and sign:
        return ()
    return (Reading(first, last, shift=(unit, sign)),)


def _ends_span(line: Line, at: int) -> bool:
    """The second of two months: "between March and May"."""
    return at > 1 and line.kinds[at - 1] == "c" and line.kinds[at - 2] in "Mm"


def _build_month(line: Line, match: Match) -> tuple[Reading, ...]:
    """A month alone; a name that is another word too needs a cue or "last" beside it."""
    at = match.start("m")
    unit = line.units[at]
    direction = match["x"] or match["x2"]
    is_cued = at and (
        line.kinds[at - 1] in "iqU"
        or _ends_span(line, at)
        or line.units[at - 1].text in {"of", "de", "di"}
    )
    if line.kinds[at] == "m" and not (is_cued or direction or match["g"]):
        return ()
    has_capital = line.source[unit.start].isupper()
    if line.language not in {"ar", None} and has_capital != (line.language in {"en", "de"}):
        return ()
    return (Reading(match.start(), match.end(), None, unit.value, direction=direction),)


def _build_weekday(line: Line, match: Match) -> tuple[Reading, ...]:
    direction = match["x3"] or match["x2"] or match["x"]
    unit = line.units[match.start("w")]
    # Lower-case "monday" is a slip; "Domenica", "Domingo" with a capital in mid-sentence a name.
    is_name = line.language in {"es", "it", "pt"} and line.source[unit.start].isupper()
    if is_name and match.start() and line.kinds[match.start() - 1] in "xo":
        return ()
    return (Reading(*match.span(), weekday=unit.value, direction=direction),)


def _build_day(line: Line, match: Match) -> tuple[Reading, ...]:
    shift = _value(line, match, "r")
    return () if shift is None else (Reading(*match.span(), shift=(DAY, shift)),)


def _build_year(line: Line, match: Match) -> tuple[Reading, ...]:
    return (Reading(*match.span(), _year(line, match)),) if is_year(line, match.start("y")) else ()


_BUILDERS: dict[str, Callable[[Line, Match], tuple[Reading, ...]]] = {
    "ymd": _build_ymd,
    "numeric": _build_numeric,
    "dmy": _build_dmy,
    "mdy": _build_mdy,
    "my": _build_my,
    "dom": _build_dom,
    "wd": _build_wd,
    "ago": _build_ago,
    "ahead": _build_ahead,
    "relative": _build_relative,
    "month": _build_month,
    "weekday": _build_weekday,
    "day": _build_day,
    "year": _build_year,
}
