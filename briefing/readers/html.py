"""Pages saved from a browser, whole or archived.

Invariant: the article's text is what stands in the page as its report; what the page declares
(headline, outlet, date, address, language) comes from its own metadata and is never inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from html import unescape

from briefing.model import Article, Rejection
from briefing.plugins import Declared
from briefing.readers.decoding import UnreadableError, decode, head_text
from briefing.readers.html_metadata import read_metadata
from briefing.readers.html_text import extract_text
from briefing.readers.markup import parse_html
from briefing.readers.pages import page_article

MAX_MARKUP = 24_000_000
"""Characters of markup, pictures left out: longer pages are none, and take minutes to lay out."""

_SNIFFED = 4096
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_CHARSET_REACH = 65_536
# A saved page carries its pictures in its attributes, many times the size of its words.
_PICTURE = re.compile(r"data:[\w.+-]{1,40}/[\w.+-]{1,80}(?:;[\w=.+-]{1,80}){0,4},[^\s\"'<>)]*")
_SOURCE_VIEW = re.compile(
    r"<body[^>]{0,200}\bid=[\"']viewsource|<td class=\"line-content", re.IGNORECASE
)
_SOURCE_LINE = '<td class="line-content">'
_TAG = re.compile(r"<[^<>]*>")


class HtmlReader:
    """Reads a saved web page: one file, one article."""

    endings = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".aspx", ".php")

    def accepts(self, head: bytes, path: str) -> bool:
        """The doctype or one of the elements that open a page, comments before it or not."""
        del path
        return bool(_PAGE.match(head_text(head[:_SNIFFED]).removeprefix("\xef\xbb\xbf")))

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield the page's article; raises `UnreadableError` where it holds none."""
        yield read_page(decode(raw, declared_charset(raw)), path, identifier, Declared())


def declared_charset(raw: bytes) -> str | None:
    """What the page says of its encoding, in a meta element or its XML declaration."""
    match = _CHARSET.search(raw[:_CHARSET_REACH])
    return (match.group(1) or match.group(2)).decode("ascii") if match else None


def read_page(markup: str, path: str, identifier: str, around: Declared) -> Article:
    """The article of a page; `around` counts where the page itself says nothing."""
    markup = _PICTURE.sub("data:,", _unwrap_source_view(markup))
    if len(markup) > MAX_MARKUP:
        raise UnreadableError(f"holds more than {MAX_MARKUP // 10**6} million characters of markup")
    root = parse_html(markup)
    page = read_metadata(root, markup[:_CHARSET_REACH])
    text = extract_text(root, page.body)
    if not text.strip():
        raise UnreadableError("is an HTML page without an article's text")
    return page_article(text, path, identifier, _declared(page.declared, around))


def _declared(own: Declared, around: Declared) -> Declared:
    names = (field.name for field in fields(Declared))
    return Declared(**{name: getattr(own, name) or getattr(around, name) for name in names})


def _unwrap_source_view(markup: str) -> str:
    """The page whose source a browser showed and somebody saved, else the markup as it is."""
    if not _SOURCE_VIEW.search(markup, 0, _CHARSET_REACH):
        return markup
    parts = markup.split(_SOURCE_LINE)[1:]
    lines = [part.partition("</td>")[0] for part in parts] or [markup[markup.find("<pre") :]]
    return unescape("\n".join(_TAG.sub("", line) for line in lines)) or markup
