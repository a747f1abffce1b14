"""Ranges of pages told so that they are found again, and the search for them.

Invariant: pure; where the text of a page is the same its range is, and where the page has changed
a place is found only by the very words, what stood around them deciding between several.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from briefing.model import Anchor, Article, Citation

_HALF = re.compile("[\ud800-\udfff]")
AROUND = 24
"""Characters kept of what stands before and after the words."""


def storable(text: str) -> str:
    """The text without halves of surrogate pairs, which records can hold and no file can."""
    return text.encode("utf-8", "replace").decode() if _HALF.search(text) else text


def anchor_at(article: Article, start: int, end: int) -> Anchor:
    """The anchor of a range of a page."""
    text = article.text
    return Anchor(
        article.sha256,
        start,
        end,
        storable(text[start:end]),
        storable(article.id),
        storable(text[max(0, start - AROUND) : start]),
        storable(text[end : end + AROUND]),
    )


class Anchorage:
    """Pages in which anchors are looked for."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_hash: defaultdict[str, list[Article]] = defaultdict(list)
        self._by_id: dict[str, Article] = {}
        for article in sorted(articles, key=lambda a: a.id):
            self._by_hash[article.sha256].append(article)
            self._by_id[storable(article.id)] = article

    def holds(self, anchor: Anchor) -> bool:
        """Whether the anchor's page is there, as it was or under its name."""
        return anchor.article in self._by_hash or anchor.page in self._by_id

    def find(self, anchor: Anchor) -> tuple[Citation, ...]:
        """Where the anchor's words stand now; in several pages where several have one text.

        In a page of that name whose text has changed, the words must stand between what stood
        on either side of them, or with words enough of their own on one.
        """
        same = self._by_hash.get(anchor.article)
        if same:
            span = slice(anchor.start, anchor.end)
            whole = [a for a in same if storable(a.text[span]) == anchor.words]
            return tuple(Citation(a.id, anchor.start, anchor.end) for a in whole)
        article = self._by_id.get(anchor.page)
        return find_words(article, anchor) if article else ()

    def find_anywhere(self, anchor: Anchor) -> tuple[Citation, ...]:
        """As `find`; where the page is gone, in the first page that has the words in one place."""
        found = self.find(anchor)
        if found or len(anchor.words) < AROUND:
            return found
        return next((f for a in self._by_id.values() if len(f := find_words(a, anchor)) == 1), ())


def find_words(article: Article, anchor: Anchor) -> tuple[Citation, ...]:
    """Where a page that has changed has the anchor's words: in one place, or nowhere."""
    words, text = anchor.words, article.text
    if not words:
        return ()
    best: tuple[int, int, int] | None = None
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        before = _shared_before(text[max(0, at - AROUND) : at], anchor.before)
        around = before + _shared_after(text[end : end + AROUND], anchor.after)
        best = max(best or (-1, 0, 0), (around, -abs(at - anchor.start), -at))
        at = text.find(words, end)
    if best is None or (len(words) < AROUND and best[0] < AROUND - len(words) // 2):
        return ()
    return (Citation(article.id, -best[2], -best[2] + len(words)),)


def _shared_before(there: str, kept: str) -> int:
    return _shared_after(there[::-1], kept[::-1])


def _shared_after(there: str, kept: str) -> int:
    """How many characters two stretches begin alike."""
    pairs: Sequence[tuple[str, str]] = list(zip(there, kept, strict=False))
    return next((n for n, (a, b) in enumerate(pairs) if a != b), len(pairs))
