"""Archives: every member by its own reader, within limits, and nothing outside of them."""

from __future__ import annotations

import gzip
import io
import itertools
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Rejection
from briefing.readers import archives, sniffing, zipped
from briefing.readers.archives import check_name
from briefing.readers.decoding import UnreadableError
from tests.readers.documents import (
    HEADLINE,
    LEAD,
    PAGE,
    TEXT,
    docx_paragraphs,
    make_chapter,
    make_docx,
    make_epub,
    make_record,
    make_tar,
    make_warc,
    make_zip,
    story_nitf,
    story_pdf,
    story_rtf,
)
from tests.readers.reading import articles_of, read_file, reason_of, reasons_of

Pack = Callable[[dict[str, bytes | str]], bytes]


def tar_gz(members: dict[str, bytes | str]) -> bytes:
    return make_tar(members, "w:gz")


def tar_xz(members: dict[str, bytes | str]) -> bytes:
    return make_tar(members, "w:xz")


def tar_bz2(members: dict[str, bytes | str]) -> bytes:
    return make_tar(members, "w:bz2")


EVERY = pytest.mark.parametrize("pack", [make_zip, make_tar, tar_gz, tar_xz, tar_bz2])


@EVERY
def test_members_go_to_the_readers_of_their_formats(pack: Pack) -> None:
    members: dict[str, bytes | str] = {
        "a.txt": LEAD,
        "b/page": PAGE,
        "c.pdf": story_pdf(),
        "d.rtf": story_rtf(),
        "e.docx": make_docx(docx_paragraphs(LEAD)),
        "f.xml": story_nitf(),
        "g.epub": make_epub({"one.xhtml": make_chapter(HEADLINE, LEAD)}),
        "h.jsonl": '{"text": "One."}\n{"id": "own", "text": "Two."}',
        "i.warc.gz": make_warc(make_record("https://example.org/x", PAGE.encode())),
    }
    found = articles_of(pack(members), "corpus.packed")
    assert [a.id for a in found] == [
        "corpus.packed/a.txt",
        "corpus.packed/b/page",
        "corpus.packed/c.pdf",
        "corpus.packed/d.rtf",
        "corpus.packed/e.docx",
        "corpus.packed/f.xml",
        "corpus.packed/g.epub/OEBPS/one.xhtml",
        "corpus.packed/h.jsonl#1",
        "own",
        "corpus.packed/i.warc.gz/20320504063000/example.org/x",
    ]
    assert {a.path for a in found} == {"corpus/corpus.packed"}
    assert TEXT in {a.text for a in found}


@EVERY
def test_bad_members_cost_themselves_only(pack: Pack) -> None:
    found = read_file(
        pack({"a.txt": LEAD, "b.png": b"\x89PNG\r\n\x1a\n", "c.txt": b"", "d.pdf": b"%PDF-"})
    )
    assert [f.id for f in found if isinstance(f, Article)] == ["a file/a.txt"]
    rejected = {r.path: r.reason for r in found if isinstance(r, Rejection)}
    assert list(rejected) == ["corpus/a file/b.png", "corpus/a file/c.txt", "corpus/a file/d.pdf"]
    assert rejected["corpus/a file/c.txt"] == "is empty"


@EVERY
@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "a/../../b.txt",
        "C:\\secret.txt",
        "..\\b.txt",
        "\\\\host\\b",
        "c:b.txt",
    ],
)
def test_a_name_that_leads_out_of_the_archive_is_refused(pack: Pack, name: str) -> None:
    article, *rejections = sorted(
        read_file(pack({name: LEAD, "in.txt": LEAD})), key=lambda f: isinstance(f, Rejection)
    )
    assert isinstance(article, Article)
    assert article.id == "a file/in.txt"
    assert [r.reason for r in rejections if isinstance(r, Rejection)] == [
        "has a name that leads out of its archive"
    ]


@EVERY
def test_hidden_files_and_what_belongs_to_a_saved_page_are_left_out(pack: Pack) -> None:
    names = [".hidden.txt", "__MACOSX/._a.html", "a.html", "a_files/frame.html", "./b.txt"]
    found = articles_of(pack({name: PAGE if "html" in name else LEAD for name in names}))
    assert sorted(a.id for a in found) == ["a file/a.html", "a file/b.txt"]


def linked_zip() -> bytes:
    entry = zipfile.ZipInfo("link.txt")
    entry.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    return out.getvalue()


