"""Formats told apart, and files inside files opened within bounds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefing.model import Article, Rejection
from briefing.plugins import READERS, Declared, Member, Reader
from briefing.readers import sniffing
from briefing.readers.decoding import UnreadableError
from briefing.readers.sniffing import load_readers, read_bytes, reader_of
from briefing.readers.text import TextReader


class BoxReader:
    """A container for tests: each line names a member and its words."""

    endings = (".box",)

    def accepts(self, head: bytes, path: str) -> bool:
        del path
        return head.startswith(b"BOX")

    def read(
        self, raw: bytes, path: str, identifier: str
    ) -> Iterator[Article | Rejection | Member]:
        del path, identifier
        for line in raw.split(b"\n")[1:]:
            name, _, words = line.partition(b"=")
            declared = Declared(url="https://post.example/a", headline="Box")
            yield Member(name.decode(), words.replace(b"\\n", b"\n"), declared)


class BrokenReader(BoxReader):
    """A reader that fails after its first article."""

    def read(
        self, raw: bytes, path: str, identifier: str
    ) -> Iterator[Article | Rejection | Member]:
        yield Article(identifier, path, "One.", "")
        if raw == b"BOX":
            raise UnreadableError("ends too early")
        raise KeyError(raw)


def read(raw: bytes, first: Reader | None = None) -> list[Article | Rejection]:
    return list(read_bytes([first or BoxReader(), TextReader()], raw, "c/a.box", "a.box"))


def name_of(head: bytes, path: str) -> str:
    names = {type(READERS.load(n)()): n for n in READERS.names()}
    return names[type(reader_of(load_readers(), head, path))]


@pytest.mark.parametrize(
    ("head", "path", "name"),
    [
        (b"<!DOCTYPE html><html>", "a.txt", "html"),
        (b'{"text": "x"}', "a.html", "jsonl"),
        (b"<rss version='2.0'><channel>", "a.html", "feed"),
        (b"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", "a", "feed"),
        (b"---\ntitle: x\n---\n", "a.txt", "markdown"),
        (b"# Words", "a.md", "markdown"),
        (b"title,text\n", "a.txt", "table"),
        (b"Bridge opens, minister says", "a.txt", "text"),
        (b"From a@b.example Tue Mar  5 08:00:00 2024\nSubject: x\n", "a", "mbox"),
        (b"Message-ID: <1>\nFrom: a@b.example\n\n", "a", "eml"),
        (b"From: <Saved by Blink>\nContent-Type: multipart/related\n\n", "a", "mhtml"),
        (b"broken", "a.JSONL", "jsonl"),
        (b"<p>Fragment", "a.HTM", "html"),
        (b"", "a.unknown", "text"),
    ],
)  # fmt: skip
def test_content_comes_first_and_the_ending_second(head: bytes, path: str, name: str) -> None:
    assert name_of(head, path) == name


def test_all_readers_are_loaded_in_the_order_of_their_names() -> None:
    assert tuple(READERS.load_all()) == READERS.names()
    assert isinstance(load_readers()[-1], TextReader)


def test_every_reader_meets_the_protocol() -> None:
    for reader in load_readers():
        assert isinstance(reader, Reader)
        assert all(e.startswith(".") and e == e.casefold() for e in reader.endings)


def test_members_are_read_in_their_turn_and_completed_by_their_container() -> None:
    first, second = read(b"BOX\nin/a.txt=Words.\nb.txt=More.")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.path, first.text) == ("a.box/in/a.txt", "c/a.box", "Words.")
    assert (first.url, first.headline) == ("https://post.example/a", "Box")
    assert second.id == "a.box/b.txt"


def test_a_bad_member_is_named_below_its_container() -> None:
    found = read(b"BOX\na.txt=\nin.box=BOX\\nb.txt=a\0b\nc.txt=Words.")
    assert [(r.path, r.reason) for r in found if isinstance(r, Rejection)] == [
        ("c/a.box/a.txt", "is empty"),
        ("c/a.box/in.box/b.txt", "is not text (it holds NUL bytes)"),
    ]
    assert len(found) == 3


def test_containers_open_to_a_bounded_depth() -> None:
    nested = b"Words."
    for _ in range(sniffing.MAX_DEPTH + 1):
        nested = b"BOX\nx=" + nested.replace(b"\n", b"\\n")
    (found,) = list(read_bytes([UnescapingReader(), TextReader()], nested, "c/a.box", "a.box"))
    assert isinstance(found, Rejection)
    assert found.reason == "lies too deep in files inside files"


class UnescapingReader(BoxReader):
    """Each box holds one member: all that stands behind the first line."""

    def read(
        self, raw: bytes, path: str, identifier: str
    ) -> Iterator[Article | Rejection | Member]:
        del path, identifier
        yield Member("x", raw.partition(b"x=")[2].replace(b"\\n", b"\n", 1))


def test_members_are_bounded_in_number_and_size(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = b"BOX\na=One.\nb=Two.\nc=Three."
    monkeypatch.setattr(sniffing, "MAX_MEMBERS", 2)
    monkeypatch.setattr(sniffing, "MAX_UNPACKED_BYTES", 2**30)
    *articles, last = read(raw)
    assert len(articles) == 2
    assert isinstance(last, Rejection)
    assert last.reason.startswith("unpacks to more than 2 files")
    monkeypatch.setattr(sniffing, "MAX_MEMBERS", 100)
    monkeypatch.setattr(sniffing, "MAX_UNPACKED_BYTES", 6)
    assert [isinstance(r, Article) for r in read(raw)] == [True, False]


def test_a_reader_that_fails_costs_its_file_only_and_says_why() -> None:
    assert [r.reason for r in read(b"BOX", BrokenReader()) if isinstance(r, Rejection)] == [
        "ends too early"
    ]
    article, rejection = read(b"BOX x", BrokenReader())
    assert isinstance(article, Article)
    assert rejection == Rejection("c/a.box", None, "broke its reader: KeyError: b'BOX x'")
