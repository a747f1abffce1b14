"""Web archives of one page (MHTML): what browsers save as a single file.

Invariant: the page is the article, its frames and pictures are not; the address that the archive
gives counts where the page gives none, the day on which it was saved never counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message

from briefing.model import Article, Rejection
from briefing.plugins import Declared
from briefing.readers.decoding import UnreadableError, decode
from briefing.readers.html import declared_charset, read_page
from briefing.readers.messages import bytes_of, header, parse_message, parts_of

_SNIFFED = 16_384
_ARCHIVE = re.compile(
    rb"^Snapshot-Content-Location:|^From:[^\r\n]{0,100}<?Saved by |^X-MAF"
    rb"|^X-MimeOLE:[^\r\n]{0,100}\r?\n",
    re.IGNORECASE | re.MULTILINE,
)
_RELATED = re.compile(
    rb"^Content-Type:\s*(?:multipart/related|text/html)", re.IGNORECASE | re.MULTILINE
)


class MhtmlReader:
    """Reads a page saved with all that it needs: one file, one article."""

    endings = (".mht", ".mhtml")

    def accepts(self, head: bytes, path: str) -> bool:
        """The headers that browsers put above such an archive; plain mail has none of them."""
        name = path.casefold()
        opening = head[:_SNIFFED].partition(b"\r\n\r\n")[0].partition(b"\n\n")[0]
        is_archive = bool(_ARCHIVE.search(opening)) or name.endswith(self.endings)
        return is_archive and bool(_RELATED.search(opening))

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield the page; raises `UnreadableError` where the archive has none."""
        message = parse_message(raw)
        page = next((p for p in parts_of(message) if p.get_content_type() == "text/html"), None)
        if page is None:
            raise UnreadableError("is a web archive without a page")
        address = header(message, "Snapshot-Content-Location") or header(page, "Content-Location")
        around = Declared(
            headline=header(message, "Subject"),
            url=address if address and address.startswith("http") else None,
        )
        yield read_page(_markup_of(page), path, identifier, around)


def _markup_of(page: Message) -> str:
    raw = bytes_of(page)
    return decode(raw, page.get_content_charset() or declared_charset(raw))