def linked_tar(kind: bytes) -> bytes:
    entry = tarfile.TarInfo("link.txt")
    entry.type, entry.linkname = kind, "/etc/passwd"
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(entry)
    return out.getvalue()


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (linked_zip(), "a link"),
        (linked_tar(tarfile.SYMTYPE), "a link"),
        (linked_tar(tarfile.LNKTYPE), "a link"),
        (linked_tar(tarfile.FIFOTYPE), "not a regular file"),
        (linked_tar(tarfile.CHRTYPE), "not a regular file"),
        (linked_tar(tarfile.GNUTYPE_SPARSE), "not a regular file"),
    ],
    ids=itertools.count(),
)
def test_links_and_devices_are_not_followed(raw: bytes, what: str) -> None:
    (rejection,) = read_file(raw)
    reason = f"is {what}; only files are read from an archive"
    assert rejection == Rejection("corpus/a file/link.txt", None, reason)


@EVERY
def test_archives_in_archives_end_three_deep(pack: Pack) -> None:
    raw = pack({"a.txt": LEAD})
    for _ in range(2):
        raw = pack({"inner": raw})
    assert [a.id for a in articles_of(raw)] == ["a file/inner/inner/a.txt"]
    (rejection,) = read_file(pack({"inner": raw}))
    assert isinstance(rejection, Rejection)
    assert rejection.path == "corpus/a file/inner/inner/inner/a.txt"
    assert rejection.reason == "lies too deep in files inside files"


def test_an_archive_that_holds_itself_over_and_over_ends() -> None:
    raw = LEAD.encode()
    for _ in range(40):
        raw = make_zip({"again.zip": raw})
    assert len(read_file(raw)) == 1


@pytest.mark.parametrize("size", [2**20 + 1, 40 * 2**20])
def test_a_zip_member_that_shrank_too_far_is_a_bomb(size: int) -> None:
    raw = make_zip({"a.txt": LEAD, "bomb.txt": b" " * size})
    article, rejection = read_file(raw)
    assert isinstance(article, Article)
    assert rejection == Rejection(
        "corpus/a file/bomb.txt", None, "unpacks to more than 200 times its size"
    )


@pytest.mark.parametrize("pack", [tar_gz, tar_xz, tar_bz2])
def test_a_packed_tar_that_shrank_too_far_is_a_bomb(pack: Pack) -> None:
    found = read_file(pack({"a.txt": LEAD, "bomb.txt": b" " * (60 * 2**20)}))
    assert "unpacks to more than 200 times its size" in {
        f.reason for f in found if isinstance(f, Rejection)
    }


def test_a_size_that_a_zip_does_not_declare_is_not_unpacked() -> None:
    raw = bytearray(make_zip({"a.txt": b" " * 5000}))
    entry = raw.index(b"PK\x01\x02")
    raw[entry + 24 : entry + 28] = struct.pack("<I", 100)
    (rejection,) = read_file(bytes(raw))
    assert isinstance(rejection, Rejection)
    assert "is damaged" in rejection.reason


def test_one_member_and_all_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBER_BYTES", 2**20)
    big = Random(1).randbytes(2**21)
    for pack in (make_zip, make_tar, tar_gz):
        article, rejection = read_file(pack({"a.txt": LEAD, "big.bin": big}))
        assert isinstance(article, Article)
        assert rejection == Rejection("corpus/a file/big.bin", None, "is larger than 1 MiB")
    monkeypatch.setattr(sniffing, "MAX_MEMBERS", 2)
    found = read_file(make_zip({"a": LEAD, "b": LEAD, "c": LEAD}))
    assert [type(f) for f in found] == [Article, Article, Rejection]
    monkeypatch.setattr(sniffing, "MAX_UNPACKED_BYTES", 100)
    article, rejection = read_file(make_zip({"a": LEAD, "b": LEAD}))
    assert isinstance(article, Article)
    assert isinstance(rejection, Rejection)
    assert "unpacks to more than" in rejection.reason


def crowded_zip(count: int) -> bytes:
    """A zip file of empty members, faster than the library writes it."""
    local = struct.Struct("<4s5H3I2H")
    central = struct.Struct("<4s6H3I5H2I")
    out, index = bytearray(), bytearray()
    for number in range(count):
        name = b"%06d" % number
        index += (
            central.pack(b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, len(out)) + name
        )
        out += local.pack(b"PK\3\4", 20, 0, 0, 0, 0, 0, 0, 0, 6, 0) + name
    shown = min(count, 0xFFFF)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, shown, shown, len(index), len(out), 0)
    return bytes(out + index + end)


def test_more_than_a_hundred_thousand_members_are_refused() -> None:
    assert sniffing.MAX_MEMBERS == 100_000
    assert reason_of(crowded_zip(100_001)) == "holds more than 100,000 files"


def test_as_many_members_as_may_be_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (sniffing, archives, zipped):
        monkeypatch.setattr(module, "MAX_MEMBERS", 9_000)
    found = read_file(crowded_zip(9_000))
    assert len(found) == 9_000
    assert {f.reason for f in found if isinstance(f, Rejection)} == {"is empty"}
    assert reason_of(crowded_zip(9_001)) == "holds more than 9,000 files"


