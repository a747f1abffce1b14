"""What the file of a brief is called.

Invariant: a name is made of ASCII letters, digits and hyphens whatever the pages say, so that no
page can choose a path; it ends in the event's id, so that two events never share it.
"""

from __future__ import annotations

import re

from briefing.lexicon.folding import fold
from briefing.model import Event, EventLink

_NAME_LENGTH = 72

CHANGES = "-changes"
"""Ends the name of a brief that holds changes only, so that the whole one stays beside it."""


def file_name(event: Event, suffix: str) -> str:
    """Date, label and id of an event as a file name: "2024-06-13-talks-in-oslo-e1.md"."""
    return _join(event.date.value if event.date else "", event.label, event.id) + suffix


def linked_name(link: EventLink, suffix: str) -> str:
    """What the file of another event is called, if it is written beside this one."""
    return _join(link.date or "", link.label, link.event) + suffix


def _join(date: str, label: str, identifier: str) -> str:
    parts = (_slug(date), _shorten(_slug(label)), _slug(identifier))
    return "-".join(part for part in parts if part)


def _shorten(words: str) -> str:
    return words if len(words) <= _NAME_LENGTH else words[:_NAME_LENGTH].rpartition("-")[0]


def _slug(text: str) -> str:
    ascii_only = fold(text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")
