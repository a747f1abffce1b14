"""RTF: what a reader of the document sees, in time linear in the size of the file."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.readers.decoding import UnreadableError
from briefing.readers.rtf import RtfReader
from tests.readers.documents import HEADLINE, LEAD, SECOND, TEXT, make_rtf, story_rtf
from tests.readers.reading import article_of, reason_of


def text_of(body: str, head: str = "") -> str:
    return article_of(make_rtf(body, head)).text


def test_paragraphs_become_the_text() -> None:
    assert article_of(story_rtf(), "story.rtf").text == TEXT


def test_a_declared_title_is_the_headline_where_the_text_opens_with_it() -> None:
    info = f"{{\\info{{\\title {HEADLINE}}}{{\\author A. Lorn}}}}"
    article = article_of(make_rtf(f"{HEADLINE}\\par {LEAD}\\par {SECOND}", info))
    assert (article.headline, article.text) == (HEADLINE, TEXT)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("caf\\'e9 and \\u233?t\\u233\\'e9", "café and été"),
        ("\\u-10179?\\u-8704? smiles", "😀 smiles"),
        ("\\uc0\\u233 t\\u233 ", "été"),
        ("{\\uc2\\u233 ab}c", "éc"),
        ("\\{a\\\\b\\} c\\~d\\_e co\\-op", "{a\\b} c\xa0d-e coop"),
        ("a\\line b\\tab c", "a\nb\tc"),
        ("\\ldblquote a\\rdblquote\\emdash b", "“a”—b"),
        ("a {\\b bold} b{\\v hidden}{\\deleted gone}\\v x\\v0 c", "a bold bc"),
        ("a{\\footnote note}{\\*\\new thing}{\\pict 00ff}{\\header head} b", "a b"),
        ('{\\field{\\*\\fldinst{HYPERLINK "x"}}{\\fldrslt a link}}', "a link"),
        ("a\\bin5 }{\\}} b", "a b"),
        ("one\\cell two\\cell\\row three", "one\ttwo\n\nthree"),
        ("a\r\nb", "ab"),
    ],
)
def test_words_and_signs(body: str, text: str) -> None:
    assert text_of(body) == text


def test_a_font_brings_its_own_letters() -> None:
    fonts = "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset178 B;}{\\f2\\fcharset204 C;}}"
    body = "{\\f1 \\'e3\\'d1\\'cd\\'c8\\'c7} {\\f2 \\'ec\\'e8\\'f0} caf\\'e9"
    assert text_of(body, fonts) == "مرحبا мир café"


def test_a_file_cut_off_gives_what_is_there() -> None:
    assert article_of(story_rtf()[:60]).text.startswith(HEADLINE[:20])


@pytest.mark.parametrize(
    "body",
    [
        " " * 2_000_000 + "x",
        "{\\field{\\*\\fldinst{HYPERLINK " * 3_000 + "x",
        "{\\fonttbl " + "\\f1" * 200_000 + "}x",
        "{\\pict " + "0a1b" * 1_000_000 + "}x",
        "\\par \\line " * 100_000 + "x",
        "\\'e9\\u233?" * 100_000,
        "{" * 9_000 + "x" + "}" * 9_000,
    ],
)
def test_hostile_files_take_no_longer_than_others(body: str) -> None:
    start = time.process_time()
    list_or_reason(make_rtf(body))
    assert time.process_time() - start < 20


def list_or_reason(raw: bytes) -> object:
    try:
        return list(RtfReader().read(raw, "a", "a"))
    except UnreadableError as error:
        return error


def test_groups_without_end_are_refused() -> None:
    assert reason_of(make_rtf("{" * 20_000)) == "is nested too deeply"


@given(st.text(st.sampled_from("\\{}'*u1-9 abpar\nfontsc~_bin"), max_size=200))
def test_no_file_breaks_the_reader(body: str) -> None:
    list_or_reason(b"{\\rtf1 " + body.encode())
