"""What is piped into the program: named on the command line, and kept while the keyboard is read.

Invariant: the reader gets its keys from the terminal even where a page comes from a pipe; what was
piped in is kept in a file of its own and gone when the reader is closed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory

INPUT = "/dev/stdin"
"""What the shell calls standard input; "-" alone would be taken for an option."""

_TERMINAL = "/dev/tty"


def name_input(arguments: Sequence[str]) -> list[str]:
    """The arguments, a lone hyphen replaced by the name of standard input."""
    return [INPUT if argument == "-" else argument for argument in arguments]


@contextmanager
def keyboard_kept(paths: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The paths, standard input among them copied to a file and the terminal put in its place."""
    if not {INPUT, "-"} & set(paths) or sys.stdin is None or sys.stdin.isatty():
        yield tuple(paths)
        return
    with TemporaryDirectory(prefix="briefing-") as folder:
        kept = Path(folder, "stdin")
        with kept.open("wb") as file:
            copyfileobj(sys.stdin.buffer, file)
        terminal = os.open(_TERMINAL, os.O_RDWR)
        os.dup2(terminal, sys.stdin.fileno())
        os.close(terminal)
        yield tuple(str(kept) if path in {INPUT, "-"} else path for path in paths)
