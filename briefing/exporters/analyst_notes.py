"""The analyst's notes in a written brief: their own words, told apart from those of the sources.

Invariant: notes stand in the comment only, under a heading that says whose they are; nothing else
of the brief changes, and a brief written anew with notes replaces the notes and nothing else of
the comment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.exporters.escaping import escape_html, escape_markdown
from briefing.exporters.layout import COMMENT
from briefing.exporters.seal import SEAL, seal_record

HEADING = "Analyst’s notes"
_COMMENT = re.compile(rf"^## {COMMENT}\n", re.MULTILINE)
_NOTES = re.compile(rf"^### {HEADING}\n\n(?:- [^\n]*\n?)*\n?", re.MULTILINE)
_DIV = '<div class="comment"></div>'


@dataclass(frozen=True, slots=True)
class AnalystNote:
    """A note, or a mark without one; `words` are the page's own, `number` the source's."""

    note: str
    words: str = ""
    number: int | None = None
    source: str = ""
    article: str | None = None
    start: int | None = None
    end: int | None = None


def add_notes(text: str, suffix: str, notes: Sequence[AnalystNote]) -> str:
    """A written brief with the notes in its comment; of a form without one, as it is."""
    if not notes:
        return text
    if suffix == ".md":
        lines = "".join(f"- {_told(note, escape_markdown)}\n" for note in notes)
        block = f"\n### {HEADING}\n\n{lines}"
        return _COMMENT.sub(lambda m: m.group() + block, text, count=1)
    if suffix == ".html":
        rows = "".join(f"<li>{_told(note, escape_html)}</li>" for note in notes)
        block = f'<div class="comment"><h3>{HEADING}</h3><ul>{rows}</ul></div>'
        return text.replace(_DIV, block, 1)
    if suffix == ".json":
        return "".join(_with_records(text, notes))
    return text


def split_notes(comment: str) -> tuple[str, str]:
    """The notes that the program wrote into a comment, and what else stands there."""
    found = _NOTES.search(comment)
    if found is None:
        return "", comment.strip()
    rest = f"{comment[: found.start()].strip()}\n\n{comment[found.end() :].strip()}"
    return found.group().strip(), rest.strip()


def _told(note: AnalystNote, escape: Callable[[str], str]) -> str:
    """A note in one line: which source, which words, what the analyst says."""
    place = f"[{note.number}] " if note.number else ""
    words = f"“{escape(' '.join(note.words.split()))}”" if note.words else ""
    about = ", ".join(part for part in (escape(note.source), words) if part)
    said = escape(" ".join(note.note.split())) or "marked"
    return f"{place}{about}: {said}" if about else f"{place}{said}"


def _with_records(text: str, notes: Sequence[AnalystNote]) -> Iterator[str]:
    for line in text.splitlines():
        record = json.loads(line)
        record["analyst_notes"] = [
            {
                "note": n.note,
                "text": n.words,
                "source": n.number,
                "article": n.article,
                "start": n.start,
                "end": n.end,
            }
            for n in notes
        ]
        record[SEAL] = seal_record(record)
        yield json.dumps(record) + "\n"
