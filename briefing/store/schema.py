"""The tables of the workspace: how a file is opened, and how each version grew out of the last.

Invariant: the schema only grows, a copy of the file is kept before it does, and a file that is
damaged or of a newer version is left as it is.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Final

from briefing.errors import StoreError
from briefing.store.briefs_kept import TABLE as _BRIEFS
from briefing.store.private import create_private

_BUSY_SECONDS: Final = 5.0

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
    """
    ALTER TABLE corrections ADD COLUMN about TEXT NOT NULL DEFAULT 'events';
    CREATE TABLE saved_searches (
        number INTEGER PRIMARY KEY AUTOINCREMENT, query TEXT UNIQUE NOT NULL);
    """,
    _BRIEFS,
)
"""What makes each version of the schema from the one before; `user_version` counts them."""

SCHEMA: Final = len(_STEPS)


def open_file(path: Path | None) -> sqlite3.Connection:
    """A connection to the file at this version's schema; None: to tables of this run alone."""
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
