"""Checking a Markdown brief against the forms that `markdown` writes.

Invariant: words are compared in their escaped form, made anew from the opened article, so that
nothing has to be unescaped; a cited section holds nothing but cited words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.errors import VerificationError
from briefing.exporters.escaping import escape_markdown, unquote_yaml
from briefing.exporters.layout import (
    AGREED,
    BACKGROUND,
    BOTTOM_LINE,
    COMMENT,
    DERIVED,
    DISPUTED,
    HASH_SHOWN,
    KEY_POINTS,
    NEXT,
    QUOTES,
    SINGLE_SOURCE,
    SOURCES,
    TIMELINE,
)
from briefing.exporters.seal import broken_lines
from briefing.exporters.verification_sources import (
    ClaimedSource,
    Mismatch,
    SourceShelf,
    check_range,
)
from briefing.model import Article

_CITED = frozenset(
    {AGREED, BACKGROUND, BOTTOM_LINE, DISPUTED, KEY_POINTS, NEXT, QUOTES, SINGLE_SOURCE, TIMELINE}
)
_FENCE = "---"
_FIELDS = frozenset({"number", "article", "path", "language", "sha256"})
_SOURCE_FIELD = re.compile(r'^(?:  - |    )(number|article|path|language|sha256): "?(.*?)"?$')
_NOTE = re.compile(r"^\[\^(\d{1,9})\]: \[(\d{1,9})\] (.*)$")
_RANGE = re.compile(r"^(\d{1,15})–(\d{1,15}) · “(.*)”$")
_REFERENCE = re.compile(r"(?<!\\)\[\^(\d{1,9})\]")
_MARKER = re.compile(r"^ *- ")
_LEAD = re.compile(r"^\*\*(?:[^*\\]|\\.)*\*\* ?")
_SOURCE_LINE = re.compile(r"^(\d{1,9})\. ")


@dataclass(frozen=True, slots=True)
class _Footnote:
    line: int
    words: str


def check_markdown(text: str, open_article: Callable[[str], Article | None]) -> Iterator[Mismatch]:
    """The mismatches of a Markdown brief; raises `VerificationError` where it is none."""
    lines = text.split("\n")
    closing = _find_front_matter(lines)
    found = list(_check_citations(lines, closing, open_article))
    yield from found
    told = {mismatch.line for mismatch in found}
    yield from (Mismatch(n, reason) for n, reason in broken_lines(lines) if n not in told)


def _check_citations(
    lines: Sequence[str], closing: int, open_article: Callable[[str], Article | None]
) -> Iterator[Mismatch]:
    """What the citations say that the pages do not, or that the brief does not say of itself."""
    sources, broken = _read_sources(lines[:closing])
    yield from broken
    shelf = SourceShelf.open_all(sources, open_article)
    yield from shelf.mismatches
    by_number = {s.number: s for s in sources}
    notes: dict[int, _Footnote] = {}
    for number, line in enumerate(lines[closing + 1 :], start=closing + 2):
        if line.startswith("[^"):
            yield from _check_note(number, line, by_number, shelf, notes)
    if not notes:
        yield Mismatch(closing + 1, "the brief has no citations")
    yield from _check_body(lines, closing, notes, by_number)


def _find_front_matter(lines: Sequence[str]) -> int:
    if lines[0] != _FENCE or _FENCE not in lines[1:]:
        raise VerificationError(
            "this is no brief: it has no front matter", "Markdown and JSON briefs can be verified"
        )
    closing = lines.index(_FENCE, 1)
    head = lines[:closing]
    if "sources:" not in head or not any(line.startswith("event: ") for line in head):
        raise VerificationError("this is no brief: its front matter names no event or no sources")
    return closing


def _read_sources(head: Sequence[str]) -> tuple[list[ClaimedSource], list[Mismatch]]:
    """The complete sources of the front matter, and the lines that are no part of one."""
    found: list[ClaimedSource] = []
    broken: list[Mismatch] = []
    fields: dict[str, str] = {}
    opening = head.index("sources:")
    for number, line in enumerate(head[opening + 1 :], start=opening + 2):
        match = _SOURCE_FIELD.match(line)
        if match is None:
            broken.append(Mismatch(number, "this line of the front matter is no part of a source"))
            continue
        fields[match[1]] = match[2]
        if match[1] == "sha256":
            if fields.keys() >= _FIELDS and fields["number"].isdecimal():
                found.append(_claimed(fields, number))
            else:
                broken.append(Mismatch(number, "the source that ends here is not complete"))
            fields = {}
    return found, broken


def _claimed(fields: dict[str, str], line: int) -> ClaimedSource:
    return ClaimedSource(
        number=int(fields["number"]),
        article=unquote_yaml(fields["article"]),
        path=unquote_yaml(fields["path"]),
        language=unquote_yaml(fields["language"]),
        sha256=unquote_yaml(fields["sha256"]),
        line=line,
    )


def _check_note(
    line: int,
    text: str,
    sources: dict[int, ClaimedSource],
    shelf: SourceShelf,
    notes: dict[int, _Footnote],
) -> Iterator[Mismatch]:
    """One footnote: its form, its source, its range and its words."""
    match = _NOTE.match(text)
    source = sources.get(int(match[2])) if match else None
    if match is None or source is None:
        yield Mismatch(line, "the footnote is not in the form of a brief")
        return
    number = int(match[1])
    opening = f"{escape_markdown(source.language or '?')} · {escape_markdown(source.path)} · "
    span = _RANGE.match(match[3][len(opening) :]) if match[3].startswith(opening) else None
    if span is None or number in notes:
        yield Mismatch(line, f"footnote {number} does not name source {source.number} as listed")
        return
    notes[number] = _Footnote(line, span[3])
    start, end = int(span[1]), int(span[2])
    for reason in check_range(shelf, source.number, start, end):
        yield Mismatch(line, f"footnote {number}: {reason}")
    words = shelf.words(source.number, start, end)
    if (str(start), str(end)) != (span[1], span[2]):
        yield Mismatch(line, f"footnote {number}: the range is not written plainly")
    if words is not None and escape_markdown(words) != span[3]:
        yield Mismatch(line, f"footnote {number}: source {source.number} has “{words}” there")


def _check_body(
    lines: Sequence[str],
    closing: int,
    notes: dict[int, _Footnote],
    sources: dict[int, ClaimedSource],
) -> Iterator[Mismatch]:
    section, used = "", set[int]()
    for number, line in enumerate(lines[closing + 1 :], start=closing + 2):
        if line.startswith("## "):
            section = line[3:]
        elif line.startswith("[^") or not line.strip() or section == COMMENT:
            continue
        elif section == SOURCES:
            yield from _check_source_line(number, line, sources)
        else:
            cited = [int(n) for n in _REFERENCE.findall(line)]
            used.update(cited)
            for missing in (n for n in cited if n not in notes):
                yield Mismatch(number, f"there is no footnote {missing}")
            if section in _CITED or (cited and section not in DERIVED):
                yield from _check_sentence(number, line, section, cited, notes)
    for unused in sorted(notes.keys() - used):
        yield Mismatch(notes[unused].line, f"nothing in the brief refers to footnote {unused}")


def _check_sentence(
    number: int, line: str, section: str, cited: Sequence[int], notes: dict[int, _Footnote]
) -> Iterator[Mismatch]:
    """A line of a cited section shows the words of its first footnote and nothing else."""
    reference = _REFERENCE.search(line)
    shown = line[: reference.start()].rstrip(" ") if reference else line
    shown = _LEAD.sub("", _MARKER.sub("", shown), count=1)
    if section == QUOTES and shown.startswith("“") and shown.endswith("”"):
        shown = shown[1:-1]
    if not cited:
        if shown or section != DISPUTED:
            yield Mismatch(number, "these words have no citation")
        return
    note = notes.get(cited[0])
    if note is not None and note.words != shown:
        yield Mismatch(number, f"the sentence is not what footnote {cited[0]} quotes")


def _check_source_line(
    number: int, line: str, sources: dict[int, ClaimedSource]
) -> Iterator[Mismatch]:
    if line.startswith("## "):
        return
    match = _SOURCE_LINE.match(line)
    source = sources.get(int(match[1])) if match else None
    if source is None:
        yield Mismatch(number, "the source is not in the front matter")
        return
    ending = f" · {escape_markdown(source.path)} · sha256 {source.sha256[:HASH_SHOWN]}"
    if not line.endswith(ending):
        yield Mismatch(number, f"source {source.number} is not listed as in the front matter")
