"""A command in a terminal of its own, with keys pressed, and every byte that it sends.

Invariant: the terminal answers no questions, so that nothing comes back but the keys; a command
that does not end is ended.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
_ROWS, _COLUMNS = 35, 120
_QUIET = 0.25
"""Seconds without a byte after which a screen is taken to be drawn."""

_RESTLESS = 1.5
"""Seconds after which the next key is pressed although something still moves: a cursor blinks."""


class Sent(NamedTuple):
    """What a command sent, and how it ended."""

    raw: bytes
    code: int


def run_in_terminal(
    arguments: Sequence[str],
    folder: Path,
    home: Path,
    keys: Sequence[str] = (),
    *,
    ready: bytes = b"",
    patience: float = 120.0,
) -> Sent:
    """Run `briefing` in a pty; once `ready` was sent, press the keys one after the other."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", *arguments],
        cwd=folder,
        env=environment(home),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        raw = _converse(ours, keys, ready, time.monotonic() + patience)
        code = process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        code = process.wait()
    finally:
        os.close(ours)
    return Sent(raw, code)


def environment(home: Path) -> Mapping[str, str]:
    """A home of its own and a terminal of 256 colours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFING_")}
    folders = {f"XDG_{name}_HOME": str(home / name) for name in ("CACHE", "CONFIG", "DATA")}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    paths = {"HOME": str(home), "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "BROWSER": "true"}
    return {**kept, **folders, **terminal, **paths}


def _converse(ours: int, keys: Sequence[str], ready: bytes, until: float) -> bytes:
    """Read all that is sent; press the next key each time the screen has come to rest."""
    raw, left = bytearray(), list(keys)
    pressed = time.monotonic()
    while time.monotonic() < until:
        is_quiet = not select.select([ours], [], [], _QUIET)[0]
        if ready not in raw:
            pressed = time.monotonic()
        elif left and (is_quiet or time.monotonic() - pressed > _RESTLESS):
            os.write(ours, left.pop(0).encode())
            pressed = time.monotonic()
        if is_quiet:
            continue
        try:
            more = os.read(ours, 65536)
        except OSError:  # the other end is closed: the command is over
            break
        if not more:
            break
        raw += more
    return bytes(raw)
