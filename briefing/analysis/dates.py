"""The dates of a page: found by their words and forms, resolved against the day of publication.

Invariant: a mention's span reproduces the page; spans do not overlap; a value is ISO and is None
where the page does not let one know. The page's own order of day and month is found out, never
assumed, where a weekday or the clock tells it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from briefing.analysis.dates_forms import read_dates
from briefing.analysis.dates_published import publication_date, publication_dates
from briefing.analysis.dates_resolve import (
    last_before,
    opens_span,
    readings_of,
    resolve,
    settle,
)
from briefing.analysis.dates_tense import find_lean
from briefing.analysis.dates_units import Line, Reading, read_line
from briefing.days import parse_day
from briefing.lexicon.named_days import head_of_day, named_days
from briefing.model import OWN_KINDS, Block, BlockKind, DateMention

__all__ = [
    "disambiguate",
    "find_dates",
    "lead_weekdays",
    "page_date",
    "publication_date",
    "publication_dates",
    "settle_publication",
]

_LEAD_BLOCKS = 4
_WEEK = 7


def find_dates(
    text: str, blocks: Sequence[Block], published: str | None
) -> tuple[DateMention, ...]:
    """The dates and times of day in all blocks, in the order of the page.

    `published` is the ISO day or date-time of publication; without it a full date in a dateline
    block stands in for it.
    """
    anchor = parse_day(published) or parse_day(page_date(text, blocks))
    lines = [
        (block, line)
        for block in sorted(blocks, key=lambda b: (b.start, b.end))
        for line in _lines(text, block)
    ]
    is_month_first = _is_month_first(lines, anchor)
    return tuple(
        mention
        for block, line in lines
        for mention in _mentions(text, block, line, anchor, is_month_first=is_month_first)
    )


def _mentions(
    text: str, block: Block, line: Line, anchor: date | None, *, is_month_first: bool
) -> list[DateMention]:
    """The dates of a line; where two are the ends of a span, the first comes before the second."""
    readings = [
        settle(line, reading, anchor)
        for reading in read_dates(line)
        if not _is_in_name(text, block, line, reading)
    ]
    found = [
        _mention(text, block, line, reading, anchor, is_month_first=is_month_first)
        for reading in readings
    ]
    for at in range(len(readings) - 1):
        end = parse_day(found[at + 1].value)
        if end is not None and opens_span(line, readings[at], readings[at + 1]):
            found[at] = replace(found[at], value=last_before(readings[at], end))
    return found


def _is_in_name(text: str, block: Block, line: Line, reading: Reading) -> bool:
    """Whether a day without a year is what a square or a movement is called after."""
    if reading.year is not None or reading.day is None or reading.month is None:
        return False
    start = line.units[reading.first].start
    if not text[start].isdigit():
        return False
    names = named_days(text, line.units[0].start, line.units[-1].end)
    is_named = any(name.start <= start < name.end for name in names)
    return is_named or head_of_day(text, block.start, start) is not None


def page_date(text: str, blocks: Sequence[Block]) -> str | None:
    """When the page says it was published, the order of day and month checked by its lead."""
    for block in sorted(blocks, key=lambda b: (b.start, b.end)):
        if block.kind is not BlockKind.DATELINE:
            continue
        for line in text[block.start : block.end].splitlines():
            if found := publication_dates(line, block.language):
                return settle_publication(found, text, blocks)
    return None


def settle_publication(readings: Sequence[str], text: str, blocks: Sequence[Block]) -> str | None:
    """The reading of a dateline that the report bears out; it is asked only where there are two."""
    if len(readings) == 1:
        return readings[0]
    return disambiguate(readings, lead_weekdays(text, blocks)) if readings else None


def lead_weekdays(text: str, blocks: Sequence[Block]) -> tuple[int, ...]:
    """The weekdays (ISO) that the first blocks of the report name, in order."""
    own = [b for b in sorted(blocks, key=lambda b: (b.start, b.end)) if b.kind in OWN_KINDS]
    return tuple(
        reading.weekday
        for block in own[:_LEAD_BLOCKS]
        for line in _lines(text, block)
        for reading in read_dates(line)
        if reading.weekday is not None
    )


def disambiguate(line_date_candidates: Sequence[str], weekdays: Collection[int]) -> str | None:
    """The reading of a dateline that fits the weekdays the report names.

    News names the day it reports: the candidate that falls on such a weekday, or the fewest days
    after one, is right. Ties and pages without weekdays keep the first, the best by form.
    """
    if not line_date_candidates:
        return None

    def distance(candidate: str) -> int:
        day = parse_day(candidate)
        if day is None:
            return _WEEK
        return min(((day.isoweekday() - w) % _WEEK for w in weekdays), default=0)

    return min(line_date_candidates, key=distance)


def _lines(text: str, block: Block) -> Iterator[Line]:
    at = block.start
    for piece in text[block.start : block.end].splitlines(keepends=True):
        yield read_line(text, at, at + len(piece), block.language)
        at += len(piece)


def _is_month_first(lines: Sequence[tuple[Block, Line]], anchor: date | None) -> bool:
    """Whether the page writes the month first: its dateline is the day of publication only so."""
    for block, line in lines:
        if block.kind is not BlockKind.DATELINE or anchor is None:
            continue
        for reading in read_dates(line):
            if reading.is_swappable and anchor in readings_of(reading, is_month_first=True)[:1]:
                return anchor != readings_of(reading, is_month_first=False)[0]
    return False


def _mention(
    text: str,
    block: Block,
    line: Line,
    reading: Reading,
    anchor: date | None,
    *,
    is_month_first: bool,
) -> DateMention:
    needs_lean = reading.year is None and (reading.weekday or reading.month) is not None
    lean = find_lean(line, reading, block.kind) if needs_lean else 0
    value, partial = resolve(reading, anchor, lean, is_month_first=is_month_first)
    start, end = line.units[reading.first].start, line.units[reading.last - 1].end
    return DateMention(start, end, text[start:end], value, partial, reading.time, reading.zone)
