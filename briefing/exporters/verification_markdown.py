"""Checking a Markdown brief against the forms that `markdown` writes.

Invariant: words are compared in their escaped form, made anew from the opened article, so that
nothing has to be unescaped; what the front matter says is what the body says, and the user's own
words stand under their heading and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.exporters.escaping import escape_markdown
from briefing.exporters.layout import COMMENT, GAPS, NOTES, SOURCES, count
from briefing.exporters.markdown_forms import (
    WrittenNote,
    find_front_matter,
    read_field,
    read_note,
    read_sources,
    references,
    split_brief,
)
from briefing.exporters.seal import broken_lines
from briefing.exporters.verification_rows import SECTIONS, Ground, check_line, check_source_line
from briefing.exporters.verification_sources import (
    ClaimedSource,
    Mismatch,
    SourceShelf,
    check_range,
)
from briefing.model import Article

_UNCLAIMING = {COMMENT, GAPS, NOTES, SOURCES}
_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\s]{1,40})\]:")
_COUNT = re.compile(r"^origins: ([0-9]{1,6})$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the body with its 1-based number and the heading under which it stands."""

    number: int
    section: str
    text: str

    @property
    def is_heading(self) -> bool:
        return self.text.startswith("## ")


def check_markdown(text: str, open_article: Callable[[str], Article | None]) -> Iterator[Mismatch]:
    """The mismatches of a Markdown brief; raises `VerificationError` where it is none."""
    lines = split_brief(text)
    closing = find_front_matter(lines)
    found = list(_check_brief(lines, closing, open_article))
    yield from found
    told = {mismatch.line for mismatch in found}
    yield from (Mismatch(n, reason) for n, reason in broken_lines(lines) if n not in told)


def _check_brief(
    lines: Sequence[str], closing: int, open_article: Callable[[str], Article | None]
) -> Iterator[Mismatch]:
    """What the citations say that the pages do not, or that the brief does not say of itself."""
    head, body = lines[:closing], list(_body(lines, closing))
    claimed, broken = read_sources(head)
    yield from broken
    shelf = SourceShelf.open_all(claimed, open_article)
    yield from shelf.mismatches
    sources = {s.number: s for s in claimed}
    notes: dict[int, WrittenNote] = {}
    lines_of: dict[int, int] = {}
    for line in body:
        if line.text.startswith("[^") and line.section != COMMENT:
            yield from _check_note(line, sources, shelf, notes, lines_of)
    if not notes and any(_claims(line) for line in body):
        yield Mismatch(closing + 1, "the brief has no citations")
    groups: dict[int, int] = {}
    yield from _check_listed(body, sources, groups)
    yield from _check_head(head, body, groups)
    yield from _check_body(body, Ground(notes, groups, _answers(head)))
    referred = {int(n) for line in body for n in _references(line)}
    for unused in sorted(notes.keys() - referred):
        yield Mismatch(lines_of[unused], f"nothing in the brief refers to footnote {unused}")


def _claims(line: _Line) -> bool:
    """Whether a line tells something of the event: pages without words of their own do not."""
    return line.section in SECTIONS - _UNCLAIMING and not line.is_heading


def _body(lines: Sequence[str], closing: int) -> Iterator[_Line]:
    section = ""
    for number, text in enumerate(lines[closing + 1 :], start=closing + 2):
        if text.startswith("## "):
            section = text[3:]
        if text.strip():
            yield _Line(number, section, text)


def _references(line: _Line) -> Iterator[str]:
    if line.section != COMMENT and not line.text.startswith("[^"):
        yield from (n for n in references(line.text) if n.isdecimal())


def _check_note(
    line: _Line,
    sources: dict[int, ClaimedSource],
    shelf: SourceShelf,
    notes: dict[int, WrittenNote],
    lines_of: dict[int, int],
) -> Iterator[Mismatch]:
    """One footnote: its form, its source, its range and its words."""
    note = read_note(line.text, sources)
    if isinstance(note, str):
        yield Mismatch(line.number, note)
        return
    name = f"footnote {note.number}"
    if note.number in notes:
        yield Mismatch(line.number, f"{name} is there twice")
        return
    notes[note.number], lines_of[note.number] = note, line.number
    for reason in check_range(shelf, note.source.number, note.start, note.end):
        yield Mismatch(line.number, f"{name}: {reason}")
    words = shelf.words(note.source.number, note.start, note.end)
    if not note.is_plain:
        yield Mismatch(line.number, f"{name}: the range is not written plainly")
    if words is not None and escape_markdown(words) != note.words:
        yield Mismatch(line.number, f"{name}: source {note.source.number} has “{words}” there")


def _check_listed(
    body: Sequence[_Line], sources: dict[int, ClaimedSource], groups: dict[int, int]
) -> Iterator[Mismatch]:
    """The list of sources against the front matter; fills in the origins that it gives."""
    listed = [s for s in body if s.section == SOURCES]
    for line in listed:
        found = "" if line.is_heading else check_source_line(line.text, sources)
        if isinstance(found, tuple) and found[0] in groups:
            yield Mismatch(line.number, f"source {found[0]} is listed twice")
        elif isinstance(found, tuple):
            groups[found[0]] = found[1]
        elif found:
            yield Mismatch(line.number, found)
    if listed and not groups.keys() >= sources.keys():
        yield Mismatch(listed[0].number, "not every source of the front matter is listed")


def _check_head(
    head: Sequence[str], body: Sequence[_Line], groups: dict[int, int]
) -> Iterator[Mismatch]:
    """The title and the number of origins in the front matter against the body."""
    title = read_field(head, "title")
    shown = None if title is None else f"# {escape_markdown(title)}"
    for line in body:
        if line.text.startswith("# ") and line.section != COMMENT and line.text != shown:
            yield Mismatch(line.number, "the title is not that of the front matter")
    for number, text in enumerate(head, start=1):
        stated = _COUNT.match(text)
        if stated and groups and int(stated[1]) != len(set(groups.values())):
            counted = count(len(set(groups.values())), "origin")
            yield Mismatch(number, f"the sources listed have {counted}, not {stated[1]}")


def _answers(head: Sequence[str]) -> dict[str, str]:
    """What the front matter has for a question, in the form of a row."""
    told = {"When:": read_field(head, "date"), "Where:": read_field(head, "place")}
    return {lead: escape_markdown(words) for lead, words in told.items() if words is not None}


def _check_body(body: Sequence[_Line], ground: Ground) -> Iterator[Mismatch]:
    for line in body:
        if line.is_heading:
            if line.section not in SECTIONS:
                reason = (
                    f"“{line.section}” is no section of a brief; under Comment write ### headings"
                )
                yield Mismatch(line.number, reason)
        elif line.section == COMMENT:
            defined = _DEFINITION.match(line.text)
            if defined and defined[1].isdecimal() and int(defined[1]) in ground.notes:
                reason = f"the comment defines footnote {defined[1]} anew; call yours [^a]"
                yield Mismatch(line.number, reason)
        elif line.section in SECTIONS - {SOURCES} and not line.text.startswith("[^"):
            reasons = check_line(line.section, line.text, ground)
            yield from (Mismatch(line.number, reason) for reason in reasons)
