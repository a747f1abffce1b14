"""Earlier briefs read back from the files that they were exported to.

Invariant: what is read is the file's own claims; whether they hold is for `verification` to say. A
page goes by its id, so that a brief can be compared wherever its corpus lies now.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefing.errors import VerificationError
from briefing.exporters.escaping import unescape_markdown
from briefing.exporters.layout import (
    AGREED,
    BACKGROUND,
    BOTTOM_LINE,
    CIRCUMSTANCES,
    DISPUTED,
    FACTS,
    GAPS,
    KEY_POINTS,
    NEXT,
    NO_GAPS,
    QUOTES,
    SINCE,
    SINGLE_SOURCE,
    TIMELINE,
)
from briefing.exporters.markdown_forms import (
    WrittenNote,
    WrittenRow,
    find_front_matter,
    read_field,
    read_note,
    read_row,
    read_sources,
    split_brief,
)
from briefing.exporters.rows import LEFT_OUT
from briefing.exporters.side_by_side import ATTENDANCE
from briefing.exporters.verification_sources import ClaimedSource
from briefing.model import BriefRecord, Claim, ClaimKind, KeptPlace, KeptSource

_KINDS = {
    ATTENDANCE: ClaimKind.FACT,
    CIRCUMSTANCES: ClaimKind.FACT,
    FACTS: ClaimKind.FACT,
    BOTTOM_LINE: ClaimKind.POINT,
    AGREED: ClaimKind.POINT,
    SINGLE_SOURCE: ClaimKind.POINT,
    KEY_POINTS: ClaimKind.POINT,
    DISPUTED: ClaimKind.VALUE,
    QUOTES: ClaimKind.QUOTE,
    TIMELINE: ClaimKind.DATE,
    NEXT: ClaimKind.NEXT,
    BACKGROUND: ClaimKind.BACKGROUND,
}
_COUNTED = frozenset({ClaimKind.FACT, ClaimKind.POINT, ClaimKind.NEXT, ClaimKind.BACKGROUND})
_ORIGINS = re.compile(r"\b([0-9]{1,6}) origins?\b")
_LANGUAGE = re.compile(r"(?:^|, )[a-z]{2,3}$")
_NORMALISED = re.compile(r" \(([^()]*)\)$")
_LISTS = (
    ("bluf", ClaimKind.POINT, ""),
    ("points", ClaimKind.POINT, ""),
    ("next", ClaimKind.NEXT, ""),
    ("background", ClaimKind.BACKGROUND, ""),
    ("quotes", ClaimKind.QUOTE, "speaker"),
    ("timeline", ClaimKind.DATE, "date"),
)


def read_briefs(text: str) -> tuple[BriefRecord, ...]:
    """The briefs of a Markdown or JSON file; raises `VerificationError` where it holds none."""
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return (_read_markdown(text),)
    try:
        return tuple(_read_record(record) for record in _records(text))
    except RecursionError as error:
        raise VerificationError("the JSON is nested too deeply for a brief") from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise VerificationError(f"this is JSON, but no brief: {error}") from error


def _read_markdown(text: str) -> BriefRecord:
    lines = split_brief(text)
    closing = find_front_matter(lines)
    if read_field(lines[:closing], SINCE) is not None:
        raise VerificationError("this brief holds changes only", "name the whole brief before it")
    sources = {s.number: s for s in read_sources(lines[:closing])[0]}
    found = (read_note(line, sources) for line in lines[closing:] if line.startswith("[^"))
    notes = {note.number: note for note in found if isinstance(note, WrittenNote)}
    sections = list(_sections(lines[closing + 1 :]))
    return BriefRecord(
        event=read_field(lines[:closing], "event") or "",
        title=read_field(lines[:closing], "title") or "",
        sources=tuple(map(_kept_source, sources.values())),
        claims=tuple(dict.fromkeys(_claims(sections, notes))),
        gaps=tuple(
            unescape_markdown(row.words)
            for title, row in sections
            if title == GAPS and row.words != NO_GAPS
        ),
        is_cut=any(LEFT_OUT.match(row.words) for _, row in sections),
    )


def _kept_source(source: ClaimedSource) -> KeptSource:
    name = source.path.rpartition("/")[2] or source.article
    return KeptSource(source.article, source.article, source.sha256, name)


def _sections(lines: Sequence[str]) -> Iterator[tuple[str, WrittenRow]]:
    title = ""
    for line in lines:
        if line.startswith("## "):
            title = line[3:]
        elif line.strip() and not line.startswith(("[^", "# ")):
            yield title, read_row(line)


def _claims(
    sections: Sequence[tuple[str, WrittenRow]], notes: Mapping[int, WrittenNote]
) -> Iterator[Claim]:
    matter = ""
    for title, row in sections:
        kind = _KINDS.get(title)
        if LEFT_OUT.match(row.words) or (kind is ClaimKind.QUOTE and row.depth):
            # Where the other wordings of a quotation stand, the line above cites as well.
            continue
        if kind is ClaimKind.VALUE and not row.cited:
            matter = unescape_markdown(row.lead)
        elif kind is not None and (row.cited or kind is ClaimKind.FACT):
            places = tuple(_place(notes[n]) for n in row.cited if n in notes)
            if title == ATTENDANCE:
                # The accounts of somebody are not the places that name them: no count is like.
                yield replace(_claim(kind, _as_fact(row), places, matter), origins=0)
            else:
                yield _claim(kind, row, places, matter)


def _as_fact(row: WrittenRow) -> WrittenRow:
    """A row of the attendance as the fact that it stands for: who, with role and country."""
    parts = (row.lead.removesuffix(","), row.words)
    return replace(row, lead="Who:", words=", ".join(part for part in parts if part))


def _claim(kind: ClaimKind, row: WrittenRow, places: tuple[KeptPlace, ...], matter: str) -> Claim:
    text, tail = unescape_markdown(row.words), unescape_markdown(row.tail)
    lead, value = unescape_markdown(row.lead), ""
    counted = _ORIGINS.search(tail) if kind in _COUNTED else None
    about = lead
    if kind is ClaimKind.FACT:
        about = lead.removesuffix(":").lower()
    elif kind is ClaimKind.VALUE:
        normalised = _NORMALISED.search(tail)
        about, value = matter, normalised[1] if normalised else ""
    elif kind is ClaimKind.QUOTE:
        text = text.removeprefix("“").removesuffix("”")
        about = _LANGUAGE.sub("", tail)
    origins = int(counted[1]) if counted else int(kind in _COUNTED and bool(places))
    return Claim(kind, about, text, places, origins, value)


def _place(note: WrittenNote) -> KeptPlace:
    return KeptPlace(note.source.article, note.start, note.end, unescape_markdown(note.words))


def _records(text: str) -> Iterator[dict[str, Any]]:
    try:
        yield json.loads(text.removeprefix("\ufeff"))
    except ValueError:
        for line in text.removeprefix("\ufeff").split("\n"):
            if line.strip():
                yield json.loads(line)


def _read_record(record: dict[str, Any]) -> BriefRecord:
    sources = tuple(
        KeptSource(
            str(s["article"]),
            str(s["article"]),
            str(s["sha256"]),
            str(s.get("source") or s["path"]).rpartition("/")[2],
        )
        for s in record["sources"]
    )
    return BriefRecord(
        event=str(record["event"]["id"]),
        title=str(record["headline"]),
        sources=sources,
        claims=tuple(dict.fromkeys(_record_claims(record))),
        gaps=tuple(map(str, record["gaps"])),
    )


def _record_claims(record: dict[str, Any]) -> Iterator[Claim]:
    for fact in record["facts"]:
        yield Claim(
            ClaimKind.FACT,
            str(fact["question"]),
            str(fact["value"]),
            _record_places(fact["citations"]),
            int(fact["origins"]),
        )
    for key, kind, about in _LISTS:
        for entry in record[key]:
            named = str(entry[about] or "") if about else ""
            places = _record_places(entry["citations"])
            yield Claim(kind, named, str(entry["text"]), places, int(entry.get("origins", 0)))
    for difference in record["differences"]:
        sides: dict[str, list[dict[str, Any]]] = {}
        for value in difference["values"]:
            sides.setdefault(str(value["normalised"]), []).append(value)
        for normalised, values in sides.items():
            about, text = str(difference["about"]), str(values[0]["text"])
            places = _record_places(values)
            yield Claim(ClaimKind.VALUE, about, text, places, value=normalised)


def _record_places(citations: Sequence[Mapping[str, Any]]) -> tuple[KeptPlace, ...]:
    return tuple(
        KeptPlace(str(c["article"]), int(c["start"]), int(c["end"]), str(c["text"]))
        for c in citations
    )
