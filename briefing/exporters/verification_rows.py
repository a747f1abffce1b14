"""Checking one line of a Markdown brief's body.

Invariant: in a cited section the words before the first footnote are that footnote's, and all
others are among the few that the program writes there; counts of origins are counted again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from briefing.days import is_iso
from briefing.exporters.escaping import escape_markdown, unescape_markdown
from briefing.exporters.layout import (
    AGREED,
    BACKGROUND,
    BOTTOM_LINE,
    CIRCUMSTANCES,
    DERIVED,
    DISPUTED,
    FACTS,
    HASH_SHOWN,
    KEY_POINTS,
    NEXT,
    NOTES,
    QUOTES,
    SINGLE_SOURCE,
    TIMELINE,
    count,
)
from briefing.exporters.layout_delta import CHANGES_CITED
from briefing.exporters.linked_rows import is_link
from briefing.exporters.markdown_forms import WrittenNote, WrittenRow, read_row, references
from briefing.exporters.markdown_table import check_row as check_table_row
from briefing.exporters.rows import LEFT_OUT
from briefing.exporters.side_by_side import ATTENDANCE, MATRIX
from briefing.exporters.verification_sources import ClaimedSource

_POINTS = frozenset({AGREED, BACKGROUND, BOTTOM_LINE, KEY_POINTS, NEXT, SINGLE_SOURCE})
_CITED = _POINTS | {DISPUTED, QUOTES, TIMELINE} | CHANGES_CITED
_COUNTED = _POINTS | {FACTS, CIRCUMSTANCES, ATTENDANCE}
SECTIONS = _CITED | DERIVED | {NOTES}
"""Every heading that a brief can have."""

_ORIGINS = re.compile(r"^([0-9]{1,6}) origins?$")
_FIRST_ORIGINS = re.compile(r"^([0-9]{1,6}) origins?(?:;|$)")
_DISPUTED_FIGURE = "a figure is disputed"
_OLDER = "background"
_SOURCE_LINE = re.compile(r"^([0-9]{1,9})\. ")
_GROUP = re.compile(r" · origin ([0-9]{1,6})(?: · [0-9T:.+Z-]{4,40})?$")


@dataclass(frozen=True, slots=True)
class Ground:
    """What the lines of a brief are checked against.

    `groups` gives the origin of each source by its number, `answers` the words that the front
    matter has for a question.
    """

    notes: Mapping[int, WrittenNote]
    groups: Mapping[int, int]
    answers: Mapping[str, str]

    def count_origins(self, row: WrittenRow) -> int | None:
        """How many independent origins the cited sources have; None where it is not known."""
        sources = {self.notes[n].source.number for n in row.cited if n in self.notes}
        if not sources or not sources <= self.groups.keys():
            return None
        return len({self.groups[number] for number in sources})


def check_line(section: str, line: str, ground: Ground) -> Iterator[str]:
    """Why a line of a section is not what the exporter writes, if so."""
    numbers = [n for n in references(line) if not (n.isdecimal() and int(n) in ground.notes)]
    yield from (f"there is no footnote {name}" for name in numbers)
    if section == MATRIX:
        source_of = {number: note.source.number for number, note in ground.notes.items()}
        yield from check_table_row(line, source_of)
        return
    if line.startswith("- ") and LEFT_OUT.match(line[2:]):
        return
    row = read_row(line)
    if section in _CITED:
        yield from _check_words(section, row, ground)
        if row.cited:
            yield from _check_surroundings(section, row)
    if section in _COUNTED:
        yield from _check_origins(section, row, ground)
    if section in {FACTS, CIRCUMSTANCES} and ground.answers.get(row.lead, row.words) != row.words:
        yield f"the front matter has “{ground.answers[row.lead]}”"


def _check_words(section: str, row: WrittenRow, ground: Ground) -> Iterator[str]:
    """A line of a cited section shows the words of its first footnote and nothing else."""
    shown = row.words
    if section == QUOTES and shown.startswith("“") and shown.endswith("”"):
        shown = shown[1:-1]
    if not row.cited:
        is_linking = section in {TIMELINE, BACKGROUND} and row.depth > 0
        if is_linking and is_link(row.lead, row.words):
            return
        if shown or section != DISPUTED:
            yield "these words have no citation; your own belong under Comment"
        return
    note = ground.notes.get(row.cited[0])
    if note is not None and note.words != shown:
        yield f"the sentence is not what footnote {row.cited[0]} quotes"


def _check_surroundings(section: str, row: WrittenRow) -> Iterator[str]:
    """Around the cited words stand only those that the program writes there."""
    if row.rest:
        yield f"“{row.rest}” after the footnotes is no source's"
    if section in CHANGES_CITED:
        return
    is_dated = section == TIMELINE and is_iso(unescape_markdown(row.lead))
    if row.lead and not is_dated:
        yield f"“{row.lead}” before the sentence is no source's"
    is_known: Callable[[str], object] = {
        TIMELINE: lambda part: part == _OLDER,
        QUOTES: bool,
        DISPUTED: bool,
    }.get(section, _is_of_point)
    parts = row.tail.split(", ") if row.tail else []
    yield from (
        f"“{part}” after the footnotes is no source's" for part in parts if not is_known(part)
    )


def _is_of_point(part: str) -> bool:
    return part == _DISPUTED_FIGURE or bool(_ORIGINS.match(part))


def _check_origins(section: str, row: WrittenRow, ground: Ground) -> Iterator[str]:
    told = _FIRST_ORIGINS if section == ATTENDANCE else _ORIGINS
    stated = told.match(row.tail if section == ATTENDANCE else row.tail.partition(", ")[0])
    counted = ground.count_origins(row)
    if stated and counted is not None and int(stated[1]) != counted:
        words = count(counted, "independent origin")
        yield f"the sources cited here have {words}, not {stated[1]}"


def check_source_line(line: str, sources: Mapping[int, ClaimedSource]) -> str | tuple[int, int]:
    """A listed source's number and that of its origin, or why the line is not that of a source."""
    match = _SOURCE_LINE.match(line)
    source = sources.get(int(match[1])) if match else None
    if source is None:
        return "the source is not in the front matter"
    ending = f" · {escape_markdown(source.path)} · sha256 {source.sha256[:HASH_SHOWN]}"
    if not line.endswith(ending):
        return f"source {source.number} is not listed as in the front matter"
    told = line.removesuffix(ending).removesuffix(f" · record {escape_markdown(source.article)}")
    group = _GROUP.search(told.removesuffix(f" · {escape_markdown(source.language)}"))
    if group is None:
        return f"source {source.number} is listed without its origin"
    return source.number, int(group[1])
