"""The workspace: what the reader has done with the pages, in a SQLite file of its own.

Invariant: nothing here can be made anew, so nothing is ever thrown away: the schema only grows, a
copy is kept before it does, and a file that is damaged or of a newer version is left as it is.
Articles go by the hash of their text, events by the hashes of their articles, so that renaming or
analysing pages anew loses nothing. Every change is one transaction of its own on one field, so
that two programs can work on one file at once. The file is its owner's alone (0600).
"""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, Self

import msgspec
import platformdirs

from briefing.errors import StoreError
from briefing.model import Correction
from briefing.store.private import create_private

logger = logging.getLogger(__name__)

OFF: Final = "off"
FILE: Final = "workspace.sqlite"
_BUSY_SECONDS: Final = 5.0
_SEARCHES: Final = 12

_STEPS: Final = (
    """
    CREATE TABLE articles (
        hash TEXT PRIMARY KEY, is_read INTEGER NOT NULL DEFAULT 0,
        is_starred INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '');
    CREATE TABLE events (
        hashes TEXT PRIMARY KEY, is_starred INTEGER NOT NULL DEFAULT 0,
        note TEXT NOT NULL DEFAULT '');
    CREATE TABLE places (corpus TEXT PRIMARY KEY, packed BLOB NOT NULL);
    CREATE TABLE corrections (number INTEGER PRIMARY KEY AUTOINCREMENT, packed BLOB NOT NULL);
    """,
    """
    CREATE TABLE searches (
        number INTEGER PRIMARY KEY AUTOINCREMENT, query TEXT UNIQUE NOT NULL);
    """,
)
"""What makes each version of the schema from the one before; `user_version` counts them."""

SCHEMA: Final = len(_STEPS)

ArticleField = Literal["is_read", "is_starred", "note"]
EventField = Literal["is_starred", "note"]


@dataclass(frozen=True, slots=True)
class ArticleMark:
    """What the reader did with an article."""

    is_read: bool = False
    is_starred: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class EventMark:
    """What the reader did with an event."""

    is_starred: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where the reader was: the event by its articles' hashes, the source, its first line."""

    hashes: tuple[str, ...]
    source: str | None = None
    offset: int = 0


