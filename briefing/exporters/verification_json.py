"""Checking a JSON brief, one object a line.

Invariant: every object under a list of citations, and every value of a difference, is re-opened;
a citation without its words is a mismatch, because nothing could be compared.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from briefing.errors import VerificationError
from briefing.exporters.seal import SEAL, seal_record
from briefing.exporters.verification_sources import (
    ClaimedSource,
    Mismatch,
    SourceShelf,
    check_range,
)
from briefing.model import Article

_VERBATIM = ("bluf", "points", "quotes", "timeline", "next", "background")
_DERIVED = ("facts",)


def check_json(text: str, open_article: Callable[[str], Article | None]) -> Iterator[Mismatch]:
    """The mismatches of a file of JSON briefs; raises `VerificationError` if it is none."""
    for line, record in _records(text):
        if not isinstance(record, dict) or not {"event", "sources", "points"} <= record.keys():
            raise VerificationError(f"line {line} is JSON, but no brief")
        yield from _check_record(record, line, open_article)
        if record.get(SEAL) != seal_record(record):
            yield Mismatch(line, "the brief is not as it was written")


def _records(text: str) -> Iterator[tuple[int, Any]]:
    try:
        yield 1, json.loads(text)
    except RecursionError as error:
        raise VerificationError("the JSON is nested too deeply for a brief") from error
    except ValueError:
        yield from _lines(text)


def _lines(text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError) as error:
                raise VerificationError(f"line {number} is no JSON: {error}") from error


def _check_record(
    record: dict[str, Any], line: int, open_article: Callable[[str], Article | None]
) -> Iterator[Mismatch]:
    try:
        sources = [_claimed(s, line) for s in record["sources"]]
        shelf = SourceShelf.open_all(sources, open_article)
        yield from shelf.mismatches
        numbers = {s.article: s.number for s in sources}
        cited = 0
        for key in (*_VERBATIM, *_DERIVED):
            for entry in record.get(key, []):
                shown = str(entry["text"]) if key in _VERBATIM else None
                cited += len(entry["citations"])
                for reason in _check_entry(shown, entry["citations"], numbers, shelf):
                    yield Mismatch(line, f"{key}: {reason}")
        for difference in record.get("differences", []):
            for value in difference["values"]:
                cited += 1
                for reason in _check_citation(value, numbers, shelf):
                    yield Mismatch(line, f"differences: {reason}")
    except (KeyError, TypeError, AttributeError) as error:
        raise VerificationError(f"line {line} lacks a field of a brief: {error}") from error
    if not cited:
        yield Mismatch(line, "the brief has no citations")


def _claimed(source: dict[str, Any], line: int) -> ClaimedSource:
    return ClaimedSource(
        number=source["number"],
        article=source["article"],
        path=source["path"],
        language=source.get("language") or "",
        sha256=source["sha256"],
        line=line,
    )


def _check_entry(
    shown: str | None, citations: list[dict[str, Any]], numbers: dict[str, int], shelf: SourceShelf
) -> Iterator[str]:
    if shown is not None and not citations:
        yield f"“{shown}” has no citation"
    elif shown is not None and shown != citations[0].get("text"):
        yield f"“{shown}” is not what its first citation quotes"
    for citation in citations:
        yield from _check_citation(citation, numbers, shelf)


def _check_citation(
    citation: dict[str, Any], numbers: dict[str, int], shelf: SourceShelf
) -> Iterator[str]:
    article, start, end = citation["article"], citation["start"], citation["end"]
    number = numbers.get(article)
    if number is None:
        yield f"{article} is not among the sources"
        return
    if type(start) is not int or type(end) is not int:
        yield f"the range of a citation of {article} is not whole numbers"
        return
    yield from check_range(shelf, number, start, end)
    words = shelf.words(number, start, end)
    if "text" not in citation:
        yield f"the citation {article} {start}–{end} carries no words"
    elif words is not None and words != citation["text"]:
        yield f"the words at {start}–{end} of {article} are “{words}”"
