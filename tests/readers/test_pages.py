"""The shape of an article's text, whatever it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.citing import hash_text
from briefing.plugins import Declared
from briefing.readers.decoding import UnreadableError
from briefing.readers.pages import agency_in, iso_date, page_article


@pytest.mark.parametrize(
    ("headline", "body", "text"),
    [
        ("Bridge opens", "It did.", "Bridge opens\n\nIt did."),
        ("Bridge opens", "BRIDGE  opens\n\nIt did.", "Bridge opens\n\nIt did."),
        ("Bridge", "Bridge opens\n\nIt did.", "Bridge\n\nBridge opens\n\nIt did."),
        ("Bridge\n  opens", "", "Bridge opens"),
        (None, "\r\n  It did.\n", "  It did."),
        ("", "It did.", "It did."),
    ],
)  # fmt: skip
def test_the_headline_opens_the_text_and_is_said_once(
    headline: str | None, body: str, text: str
) -> None:
    article = page_article(body, "p", "i", Declared(headline=headline))
    assert article.text == text
    assert article.sha256 == hash_text(text)


@pytest.mark.parametrize(
    ("tag", "kept"), [("en-US", None), ("fr_FR", "fr_FR"), ("pl", "pl"), ("", None), (None, None)]
)
def test_a_language_that_the_words_contradict_does_not_count(
    tag: str | None, kept: str | None
) -> None:
    body = "Le préfet a reçu les élus de la vallée à la mairie, et il a dit que le pont sera prêt."
    assert page_article(f"{body} {body}", "p", "i", Declared(language=tag)).language == kept
    assert page_article("Oui.", "p", "i", Declared(language="en")).language == "en"


@pytest.mark.parametrize(("body", "reason"), [(" \n", "no text"), ("a" * 1_000_001, "longer than")])
def test_what_cannot_be_an_article_says_why(body: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        page_article(body, "p", "i", Declared())


@pytest.mark.parametrize(
    ("author", "agency"),
    [
        ("AFP", "AFP"),
        ("A. Writer with AFP", "AFP"),
        ("By Reuters Staff", "Reuters"),
        ("Le Post avec AFP et Reuters", "AFP"),
        ("A. Writer (dpa)", "dpa"),
        ("A. Map", None),
        ("", None),
        (None, None),
    ],
)
def test_an_agency_among_the_authors_is_the_origin(author: str | None, agency: str | None) -> None:
    assert agency_in(author) == agency


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2024-03-05T08:00:00.123+01:00", "2024-03-05T08:00:00.123+01:00"),
        ("20240305080000", "2024-03-05T08:00:00"),
        ("20240305T080000+0100", "2024-03-05T08:00:00+0100"),
        ("Tue,  5 Mar 2024 8:00:00 +0100", "2024-03-05T08:00:00+01:00"),
        ("5 mars 2024", "5 mars 2024"),
        ("2024-13-45", "2024-13-45"),
        (" ", None),
        (None, None),
    ],
)
def test_dates_become_iso_where_their_form_is_known(words: str | None, iso: str | None) -> None:
    assert iso_date(words) == iso


@given(st.text(max_size=60), st.none() | st.text(max_size=30), st.none() | st.text(max_size=20))
def test_any_words_are_an_article_or_a_reason(
    body: str, headline: str | None, published: str | None
) -> None:
    try:
        article = page_article(body, "p", "i", Declared(headline=headline, published=published))
    except UnreadableError:
        return
    assert article.text.strip()
    assert article.headline is None or article.text.startswith(article.headline)
