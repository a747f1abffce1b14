"""Records: the usual keys, and wrong types said by name."""

from __future__ import annotations

import pytest

from briefing.readers.records import RecordError, article_of


def test_title_and_body_are_joined_by_a_blank_line() -> None:
    article = article_of({"title": "Bridge opens", "text": " It did. "}, "p", "x")
    assert article.text == "Bridge opens\n\n It did. "
    assert article.headline == "Bridge opens"


def test_without_a_title_the_text_is_the_body_character_for_character() -> None:
    assert article_of({"body": " a\n\nb "}, "p", "x").text == " a\n\nb "


def test_a_title_alone_is_an_article() -> None:
    article = article_of({"title": "Bridge opens", "text": ""}, "p", "x")
    assert (article.text, article.headline) == ("Bridge opens", "Bridge opens")


@pytest.mark.parametrize("key", ["text", "body", "content", "maintext"])
@pytest.mark.parametrize("title", ["title", "headline"])
@pytest.mark.parametrize("date", ["date", "published", "date_publish"])
@pytest.mark.parametrize("source", ["source", "outlet", "site"])
@pytest.mark.parametrize("language", ["language", "lang"])
def test_every_usual_key_is_read(
    key: str, title: str, date: str, source: str, language: str
) -> None:
    record = {
        "id": 7, title: "T", key: "B", date: "2024-03-05", source: "Post", language: "en",
        "url": "https://example.org/a",
    }  # fmt: skip
    article = article_of(record, "p", "x")
    assert (article.id, article.text, article.published) == ("7", "T\n\nB", "2024-03-05")
    assert (article.source, article.language, article.url) == (
        "Post",
        "en",
        "https://example.org/a",
    )


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05 14:30:00", "2024-03-05T14:30:00"),
        ("2024-03-05T14:30:00Z", "2024-03-05T14:30:00Z"),
        ("2024-03-05 14:30:00 +0100", "2024-03-05T14:30:00+0100"),
        ("20240305", "2024-03-05"),
        ("2024/03/05", "2024-03-05"),
        ("Tue, 05 Mar 2024 14:30:00 GMT", "2024-03-05T14:30:00+00:00"),
        (1709649000, "2024-03-05T14:30:00+00:00"),
        (1709649000000, "2024-03-05T14:30:00+00:00"),
        ("1709649000", "2024-03-05T14:30:00+00:00"),
        ("20240305T143000Z", "2024-03-05T14:30:00Z"),
        ("5 mars 2024", "5 mars 2024"),
        ("2024-13-45", "2024-13-45"),
    ],
)
def test_dates_become_iso_where_the_format_is_known(written: object, iso: str) -> None:
    assert article_of({"text": "B", "date": written}, "p", "x").published == iso


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(
            {
                "url": "https://post.example/a", "title": "T", "text": "B", "language": "en",
                "meta_lang": "en", "authors": ["A. Writer", "AFP"], "meta_site_name": "The Post",
                "publish_date": "2024-03-05 08:00:00", "tags": [], "images": ["x"], "movies": [],
            },
            ("T\n\nB", "The Post", "2024-03-05T08:00:00", "https://post.example/a", "en", "AFP"),
            id="newspaper4k",
        ),
        pytest.param(
            {
                "title": "T", "author": "Reuters", "hostname": "post.example", "date": "2024-03-05",
                "id": None, "text": "B", "language": None, "source": "https://post.example/a",
                "source-hostname": "The Post", "excerpt": "E", "categories": "", "tags": "",
            },
            ("T\n\nB", "The Post", "2024-03-05", "https://post.example/a", None, "Reuters"),
            id="trafilatura",
        ),
        pytest.param(
            {
                "authors": [], "date_download": "2024-04-01 00:00:00", "date_modify": None,
                "date_publish": "2024-03-05 08:00:00", "description": "D", "language": "en",
                "maintext": "B", "source_domain": "post.example", "text": None, "title": "T",
                "url": "https://post.example/a", "localpath": None,
            },
            ("T\n\nB", "post.example", "2024-03-05T08:00:00", "https://post.example/a", "en", None),
            id="news-please",
        ),
        pytest.param(
            {
                "uri": "7654321", "lang": "eng", "date": "2024-03-05", "time": "08:00:00",
                "dateTime": "2024-03-05T08:00:00Z", "url": "https://post.example/a", "title": "T",
                "body": "B", "source": {"uri": "post.example", "title": "The Post"}, "sim": 0.8,
                "authors": [{"uri": "x", "name": "Xinhua", "type": "author"}], "isDuplicate": False,
            },
            ("T\n\nB", "The Post", "2024-03-05", "https://post.example/a", "eng", "Xinhua"),
            id="event registry",
        ),
        pytest.param(
            {
                "uri": "urn:a", "type": "text", "versioncreated": "2024-03-05T08:00:00Z",
                "headline": "T", "body_xhtml": "<p>B &amp; <b>C</b></p>", "language": "en",
                "byline": "By A. Writer", "infosources": [{"name": "The Post"}],
            },
            ("T\n\nB & C", "The Post", "2024-03-05T08:00:00Z", None, "en", None),
            id="ninjs 1",
        ),
        pytest.param(
            {
                "headlines": [{"role": "main", "value": "T"}],
                "bodies": [{"contenttype": "text/html", "value": "<p>B</p><p>C</p>"}],
                "firstcreated": "2024-03-05", "language": "en",
            },
            ("T\n\nB\n\nC", None, "2024-03-05", None, "en", None),
            id="ninjs 2",
        ),
        pytest.param(
            {
                "title": {"rendered": "T &#8211; U"}, "link": "https://post.example/a",
                "content": {"rendered": "<p>B</p>"}, "date": "2024-03-05T08:00:00", "id": 3,
            },
            ("T – U\n\nB", None, "2024-03-05T08:00:00", "https://post.example/a", None, None),
            id="wordpress",
        ),
        pytest.param(
            {
                "headline": "T", "articleBody": "B", "datePublished": "2024-03-05T08:00+01:00",
                "publisher": {"@type": "Organization", "name": "The Post"}, "inLanguage": "en",
            },
            ("T\n\nB", "The Post", "2024-03-05T08:00+01:00", None, "en", None),
            id="schema.org",
        ),
        pytest.param(
            {
                "source": {"id": None, "name": "The Post"}, "title": "T", "description": "D",
                "url": "https://post.example/a", "publishedAt": "2024-03-05T08:00:00Z",
                "content": None,
            },
            ("T\n\nD", "The Post", "2024-03-05T08:00:00Z", "https://post.example/a", None, None),
            id="newsapi",
        ),
    ],
)  # fmt: skip
def test_exports_are_read_by_their_own_keys(
    record: dict[str, object], expected: tuple[str | None, ...]
) -> None:
    a = article_of(record, "p", "x")
    assert (a.text, a.source, a.published, a.url, a.language, a.origin) == expected


