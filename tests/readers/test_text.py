"""Text pages: a file is an article, character for character."""

from __future__ import annotations

import hashlib

from briefing.model import Article, Rejection
from briefing.readers.sniffing import read_bytes
from briefing.readers.text import TextReader


def read(raw: bytes) -> Article | Rejection:
    (found,) = read_bytes([TextReader()], raw, "corpus/a.txt", "a.txt")
    return found


def test_a_page_is_an_article_with_its_text_unchanged() -> None:
    raw = b"  Headline \r\n\r\nBody\t text.\n"
    found = read(raw)
    assert isinstance(found, Article)
    assert (found.id, found.path, found.text) == ("a.txt", "corpus/a.txt", raw.decode())
    assert found.sha256 == hashlib.sha256(raw).hexdigest()
    assert found.headline is found.published is found.language is None


def test_blank_binary_and_endless_files_are_rejected_with_a_reason() -> None:
    for raw, reason in ((b" \n\t\n", "empty"), (b"a\0b", "NUL"), (b"a" * 1_000_001, "longer")):
        found = read(raw)
        assert isinstance(found, Rejection)
        assert found.path == "corpus/a.txt"
        assert reason in found.reason
