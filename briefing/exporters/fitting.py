"""A brief on two pages: fewer lines, the better ones, and a word on what is left out.

Invariant: the order of sections and rows stays; an entry is left out whole, from the end of its
section, where that is not enough what hangs on an entry; neither without being counted in
`Section.left_out`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from briefing.exporters.rows import Row, Section, entries

WIDTH = 95
"""Characters of a printed line."""
LINES = 116
"""Lines of two printed pages, beside what the notes take."""
_NOTE = 3
"""What a reference to a note takes of a line in print."""
_HEADING = 2
_TITLE = 4


def fit(
    sections: Sequence[Section],
    sources: int,
    least: Mapping[str, tuple[int, int]],
    thin: frozenset[str] = frozenset(),
) -> tuple[Section, ...]:
    """The sections cut to two pages, as far as each keeps the entries that it must.

    `least` names, in the order in which they are cut, the sections that can be cut, how many
    entries each keeps, and how many where that is not enough; `thin` those of which, at last, what
    hangs on the entries goes.
    """
    held = {s.title: list(entries(s.rows)) for s in sections}
    totals = {title: len(found) for title, found in held.items()}
    for stage in (0, 1):
        floors = {title: numbers[stage] for title, numbers in least.items()}
        while _height(held, sources) > LINES:
            cuttable = [t for t, floor in floors.items() if len(held.get(t, ())) > floor]
            if not cuttable:
                break
            for title in cuttable:
                held[title].pop()
                if _height(held, sources) <= LINES:
                    break
    dropped = _thin_out(held, thin, sources)
    return tuple(
        Section(
            s.title,
            tuple(row for entry in held[s.title] for row in entry),
            s.left_out + totals[s.title] - len(held[s.title]) + dropped.get(s.title, 0),
        )
        for s in sections
    )


def _thin_out(
    held: dict[str, list[tuple[Row, ...]]], thin: frozenset[str], sources: int
) -> dict[str, int]:
    """Leave out what hangs on entries, the last first, as long as there is no room; how much."""
    dropped: dict[str, int] = {}
    for title in sorted(thin & held.keys()):
        for number in reversed(range(len(held[title]))):
            while len(held[title][number]) > 1 and _height(held, sources) > LINES:
                held[title][number] = held[title][number][:-1]
                dropped[title] = dropped.get(title, 0) + 1
    return dropped


def _height(held: Mapping[str, Sequence[Sequence[Row]]], sources: int) -> int:
    """How many lines the page takes, its list of sources included, two lines a source."""
    body = sum(_HEADING + sum(_lines(row) for entry in e for row in entry) for e in held.values())
    return _TITLE + body + _HEADING + 2 * sources


def _lines(row: Row) -> int:
    if row.cells:
        return 1
    length = len(row.lead) + len(row.words) + len(row.tail) + _NOTE * len(row.citations)
    return max(1, math.ceil(length / WIDTH))
