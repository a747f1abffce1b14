"""Crawls: the pages that servers sent, each with its address."""

from __future__ import annotations

import gzip
import sys

import pytest

from briefing.model import Article, Rejection
from briefing.readers import warc
from tests.readers.documents import HEADLINE, PAGE, make_record, make_warc
from tests.readers.reading import articles_of, read_file, reason_of, reasons_of

ADDRESS = "https://example.org/news/fees.html?id=1"
ANSWER = make_record(ADDRESS, PAGE.encode(), content="text/html; charset=utf-8")
PLACE = "20320504063000/example.org/news/fees.html?id=1"


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_is_an_article_with_its_address(packed: bool) -> None:
    (article,) = articles_of(make_warc(ANSWER, packed=packed), "crawl.warc.gz")
    assert article.id == f"crawl.warc.gz/{PLACE}"
    assert (article.path, article.url) == ("corpus/crawl.warc.gz", ADDRESS)
    assert (article.headline, article.published) == (HEADLINE, None)


def test_only_pages_that_were_there_are_taken() -> None:
    others = [
        make_record(ADDRESS, PAGE.encode(), http="404 Not Found"),
        make_record(ADDRESS, PAGE.encode(), http="301 Moved Permanently"),
        make_record(ADDRESS, b"\x89PNG", content="image/png"),
        make_record(ADDRESS, PAGE.encode(), kind="revisit"),
        make_record(ADDRESS, b"software: a crawler", kind="warcinfo"),
    ]
    saved = make_record("https://example.org/saved.html", PAGE.encode(), kind="resource")
    found = articles_of(make_warc(*others, ANSWER, saved))
    assert [a.url for a in found] == [ADDRESS, "https://example.org/saved.html"]


@pytest.mark.parametrize("charset", ["iso-8859-1", "utf-8", "nonsense"])
def test_the_encoding_that_the_server_names_is_taken_where_it_fits(charset: str) -> None:
    page = PAGE.replace("Velm", "Vélm").encode("latin-1" if charset == "iso-8859-1" else "utf-8")
    (article,) = articles_of(
        make_warc(make_record(ADDRESS, page, content=f"text/html; charset={charset}"))
    )
    assert article.headline == HEADLINE.replace("Velm", "Vélm")


def test_transfers_are_decoded() -> None:
    packed = make_record(ADDRESS, gzip.compress(PAGE.encode()), more="Content-Encoding: gzip\r\n")
    size = f"{len(PAGE.encode()):x}\r\n".encode()
    chunked = size + PAGE.encode() + b"\r\n0\r\n\r\n"
    parts = make_record(ADDRESS, chunked, more="Transfer-Encoding: chunked\r\n")
    assert [a.headline for a in articles_of(make_warc(packed, parts))] == [HEADLINE, HEADLINE]


def test_a_page_that_unpacks_to_a_bomb_costs_itself_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_PAGE_BYTES", 2**20)
    bomb = gzip.compress(b"a" * 2**22)
    record = make_record(ADDRESS, bomb, more="Content-Encoding: gzip\r\n")
    rejection, article = read_file(make_warc(record, ANSWER))
    assert rejection == Rejection(f"corpus/a file/{PLACE}", None, "is larger than 1 MiB")
    assert isinstance(article, Article)


def test_a_crawl_that_is_damaged_yields_what_stands_before(
    capfd: pytest.CaptureFixture[str],
) -> None:
    whole = make_warc(ANSWER, ANSWER)
    article, rejection = read_file(whole[:-100])
    assert isinstance(article, Article)
    assert isinstance(rejection, Rejection)
    assert "damaged" in rejection.reason
    assert reason_of(b"WARC/1.0\r\nnonsense") == "is a WARC file damaged at record 1"
    article, rejection = read_file(make_warc(ANSWER, ANSWER, packed=False)[:-100])
    assert isinstance(article, Article)
    assert rejection == Rejection(f"corpus/a file/{PLACE}", None, "is cut off")
    read_file(make_warc(ANSWER.replace(b"Content-Length: ", b"Content-Length: 1"), packed=False))
    read_file(make_warc(ANSWER[:-40] + ANSWER, packed=False))
    assert capfd.readouterr() == ("", "")


def test_a_crawl_of_pictures_is_rejected_as_such_and_an_endless_one_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture = make_record(ADDRESS, b"\x89PNG", content="image/png")
    assert reasons_of(make_warc(picture)) == ["holds no page"]
    monkeypatch.setattr(warc, "MAX_RECORDS", 3)
    assert reasons_of(make_warc(*[picture] * 5)) == ["holds more than 3 records"]


def test_without_the_library_the_reason_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    assert reason_of(make_warc(ANSWER)) == "needs warcio: pip install 'briefing[warc]'"
