"""NITF: one story, as a page would have it."""

from __future__ import annotations

import pytest

from briefing.model import Rejection
from briefing.readers import nitf
from tests.readers.documents import HEADLINE, LEAD, SECOND, TEXT, make_nitf, story_nitf
from tests.readers.reading import article_of, read_file, reason_of

FURNISHED = make_nitf(
    f"<body.head><hedline><hl1>{HEADLINE}</hl1><hl2>No strike</hl2></hedline>"
    "<byline>By <person>Ada Lorn</person></byline><distributor>Velm Agency</distributor>"
    '<dateline><location>VELM</location>, <story.date norm="20320504">May 4</story.date>'
    "</dateline><abstract><p>Fees stay.</p></abstract></body.head>"
    f"<body.content><block><p>{LEAD}</p><media><media-caption>Ships.</media-caption></media>"
    f"<hl2>Next week</hl2><p>{SECOND}</p></block></body.content>"
    "<body.end><tagline>Writing by A. Lorn</tagline></body.end>",
    head='<docdata><date.issue norm="20320504T063000Z"/></docdata>',
)


def test_a_story_is_headline_and_paragraphs() -> None:
    article = article_of(story_nitf(), "story.xml")
    assert (article.text, article.headline, article.language) == (TEXT, HEADLINE, "en")


def test_furniture_stands_where_a_page_has_it() -> None:
    article = article_of(FURNISHED)
    assert article.text.split("\n\n") == [
        HEADLINE, "No strike", "Fees stay.", "By Ada Lorn", "VELM, May 4", LEAD, "Next week",
        SECOND, "Writing by A. Lorn",
    ]  # fmt: skip
    assert (article.source, article.published) == ("Velm Agency", "2032-05-04T06:30:00Z")


def test_an_agency_that_sent_a_story_is_its_origin() -> None:
    assert article_of(FURNISHED).origin is None
    assert article_of(FURNISHED.replace(b"Velm Agency", b"Reuters")).origin == "Reuters"


def test_a_dateline_that_opens_the_first_paragraph_is_not_said_twice() -> None:
    raw = make_nitf(
        "<body.head><dateline><location>VELM</location></dateline></body.head>"
        f"<body.content><p>VELM - {LEAD}</p></body.content>"
    )
    assert article_of(raw).text == f"VELM - {LEAD}"


def test_the_paper_that_printed_a_story_and_its_day_come_first() -> None:
    head = '<pubdata name="The Velm Post" date.publication="20320505T000000" ex-ref="https://e.org/1"/>'
    article = article_of(make_nitf(f"<body.content><p>{LEAD}</p></body.content>", head))
    assert (article.source, article.url) == ("The Velm Post", "https://e.org/1")
    assert (article.published or "").startswith("2032-05-05")


def test_letters_by_their_names_need_no_definition_to_be_fetched() -> None:
    raw = make_nitf(
        "<body.content><p>Caf&eacute; &amp; th&eacute; &mdash; &unknown;</p></body.content>"
    )
    assert article_of(raw).text.startswith("Café & thé —")


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE nitf [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE nitf [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE nitf [<!ENTITY % d SYSTEM "http://127.0.0.1:9/x.dtd"> %d;]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_a_file_are_never_expanded(doctype: str, encoding: str) -> None:
    body = f"{doctype}<nitf><body><body.content><p>{LEAD} &b;</p></body.content></body></nitf>"
    (found,) = read_file(body.encode(encoding), "a.nitf")
    if isinstance(found, Rejection):
        assert "entities" in found.reason
    else:
        assert found.text.removesuffix(" &b;") == LEAD


def test_an_entity_in_an_attribute_is_not_expanded_either() -> None:
    nested = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    body = f'<!DOCTYPE nitf [<!ENTITY a0 "lots of it">{nested}]><nitf xml:lang="&a9;"/>'
    for raw in (body.encode("utf-16"), body.replace("<!D", f"<!--{' ' * 70_000}--><!D").encode()):
        assert "XML" in reason_of(raw, "a.nitf")


def test_a_story_without_words_or_too_large_a_one_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert reason_of(make_nitf("<body.content/>")) == "holds no text"
    monkeypatch.setattr(nitf, "MAX_BYTES", 100)
    assert reason_of(story_nitf()) == "is larger than 0 MiB"


def test_a_story_cut_off_gives_what_is_there() -> None:
    whole = story_nitf()
    assert LEAD in article_of(whole[: whole.index(b"The talks go on") + 10]).text


@pytest.mark.parametrize("text", ["I said <nitf > to him.", "<p>nitf</p>"])
def test_a_page_that_mentions_the_format_is_none(text: str) -> None:
    assert article_of(text.encode(), "a.txt").text
