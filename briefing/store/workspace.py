"""The workspace: what the reader has done with the pages, in a SQLite file of its own.

Invariant: nothing here can be made anew, so nothing is ever thrown away (`schema`). Articles go by
the hash of their text, events by the hashes of their articles, so that renaming or analysing pages
anew loses nothing. Every change is one transaction of its own on one field, so
that two programs can work on one file at once. The file is its owner's alone (0600).
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, Self

import msgspec
import platformdirs

from briefing.errors import StoreError
from briefing.model import Correction, NameCorrection
from briefing.store.briefs_kept import BriefTable
from briefing.store.decisions import DecisionTable
from briefing.store.schema import open_file

OFF: Final = "off"
FILE: Final = "workspace.sqlite"
_SEARCHES: Final = 12

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


class Workspace(DecisionTable, BriefTable):
    """An open workspace; `path` None keeps everything for this run only.

    To be used from the thread that opened it. Every method raises `StoreError` where the file
    cannot be used.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        try:
            self._connection = open_file(path)
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

    def saved_searches(self) -> tuple[str, ...]:
        """The queries that the reader saved, the first saved first."""
        rows = self._rows("SELECT query FROM saved_searches ORDER BY number")
        return tuple(query for (query,) in rows)

    def save_search(self, query: str, *, is_saved: bool) -> None:
        """Save a query for good, or save it no longer."""
        if is_saved:
            self._write("INSERT OR IGNORE INTO saved_searches (query) VALUES (?)", query)
        else:
            self._write("DELETE FROM saved_searches WHERE query = ?", query)

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


def load_name_corrections(choice: str | None) -> tuple[NameCorrection, ...]:
    """The decisions about names, without making a workspace where there is none."""
    path = workspace_path(choice)
    if path is None or not path.exists():
        return ()
    with Workspace(path) as workspace:
        return workspace.name_corrections()


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


def _trouble(path: Path | None, error: Exception) -> StoreError:
    reason = getattr(error, "strerror", None) or error
    return StoreError(
        f"{path or 'workspace'}: {reason}",
        'the file is left as it is; workspace = "off" goes without',
    )
