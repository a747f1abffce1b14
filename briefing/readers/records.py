"""One record with the usual keys becomes one article, whatever format it came in.

Invariant: with a title the text is title, blank line, body; without one it is the body, character
for character. A key of the wrong type is a reason to reject the record, never a crash.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from briefing.lexicon.citing import hash_text
from briefing.model import Article
from briefing.readers.decoding import MAX_ARTICLE_CHARACTERS, replace_surrogates

TITLE_KEYS = ("title", "headline")
TEXT_KEYS = ("text", "body", "content", "maintext")
DATE_KEYS = ("date", "published", "date_publish")
SOURCE_KEYS = ("source", "outlet", "site")
LANGUAGE_KEYS = ("language", "lang")

_NAME_KEYS = ("name", "title", "uri")
_EPOCH_LIMIT = 10**11
_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?"
)
_COMPACT = re.compile(r"(\d{4})[/.]?(\d{2})[/.]?(\d{2})")
_MAIL = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}")


class RecordError(ValueError):
    """This record cannot become an article; the message says why."""


def article_of(record: object, path: str, identifier: str) -> Article:
    """The article of a record; `identifier` is used where the record has no id of its own."""
    if not isinstance(record, dict):
        raise RecordError(f"a record must be an object, not {_kind(record)}")
    title = _words(record, TITLE_KEYS)
    body = _words(record, TEXT_KEYS)
    if not title and not body:
        raise RecordError("the record has neither text nor title")
    text = f"{title}\n\n{body}" if title and body else title or body or ""
    if len(text) > MAX_ARTICLE_CHARACTERS:
        raise RecordError(f"the text is longer than {MAX_ARTICLE_CHARACTERS:,} characters")
    return Article(
        id=_identifier(record) or identifier,
        path=path,
        text=text,
        sha256=hash_text(text),
        source=_name(record),
        headline=title,
        published=_date(record),
        url=_words(record, ("url",)),
        language=_words(record, LANGUAGE_KEYS),
    )


def _first(record: Mapping[str, object], keys: tuple[str, ...]) -> tuple[str, object]:
    for key in keys:
        if record.get(key) is not None:
            return key, record[key]
    return keys[0], None


def _words(record: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    """The first of the keys that holds words; blank ones count as absent."""
    for key in keys:
        value = record.get(key)
        if value is None:
            continue
        if not isinstance(value, str):
            raise RecordError(f"{key!r} must be a string, not {_kind(value)}")
        if value.strip():
            return replace_surrogates(value)
    return None


def _identifier(record: Mapping[str, object]) -> str | None:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _words(record, ("id",))


def _name(record: Mapping[str, object]) -> str | None:
    """The outlet; aggregators nest it as an object with a name."""
    _, value = _first(record, SOURCE_KEYS)
    return _words(value, _NAME_KEYS) if isinstance(value, dict) else _words(record, SOURCE_KEYS)


def _date(record: Mapping[str, object]) -> str | None:
    """ISO where the format is known; other words stay for the analysis, which has the calendars."""
    key, value = _first(record, DATE_KEYS)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _epoch(key, value)
    words = _words(record, DATE_KEYS)
    if words is None:
        return None
    words = words.strip()
    if match := _ISO.match(words):
        day, _, time = match.group().replace("T", " ", 1).partition(" ")
        return (f"{day}T{time.replace(' ', '')}" if time else day) if _is_day(day) else words
    if (match := _COMPACT.fullmatch(words)) and _is_day(iso := "-".join(match.groups())):
        return iso
    return _mail_date(words) if _MAIL.match(words) else words


def _mail_date(words: str) -> str:
    """The date of a feed (RFC 2822) in ISO form; feeds are the only ones to write it."""
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
