"""Gemtext, the pages of the Gemini network: a line is a paragraph, a heading, a link or a quote.

Invariant: addresses and marks go, every word that a reader would see stays, in its order.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Article, Rejection
from briefing.plugins import Declared
from briefing.readers.decoding import decode
from briefing.readers.pages import page_article


class GemtextReader:
    """Reads a page saved from a Gemini capsule: one file, one article."""

    endings = (".gmi", ".gemini")

    def accepts(self, head: bytes, path: str) -> bool:
        """A page that a client saved with the answer of its server above it."""
        del path
        return head.startswith(b"20 text/gemini")

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield the page; raises `UnreadableError` where it holds no text."""
        lines = decode(raw).splitlines()
        if lines and lines[0].startswith("20 text/gemini"):
            del lines[0]
        headline = next((line.lstrip("# ") for line in lines if line.startswith("# ")), None)
        body = "\n\n".join(filter(None, map(_words, lines)))
        yield page_article(body, path, identifier, Declared(headline=headline))


def _words(line: str) -> str:
    """What a reader sees of a line."""
    if line.startswith("=>"):
        return line.removeprefix("=>").strip().partition(" ")[2].strip()
    if line.startswith("```"):
        return ""
    return line.lstrip("#>*").strip()
