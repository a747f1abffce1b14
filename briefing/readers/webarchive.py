"""Web archives of Safari: a property list with the page and all that it needs.

Invariant: the page alone is read; its pictures and frames are not. A list that is damaged is a
reason, never a crash.
"""

from __future__ import annotations

import plistlib
from collections.abc import Iterator, Mapping
from xml.parsers.expat import ExpatError

from briefing.model import Article, Rejection
from briefing.plugins import Declared
from briefing.readers.decoding import UnreadableError, decode
from briefing.readers.html import declared_charset, read_page

_OPENINGS = (b"bplist00", b"<?xml", b"<!DOCTYPE plist", b"<plist")
_MAIN = "WebMainResource"
_DAMAGED = (
    plistlib.InvalidFileException,
    ExpatError,
    IndexError,
    OverflowError,
    RecursionError,
    TypeError,
    ValueError,
)


class WebArchiveReader:
    """Reads a page that Safari saved: one file, one article."""

    endings = (".webarchive",)

    def accepts(self, head: bytes, path: str) -> bool:
        """A property list that has a main resource, or the ending where that lies further down."""
        is_list = head.lstrip().startswith(_OPENINGS)
        return is_list and (_MAIN.encode() in head or path.casefold().endswith(self.endings))

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield the page; raises `UnreadableError` where the archive has none."""
        try:
            archive = plistlib.loads(raw)
        except _DAMAGED as error:
            raise UnreadableError(f"is a damaged web archive: {error}") from error
        main = archive.get(_MAIN) if isinstance(archive, Mapping) else None
        page = main.get("WebResourceData") if isinstance(main, Mapping) else None
        if not isinstance(main, Mapping) or not isinstance(page, bytes):
            raise UnreadableError("is a web archive without a page")
        address = main.get("WebResourceURL")
        encoding = main.get("WebResourceTextEncodingName")
        is_known = isinstance(address, str) and address.startswith("http")
        markup = decode(page, encoding if isinstance(encoding, str) else declared_charset(page))
        yield read_page(markup, path, identifier, Declared(url=address if is_known else None))
