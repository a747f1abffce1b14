"""What a corpus is called: on the screen, and where the reader's work on it is kept.

Invariant: the names follow from the paths that were opened alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath

from briefing.escaping import one_line


def corpus_place(paths: Sequence[str]) -> str:
    """Where a corpus is: what the reader did with it is kept under this name."""
    return "\n".join(str(Path(path).expanduser().absolute()) for path in paths)


def corpus_name(paths: Sequence[str]) -> str:
    """A short name for what was opened: the last part of the path, and how many more there are."""
    if not paths:
        return "no corpus"
    first = one_line(PurePath(paths[0]).name or paths[0])
    return first if len(paths) == 1 else f"{first} and {len(paths) - 1} more"