def test_a_tar_of_too_many_members_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_MEMBERS", 3)
    found = read_file(make_tar({f"{n}.txt": LEAD for n in range(5)}))
    assert [type(f) for f in found] == [Article, Article, Article, Rejection]
    assert reasons_of(make_tar({f"{n}.txt": LEAD for n in range(5)})) == ["holds more than 3 files"]


def test_encrypted_members_and_unknown_methods_are_named() -> None:
    plain = make_zip({"a.txt": LEAD})
    locked = bytearray(plain)
    for place in (plain.index(b"PK\x03\x04") + 6, plain.index(b"PK\x01\x02") + 8):
        locked[place] |= 1
    assert reason_of(bytes(locked)) == "is encrypted"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", LEAD * 100)
    assert reason_of(out.getvalue()) == "is packed by a method not read here (14)"


@EVERY
@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_a_file_that_is_cut_off_says_so(pack: Pack, share: float) -> None:
    noise = gzip.compress(bytes(range(256)) * 64).hex()
    whole = pack({f"{n}.txt": f"{LEAD} {noise[n * 50 :]}" for n in range(8)})
    cut = whole.rstrip(b"\0") if pack is make_tar else whole
    found = read_file(cut[: int(len(cut) * share)])
    articles = [f for f in found if isinstance(f, Article)]
    # Behind the last member there is only what says that it was the last.
    assert len(articles) == 8 or len(articles) < len(found)


def test_other_packages_are_not_taken_apart() -> None:
    sheet = make_zip({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"})
    slides = make_zip(
        {"mimetype": "application/vnd.oasis.opendocument.presentation", "a": "b"},
        stored=["mimetype"],
    )
    for raw in (sheet, slides):
        assert "another package that is not read here" in reason_of(raw)


@pytest.mark.parametrize(
    "raw",
    [make_zip({}), make_zip({"folder/": ""}), make_tar({}) + b"", gzip.compress(make_tar({}))],
    ids=["zip", "folder", "tar", "tar.gz"],  # the bytes themselves tell the time
)
def test_an_empty_archive_says_so(raw: bytes) -> None:
    assert reason_of(raw, "a.tar" if raw[:2] != b"PK" else "a.zip").startswith(
        ("is an empty archive", "is empty")
    )


def test_a_single_packed_file_is_read_under_its_own_name() -> None:
    (article,) = articles_of(gzip.compress(PAGE.encode()), "page.html.gz")
    assert (article.id, article.headline) == ("page.html.gz/page.html", HEADLINE)
    (article,) = articles_of(make_zip({"in/page.html.gz": gzip.compress(PAGE.encode())}))
    assert article.id == "a file/in/page.html.gz/page.html"
    (article,) = articles_of(gzip.compress(LEAD.encode()))
    assert article.id == "a file/unpacked"


def test_names_that_a_program_wrote_without_saying_how_are_read_as_utf8() -> None:
    name = "café.txt"
    raw = make_zip({name: LEAD}).replace(name.encode(), b"caf\xc3\xa9.txt")
    flags = bytearray(raw)
    for place in (raw.index(b"PK\x03\x04") + 7, raw.index(b"PK\x01\x02") + 9):
        flags[place] &= ~8
    (article,) = articles_of(bytes(flags))
    assert article.id == "a file/café.txt"


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for pack in (make_zip, make_tar, tar_gz):
        read_file(pack({"a.txt": LEAD, "../b.txt": LEAD, "c/d.pdf": story_pdf()}))
    assert list(tmp_path.iterdir()) == []


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("./\\:"), max_size=40))
def test_a_name_that_is_taken_stays_below_its_archive(name: str) -> None:
    try:
        checked = check_name(name)
    except UnreadableError:
        return
    parts = checked.split("/")
    assert not {"", ".", ".."} & set(parts)
    assert not checked.startswith("/")


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400), st.integers(0, 400), st.sampled_from(["zip", "tar", "gz"]))
def test_no_damage_breaks_the_readers(noise: bytes, place: int, kind: str) -> None:
    pack: Pack = {"zip": make_zip, "tar": make_tar, "gz": tar_gz}[kind]
    raw = bytearray(pack({"a.txt": LEAD, "b.txt": LEAD}))
    raw[place : place + len(noise)] = noise
    for found in read_file(bytes(raw)):
        assert not isinstance(found, Rejection) or "broke its reader" not in found.reason


def test_the_limits_are_those_that_the_manual_states() -> None:
    assert zipped.MAX_RATIO == 200
    assert sniffing.MAX_UNPACKED_BYTES == 2**30
