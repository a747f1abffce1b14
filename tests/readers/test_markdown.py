"""Clipped pages: words as a reader sees them, and what the clipper noted of the page."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model import Article
from briefing.readers import markdown
from briefing.readers.decoding import UnreadableError
from briefing.readers.markdown import MarkdownReader

CLIPPED = """---
title: "Bridge: opens \\"at last\\""
source: "https://post.example/2024/bridge"
author:
  - "[[A. Writer]]"
  - "AFP"
published: 2024-03-05
created: 2024-04-01
tags:
  - "clippings"
---
The [minister](https://post.example/m "of works") opened it.
"""


def read(markup: str) -> Article:
    (found,) = MarkdownReader().read(markup.encode(), "c/a.md", "a.md")
    assert isinstance(found, Article)
    return found


def test_a_clipper_s_properties_are_declared_and_its_links_are_words() -> None:
    found = read(CLIPPED)
    assert found.text == 'Bridge: opens "at last"\n\nThe minister opened it.'
    assert (found.headline, found.published) == ('Bridge: opens "at last"', "2024-03-05")
    assert (found.url, found.source) == ("https://post.example/2024/bridge", None)
    assert found.origin == "AFP"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("A [link](http://x.example/a_(b)) [or][1].\n\n[1]: http://y.example", "A link or."),
        ("![alt](data:image/png;base64,AAAA)\n\nWords.", "Words."),
        ("[![alt](a.png)](http://x.example)\n\nWords.", "Words."),
        ("**Bold**, _slanted_, ~~struck~~ snake_case\\.", "Bold, slanted, struck snake_case."),
        ("> quoted\n> on\n\nafter", "quoted\non\n\nafter"),
        ("> [!note] Title\n> inside", "Title\ninside"),
        ("1. one\n2. two\n\n* a\n* b", "1. one\n2. two\n- a\n- b"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("Hard  \nbreak<br>here &amp; there", "Hard\nbreak\nhere & there"),
        ("<div class=x><p>In <b>markup</b></p></div>\n\nWords.", "In markup\n\nWords."),
        ("[[A|Words]] of ![[b.png]] ==a== note[^1].\n\n[^1]: It.", "Words of a note.\n\nIt."),
        ("Words.\n\n***\n\nMore.", "Words.\n\nMore."),
        ("```\ncode\n```", "code"),
        ("<https://x.example/a>", "https://x.example/a"),
    ],
)  # fmt: skip
def test_markup_becomes_the_words_that_it_stands_for(markup: str, text: str) -> None:
    assert read(markup).text == text


def test_the_first_heading_is_the_headline_where_none_is_noted() -> None:
    found = read("# Bridge *opens*\n\n## Part\n\nWords.")
    assert (found.headline, found.text) == ("Bridge opens", "Bridge opens\n\nPart\n\nWords.")
    assert read("Words.\n\n# Later").headline is None


def test_the_excerpt_that_a_clipper_repeats_is_left_out() -> None:
    found = read("# Bridge\n\n> ## Excerpt\n> It opened.\n\n---\nIt opened. It did.")
    assert found.text == "Bridge\n\nIt opened. It did."


def test_a_page_without_markup_keeps_its_lines() -> None:
    assert read("One line.\nAnother.\n\nA third.").text == "One line.\nAnother.\n\nA third."


def test_known_properties_tell_a_clipped_page_whatever_its_name() -> None:
    reader = MarkdownReader()
    assert reader.accepts(CLIPPED.encode(), "a.txt")
    assert not reader.accepts(b"---\nA line: of a page\n---\n", "a.txt")
    assert not reader.accepts(b"---\ntitle: never closed\n", "a.txt")
    assert not reader.accepts(b"# Title\n", "a.txt")


def test_an_empty_note_has_no_text() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        read("---\ncreated: 2024-01-01\n---\n![only](a.png)\n")


def test_what_is_too_long_to_parse_is_read_as_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "MAX_MARKDOWN", 10)
    assert read("Some **bold** words.").text == "Some **bold** words."


HOSTILE = {
    "brackets": "[" * 150_000,
    "links": "[a](" * 40_000,
    "images": "![a" * 50_000,
    "wiki links": "[[a" * 60_000,
    "excerpts": "> ## Excerpt\n" * 10_000,
    "marks": "==a" * 60_000,
    "quotes": ">" * 150_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_costs_little(name: str) -> None:
    started = time.process_time()
    assert read(HOSTILE[name] + "\n\nwords").text
    assert time.process_time() - started < 5


@settings(deadline=None, max_examples=80)
@given(st.text(st.sampled_from("ab \n#*_[]()!>-|`~=<&;:\\0"), max_size=80))
def test_any_page_is_an_article_or_a_reason(markup: str) -> None:
    try:
        assert read(markup).text.strip()
    except UnreadableError:
        return
