"""The lines of a brief's page, whatever section they stand in.

Invariant: a row carries words as the sources have them, or the program's own where its section is
derived; nothing here is escaped.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model import Citation, EventLink, MatrixCell, SourceEntry

LEFT_OUT = re.compile(r"^and [0-9]{1,6} more, in the JSON$")
"""What `tell_left_out` writes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a section: words, where they stand, and the program's own words around them.

    `cells` has what each source does with the fact, in a section that lays sources side by side;
    `link` is the other event that a line leads to.
    """

    words: str
    citations: tuple[Citation, ...] = ()
    lead: str = ""
    tail: str = ""
    depth: int = 0
    language: str | None = None
    cells: tuple[MatrixCell, ...] = ()
    link: EventLink | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its rows; `left_out` counts the entries that only the JSON has."""

    title: str
    rows: tuple[Row, ...]
    left_out: int = 0


def entries(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """The rows of a section entry by entry: a row with those that hang on it."""
    held: list[Row] = []
    for row in rows:
        if held and not row.depth:
            yield tuple(held)
            held = []
        held.append(row)
    if held:
        yield tuple(held)


def tell_left_out(number: int) -> str:
    """What a page says of the entries that it does not show."""
    return f"and {number} more, in the JSON"


def source_name(source: SourceEntry) -> str:
    """What to call a source: its outlet, else the name of its file, never where that lies."""
    return source.source or posixpath.basename(source.path) or source.article
