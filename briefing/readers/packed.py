"""Files packed by gzip, bzip2 or xz, unpacked bit by bit.

Invariant: no more is unpacked than was asked for, and never beyond the limits; damage and bombs
raise `UnreadableError`.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from typing import Any

from briefing.readers.decoding import UnreadableError
from briefing.readers.zipped import MAX_RATIO

_GZIP = b"\x1f\x8b"
_BZIP2 = b"BZh"
_XZ = b"\xfd7zXZ\0"
_SMALL = 2**20
_PEEKED = 1024
_DAMAGE = (EOFError, MemoryError, OSError, ValueError, lzma.LZMAError, zlib.error)


def is_packed(head: bytes) -> bool:
    """Whether a file begins as one of the packed formats does."""
    return head.startswith((_GZIP, _BZIP2, _XZ))


def peek(head: bytes) -> bytes:
    """The first kilobyte of a file, unpacked if it is packed; empty where it is damaged."""
    decompressor: Any
    if head.startswith(_GZIP):
        decompressor = zlib.decompressobj(zlib.MAX_WBITS | 16)
    elif head.startswith(_BZIP2):
        decompressor = bz2.BZ2Decompressor()
    elif head.startswith(_XZ):
        decompressor = lzma.LZMADecompressor()
    else:
        return head[:_PEEKED]
    try:
        return bytes(decompressor.decompress(head, _PEEKED))
    except _DAMAGE:
        return b""


class Unpacked(io.RawIOBase):
    """A packed file as a stream of what is in it; a file that is not packed as it stands.

    `limit` is how much may be read in all: it can be moved as the reading goes on.
    """

    def __init__(self, raw: bytes, limit: int) -> None:
        super().__init__()
        self.limit = limit
        self.total = 0
        self._largest = max(_SMALL, MAX_RATIO * len(raw))
        self._damage: UnreadableError | None = None
        self._inner = _unpacked(raw)

    def readable(self) -> bool:
        """It can be read, from its beginning to its end."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes, fewer than `size` only at the end; raises `UnreadableError`.

        What stands before damage is given first.
        """
        wanted = self.limit + 1 - self.total if size is None or size < 0 else size
        found = bytearray()
        while len(found) < wanted and (piece := self._next_piece(wanted - len(found))):
            found += piece
        if not found and wanted and self._damage:
            raise self._damage
        self.total += len(found)
        if self.total > self._largest:
            raise UnreadableError(f"unpacks to more than {MAX_RATIO} times its size")
        if self.total > self.limit:
            raise UnreadableError(f"unpacks to more than {self.limit // 2**20} MiB")
        return bytes(found)

    def _next_piece(self, size: int) -> bytes:
        if self._damage:
            return b""
        try:
            return self._inner.read1(size)
        except _DAMAGE as error:
            reason = f"is a damaged archive: {str(error) or type(error).__name__}"
            self._damage = UnreadableError(reason)
            return b""


def _unpacked(raw: bytes) -> io.BytesIO | gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile:
    stream = io.BytesIO(raw)
    if raw.startswith(_GZIP):
        return gzip.GzipFile(fileobj=stream)
    if raw.startswith(_BZIP2):
        return bz2.BZ2File(stream)
    return lzma.LZMAFile(stream) if raw.startswith(_XZ) else stream
