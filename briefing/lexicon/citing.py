"""The words of a cited range, as a brief shows them, and the hash of the text they stand in.

Invariant: showing folds line breaks to single spaces and changes nothing else, so that whoever
holds the article can make the same words again from the citation alone.
"""

from __future__ import annotations

import hashlib


def fold_lines(text: str) -> str:
    """The text on one line: each line break, with the blanks around it, becomes one space."""
    parts = (part.strip() for part in text.splitlines())
    return " ".join(part for part in parts if part)


def trim_range(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the blanks at its ends: what a citation points at begins with a word."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    return first, max(first, start + len(words.rstrip()))


def cite_words(text: str, start: int, end: int) -> str:
    """The words of the half-open range `[start, end)` of an article's text, on one line."""
    return fold_lines(text[start:end])


def hash_text(text: str) -> str:
    """The `sha256` of an article: of its text as UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
