"""The entries of a tar file (POSIX.1-2001 pax, ustar and GNU), read from a stream.

Invariant: a header is believed only with its checksum, no name takes more than `MAX_HEADER` bytes
of memory whatever it claims, and an archive that is cut off says so. The standard library's module
ends such an archive in silence and reads headers of any length in one piece.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from briefing.readers.decoding import UnreadableError

MAX_HEADER = 2**20
"""Bytes of one extended header: names of any length that systems allow."""

_BLOCK = 512
_PIECE = 2**20
_CHECKSUM = slice(148, 156)
_BINARY = 0x80
_OCTAL = re.compile(rb"[0-7]{0,12}")
_DECIMAL = re.compile(r"[0-9]{1,18}")


class Kind(StrEnum):
    """What an entry is."""

    FILE = "a file"
    FOLDER = "a folder"
    LINK = "a link"
    OTHER = "not a regular file"


_KINDS = {
    b"0": Kind.FILE, b"\0": Kind.FILE, b"7": Kind.FILE, b"5": Kind.FOLDER, b"D": Kind.FOLDER,
    b"1": Kind.LINK, b"2": Kind.LINK,
}  # fmt: skip


class Stream(Protocol):
    """Where a tar file is read from, once and forwards."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, fewer than `size` only at the end."""
        ...


@dataclass(frozen=True, slots=True)
class TarEntry:
    """A header: the name as the archive gives it, and the bytes of content that follow."""

    name: str
    kind: Kind
    size: int


@dataclass(slots=True)
class TarFile:
    """A tar file that is read on; `read` gives the content of the entry that came last."""

    stream: Stream
    _left: int = 0
    _padding: int = 0
    _extended: dict[str, str] = field(default_factory=dict)

    def entries(self) -> Iterator[TarEntry]:
        """The entries in their order; content that was not read is passed over."""
        while header := self._next_header():
            kind, size = header[156:157], _number(header[124:136])
            if kind in {b"L", b"K", b"x", b"X", b"g"}:
                self._extend(kind, self._read_extension(size))
                continue
            about, self._extended = self._extended, {}
            size = int(about.get("size", size))
            if _has_no_content(kind):
                size = 0
            self._left, self._padding = size, -size % _BLOCK
            is_sparse = any(key.startswith("GNU.sparse") for key in about)
            found = Kind.OTHER if is_sparse else _KINDS.get(kind, Kind.OTHER)
            yield TarEntry(about.get("path") or _name(header), found, size)

    def read(self) -> bytes:
        """The content of the entry that came last."""
        content = self.stream.read(self._left)
        if len(content) < self._left:
            raise UnreadableError("is cut off")
        self._left = 0
        return content

    def _next_header(self) -> bytes | None:
        """The next header, None at the end of the archive."""
        self._skip(self._left + self._padding)
        header = self.stream.read(_BLOCK)
        if not header.strip(b"\0"):
            return None
        if len(header) < _BLOCK:
            raise UnreadableError("is cut off")
        blank = header[: _CHECKSUM.start] + b" " * 8 + header[_CHECKSUM.stop :]
        if _number(header[_CHECKSUM]) != sum(blank):
            raise UnreadableError("is a damaged tar archive: a header has the wrong checksum")
        return header

    def _skip(self, size: int) -> None:
        self._left = self._padding = 0
        while size > 0:
            piece = self.stream.read(min(size, _PIECE))
            if not piece:
                raise UnreadableError("is cut off")
            size -= len(piece)

    def _read_extension(self, size: int) -> bytes:
        if size > MAX_HEADER:
            raise UnreadableError("is a damaged tar archive: a header is too long")
        self._left, self._padding = size, -size % _BLOCK
        return self.read()

    def _extend(self, kind: bytes, content: bytes) -> None:
        if kind == b"L":
            self._extended["path"] = _decode(content.rstrip(b"\0"))
        elif kind in {b"x", b"X"}:
            self._extended.update(_records(content))


def _has_no_content(kind: bytes) -> bool:
    """Links, folders and devices may name a size, but nothing follows."""
    return kind in b"123456"


def _name(header: bytes) -> str:
    name, prefix = header[:100], header[345:500]
    # Only POSIX archives have a prefix; GNU keeps times in its place.
    is_posix = header[257:263] == b"ustar\0"
    parts = (prefix, name) if is_posix and prefix.strip(b"\0") else (name,)
    return "/".join(_decode(part.partition(b"\0")[0]) for part in parts)


def _records(content: bytes) -> dict[str, str]:
    """The records of an extended header, each "length key=value" and a line feed."""
    found: dict[str, str] = {}
    place = 0
    while place < len(content):
        digits, _, _ = content[place : place + 20].partition(b" ")
        if not digits.isdigit() or not 0 < int(digits) <= len(content) - place:
            break
        record = content[place : place + int(digits)]
        key, _, value = record[len(digits) + 1 :].rstrip(b"\n").partition(b"=")
        found[_decode(key)] = _decode(value)
        place += int(digits)
    if "size" in found and not _DECIMAL.fullmatch(found["size"]):
        raise UnreadableError("is a damaged tar archive: a header holds no number")
    return found


def _number(content: bytes) -> int:
    """A number in octal digits, or in binary where its first bit is set."""
    if content[:1] and content[0] & _BINARY:
        number = int.from_bytes(content[1:], "big")
    else:
        digits = content.strip(b"\0 ")
        number = int(digits or b"0", 8) if _OCTAL.fullmatch(digits) else sys.maxsize
    if number >= sys.maxsize:
        raise UnreadableError("is a damaged tar archive: a header holds no number")
    return number


def _decode(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")
