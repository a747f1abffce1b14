"""Marks on stretches of pages: made where the reader is, and listed.

Invariant: pure; every mark is a line of the list, those adrift too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.anchoring import anchor_at, storable
from briefing.escaping import one_line
from briefing.marks import PlacedMark, PlacedMarks
from briefing.model import Article, Span, SpanMark
from briefing.tui.catalogue import Catalogue
from briefing.tui.event_entries import shown_date
from briefing.tui.source_pane import source_name


def mark_at(article: Article, span: Span, note: str, corpus: str) -> SpanMark:
    """The mark of a range of a page."""
    place = anchor_at(article, span.start, span.end)
    source = storable(source_name(article))
    return SpanMark(place, storable(note), source, corpus=storable(corpus))


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One line of the list of marks; a heading has none."""

    heading: str = ""
    words: str = ""
    note: str = ""
    placed: PlacedMark | None = None


def mark_lines(marks: PlacedMarks, catalogue: Catalogue) -> Iterator[MarkLine]:
    """The marks under the pages where they stand."""
    last: str | None = None
    for placed in marks.all:
        mark, place = placed.mark, placed.place
        article = place.article if place else ""
        if article != last:
            last = article
            yield MarkLine(heading=_heading(article, catalogue))
        source = "" if place else f"{one_line(mark.source or mark.place.page)}: "
        words = source + one_line(mark.place.words)
        yield MarkLine(words=words, note=one_line(mark.note), placed=placed)


def _heading(article: str, catalogue: Catalogue) -> str:
    if not article:
        return "Adrift: these words are in no page now"
    page = catalogue.documents[article].article
    parts = (source_name(page), shown_date(page.published), one_line(page.headline or ""))
    return " · ".join(part for part in parts if part)
