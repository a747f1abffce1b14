"""Crawls in the WARC format (ISO 28500): each page a server sent is an article.

Invariant: only answers that succeeded and are HTML are taken, with their address; the moment of the
crawl is part of an article's id and never passes for the day of publication.
"""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterable, Iterator
from typing import Any

from briefing.model import Rejection
from briefing.plugins import Declared, Member
from briefing.readers.decoding import UnreadableError, mark_encoding
from briefing.readers.extras import import_extra
from briefing.readers.packed import Unpacked, peek
from briefing.readers.sniffing import MAX_UNPACKED_BYTES

MAX_PAGE_BYTES = 32 * 2**20
"""A page without its pictures is smaller by far."""

MAX_RECORDS = 1_000_000
"""Records of all kinds: most of a crawl is pictures and scripts."""

_SIGNATURE = b"WARC/"
_KINDS = frozenset({"response", "resource"})
_HTML = ("text/html", "application/xhtml+xml")
_LONGEST_ADDRESS = 500
_PIECE = 2**16


class WarcReader:
    """Reads the pages of a crawl, packed or not."""

    endings = (".warc", ".warc.gz")

    def accepts(self, head: bytes, path: str) -> bool:
        """The signature of the format, packed or not."""
        del path
        return peek(head).startswith(_SIGNATURE)

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Rejection | Member]:
        """Yield the pages in the order of the crawl; a damaged crawl up to the damage."""
        del identifier
        iterator = import_extra("warcio.archiveiterator", "warc").ArchiveIterator
        logging.getLogger("warcio").setLevel(logging.CRITICAL)
        pages = _pages(iterator(Unpacked(raw, MAX_UNPACKED_BYTES)), path)
        while True:
            # The library complains of damage on standard error, in the words of the file.
            with contextlib.redirect_stderr(io.StringIO()):
                page = next(pages, None)
            if page is None:
                return
            yield page


def _pages(records: Iterable[Any], path: str) -> Iterator[Rejection | Member]:
    number = 0
    try:
        for number, record in enumerate(records, start=1):
            _check(record, number)
            if _is_page(record):
                yield _page(record, path, number)
    except UnreadableError:
        raise
    except Exception as error:
        where = f"after record {number}" if number else "at its beginning"
        raise UnreadableError(f"is a WARC file damaged {where}: {error}") from error
    if not number:
        raise UnreadableError("is a WARC file without records")


def _check(record: Any, number: int) -> None:
    if number > MAX_RECORDS:
        raise UnreadableError(f"holds more than {MAX_RECORDS:,} records")
    if record.rec_type is None:
        raise UnreadableError(f"is a WARC file damaged at record {number}")


def _is_page(record: Any) -> bool:
    if record.rec_type not in _KINDS:
        return False
    http = record.http_headers
    if http is None:
        kind = record.rec_headers.get_header("Content-Type")
        is_found = record.rec_type == "resource"
    else:
        kind = http.get_header("Content-Type")
        is_found = http.get_statuscode() == "200"
    return is_found and (kind or "").partition(";")[0].strip().casefold() in _HTML


def _page(record: Any, path: str, number: int) -> Rejection | Member:
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    moment = "".join(c for c in record.rec_headers.get_header("WARC-Date") or "" if c.isdecimal())
    address = url.partition("://")[2] or url
    place = address if 0 < len(address) <= _LONGEST_ADDRESS else f"record-{number}"
    name = f"{moment[:14]}/{place}" if moment else place
    content = record.content_stream().read(MAX_PAGE_BYTES + 1)
    if len(content) > MAX_PAGE_BYTES:
        return Rejection(f"{path}/{name}", None, f"is larger than {MAX_PAGE_BYTES // 2**20} MiB")
    if _is_cut_off(record):
        return Rejection(f"{path}/{name}", None, "is cut off")
    page = mark_encoding(content, _charset(record.http_headers))
    return Member(name, page, Declared(url=url or None))


def _is_cut_off(record: Any) -> bool:
    """Whether fewer bytes follow than the record announces."""
    while record.raw_stream.read(_PIECE):
        pass
    return bool(getattr(record.raw_stream, "limit", 0))


def _charset(http: Any) -> str | None:
    """The encoding that the server named."""
    kind = (http.get_header("Content-Type") or "") if http is not None else ""
    return kind.casefold().partition("charset=")[2].partition(";")[0].strip(" \"'") or None
