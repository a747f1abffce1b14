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
from briefing.readers.records import TEXT_KEYS, RecordError, article_of

_OBJECT_HEAD = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*\{\s*")')
_WRAPPERS = (
    "articles", "results", "items", "data", "response", "docs", "hits", "records", "entries",
    "posts", "stories", "news", "documents", "value",
)  # fmt: skip
_WRAPPER_DEPTH = 3


class JsonLinesReader:
    """Reads records, one article each."""

    endings = (".jsonl", ".ndjson", ".json")

    def accepts(self, head: bytes, path: str) -> bool:
        """An object or a list of objects by its first characters."""
        del path
        return bool(_OBJECT_HEAD.match(head))

    def read(self, raw: bytes, path: str, identifier: str) -> Iterator[Article | Rejection]:
        """Yield every record's article, or the reason why there is none, with its line."""
        text = decode(raw)
        if not text.strip():
            raise UnreadableError("is empty")
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
        wrapped = _find_list(value)
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


def _find_list(value: dict[str, object]) -> list[object] | None:
    """The list of records that an export or an API's answer carries, however deep it wraps it."""
    level = [value]
    for _ in range(_WRAPPER_DEPTH):
        inner: list[dict[str, object]] = []
        for holder in level:
            if any(isinstance(holder.get(key), str) for key in TEXT_KEYS):
                continue
            for key in _WRAPPERS:
                found = holder.get(key)
                if isinstance(found, list):
                    return found
                if isinstance(found, dict):
                    inner.append(found)
        level = inner
    return None


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
