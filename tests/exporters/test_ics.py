"""Calendars: the event and what is announced, valid under RFC 5545 and the same every time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exporters.ics import IcsExporter, fold_line
from briefing.model import Brief, DateMention, Document, EventDate
from briefing.plugins import EXPORTERS
from tests.exporters.samples import make_brief, make_documents

icalendar = pytest.importorskip("icalendar")


def dated(documents: dict[str, Document], *mentions: DateMention) -> dict[str, Document]:
    """The documents with dates in the last sentence of the first page."""
    first = documents["pages/a.txt"]
    start = first.sentences[2].start
    moved = tuple(replace(m, start=start, end=start + 4) for m in mentions)
    return {**documents, "pages/a.txt": replace(first, dates=moved)}


def mention(value: str | None, time: str | None = None, zone: str | None = None) -> DateMention:
    return DateMention(0, 4, "then", value, None, time, zone)


def events(brief: Brief, documents: dict[str, Document]) -> list[Any]:
    text = IcsExporter().export(brief, documents, "")
    return list(icalendar.Calendar.from_ical(text.encode()).walk("VEVENT"))


def test_the_day_of_the_event_is_a_whole_day_with_its_citations() -> None:
    documents = make_documents()
    (event,) = events(make_brief(documents), documents)
    assert event["DTSTART"].dt == date(2031, 5, 6)
    assert "DTEND" not in event
    assert event["UID"] == "2031-05-06-port-alva@briefing.invalid"
    assert event["DTSTAMP"].dt == datetime(2031, 5, 6, tzinfo=UTC)
    assert event["LOCATION"] == "Port Alva, Nowhere"
    told = event["DESCRIPTION"]
    assert "“Minister Ada Roe met her guest.” [1][2] — 2 origins" in told
    assert "Date: 2031-05-06, from “Harbour” [1]." in told
    digest = documents["pages/a.txt"].article.sha256[:12]
    assert f"pages/a.txt · characters 31–62 · sha256 {digest}" in told


def test_what_is_announced_for_a_day_stands_on_that_day() -> None:
    documents = dated(make_documents(), mention("2031-06-12"))
    _, ahead = events(make_brief(documents), documents)
    assert ahead["DTSTART"].dt == date(2031, 6, 12)
    assert ahead["SUMMARY"] == "They set up a fund of 30."
    assert ahead["UID"] == "2031-05-06-port-alva-2031-06-12@briefing.invalid"
    assert "whether it took place is not known" in ahead["DESCRIPTION"]


def test_a_month_is_filled_as_tentative_and_a_year_is_left_out() -> None:
    documents = dated(make_documents(), mention("2031-12"), mention("2032"))
    _, ahead = events(make_brief(documents), documents)
    assert (ahead["DTSTART"].dt, ahead["DTEND"].dt) == (date(2031, 12, 1), date(2032, 1, 1))
    assert ahead["STATUS"] == "TENTATIVE"
    assert "the month, not the day" in ahead["DESCRIPTION"]


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("GMT", datetime(2031, 6, 12, 10, 30, tzinfo=UTC)),
        ("+02:00", datetime(2031, 6, 12, 8, 30, tzinfo=UTC)),
        ("Europe/Paris", datetime(2031, 6, 12, 8, 30, tzinfo=UTC)),
        ("local", datetime.fromisoformat("2031-06-12T10:30")),
        (None, datetime.fromisoformat("2031-06-12T10:30")),
    ],
)
def test_a_time_is_that_of_its_zone_and_without_one_it_stays_without(
    zone: str | None, expected: datetime
) -> None:
    documents = dated(make_documents(), mention("2031-06-12"), mention(None, "10:30", zone))
    _, ahead = events(make_brief(documents), documents)
    assert ahead["DTSTART"].dt == expected
    assert f"Times named: 10:30 {zone or 'no zone given'}." in ahead["DESCRIPTION"]


@pytest.mark.parametrize(
    "others", [("2031-06-13", "10:30"), (None, "11:00"), (None, "25:99"), (None, "x")]
)
def test_a_time_that_may_be_of_another_day_is_no_time(others: tuple[str | None, str]) -> None:
    documents = dated(
        make_documents(),
        mention("2031-06-12"),
        mention(None, "10:30" if others[1] == "11:00" else None),
        mention(*others),
    )
    ahead = events(make_brief(documents), documents)[1]
    assert ahead["DTSTART"].dt == date(2031, 6, 12)


def test_days_that_are_past_when_the_pages_appeared_are_not_announced() -> None:
    documents = dated(make_documents(), mention("2031-05-06"), mention("2030-01-01"))
    assert len(events(make_brief(documents), documents)) == 1


def test_a_brief_without_dates_has_nothing_for_a_calendar() -> None:
    documents = make_documents()
    brief = make_brief(documents)
    for value in (None, EventDate("2031"), EventDate("2031-13-45"), EventDate("soon")):
        unknown = replace(brief, event=replace(brief.event, date=value))
        assert IcsExporter().export(unknown, documents, "") == ""


def test_rival_dates_are_told_with_who_gives_them() -> None:
    documents = make_documents()
    brief = make_brief(documents)
    (difference,) = brief.differences
    one, two = difference.values
    days = (replace(one, text="6 May", normalised="2031-05-06"),
            replace(two, text="7 mai", normalised="2031-05-07"))  # fmt: skip
    rival = replace(brief, differences=(replace(difference, about="day", values=days),))
    told = events(rival, documents)[0]["DESCRIPTION"]
    assert "Disputed: day: 6 May [1] / 7 mai [2]" in told


def test_the_file_is_the_same_every_time_and_ends_lines_as_the_standard_says() -> None:
    documents = dated(make_documents(), mention("2031-06-12"))
    texts = {IcsExporter().export(make_brief(documents), documents, "") for _ in range(2)}
    (text,) = texts
    assert text.replace("\r\n", "").count("\n") == 0
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")


def test_the_latest_publication_dates_the_calendar() -> None:
    documents = make_documents()
    brief = make_brief(documents)
    for published, stamp in (
        ("2031-05-07T10:00+02:00", datetime(2031, 5, 7, 8, tzinfo=UTC)),
        ("0001-01-01T00:00+14:00", datetime(2031, 5, 6, tzinfo=UTC)),
        ("soon", datetime(2031, 5, 6, tzinfo=UTC)),
    ):
        sources = tuple(replace(s, published=published) for s in brief.sources)
        (event,) = events(replace(brief, sources=sources), documents)
        assert event["DTSTAMP"].dt == stamp


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=300))
def test_a_folded_line_is_the_line(line: str) -> None:
    folded = fold_line(line)
    pieces = folded.encode().split(b"\r\n")
    assert pieces[-1] == b""
    assert all(len(piece) <= 75 and piece.decode() is not None for piece in pieces)
    assert folded.removesuffix("\r\n").replace("\r\n ", "") == line


def test_a_calendar_is_a_format_like_others_but_no_whole_brief() -> None:
    exporter = EXPORTERS.load("ics")()
    assert (exporter.suffix, exporter.is_whole) == (".ics", False)