def test_a_body_in_html_gives_its_words_and_a_broken_one_a_reason() -> None:
    article = article_of({"text": "<p>One <a href='x'>two</a>.</p><p>Three.</p>"}, "p", "x")
    assert article.text == "One two.\n\nThree."
    assert article_of({"text": "a < b and <c>"}, "p", "x").text == "a < b and <c>"
    with pytest.raises(RecordError, match="nested"):
        article_of({"text": "<div>" * 5000 + "x"}, "p", "x")


def test_an_aggregator_s_nested_source_gives_its_name() -> None:
    assert (
        article_of({"text": "B", "source": {"uri": "a.b", "title": "Post"}}, "p", "x").source
        == "Post"
    )


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ([1], "object"),
        ("words", "object"),
        (None, "object"),
        ({}, "neither text nor title"),
        ({"text": "  ", "title": ""}, "neither"),
        ({"text": 5}, "'text' must be a string, not a number"),
        ({"title": ["a"]}, "'title' must be a string, not a list"),
        ({"text": "a", "id": True}, "'id'"),
        ({"text": "a", "language": {}}, "'language'"),
        ({"text": "a", "date": 1e300}, "'date'"),
        ({"text": "a" * 1_000_001}, "longer"),
    ],
)
def test_a_record_that_cannot_be_read_says_why(record: object, reason: str) -> None:
    with pytest.raises(RecordError, match=reason):
        article_of(record, "p", "x")
