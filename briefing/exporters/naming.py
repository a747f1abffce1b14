"""What the file of a brief is called.

Invariant: a name is made of ASCII letters, digits and hyphens whatever the pages say, so that no
page can choose a path; it ends in the event's id, so that two events never share it.
"""

from __future__ import annotations

import re

from briefing.lexicon.folding import fold
from briefing.model import Event

_NAME_LENGTH = 72

CHANGES = "-changes"
"""Ends the name of a brief that holds changes only, so that the whole one stays beside it."""


def file_name(event: Event, suffix: str) -> str:
    """Date, label and id of an event as a file name: "2024-06-13-talks-in-oslo-e1.md"."""
    date = _slug(event.date.value) if event.date else ""
    label = _shorten(_slug(event.label))
    return "-".join(part for part in (date, label, _slug(event.id)) if part) + suffix


def _shorten(words: str) -> str:
    return words if len(words) <= _NAME_LENGTH else words[:_NAME_LENGTH].rpartition("-")[0]


def _slug(text: str) -> str:
    ascii_only = fold(text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
