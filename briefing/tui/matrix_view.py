"""The table of facts by source as cells to draw, and what stands behind each.

Invariant: pure; a stance shows by its sign, never by a colour alone, and nothing of a page is read
as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from briefing.escaping import one_line
from briefing.exporters.side_by_side import sign_of
from briefing.lexicon.citing import cite_words
from briefing.model import Brief, Document, MatrixCell, MatrixRow, Stance
from briefing.tui.source_pane import source_name
from briefing.tui.wrapping import shortened, wrap

LEGEND = "● carries it   ≠ gives another value   – is silent"
_FEWEST = 16
_CELL = 4
_EDGE = 6


def label_width(width: int, sources: int) -> int:
    """How many columns the facts have beside so many sources in a window of a width."""
    return max(_FEWEST, width - _CELL * sources - _EDGE)


def label_of(row: MatrixRow, width: int) -> str:
    """A fact on one line, cut where the column ends."""
    return shortened(one_line(f"{row.kind}: {row.fact}"), width)


def sign_cell(cell: MatrixCell) -> str:
    """The sign of a cell."""
    return sign_of(cell.stance)


def tell_cell(
    row: MatrixRow,
    cell: MatrixCell,
    brief: Brief,
    documents: Mapping[str, Document],
    room: tuple[int, int] | None = None,
) -> Content:
    """The fact; which source the cell is of and what it does; its words.

    In a `room` of so many cells and lines, fact and words are cut to what it holds: neither pushes
    out the other, or what stands between them.
    """
    number = next((s.number for s in brief.sources if s.article == cell.article), 0)
    document = documents.get(cell.article)
    name = source_name(document.article) if document else cell.article
    language = document.article.language if document else None
    where = ", ".join(part for part in (one_line(name), language) if part)
    told = f"[{number}] {where} {_verb(cell)}"
    fact = one_line(f"{row.kind}: {row.fact}")
    words = f"“{_words(cell, document)}”" if document and cell.citations else ""
    if room:
        cells, lines = room
        fact, told = shortened(fact, cells), shortened(told, cells)
        words = "\n".join(_first_lines(words, cells, lines - 2))
    return Content("\n").join((Content.styled(fact, "bold"), Content(told), Content(words)))


def _first_lines(words: str, cells: int, most: int) -> Iterator[str]:
    """The first lines of words at a width; the last one says with an ellipsis that more follow."""
    for number, line in enumerate(wrap(words, max(1, cells))[:most], start=1):
        yield (
            words[line.start : line.end] if number < most else shortened(words[line.start :], cells)
        )


def _verb(cell: MatrixCell) -> str:
    verbs = {
        Stance.CARRIES: "says so:",
        Stance.OTHER: "says otherwise:",
        Stance.SILENT: "does not say.",
    }
    return verbs[cell.stance]


def _words(cell: MatrixCell, document: Document) -> str:
    place = cell.citations[0]
    return one_line(cite_words(document.article.text, place.start, place.end))
