"""The sections that set the sources beside each other: attendance, the matrix of facts, origins.

Invariant: their words are the program's; each row cites every place that it rests on, source by
source, and calls sources by their numbers in the list of sources.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.exporters.rows import Row, Section, source_name
from briefing.model import Attendee, Brief, MatrixRow, OriginNode, Stance

ATTENDANCE = "Attendance"
MATRIX = "Facts by source"
ORIGINS = "Origins"
LEGEND = "A note: the source carries it, there. ≠: it gives another value. –: it is silent."
_KINDS = ("what", "when", "where", "outcome", "who", "disputed", "figure", "point")
"""The order of the rows of the matrix: those that are cut first stand last."""
_MOST_PEOPLE = 5
_MOST_CALLS = 3
_LABEL = 72


def attendance_section(brief: Brief) -> Section:
    """Who took part: name, role, country, and what each source calls them."""
    numbers = {s.article: s.number for s in brief.sources}
    return Section(ATTENDANCE, tuple(_attendee_row(a, numbers) for a in brief.attendance))


def _attendee_row(attendee: Attendee, numbers: Mapping[str, int]) -> Row:
    told = ", ".join(part for part in (attendee.role, attendee.country) if part)
    calls: dict[str, list[int]] = {}
    named: list[int] = []
    for account in attendee.accounts:
        held = calls.setdefault(account.words, []) if account.is_titled else named
        held.append(numbers[account.article])
    said = [f"“{words}” in {_listed(held)}" for words, held in list(calls.items())[:_MOST_CALLS]]
    rest = sorted(n for held in list(calls.values())[_MOST_CALLS:] for n in held)
    parts = [
        f"{attendee.origins} origin{'s' * (attendee.origins != 1)}",
        *([] if attendee.is_present else ["speaks of it"]),
        *said,
        *([f"in other words in {_listed(rest)}"] if rest else []),
        *([f"by name in {_listed(named)}"] if named else []),
    ]
    return Row(
        told,
        tuple(a.citation for a in attendee.accounts),
        lead=f"{attendee.name}," if told else attendee.name,
        tail="; ".join(parts),
    )


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


def matrix_section(brief: Brief) -> Section:
    """One row for each fact with a cell for each source; the brief's points come last."""
    people = [row for row in brief.matrix if row.kind == "who"]
    shown = [row for row in brief.matrix if row not in people[_MOST_PEOPLE:]]
    ranked = sorted(shown, key=lambda row: _KINDS.index(row.kind))
    rows = tuple(map(_matrix_row, ranked))
    return Section(MATRIX, rows, len(brief.matrix) - len(shown))


def _matrix_row(row: MatrixRow) -> Row:
    fact = row.fact if len(row.fact) <= _LABEL else row.fact[: _LABEL - 1].rstrip() + "…"
    cited = tuple(cell.citations[0] for cell in row.cells if cell.citations)
    return Row(fact, cited, lead=f"{row.kind}:", language=row.language, cells=row.cells)


def sign_of(stance: Stance) -> str:
    """The sign of a stance where a row of signs stands for a row of the matrix."""
    return {Stance.CARRIES: "●", Stance.OTHER: "≠", Stance.SILENT: "–"}[stance]


def origins_section(brief: Brief) -> Section:
    """The tree of origins: each source below the one whose words it repeats.

    Sources that repeat, credit and name nobody are told in one line; without any evidence there
    is no section.
    """
    names = {s.article: (s.number, source_name(s)) for s in brief.sources}
    parents = {n.parent for n in brief.origin_tree if n.parent}
    told = [n for n in brief.origin_tree if n.evidence or n.article in parents]
    rest = sorted(names[n.article][0] for n in brief.origin_tree if n not in told)
    if not told:
        return Section(ORIGINS, ())
    rows = [_origin_row(n, names) for n in told]
    if rest:
        rows.append(Row(f"{_listed(rest)}: no copy, credit or attribution found", lead="Others:"))
    return Section(ORIGINS, tuple(rows))


def _origin_row(node: OriginNode, names: Mapping[str, tuple[int, str]]) -> Row:
    number, name = names[node.article]
    return Row(
        name,
        tuple(dict.fromkeys(c for e in node.evidence for c in e.citations)),
        lead=f"{number}",
        tail="; ".join(e.words for e in node.evidence),
        depth=node.depth,
    )
