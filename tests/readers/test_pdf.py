"""PDF documents: the words in reading order, or the reason why there are none."""

from __future__ import annotations

import io
import sys

import pypdf
import pytest

from briefing.model import Article, Rejection
from briefing.readers import pdf
from briefing.readers.pdf_lines import Line, Piece, lines_of
from briefing.readers.pdf_paragraphs import paragraphs_of
from tests.readers.documents import (
    HEADLINE,
    LEAD,
    TEXT,
    Placed,
    assemble_pdf,
    make_pdf,
    story_pdf,
)
from tests.readers.reading import article_of, read_file, reason_of


def paragraph(x: float, y: float, *lines: str, size: float = 10.0) -> list[Placed]:
    return [(x, y - 12 * n, size, line) for n, line in enumerate(lines)]


def body_of(raw: bytes) -> list[str]:
    return article_of(raw).text.split("\n\n")


def test_a_page_is_read_in_paragraphs() -> None:
    assert article_of(story_pdf(), "story.pdf").text == TEXT


def test_wrapped_lines_are_joined_and_words_cut_by_hyphens_made_whole() -> None:
    drawn = paragraph(
        50, 700,
        "The ministers of trade and of trans-",
        "port met in the long-term harbour of",
        "Velm, where the Franco-",
        "German talks on a long-",
        "term fee began.",
    )  # fmt: skip
    (paragraph_found,) = body_of(make_pdf([drawn]))
    assert paragraph_found == (
        "The ministers of trade and of transport met in the long-term harbour of Velm, where the"
        " Franco-German talks on a long-term fee began."
    )


def test_a_wider_gap_an_indent_and_a_short_last_line_end_a_paragraph() -> None:
    first = ("The harbour of Velm was closed on Monday", "for ships of every size, it said.")
    second = ("It opens again on Friday, said the keeper", "of the harbour, Ada Lorn, in a letter.")
    gap = paragraph(50, 700, *first) + paragraph(50, 656, *second)
    indent = paragraph(50, 700, *first)
    indent += [(62, 676, 10, second[0]), (50, 664, 10, second[1])]
    short = paragraph(50, 700, first[0], "for ships.", *second)
    for drawn in (gap, indent):
        assert body_of(make_pdf([drawn])) == [" ".join(first), " ".join(second)]
    assert body_of(make_pdf([short])) == [f"{first[0]} for ships.", " ".join(second)]


LEFT = (
    "The harbour of Velm was closed to ships on",
    "Monday after the storm that broke two of its",
    "cranes, the keeper of the harbour said, and it",
    "stays closed until the port has found",
)
RIGHT = (
    "somebody who can mend them in time for the",
    "visit of the ministers of trade and transport",
    "from both of the neighbouring countries,",
    "which begins on Friday.",
)


def test_columns_are_read_one_after_the_other() -> None:
    expected = [" ".join(LEFT + RIGHT)]
    left, right = paragraph(50, 700, *LEFT), paragraph(310, 700, *RIGHT)
    in_turn = [piece for row in zip(left, right, strict=True) for piece in row]
    assert body_of(make_pdf([left + right])) == expected
    assert body_of(make_pdf([in_turn])) == expected


def test_rows_of_a_table_stay_together() -> None:
    rows = [("Port", "Ships"), ("Velm", "12"), ("Orn", "7"), ("Tal", "3")]
    drawn = [
        (x, 700 - 30.0 * n, 10.0, w)
        for n, r in enumerate(rows)
        for x, w in zip((50.0, 200.0), r, strict=True)
    ]
    text = article_of(make_pdf([drawn])).text
    assert text.split() == [word for row in rows for word in row]


def test_a_sentence_goes_on_over_running_heads_and_page_numbers() -> None:
    pages = []
    for number, lines in enumerate((LEFT, RIGHT), start=1):
        head = (50.0, 810.0, 8.0, "The Velm Post, 4 May 2032")
        foot = (290.0, 20.0, 8.0, f"Page {number} of 2")
        pages.append([head, *paragraph(50, 700, *lines), foot])
    assert body_of(make_pdf(pages)) == ["The Velm Post, 4 May 2032", " ".join(LEFT + RIGHT)]


def test_what_is_drawn_sideways_is_left_out() -> None:
    stream = (
        b"BT /F1 9 Tf 0 1 -1 0 20 300 Tm (Sideways) Tj ET BT /F1 10 Tf 50 700 Td (Words.) Tj ET"
    )
    assert body_of(assemble_pdf([stream])) == ["Words."]


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        (HEADLINE, HEADLINE),
        (f"{HEADLINE} | The Velm Post", HEADLINE),
        ("Microsoft Word - fees of the harbour.doc", None),
        ("untitled", None),
        ("", None),
        ("What the harbour costs from now on", "What the harbour costs from now on"),
    ],
)
def test_a_declared_title_is_believed_where_it_is_a_headline(
    title: str, headline: str | None
) -> None:
    drawn = [(60.0, 780.0, 20.0, HEADLINE), (60.0, 740.0, 11.0, LEAD)]
    article = article_of(make_pdf([drawn], {"Title": title}))
    assert article.headline == headline
    assert article.text.count(HEADLINE) == 1
    assert article.text.startswith(headline or HEADLINE)


@pytest.mark.parametrize(
    ("about", "published"),
    [
        ({"CreationDate": "D:20320504063000+02'00'"}, "2032-05-04T06:30:00+0200"),
        ({"CreationDate": "D:20320504063000Z", "Producer": "Skia/PDF m120"}, None),
        ({"CreationDate": "D:20320504", "Creator": "Mozilla/5.0 Chrome/99"}, None),
        ({}, None),
    ],
)
def test_the_date_is_that_of_the_document_but_not_that_of_a_printing(
    about: dict[str, str], published: str | None
) -> None:
    assert article_of(make_pdf([[(50, 700, 10, LEAD)]], about)).published == published


