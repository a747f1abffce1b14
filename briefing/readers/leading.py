"""What leads to pages, and what a page says of itself before it is in a corpus.

Invariant: this is the readers' own understanding of feeds, lists and pages, so that what is fetched
is what can be read; a page that cannot be read declares nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Article
from briefing.plugins import Declared
from briefing.readers import feed, outlines
from briefing.readers.decoding import UnreadableError, decode, mark_encoding
from briefing.readers.html import MAX_MARKUP, HtmlReader, declared_charset
from briefing.readers.html_metadata import read_metadata
from briefing.readers.markup import parse_html
from briefing.readers.pages import iso_date

_HEAD = 65_536
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml"})


class WebFormats:
    """The formats of the web as fetching asks for them; see `briefing.fetching.kinds.Formats`."""

    def lists_feeds(self, raw: bytes) -> bool:
        """Whether this is a list of feeds (OPML)."""
        return outlines.is_outline(raw) and not self.is_page(raw)

    def is_feed(self, raw: bytes) -> bool:
        """Whether this is a feed."""
        return feed.is_feed(raw) and not self.is_page(raw)

    def is_page(self, raw: bytes) -> bool:
        """Whether this is a page of the web, whatever its server calls it."""
        return HtmlReader().accepts(raw[:_HEAD], "")

    def feeds_in(self, raw: bytes) -> Sequence[Declared]:
        """The feeds of a list; raises `UnreadableError`."""
        return outlines.feeds_in(raw)

    def entries_in(self, raw: bytes, address: str) -> Sequence[Declared]:
        """The entries of the feed at an address; raises `UnreadableError`."""
        return feed.list_entries(raw, address)

    def describe(self, raw: bytes, charset: str | None) -> Declared:
        """What a page declares of itself."""
        try:
            markup = _markup_of(raw, charset)
            declared = read_metadata(parse_html(markup), markup[:_HEAD]).declared
        except UnreadableError:
            return Declared()
        return replace(declared, published=iso_date(declared.published))

    def announced_in(self, raw: bytes, charset: str | None) -> Sequence[str]:
        """The feeds that a page announces: their addresses as it gives them."""
        try:
            root = parse_html(_markup_of(raw, charset))
        except UnreadableError:
            return ()
        given = ((e.get("type"), e.get("href")) for e in root.iterfind(".//head/link[@rel]"))
        return [href for kind, href in given if href and (kind or "").lower() in _FEED_TYPES]

    def hash_text(self, raw: bytes, charset: str | None) -> str | None:
        """The hash of the report that a page holds; None where it holds none."""
        try:
            found = list(HtmlReader().read(mark_encoding(raw, charset), "", ""))
        except UnreadableError:
            return None
        return next((a.sha256 for a in found if isinstance(a, Article)), None)


def _markup_of(raw: bytes, charset: str | None) -> str:
    markup = decode(mark_encoding(raw, charset), declared_charset(raw))
    if len(markup) > MAX_MARKUP:
        raise UnreadableError(f"holds more than {MAX_MARKUP // 10**6} million characters of markup")
    return markup
