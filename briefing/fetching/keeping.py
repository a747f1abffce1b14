"""An answer becomes a page of the corpus: of which kind it is, which page it is, what it is called.

Invariant: one page is one file, whatever addresses lead to it; a page that has changed becomes
another file, since briefs may cite what it said. Which page it is, a page may say only for its own
site, and is believed only where the headline agrees: templates give one address to every page.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlsplit

from msgspec.structs import replace

from briefing.beside import Beside
from briefing.fetching.addresses import (
    AddressError,
    check_address,
    is_same_site,
    key_of,
    without_tracking,
)
from briefing.fetching.asking import Clock
from briefing.fetching.kinds import Ask, Formats, SavedPage
from briefing.fetching.ledger import Entry, Ledger
from briefing.fetching.naming import page_name
from briefing.fetching.shelf import Shelf
from briefing.fetching.transport import Answer
from briefing.lexicon.folding import fold
from briefing.plugins import Declared

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_PAGE, _PDF, _TEXT = ".html", ".pdf", ".txt"
_PDF_MARK = b"%PDF-"
_PDF_REACH = 1024
_LONGEST = 500
"""Characters of anything that a feed, a page or a server says in a line."""


class NoPageError(Exception):
    """What a server sent is no page that could be saved; the message says why."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An answer as a page: `key` is what makes it the page that it is, `url` its own address."""

    ask: Ask
    answer: Answer
    ending: str
    key: str
    url: str
    declared: Declared


class PageKeeper:
    """Saves answers as pages."""

    def __init__(self, formats: Formats, ledger: Ledger, shelf: Shelf, clock: Clock) -> None:
        self._formats = formats
        self._ledger = ledger
        self._shelf = shelf
        self._clock = clock

    def keep(self, ask: Ask, answer: Answer) -> SavedPage | None:
        """Save a page and note it; None where it is there already. Raises `NoPageError`."""
        found = self._identify(ask, answer, self._ending(answer))
        earlier = self._ledger.find_page(found.key)
        if earlier is None:
            return self._save(found, 1)
        if (earlier.final or earlier.address) == ask.address and self._is_changed(found, earlier):
            return self._save(found, earlier.version + 1)
        self._ledger.note(replace(earlier, address=ask.target.address, fetched=self._clock.stamp()))
        return None

    def _ending(self, answer: Answer) -> str:
        kind, _ = content_type(answer)
        if _PDF_MARK in answer.body[:_PDF_REACH]:
            return _PDF
        if kind in _PAGE_TYPES or self._formats.is_page(answer.body):
            return _PAGE
        if kind == "text/plain":
            return _TEXT
        raise NoPageError(f"is {kind or 'of no known kind'}, not a page")

    def _identify(self, ask: Ask, answer: Answer, ending: str) -> _Found:
        _, charset = content_type(answer)
        own = self._formats.describe(answer.body, charset) if ending == _PAGE else Declared()
        url = _own_address(own.url, ask.address)
        known = self._ledger.find_page(key_of(url))
        is_claimed = known is not None and key_of(url) != key_of(ask.address)
        if is_claimed and not _is_same_headline(own.headline, known):
            url = without_tracking(ask.address)
        return _Found(ask, answer, ending, key_of(url), url, own)

    def _is_changed(self, found: _Found, earlier: Entry) -> bool:
        """Whether the report of a page differs: counters and advertisements always do."""
        raw = found.answer.body
        if earlier.sha256 == hashlib.sha256(raw).hexdigest():
            return False
        before = self._shelf.read(earlier.file or "")
        if before is None or found.ending != _PAGE:
            return True
        _, charset = content_type(found.answer)
        words = self._formats.hash_text(raw, charset)
        return words is not None and words != self._formats.hash_text(before, charset)

    def _save(self, found: _Found, version: int) -> SavedPage:
        told, own, answer = found.ask.target.declared, found.declared, found.answer
        file = page_name(found.url, found.key, found.ending, version)
        entry = replace(
            entry_of(found.ask, answer, self._clock.stamp()),
            file=file,
            page=found.key,
            version=version,
            headline=_short(own.headline or told.headline),
        )
        _, charset = content_type(answer)
        declared = Declared(
            headline=_short(told.headline),
            source=_short(told.source),
            published=_short(told.published),
            url=found.url,
        )
        more = {
            name: getattr(entry, name)
            for name in ("address", "final", "fetched", "status", "type", "etag", "modified")
        }
        more |= {"sha256": entry.sha256, "bytes": entry.bytes}
        beside = Beside(declared, None if found.ending == _PDF else charset)
        self._shelf.save(file, answer.body, beside, more)
        self._ledger.note(entry)
        return SavedPage(
            file=file,
            url=found.url,
            headline=entry.headline,
            published=_short(own.published or told.published),
            source=_short(own.source or told.source),
            sha256=entry.sha256 or "",
            size=len(answer.body),
        )


def _is_same_headline(headline: str | None, known: Entry | None) -> bool:
    there = known.headline if known is not None else None
    return bool(headline and there and fold(_short(headline) or "") == fold(there))


def _own_address(declared: str | None, address: str) -> str:
    """The address that a page gives as its own, where it may; else the one it was found at."""
    address = without_tracking(address)
    try:
        own = check_address(declared or "")
    except AddressError:
        return address
    is_front = urlsplit(own).path == "/" and urlsplit(address).path != "/"
    return own if is_same_site(own, address) and not is_front else address


def content_type(answer: Answer) -> tuple[str, str | None]:
    """What the server says of the kind and the encoding of its answer."""
    words = " ".join(answer.headers.get("content-type", "").split())
    if "/" not in words:
        return "", None
    message = Message()
    message["Content-Type"] = words
    charset = (message.get_content_charset() or "").strip("\"' ")[:_LONGEST]
    return message.get_content_type(), charset or None


def _mark(words: str | None) -> str | None:
    """What a server wants to hear again, if it can be said: a header has one line."""
    return words if words and words.isprintable() and len(words) <= _LONGEST else None


def _short(words: str | None) -> str | None:
    """Words of a feed or page, as long as a headline may be."""
    return words[:_LONGEST] if words else None


def entry_of(
    ask: Ask,
    answer: Answer | None,
    moment: str,
    *,
    is_list: bool = False,
    reason: str | None = None,
) -> Entry:
    """What the ledger keeps of an answer, or of there being none."""
    entry = Entry(
        address=ask.target.address,
        final=ask.address if ask.hops else None,
        fetched=moment,
        is_list=is_list,
        reason=reason,
    )
    if answer is None:
        return entry
    return replace(
        entry,
        status=answer.status,
        etag=_mark(answer.headers.get("etag")),
        modified=_mark(answer.headers.get("last-modified")),
        type=content_type(answer)[0] or None,
        bytes=len(answer.body),
        sha256=hashlib.sha256(answer.body).hexdigest(),
    )
