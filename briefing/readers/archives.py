"""Archives of pages: zip files, and tar files packed or not.

Invariant: members are yielded one at a time, unpacked in memory and within limits; one whose name
leads out of the archive, that is a link, or that cannot be unpacked is a rejection of its own.
"""

from __future__ import annotations

import contextlib
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from briefing.beside import MAX_BYTES as MAX_BESIDE
from briefing.beside import Beside, parse_beside, path_beside
from briefing.model import Rejection
from briefing.plugins import Member
from briefing.readers.companions import without_companions
from briefing.readers.decoding import UnreadableError, mark_encoding, replace_surrogates
from briefing.readers.packed import Unpacked, is_packed, peek
from briefing.readers.sniffing import MAX_MEMBER_BYTES, MAX_MEMBERS, MAX_UNPACKED_BYTES
from briefing.readers.tar_files import Kind, TarEntry, TarFile
from briefing.readers.zipped import EMPTY_SIGNATURE, SIGNATURE, name_of, open_zip, unpack

MAX_STREAMED_BYTES = 4 * 2**30
"""What may be unpacked of one file, whatever lies in it: an archive is gone through twice."""

MAX_NAME = 1024
"""Characters of a member's name, folders included."""

_TAR = b"ustar"
_TAR_PLACE = 257
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile("[\0-\x1f\x7f\ud800-\udfff]")
_BESIDE = re.compile(r"(?:^|/)\.[^/]+\.json$")
_PACKAGE = "[Content_Types].xml"
_ENDINGS = (".tar", ".tgz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz")
_PACKED_ENDINGS = (".gz", ".bz2", ".xz")


class ZipReader:
    """Reads what is in a zip file, each member by the reader of its own format."""

    endings = (".zip",)

    def accepts(self, head: bytes, path: str) -> bool:
        """The signature of a zip file that no kind of document has claimed."""
        del path
        return head.startswith((SIGNATURE, EMPTY_SIGNATURE))

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Rejection | Member]:
        """Yield the members in the order of their names."""
        del identifier
        archive = open_zip(raw, "zip archive")
        entries = [e for e in archive.infolist() if not e.is_dir()]
        if not entries:
            raise UnreadableError("is an empty archive")
        if entries[0].filename == "mimetype" or any(e.filename == _PACKAGE for e in entries):
            raise UnreadableError("is a table, slides or another package that is not read here")
        found: list[tuple[str, ZipInfo]] = []
        for entry in entries:
            try:
                found.append((_zip_name(entry), entry))
            except UnreadableError as error:
                yield reject(path, name_of(entry), error)
        wanted = frozenset(_wanted(name for name, _ in found))
        every = dict(found)
        for name, entry in sorted(found, key=lambda pair: (pair[0], pair[1].header_offset)):
            if name in wanted:
                try:
                    member = Member(name, unpack(archive, entry, MAX_MEMBER_BYTES))
                    yield _completed(member, _zip_beside(archive, every.get(path_beside(name))))
                except UnreadableError as error:
                    yield reject(path, name, error)


def _zip_beside(archive: ZipFile, entry: ZipInfo | None) -> Beside | None:
    """What stands beside a member, as beside a page in a folder."""
    if entry is None or entry.file_size > MAX_BESIDE:
        return None
    with contextlib.suppress(UnreadableError):
        return parse_beside(unpack(archive, entry, MAX_BESIDE))
    return None


def _completed(member: Member, beside: Beside | None) -> Member:
    if beside is None:
        return member
    return Member(member.name, mark_encoding(member.raw, beside.charset), beside.declared)


def _zip_name(entry: ZipInfo) -> str:
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnreadableError(f"is {Kind.LINK}; only files are read from an archive")
    return check_name(name_of(entry))


