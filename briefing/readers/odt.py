"""Text documents in the OpenDocument format (ISO/IEC 26300): one file, one article.

Invariant: the text is what a reader of the document sees in its body: notes, comments and what is
tracked as deleted are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from zipfile import ZipFile

from briefing.model import Article
from briefing.plugins import Declared
from briefing.readers.decoding import UnreadableError
from briefing.readers.markup import Element, child, children, words_of
from briefing.readers.pages import page_article
from briefing.readers.prose import (
    Vocabulary,
    declared_headline,
    join_paragraphs,
    paragraphs_of,
    parse_document,
)
from briefing.readers.zipped import SIGNATURE, find_part, open_zip

_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
_TYPE_REACH = 128
_VOCABULARY = Vocabulary(
    paragraphs=frozenset({"p", "h"}),
    unseen=frozenset(
        "annotation forms hidden-text note ruby-text script sequence-decls title desc"
        " tracked-changes variable-decls".split()
    ),
    signs={"s": " ", "tab": "\t", "line-break": "\n"},
)


class OdtReader:
    """Reads a text document of LibreOffice and others."""

    endings = (".odt", ".ott")

    def accepts(self, head: bytes, path: str) -> bool:
        """The package declares its type first, uncompressed."""
        is_named = path.casefold().endswith(self.endings)
        return head.startswith(SIGNATURE) and (_TYPE in head[:_TYPE_REACH] or is_named)

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article]:
        """Yield the article."""
        archive = open_zip(raw, "OpenDocument")
        _refuse_encrypted(archive)
        content = find_part(archive, "content.xml")
        body = child(parse_document(content), "body/text") if content else None
        if body is None:
            raise UnreadableError("is a damaged OpenDocument: it has no text")
        paragraphs = list(paragraphs_of(body, _VOCABULARY))
        headline = declared_headline(_title(archive), [p.text for p in paragraphs])
        text = join_paragraphs(paragraphs)
        yield page_article(text, path, identifier, Declared(headline=headline))


def _refuse_encrypted(archive: ZipFile) -> None:
    part = find_part(archive, "META-INF/manifest.xml")
    entries: Iterator[Element] = children(parse_document(part), "file-entry") if part else iter(())
    if any(child(entry, "encryption-data") is not None for entry in entries):
        raise UnreadableError("is encrypted and opens with a password only")


def _title(archive: ZipFile) -> str | None:
    part = find_part(archive, "meta.xml")
    return words_of(child(parse_document(part), "meta/title")) if part else None
