"""News in NewsML-G2 (IPTC): an item, or a message with many, each an article.

Invariant: every item of a message yields an article or a rejection; one without words, or withdrawn
by its provider, is a rejection that says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from briefing.model import Article, Rejection
from briefing.plugins import Declared
from briefing.readers.decoding import UnreadableError
from briefing.readers.markup import (
    Element,
    child,
    children,
    local_name,
    text_of_html,
    text_of_tree,
    words_of,
)
from briefing.readers.nitf import (
    declared_by,
    language_of,
    outermost,
    parse_wire,
    story_of,
)
from briefing.readers.pages import page_article

_ITEM = "newsItem"
_ROOTS = frozenset({_ITEM, "newsMessage", "packageItem", "newsMessageType"})
_WITHDRAWN = ("canceled", "cancelled", "withheld")


class NewsMlReader:
    """Reads the items of a message, or the one item that a file is."""

    endings = (".newsml",)

    def accepts(self, head: bytes, path: str) -> bool:
        """The outermost element is an item, a package or a message."""
        del path
        return outermost(head) in _ROOTS

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield the items; those of a message are known by their own ids."""
        root = parse_wire(raw)
        if local_name(root) == _ITEM:
            yield _article(root, path, identifier)
            return
        items = list(children(root, f"itemSet/{_ITEM}"))
        if not items:
            raise UnreadableError("is a package that names news items and holds none")
        for number, item in enumerate(items, start=1):
            own = item.get("guid") or f"{identifier}#{number}"
            try:
                yield _article(item, path, own)
            except UnreadableError as error:
                yield Rejection(path, None, f"item {number} ({own}) {error}")


def _article(item: Element, path: str, identifier: str) -> Article:
    status = child(item, "itemMeta/pubStatus")
    if status is not None and _code(status).endswith(_WITHDRAWN):
        raise UnreadableError("was withdrawn by its provider")
    story, inner = _story(item)
    if not story.strip():
        kind = child(item, "itemMeta/itemClass")
        what = "" if kind is None else f" ({_code(kind).rpartition(':')[2]})"
        raise UnreadableError(f"is a news item without text{what}")
    declared = _declared(item, inner)
    opening = (words_of(e) for e in chain(_all(item, "by"), _all(item, "dateline")))
    head = [line for line in opening if line and line not in story]
    return page_article("\n\n".join([*head, story]), path, identifier, declared)


def _story(item: Element) -> tuple[str, Declared]:
    """The words of the first version of the content that has any, and what it says of itself."""
    for content in children(item, "contentSet/inlineXML"):
        for inner in content:
            if local_name(inner) == "nitf":
                story, declared = story_of(inner), declared_by(inner)
            else:
                story, declared = text_of_tree(inner), Declared(language=language_of(inner))
            if story.strip():
                return story, declared
    for content in children(item, "contentSet/inlineData"):
        words = "".join(content.itertext())
        is_markup = "html" in (content.get("contenttype") or "")
        story = text_of_html(words) if is_markup else words.strip()
        if story:
            return story, Declared(language=language_of(content))
    return "", Declared()


def _declared(item: Element, inner: Declared) -> Declared:
    language = child(item, "contentMeta/language")
    return Declared(
        headline=next(filter(None, map(words_of, _all(item, "headline"))), None) or inner.headline,
        source=_provider(item) or inner.source,
        published=_published(item) or inner.published,
        url=inner.url,
        language=(None if language is None else language.get("tag"))
        or inner.language
        or language_of(item),
        author=", ".join(filter(None, (*_credits(item), inner.author))) or None,
    )


def _all(item: Element, name: str) -> Iterator[Element]:
    return children(item, f"contentMeta/{name}")


def _credits(item: Element) -> Iterator[str | None]:
    """Who wrote an item and who sent it: one of the two may be an agency."""
    yield from map(words_of, chain(_all(item, "by"), _all(item, "creditline")))
    yield _provider(item)


def _provider(item: Element) -> str | None:
    provider = child(item, "itemMeta/provider")
    if provider is None:
        return words_of(child(item, "contentMeta/creditline"))
    name = words_of(child(provider, "name"))
    return name or provider.get("literal") or _code(provider).rpartition(":")[2] or None


def _published(item: Element) -> str | None:
    """When this version came out; what it calls today is that day."""
    paths = ("itemMeta/versionCreated", "contentMeta/contentCreated", "itemMeta/firstCreated")
    return next(filter(None, (words_of(child(item, path)) for path in paths)), None)


def _code(element: Element) -> str:
    return element.get("qcode") or element.get("uri") or ""
