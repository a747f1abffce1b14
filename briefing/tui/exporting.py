"""Writing the brief to a file of the user's.

Invariant: a file that is there is never overwritten: the same text leaves it as it is, another
text goes beside it under a numbered name.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from pathlib import Path

from briefing.errors import ExportError
from briefing.exporters.commenting import keep_comment
from briefing.exporters.naming import file_name
from briefing.model import Brief, Document
from briefing.plugins import EXPORTERS


def export_brief(brief: Brief, documents: Mapping[str, Document], folder: Path) -> Path:
    """Write the brief as Markdown into `folder`; raises `ExportError` where that cannot be."""
    exporter = EXPORTERS.load("markdown")()
    text = exporter.export(brief, documents, "")
    stem = file_name(brief.event, "")
    try:
        for number in count(1):
            path = folder / f"{stem}{f'-{number}' if number > 1 else ''}{exporter.suffix}"
            if _is_written(path, text):
                return path
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(
            f"{folder}: {reason}", "start briefing in a folder you can write to"
        ) from error
    raise AssertionError("count() does not end")


def _is_written(path: Path, text: str) -> bool:
    """Whether `path` holds `text` now, whatever its comment; False where another text is there."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        if not path.is_file():
            return False
        there = path.read_text(encoding="utf-8", errors="replace")
        return keep_comment(there, text) == there
    return True
