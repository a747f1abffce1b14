"""Tables of records: CSV, TSV and what spreadsheets make of them.

Invariant: every row below the header yields an article or a rejection with the line where it
begins; a broken row does not stop the rest.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from briefing.model import Article, Rejection
from briefing.readers.decoding import (
    MAX_ARTICLE_CHARACTERS,
    UnreadableError,
    decode,
    head_text,
)
from briefing.readers.records import (
    KNOWN_KEYS,
    TEXT_KEYS,
    TITLE_KEYS,
    RecordError,
    article_of,
)

_DELIMITERS = (",", "\t", ";", "|")
_HEADER_LENGTH = 4096
_LONGEST_NAME = 64
_MIN_KNOWN = 2
_BY_FOLDED_NAME = {key.casefold().replace("_", ""): key for key in (*sorted(KNOWN_KEYS), "id")}
_CONTENT = frozenset((*TITLE_KEYS, *TEXT_KEYS))


class TableReader:
    """Reads a table with one article a row and the usual keys in its header."""

    endings = (".csv", ".tsv", ".tab")

    def accepts(self, head: bytes, path: str) -> bool:
        """A first line of short names of which two are usual keys, one of them title or text."""
        del path
        line = head_text(head[:_HEADER_LENGTH]).removeprefix("\xef\xbb\xbf").lstrip("\ufeff")
        names = _header(line.partition("\n")[0])
        known = [key for name in names if (key := _key(name)) in KNOWN_KEYS]
        is_short = all(len(name) <= _LONGEST_NAME for name in names)
        return is_short and len(known) >= _MIN_KNOWN and not _CONTENT.isdisjoint(known)

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield every row's article, or why there is none; raises where there are no columns."""
        # A limit of the module's own, for all of the program: fields beyond it are no articles.
        csv.field_size_limit(MAX_ARTICLE_CHARACTERS)
        text = decode(raw)
        delimiter = _delimiter(text[:_HEADER_LENGTH].partition("\n")[0])
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        keys: list[str] | None = None
        line = 1
        while True:
            try:
                row = next(rows)
            except StopIteration:
                break
            except csv.Error as error:
                yield Rejection(path, line, f"is not a valid row: {error}")
                line = rows.line_num + 1
                continue
            if keys is None and any(row):
                keys = _keys_of(row)
            elif keys is not None and any(row):
                yield _convert(keys, row, path, f"{identifier}#{line}", line)
            line = rows.line_num + 1


def _keys_of(header: Sequence[str]) -> list[str]:
    keys = [_key(name) for name in header]
    if _CONTENT.isdisjoint(keys):
        raise UnreadableError(f"is a table without a column for the text ({', '.join(TEXT_KEYS)})")
    return keys


def _header(line: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r")], delimiter=_delimiter(line)), [])
    except csv.Error:
        return []


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _key(name: str) -> str:
    """A column's name as a usual key ("Publish Date" -> "publish_date"); others as they are."""
    bare = name.strip()
    folded = bare.casefold().replace("_", "").replace(" ", "")
    return bare if bare in KNOWN_KEYS else _BY_FOLDED_NAME.get(folded, bare)


def _convert(
    keys: Sequence[str], row: Sequence[str], path: str, identifier: str, line: int
) -> Article | Rejection:
    if len(row) > len(keys):
        return Rejection(path, line, f"has {len(row)} fields, where the header has {len(keys)}")
    # A column may come twice; the first that holds something counts.
    record: dict[str, str] = {}
    for key, value in zip(keys, row, strict=False):
        if value.strip():
            record.setdefault(key, value)
    try:
        return article_of(record, path, identifier)
    except RecordError as error:
        return Rejection(path, line, str(error))
