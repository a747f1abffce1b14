"""The seal of a brief: what was written, line by line, so that any later change shows.

Invariant: the seal covers every line but its own and the analyst's comment. It guards against
slips and edits, not against a forger, who could make a new seal; the citations are checked apart.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from briefing.exporters.layout import COMMENT

SEAL = "seal"
_REWRITTEN = "this line is not as it was written"
_SEAL_LINE = re.compile(rf'^{SEAL}: "([^"]*)"$')
_DIGITS = 4
"""Characters of the seal per line: 24 bits."""


def seal_lines(lines: Sequence[str]) -> str:
    """The line of the front matter that seals all others."""
    digests = "".join(_digest(line) for _, line in _sealed(lines))
    return f'{SEAL}: "{digests}.{_digest(digests)}"'


def broken_lines(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """1-based lines that are not as they were written, with the reason."""
    stated = next(
        ((n, m[1]) for n, line in enumerate(lines, 1) if (m := _SEAL_LINE.match(line))), None
    )
    if stated is None:
        yield 1, "the brief has no seal"
        return
    digests, _, check = stated[1].rpartition(".")
    if _digest(digests) != check:
        yield stated[0], "the seal itself is damaged"
        return
    before = [digests[n : n + _DIGITS] for n in range(0, len(digests), _DIGITS)]
    sealed = list(_sealed(lines))
    now = [_digest(line) for _, line in sealed]
    changes = [
        op
        for op in SequenceMatcher(None, before, now, autojunk=False).get_opcodes()
        if op[0] != "equal"
    ]
    # A line that was moved is missing in one place and new in another.
    gone = Counter(d for _, first, last, _, _ in changes for d in before[first:last])
    moved = gone & Counter(d for *_, start, end in changes for d in now[start:end])
    for tag, first, last, start, end in changes:
        if tag == "delete" and any(not moved[digest] for digest in before[first:last]):
            place = sealed[min(start, len(sealed) - 1)][0] if sealed else 1
            yield place, "a line before this one is missing"
        for number, line in sealed[start:end]:
            was_elsewhere = moved[_digest(line)] > 0
            yield number, "this line was moved" if was_elsewhere else _REWRITTEN


def seal_record(record: dict[str, Any]) -> str:
    """The seal of a JSON brief: a hash of all its other fields."""
    others = {key: value for key, value in record.items() if key != SEAL}
    text = json.dumps(others, sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def _sealed(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines under the seal with their numbers: no blank ones, no comment, not the seal."""
    is_comment = False
    for number, line in enumerate(lines, start=1):
        if line.startswith("## "):
            is_comment = line == f"## {COMMENT}"
        elif is_comment or not line.strip() or _SEAL_LINE.match(line):
            continue
        yield number, line


def _digest(line: str) -> str:
    raw = hashlib.blake2b(line.encode("utf-8", "surrogatepass"), digest_size=3).digest()
    return urlsafe_b64encode(raw).decode()
