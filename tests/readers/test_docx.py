"""Word documents: what a reader of the document sees, and nothing else."""

from __future__ import annotations

import itertools

import pytest

from briefing.readers import prose
from tests.readers.documents import (
    HEADLINE,
    LEAD,
    PARAGRAPHS,
    TEXT,
    docx_paragraphs,
    make_docx,
    make_zip,
)
from tests.readers.reading import article_of, reason_of

STYLED = f'<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>{HEADLINE}</w:t></w:r></w:p>'
STYLES = (
    '<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>'
)


def core(title: str) -> str:
    return f'<core xmlns:dc="dc"><dc:title>{title}</dc:title></core>'


def text_of(body: str) -> str:
    return article_of(make_docx(body)).text


def test_paragraphs_become_the_text() -> None:
    article = article_of(make_docx(docx_paragraphs(*PARAGRAPHS)), "story.docx")
    assert (article.id, article.path, article.text) == ("story.docx", "corpus/story.docx", TEXT)


def test_a_first_paragraph_in_the_style_of_a_title_is_the_headline() -> None:
    body = STYLED + docx_paragraphs(LEAD)
    assert article_of(make_docx(body, styles=STYLES)).headline == HEADLINE
    assert article_of(make_docx(body)).headline is None


def test_a_declared_title_is_the_headline_where_the_text_opens_with_it() -> None:
    opened = make_docx(docx_paragraphs(*PARAGRAPHS), core=core(HEADLINE))
    other = make_docx(docx_paragraphs(*PARAGRAPHS), core=core("Document1"))
    assert (article_of(opened).headline, article_of(opened).text) == (HEADLINE, TEXT)
    assert article_of(other).headline is None


@pytest.mark.parametrize(
    ("run", "text"),
    [
        ("<w:r><w:t>a </w:t></w:r><w:r><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>", "a\nb\tc"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a-b"),
        ("<w:ins><w:r><w:t>new</w:t></w:r></w:ins>", "new"),
        ("<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "a"),
        ("<w:r><w:t>a</w:t></w:r><w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom>", "a"),
        ("<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>", "a"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>a</w:t></w:r>", "a"),
        ("<w:hyperlink><w:r><w:t>a link</w:t></w:r></w:hyperlink>", "a link"),
        (
            "<Choice><w:r><w:t>a</w:t></w:r></Choice><Fallback><w:t>b</w:t></Fallback>",
            "a",
        ),
    ],
)
def test_runs(run: str, text: str) -> None:
    assert text_of(f"<w:p>{run}</w:p>") == text


def test_boxes_and_tables_are_read_where_they_stand() -> None:
    inside = f"<w:pict><w:txbxContent>{docx_paragraphs('box')}</w:txbxContent></w:pict>"
    box = f"<w:p><w:r>{inside}<w:t>around</w:t></w:r></w:p>"
    cells = "".join(f"<w:tc>{docx_paragraphs(word)}</w:tc>" for word in ("one", "two"))
    assert text_of(box) == "box\n\naround"
    assert text_of(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == "one\n\ntwo"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (make_docx("<w:p/>"), "holds no text"),
        (make_docx(docx_paragraphs(LEAD))[:300], "is a damaged Word document: "),
        (make_zip({"word/other.xml": "<x/>"}), "is a damaged Word document: it has no word/doc"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "is an old or encrypted Office document",
        ),
        (make_docx("<w:p>" + "<w:r>" * 90_000), "is "),
    ],
    ids=itertools.count(),
)
def test_what_cannot_be_read_says_why(raw: bytes, reason: str) -> None:
    assert reason_of(raw, "story.docx").startswith(reason)


def test_entities_are_not_expanded() -> None:
    bomb = (
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/passwd">]><d>&b;&f;</d>'
    )
    raw = make_zip({"[Content_Types].xml": "<Types/>", "word/document.xml": bomb})
    assert "entities" in reason_of(raw)


def test_a_part_that_unpacks_to_a_bomb_is_refused() -> None:
    raw = make_zip({"[Content_Types].xml": "<Types/>", "word/document.xml": b" " * (15 * 2**20)})
    assert "more than 200 times its size" in reason_of(raw)


def test_more_markup_than_a_book_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = make_docx(docx_paragraphs(*PARAGRAPHS))
    monkeypatch.setattr(prose, "MAX_TAGS", 10)
    assert reason_of(raw) == "holds more than 10 tags"
