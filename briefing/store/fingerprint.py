"""Keys under which analyses are kept.

Invariant: two pages with the same text and declared metadata have the same key whatever they are
called, and no key outlives the code that made the value behind it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path

import msgspec

from briefing.model import Article

_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


def article_key(article: Article, analyser: str) -> bytes:
    """The key of an article as its reader declared it; id, path and the text itself stay out.

    The text enters as its hash, so that a renamed or copied page is known again.
    """
    declared = _ENCODER.encode(replace(article, id="", path="", text=""))
    return hashlib.blake2b(declared + analyser.encode(), digest_size=20).digest()


def corpus_key(articles: Iterable[tuple[str, bytes]], code: str) -> bytes:
    """The key of a grouping: ids and keys of all articles, in any order, and the code's stamp."""
    digest = hashlib.blake2b(code.encode(), digest_size=20)
    for identifier, key in sorted(articles):
        digest.update(_ENCODER.encode((identifier, key)))
    return digest.digest()


def code_stamp(patterns: Sequence[str]) -> str:
    """A stamp of the package's files and folders that match: sizes and times of change.

    A cache keyed by a version number alone serves stale answers to whoever edits the code or
    retrains the model without raising it; looking at a hundred file entries costs a few
    milliseconds. Inside an archive there is nothing to look at and the version stands alone.
    """
    package = resources.files("briefing")
    return folder_stamp(package, patterns) if isinstance(package, Path) else ""


def folder_stamp(folder: Path, patterns: Sequence[str] = ("*",)) -> str:
    """A stamp of the files and folders in `folder` that match: sizes and times of change."""
    digest = hashlib.blake2b(digest_size=8)
    for pattern in patterns:
        for line in sorted(_entries(folder, pattern)):
            digest.update(line.encode())
    return digest.hexdigest()


def _entries(package: Path, pattern: str) -> Iterable[str]:
    for place in package.glob(pattern):
        for path in [place] if place.is_file() else place.rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                status = path.stat()
                yield f"{path.relative_to(package)} {status.st_size} {status.st_mtime_ns}\n"
