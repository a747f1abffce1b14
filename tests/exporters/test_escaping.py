"""Untrusted words come out as words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing.exporters.escaping import (
    escape_html,
    escape_markdown,
    make_visible,
    quote_yaml,
    undo_visible,
    unescape_markdown,
    unquote_yaml,
)
from briefing.lexicon.citing import fold_lines
from tests.exporters.hostile import HOSTILE


def _render(markdown: str) -> tuple[list[str], str]:
    """The block tags of a list item with these words, and its text."""
    tokens = MarkdownIt("commonmark").parse(f"- {markdown}\n")
    inline = [c for t in tokens if t.children for c in t.children]
    kinds = sorted({c.type for c in inline} - {"text", "text_special"})
    return [t.type for t in tokens] + kinds, "".join(c.content for c in inline)


@pytest.mark.parametrize(
    "words",
    [
        "# not a heading",
        "- not an item",
        "1. not a list",
        "> not a quotation",
        "```not code```",
        "[not](http://a.link)",
        "![not](an.image)",
        "<b>not bold</b>",
        "<http://not.a.link>",
        "**not** _strong_ ~~or~~ ==lit==",
        "[^1]: not a footnote",
        "&lt; not an entity &amp;",
        "--- ",
        "a\\",
    ],
)
def test_markup_of_a_page_is_shown_and_not_obeyed(words: str) -> None:
    tags, text = _render(escape_markdown(words))
    assert tags == _render("plain")[0]
    assert text == words.strip()


@given(HOSTILE)
def test_any_words_are_one_plain_item(words: str) -> None:
    expected = make_visible(words)
    if expected:
        tags, text = _render(escape_markdown(words))
        assert tags == _render("plain")[0]
        assert text.split() == expected.split()


def test_hidden_characters_become_visible_and_can_be_put_back() -> None:
    words = "abc\u202edef\u200b\x1b[31m⟦"
    shown = make_visible(words)
    assert shown == "abc⟦U+202E⟧def⟦U+200B⟧⟦U+001B⟧[31m⟦U+27E6⟧"
    assert undo_visible(shown) == words


@pytest.mark.parametrize("character", ["\ufffe", "\U0001ffff", "\ufdd0", "\u3164", "\U000e0100"])
def test_what_is_no_character_or_a_blank_letter_is_shown_too(character: str) -> None:
    assert make_visible(f"a{character}b") == f"a⟦U+{ord(character):04X}⟧b"
    assert quote_yaml(character).isascii()


def test_emoji_scripts_and_accents_stay_as_they_are() -> None:
    words = "Zürich 🇲🇦 ☺️ शांति e\u0301 مَرْحَبًا 漢字"
    assert make_visible(words) == words


@given(st.text())
def test_markdown_can_be_unescaped(words: str) -> None:
    assert unescape_markdown(escape_markdown(words)) == fold_lines(words).replace("\t", " ")


@given(st.text())
def test_the_visible_form_keeps_every_character(words: str) -> None:
    assert undo_visible(make_visible(words)) == fold_lines(words).replace("\t", " ")


@given(st.text())
def test_a_yaml_scalar_is_one_line_and_gives_the_text_back(words: str) -> None:
    scalar = quote_yaml(words)
    assert len(scalar.splitlines()) == 1
    assert scalar.isprintable() or any(c.isspace() or not c.isascii() for c in scalar)
    assert unquote_yaml(scalar[1:-1]) == words


def test_html_needs_no_trust() -> None:
    assert escape_html("<a href='x'>\u202e&") == "&lt;a href=&#x27;x&#x27;&gt;⟦U+202E⟧&amp;"


def test_soft_hyphens_stay_because_they_hide_nothing() -> None:
    assert escape_markdown("Konfe\u00adrenz") == "Konfe\u00adrenz"
