"""Structured data: the page's own article among all that it describes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.readers.jsonld import article_node, body_of, name_of, text_at

OWN = {"@type": "NewsArticle", "headline": "Bridge opens", "url": "https://post.example/a"}
OTHER = {"@type": "NewsArticle", "headline": "Minister resigns", "url": "https://post.example/b"}


@pytest.mark.parametrize(
    "script",
    [
        json.dumps(OWN),
        json.dumps([{"@type": "WebSite"}, OWN]),
        json.dumps({"@graph": [{"@type": "Organization", "name": "x"}, OWN]}),
        json.dumps({"@type": "WebPage", "mainEntity": OWN}),
        f"<!--\n{json.dumps(OWN)}\n-->",
        f"//<![CDATA[\n{json.dumps(OWN)}\n//]]>",
        json.dumps(OWN)[:-1] + ",}",
        json.dumps(OWN).replace("Bridge", "Bridge\n"),
        json.dumps({**OWN, "@type": ["Article", "NewsArticle"]}),
    ],
)
def test_the_article_is_found_however_it_is_wrapped(script: str) -> None:
    assert text_at(article_node([script], None, []), "headline") == "Bridge opens"


def test_of_several_articles_the_page_s_own_is_chosen() -> None:
    scripts = [json.dumps([OTHER, OWN])]
    assert article_node(scripts, "https://post.example/a", [])["headline"] == "Bridge opens"
    assert article_node(scripts, None, ["Bridge opens | Post"])["headline"] == "Bridge opens"
    assert article_node(scripts, None, [])["headline"] == "Minister resigns"


@pytest.mark.parametrize("script", ["", "{", "[" * 100_000, "null", '{"@type": 5}', '"words"'])
def test_what_is_no_description_gives_nothing(script: str) -> None:
    assert article_node([script], None, []) == {}


def test_values_are_words_names_or_what_objects_call_themselves() -> None:
    node = {"a": {"@id": "x"}, "b": ["first", "second"], "c": 5, "d": " caf&eacute;  x "}
    assert [text_at(node, key) for key in ("a", "b", "c", "d", "e")] == [
        "x", "first", None, "café x", None,
    ]  # fmt: skip
    assert name_of([{"name": "A"}, "B", {"name": ["C"]}, 5, None]) == ["A", "B", "C"]


def test_a_repeated_report_keeps_its_paragraphs() -> None:
    assert body_of({"articleBody": "One.\n\nTwo."}) == "<p>One.</p><p>Two.</p>"
    assert body_of({"articleBody": ["One.", "Two."]}) == "<p>One.</p><p>Two.</p>"
    assert body_of({"articleBody": "<p>One</p>"}) == "<p>One</p>"
    assert body_of({"articleBody": 5}) is body_of({}) is body_of({"articleBody": " "}) is None


JSON = st.recursive(
    st.none() | st.text(max_size=5) | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["@type", "@graph", "headline", "name"]), inner)
    ),
)


@given(JSON)
def test_any_description_is_read(value: object) -> None:
    node = article_node([json.dumps(value)], None, ["x"])
    assert text_at(node, "headline") is None or text_at(node, "headline")
