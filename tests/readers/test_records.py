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
        ("5 mars 2024", "5 mars 2024"),
        ("2024-13-45", "2024-13-45"),
    ],
)
def test_dates_become_iso_where_the_format_is_known(written: object, iso: str) -> None:
    assert article_of({"text": "B", "date": written}, "p", "x").published == iso


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
