"""Pages that a web clipper saved as Markdown: read as the words that the markup stands for.

Invariant: addresses, images and marks of emphasis go, every word that a reader would see stays, in
its order. What the clipper noted of the page (title, address, outlet, date) is declared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.model import Article, Rejection
from briefing.plugins import Declared
from briefing.readers.decoding import decode, head_text
from briefing.readers.frontmatter import split_front_matter
from briefing.readers.markup import join_blocks, text_of_html
from briefing.readers.pages import page_article

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_MARKDOWN = 200_000
"""Characters; hostile markup takes seconds even below that. What is longer is read as it stands."""

_MAX_BRACKETS = 3_000

_TITLE = ("title", "full title", "headline")
_ADDRESS = ("source", "url", "source_url", "source-url", "link", "original", "canonical", "href")
_OUTLET = ("site", "publisher", "outlet", "site_name", "sitename", "website", "publication")
_PUBLISHED = ("published", "date_published", "publish_date", "published_date", "pubdate", "date")
_LANGUAGE = ("language", "lang")
_AUTHOR = ("author", "authors", "byline")
_KNOWN = frozenset({*_TITLE, *_ADDRESS, *_OUTLET, *_PUBLISHED, *_AUTHOR, "created", "tags"})

# Obsidian's additions to Markdown; each stays within a line.
_EMBED = re.compile(r"!\[\[[^\[\]\n]{0,500}\]\]")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{0,500}\|)?([^\[\]|\n]{1,500})\]\]")
_CALLOUT = re.compile(r"^((?:>[ \t]?)+)\[![\w-]{1,30}\][+-]?[ \t]*", re.MULTILINE)
_HIGHLIGHT = re.compile(r"==([^=\n]{1,2000})==")
_FOOTNOTE = re.compile(r"^\[\^[\w-]{1,40}\]:[ \t]*|\[\^[\w-]{1,40}\]", re.MULTILINE)
# MarkDownload repeats the opening of the page above it.
_EXCERPT = "> ## Excerpt\n"
_SPACES = re.compile(r"[ \t]+")
_WHOLE = frozenset({"fence", "code_block", "html_block"})


class MarkdownReader:
    """Reads a page clipped as Markdown: one file, one article."""

    endings = (".md", ".markdown", ".mdown", ".mkd")

    def accepts(self, head: bytes, path: str) -> bool:
        """Properties at the head, of which clippers write at least one."""
        del path
        return bool(_KNOWN & split_front_matter(head_text(head))[0].keys())

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield the page; raises `UnreadableError` where it holds no text."""
        properties, markup = split_front_matter(decode(raw).replace("\r\n", "\n"))
        declared = _declared(properties)
        if len(markup) > MAX_MARKDOWN or _is_costly(markup):
            yield page_article(markup, path, identifier, declared)
            return
        title, blocks = _read_blocks(markup)
        declared = replace(declared, headline=declared.headline or title)
        yield page_article(join_blocks(blocks), path, identifier, declared)


def _is_costly(markup: str) -> bool:
    """Whether a paragraph has more brackets than a page has links: each may look for its pair."""
    return any(part.count("[") > _MAX_BRACKETS for part in markup.split("\n\n"))


def _without_excerpt(markup: str) -> str:
    above, found, below = markup.partition(_EXCERPT)
    lines = below.split("\n")
    at = next((n for n, line in enumerate(lines) if not line.startswith(">")), len(lines))
    rest = "\n".join(lines[at:]).lstrip("\n")
    return above + rest if found and rest.startswith("---") else markup


def _declared(properties: Mapping[str, Sequence[str]]) -> Declared:
    addresses = [v for key in _ADDRESS for v in properties.get(key, ())]
    url = next((a for a in addresses if a.startswith(("http://", "https://"))), None)
    named = [v for key in ("source", *_OUTLET) for v in properties.get(key, ()) if "://" not in v]
    return Declared(
        headline=_first(properties, _TITLE),
        source=next(iter(named), None),
        published=_first(properties, _PUBLISHED),
        url=url,
        language=_first(properties, _LANGUAGE),
        author=", ".join(v for key in _AUTHOR for v in properties.get(key, ())) or None,
    )


def _first(properties: Mapping[str, Sequence[str]], keys: Sequence[str]) -> str | None:
    return next((properties[key][0] for key in keys if properties.get(key)), None)


def _read_blocks(markup: str) -> tuple[str | None, list[str]]:
    """The title, if the page opens with one, and the blocks of text."""
    from markdown_it import MarkdownIt

    markup = _WIKI_LINK.sub(r"\1", _EMBED.sub("", _without_excerpt(markup)))
    markup = _HIGHLIGHT.sub(r"\1", _CALLOUT.sub(r"\1", _FOOTNOTE.sub("", markup)))
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(markup)
    blocks = list(_blocks(tokens))
    has_title = bool(blocks) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    return blocks[0] if has_title else None, blocks


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    bullet = ""
    rows: list[list[str]] | None = None
    for token in tokens:
        if token.type == "list_item_open":
            bullet = f"{token.info}. " if token.info else "- "
        elif token.type == "tr_open":
            rows = [*(rows or ()), []]
        elif token.type == "table_close":
            yield "\n".join(" | ".join(row) for row in rows or ())
            rows = None
        elif token.type == "inline" or token.type in _WHOLE:
            words = _words(token)
            if rows is not None:
                rows[-1].append(words)
            elif words:
                yield bullet + words
                bullet = ""


def _words(token: Token) -> str:
    """The words of a block: those that a link or an emphasis stands around, without them."""
    if token.type == "html_block":
        return text_of_html(token.content)
    if token.type in _WHOLE:
        return token.content.strip("\n")
    pieces: list[str] = []
    for part in token.children or ():
        if part.type in {"softbreak", "hardbreak"}:
            pieces.append("\n")
        elif part.type in {"text", "code_inline", "text_special"}:
            pieces.append(part.content)
        elif part.type == "html_inline" and part.content.casefold().startswith("<br"):
            pieces.append("\n")
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
