"""One record with the usual keys becomes one article, whatever format it came in.

Invariant: with a title the text is title, blank line, body; without one it is the body, character
for character (of a body in HTML, its words). A key of the wrong type is a reason to reject the
record, never a crash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import unescape

from briefing.lexicon.citing import hash_text
from briefing.model import Article
from briefing.readers.decoding import (
    MAX_ARTICLE_CHARACTERS,
    UnreadableError,
    replace_surrogates,
)
from briefing.readers.markup import text_of_html
from briefing.readers.pages import agency_in, iso_date

# The keys of newspaper4k, trafilatura, news-please, Event Registry, ninjs, NewsAPI, the APIs of
# the Guardian and the New York Times, WordPress, JSON Feed and schema.org, the plainest first.
TITLE_KEYS = (
    "title", "headline", "headlines", "webTitle", "title_page", "title_rss", "og_title",
)  # fmt: skip
TEXT_KEYS = (
    "text", "body", "content", "maintext", "body_text", "articleBody", "bodyText", "content_text",
    "cleaned_text", "full_text", "fulltext", "article", "raw_text", "bodies",
)  # fmt: skip
HTML_KEYS = ("body_xhtml", "content_html", "body_html", "html")
LEAD_KEYS = ("description", "summary", "abstract", "lead_paragraph", "excerpt", "snippet")
DATE_KEYS = (
    "date", "published", "date_publish", "publish_date", "datePublished", "publishedAt",
    "published_at", "date_published", "dateTimePub", "dateTime", "pub_date", "pubDate", "pubdate",
    "webPublicationDate", "firstcreated", "versioncreated", "publication_date", "timestamp",
    "seendate", "created_at",
)  # fmt: skip
SOURCE_KEYS = (
    "source", "outlet", "site", "sitename", "site_name", "meta_site_name", "publisher",
    "source_name", "infosources", "provider", "publication", "source-hostname", "source_domain",
    "hostname", "domain",
)  # fmt: skip
LANGUAGE_KEYS = ("language", "lang", "meta_lang", "inLanguage")
URL_KEYS = (
    "url", "link", "webUrl", "web_url", "canonical_link", "source_url", "external_url",
)  # fmt: skip
AUTHOR_KEYS = ("author", "authors", "byline", "creator")
KNOWN_KEYS = frozenset(
    (*TITLE_KEYS, *TEXT_KEYS, *HTML_KEYS, *DATE_KEYS, *SOURCE_KEYS, *LANGUAGE_KEYS, *URL_KEYS)
)

_WITHIN = ("rendered", "main", "value", "name", "title", "uri", "$date", "$t", "#text")
_WRAPPED = ("fields", "_source", "attributes", "article")
_PLURAL = frozenset({"headlines", "bodies", "infosources"})
_ADDRESS = ("http://", "https://")
_MARKUP = re.compile(
    r"\s*<(?:!doctype|html|body|p|div|article|section|h[1-6]|figure|ul|ol|blockquote|table|span|img)"
    r"\b[^<>]*>",
    re.IGNORECASE,
)
# Of these keys a value of another type is a fault of the record; the others may mean anything.
_STRICT = frozenset(
    ("id", "title", "headline", "text", "body", "content", "maintext", "date", "published",
     "date_publish", "source", "outlet", "site", "language", "lang", "url")
)  # fmt: skip
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_EPOCH_LIMIT = 10**11


class RecordError(ValueError):
    """This record cannot become an article; the message says why."""


def article_of(record: object, path: str, identifier: str) -> Article:
    """The article of a record; `identifier` is used where the record has no id of its own."""
    if not isinstance(record, dict):
        raise RecordError(f"a record must be an object, not {_kind(record)}")
    fields = _merge_wrapped(record)
    title = _words(fields, TITLE_KEYS)
    body = _body(fields)
    if not title and not body:
        raise RecordError("the record has neither text nor title")
    text = f"{title}\n\n{body}" if title and body else title or body or ""
    if len(text) > MAX_ARTICLE_CHARACTERS:
        raise RecordError(f"the text is longer than {MAX_ARTICLE_CHARACTERS:,} characters")
    addresses = (_words(fields, (key,)) for key in (*URL_KEYS, *SOURCE_KEYS[:1]))
    names = (_words(fields, (key,)) for key in SOURCE_KEYS)
    return Article(
        id=_identifier(fields) or identifier,
        path=path,
        text=text,
        sha256=hash_text(text),
        source=next((n for n in names if n and not n.startswith(_ADDRESS)), None),
        origin=agency_in(", ".join(_authors(fields))),
        headline=title,
        published=_date(fields),
        url=next((a for a in addresses if a and a.startswith(_ADDRESS)), None),
        language=_words(fields, LANGUAGE_KEYS),
    )


def _merge_wrapped(record: Mapping[str, object]) -> dict[str, object]:
    """The record with the fields that a search engine or an API wraps once more."""
    fields = dict(record)
    for key in _WRAPPED:
        if isinstance(inner := record.get(key), dict):
            del fields[key]
            fields = {**fields, **inner}
    return fields


def _body(fields: Mapping[str, object]) -> str | None:
    body = _words(fields, TEXT_KEYS)
    markup = None if body else _words(fields, HTML_KEYS)
    if markup or (body and _MARKUP.match(body)):
        try:
            return text_of_html(markup or body or "") or None
        except UnreadableError as error:
            raise RecordError(f"the text {error}") from error
    return body or _words(fields, LEAD_KEYS)


def _words(fields: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    """The first of the keys that holds words; blank ones count as absent."""
    return next((words for key in keys if (words := _string(key, fields.get(key)))), None)


def _string(key: str, value: object) -> str | None:
    if isinstance(value, list) and key in _PLURAL:
        value = value[0] if value else None
    words = _inner_words(value) if isinstance(value, dict) else value
    if isinstance(words, str):
        return replace_surrogates(words) if words.strip() else None
    if value is not None and key in _STRICT:
        raise RecordError(f"{key!r} must be a string, not {_kind(value)}")
    return None


def _inner_words(value: Mapping[str, object]) -> str | None:
    """The words of a value that an API wraps; WordPress escapes those that it has rendered."""
    for key in _WITHIN:
        if isinstance(words := value.get(key), str):
            return unescape(words) if key == "rendered" and not _MARKUP.match(words) else words
    return None


def _identifier(fields: Mapping[str, object]) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _words(fields, ("id", "_id", "uri"))


def _authors(fields: Mapping[str, object]) -> Iterator[str]:
    for key in AUTHOR_KEYS:
        value = fields.get(key)
        for author in value if isinstance(value, list) else [value]:
            name = author.get("name") if isinstance(author, dict) else author
            if isinstance(name, str):
                yield name


def _date(fields: Mapping[str, object]) -> str | None:
    """ISO where the format is known; other words stay for the analysis, which has the calendars."""
    for key in DATE_KEYS:
        value = fields.get(key)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return _epoch(key, value)
        if words := _string(key, value):
            return _epoch(key, int(words)) if _EPOCH.fullmatch(words) else iso_date(words)
    return None


def _epoch(key: str, value: float) -> str:
    """Seconds since 1970, or milliseconds where seconds would lie thousands of years ahead."""
    seconds = value / 1000 if abs(value) > _EPOCH_LIMIT else value
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError) as error:
        raise RecordError(f"{key!r} is no date: {value}") from error


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}
    return names.get(type(value), "nothing" if value is None else "a number")
