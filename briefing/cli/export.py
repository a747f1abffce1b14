"""Writing briefs as files without losing anything of the user's.

Invariant: a file appears whole or not at all; a file that is not a brief is not overwritten.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from briefing.errors import ExportError
from briefing.exporters.commenting import keep_comment

_LOOKED_THROUGH = 4 * 2**20
_MARK = b"sha256"
"""Stands in every brief of every format, with each source."""
_OPENINGS = (b"---", b'{"event"', b"<!DOCTYPE html>", b"BEGIN:VCALENDAR")
"""What briefs of each format begin with."""
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def create_folder(path: str) -> Path:
    """The folder to write into, made if it is not there; raises `ExportError`."""
    folder = Path(path).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror}", "name a folder") from error
    return folder


def write_file(path: Path, text: str, *, is_forced: bool = False) -> None:
    """Write a brief, replacing an earlier one but for its comment.

    Raises `ExportError` where another file is there.
    """
    try:
        if path.exists() and _is_brief(path):
            text = keep_comment(path.read_text(encoding="utf-8", errors="replace"), text)
        elif path.exists() and not is_forced:
            raise ExportError(f"{path} exists and is not a brief", "--force overwrites it")
        _write_whole(path, text)
    except OSError as error:
        raise ExportError(f"{path}: {error.strerror or error}") from error


def _is_brief(path: Path) -> bool:
    with path.open("rb") as file:
        start = file.read(_LOOKED_THROUGH).removeprefix(_BYTE_ORDER_MARK)
    return start.startswith(_OPENINGS) and _MARK in start


def _write_whole(path: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".briefing-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:  # nothing half written stays behind, not even on an interrupt
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
