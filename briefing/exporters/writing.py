"""Writing a brief beside those that are there.

Invariant: a file that is there is never overwritten: the same text leaves it as it is, another
text goes beside it under a numbered name.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path

from briefing.exporters.commenting import keep_comment


def write_beside(folder: Path, stem: str, suffix: str, text: str) -> Path:
    """Write into `folder` under the first free name; raises `OSError` where that cannot be."""
    for number in count(1):
        path = folder / f"{stem}{f'-{number}' if number > 1 else ''}{suffix}"
        if _is_written(path, text):
            return path
    raise AssertionError("count() does not end")


def _is_written(path: Path, text: str) -> bool:
    """Whether `path` holds `text` now, whatever its comment; False where another text is there."""
    written = text.encode("utf-8", "replace")
    try:
        with path.open("xb") as file:
            file.write(written)
    except FileExistsError:
        if not path.is_file():
            return False
        there = path.read_bytes().decode("utf-8", "replace")
        return keep_comment(there, written.decode()) == there
    return True
