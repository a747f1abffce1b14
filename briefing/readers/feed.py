"""Feeds saved as files: RSS 0.9 to 2.0, RDF Site Summary and Atom.

Invariant: each entry with words yields an article; an entry without any is a rejection, and a feed
that is cut off yields what stands before the cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from urllib.parse import urljoin

from briefing.model import Article, Rejection
from briefing.plugins import Declared
from briefing.readers.decoding import UnreadableError, head_text
from briefing.readers.markup import (
    Element,
    child,
    children,
    local_name,
    parse_xml,
    text_of_html,
    text_of_tree,
    words_of,
)
from briefing.readers.pages import iso_date, page_article

_SNIFFED = 4096
_FEED = re.compile(
    r"<(?:rss[\s>]|(?:\w{1,20}:)?feed\b[^<>]{0,1000}\bw3\.org/2005/Atom"
    r"|(?:\w{1,20}:)?feed\b[^<>]{0,1000}purl\.org/atom|rdf:RDF\b[^<>]{0,1000}purl\.org/rss)",
    re.IGNORECASE,
)
_DATES = ("pubDate", "published", "issued", "date", "created", "updated", "modified")
_BODIES = ("encoded", "content", "body", "description", "summary", "subtitle")
_AUTHORS = ("creator", "author", "credit")

_MOST_TOLD = 3
"""How often a feed may tell each of its characters, a headline in the text being told twice."""


class FeedReader:
    """Reads a saved feed: one article an entry."""

    endings = (".rss", ".atom", ".rdf")

    def accepts(self, head: bytes, path: str) -> bool:
        """The root element of a feed near the beginning."""
        del path
        opening = head_text(head[:_SNIFFED])
        return opening.lstrip("\ufeff\xef\xbb\xbf \t\r\n")[:1] == "<" and bool(
            _FEED.search(opening)
        )

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield the entries' articles in the order of the feed."""
        root = parse_xml(raw)
        source, language = _channel(root)
        number = written = 0
        for number, entry in enumerate(_entries(root), start=1):
            if written > _MOST_TOLD * len(raw):
                raise UnreadableError(f"repeats itself: entries lie inside entry {number - 1}")
            try:
                declared = _declared(entry, source, language)
                article = page_article(_body(entry), path, f"{identifier}#{number}", declared)
                written += len(article.text)
                yield article
            except UnreadableError as error:
                yield Rejection(path, entry.sourceline, f"entry {number} {error}")
        if not number:
            raise UnreadableError("is a feed without entries")


def is_feed(raw: bytes) -> bool:
    """Whether this is a feed, whatever its server or file name calls it."""
    return FeedReader().accepts(raw, "")


def list_entries(raw: bytes, base: str) -> list[Declared]:
    """What each entry of a feed declares; addresses are completed from the feed's own, `base`.

    An entry that leads to no page has no address. Raises `UnreadableError`.
    """
    root = parse_xml(raw)
    source, language = _channel(root)
    found = (_declared(entry, source, language, base) for entry in _entries(root))
    return [replace(declared, published=iso_date(declared.published)) for declared in found]


def _channel(root: Element) -> tuple[str | None, str | None]:
    """Name and language of a feed."""
    channel = child(root, "channel")
    head = root if channel is None else channel
    language = words_of(child(head, "language")) or _language(head) or _language(root)
    return _plain(child(head, "title")), language


def _entries(root: Element) -> Iterator[Element]:
    for element in root.iter():
        if local_name(element) in {"item", "entry"}:
            yield element


def _declared(entry: Element, source: str | None, language: str | None, base: str = "") -> Declared:
    # An aggregator's feed names for each entry the outlet that it was taken from.
    outlet = child(entry, "source")
    named = _plain(child(outlet, "title") if outlet is not None and len(outlet) else outlet)
    authors = (words_of(e) for name in _AUTHORS for e in children(entry, name))
    return Declared(
        headline=_plain(child(entry, "title")),
        source=named or source,
        published=next((d for name in _DATES if (d := words_of(child(entry, name)))), None),
        url=_address(entry, base),
        language=_language(entry) or language,
        author=", ".join(a for a in authors if a) or None,
    )


def _address(entry: Element, base: str) -> str | None:
    for link in children(entry, "link"):
        address = _joined(base, link)
        if link.get("rel", "alternate") == "alternate" and address.startswith("http"):
            return address
    guid = words_of(child(entry, "guid")) or words_of(child(entry, "id")) or ""
    return guid if guid.startswith(("http://", "https://")) else None


def _joined(base: str, link: Element) -> str:
    """The address that a link gives, whole where the feed says what it is relative to."""
    address = link.get("href") or words_of(link) or ""
    try:
        return urljoin(urljoin(base, link.base or ""), address) if base and address else address
    except ValueError:
        return address


def _body(entry: Element) -> str:
    """The longest of what an entry gives as its text: many repeat its opening as a summary."""
    bodies = [_text(e) for name in _BODIES for e in children(entry, name)]
    return max(bodies, key=len, default="")


def _text(element: Element) -> str:
    if len(element) and element.get("type") != "html":  # Atom may hold the markup itself
        return text_of_tree(element)
    return text_of_html("".join(element.itertext()))


def _plain(element: Element | None) -> str | None:
    """A title: words, in which feeds escape markup once or twice."""
    words = words_of(element)
    if words and ("<" in words or "&" in words):
        return " ".join(text_of_html(unescape(words)).split()) or None
    return words


def _language(element: Element) -> str | None:
    tag = element.get("{http://www.w3.org/XML/1998/namespace}lang")
    return str(tag) if tag else None
