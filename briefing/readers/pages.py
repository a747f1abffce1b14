"""From what a format yields to an article: one shape of text for all of them.

Invariant: with a headline the text is headline, blank line, body (and the headline is not said
twice); without one it is the body. What cannot be an article raises `UnreadableError`.
"""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from briefing.lexicon.agencies import agency_named
from briefing.lexicon.citing import hash_text
from briefing.lexicon.function_words import function_word_hits, likeliest_language
from briefing.model import Article
from briefing.plugins import Declared
from briefing.readers.decoding import (
    MAX_ARTICLE_CHARACTERS,
    UnreadableError,
    replace_surrogates,
)

_LONGEST_HEADLINE = 500
_LANGUAGE_SAMPLE = 4_000
_CLEAR = 8
_CLEARLY = 4
_AUTHOR_PART = re.compile(
    r"[,/|;&()+·]|\b(?:by|par|por|von|di|da|door|with|and|avec|et|con|y|mit|und|met|en|com|e|for"
    r"|staff)\b|\s-\s",
    re.IGNORECASE,
)
_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?"
)
_COMPACT = re.compile(r"(\d{4})[/.]?(\d{2})[/.]?(\d{2})")
_COMPACT_TIME = re.compile(r"(\d{4})(\d{2})(\d{2})T?(\d{2})(\d{2})(?:(\d{2})(Z|[+-]\d{4})?)?")
_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, *)?\d{1,2} [A-Z][a-z]{2} \d{4} \d{1,2}:\d{2}")


def page_article(body: str, path: str, identifier: str, declared: Declared) -> Article:
    """The article of a page whose words a reader has found; dates become ISO where they can."""
    body = replace_surrogates(body.replace("\0", "\N{REPLACEMENT CHARACTER}")).strip("\r\n")
    headline = _one_line(declared.headline)
    text = _with_headline(headline, body)
    if not text.strip():
        raise UnreadableError("holds no text")
    if len(text) > MAX_ARTICLE_CHARACTERS:
        raise UnreadableError(f"is longer than {MAX_ARTICLE_CHARACTERS:,} characters")
    return Article(
        id=identifier,
        path=path,
        text=text,
        sha256=hash_text(text),
        source=_one_line(declared.source),
        origin=agency_in(declared.author),
        headline=headline,
        published=iso_date(_one_line(declared.published)),
        url=_one_line(declared.url),
        language=_plausible_language(_one_line(declared.language), text),
    )


def _plausible_language(tag: str | None, text: str) -> str | None:
    """The declared language, unless the words speak clearly of another.

    Templates of pages and feeds declare the language of whoever made the template.
    """
    hits = function_word_hits(text[:_LANGUAGE_SAMPLE])
    own = hits.get((tag or "").casefold().partition("-")[0].partition("_")[0])
    if own is None:
        return tag
    most = hits[likeliest_language(hits) or "en"]
    return None if most >= _CLEAR and own * _CLEARLY < most else tag


def iso_date(words: str | None) -> str | None:
    """ISO where the format is known; other words stay for the analysis, which has the calendars."""
    words = (words or "").strip()
    if not words:
        return None
    if match := _ISO.match(words):
        day, _, time = match.group().replace("T", " ", 1).partition(" ")
        return (f"{day}T{time.replace(' ', '')}" if time else day) if _is_day(day) else words
    if (match := _COMPACT.fullmatch(words)) and _is_day(iso := "-".join(match.groups())):
        return iso
    if (match := _COMPACT_TIME.fullmatch(words)) and _is_day("-".join(match.groups()[:3])):
        year, month, day, hour, minute, second, zone = match.groups()
        return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone or ''}"
    return _mail_date(words) if _MAIL.match(words) else words


def agency_in(author: str | None) -> str | None:
    """The agency that a declared author names, alone or beside a person ("A. Writer with AFP")."""
    words = _one_line(author) or ""
    parts = (part.strip() for part in _AUTHOR_PART.split(words))
    return next((name for part in parts if part and (name := agency_named(part))), None)


def _with_headline(headline: str | None, body: str) -> str:
    """Many pages repeat their headline as the first line of the text."""
    if not headline:
        return body
    opening, _, rest = body.lstrip().partition("\n")
    if " ".join(opening.split()).casefold() == headline.casefold():
        body = rest.lstrip("\r\n")
    return f"{headline}\n\n{body}" if body.strip() else headline


def _one_line(words: str | None) -> str | None:
    """A declared value as words on one line, None where it holds none."""
    if not words:
        return None
    folded = " ".join(replace_surrogates(words).replace("\0", "").split())
    return folded[:_LONGEST_HEADLINE] or None


def _mail_date(words: str) -> str:
    """The date of a message or feed (RFC 2822) in ISO form."""
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, OverflowError):
        return words


def _is_day(words: str) -> bool:
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True
