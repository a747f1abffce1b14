"""Text and Markdown pages: one file, one article.

Invariant: the article's text is the decoded file, character for character.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.lexicon.citing import hash_text
from briefing.model import Article, Rejection
from briefing.readers.decoding import MAX_ARTICLE_CHARACTERS, UnreadableError, decode


class TextReader:
    """Reads a saved page as it stands; the last resort for a format nobody else knows."""

    endings = (".txt", ".text")

    def accepts(self, head: bytes, path: str) -> bool:
        """Any file: whether it is text at all is said by `read`, with the reason."""
        del head, path
        return True

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield the page; raises `UnreadableError` where it is none."""
        text = decode(raw)
        if not text.strip():
            raise UnreadableError("is empty")
        if len(text) > MAX_ARTICLE_CHARACTERS:
            raise UnreadableError(f"is longer than {MAX_ARTICLE_CHARACTERS:,} characters")
        yield Article(id=identifier, path=path, text=text, sha256=hash_text(text))
