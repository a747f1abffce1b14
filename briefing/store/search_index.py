"""An index of the words of pages, so that a search need not look at every page: SQLite's FTS5.

Invariant: the index only says which pages cannot meet a query, and can be made anew from the pages
at any time: trouble with its file means that all pages are looked at. It holds folded words, no
text, and is its owner's alone (0600).
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from briefing.store.cache_place import cache_path
from briefing.store.private import create_private

logger = logging.getLogger(__name__)

_FILE: Final = "search.sqlite"
_BUSY_SECONDS: Final = 5.0
_BATCH: Final = 200
_STALE: Final = 60_000
"""Pages beyond those of the corpus at which the file is begun anew: single ones cannot go."""

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS pages (number INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    folded, content = '', tokenize = 'unicode61 remove_diacritics 0', detail = 'full');
"""

Phrase = tuple[tuple[str, ...], bool]
"""Folded words in a row; whether the last one is whole, or begins a word."""


def search_index_path(choice: str | None) -> Path | None:
    """The index's file, beside the analysis cache that the settings name; None without one."""
    cache = cache_path(choice)
    return cache.with_name(_FILE) if cache else None


def find_candidates(
    path: Path, pages: Mapping[str, Callable[[], str]], phrases: Sequence[Phrase]
) -> frozenset[str] | None:
    """The keys of the pages that may have all phrases; None where the index cannot say.

    `pages` gives the folded words of each page, which are asked for once per page and file.
    """
    try:
        create_private(path)
        with contextlib.closing(_connect(path)) as connection:
            _take_in(connection, pages)
            return _matching(connection, phrases).intersection(pages)
    except (OSError, sqlite3.Error) as error:
        logger.warning("search index: %s: %s; going on without it", path, error)
        if isinstance(error, sqlite3.DatabaseError):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        return None


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        with contextlib.suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(_TABLES)
    except BaseException:
        connection.close()
        raise
    return connection


def _take_in(connection: sqlite3.Connection, pages: Mapping[str, Callable[[], str]]) -> None:
    """Index the pages that are not yet in the file, batch by batch."""
    known = {key for (key,) in connection.execute("SELECT key FROM pages")}
    if len(known - pages.keys()) > _STALE:
        connection.executescript("DROP TABLE words; DROP TABLE pages;" + _TABLES)
        known = set()
    missing = [key for key in pages if key not in known]
    for start in range(0, len(missing), _BATCH):
        batch = [(key, pages[key]()) for key in missing[start : start + _BATCH]]
        connection.execute("BEGIN IMMEDIATE")
        try:
            _insert(connection, batch)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _insert(connection: sqlite3.Connection, batch: Iterable[tuple[str, str]]) -> None:
    for key, folded in batch:
        added = connection.execute("INSERT OR IGNORE INTO pages (key) VALUES (?)", (key,))
        if added.rowcount:
            row = (added.lastrowid, folded)
            connection.execute("INSERT INTO words (rowid, folded) VALUES (?, ?)", row)


def _matching(connection: sqlite3.Connection, phrases: Sequence[Phrase]) -> frozenset[str]:
    """The keys of the pages that have all phrases, of whatever corpus."""
    shown = (f'"{" ".join(words)}"{"" if is_whole else " *"}' for words, is_whole in phrases)
    rows = connection.execute(
        "SELECT key FROM pages JOIN words ON pages.number = words.rowid WHERE words MATCH ?",
        (" AND ".join(shown),),
    )
    return frozenset(key for (key,) in rows)
