"""A terminal that runs a program and notes when what came onto its screen.

Invariant: the program is another process behind a pseudo-terminal and is not altered; whatever is
measured is what a person at the keyboard would see.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

COLUMNS, LINES = 160, 45
_CONTROL = re.compile(rb"\x1b\[[0-9;?<>=:]*[ -/]*[@-~]|\x1b[P\]^_][^\x1b\x07]*(?:\x1b\\|\x07)")
_PATIENCE = 600.0
_KEPT = 1 << 17
"""Bytes of the screen's stream in which words that are waited for are looked for."""
_ASKED, _ANSWER, _END = b"\x1b[?2026$p", b"\x1b[?2026;2$y", b"\x1b[?2026l"
"""Synchronised output, which good terminals have: each picture ends with its mark."""


class Terminal:
    """A program on a screen of 160 columns and 45 lines."""

    def __init__(
        self, command: Sequence[str], environ: Mapping[str, str], folder: Path | None = None
    ) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        variables = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environ}
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=variables,
            cwd=folder,
            start_new_session=True,
        )
        os.close(slave)
        self.screen = b""

    def wait_for(self, words: str) -> float:
        """The moment at which the words have come since what was last waited for."""
        self.screen = b""
        deadline = time.perf_counter() + _PATIENCE
        while words.encode() not in _CONTROL.sub(b"", self.screen):
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{words!r} never came")
            self._read(1.0)
            if len(self.screen) > 2 * _KEPT:
                self.screen = self.screen[-_KEPT:]
        return time.perf_counter()

    def wait_for_cells(self) -> float:
        """The moment at which as much has come as fills the screen."""
        self.screen = b""
        deadline = time.perf_counter() + _PATIENCE
        while len(_CONTROL.sub(b"", self.screen)) < COLUMNS * LINES:
            if time.perf_counter() > deadline:
                raise TimeoutError("nothing was painted")
            self._read(1.0)
        return time.perf_counter()

    def wait_for_rest(self, quiet: float) -> float:
        """The moment at which the last came, once nothing has for so many seconds."""
        last = time.perf_counter()
        while self._read(quiet):
            last = time.perf_counter()
        return last

    def pictures(self, quiet: float) -> list[tuple[float, str]]:
        """What was painted until nothing came for so many seconds: moment and words of each."""
        self.screen = b""
        found: list[tuple[float, str]] = []
        while self._read(quiet):
            *whole, self.screen = self.screen.split(_END)
            now = time.perf_counter()
            found += [(now, _CONTROL.sub(b"", each).decode(errors="replace")) for each in whole]
        return found

    def wait_for_end(self) -> None:
        """Wait until the program has ended."""
        with contextlib.suppress(RuntimeError):
            while self._read(_PATIENCE):
                pass
        self._process.wait(_PATIENCE)
        os.close(self._master)

    def press(self, key: str) -> float:
        """Press a key; the moment at which that was."""
        os.write(self._master, key.encode())
        return time.perf_counter()

    def spent(self) -> float:
        """Seconds of processors that the program has used."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8").split()
        return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> float:
        """Resident memory of the program, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        return int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024

    def has_loaded(self, library: str) -> bool:
        """Whether the program has mapped a file of a library."""
        maps = Path(f"/proc/{self._process.pid}/maps").read_text(encoding="utf-8")
        return f"/{library}/" in maps

    def close(self) -> None:
        """End the program."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._master)

    def _read(self, seconds: float) -> bool:
        """Take what the program writes within the time; whether there was anything."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            found = os.read(self._master, 1 << 16)
        except OSError:
            raise RuntimeError(f"the program ended: {self.screen[-2000:]!r}") from None
        if _ASKED in found:
            os.write(self._master, _ANSWER)
        self.screen += found
        return True
