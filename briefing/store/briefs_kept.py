"""The briefs that were made, so that a later one can say what has changed.

Invariant: a brief is kept when it was written or exported, never when it was only looked at, and
none is ever thrown away; the same brief written again counts once, as made the last time. A row
that cannot be read is passed over and stays.
"""

from __future__ import annotations

import json
import logging
from abc import ABC, abstractmethod
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import msgspec

from briefing.model import BriefRecord

logger = logging.getLogger(__name__)

TABLE = """
    CREATE TABLE briefs (
        number INTEGER PRIMARY KEY AUTOINCREMENT, made TEXT NOT NULL,
        pages TEXT NOT NULL, packed BLOB NOT NULL);
    """
"""`pages` is a JSON list of what the sources are known by: hashes of texts, and where they lay."""

_OF_PAGES = (
    " FROM briefs WHERE EXISTS (SELECT 1 FROM json_each(briefs.pages) AS page"
    " WHERE page.value IN (SELECT value FROM json_each(?))) ORDER BY number"
)


@dataclass(frozen=True, slots=True)
class KeptBrief:
    """A brief that was made; `made` is the moment, an ISO date-time in UTC."""

    made: str
    record: BriefRecord


class BriefTable(ABC):
    """The part of a workspace that holds briefs."""

    def kept_briefs(self, pages: Collection[str]) -> tuple[KeptBrief, ...]:
        """The briefs that tell of any of these pages, the latest last."""
        rows = self._rows("SELECT made, packed" + _OF_PAGES, json.dumps(sorted(pages)))
        found = ((made, _unpack(packed)) for made, packed in rows)
        return tuple(KeptBrief(made, record) for made, record in found if record)

    def keep_brief(self, record: BriefRecord, pages: Collection[str], made: str) -> None:
        """Keep what a brief says, or that it was made again."""
        listed, packed = json.dumps(sorted(pages)), _pack(record)
        rows = self._rows("SELECT number, packed" + _OF_PAGES, listed)
        if rows and rows[-1][1] == packed:
            self._write("UPDATE briefs SET made = ? WHERE number = ?", made, rows[-1][0])
        else:
            statement = "INSERT INTO briefs (made, pages, packed) VALUES (?, ?, ?)"
            self._write(statement, made, listed, packed)

    @abstractmethod
    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What a query finds."""

    @abstractmethod
    def _write(self, statement: str, *values: object) -> None:
        """Run a statement in a transaction of its own."""


def _pack(record: BriefRecord) -> bytes:
    # Pages may hold half a surrogate pair, which JSON can write and msgspec's own formats cannot.
    return json.dumps(msgspec.to_builtins(record), separators=(",", ":")).encode()


def _unpack(packed: bytes) -> BriefRecord | None:
    try:
        return msgspec.convert(json.loads(packed), BriefRecord)
    except (ValueError, TypeError, RecursionError) as error:
        logger.warning("workspace: a brief that cannot be read was passed over: %s", error)
        return None
