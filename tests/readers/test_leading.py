"""What leads to pages, and what a page declares before it is in a corpus."""

from __future__ import annotations

from briefing.plugins import Declared
from briefing.readers.feed import list_entries
from briefing.readers.leading import WebFormats

FORMATS = WebFormats()
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/news/"><title>La Poste</title>
<entry><title>Un pont</title><link rel="self" href="x"/><link href="pont.html"/>
<published>2031-03-05T08:00:00Z</published></entry>
<entry><title>Sans page</title><id>urn:uuid:1</id></entry>
<entry><title>Ailleurs</title><link href="https://ailleurs.example/a"/></entry></feed>"""
PAGE = """<!doctype html><html><head><title>Bridge opens</title>
<link rel="canonical" href="https://velm.example/bridge">
<meta property="article:published_time" content="20310304"></head>
<body><h1>Bridge opens</h1><p>The bridge in Velm opened on Monday, a year late.</p></body></html>"""


def test_addresses_of_entries_are_completed() -> None:
    first, second, third = list_entries(ATOM.encode(), "https://poste.example/feeds/all")
    assert first == Declared(
        headline="Un pont",
        source="La Poste",
        published="2031-03-05T08:00:00Z",
        url="https://poste.example/news/pont.html",
    )
    assert second.url is None
    assert third.url == "https://ailleurs.example/a"


def test_an_address_that_cannot_be_completed_is_none() -> None:
    feed = "<rss><channel><item><link>http://[::1</link></item></channel></rss>"
    (entry,) = list_entries(feed.encode(), "https://poste.example/")
    assert entry.url == "http://[::1"


def test_documents_are_told_apart() -> None:
    opml, rss = b"<opml version='2.0'></opml>", b"<rss version='2.0'></rss>"
    assert [FORMATS.lists_feeds(raw) for raw in (opml, rss, PAGE.encode())] == [True, False, False]
    assert [FORMATS.is_feed(raw) for raw in (opml, rss, PAGE.encode())] == [False, True, False]
    assert [FORMATS.is_page(raw) for raw in (opml, rss, PAGE.encode())] == [False, False, True]


def test_a_page_that_shows_a_feed_is_a_page() -> None:
    shown = PAGE.replace("<h1>", "<!-- <rss version='2.0'> <opml > --><h1>").encode()
    assert FORMATS.is_page(shown)
    assert not FORMATS.is_feed(shown)
    assert not FORMATS.lists_feeds(shown)


def test_a_page_is_described_as_its_reader_would() -> None:
    found = FORMATS.describe(PAGE.encode(), None)
    assert (found.headline, found.url) == ("Bridge opens", "https://velm.example/bridge")
    assert found.published == "2031-03-04"


def test_what_cannot_be_read_declares_nothing() -> None:
    assert FORMATS.describe(b"\x89PNG\r\n\x1a\n\0", None) == Declared()
    assert FORMATS.announced_in(b"\x89PNG\r\n\x1a\n\0", None) == ()
    assert FORMATS.hash_text(b"\x89PNG\r\n\x1a\n\0", None) is None


def test_the_hash_is_that_of_the_text_alone() -> None:
    one = FORMATS.hash_text(PAGE.encode(), None)
    assert one is not None
    assert FORMATS.hash_text((PAGE + "<!-- 2 -->").encode(), "utf-8") == one
    assert FORMATS.hash_text(PAGE.replace("Monday", "Sunday").encode(), None) != one
    accented = PAGE.replace("Velm", "Vélm")
    assert FORMATS.hash_text(accented.encode("utf-16-be"), "UTF-16BE") == FORMATS.hash_text(
        accented.encode(), None
    )
