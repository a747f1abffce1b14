"""Damage that `python -m tests.fuzz` found: each costs at most its own file, and says so."""

from __future__ import annotations

import pytest

from briefing.model import Article, Rejection
from briefing.readers.markup import parse_xml, text_of_tree, words_of
from tests.fuzz.files import valid_files
from tests.readers.documents import HEADLINE, LEAD, make_docx, make_record, make_warc
from tests.readers.reading import read_file, reason_of


@pytest.mark.parametrize(
    "half",
    [b"\xed\xa0\x80", b"\xed\xbf\xbf", b"&#xD800;", b"&#x00dfff;", b"&#55296;", b"&#057343;"],
)
def test_half_a_surrogate_pair_in_xml_is_one_unknown_character(half: bytes) -> None:
    root = parse_xml(b"<a>one " + half + b" two</a>")
    assert (words_of(root) or "").replace("\N{REPLACEMENT CHARACTER}", "?").replace("??", "?") in {
        "one ? two",
        "one ?? two",
    }


@pytest.mark.parametrize("whole", ["&#xD7FF;", "&#xE000;", "&#55295;", "&#57344;", "\ud7ff\ue000"])
def test_whole_characters_beside_them_stay(whole: str) -> None:
    assert "\N{REPLACEMENT CHARACTER}" not in (
        words_of(parse_xml(f"<a>{whole}</a>".encode())) or ""
    )


def test_bytes_of_another_encoding_are_left_to_the_parser() -> None:
    declared = b'<?xml version="1.0" encoding="iso-8859-5"?><a>\xed\xa0\x80</a>'
    assert (words_of(parse_xml(declared)) or "").startswith("\u044d")


@pytest.mark.parametrize("name", ["feed.rss", "feed.atom", "item.xml"])
@pytest.mark.parametrize("half", [b"\xed\xa0\x80", b"&#xd800;"])
def test_a_feed_or_item_with_half_a_pair_is_read(name: str, half: bytes) -> None:
    found = read_file(valid_files()[name].replace(b"harbour", b"har" + half + b"bour"), name)
    assert all(isinstance(one, Article) for one in found), found


def test_an_office_document_with_half_a_pair_is_read() -> None:
    raw = make_docx(f"<w:p><w:r><w:t>{HEADLINE} &#xd800;</w:t></w:r></w:p>")
    (article,) = read_file(raw, "page.docx")
    assert isinstance(article, Article)


def test_an_entity_alone_holds_no_words() -> None:
    root = parse_xml(b"<!DOCTYPE a><a>&x;</a>")
    assert [text_of_tree(inner) for inner in root] == [""] * len(root)


def test_a_charset_that_cannot_be_named_is_no_charset() -> None:
    head = (
        b"From: a@b.example\nSubject: Talks\nMessage-ID: x\nDate: Tue, 04 May 2032 08:00:00 +0200\n"
    )
    kind = b'Content-Type: text/plain; charset="x\0y"\n\n'
    (article,) = read_file(head + kind + LEAD.encode() + b"\xe9\n", "mail.eml")
    assert isinstance(article, Article)
    assert LEAD in article.text


def test_entries_inside_entries_are_not_told_again_and_again() -> None:
    depth, words = 300, "Bells rang in the harbour. " * 400
    nested = "<item><description>" * depth + words + "</description></item>" * depth
    found = read_file(f'<rss version="2.0"><channel>{nested}</channel></rss>'.encode(), "feed.rss")
    assert sum(len(one.text) for one in found if isinstance(one, Article)) < 8 * len(nested)
    assert isinstance(found[-1], Rejection)
    assert "repeats itself" in found[-1].reason


def test_what_holds_no_page_says_so() -> None:
    picture = make_record("https://quay.example/a.png", b"\x89PNG", content="image/png")
    assert reason_of(make_warc(picture), "crawl.warc.gz") == "holds no page"