class TarReader:
    """Reads what is in a tar file, and a single file that is packed (gzip, bzip2, xz)."""

    endings = _ENDINGS

    def __init__(self) -> None:
        self._left = MAX_STREAMED_BYTES

    def renew(self) -> None:
        """Another file of the corpus: what may be unpacked is counted anew."""
        self._left = MAX_STREAMED_BYTES

    def accepts(self, head: bytes, path: str) -> bool:
        """The signature of a packed file, or that of a tar file in its first header."""
        del path
        return is_packed(head) or _is_tar(head)

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Rejection | Member]:
        """Yield the members in the order of the archive."""
        name = PurePosixPath(identifier).name.casefold()
        if _is_tar(peek(raw)) or name.endswith(_ENDINGS):
            with self._opened(raw, MAX_UNPACKED_BYTES) as stream:
                names, beside = _look_through(stream)
            with self._opened(raw, MAX_UNPACKED_BYTES) as stream:
                yield from _tar_members(stream, path, frozenset(_wanted(names)), beside)
        else:
            is_named = name.endswith(_PACKED_ENDINGS)
            stem = PurePosixPath(identifier).stem if is_named else "unpacked"
            with self._opened(raw, MAX_MEMBER_BYTES) as stream:
                yield Member(stem, stream.read())
                stream.read(1)  # says whether the file ended where it should

    @contextlib.contextmanager
    def _opened(self, raw: bytes, limit: int) -> Iterator[Unpacked]:
        """A stream of what is in a file, within what may be unpacked of the file it lies in.

        What is passed over in an archive costs time as well, and a file can hold many archives.
        """
        if self._left <= 0:
            most = MAX_STREAMED_BYTES // 2**20
            raise UnreadableError(f"lies among files that unpack to more than {most:,} MiB")
        stream = Unpacked(raw, min(limit, self._left))
        try:
            yield stream
        finally:
            self._left -= stream.total


def _tar_members(
    stream: Unpacked, path: str, wanted: frozenset[str], beside: Mapping[str, Beside]
) -> Iterator[Rejection | Member]:
    archive = TarFile(stream)
    number = 0
    for number, entry in enumerate(archive.entries(), start=1):
        if number > MAX_MEMBERS:
            raise UnreadableError(f"holds more than {MAX_MEMBERS:,} files")
        try:
            name = check_name(entry.name) if entry.kind is not Kind.FOLDER else ""
            if name in wanted or entry.kind in {Kind.LINK, Kind.OTHER}:
                member = _tar_member(archive, entry, name)
                yield _completed(member, beside.get(path_beside(name)))
        except UnreadableError as error:
            yield reject(path, entry.name, error)
    if not number:
        raise UnreadableError("is an empty archive")


def _tar_member(archive: TarFile, entry: TarEntry, name: str) -> Member:
    if entry.kind is not Kind.FILE:
        raise UnreadableError(f"is {entry.kind}; only files are read from an archive")
    if entry.size > MAX_MEMBER_BYTES:
        raise UnreadableError(f"is larger than {MAX_MEMBER_BYTES // 2**20} MiB")
    return Member(name, archive.read())


def check_name(name: str) -> str:
    """A member's name in POSIX form; one that leads out of the archive is refused.

    Nothing is ever written under such a name, but it would also be cited under it.
    """
    plain = name.replace("\\", "/")
    parts = [part for part in plain.split("/") if part not in {"", "."}]
    if plain.startswith("/") or _DRIVE.match(plain) or ".." in parts:
        raise UnreadableError("has a name that leads out of its archive")
    if _CONTROL.search(name) or not 0 < len(name) <= MAX_NAME or not parts:
        raise UnreadableError("has a name that cannot be cited")
    return "/".join(parts)


def reject(path: str, name: str, error: UnreadableError) -> Rejection:
    """The rejection of a member by the name that the archive gives it."""
    return Rejection(f"{path}/{replace_surrogates(name[:MAX_NAME])}", None, str(error))


def _wanted(names: Iterable[str]) -> list[str]:
    """The names without hidden files and without what browsers save beside pages."""
    seen = [n for n in names if not any(part.startswith(".") for part in n.split("/"))]
    return without_companions(seen)


def _is_tar(head: bytes) -> bool:
    return head[_TAR_PLACE : _TAR_PLACE + len(_TAR)] == _TAR


def _look_through(stream: Unpacked) -> tuple[list[str], dict[str, Beside]]:
    """The names of the files, and what stands beside them, as far as they can be read.

    The second pass says what is wrong.
    """
    names: list[str] = []
    found: dict[str, Beside] = {}
    archive = TarFile(stream)
    with contextlib.suppress(UnreadableError):
        for entry in archive.entries():
            if entry.kind is not Kind.FILE:
                continue
            with contextlib.suppress(UnreadableError):
                names.append(check_name(entry.name))
                if _BESIDE.search(names[-1]) and entry.size <= MAX_BESIDE:
                    beside = parse_beside(archive.read())
                    found |= {names[-1]: beside} if beside else {}
    return names, found
