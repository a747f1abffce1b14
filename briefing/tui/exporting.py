"""Writing the brief to a file of the user's.

Invariant: a file that is there is never overwritten: the same text leaves it as it is, another
text goes beside it under a numbered name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from textual.content import Content

from briefing.errors import ExportError
from briefing.exporters.analyst_notes import AnalystNote, add_notes
from briefing.exporters.layout import count
from briefing.exporters.naming import CHANGES, file_name
from briefing.exporters.writing import write_beside
from briefing.model import Brief, BriefDelta, Document
from briefing.plugins import EXPORTERS

MARKDOWN, CALENDAR, ONLY_CHANGES, WITH_NOTES = "markdown", "ics", "changes", "notes"

_KNOWN = {
    MARKDOWN: ("Markdown", "footnotes and front matter, for notes and for Obsidian"),
    "html": ("HTML", "one page for the browser and for paper"),
    "json": ("JSON", "everything, for other programs"),
    CALENDAR: ("Calendar", "the event's date and what is announced (.ics)"),
}


def export_choices(delta: BriefDelta | None, notes: int = 0) -> Iterator[tuple[str, Content]]:
    """The forms a brief can be written in, the installed ones last; changes where there are any."""
    for name in EXPORTERS.names():
        words, meaning = _KNOWN.get(name, (name, "an installed plug-in"))
        yield name, _offer(words, meaning)
        if name == MARKDOWN and notes:
            told = f"Markdown with what you noted ({count(notes, 'line')}) in its comment"
            yield WITH_NOTES, _offer("With my notes", told)
        if name == MARKDOWN and delta is not None and not delta.is_empty:
            meaning = f"Markdown, only what is new, changed or withdrawn since {delta.since}"
            yield ONLY_CHANGES, _offer("Changes", meaning)


def _offer(words: str, meaning: str) -> Content:
    return Content.assemble((words, "bold"), (f"\n{meaning}", ".list--quiet"))


def export_brief(
    brief: Brief,
    documents: Mapping[str, Document],
    folder: Path,
    form: str = MARKDOWN,
    delta: BriefDelta | None = None,
    notes: Sequence[AnalystNote] = (),
) -> Path:
    """Write the brief into `folder`; raises `ExportError` where that cannot be.

    `form` is an exporter's name, or `ONLY_CHANGES` for those that `delta` tells of, in Markdown;
    `WITH_NOTES` is Markdown with the reader's notes in the comment.
    """
    is_delta = form == ONLY_CHANGES
    exporter = EXPORTERS.load(MARKDOWN if form in (ONLY_CHANGES, WITH_NOTES) else form)()
    shown = replace(brief, delta=delta) if is_delta else brief
    text = exporter.export(shown, documents, "")
    if form == WITH_NOTES:
        text = add_notes(text, exporter.suffix, notes)
    if not text:
        raise ExportError("no date is known", "there is nothing to put in a calendar")
    stem = file_name(brief.event, CHANGES if is_delta else "")
    try:
        return write_beside(folder, stem, exporter.suffix, text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(
            f"{folder}: {reason}", "start briefing in a folder you can write to"
        ) from error
