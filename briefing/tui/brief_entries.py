"""A brief as the lines of its pane, in the order of the exported page.

Invariant: a pure function of the brief; sections, rows and their order are those of
`exporters.layout`, so that screen and export never tell different things. Citations are shown by
the numbers of their sources, which the source panes carry too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.escaping import one_line
from briefing.exporters.layout import COMMENT, QUOTES, SOURCES, Row, count, lay_out
from briefing.model import Brief, Citation, Document, SourceEntry
from briefing.tui.event_entries import shown_date


@dataclass(frozen=True, slots=True)
class BriefEntry:
    """One entry of the pane: a heading (no citations), or words with the places they rest on."""

    words: str
    lead: str = ""
    tail: str = ""
    depth: int = 0
    citations: tuple[Citation, ...] = ()
    numbers: tuple[int, ...] = ()
    is_heading: bool = False


def brief_entries(brief: Brief, documents: Mapping[str, Document]) -> Iterator[BriefEntry]:
    """Every section with its rows, gaps included; the analyst's empty comment is left out."""
    page = lay_out(brief, documents, "")
    numbers = {source.article: source.number for source in brief.sources}
    for section in page.sections:
        if section.title == COMMENT:
            continue
        yield BriefEntry(section.title, is_heading=True)
        rows = map(_quoted, section.rows) if section.title == QUOTES else section.rows
        yield from (_entry(row, numbers) for row in rows)
    yield BriefEntry(SOURCES, is_heading=True)
    yield from (_source_entry(source) for source in brief.sources)


def brief_header(brief: Brief) -> tuple[str, str, str]:
    """What happened; when and where; how many articles, independent origins and languages."""
    date = shown_date(brief.event.date.value if brief.event.date else None) or "no date"
    place = one_line(brief.event.place.words) or "no place"
    counts = (
        count(len(brief.sources), "article"),
        count(brief.origins, "origin"),
        ", ".join(brief.languages),
    )
    title = one_line(brief.headline or brief.event.label) or brief.event.id
    return title, f"{date} · {place}", " · ".join(c for c in counts if c)


def _quoted(row: Row) -> Row:
    return replace(row, words=f"“{row.words}”")


def _entry(row: Row, numbers: Mapping[str, int]) -> BriefEntry:
    cited = dict.fromkeys(numbers[c.article] for c in row.citations if c.article in numbers)
    return BriefEntry(
        one_line(row.words),
        one_line(row.lead),
        one_line(row.tail),
        row.depth,
        row.citations,
        tuple(cited),
    )


def _source_entry(source: SourceEntry) -> BriefEntry:
    told = (
        source.source or source.path,
        source.origin and f"from {source.origin}",
        shown_date(source.published),
        source.language,
    )
    words = " · ".join(one_line(part) for part in told if part)
    place = (Citation(source.article, 0, 0),)
    return BriefEntry(words, citations=place, numbers=(source.number,), tail=source.sha256[:12])
