"""The forms of a Markdown brief, read back: front matter, sources, rows and footnotes.

Invariant: these are the forms that `markdown` writes, and every pattern here takes time linear in
the line; what is read is as it stands in the file, escapes included.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.errors import VerificationError
from briefing.exporters.escaping import escape_markdown, unquote_yaml
from briefing.exporters.verification_sources import ClaimedSource, Mismatch

_FENCE = "---"
_SOURCES = "sources:"
_FIELDS = frozenset({"number", "article", "path", "language", "sha256"})
_SOURCE_FIELD = re.compile(r'^(?:  - |    )(number|article|path|language|sha256): "?(.*?)"?$')
_NUMBER = "([1-9][0-9]{0,8})"
_NOTE = re.compile(rf"^\[\^{_NUMBER}\]: \[{_NUMBER}\] (.*)$")
_RANGE = re.compile(r"^([0-9]{1,15})–([0-9]{1,15}) · “(.*)”$")
_REFERENCES = re.compile(rf"(?<!\\)(?:\[\^{_NUMBER}\])+")
_REFERENCE = re.compile(r"\[\^([0-9]{1,9})\]")
_ANY_REFERENCE = re.compile(r"(?<!\\)\[\^([^\]\\\s]{1,40})\]")
_MARKER = re.compile(r"^( *)- ")
_LEAD = re.compile(r"^\*\*((?:[^*\\]|\\.)*)\*\*(?: |$)")
_TAIL = "— "


def split_brief(text: str) -> list[str]:
    """The lines of a brief; a mark of byte order and the line ends of other systems do not count.

    No line of a brief holds a carriage return of its own: words are shown on one line.
    """
    return text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


def find_front_matter(lines: Sequence[str]) -> int:
    """Where the front matter closes; raises `VerificationError` where there is none of a brief."""
    if lines[0] != _FENCE or _FENCE not in lines[1:]:
        raise VerificationError(
            "this is no brief: it has no front matter", "Markdown and JSON briefs can be verified"
        )
    closing = lines.index(_FENCE, 1)
    head = lines[:closing]
    if _SOURCES not in head or not any(line.startswith("event: ") for line in head):
        raise VerificationError("this is no brief: its front matter names no event or no sources")
    return closing


def read_field(head: Sequence[str], name: str) -> str | None:
    """The text of a field of the front matter; None where it is not there, or null."""
    opening = f'{name}: "'
    line = next((line for line in head if line.startswith(opening)), None)
    return unquote_yaml(line[len(opening) :].removesuffix('"')) if line else None


def read_sources(head: Sequence[str]) -> tuple[list[ClaimedSource], list[Mismatch]]:
    """The complete sources of the front matter, and the lines that are no part of one."""
    found: list[ClaimedSource] = []
    broken: list[Mismatch] = []
    fields: dict[str, str] = {}
    opening = head.index(_SOURCES)
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


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """A footnote as it is written; `words` are escaped, `is_plain` says the range is in digits."""

    number: int
    source: ClaimedSource
    start: int
    end: int
    words: str
    is_plain: bool


def read_note(line: str, sources: dict[int, ClaimedSource]) -> WrittenNote | str:
    """A footnote, or why it is none of a brief."""
    match = _NOTE.match(line)
    source = sources.get(int(match[2])) if match else None
    if match is None or source is None:
        return "the footnote is not in the form of a brief"
    opening = f"{escape_markdown(source.language or '?')} · {escape_markdown(source.path)} · "
    span = _RANGE.match(match[3][len(opening) :]) if match[3].startswith(opening) else None
    if span is None:
        return f"footnote {match[1]} does not name source {source.number} as listed"
    start, end = int(span[1]), int(span[2])
    is_plain = (str(start), str(end)) == (span[1], span[2])
    return WrittenNote(int(match[1]), source, start, end, span[3], is_plain)


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row as it is written, escapes included: `- **lead** words [^1][^2] — tail`.

    `rest` is what follows the footnotes and is no tail.
    """

    lead: str
    words: str
    cited: tuple[int, ...]
    tail: str
    rest: str = ""
    depth: int = 0


def read_row(line: str) -> WrittenRow:
    """The parts of a row; a line that is none is a row of its words."""
    marker = _MARKER.match(line)
    text = line[marker.end() :] if marker else line
    depth = len(marker[1]) // 2 if marker else 0
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    found = _REFERENCES.search(text)
    if found is None:
        return WrittenRow(lead[1] if lead else "", text, (), "", depth=depth)
    cited = tuple(int(n) for n in _REFERENCE.findall(found[0]))
    after = text[found.end() :].removeprefix(" ")
    tail = after.removeprefix(_TAIL) if after.startswith(_TAIL) else ""
    rest = "" if after.startswith(_TAIL) else after
    words = text[: found.start()].rstrip(" ")
    return WrittenRow(lead[1] if lead else "", words, cited, tail, rest, depth)


def references(line: str) -> list[str]:
    """The labels of all footnotes that a line refers to."""
    return _ANY_REFERENCE.findall(line)
