"""What a file holds, read as the program reads a corpus.

Invariant: files are known by their content: a test names them only where the name is the point.
"""

from __future__ import annotations

from functools import cache

from briefing.model import Article, Rejection
from briefing.readers.sniffing import load_readers, read_bytes

Found = list[Article | Rejection]

_readers = cache(load_readers)


def read_file(raw: bytes, name: str = "a file") -> Found:
    """The articles and rejections of a file, which lies in the folder `corpus`."""
    return list(read_bytes(_readers(), raw, f"corpus/{name}", name))


def articles_of(raw: bytes, name: str = "a file") -> list[Article]:
    """The articles of a file in which nothing may be rejected."""
    found = read_file(raw, name)
    assert not [r for r in found if isinstance(r, Rejection)], found
    return [a for a in found if isinstance(a, Article)]


def article_of(raw: bytes, name: str = "a file") -> Article:
    """The one article of a file."""
    (article,) = articles_of(raw, name)
    return article


def reasons_of(raw: bytes, name: str = "a file") -> list[str]:
    """Why parts of a file are not there."""
    return [r.reason for r in read_file(raw, name) if isinstance(r, Rejection)]


def reason_of(raw: bytes, name: str = "a file") -> str:
    """Why a file yields nothing at all."""
    (found,) = read_file(raw, name)
    assert isinstance(found, Rejection), found
    return found.reason