def test_a_document_of_pictures_says_so() -> None:
    drawn = assemble_pdf([b"q 595 0 0 842 0 0 cm Q", b"BT /F1 8 Tf 290 20 Td (2) Tj ET"])
    assert reason_of(drawn) == "is a PDF of pictures; its text was not recognised"


def encrypted(user: str, owner: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(story_pdf()))
    writer.encrypt(user, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_password_is_not_guessed_and_rights_without_one_are_no_hindrance() -> None:
    assert reason_of(encrypted("secret", "secret")) == "is encrypted and opens with a password only"
    assert article_of(encrypted("", "secret")).text == TEXT


def test_what_is_damaged_is_a_rejection() -> None:
    whole = story_pdf()
    for raw in (
        b"%PDF-1.4\n",
        whole[:200],
        whole[: whole.index(b"xref")],
        b"%PDF-1.7" + b"\0" * 5000,
    ):
        assert reason_of(raw).startswith("is a damaged PDF: ")


def test_a_longer_document_than_is_read_says_where_it_was_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 2)
    pages = [[(50.0, 700.0, 10.0, f"{LEAD} {n}")] for n in range(3)]
    article, rejection = read_file(make_pdf(pages))
    assert isinstance(article, Article)
    assert f"{LEAD} 1" in article.text
    assert f"{LEAD} 2" not in article.text
    assert isinstance(rejection, Rejection)
    assert rejection.reason == "what follows page 2 was left out"


def test_more_drawing_than_a_page_of_text_needs_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_OPERATIONS", 1000)
    lead = make_pdf([[(50, 700, 10, LEAD)]])
    assert article_of(lead).text == LEAD
    many = assemble_pdf([b"BT /F1 9 Tf 50 700 Td (Words.) Tj ET " + b"0 0 m 9 9 l S " * 2000])
    assert reason_of(many).startswith("page 1 cannot be read: ")


def test_a_page_that_breaks_costs_itself_and_three_such_pages_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "MAX_OPERATIONS", 1000)
    good = b"BT /F1 10 Tf 50 700 Td (" + LEAD.encode() + b") Tj ET "
    bad = b"0 0 m 9 9 l S " * 2000
    article, rejection = read_file(assemble_pdf([good, bad, good]))
    assert isinstance(article, Article)
    assert article.text == f"{LEAD}\n\n{LEAD}"
    assert isinstance(rejection, Rejection)
    assert rejection.reason.startswith("page 2 cannot be read: ")
    article, rejection = read_file(assemble_pdf([good, bad, bad, bad, good]))
    assert isinstance(article, Article)
    assert article.text == LEAD
    assert isinstance(rejection, Rejection)
    assert rejection.reason.endswith("what follows page 4 was left out")


def test_forms_that_draw_one_another_end() -> None:
    pages = assemble_pdf([b"/X0 Do BT /F1 10 Tf 50 700 Td (Words.) Tj ET"])
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pages))
    forms = []
    for number in range(24):
        form = pypdf.generic.StreamObject()
        name = f"/X{number + 1}"
        form.set_data(f"{name} Do {name} Do".encode())
        form[pypdf.generic.NameObject("/Subtype")] = pypdf.generic.NameObject("/Form")
        forms.append((form, name))
    below = None
    for form, name in reversed(forms):
        objects = pypdf.generic.DictionaryObject()
        if below is not None:
            objects[pypdf.generic.NameObject(name)] = below
        inner = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/XObject"): objects})
        form[pypdf.generic.NameObject("/Resources")] = inner
        below = writer._add_object(form)
    resources = writer.pages[0]["/Resources"].get_object()
    assert isinstance(resources, pypdf.generic.DictionaryObject)
    top = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/X0"): below})
    resources[pypdf.generic.NameObject("/XObject")] = top
    out = io.BytesIO()
    writer.write(out)
    found = read_file(out.getvalue())
    assert len(found) == 1


def test_without_the_library_the_reason_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert reason_of(story_pdf()) == "needs pypdf: pip install 'briefing[pdf]'"


def test_letters_that_a_font_joins_come_apart() -> None:
    line = Line("The ﬁrst oﬃce of ﺎﻟﻮﻃﻦ", 50, 700, 10, "", 300, 0)
    assert paragraphs_of([line], [842.0]) == ["The first office of الوطن"]


def test_arabic_pieces_are_read_from_the_right() -> None:
    together = [
        Piece(" مندوبا", 122, 700, 12),
        Piece("12 ", 122, 700, 12),
        Piece("بحضور", 122, 700, 12),
    ]
    apart = [Piece("في", 200, 700, 12), Piece("12", 180, 700, 12), Piece("مندوبا", 140, 700, 12)]
    assert [line.text for line in lines_of(together, 0)] == ["بحضور 12 مندوبا"]
    assert [line.text for line in lines_of(apart, 0)] == ["في 12 مندوبا"]


def test_every_piece_comes_out_once() -> None:
    drawn = [Piece(f" word{n}", 50.0 + 37 * (n % 9), 700.0 - 11 * (n // 9), 9) for n in range(90)]
    words = " ".join(line.text for line in lines_of(drawn, 0)).split()
    assert words == [piece.text.strip() for piece in drawn]


def test_what_repeats_inside_a_page_is_no_running_head() -> None:
    pages = [
        paragraph(50, 700, "The same words.", "Other words of this page, which are longer.")
        for _ in range(2)
    ]
    assert (
        body_of(make_pdf(pages))
        == ["The same words.", "Other words of this page, which are longer."] * 2
    )
