"""Feeds: every entry with words is an article."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article, Rejection
from briefing.readers.decoding import UnreadableError
from briefing.readers.feed import FeedReader

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Daily Post</title>
<language>en-GB</language><link>https://post.example</link>
<item><title>Bridge &amp;amp; road open</title><link>https://post.example/a</link>
<pubDate>Tue, 05 Mar 2024 08:00:00 GMT</pubDate><dc:creator>A. Writer, AFP</dc:creator>
<description>It opened.</description>
<content:encoded><![CDATA[<p>It <b>opened</b>.</p><p>It did.</p>]]></content:encoded></item>
<item><title>Only a title</title><guid>https://post.example/b</guid>
<source url="https://other.example/feed">Other Paper</source></item>
<item><link>https://post.example/c</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>La Poste</title>
<entry><title type="html">Un &lt;i&gt;pont&lt;/i&gt;</title>
<link rel="self" href="https://poste.example/self"/><link href="https://poste.example/a"/>
<published>2024-03-05T08:00:00Z</published><updated>2024-03-06T08:00:00Z</updated>
<author><name>Reuters</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Il a ouvert.</p>
<p>Enfin.</p></div></content>
</entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Post</title></channel>
<item><title>A</title><link>https://x.example/a</link><dc:date>2024-03-05</dc:date>
<description>Words.</description></item></rdf:RDF>"""


def read(feed: str | bytes) -> list[Article | Rejection]:
    raw = feed if isinstance(feed, bytes) else feed.encode()
    assert FeedReader().accepts(raw, "a.xml")
    return list(FeedReader().read(raw, "c/a.xml", "a.xml"))


def test_entries_of_rss_are_articles_and_empty_ones_rejections() -> None:
    first, second, third = read(RSS)
    assert isinstance(first, Article)
    assert (first.id, first.path) == ("a.xml#1", "c/a.xml")
    assert first.text == "Bridge & road open\n\nIt opened.\n\nIt did."
    assert (first.source, first.language) == ("Daily Post", "en-GB")
    assert (first.published, first.url) == ("2024-03-05T08:00:00+00:00", "https://post.example/a")
    assert first.origin == "AFP"
    assert isinstance(second, Article)
    assert (second.text, second.source) == ("Only a title", "Other Paper")
    assert second.url == "https://post.example/b"
    assert third == Rejection("c/a.xml", 11, "entry 3 holds no text")


def test_entries_of_atom_may_hold_their_markup_unescaped() -> None:
    (found,) = read(ATOM)
    assert isinstance(found, Article)
    assert found.text == "Un pont\n\nIl a ouvert.\n\nEnfin."
    assert (found.published, found.url) == ("2024-03-05T08:00:00Z", "https://poste.example/a")
    assert (found.source, found.language, found.origin) == ("La Poste", "fr", "Reuters")


def test_site_summaries_in_rdf_are_read() -> None:
    (found,) = read(RDF)
    assert isinstance(found, Article)
    assert (found.text, found.published, found.source) == ("A\n\nWords.", "2024-03-05", "Post")


def test_the_encoding_is_that_of_the_declaration() -> None:
    feed = RSS.replace("UTF-8", "ISO-8859-1").replace("It opened.", "Où ça ?")
    first = read(feed.encode("latin-1"))[0]
    assert isinstance(first, Article)
    assert "It opened." in first.text


def test_a_feed_cut_off_yields_what_stands_before() -> None:
    found = read(RSS[: RSS.index("<item><link>")])
    assert [a.headline for a in found if isinstance(a, Article)] == [
        "Bridge & road open",
        "Only a title",
    ]


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        ("<rss><channel><title>x</title></channel></rss>", "without entries"),
        ("<rss>", "without entries"),
        ('<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss>&c;</rss>', "entities"),
    ],
)
def test_feeds_that_give_nothing_say_why(feed: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        read(feed)


@pytest.mark.parametrize("opening", [b"<html><body>rss", b"words <rss>", b"<nitf>", b"{}"])
def test_what_is_no_feed_is_not_taken_for_one(opening: bytes) -> None:
    assert not FeedReader().accepts(opening, "a.xml")


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(ATOM)), st.text(st.sampled_from("<>&;/a]\"'![CDATA["), max_size=10))
def test_damage_anywhere_is_survived(at: int, noise: str) -> None:
    raw = (ATOM[:at] + noise + ATOM[at:]).encode()
    try:
        found = list(FeedReader().read(raw, "p", "i"))
    except UnreadableError:
        return
    assert found
