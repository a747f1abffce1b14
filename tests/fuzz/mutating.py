"""Breaking files: bytes moved, dropped, doubled and put in, inside packed files too.

Invariant: what comes out is a function of the file and of the draws; it stays under 256 KiB, so
that a slow case is slow for its form and not for its size.
"""

from __future__ import annotations

import bz2
import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from random import Random

LONGEST = 2**18

_PARTS = (
    b"\x1b[31m", b"\x1b]52;c;aGk=\x07", b"\x1bP+q\x1b\\", b"\x9b31m", b"\xc2\x9b2J", b"\x00",
    b"\xff\xfe", b"\xe2\x80\xae", b"\xe2\x81\xa6", b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
    b"\xef\xbb\xbf", b"\r", b"\n\n", b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>",
    b"<script>", b"<p>", b"</p>", b"<br/>", b'<!DOCTYPE a [<!ENTITY x "y">]>', b"&x;", b"&#0;",
    b"&#x110000;", b"&#xd800;", b"&amp", b"=\r\n", b"{", b"}", b"[", b"]", b'"', b"\\", b"\\u0000",
    b"\\ud800", b"null", b"1e999", b"-0", b"true", b"{}", b"\\'", b"\\u-1?", b"\\bin99999999 ",
    b"{\\*\\x ", b"\\uc9 ", b"(", b")", b"<<", b">>", b"/Length 0", b"obj", b"endstream", b"../",
    b"/etc/x", b"C:\\", b"--part", b"--part--", b"Content-Type: text/html",
    b"Content-Transfer-Encoding: base64", b"charset=utf-7", b"=?utf-8?q?=00?=", b"From ", b"---\n",
    b"\t", b"0", b"-1", b"99999999999999999999", b"4294967295", b"\x7f", b"\xe2\x80\xa8", b",",
    b";", b"|", b"'",
)  # fmt: skip
"""What the formats mean something by, and what a terminal would."""


def break_file(name: str, raw: bytes, draw: Random) -> bytes:
    """The file broken in one to six places, in half of the packed ones inside."""
    if draw.random() < 0.5:
        for ending, way in _INSIDE.items():
            if name.endswith(ending):
                return way(raw, draw)[:LONGEST]
    return break_bytes(raw, draw)


def break_bytes(raw: bytes, draw: Random) -> bytes:
    """Bytes broken in one to six places."""
    for _ in range(draw.choice((1, 1, 1, 2, 3, 6))):
        raw = draw.choice(_WAYS)(raw, draw)[:LONGEST]
    return raw


def hostile_bytes(draw: Random) -> bytes:
    """Bytes that are no file: at random, or of parts that formats mean something by."""
    if draw.random() < 0.5:
        return draw.randbytes(draw.randrange(1, 2000))
    return b"".join(draw.choices(_PARTS, k=draw.randrange(1, 200)))


def _range(raw: bytes, draw: Random) -> tuple[int, int]:
    start = draw.randrange(len(raw) + 1)
    return start, min(len(raw), start + draw.choice((1, 2, 8, 40, 300)))


def _flip(raw: bytes, draw: Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(draw.randrange(1, 9) if raw else 0):
        changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def _drop(raw: bytes, draw: Random) -> bytes:
    start, end = _range(raw, draw)
    return raw[:start] + raw[end:]


def _repeat(raw: bytes, draw: Random) -> bytes:
    start, end = _range(raw, draw)
    return raw[:start] + raw[start:end] * draw.choice((2, 3, 50, 700)) + raw[end:]


def _put_in(raw: bytes, draw: Random) -> bytes:
    at = draw.randrange(len(raw) + 1)
    parts = b"".join(draw.choices(_PARTS, k=draw.choice((1, 2, 5))))
    return raw[:at] + parts * draw.choice((1, 1, 1, 200)) + raw[at:]


def _cut(raw: bytes, draw: Random) -> bytes:
    return raw[: draw.randrange(len(raw) + 1)]


def _move(raw: bytes, draw: Random) -> bytes:
    start, end = _range(raw, draw)
    rest = raw[:start] + raw[end:]
    at = draw.randrange(len(rest) + 1)
    return rest[:at] + raw[start:end] + rest[at:]


_WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (_flip, _drop, _repeat, _put_in, _cut, _move)


def _in_zip(raw: bytes, draw: Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = {entry: archive.read(entry) for entry in archive.infolist()}
    broken = draw.choice(list(members))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in members.items():
            new = break_bytes(content, draw) if entry is broken else content
            archive.writestr(entry.filename, new, entry.compress_type)
    return out.getvalue()


def _in_tar(raw: bytes, draw: Random) -> bytes:
    return _broken_tar(_members(raw), "w", draw)


def _members(raw: bytes) -> Mapping[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(raw)) as archive:
        files = {e.name: archive.extractfile(e) for e in archive.getmembers()}
        return {name: file.read() for name, file in files.items() if file is not None}


def _broken_tar(members: Mapping[str, bytes], mode: str, draw: Random) -> bytes:
    broken = draw.choice(list(members))
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            new = break_bytes(content, draw) if name == broken else content
            entry = tarfile.TarInfo(name)
            entry.size = len(new)
            archive.addfile(entry, io.BytesIO(new))
    return out.getvalue()


def _in_packed_tar(raw: bytes, draw: Random) -> bytes:
    return gzip.compress(_in_tar(gzip.decompress(raw), draw), mtime=0)


def _in_gzip(raw: bytes, draw: Random) -> bytes:
    return gzip.compress(break_bytes(gzip.decompress(raw), draw), mtime=0)


def _in_bzip2(raw: bytes, draw: Random) -> bytes:
    return bz2.compress(break_bytes(bz2.decompress(raw), draw))


def _in_pdf(raw: bytes, draw: Random) -> bytes:
    """A stream packed as a PDF packs it, of whatever length its file says."""
    start, end = raw.index(b"stream\n") + 7, raw.index(b"\nendstream")
    packed = zlib.compress(break_bytes(raw[start:end], draw))
    head = raw[:start].replace(b"/Length", b"/Filter /FlateDecode /Length", 1)
    return head + packed + raw[end:]


_INSIDE: Mapping[str, Callable[[bytes, Random], bytes]] = {
    ".tar.gz": _in_packed_tar,
    ".gz": _in_gzip,
    ".bz2": _in_bzip2,
    ".tar": _in_tar,
    ".pdf": _in_pdf,
    **dict.fromkeys((".zip", ".docx", ".odt", ".epub"), _in_zip),
}
