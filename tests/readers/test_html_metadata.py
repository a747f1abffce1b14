"""What a page declares of itself, and which of its declarations is believed."""

from __future__ import annotations

import pytest

from briefing.plugins import Declared
from briefing.readers.html_metadata import read_metadata
from briefing.readers.markup import parse_html


def declared(head: str = "", body: str = "", lang: str = "") -> Declared:
    markup = f"<!doctype html><html {lang}><head>{head}</head><body>{body}</body></html>"
    return read_metadata(parse_html(markup), markup).declared


def test_a_page_that_declares_nothing_gives_nothing() -> None:
    assert declared(body="<p>Bridge opens, 5 March 2024, Daily Post</p>") == Declared()


def test_structured_data_give_all_of_it() -> None:
    script = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Site"},
    {"@type": "NewsArticle", "headline": "Bridge &amp; road open", "inLanguage": "en-GB",
     "datePublished": "2024-03-05T08:00:00Z", "dateModified": "2024-03-06T08:00:00Z",
     "url": "https://post.example/a", "publisher": {"name": "Daily Post"},
     "author": [{"name": "A. Writer"}, {"name": "AFP"}]}]}</script>"""
    assert declared(script) == Declared(
        headline="Bridge & road open",
        source="Daily Post",
        published="2024-03-05T08:00:00Z",
        url="https://post.example/a",
        language="en-GB",
        author="A. Writer, AFP",
    )


def test_meta_elements_give_all_of_it() -> None:
    head = """<meta property="og:title" content="Bridge opens | Daily Post">
    <meta property="og:site_name" content="Daily Post"><meta name=author content="Reuters">
    <meta property="article:published_time" content="2024-03-05">
    <meta property="og:url" content="https://post.example/a">"""
    assert declared(head, lang="lang=en") == Declared(
        headline="Bridge opens",
        source="Daily Post",
        published="2024-03-05",
        url="https://post.example/a",
        language="en",
        author="Reuters",
    )


@pytest.mark.parametrize(
    ("head", "body", "headline"),
    [
        ("<title>Bridge opens at last - Post</title>", "<h1>Bridge opens</h1>", "Bridge opens"),
        ("<title>Bridge opens | A Post</title>", "<h1>A Post</h1>", "Bridge opens | A Post"),
        ("<title>Daily Post</title>", "<h1>A bridge opens today</h1>", "A bridge opens today"),
        ("<title>Daily Post</title>", "<h1>News</h1>", "Daily Post"),
        ("", "<h1>Bridge <em>opens</em></h1>", "Bridge opens"),
        ("", "<h1>One</h1><h1>Two</h1>", None),
        ("<meta property=og:title content='See this'>", "<h1>Bridge opens</h1>", "See this"),
        ("<title>Bridge opens now</title>", "<h1>Post</h1><h1>Bridge opens</h1>", "Bridge opens"),
    ],
)  # fmt: skip
def test_the_headline_is_the_heading_that_the_metadata_confirm(
    head: str, body: str, headline: str | None
) -> None:
    assert declared(head, body).headline == headline


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ("<meta name=pubdate content=2024-03-05>", "", "2024-03-05"),
        ("<meta itemprop=datePublished content=2024-03-05>", "", "2024-03-05"),
        ("<meta name=DC.date.issued content='5 mars 2024'>", "", "5 mars 2024"),
        ("", "<time datetime=2024-03-05 class=published>yesterday</time>", "2024-03-05"),
        ("", "<time itemprop=datePublished>5 March 2024</time>", "5 March 2024"),
        ("", "<time datetime=2024-03-05>of another story</time>", None),
        ("<meta name=last-modified content=2024-03-06>", "", None),
    ],
)
def test_the_date_is_that_of_publication(head: str, body: str, published: str | None) -> None:
    assert declared(head, body).published == published


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel=canonical href=https://post.example/a>", "https://post.example/a"),
        ("<link rel=canonical href=/a>", None),
        (
            "<link rel=canonical href=https://p.example/><meta name=og:url content=https://p.example/a>",
            "https://p.example/a",
        ),
        (
            "<link rel=canonical href=https://web.archive.org/web/20240305080000/https://post.example/a>",
            "https://post.example/a",
        ),
        ("<link rel=canonical href='javascript:alert(1)'>", None),
        ("<link rel=canonical href='http://[broken'>", None),
    ],
)
def test_the_address_is_absolute_and_the_page_s_own(head: str, url: str | None) -> None:
    assert declared(head).url == url


@pytest.mark.parametrize(
    ("lang", "head", "language"),
    [
        ("lang=fr-FR", "", "fr-FR"),
        ("xml:lang=de", "", "de"),
        ("lang=en", "<meta property=og:locale content=ar_AR>", None),
        ("lang=en-US", "<meta property=og:locale content=en_GB>", "en-US"),
        ("", "<meta http-equiv=content-language content=nl>", "nl"),
        ("", "", None),
    ],
)
def test_a_language_counts_where_no_declaration_contradicts_it(
    lang: str, head: str, language: str | None
) -> None:
    assert declared(head, lang=lang).language == language


@pytest.mark.parametrize(
    ("head", "body", "source"),
    [
        ("<title>Bridge opens – Daily Post</title>", "<h1>Bridge opens</h1>", "Daily Post"),
        ("<title>Bridge opens</title>", "<h1>Bridge opens</h1>", None),
        ("<meta name=publisher content=https://facebook.example/post>", "", None),
        ("<meta name=application-name content='Daily Post'>", "", "Daily Post"),
    ],
)
def test_the_outlet_is_declared_or_stands_in_the_title(
    head: str, body: str, source: str | None
) -> None:
    assert declared(head, body).source == source
