"""JSON Lines, a JSON array of records, or one JSON object.

Invariant: every line that is not blank yields an article or a rejection with its line number;
no line is lost in silence, and a broken one does not stop the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from briefing.model import Article, Rejection
from briefing.readers.decoding import UnreadableError, decode
from briefing.readers.records import RecordError, article_of

_ENDINGS = (".jsonl", ".ndjson", ".json")
_OBJECT_HEAD = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*\{\s*")')
_WRAPPERS = ("articles", "results", "items")


class JsonLinesReader:
    """Reads records, one article each."""

    def accepts(self, head: bytes, path: str) -> bool:
        """An object or a list of objects by its first characters, or the ending says so."""
        return bool(_OBJECT_HEAD.match(head)) or path.casefold().endswith(_ENDINGS)

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield every record's article, or the reason why there is none, with its line."""
        try:
            text = decode(raw)
        except UnreadableError as error:
            yield Rejection(path, None, str(error))
            return
        if not text.strip():
            yield Rejection(path, None, "is empty")
            return
        whole = _read_whole(text, path, identifier)
        yield from _read_lines(text, path, identifier) if whole is None else whole


def _read_whole(text: str, path: str, identifier: str) -> list[Article | Rejection] | None:
    """The records of a file that is one JSON value; None where it has to be read by lines."""
    is_list = text.lstrip()[:1] == "["
    try:
        value: object = json.loads(text)
    except (RecursionError, ValueError) as error:
        if not is_list or str(error).startswith("Extra data"):
            return None
        # The lines of a broken list fail one by one: one rejection for the file says it better.
        return [_reject(path, getattr(error, "lineno", None), _explain(error))]
    if isinstance(value, dict):
        wrapped = next((value[k] for k in _WRAPPERS if isinstance(value.get(k), list)), None)
        if wrapped is None:
            return [_convert(value, path, identifier, 1)]
        value = wrapped
    if not isinstance(value, list):
        return None
    if not value:
        return [_reject(path, None, "holds no records")]
    return [
        _convert(record, path, f"{identifier}#{number}", None)
        for number, record in enumerate(value, start=1)
    ]


def _read_lines(text: str, path: str, identifier: str) -> Iterator[Article | Rejection]:
    # Only a line feed ends a record: other line separators may stand inside a JSON string.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record: object = json.loads(line)
        except (RecursionError, ValueError) as error:
            yield _reject(path, number, _explain(error))
            continue
        yield _convert(record, path, f"{identifier}#{number}", number)


def _convert(record: object, path: str, identifier: str, line: int | None) -> Article | Rejection:
    try:
        return article_of(record, path, identifier)
    except RecordError as error:
        where = "" if line is not None else f"record {identifier.rpartition('#')[2]}: "
        return _reject(path, line, f"{where}{error}")


def _reject(path: str, line: int | None, reason: str) -> Rejection:
    return Rejection(path, line, reason)


def _explain(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"is not valid JSON: {error.msg} (column {error.colno})"
    if isinstance(error, RecursionError):
        return "is not valid JSON: nested too deeply"
    return f"is not valid JSON: {error}"
