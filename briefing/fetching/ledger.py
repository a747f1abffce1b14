"""The ledger of a folder: what was asked for, what came of it, and when to ask again.

Invariant: a line is written when what it says is on the disk, and never changed; the last line
about an address counts. A run that was killed leaves at most half a line, which is passed over. One
run writes at a time.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

import msgspec

from briefing.errors import BriefingError
from briefing.fetching.addresses import key_of
from briefing.fetching.writing import write_whole

FOLDER = ".briefing"
"""Hidden, so that no corpus shows it."""

_FILE = "fetched.jsonl"
_LOCK = "lock"
_SPARE_LINES = 1_000


class Entry(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What came of asking for an address, in the end.

    `address` is that named by the user or a feed, `final` the one that answered, `fetched` the
    moment in UTC. `file` is the page below the folder, `page` the key under which a page is known
    whatever addresses lead to it; a list of addresses (`is_list`) is kept by its hash. `reason`
    says why there is no page, of an address that need not be asked for again soon.
    """

    address: str
    fetched: str
    final: str | None = None
    status: int | None = None
    etag: str | None = None
    modified: str | None = None
    type: str | None = None
    bytes: int | None = None
    sha256: str | None = None
    headline: str | None = None
    file: str | None = None
    page: str | None = None
    version: int = 1
    is_list: bool = False
    reason: str | None = None


class PutOff(msgspec.Struct, frozen=True):
    """A host that wants to be left alone until a moment, in seconds since 1970."""

    host: str
    until: float


_KINDS: tuple[msgspec.json.Decoder[Entry] | msgspec.json.Decoder[PutOff], ...] = (
    msgspec.json.Decoder(Entry),
    msgspec.json.Decoder(PutOff),
)


class Ledger:
    """An open ledger; `folder` is the hidden folder that it lies in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._entries: dict[str, Entry] = {}
        self._finals: dict[str, Entry] = {}
        self._pages: dict[str, Entry] = {}
        self._put_off: dict[str, float] = {}
        self._file = self._load()

    def find(self, address: str) -> Entry | None:
        """What came of an address, or of another that it was reached by."""
        key = key_of(address)
        return self._entries.get(key) or self._finals.get(key)

    def find_page(self, page: str) -> Entry | None:
        """The latest version of a page, whatever address led to it."""
        return self._pages.get(page)

    def until(self, host: str) -> float:
        """The moment before which a host wants no request."""
        return self._put_off.get(host, 0.0)

    def note(self, line: Entry | PutOff) -> None:
        """Write a line, so that a later run knows of it."""
        self._learn(line)
        self._file.write(_line(line))
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the file; everything is in it already."""
        self._file.close()

    def _learn(self, line: Entry | PutOff) -> None:
        if isinstance(line, PutOff):
            self._put_off[line.host] = line.until
            return
        self._entries[key_of(line.address)] = line
        if line.file or line.is_list:
            self._finals[key_of(line.final or line.address)] = line
        if line.file and line.page:
            known = self._pages.get(line.page)
            if known is None or known.version <= line.version:
                self._pages[line.page] = line

    def _load(self) -> IO[bytes]:
        """Read what earlier runs wrote, and open the file for what this one will."""
        path = self.folder / _FILE
        lines = path.read_bytes().split(b"\n") if path.exists() else [b""]
        for line in lines:
            if (found := _parse(line)) is not None:
                self._learn(found)
        if len(lines) > 2 * len(self._entries) + _SPARE_LINES:
            write_whole(path, b"".join(map(_line, self._worth_keeping())))
            lines = [b""]
        file = path.open("ab")
        if lines[-1]:  # the end of a line that a killed run began
            file.write(b"\n")
        return file

    def _worth_keeping(self) -> Iterator[Entry | PutOff]:
        for host, until in self._put_off.items():
            yield PutOff(host, until)
        yield from self._pages.values()
        yield from self._entries.values()


def _line(entry: Entry | PutOff) -> bytes:
    return msgspec.json.encode(entry) + b"\n"


def _parse(line: bytes) -> Entry | PutOff | None:
    for kind in _KINDS:
        try:
            return kind.decode(line)
        except (msgspec.MsgspecError, ValueError):
            continue
    return None


@contextmanager
def open_ledger(corpus: Path) -> Iterator[Ledger]:
    """The ledger of a corpus folder, both made if they are not there; raises `BriefingError`."""
    folder = corpus / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("wb")
    except OSError as error:
        where = error.filename or corpus
        raise BriefingError(f"{where}: {error.strerror or error}", "name another folder") from error
    with lock:
        _claim(lock, corpus)
        with closing(Ledger(folder)) as ledger:
            yield ledger


def _claim(lock: IO[bytes], corpus: Path) -> None:
    """Let no other run write into the folder; the lock goes with the process, killed or not."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in {errno.EAGAIN, errno.EACCES}:
            raise
        raise BriefingError(
            f"another run is fetching into {corpus}", "wait for it, or name another folder"
        ) from error
