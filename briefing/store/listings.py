"""What the list of events showed when the reader was left: it is shown first the next time.

Invariant: a picture and nothing more: no run takes anything from it but words to look at until the
corpus itself is there; a file that is missing, damaged or of another version is none.
"""

from __future__ import annotations

import hashlib
import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from briefing.store.cache_place import cache_path
from briefing.store.private import create_private

logger = logging.getLogger(__name__)

_FOLDER = "listings"
_KEPT = 32
"""Corpora whose listing stays; one is a few kilobytes."""


@dataclass(frozen=True, slots=True)
class ListedLine:
    """One entry of the list: a storyline's heading, or an event with what is told below it."""

    words: str
    details: tuple[str, ...] = ()
    is_heading: bool = False
    is_within: bool = False
    is_read: bool = False
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries that were in view, of so many events."""

    events: int
    lines: tuple[ListedLine, ...]


def keep_listing(choice: str | None, corpus: str, listing: Listing) -> None:
    """Keep the listing of a corpus beside the cache that the settings name."""
    path = _path(choice, corpus)
    if path is None:
        return
    try:
        partial = path.with_name(f"{path.name}.{os.getpid()}")
        create_private(partial)
        partial.write_bytes(msgspec.msgpack.encode(listing))
        partial.replace(path)
        for old in sorted(path.parent.iterdir(), key=_age, reverse=True)[_KEPT:]:
            old.unlink(missing_ok=True)
    except (OSError, UnicodeEncodeError) as error:
        logger.debug("the listing was not kept: %s", error)


def find_listing(choice: str | None, corpus: str) -> Listing | None:
    """The listing that was kept of a corpus."""
    path = _path(choice, corpus)
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.msgpack.decode(path.read_bytes(), type=Listing) if path else None
    return None


def _path(choice: str | None, corpus: str) -> Path | None:
    cache = cache_path(choice)
    digest = hashlib.sha256(corpus.encode("utf-8", "surrogateescape")).hexdigest()
    return cache.parent / _FOLDER / f"{digest[:32]}.msgpack" if cache else None


def _age(path: Path) -> float:
    return path.stat().st_mtime
