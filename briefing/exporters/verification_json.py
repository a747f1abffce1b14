"""Checking a JSON brief, one object a line.

Invariant: every object under a list of citations, and every value of a difference, is re-opened;
a citation without its words is a mismatch, because nothing could be compared.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from briefing.errors import VerificationError
from briefing.exporters.layout import count
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
_CLAIMING = (*_VERBATIM, *_DERIVED, "differences", "attendance", "matrix")
"""What tells something of the event: pages without a word of their own fill none of it."""


def is_json(text: str) -> bool:
    """Whether a file is meant to be JSON."""
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def is_sealed(text: str) -> bool:
    """Whether every brief of a file is as it was written."""
    return all(r.get(SEAL) == seal_record(r) for _, r in _records(text) if isinstance(r, dict))


def check_json(text: str, open_article: Callable[[str], Article | None]) -> Iterator[Mismatch]:
    """The mismatches of a file of JSON briefs; raises `VerificationError` if it is none."""
    for line, record in _records(text):
        if not isinstance(record, dict) or not {"event", "sources", "points"} <= record.keys():
            raise VerificationError(f"line {line} is JSON, but no brief")
        yield from _check_record(record, line, open_article)
        if record.get(SEAL) != seal_record(record):
            yield Mismatch(line, "the brief is not as it was written")


def _records(text: str) -> Iterator[tuple[int, Any]]:
    text = text.removeprefix("\ufeff")
    try:
        yield 1, json.loads(text, object_pairs_hook=_once)
    except RecursionError as error:
        raise VerificationError("the JSON is nested too deeply for a brief") from error
    except ValueError:
        yield from _lines(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose fields stand once each: of two, some programs read the first."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise VerificationError(f"the field {twice!r} of the JSON stands twice in one object")
    return found


def _lines(text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                yield number, json.loads(line, object_pairs_hook=_once)
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
        for where, shown, citations in _entries(record):
            cited += len(citations)
            for reason in _check_entry(shown, citations, numbers, shelf):
                yield Mismatch(line, f"{where}: {reason}")
        yield from (Mismatch(line, reason) for reason in _check_origins(record))
        for where, article, citations in _by_source(record):
            cited += len(citations)
            for reason in _check_own(article, citations, numbers, shelf):
                yield Mismatch(line, f"{where}: {reason}")
    except (KeyError, TypeError, AttributeError) as error:
        raise VerificationError(f"line {line} lacks a field of a brief: {error}") from error
    if not cited and any(record.get(key) for key in _CLAIMING):
        yield Mismatch(line, "the brief has no citations")


def _entries(record: dict[str, Any]) -> Iterator[tuple[str, str | None, list[dict[str, Any]]]]:
    """Each list of citations, with the words that it must show where they are a source's own."""
    for key in (*_VERBATIM, *_DERIVED):
        for number, entry in enumerate(record.get(key, []), start=1):
            shown = str(entry["text"]) if key in _VERBATIM else None
            yield f"{key} {number}", shown, entry["citations"]
    for number, quote in enumerate(record.get("quotes", []), start=1):
        for variant in quote.get("variants", []):
            yield f"quotes {number}, variant", str(variant["text"]), variant["citations"]
    for number, difference in enumerate(record.get("differences", []), start=1):
        yield f"differences {number}", None, difference["values"]
    changes = record["delta"]["changes"] if "delta" in record else []
    for number, change in enumerate(changes, start=1):
        is_shown = change["kind"] != "fact" and change["change"] != "withdrawn"
        yield f"delta {number}", str(change["text"]) if is_shown else None, change["citations"]


def _check_origins(record: dict[str, Any]) -> Iterator[str]:
    """Counts of independent origins, counted again by the groups of the sources."""
    groups = {source["article"]: source.get("group") for source in record["sources"]}
    if record.get("origins") != len(set(groups.values())):
        yield f"origins: the sources have {len(set(groups.values()))}"
    for key in ("bluf", "facts", "points", "next", "background"):
        for number, entry in enumerate(record.get(key, []), start=1):
            counted = len({groups.get(c["article"]) for c in entry["citations"]})
            if entry["citations"] and entry.get("origins") != counted:
                words = count(counted, "independent origin")
                yield f"{key} {number}: the sources cited have {words}"


def _by_source(
    record: dict[str, Any],
) -> Iterator[tuple[str, str | None, list[dict[str, Any]]]]:
    """Each list of citations that tells of one source, with that source where it must be its own.

    An account or a cell cites its own source only; evidence of a copy cites the original too.
    """
    for attendee in record.get("attendance", []):
        for account in attendee["accounts"]:
            yield f"attendance of {attendee['name']}", account["article"], account["citations"]
    for row in record.get("matrix", []):
        for cell in row["cells"]:
            yield f"matrix, {row['kind']}", cell["article"], cell["citations"]
    for node in record.get("origin_tree", []):
        for evidence in node["evidence"]:
            yield f"origin of {node['article']}", None, evidence["citations"]


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


def _check_own(
    article: str | None,
    citations: list[dict[str, Any]],
    numbers: dict[str, int],
    shelf: SourceShelf,
) -> Iterator[str]:
    for citation in citations:
        if article not in {None, citation["article"]}:
            yield f"{citation['article']} is cited for {article}"
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
