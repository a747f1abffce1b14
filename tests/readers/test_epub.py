"""Books: each chapter an article, in reading order."""

from __future__ import annotations

import itertools

import pytest

from briefing.model import Article, Rejection
from briefing.readers import epub
from tests.readers.documents import (
    HEADLINE,
    LEAD,
    SECOND,
    TEXT,
    make_chapter,
    make_epub,
    make_zip,
)
from tests.readers.reading import articles_of, read_file, reason_of

STORY = make_chapter(HEADLINE, LEAD, SECOND)
OTHER = make_chapter("Ships wait", "Twelve ships wait before the harbour.")


def test_each_chapter_is_an_article() -> None:
    first, second = articles_of(make_epub({"b.xhtml": STORY, "a.xhtml": OTHER}), "review.epub")
    assert first.id == "review.epub/OEBPS/b.xhtml"
    assert first.path == second.path == "corpus/review.epub"
    assert (first.text, first.headline) == (TEXT, HEADLINE)
    assert (first.source, first.published, first.language) == (
        "The Velm Review",
        "2032-05-04",
        "en",
    )
    assert second.text == "Ships wait\n\nTwelve ships wait before the harbour."


def test_front_matter_and_chapters_without_words_are_passed_over() -> None:
    contents = make_chapter("Contents", "One").replace("<body>", '<body epub:type="toc">')
    picture = "<html><body><img src='x.png'/></body></html>"
    found = articles_of(make_epub({"toc.xhtml": contents, "p.xhtml": picture, "c.xhtml": STORY}))
    assert [a.headline for a in found] == [HEADLINE]


def test_a_chapter_that_cannot_be_read_costs_itself_only() -> None:
    lock = (
        '<encryption xmlns:e="e"><e:EncryptedData><e:EncryptionMethod Algorithm="aes"/>'
        '<e:CipherData><e:CipherReference URI="OEBPS/a.xhtml"/></e:CipherData>'
        "</e:EncryptedData></encryption>"
    )
    book = make_epub({"a.xhtml": OTHER, "b.xhtml": STORY}, extra={"META-INF/encryption.xml": lock})
    rejection, article = read_file(book)
    assert rejection == Rejection(
        "corpus/a file/OEBPS/a.xhtml", None, "is encrypted by its publisher"
    )
    assert isinstance(article, Article)
    assert article.text == TEXT


def test_a_chapter_that_is_missing_is_named() -> None:
    book = make_epub({"a.xhtml": STORY}).replace(b"OEBPS/a.xhtml", b"OEBPS/z.xhtml")
    assert reason_of(book) == "is listed in the book, but not in it"


def test_chapters_listed_many_times_are_read_once() -> None:
    container = '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>'
    spine = '<itemref idref="c"/>' * 5000
    package = (
        '<package><manifest><item id="c" href="c.html" media-type="text/html"/></manifest>'
        f"<spine>{spine}</spine></package>"
    )
    members = {"mimetype": "application/epub+zip", "META-INF/container.xml": container}
    book = make_zip({**members, "b.opf": package, "c.html": STORY}, stored=["mimetype"])
    assert len(articles_of(book)) == 1


def test_no_more_is_unpacked_than_a_book_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "MAX_UNPACKED", len(STORY) + 10)
    article, rejection = read_file(make_epub({f"{n}.xhtml": STORY for n in "abcd"}))
    assert isinstance(article, Article)
    assert isinstance(rejection, Rejection)
    assert rejection.path.endswith("/OEBPS/b.xhtml")
    assert "MiB of chapters" in rejection.reason


@pytest.mark.parametrize(
    "raw",
    [
        make_zip({"mimetype": "application/epub+zip"}, stored=["mimetype"]),
        make_epub({"a.xhtml": STORY})[:400],
        make_epub({"a.xhtml": STORY}).replace(b"OEBPS/book.opf", b"OEBPS/nook.opf"),
    ],
    ids=itertools.count(),
)
def test_what_is_no_book_says_why(raw: bytes) -> None:
    assert reason_of(raw).startswith("is a damaged EPUB book")
