"""A brief as the lines of its pane, in the order of the exported page.

Invariant: a pure function of the brief; sections, rows and their order are those of
`exporters.layout`, so that screen and export never tell different things. Citations are shown by
the numbers of their sources, which the source panes carry too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefing.escaping import one_line
from briefing.exporters.layout import COMMENT, DOUBT, QUOTES, SOURCES, count, lay_out
from briefing.exporters.rows import Row
from briefing.exporters.side_by_side import sign_of as sign_of_stance
from briefing.model import Brief, Citation, Document, Event, SourceEntry
from briefing.tui.brief_changes import Signs, sign_of
from briefing.tui.event_entries import shown_date

_NO_SIGNS: Signs = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class BriefEntry:
    """One entry of the pane: a heading (no citations), or words with the places they rest on.

    `event` is the id of another event that it leads to instead.
    """

    words: str
    lead: str = ""
    tail: str = ""
    depth: int = 0
    citations: tuple[Citation, ...] = ()
    numbers: tuple[int, ...] = ()
    is_heading: bool = False
    sign: str = ""
    event: str = ""


def brief_entries(
    brief: Brief, documents: Mapping[str, Document], signs: Signs = _NO_SIGNS
) -> Iterator[BriefEntry]:
    """Every section with its rows, gaps included; the analyst's empty comment is left out.

    `signs` mark the lines that are not as they were.
    """
    page = lay_out(brief, documents, "")
    numbers = {source.article: source.number for source in brief.sources}
    for section in page.sections:
        if section.title == COMMENT:
            continue
        yield BriefEntry(section.title, is_heading=True)
        rows = map(_quoted, section.rows) if section.title == QUOTES else section.rows
        yield from (_signed(_entry(row, numbers), section.title, signs) for row in rows)
        if section.left_out:
            yield BriefEntry("", tail=f"and {section.left_out} more: F has the table")
    yield BriefEntry(SOURCES, is_heading=True)
    yield from (_signed(_source_entry(s), SOURCES, signs) for s in brief.sources)


def _signed(entry: BriefEntry, section: str, signs: Signs) -> BriefEntry:
    sign = sign_of(section, entry.citations, signs, entry.lead)
    return replace(entry, sign=sign) if sign else entry


def brief_header(brief: Brief) -> tuple[str, str, str]:
    """What happened; when and where; how many articles, independent origins and languages."""
    counts = (
        count(len(brief.sources), "article"),
        count(brief.origins, "origin"),
        ", ".join(brief.languages),
    )
    title, when = event_header(brief.event)
    return one_line(brief.headline) or title, when, " · ".join(c for c in counts if c)


def event_header(event: Event) -> tuple[str, str]:
    """What happened; when and where: as far as it is known before there is a brief."""
    date = shown_date(event.date.value if event.date else None) or "no date"
    place = one_line(event.place.words) or "no place"
    return one_line(event.label) or event.id, f"{date} · {place}"


def _quoted(row: Row) -> Row:
    return replace(row, words=f"“{row.words}”")


def _entry(row: Row, numbers: Mapping[str, int]) -> BriefEntry:
    cited = dict.fromkeys(numbers[c.article] for c in row.citations if c.article in numbers)
    signs = "".join(sign_of_stance(cell.stance) for cell in row.cells)
    return BriefEntry(
        one_line(row.words),
        one_line(row.lead),
        signs or one_line(row.tail),
        row.depth,
        row.citations,
        () if signs else tuple(cited),
        event=row.link.event if row.link else "",
    )


def _source_entry(source: SourceEntry) -> BriefEntry:
    told = (
        source.source or source.path,
        *(f"{DOUBT} {doubt}" for doubt in source.doubts),
        source.origin and f"from {source.origin}",
        shown_date(source.published),
        source.language,
    )
    words = " · ".join(one_line(part) for part in told if part)
    place = (Citation(source.article, 0, 0),)
    return BriefEntry(words, citations=place, numbers=(source.number,), tail=source.sha256[:12])
