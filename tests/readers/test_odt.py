"""OpenDocument texts: what a reader of the document sees, and nothing else."""

from __future__ import annotations

import itertools

import pytest

from tests.readers.documents import HEADLINE, LEAD, PARAGRAPHS, SECOND, TEXT, make_odt, make_zip
from tests.readers.reading import article_of, reason_of

META = (
    '<office:document-meta xmlns:office="o" xmlns:dc="dc"><office:meta>'
    f"<dc:title>{HEADLINE}</dc:title></office:meta></office:document-meta>"
)
LOCKED = '<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'


def paragraph(content: str) -> str:
    return f"<text:p>{content}</text:p>"


def test_paragraphs_and_headings_become_the_text() -> None:
    body = f"<text:h>{HEADLINE}</text:h>" + paragraph(LEAD) + paragraph(SECOND)
    article = article_of(make_odt(body, meta=META), "story.odt")
    assert (article.text, article.headline) == (TEXT, HEADLINE)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("a <text:span>b</text:span> c", "a b c"),
        ("a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d", "a b\tc\nd"),
        ("a<text:note><text:note-body><text:p>foot</text:p></text:note-body></text:note> b", "a b"),
        ("a<office:annotation><text:p>remark</text:p></office:annotation> b", "a b"),
        ("<text:a>a  link</text:a>\n b", "a link b"),
    ],
)
def test_what_paragraphs_hold(content: str, text: str) -> None:
    assert article_of(make_odt(paragraph(content))).text == text


def test_what_was_deleted_is_left_out() -> None:
    body = f"<text:tracked-changes>{paragraph('old')}</text:tracked-changes>" + paragraph("new")
    assert article_of(make_odt(body)).text == "new"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (make_odt("".join(map(paragraph, PARAGRAPHS)), manifest=LOCKED), "is encrypted and opens"),
        (make_odt(""), "holds no text"),
        (make_odt(paragraph(LEAD))[:200], "is a damaged OpenDocument: "),
        (
            make_zip({"mimetype": "application/vnd.oasis.opendocument.text"}, stored=["mimetype"]),
            "is a damaged OpenDocument: it has no text",
        ),
    ],
    ids=itertools.count(),
)
def test_what_cannot_be_read_says_why(raw: bytes, reason: str) -> None:
    assert reason_of(raw).startswith(reason)
