"""The dates of a brief as a calendar: the event, and what its sources say is still to come.

Invariant: the file is a function of the brief and its documents and valid under RFC 5545; a date
known only to the month fills the month as tentative, one known to the year is left out, and a time
without a zone stays without one. Words of pages are text only: no property, link or markup.

Written by hand rather than by a library: a calendar that is only ever written needs three rules
(escaping, folding, order), and the tests read it back with an independent one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from briefing.days import is_day, is_iso, is_month, parse_day
from briefing.exporters.escaping import make_visible
from briefing.exporters.layout import HASH_SHOWN, count, relative_path
from briefing.lexicon.citing import cite_words
from briefing.lexicon.looking import looks_ahead
from briefing.model import (
    Brief,
    Citation,
    DateMention,
    DifferenceValue,
    Document,
    Point,
    SourceEntry,
)

_LINE_OCTETS = 75
_SUMMARY_LENGTH = 120
_EPOCH = "19700101T000000Z"
_ONLY_MONTH = "The sources give the month, not the day."
_UNIVERSAL = frozenset({"GMT", "UTC", "Z"})
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
# Some calendars read descriptions as HTML: angle brackets come out as their likenesses.
_BRACKETS = str.maketrans({"<": "‹", ">": "›"})

Line = tuple[str, str]
"""A property with its value, neither escaped nor folded."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One day (or month) of the calendar; `points` are the sentences that give it."""

    uid: str
    value: str
    summary: str
    description: str
    time: str = ""
    location: str = ""


class IcsExporter:
    """Writes the dates of a brief as an iCalendar file; an empty text where none is known."""

    suffix = ".ics"
    is_whole = False

    def export(self, brief: Brief, documents: Mapping[str, Document], root: str) -> str:
        """The file's text; `root` is what the paths of the sources are relative to."""
        entries = tuple(_entries(brief, documents, root))
        if not entries:
            return ""
        lines: list[Line] = [
            ("BEGIN", "VCALENDAR"),
            ("VERSION", "2.0"),
            ("PRODID", "-//briefing//briefing//EN"),
            ("CALSCALE", "GREGORIAN"),
        ]
        stamp = _stamp(brief)
        for entry in entries:
            lines += _event_lines(entry, stamp)
        lines.append(("END", "VCALENDAR"))
        return "".join(fold_line(f"{name}:{value}") for name, value in lines)


def fold_line(line: str) -> str:
    """A content line in pieces of at most 75 octets that split no character, ended by CRLF."""
    pieces, piece, room = [], "", _LINE_OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _LINE_OCTETS - 1
        piece += character
        room -= size
    return "\r\n ".join([*pieces, piece]) + "\r\n"


def _text(words: str) -> str:
    """Words as the value of a property; line feeds between them stay."""
    return words.translate(_ESCAPES)


def _calm(words: str) -> str:
    """The words of a page on one line, with nothing in them that a calendar makes a link of."""
    return make_visible(words).translate(_BRACKETS).replace("://", "[:]//")


def _event_lines(entry: _Entry, stamp: str) -> Iterator[Line]:
    yield "BEGIN", "VEVENT"
    yield "UID", _text(entry.uid)
    yield "DTSTAMP", stamp
    if entry.time:
        yield "DTSTART", entry.time
    elif is_day(entry.value):
        yield "DTSTART;VALUE=DATE", entry.value.replace("-", "")
    else:
        first = date.fromisoformat(f"{entry.value}-01")
        after = (first + timedelta(days=31)).replace(day=1)
        yield "DTSTART;VALUE=DATE", f"{first:%Y%m%d}"
        yield "DTEND;VALUE=DATE", f"{after:%Y%m%d}"
        yield "STATUS", "TENTATIVE"
    yield "SUMMARY", _text(entry.summary)
    if entry.location:
        yield "LOCATION", _text(entry.location)
    yield "DESCRIPTION", _text(entry.description)
    yield "TRANSP", "TRANSPARENT"
    yield "END", "VEVENT"


def _stamp(brief: Brief) -> str:
    """When what is told was last known: the latest publication, else the day of the event."""
    moments = [m for s in brief.sources if (m := _moment(s.published))]
    value = brief.event.date.value if brief.event.date else ""
    day = parse_day(value) if is_day(value) else None
    if day:
        moments = moments or [datetime(day.year, day.month, day.day, tzinfo=UTC)]
    return f"{max(moments):%Y%m%dT%H%M%SZ}" if moments else _EPOCH


def _moment(published: str | None) -> datetime | None:
    if parse_day(published) is None:
        return None
    try:
        moment = datetime.fromisoformat(published or "")
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _entries(brief: Brief, documents: Mapping[str, Document], root: str) -> Iterator[_Entry]:
    teller = _Teller(brief, documents, root)
    value = brief.event.date.value if brief.event.date else ""
    if _is_placeable(value):
        yield _Entry(
            uid=f"{brief.event.id}@briefing.invalid",
            value=value,
            summary=_shorten(_calm(brief.headline or brief.event.label or brief.event.id)),
            description=teller.tell_event(value),
            location=_calm(brief.event.place.words),
        )
    ahead = _find_ahead(brief, documents)
    for day in sorted(ahead):
        points = ahead[day]
        yield _Entry(
            uid=f"{brief.event.id}-{day}@briefing.invalid",
            value=day,
            summary=_shorten(_calm(next(iter(points)).text)),
            description=teller.tell_ahead(day, tuple(points)),
            time=_find_time(day, points),
        )


def _is_placeable(value: str) -> bool:
    return (is_day(value) or is_month(value)) and is_iso(value)