class Workspace:
    """An open workspace; `path` None keeps everything for this run only.

    To be used from the thread that opened it. Every method raises `StoreError` where the file
    cannot be used.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        try:
            self._connection = _open(path)
        except (OSError, sqlite3.Error) as error:
            raise _trouble(path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def article_marks(self) -> dict[str, ArticleMark]:
        """What was done with each article, by the hash of its text."""
        rows = self._rows("SELECT hash, is_read, is_starred, note FROM articles")
        return {h: ArticleMark(bool(read), bool(star), note) for h, read, star, note in rows}

    def mark_article(self, hash_: str, field: ArticleField, value: bool | str) -> None:
        """Keep one thing that was done with an article."""
        self._mark("articles", "hash", hash_, (field, value))

    def event_marks(self) -> dict[frozenset[str], EventMark]:
        """What was done with each event, by the hashes of the articles it had then."""
        rows = self._rows("SELECT hashes, is_starred, note FROM events")
        return {frozenset(h.split()): EventMark(bool(star), note) for h, star, note in rows}

    def mark_event(self, hashes: Collection[str], field: EventField, value: bool | str) -> None:
        """Keep one thing that was done with the event of these articles."""
        self._mark("events", "hashes", " ".join(sorted(hashes)), (field, value))

    def place(self, corpus: str) -> ReadingPlace | None:
        """Where the reader was in a corpus, which goes by the paths that open it."""
        for (packed,) in self._rows("SELECT packed FROM places WHERE corpus = ?", corpus):
            with contextlib.suppress(msgspec.MsgspecError):
                return msgspec.msgpack.decode(packed, type=ReadingPlace)
        return None

    def keep_place(self, corpus: str, place: ReadingPlace) -> None:
        """Keep where the reader is."""
        packed = msgspec.msgpack.encode(place)
        self._write("INSERT OR REPLACE INTO places VALUES (?, ?)", corpus, packed)

    def searches(self) -> tuple[str, ...]:
        """The latest queries, the last one first."""
        rows = self._rows("SELECT query FROM searches ORDER BY number DESC LIMIT ?", _SEARCHES)
        return tuple(query for (query,) in rows)

    def keep_search(self, query: str) -> None:
        """Keep a query as the latest."""
        self._write("INSERT OR REPLACE INTO searches (query) VALUES (?)", query)

    def corrections(self) -> tuple[Correction, ...]:
        """What was decided about the grouping, the latest last."""
        rows = self._rows("SELECT packed FROM corrections ORDER BY number")
        return tuple(c for (packed,) in rows for c in _unpack(packed))

    def correct(self, corrections: Sequence[Correction]) -> None:
        """Keep decisions that are made, and undone, together."""
        packed = msgspec.msgpack.encode(corrections)
        self._write("INSERT INTO corrections (packed) VALUES (?)", packed)

    def undo_correction(self, hashes: Collection[str]) -> bool:
        """Take back the latest decisions that speak of any of these articles, if there are any."""
        rows = self._rows("SELECT number, packed FROM corrections ORDER BY number DESC")
        for number, packed in rows:
            named = {h for c in _unpack(packed) for h in (*c.articles, *c.others)}
            if named.intersection(hashes):
                self._write("DELETE FROM corrections WHERE number = ?", number)
                return True
        return False

    def _mark(self, table: str, key: str, value: str, field: tuple[str, bool | str]) -> None:
        name, kept = field
        self._write(
            f"INSERT INTO {table} ({key}, {name}) VALUES (?, ?)"  # noqa: S608 - own names
            f" ON CONFLICT ({key}) DO UPDATE SET {name} = excluded.{name}",
            value,
            kept,
        )

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise _trouble(self._path, error) from error

    def _write(self, statement: str, *values: object) -> None:
        try:
            self._connection.execute(statement, values)
        except sqlite3.Error as error:
            raise _trouble(self._path, error) from error


def workspace_path(choice: str | None) -> Path | None:
    """The workspace's file: in the folder chosen, in the user's data folder, or none for "off"."""
    if choice == OFF:
        return None
    folder = Path(choice).expanduser() if choice else Path(platformdirs.user_data_dir("briefing"))
    return folder / FILE


def open_workspace(choice: str | None) -> Workspace:
    """Open the workspace that the settings name; raises `StoreError` where that cannot be."""
    return Workspace(workspace_path(choice))


def load_corrections(choice: str | None) -> tuple[Correction, ...]:
    """The decisions about the grouping, without making a workspace where there is none."""
    path = workspace_path(choice)
    if path is None or not path.exists():
        return ()
    with Workspace(path) as workspace:
        return workspace.corrections()


def find_event_mark(
    hashes: Collection[str], marks: Mapping[frozenset[str], EventMark]
) -> tuple[frozenset[str], EventMark] | None:
    """The mark of the event that these articles are now, with the hashes it is kept under.

    An event that has gained or lost articles keeps its mark as long as most of the marked articles
    are in it; of several marks the one with most articles in common counts.
    """
    there = frozenset(hashes)
    found = [key for key in marks if 2 * len(key & there) > len(key)]
    key = max(found, key=lambda k: (len(k & there), -len(k), sorted(k)), default=None)
    return None if key is None else (key, marks[key])


def _unpack(packed: bytes) -> tuple[Correction, ...]:
    try:
        return msgspec.msgpack.decode(packed, type=tuple[Correction, ...])
    except (msgspec.MsgspecError, TypeError) as error:
        logger.warning("workspace: a correction that cannot be read was passed over: %s", error)
        return ()


def _open(path: Path | None) -> sqlite3.Connection:
    if path is None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
    else:
        create_private(path)
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        if path is not None:
            # Another program switching the same file at this moment switches it for us too.
            with contextlib.suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA journal_mode = WAL")
        _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, path: Path | None) -> None:
    """Bring the schema up to this version, a copy of the file beside it first."""
    version = _version(connection)
    if version > SCHEMA:
        raise StoreError(
            f"{path}: made by a newer version of the program (schema {version})",
            "install that version, or set workspace to another folder",
        )
    if version == SCHEMA:
        return
    if version and path is not None:
        _copy(connection, path.with_name(f"{path.name}.{version}"))
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have done the same while this one waited.
        for number in range(_version(connection), SCHEMA):
            for statement in _STEPS[number].split(";"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _copy(connection: sqlite3.Connection, path: Path) -> None:
    """A whole copy; one that is there already is of the same version, and older: it stays."""
    if path.exists():
        return
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    create_private(partial)
    with contextlib.closing(sqlite3.connect(partial)) as copy:
        connection.backup(copy)
    partial.replace(path)


def _trouble(path: Path | None, error: Exception) -> StoreError:
    reason = getattr(error, "strerror", None) or error
    return StoreError(
        f"{path or 'workspace'}: {reason}",
        'the file is left as it is; workspace = "off" goes without',
    )
