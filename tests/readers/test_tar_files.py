"""Tar files of all dialects, header by header."""

from __future__ import annotations

import io
import tarfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.readers.decoding import UnreadableError
from briefing.readers.tar_files import MAX_HEADER, Kind, TarEntry, TarFile
from tests.readers.documents import make_tar

LONG = "a-rather-long-folder/" * 9 + "page.txt"


def entries_of(raw: bytes) -> list[tuple[TarEntry, bytes]]:
    archive = TarFile(io.BytesIO(raw))
    return [(e, archive.read() if e.kind is Kind.FILE else b"") for e in archive.entries()]


def written(dialect: int, names: list[str]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=dialect, encoding="utf-8") as archive:
        for number, name in enumerate(names):
            entry = tarfile.TarInfo(name)
            entry.size = 300 * number
            archive.addfile(entry, io.BytesIO(b"x" * entry.size))
    return out.getvalue()


@pytest.mark.parametrize("dialect", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_names_and_contents_are_those_of_every_dialect(dialect: int) -> None:
    names = ["a.txt", LONG, "café/ü.txt", "b.txt"]
    found = entries_of(written(dialect, names))
    assert [entry.name for entry, _ in found] == names
    assert [len(content) for _, content in found] == [0, 300, 600, 900]


@settings(deadline=None)
@given(st.dictionaries(st.from_regex(r"[a-zé]{1,150}", fullmatch=True), st.binary(max_size=1500)))
def test_what_the_standard_library_writes_is_read_back(members: dict[str, bytes | str]) -> None:
    found = {entry.name: content for entry, content in entries_of(make_tar(members))}
    assert found == members


def test_content_that_is_not_asked_for_is_passed_over() -> None:
    archive = TarFile(io.BytesIO(make_tar({"a": b"1" * 700, "b": b"2"})))
    assert [entry.name for entry in archive.entries()] == ["a", "b"]


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE]
)
def test_what_is_no_file_has_no_content(kind: bytes) -> None:
    entry = tarfile.TarInfo("a")
    entry.type, entry.size, entry.linkname = kind, 9_999, "b"
    raw = entry.tobuf() + make_tar({"c": b"x"})
    (first, _), (second, content) = entries_of(raw)
    assert first.kind is not Kind.FILE
    assert (second.name, content) == ("c", b"x")


def with_size(raw: bytes, field: bytes) -> bytes:
    header = bytearray(raw[:512])
    header[124:136] = field.rjust(12, b"0")
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header) + raw[512:]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (make_tar({"a": b"x" * 600})[:700], "is cut off"),
        (make_tar({"a": b"x" * 600})[:100], "is cut off"),
        (make_tar({"a": b"x" * 600})[:1024] + b"noise" * 400, "holds no number"),
        (b"\1" + make_tar({"a": b"x"})[1:], "wrong checksum"),
        (with_size(make_tar({"a": b"x"}), b"\x80" + b"\xff" * 11), "no number"),
        (with_size(make_tar({"a": b"x"}), b"\xff" * 12), "no number"),
        (with_size(make_tar({"a": b"x"}), b"nonsense"), "no number"),
        (with_size(make_tar({"a": b"x"}), b"77777777777"), "is cut off"),
    ],
    ids=range(8),
)
def test_damage_is_told(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        entries_of(raw)


def test_a_header_that_claims_to_be_long_is_not_read() -> None:
    entry = tarfile.TarInfo("././@LongLink")
    entry.type, entry.size = tarfile.GNUTYPE_LONGNAME, MAX_HEADER + 1
    with pytest.raises(UnreadableError, match="too long"):
        entries_of(entry.tobuf() + b"a" * 2048)


@pytest.mark.parametrize("record", [b"99 path=x\n", b"x", b"0 path=x\n", b"12 size=none\n", b""])
def test_records_that_are_none_break_nothing(record: bytes) -> None:
    entry = tarfile.TarInfo("pax")
    entry.type, entry.size = tarfile.XHDTYPE, len(record)
    raw = entry.tobuf() + record.ljust(512 if record else 0, b"\0") + make_tar({"a": b"x"})
    try:
        found = entries_of(raw)
    except UnreadableError as error:
        assert "no number" in str(error)  # noqa: PT017 either end is right
    else:
        assert found[-1][0].name == "a"


@settings(deadline=None)
@given(st.binary(max_size=3000))
def test_no_bytes_break_it(raw: bytes) -> None:
    try:
        entries_of(raw)
    except UnreadableError:
        return
