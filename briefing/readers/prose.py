"""The paragraphs of XML documents, whatever their elements are called.

Invariant: words come in the order of the document, each once; white space is folded but for the
line breaks and tabs that elements stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from briefing.lexicon.folding import fold
from briefing.readers.decoding import UnreadableError
from briefing.readers.markup import Element, local_name, parse_xml

MAX_TAGS = 1_000_000
"""What a thick book has, opening and closing; each costs a tenth of a kilobyte and 10 µs."""

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MARKED = {"\t": "\ue000", "\n": "\ue001"}
_MARKS = str.maketrans({mark: sign for sign, mark in _MARKED.items()})
_TITLE_WORDS = 4
_HEAD_PARAGRAPHS = 10
_NO_TITLE = re.compile(r"microsoft word|untitled|\.\w{2,4}$|^\W*$|[\\/]", re.IGNORECASE)


def parse_document(raw: bytes) -> Element:
    """The root element of an XML document; raises `UnreadableError` for damage and for bulk."""
    refuse_bulk(raw)
    return parse_xml(raw)


def refuse_bulk(raw: bytes) -> None:
    """Raise `UnreadableError` where a tree of the markup would fill memory and take minutes."""
    if raw.count(b"<") > MAX_TAGS:
        raise UnreadableError(f"holds more than {MAX_TAGS:,} tags")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a format mean, by local name.

    `paragraphs` hold words, `unseen` ones are passed over with all that is in them, `signs` stand
    for a character. Where `words` is given, only the text of those elements counts.
    """

    paragraphs: frozenset[str]
    unseen: frozenset[str] = frozenset()
    signs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    words: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The words of one paragraph and the element that holds them."""

    text: str
    element: Element


def paragraphs_of(root: Element, vocabulary: Vocabulary) -> Iterator[Paragraph]:
    """The paragraphs below an element that have words; one inside another comes before it."""
    from lxml import etree

    open_ones: list[tuple[Element, list[str]]] = [(root, [])]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = local_name(element)
        if event == "start":
            if name in vocabulary.unseen:
                walk.skip_subtree()
                continue
            if name in vocabulary.paragraphs:
                open_ones.append((element, []))
            pieces = open_ones[-1][1]
            sign = vocabulary.signs.get(name, "")
            pieces.append(_MARKED.get(sign, sign))
            if vocabulary.words is None or name in vocabulary.words:
                pieces.append(element.text or "")
        else:
            if name in vocabulary.paragraphs and open_ones[-1][0] is element:
                yield from _close(*open_ones.pop())
            if vocabulary.words is None and element is not root:
                open_ones[-1][1].append(element.tail or "")
    yield from _close(*open_ones.pop())


def join_paragraphs(paragraphs: Iterable[Paragraph]) -> str:
    """The text of an article with these paragraphs."""
    return "\n\n".join(paragraph.text for paragraph in paragraphs)


def declared_headline(title: str | None, paragraphs: Sequence[str]) -> str | None:
    """The title that a document declares where it opens its text, or is a headline it lacks.

    Programs fill titles with names of files and of older documents, so that a title is believed
    only in part. A page that was printed is called "Headline - Outlet".
    """
    if not title or not paragraphs:
        return None
    first = paragraphs[0]
    wanted, opening = fold(title), fold(first)
    if opening and (wanted == opening or wanted.startswith(opening + " ")):
        return first
    is_headline = len(title.split()) >= _TITLE_WORDS and not _NO_TITLE.search(title)
    head = fold(" ".join(paragraphs[:_HEAD_PARAGRAPHS]))
    return title if is_headline and wanted[: len(wanted) // 2] not in head else None


def _close(element: Element, pieces: list[str]) -> Iterator[Paragraph]:
    words = _BLANKS.sub(" ", "".join(pieces)).translate(_MARKS)
    text = "\n".join(line.strip(" ") for line in words.split("\n")).strip()
    if text:
        yield Paragraph(text, element)
