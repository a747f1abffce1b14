"""What stands beside a saved page: a hidden file that says of it what the page may not say itself.

Invariant: the page comes first: what stands beside counts where the page is silent. A file that is
damaged, too large or of another kind counts as none, and reading never fails.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from briefing.plugins import Declared

MAX_BYTES = 65_536

_DECLARED = tuple(field.name for field in fields(Declared))


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of a page apart from its bytes; `charset` is what its server called them."""

    declared: Declared
    charset: str | None = None


def name_beside(page: str) -> str:
    """The name of the file beside a page: "bridge.html" -> ".bridge.html.json"."""
    return f".{page}.json"


def path_beside(path: str) -> str:
    """The path of the file beside a page, in POSIX form: "a/b.html" -> "a/.b.html.json"."""
    folder, slash, page = path.rpartition("/")
    return f"{folder}{slash}{name_beside(page)}"


def write_beside(beside: Beside, more: Mapping[str, object]) -> bytes:
    """The file's bytes; `more` is kept for people and other programs."""
    known = {**asdict(beside.declared), "charset": beside.charset, **more}
    record = {key: value for key, value in known.items() if value is not None}
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def parse_beside(raw: bytes) -> Beside | None:
    """What the file says; None where it says nothing that can be understood."""
    if len(raw) > MAX_BYTES:
        return None
    try:
        record = json.loads(raw)
    except (RecursionError, ValueError):
        return None
    if not isinstance(record, dict):
        return None
    words = {key: value for key, value in record.items() if isinstance(value, str) and value}
    declared = Declared(**{key: words[key] for key in _DECLARED if key in words})
    return Beside(declared, words.get("charset"))
