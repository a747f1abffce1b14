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
from briefing.analysis.dates_relative import (
    Match,
    build_ago,
    build_ahead,
    build_relative,
    value_of,
)
from briefing.analysis.dates_units import Line, Reading
from briefing.analysis.dates_years import is_year
from briefing.lexicon.calendar import DAY

_TAIL = re.compile(r"[,|–.\-]?[,|]?\(?")
_WEEKDAY = r"(?:(?P<w>[Ww])[.,]{0,2}[qU]?)?"
# "28 to 31", "28-31"; Portuguese "a" is also "at", Dutch writes "tot en met" and "t/m".
_TO = r"(?:[-–/]|[ct]|ccx|x/x)"
_UP_TO = frozenset({"tot en met", "t/m"})
_EARLIER = r"(?:(?:(?P<d0>d)s?\.?,q?)?(?P<d1>d)s?\.?" + _TO + r"[qo]?(?:[Ww]q?)?)?"
_FORMS = (
    ("ymd", r"(?P<y>y)(?P<sep>[-/.])(?P<m>d)(?P=sep)(?P<d>d)"),
    ("numeric", _WEEKDAY + r"(?P<d>d)(?P<sep>[-/.])(?P<m>d)(?P=sep)(?P<y>[ydD])"),
    (
        "span",
        r"(?P<d1>d)(?P<sep>[./])(?P<m1>d)(?P=sep)?[c–-]q?(?P<d>d)(?P=sep)(?P<m>d)(?P=sep)(?P<y>[ydD])",
    ),
    ("named", _WEEKDAY + r"(?P<d>d)(?P<sep>[-/])(?P<m>[Mmb])(?P=sep)(?P<y>[yD])"),
    ("comma", r"(?P<w>W),?(?P<d>d)s?,(?P<m>[Mmb]),?(?P<y>y)"),
    (
        "dmy",
        r"[LXT]?" + _WEEKDAY + _EARLIER + r"(?P<d>d)s?\.?[oc]?(?:U o)?(?P<m>[Mmb])\.?"
        r"(?:[/(][Mm]\)?)?(?:[o,]?o?(?P<y>y))?",
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
# "On a Wednesday": which one the page does not say. Portuguese "um" and "a" stand before others.
_SOME = {
    "en": frozenset({"a"}),
    "fr": frozenset({"un"}),
    "es": frozenset({"un"}),
    "it": frozenset({"un", "una"}),
    "de": frozenset({"ein", "einem", "einen"}),
    "nl": frozenset({"een"}),
    "pt": frozenset({"um", "uma", "numa", "num"}),
}
_CENTURY, _PIVOT = 100, 70


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


def _year(line: Line, match: Match) -> int | None:
    year = value_of(line, match, "y")
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
    year, month, day = (value_of(line, match, g) for g in "ymd")
    if not (_is_day(year, month, day) and _stands_alone(line, first, last)):
        return ()
    return (Reading(first, last, year, month, day),)


def _build_numeric(line: Line, match: Match) -> tuple[Reading, ...]:
    first, last = match.span()
    start = match.start("d")
    year, month, day = _year(line, match), value_of(line, match, "m"), value_of(line, match, "d")
    tight = all(line.touches(i, i + 1) for i in range(start, last - 1))
    spaced = match["sep"] == "." and line.touches(start, start + 1)
    digits = line.units[last - 1].end - line.units[last - 1].start
    if not (tight or spaced) or digits < 2 or not _stands_alone(line, start, last):  # noqa: PLR2004 - a year has two digits
        return ()
    weekday = value_of(line, match, "w")
    usual, swapped = _is_day(year, month, day), _is_day(year, day, month)
    if usual:
        both = swapped and day != month
        return (Reading(first, last, year, month, day, weekday, is_swappable=both),)
    is_plain = match["sep"] != "." or digits == 4  # noqa: PLR2004 - or four
    return (Reading(first, last, year, day, month, weekday),) if swapped and is_plain else ()


def _build_dmy(line: Line, match: Match) -> tuple[Reading, ...]:
    """A day and its month, and the days before it that share the month ("28 to 31 August")."""
    first, last = match.span()
    year, month, day = _year(line, match), value_of(line, match, "m"), value_of(line, match, "d")
    at = match.start("m")
    if not _is_month_name(line, at) or not _is_day(year, month, day) or _is_tail(line, match):
        return ()
    weekday = value_of(line, match, "w")
    if year is None:
        last = _trim(line, at, last)
    start = match.start("d")
    early = [
        (match.start(group), value)
        for group in ("d0", "d1")
        if (value := value_of(line, match, group)) is not None
    ]
    if not early or not _links(line, match) or not _is_day(year, month, early[-1][1]):
        start = start if early else first
        return (Reading(start, last, year, month, day, weekday, direction=_this(line, first)),)
    begin = first
    found: list[Reading] = []
    for unit, value in early:
        if _is_day(year, month, value):
            found.append(Reading(begin, unit + 1, year, month, value, None if found else weekday))
        begin = unit + 1
    return (
        *(replace(r, first=max(r.first, r.last - 1)) if n else r for n, r in enumerate(found)),
        Reading(start, last, year, month, day),
    )


def _build_named(line: Line, match: Match) -> tuple[Reading, ...]:
    """A month's name between marks: "03-Mar-2025", "Monday 3, March 2025"."""
    year, month, day = _year(line, match), value_of(line, match, "m"), value_of(line, match, "d")
    if not _is_day(year, month, day) or _comes_after_digits(line, match.start("d"), ".,:-/"):
        return ()
    return (Reading(*match.span(), year, month, day, value_of(line, match, "w")),)


def _links(line: Line, match: Match) -> bool:
    """Whether words of other kinds between two days say "up to and including"."""
    first, last = match.start("d1") + 1, match.start("d")
    middle = line.kinds[first:last]
    return "x" not in middle or any(words in _UP_TO for words in _middles(line, first, last))


def _middles(line: Line, first: int, last: int) -> Iterator[str]:
    for stop in range(last, first, -1):
        yield line.words(first, stop).lower()


def _build_span(line: Line, match: Match) -> tuple[Reading, ...]:
    """Two days in digits of which the second gives the year: "28.08. bis 31.08.2024"."""
    year, month, day = _year(line, match), value_of(line, match, "m"), value_of(line, match, "d")
    begun, early = value_of(line, match, "m1"), value_of(line, match, "d1")
    first, last = match.span()
    if year is None or not (_is_day(year, month, day) and _is_day(year, begun, early)):
        return ()
    if not (_stands_alone(line, match.start("d"), last) and line.touches(first, first + 1)):
        return ()
    start = (year if (begun, early) <= (month, day) else year - 1, begun, early)
    return (
        Reading(first, match.start("m1") + 1, *start),
        Reading(match.start("d"), last, year, month, day),
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
    if last - 1 > month and line.kinds[last - 1] == "." and line.kinds[month] in "Mm":
        return last - 1
    return last


def _is_month_name(line: Line, at: int) -> bool:
    """English writes months with a capital: "may" is a verb."""
    unit = line.units[at]
    return line.language != "en" or unit.kind != "m" or line.source[unit.start].isupper()


def _build_mdy(line: Line, match: Match) -> tuple[Reading, ...]:
    year, month, day = _year(line, match), value_of(line, match, "m"), value_of(line, match, "d")
    first, last = match.span()
    if (year is None and line.language not in {"en", None}) or _goes_on(line, last, ".,:-"):
        return ()
    if not _is_month_name(line, match.start("m")) or not _is_day(year, month, day):
        return ()
    weekday, early = value_of(line, match, "w"), value_of(line, match, "d1")
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
    return (Reading(*match.span(), _year(line, match), value_of(line, match, "m")),)


def _build_dom(line: Line, match: Match) -> tuple[Reading, ...]:
    """Brazilian pages give the day of the month in brackets: "nesta segunda-feira (8)"."""
    month, day = value_of(line, match, "m"), value_of(line, match, "d")
    if not _is_day(None, month, day):
        return ()
    return (Reading(*match.span(), None, month, day, value_of(line, match, "w")),)


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
            match.start(), last, None, None, value_of(line, match, "d"), value_of(line, match, "w")
        ),
    )


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
    if match.start() and line.units[match.start() - 1].text in _SOME.get(line.language or "", ()):
        return ()
    # Lower-case "monday" is a slip; "Domenica", "Domingo" with a capital in mid-sentence a name.
    is_name = line.language in {"es", "it", "pt"} and line.source[unit.start].isupper()
    if is_name and match.start() and line.kinds[match.start() - 1] in "xo":
        return ()
    return (Reading(*match.span(), weekday=unit.value, direction=direction),)


def _build_day(line: Line, match: Match) -> tuple[Reading, ...]:
    shift = value_of(line, match, "r")
    return () if shift is None else (Reading(*match.span(), shift=(DAY, shift)),)


def _build_year(line: Line, match: Match) -> tuple[Reading, ...]:
    return (Reading(*match.span(), _year(line, match)),) if is_year(line, match.start("y")) else ()


_BUILDERS: dict[str, Callable[[Line, Match], tuple[Reading, ...]]] = {
    "ymd": _build_ymd,
    "numeric": _build_numeric,
    "span": _build_span,
    "named": _build_named,
    "comma": _build_named,
    "dmy": _build_dmy,
    "mdy": _build_mdy,
    "my": _build_my,
    "dom": _build_dom,
    "wd": _build_wd,
    "ago": build_ago,
    "ahead": build_ahead,
    "relative": build_relative,
    "month": _build_month,
    "weekday": _build_weekday,
    "day": _build_day,
    "year": _build_year,
}
