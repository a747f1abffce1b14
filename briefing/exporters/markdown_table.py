"""The matrix of facts as a Markdown table that also reads as plain text.

Invariant: one column for each source, headed by its number; a cell is `[^n]` where the source
carries the fact, `≠[^n]` where it gives another value, `–` where it is silent, and its note is a
place in that source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.exporters.escaping import escape_markdown
from briefing.exporters.layout import Page
from briefing.exporters.rows import LEFT_OUT, Row, Section, tell_left_out
from briefing.exporters.side_by_side import LEGEND
from briefing.model import MatrixCell, Stance

SILENT = "–"
OTHER = "≠"
_WIDEST = 95
_NARROWEST = 24
_MANY = 5
_RULE = re.compile(r"^\|:-+\|(?::-+:\|)+$")
_CELL_END = re.compile(r"(?<!\\)\|")
_CELL = re.compile(r"^(?:–|≠?\[\^([1-9][0-9]{0,8})\])$")


def write_table(section: Section, page: Page) -> Iterator[str]:
    """The lines of the table, padded to be narrow and straight, and what its signs mean."""
    cells = [[_write_cell(cell, page) for cell in row.cells] for row in section.rows]
    heads = [str(number) for number in range(1, len(cells[0]) + 1)]
    pad = 2 if len(heads) < _MANY else 0
    widths = [max(3, *map(len, column)) + pad for column in zip(heads, *cells, strict=True)]
    room = max(_NARROWEST, _WIDEST - sum(width + 1 for width in widths) - 4)
    labels = [_label(row, room) for row in section.rows]
    label_width = max(3, *map(len, labels))
    yield LEGEND
    yield ""
    yield _line("", heads, label_width, widths)
    yield "|:" + "-" * (label_width + 1) + "|" + "".join(f":{'-' * (w - 2)}:|" for w in widths)
    for label, row in zip(labels, cells, strict=True):
        yield _line(label, row, label_width, widths)
    if section.left_out:
        yield ""
        yield tell_left_out(section.left_out)


def _line(label: str, cells: Sequence[str], label_width: int, widths: Sequence[int]) -> str:
    padded = "|".join(cell.center(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {label:<{label_width}} |{padded}|"


def _write_cell(cell: MatrixCell, page: Page) -> str:
    if cell.stance is Stance.SILENT:
        return SILENT
    reference = f"[^{page.notes[cell.citations[0]].number}]"
    return OTHER + reference if cell.stance is Stance.OTHER else reference


def _label(row: Row, room: int) -> str:
    """The fact in so many characters, escapes counted, cut before what has no more room."""
    words = f"{row.lead} {row.words}"
    shown = escape_markdown(words)
    while len(shown) > room and words:
        words = words[: len(words) - max(1, (len(shown) - room) // 2)].rstrip(" …")
        shown = escape_markdown(f"{words}…")
    return shown


def check_row(line: str, source_of: Mapping[int, int]) -> Iterator[str]:
    """Why a line of the section of the matrix is not what the exporter writes, if so.

    `source_of` gives each footnote's source: a note in a column must be a place in its source.
    """
    if line in {LEGEND, ""} or LEFT_OUT.match(line) or _RULE.match(line):
        return
    cells = _CELL_END.split(line)[2:-1]
    if not (line.startswith("| ") and line.endswith("|")) or not cells:
        yield "this line is no row of the table"
        return
    if all(cell.strip().isdecimal() for cell in cells):
        return
    for number, cell in enumerate(cells, start=1):
        found = _CELL.match(cell.strip())
        if found is None:
            yield f"the cell of source {number} is none of a brief"
        elif found[1] and source_of.get(int(found[1])) != number:
            yield f"footnote {found[1]} is no place in source {number}"
