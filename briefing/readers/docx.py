"""Word documents (Office Open XML, ISO/IEC 29500): one file, one article.

Invariant: the text is what a reader of the document sees in its body: deleted and hidden words,
comments, notes, running heads and the instructions of fields are left out.
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
    Paragraph,
    Vocabulary,
    declared_headline,
    join_paragraphs,
    paragraphs_of,
    parse_document,
)
from briefing.readers.zipped import SIGNATURE, find_part, open_zip

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BODY = "word/document.xml"
_HEADINGS = frozenset({"title", "heading 1"})
_VOCABULARY = Vocabulary(
    paragraphs=frozenset({"p"}),
    # What is deleted or moved away, and the second version that older programs get.
    unseen=frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "unseen"}),
    signs={"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
    words=frozenset({"t"}),
)


class DocxReader:
    """Reads a Word document, in the XML format only."""

    endings = (".docx", ".docm")

    def accepts(self, head: bytes, path: str) -> bool:
        """A package with a folder "word", or the older format, which is refused with a reason."""
        if head.startswith(_OLE):
            return True
        is_named = path.casefold().endswith(self.endings)
        return head.startswith(SIGNATURE) and (b"word/" in head or is_named)

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article]:
        """Yield the article."""
        if raw.startswith(_OLE):
            raise UnreadableError(
                "is an old or encrypted Office document; save it as DOCX without a password"
            )
        archive = open_zip(raw, "Word document")
        body = find_part(archive, _BODY)
        if body is None:
            raise UnreadableError(f"is a damaged Word document: it has no {_BODY}")
        root = parse_document(body)
        _mark_hidden(root)
        paragraphs = list(paragraphs_of(root, _VOCABULARY))
        declared = Declared(headline=_headline(archive, paragraphs))
        yield page_article(join_paragraphs(paragraphs), path, identifier, declared)


def _mark_hidden(root: Element) -> None:
    """Rename the runs that are formatted as hidden."""
    for run in root.iter("{*}r"):
        if child(run, "rPr/vanish") is not None:
            run.tag = "unseen"


def _headline(archive: ZipFile, paragraphs: list[Paragraph]) -> str | None:
    """The first paragraph where its style says so, else the title that the document declares."""
    if paragraphs and _style_of(paragraphs[0]) in _heading_styles(archive):
        return paragraphs[0].text
    core = find_part(archive, "docProps/core.xml")
    title = words_of(child(parse_document(core), "title")) if core else None
    return declared_headline(title, [p.text for p in paragraphs])


def _style_of(paragraph: Paragraph) -> str | None:
    style = child(paragraph.element, "pPr/pStyle")
    return None if style is None else _value(style, "val")


def _heading_styles(archive: ZipFile) -> frozenset[str | None]:
    """The styles of headlines: their identifiers are translated, their names are not."""
    part = find_part(archive, "word/styles.xml")
    found = set[str | None]()
    for style in children(parse_document(part), "style") if part else ():
        name = child(style, "name")
        if name is not None and (_value(name, "val") or "").casefold() in _HEADINGS:
            found.add(_value(style, "styleId"))
    return frozenset(found - {None})


def _value(element: Element, name: str) -> str | None:
    """An attribute by its local name."""
    found = (v for key, v in element.attrib.items() if key.rpartition("}")[2] == name)
    return next(found, None)
