"""Books and magazines as EPUB (version 2 or 3): each chapter an article.

Invariant: chapters come in reading order, each once; a chapter that cannot be read is a rejection
and the others are read all the same.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from urllib.parse import unquote
from zipfile import ZipFile

from briefing.model import Article, Rejection
from briefing.plugins import Declared
from briefing.readers.decoding import UnreadableError, decode
from briefing.readers.markup import (
    Element,
    child,
    children,
    local_name,
    parse_html,
    parse_xml,
    text_of_tree,
    words_of,
)
from briefing.readers.pages import page_article
from briefing.readers.prose import refuse_bulk
from briefing.readers.zipped import SIGNATURE, find_part, open_zip

MAX_UNPACKED = 64 * 2**20
"""What all the chapters of a book may hold together."""

_TYPE = b"mimetypeapplication/epub+zip"
_TYPE_REACH = 128
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONT_SCRAMBLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_CHAPTER_TYPES = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
_HEADINGS = ("h1", "h2", "h3")
_FRONT_MATTER = frozenset({"cover", "titlepage", "toc", "landmarks", "copyright-page", "index"})


class EpubReader:
    """Reads the chapters of a book; an issue of a magazine has an article in each."""

    endings = (".epub",)

    def accepts(self, head: bytes, path: str) -> bool:
        """The package declares its type first, uncompressed."""
        is_named = path.casefold().endswith(self.endings)
        return head.startswith(SIGNATURE) and (_TYPE in head[:_TYPE_REACH] or is_named)

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield the chapters in reading order; their ids are `book.epub/part.xhtml`."""
        archive = open_zip(raw, "EPUB book")
        place, package = _open_package(archive)
        declared = _declared(package)
        locked = _locked_parts(archive)
        allowance = MAX_UNPACKED
        for name in _chapters(package, posixpath.dirname(place)):
            try:
                chapter = _unlocked_part(archive, name, locked)
                allowance -= len(chapter)
                if allowance >= 0:
                    yield from _read_chapter(chapter, path, f"{identifier}/{name}", declared)
            except UnreadableError as error:
                yield Rejection(f"{path}/{name}", None, str(error))
            if allowance < 0:
                reason = f"lies beyond {MAX_UNPACKED // 2**20} MiB of chapters, as do all behind it"
                yield Rejection(f"{path}/{name}", None, reason)
                return


def _unlocked_part(archive: ZipFile, name: str, locked: Collection[str]) -> bytes:
    if name in locked:
        raise UnreadableError("is encrypted by its publisher")
    part = find_part(archive, name)
    if part is None:
        raise UnreadableError("is listed in the book, but not in it")
    return part


def _open_package(archive: ZipFile) -> tuple[str, Element]:
    """The part that lists all the others, and its place in the archive."""
    container = find_part(archive, _CONTAINER)
    rootfile = child(parse_xml(container), "rootfiles/rootfile") if container else None
    place = rootfile.get("full-path") if rootfile is not None else None
    package = find_part(archive, place) if place else None
    if place is None or package is None:
        raise UnreadableError("is a damaged EPUB book: it does not say what is in it")
    return place, parse_xml(package)


def _declared(package: Element) -> Declared:
    about = child(package, "metadata")
    if about is None:
        return Declared()
    return Declared(
        source=words_of(child(about, "title")),
        published=words_of(child(about, "date")),
        language=words_of(child(about, "language")),
    )


def _locked_parts(archive: ZipFile) -> frozenset[str]:
    """The parts that only the publisher's program opens; fonts are scrambled in free books too."""
    part = find_part(archive, _ENCRYPTION)
    locked = set[str]()
    for entry in children(parse_xml(part), "EncryptedData") if part else ():
        method = child(entry, "EncryptionMethod")
        reference = child(entry, "CipherData/CipherReference")
        algorithm = "" if method is None else method.get("Algorithm") or ""
        if reference is not None and algorithm not in _FONT_SCRAMBLING:
            locked.add(unquote(reference.get("URI") or ""))
    return frozenset(locked)


def _chapters(package: Element, folder: str) -> Iterator[str]:
    """The names of the parts in reading order, each once, but for the table of contents."""
    items = {item.get("id"): item for item in children(package, "manifest/item")}
    seen = set[str]()
    for reference in children(package, "spine/itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _CHAPTER_TYPES:
            continue
        if "nav" in (item.get("properties") or "").split():
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        if name not in seen:
            seen.add(name)
            yield name


def _read_chapter(raw: bytes, path: str, identifier: str, declared: Declared) -> Iterator[Article]:
    """The chapter's article; a cover or a page of pictures has none."""
    refuse_bulk(raw)
    root = parse_html(decode(raw, "utf-8"))
    if _is_front_matter(root):
        return
    heading = next((words_of(found) for found in root.iter(*_HEADINGS)), None)
    text = text_of_tree(root)
    if text:
        opens = bool(heading) and " ".join(text.split()).startswith(heading or "")
        own = Declared(
            headline=heading if opens else None,
            source=declared.source,
            published=declared.published,
            language=root.get("lang") or root.get("xml:lang") or declared.language,
        )
        yield page_article(text, path, identifier, own)


def _is_front_matter(root: Element) -> bool:
    """Whether the body, or the one section in it, says that it is no chapter."""
    body = next(root.iter("body"), None)
    outer = [] if body is None else [body, *body] if len(body) == 1 else [body]
    kinds = " ".join(e.get("epub:type") or "" for e in outer if local_name(e))
    return not _FRONT_MATTER.isdisjoint(kinds.split())
