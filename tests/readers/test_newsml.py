"""NewsML-G2: every item of a message is an article or a reason."""

from __future__ import annotations

import pytest

from briefing.model import Article, Rejection
from tests.readers.documents import HEADLINE, LEAD, SECOND, TEXT
from tests.readers.reading import article_of, articles_of, read_file, reason_of

NITF = (
    '<inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content>'
    f"<p>{LEAD}</p><p>{SECOND}</p></body.content></body></nitf></inlineXML>"
)
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">'
    f"<head><title>x</title></head><body><p>{LEAD}</p><p>{SECOND}</p></body></html></inlineXML>"
)
PLAIN = f"<inlineData>{LEAD}\n\n{SECOND}</inlineData>"
ESCAPED = (
    f'<inlineData contenttype="text/html">&lt;p>{LEAD}&lt;/p>&lt;p>{SECOND}&lt;/p></inlineData>'
)


def item(content: str, guid: str = "urn:velm:1", status: str = "usable", more: str = "") -> str:
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" xml:lang="en">'
        '<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:VA"/>'
        "<versionCreated>2032-05-04T06:30:00+00:00</versionCreated>"
        f'<pubStatus qcode="stat:{status}"/></itemMeta>'
        f"<contentMeta><headline>{HEADLINE}</headline>{more}</contentMeta>"
        f"<contentSet>{content}</contentSet></newsItem>"
    )


def message(*items: str) -> bytes:
    return (
        '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/>'
        f"<itemSet><packageItem guid='p'/>{''.join(items)}</itemSet></newsMessage>"
    ).encode()


@pytest.mark.parametrize("content", [NITF, XHTML, PLAIN, ESCAPED])
def test_an_item_is_read_whatever_its_content_is_written_in(content: str) -> None:
    article = article_of(item(content).encode(), "wire/item.xml")
    assert (article.id, article.text, article.headline) == ("wire/item.xml", TEXT, HEADLINE)
    assert (article.source, article.language) == ("VA", "en")
    assert article.published == "2032-05-04T06:30:00+00:00"


def test_what_an_item_declares_stands_before_its_text() -> None:
    more = "<by>By Ada Lorn</by><dateline>VELM, May 4</dateline><language tag='en-GB'/>"
    article = article_of(item(PLAIN, more=more).encode())
    assert article.text == f"{HEADLINE}\n\nBy Ada Lorn\n\nVELM, May 4\n\n{LEAD}\n\n{SECOND}"
    assert article.language == "en-GB"


def test_an_agency_that_sent_an_item_is_its_origin() -> None:
    sent = item(PLAIN).replace('<provider qcode="nprov:VA"/>', '<provider literal="Reuters"/>')
    assert article_of(sent.encode()).origin == "Reuters"
    assert article_of(item(PLAIN).encode()).origin is None


def test_the_first_content_with_words_is_taken() -> None:
    assert (
        article_of(item("<remoteContent href='x.jpg'/><inlineXML/>" + PLAIN).encode()).text == TEXT
    )


def test_the_items_of_a_message_are_known_by_their_own_ids() -> None:
    found = articles_of(message(item(NITF, "urn:velm:1"), item(XHTML, "urn:velm:2")))
    assert [a.id for a in found] == ["urn:velm:1", "urn:velm:2"]
    assert {a.path for a in found} == {"corpus/a file"}


def test_an_item_without_words_or_withdrawn_is_named() -> None:
    picture = item("<remoteContent/>", "urn:velm:2").replace("ninat:text", "ninat:picture")
    withdrawn = item(PLAIN, "urn:velm:3", "canceled")
    article, *rejections = read_file(message(item(NITF), picture, withdrawn))
    assert isinstance(article, Article)
    assert [r.reason for r in rejections if isinstance(r, Rejection)] == [
        "item 2 (urn:velm:2) is a news item without text (picture)",
        "item 3 (urn:velm:3) was withdrawn by its provider",
    ]


def test_a_package_without_items_says_so() -> None:
    assert reason_of(message()) == "is a package that names news items and holds none"
    alone = b'<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="p"/>'
    assert "holds none" in reason_of(alone)
    assert reason_of(item(PLAIN, status="canceled").encode()) == "was withdrawn by its provider"
