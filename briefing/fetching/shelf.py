"""The folder that pages are saved in: pages, what is known of them, and the lists that led there.

Invariant: a page's bytes are those that the server sent; what is known beside them stands in a
hidden file of its own, written before the page, so that no page is ever seen without it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from briefing.beside import Beside, name_beside, write_beside
from briefing.fetching.addresses import key_of
from briefing.fetching.ledger import FOLDER
from briefing.fetching.writing import write_whole

_LISTS = "lists"


class Shelf:
    """A corpus folder that pages are saved in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, file: str, raw: bytes, beside: Beside, more: Mapping[str, object]) -> None:
        """Write a page and what is known of it; `file` is its path below the folder."""
        path = self._folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path.with_name(name_beside(path.name)), write_beside(beside, more))
        write_whole(path, raw)

    def read(self, file: str) -> bytes | None:
        """A page's bytes; None where it has been taken away."""
        try:
            return (self._folder / file).read_bytes()
        except OSError:
            return None

    def save_list(self, address: str, raw: bytes) -> None:
        """Keep a feed or a list of feeds, for when its server says that it has not changed."""
        path = self._list(address)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, raw)

    def read_list(self, address: str) -> bytes | None:
        """A feed or list as it was last sent; None where it is gone."""
        try:
            return self._list(address).read_bytes()
        except OSError:
            return None

    def _list(self, address: str) -> Path:
        name = hashlib.sha256(key_of(address).encode()).hexdigest()
        return self._folder / FOLDER / _LISTS / name
