"""Zip files opened in memory: archives of pages, and the packages that documents come in.

Invariant: nothing is written to disk and nothing is unpacked beyond the limits, whatever sizes the
file claims; damage, passwords and bombs raise `UnreadableError` with the reason.
"""

from __future__ import annotations

import io
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from briefing.readers.decoding import UnreadableError
from briefing.readers.sniffing import MAX_MEMBERS

SIGNATURE = b"PK\x03\x04"
EMPTY_SIGNATURE = b"PK\x05\x06"

MAX_RATIO = 200
"""Pages shrink to a fifth or a fiftieth of their size; what shrinks further is a bomb."""

MAX_PART_BYTES = 16 * 2**20
"""What one part of a document's package may hold unpacked: the words of a thick book."""

_SMALL = 2**20
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_UTF8 = 0x800
_DAMAGE = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)


def open_zip(raw: bytes, what: str) -> ZipFile:
    """The zip file; `what` names its format where it is damaged."""
    # The directory is read whole and costs half a kilobyte of memory for each entry.
    if raw.count(_ENTRY) > MAX_MEMBERS:
        raise UnreadableError(f"holds more than {MAX_MEMBERS:,} files")
    try:
        return ZipFile(io.BytesIO(raw))
    except _DAMAGE as error:
        raise UnreadableError(f"is a damaged {what}: {_explain(error)}") from error


def unpack(archive: ZipFile, entry: ZipInfo, limit: int) -> bytes:
    """The bytes of an entry; more than `limit` of them are refused."""
    if entry.flag_bits & _ENCRYPTED:
        raise UnreadableError("is encrypted")
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise UnreadableError(f"is packed by a method not read here ({entry.compress_type})")
    if entry.file_size > limit:
        raise UnreadableError(f"is larger than {limit // 2**20} MiB")
    if entry.file_size > max(_SMALL, entry.compress_size * MAX_RATIO):
        raise UnreadableError(f"unpacks to more than {MAX_RATIO} times its size")
    try:
        with archive.open(entry) as packed:
            return packed.read(limit)
    except _DAMAGE as error:
        raise UnreadableError(f"is damaged: {_explain(error)}") from error


def find_part(archive: ZipFile, name: str) -> bytes | None:
    """A part of a document's package by its name, None where there is none."""
    try:
        entry = archive.getinfo(name)
    except KeyError:
        return None
    try:
        return unpack(archive, entry, MAX_PART_BYTES)
    except UnreadableError as error:
        raise UnreadableError(f"cannot be read: its part {name} {error}") from error


def name_of(entry: ZipInfo) -> str:
    """An entry's name; some programs write UTF-8 without saying so."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def _explain(error: Exception) -> str:
    return str(error) or type(error).__name__
