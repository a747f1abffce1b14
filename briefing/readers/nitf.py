"""News in the News Industry Text Format (IPTC NITF 3): one file, one article.

Invariant: the text is headline, subheads, byline, dateline, the paragraphs and the tagline, in the
order in which a page has them; pictures with their captions and the desk's notes are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from briefing.model import Article
from briefing.plugins import Declared
from briefing.readers.decoding import UnreadableError, head_text
from briefing.readers.markup import Element, child, children, words_of
from briefing.readers.pages import page_article
from briefing.readers.prose import Vocabulary, paragraphs_of, parse_document

MAX_BYTES = 32 * 2**20
"""Larger files are no wire copy, and their trees would fill the memory."""

_HEAD = 8192
_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?([A-Za-z_][\w.-]{0,80})[\s/>]")
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_VOCABULARY = Vocabulary(
    paragraphs=frozenset("p hl1 hl2 li dt dd td th pre bq credit tagline datasource".split()),
    unseen=frozenset("media note fn style audio video ednote".split()),
    signs={"br": "\n", "tab": "\t"},
)


class NitfReader:
    """Reads one story as an agency sends it or an archive keeps it."""

    endings = (".nitf",)

    def accepts(self, head: bytes, path: str) -> bool:
        """The outermost element is `nitf`."""
        del path
        return outermost(head) == "nitf"

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article]:
        """Yield the article."""
        root = parse_wire(raw)
        yield page_article(story_of(root), path, identifier, declared_by(root))


def outermost(head: bytes) -> str | None:
    """The local name of the first element of an XML document."""
    text = head_text(head[:_HEAD]).lstrip("\ufeff\xef\xbb\xbf \t\r\n")
    match = _ROOT.search(text) if text.startswith("<") else None
    return match[1] if match else None


def parse_wire(raw: bytes) -> Element:
    """The root of a file from a wire; too large a one is refused."""
    if len(raw) > MAX_BYTES:
        raise UnreadableError(f"is larger than {MAX_BYTES // 2**20} MiB")
    return parse_document(_NAMED.sub(_number_entity, raw))


def _number_entity(match: re.Match[bytes]) -> bytes:
    """A letter by its number: its name stands in a definition that is never fetched."""
    characters = html5.get(match[1].decode() + ";")
    if match[1] in _OF_XML or characters is None:
        return match[0]
    return "".join(f"&#{ord(c)};" for c in characters).encode()


def language_of(element: Element | None) -> str | None:
    """What an element says of the language of its words."""
    return None if element is None else element.get(_LANGUAGE) or element.get("lang")


def story_of(root: Element) -> str:
    """The words of a story, headline left out; a blank line between paragraphs."""
    top = child(root, "body/body.head")
    lines = [] if top is None else [words_of(e) for e in _furniture(top)]
    content = child(root, "body/body.content")
    body = [] if content is None else [p.text for p in paragraphs_of(content, _VOCABULARY)]
    end = child(root, "body/body.end")
    body += [] if end is None else [p.text for p in paragraphs_of(end, _VOCABULARY)]
    # Some agencies open the first paragraph with the dateline that they also mark.
    opening = "\n".join(body[:1])
    head = [line for line in lines if line and not opening.startswith(line)]
    return "\n\n".join(head + body)


def _furniture(top: Element) -> Iterator[Element]:
    for path in ("hedline/hl2", "abstract", "byline", "dateline"):
        yield from children(top, path)


def declared_by(root: Element) -> Declared:
    """What a story says of itself."""
    headline = child(root, "body/body.head/hedline/hl1")
    title = headline if headline is not None else child(root, "head/title")
    return Declared(
        headline=words_of(title),
        source=_provider(root),
        published=_published(root),
        url=_attribute(root, "head/pubdata", "ex-ref"),
        language=language_of(root) or language_of(child(root, "body")),
        author=", ".join(filter(None, map(words_of, _credits(root)))) or None,
    )


def _credits(root: Element) -> Iterator[Element]:
    """Who wrote a story and who sent it: one of the two may be an agency."""
    for name in ("byline", "distributor"):
        yield from children(root, f"body/body.head/{name}")


def _provider(root: Element) -> str | None:
    """The paper that printed the story, else the agency that sent it."""
    return (
        _attribute(root, "head/pubdata", "name")
        or words_of(child(root, "body/body.head/distributor"))
        or words_of(child(root, "body/body.head/rights/rights.owner"))
        or _attribute(root, "head/docdata/doc.copyright", "holder")
    )


def _published(root: Element) -> str | None:
    return (
        _attribute(root, "head/pubdata", "date.publication")
        or _attribute(root, "head/docdata/date.issue", "norm")
        or _attribute(root, "head/docdata/date.release", "norm")
        or _attribute(root, "body/body.head/dateline/story.date", "norm")
    )


def _attribute(root: Element, path: str, name: str) -> str | None:
    element = child(root, path)
    return None if element is None else element.get(name)