def _shorten(words: str) -> str:
    if len(words) <= _SUMMARY_LENGTH:
        return words
    return words[:_SUMMARY_LENGTH].rpartition(" ")[0].rstrip(" ,;:–—") + " …"


def _find_ahead(
    brief: Brief, documents: Mapping[str, Document]
) -> dict[str, dict[Point, list[DateMention]]]:
    """The days and months after all that is known to have been, with who gives them."""
    last = _last_day(brief)
    found: dict[str, dict[Point, list[DateMention]]] = {}
    # A point that tells of the future is no "next" sentence again; other dates may be of anything.
    told = (p for p in (*brief.bluf, *brief.points) if looks_ahead(p.text, p.language))
    for point in dict.fromkeys((*brief.next, *told)):
        dates = [m for c in point.citations for m in _dates_in(documents[c.article], c)]
        for mention in dates:
            value = mention.value or ""
            if last and _is_placeable(value) and value > last[: len(value)]:
                found.setdefault(value, {})[point] = dates
    return found


def _last_day(brief: Brief) -> str:
    """The event's date or the latest day of publication, whichever is later."""
    published = [s.published[:10] for s in brief.sources if parse_day(s.published) and s.published]
    value = brief.event.date.value if brief.event.date else ""
    return max([*published, value])


def _dates_in(document: Document, place: Citation) -> Iterator[DateMention]:
    yield from (m for m in document.dates if place.start <= m.start and m.end <= place.end)


def _find_time(day: str, points: Mapping[Point, Sequence[DateMention]]) -> str:
    """The time of a day's first sentence, where that gives no other day and no other time."""
    dates = next(iter(points.values()))
    days = {m.value for m in dates if m.value}
    times = {(m.time, m.zone) for m in dates if m.time}
    if not is_day(day) or days != {day} or len(times) != 1:
        return ""
    ((time, zone),) = times
    try:
        moment = datetime.fromisoformat(f"{day}T{time}")
        return _in_zone(moment, zone or "")
    except (ValueError, OSError, OverflowError):
        return ""


def _in_zone(moment: datetime, zone: str) -> str:
    """A moment in universal time; without a zone that is known, in that of whoever looks."""
    if zone[:1] in {"+", "-"}:
        moment = datetime.fromisoformat(f"{moment:%Y-%m-%dT%H:%M}{zone}")
    elif zone in _UNIVERSAL:
        moment = moment.replace(tzinfo=UTC)
    elif "/" in zone:
        moment = moment.replace(tzinfo=ZoneInfo(zone))
    else:
        return f"{moment:%Y%m%dT%H%M%S}"
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


class _Teller:
    """Descriptions: what the sources say, where it stands, and how sure the date is."""

    def __init__(self, brief: Brief, documents: Mapping[str, Document], root: str) -> None:
        self._brief, self._documents = brief, documents
        self._sources = {s.article: s for s in brief.sources}
        self._paths = {s.article: relative_path(s.path, root) for s in brief.sources}

    def tell_event(self, value: str) -> str:
        """The bottom line, who gives the date in which words, and rival dates."""
        brief = self._brief
        cited = brief.event.date.citations if brief.event.date else ()
        dates = [c for c in cited if c.article in self._sources]
        given = [f"“{self._words(c)}” {self._number(c.article)}" for c in dates]
        told = [self._sentence(p) for p in brief.bluf]
        told.append(f"Date: {value}, from {', '.join(given)}." if given else f"Date: {value}.")
        told += [_ONLY_MONTH] if is_month(value) else []
        told += self._rival_dates()
        places = [c for p in brief.bluf for c in p.citations] + dates
        return self._join(told, places)

    def tell_ahead(self, value: str, points: Sequence[Point]) -> str:
        """The sentences that look ahead to a day, and where they stand."""
        told = [self._sentence(p) for p in points]
        times = {
            f"{m.time} {m.zone or 'no zone given'}"
            for p in points
            for c in p.citations
            for m in _dates_in(self._documents[c.article], c)
            if m.time
        }
        told += [_ONLY_MONTH] if is_month(value) else []
        told += [f"Times named: {', '.join(sorted(times))}."] if times else []
        told.append("As announced; whether it took place is not known from these sources.")
        return self._join(told, [c for p in points for c in p.citations])

    def _rival_dates(self) -> Iterator[str]:
        for difference in self._brief.differences:
            if any(is_iso(v.normalised) for v in difference.values):
                rivals = " / ".join(map(self._rival, difference.values))
                yield f"Disputed: {_calm(difference.about)}: {rivals}"

    def _rival(self, value: DifferenceValue) -> str:
        return f"{_calm(value.text)} {self._number(value.article)}"

    def _sentence(self, point: Point) -> str:
        numbers = dict.fromkeys(self._number(c.article) for c in point.citations)
        words = f"“{_calm(point.text)}” {''.join(numbers)}"
        return f"{words} — {count(point.origins, 'origin')}" if point.origins > 1 else words

    def _words(self, place: Citation) -> str:
        text = self._documents[place.article].article.text
        return _calm(cite_words(text, place.start, place.end))

    def _number(self, article: str) -> str:
        return f"[{self._sources[article].number}]"

    def _join(self, told: Sequence[str], places: Sequence[Citation]) -> str:
        noted = [self._note(self._sources[c.article], c) for c in dict.fromkeys(places)]
        return "\n".join([*told, "", *noted])

    def _note(self, source: SourceEntry, place: Citation) -> str:
        parts = (
            source.source,
            source.published,
            source.language,
            self._paths[source.article],
            f"characters {place.start}–{place.end}",
            f"sha256 {source.sha256[:HASH_SHOWN]}",
        )
        return f"[{source.number}] " + " · ".join(_calm(part) for part in parts if part)
