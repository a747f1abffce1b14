"""The analysis cache: one SQLite file of analysed articles and of groupings.

Invariant: the cache never decides what the program says: a row that is missing, damaged or of
another version is a miss. Writes are short transactions of a batch of whole rows under a
write-ahead log, so that a kill at any moment loses the batch in flight and nothing else, and two
programs can share one file. The file is its owner's alone (0600, in a folder 0700).
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Self, TypeVar

import msgspec

from briefing.errors import StoreError
from briefing.model import (
    Article,
    Document,
    Entity,
    Event,
    NameCorrection,
    Relabelled,
    Storyline,
)
from briefing.store.cache_place import cache_path
from briefing.store.private import create_private

logger = logging.getLogger(__name__)

SCHEMA: Final = 1
"""Kept in `user_version`; a file of another number is set aside."""

_BATCH: Final = 32
_ANALYSERS_KEPT: Final = 4
"""Versions of the analysis whose rows stay; older ones would only make the file grow."""
_GROUPINGS_KEPT: Final = 64
_BUSY_SECONDS: Final = 10.0
_DAMAGE: Final = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""Primary result codes of a file that will not get better: no table, a torn page, no database."""

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS analysers (number INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
    key BLOB PRIMARY KEY, analyser INTEGER NOT NULL, packed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS groupings (
    number INTEGER PRIMARY KEY, key BLOB UNIQUE NOT NULL, packed BLOB NOT NULL);
"""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class StoredGrouping:
    """All that grouping a corpus found, and what the reader's decisions about names changed."""

    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    storylines: tuple[Storyline, ...]
    relabelled: tuple[Relabelled, ...] = ()
    dormant: tuple[NameCorrection, ...] = ()


class AnalysisCache:
    """An open cache, or none at all (`path` None): then everything is a miss.

    To be used from the thread that opened it. Trouble with the file turns the cache off for the
    rest of the run with one warning: it is not worth losing a run for.
    """

    def __init__(self, path: Path | None, analyser: str) -> None:
        self._analyser = analyser
        self._pending: list[tuple[bytes, bytes]] = []
        self._path = path
        self._connection = None if path is None else _open_or_rebuild(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def find_document(self, key: bytes, article: Article) -> Document | None:
        """The analysis kept under `key`, given to `article`'s id, path and text."""
        found = self._find("SELECT packed FROM documents WHERE key = ?", key, Document)
        if found is None:
            return None
        whole = replace(found.article, id=article.id, path=article.path, text=article.text)
        return replace(found, article=whole)

    def keep_document(self, key: bytes, document: Document) -> None:
        """Keep an analysis; it is written with its batch, at the latest by `close`.

        The text stays out: the reader has it anyway, and it is half of the bytes.
        """
        if self._connection is None:
            return
        bare = replace(document, article=replace(document.article, id="", path="", text=""))
        # A lone surrogate, escaped in a record, cannot be encoded: analysed anew each time.
        with contextlib.suppress(UnicodeEncodeError):
            self._pending.append((key, _pack(bare)))
        if len(self._pending) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is pending, in one transaction."""
        batch, self._pending = self._pending, []
        if not batch:
            return

        def write(connection: sqlite3.Connection) -> None:
            number = self._analyser_number(connection)
            connection.executemany(
                "INSERT OR REPLACE INTO documents VALUES (?, ?, ?)",
                [(key, number, packed) for key, packed in batch],
            )

        self._write(write)

    def find_grouping(self, key: bytes) -> StoredGrouping | None:
        """The grouping kept under `key`."""
        return self._find("SELECT packed FROM groupings WHERE key = ?", key, StoredGrouping)

    def keep_grouping(self, key: bytes, grouping: StoredGrouping) -> None:
        """Keep a grouping; the oldest ones make room."""
        if self._connection is None:
            return
        try:
            packed = _pack(grouping)
        except UnicodeEncodeError:
            return

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(
                "INSERT OR REPLACE INTO groupings (key, packed) VALUES (?, ?)", (key, packed)
            )
            connection.execute(
                "DELETE FROM groupings WHERE number NOT IN"
                " (SELECT number FROM groupings ORDER BY number DESC LIMIT ?)",
                (_GROUPINGS_KEPT,),
            )

        self._write(write)

    def close(self) -> None:
        """Write what is pending and close the file."""
        self.flush()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _find(self, query: str, key: bytes, kind: type[_T]) -> _T | None:
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(query, (key,)).fetchone()
        except sqlite3.DatabaseError as error:
            self._give_up(error)
            return None
        try:
            return row and msgspec.msgpack.decode(zlib.decompress(row[0]), type=kind)
        except (zlib.error, msgspec.MsgspecError, TypeError) as error:
            logger.warning("analysis cache: a damaged row was passed over: %s", error)
            return None

    def _write(self, write: Callable[[sqlite3.Connection], None]) -> None:
        connection = self._connection
        if connection is None:
            return
        try:
            connection.execute("BEGIN IMMEDIATE")
            try:
                write(connection)
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._give_up(error)

    def _analyser_number(self, connection: sqlite3.Connection) -> int:
        select = "SELECT number FROM analysers WHERE name = ?"
        row = connection.execute(select, (self._analyser,)).fetchone()
        if row is None:
            connection.execute("INSERT INTO analysers (name) VALUES (?)", (self._analyser,))
            kept = "(SELECT number FROM analysers ORDER BY number DESC LIMIT ?)"
            for table, column in (("documents", "analyser"), ("analysers", "number")):
                connection.execute(
                    f"DELETE FROM {table} WHERE {column} NOT IN {kept}",  # noqa: S608 - own names
                    (_ANALYSERS_KEPT,),
                )
            row = connection.execute(select, (self._analyser,)).fetchone()
        return int(row[0])

    def _give_up(self, error: sqlite3.DatabaseError) -> None:
        logger.warning("analysis cache: %s; going on without it", error)
        connection, self._connection = self._connection, None
        self._pending = []
        if connection is None or self._path is None:
            return
        opened = self._path.stat()
        with contextlib.suppress(sqlite3.Error):
            connection.close()
        if error.sqlite_errorcode & 0xFF in _DAMAGE:
            _set_aside(self._path, opened, str(error))


def open_cache(choice: str | None, analyser: str) -> AnalysisCache:
    """Open the cache that the settings name; `analyser` says which analysis fills it.

    A folder that was chosen and cannot be used raises `StoreError`; the user's own cache folder
    is the program's choice, and without it the program goes on with a warning.
    """
    path = cache_path(choice)
    if path is None:
        return AnalysisCache(None, analyser)
    try:
        create_private(path)
        return AnalysisCache(path, analyser)
    except (OSError, sqlite3.DatabaseError) as error:
        reason = getattr(error, "strerror", None) or error
        if choice:
            raise StoreError(f"{path.parent}: {reason}", "--no-cache goes without") from error
        logger.warning("analysis cache: %s: %s; going on without it", path.parent, reason)
        return AnalysisCache(None, analyser)


def _open_or_rebuild(path: Path) -> sqlite3.Connection:
    opened = path.stat()
    try:
        return _connect(path)
    except (sqlite3.OperationalError, OSError):
        raise  # locked or unreadable: no reason to throw away what may be whole
    except (sqlite3.DatabaseError, StoreError) as error:
        _set_aside(path, opened, str(error))
        create_private(path)
        return _connect(path)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        # Another program switching the same file at this moment locks it past any timeout,
        # and switches it for us.
        with contextlib.suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        _create_tables(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _create_tables(connection: sqlite3.Connection) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version not in (0, SCHEMA):
        raise StoreError(f"made by another version of the program (schema {version})")
    if version == 0:
        connection.executescript(f"BEGIN IMMEDIATE;{_TABLES}PRAGMA user_version = {SCHEMA};COMMIT;")


def _set_aside(path: Path, opened: os.stat_result, reason: str) -> None:
    logger.warning("analysis cache %s: %s; set aside as %s.old", path, reason, path.name)
    with contextlib.suppress(FileNotFoundError):
        # Another program may have rebuilt the file since it was opened here.
        if path.stat().st_ino == opened.st_ino:
            path.replace(path.with_name(path.name + ".old"))
            for suffix in ("-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)


def _pack(value: Document | StoredGrouping) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(value), level=1)
