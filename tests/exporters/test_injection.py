"""Whatever a page contains, every export parses to the same structure, and verify still holds."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from briefing.exporters import fitting
from briefing.exporters.earlier import read_briefs
from briefing.exporters.html import HtmlExporter
from briefing.exporters.ics import IcsExporter
from briefing.exporters.json import JsonExporter
from briefing.exporters.markdown import MarkdownExporter
from briefing.exporters.verification import verify
from tests.exporters.hostile import HOSTILE
from tests.exporters.hostile_brief import PLAIN, Words, hostile_brief, hostile_documents

footnote = pytest.importorskip("mdit_py_plugins.footnote")
front_matter = pytest.importorskip("mdit_py_plugins.front_matter")
yaml = pytest.importorskip("yaml")
icalendar = pytest.importorskip("icalendar")

_ROOM = 100_000
WORDS = st.builds(
    Words, st.tuples(HOSTILE, HOSTILE, HOSTILE), HOSTILE, HOSTILE.filter(lambda w: "\x00" not in w)
)
PARSERS = (
    MarkdownIt("commonmark"),
    MarkdownIt("gfm-like", {"linkify": False}),
    MarkdownIt("gfm-like", {"linkify": True, "html": True})
    .use(footnote.footnote_plugin)
    .use(front_matter.front_matter_plugin),
)
"""Strict CommonMark; with tables and strikethrough; with footnotes, bare links and HTML."""
for _parser in PARSERS:
    if _parser.linkify:
        _parser.linkify.set({"fuzzy_link": False, "fuzzy_email": True})


def _export(exporter: Any, words: Words, *, is_delta: bool) -> str:
    """The brief of these words; room enough for it, since long words cost wordings their place."""
    documents = hostile_documents(words)
    brief = hostile_brief(words, documents, is_delta=is_delta)
    with patch.object(fitting, "LINES", _ROOM):
        text: str = exporter.export(brief, documents, "")
    return text


def _markdown_structure(text: str, parser: MarkdownIt) -> list[tuple[str, str, int]]:
    body = (
        text
        if "front_matter" in parser.get_active_rules()["block"]
        else text[text.index("\n---\n") + 5 :]
    )
    tokens = parser.parse(body)
    inline = [
        c.type for t in tokens for c in t.children or () if c.type not in {"text", "text_special"}
    ]
    return [(t.type, t.tag, t.level) for t in tokens] + [(kind, "", -1) for kind in inline]


@cache
def _plain_markdown(*, is_delta: bool) -> str:
    return _export(MarkdownExporter(), PLAIN, is_delta=is_delta)


def _html_structure(text: str) -> list[tuple[object, tuple[str, ...]]]:
    tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    return [(e.tag, tuple(sorted(e.attrib))) for e in tree.iter()]


@settings(max_examples=60, deadline=None)
@given(WORDS, st.booleans())
def test_markdown_has_the_same_structure_and_holds(words: Words, is_delta: bool) -> None:
    text = _export(MarkdownExporter(), words, is_delta=is_delta)
    for parser in PARSERS:
        expected = _markdown_structure(_plain_markdown(is_delta=is_delta), parser)
        assert _markdown_structure(text, parser) == expected
    articles = {d.article.path: d.article for d in hostile_documents(words).values()}
    assert verify(text, articles.get) == ()


@settings(max_examples=60, deadline=None)
@given(WORDS, st.booleans())
def test_front_matter_is_read_as_it_was_meant(words: Words, is_delta: bool) -> None:
    text = _export(MarkdownExporter(), words, is_delta=is_delta)
    head = yaml.safe_load(text.split("\n---\n")[0])
    name = f"w{words.name}w"
    assert head["title"] == (f"Changes: {name}" if is_delta else name)
    assert head["participants"] == [", ".join([name] * 3)]
    assert head.get("since") == (name if is_delta else None)
    assert [s["article"] for s in head["sources"]] == list(hostile_documents(words))
    assert (head["date"], head["event"], head["origins"]) == ("2031-05-06", "e-12345678", 2)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.booleans())
@example(words=Words(("# x", "# x", "# x"), "a" * 900, "# x"), is_delta=False)
def test_html_has_the_same_elements_and_attributes(words: Words, is_delta: bool) -> None:
    text = _export(HtmlExporter(), words, is_delta=is_delta)
    expected = _html_structure(_export(HtmlExporter(), PLAIN, is_delta=is_delta))
    assert _html_structure(text) == expected
    tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    assert not list(tree.iter("script", "img", "iframe", "link", "object", "form", "base"))
    assert all(re.fullmatch(r"#n[0-9]+|[a-z0-9-]+\.html", h) for h in tree.xpath("//@href"))
    assert not [a for e in tree.iter() for a in e.attrib if a.startswith("on") or a == "src"]


@settings(max_examples=60, deadline=None)
@given(WORDS, st.booleans())
def test_json_comes_back_and_holds(words: Words, is_delta: bool) -> None:
    text = _export(JsonExporter(), words, is_delta=is_delta)
    assert len(text.splitlines()) == 1
    record = json.loads(text)
    assert record["headline"] == f"w{words.name}w"
    assert json.loads(json.dumps(record)) == record
    articles = {d.article.path: d.article for d in hostile_documents(words).values()}
    assert verify(text, articles.get) == ()


def _components(text: str) -> list[tuple[str, tuple[str, ...]]]:
    calendar = icalendar.Calendar.from_ical(text.encode())
    return [(c.name, tuple(c.keys())) for c in calendar.walk()]


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_calendars_have_the_same_components_and_properties(words: Words) -> None:
    text = _export(IcsExporter(), words, is_delta=False)
    assert _components(text) == _components(_export(IcsExporter(), PLAIN, is_delta=False))
    lines = text.encode().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(c < 0x20 for line in lines for c in line)
    assert "://" not in text.replace("\r\n ", "")
    assert "<" not in text


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_an_earlier_brief_is_read_back_the_same_from_both_formats(words: Words) -> None:
    one = read_briefs(_export(MarkdownExporter(), words, is_delta=False))
    other = read_briefs(_export(JsonExporter(), words, is_delta=False))
    spaced = [
        [
            (c.kind, " ".join(c.text.split()), [(p.article, p.start) for p in c.places])
            for c in r.claims
        ]
        for r in (one[0], other[0])
    ]
    shown = [c for c in spaced[1] if c in spaced[0]]
    assert sorted(shown) == sorted(spaced[0])
    assert [s.sha256 for s in one[0].sources] == [s.sha256 for s in other[0].sources]
