"""What the user names: addresses, files of addresses, lists of feeds saved as files.

Invariant: what is named is an address or a file that is there; anything else is an error before
the first request. A line of a file that is no address costs itself only.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.errors import BriefingError
from briefing.fetching.addresses import AddressError, check_address
from briefing.fetching.kinds import Formats, Purpose, Target
from briefing.model import Rejection
from briefing.plugins import Declared

MAX_BYTES = 16 * 2**20
"""Of a file of addresses."""

STANDARD_INPUT = frozenset({"-", "/dev/stdin"})

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_FEED_SCHEME = re.compile(r"feed:(?://)?(?=https?://)|feed://", re.IGNORECASE)


def read_inputs(named: Sequence[str], formats: Formats) -> tuple[list[Target], list[Rejection]]:
    """The targets that the user names, and the lines of files that are none."""
    targets: list[Target] = []
    rejections: list[Rejection] = []
    for name in named:
        if _SCHEME.match(name) or _FEED_SCHEME.match(name):
            targets.append(_named(name))
            continue
        path = Path(name).expanduser()
        if name not in STANDARD_INPUT and not path.is_file():
            raise BriefingError(
                f"{name} is neither an address nor a file",
                "addresses begin with http:// or https://",
            )
        for found in _read_file(name, path, formats):
            if isinstance(found, Rejection):
                rejections.append(found)
            else:
                targets.append(found)
    return targets, rejections


def _named(text: str) -> Target:
    try:
        return Target(_web_address(text), Purpose.NAMED)
    except AddressError as error:
        raise BriefingError(f"{text}: {error}", "name another address") from error


def _web_address(text: str) -> str:
    """An address, one of the old scheme for feeds among them."""
    found = _FEED_SCHEME.match(text)
    if found is None:
        return check_address(text)
    rest = text[found.end() :]
    return check_address(rest if _SCHEME.match(rest) else f"http://{rest}")


def _read_file(name: str, path: Path, formats: Formats) -> Iterator[Target | Rejection]:
    raw = _read_bytes(name, path)
    try:
        if formats.lists_feeds(raw):
            yield from _listed(name, formats.feeds_in(raw), Purpose.FEED)
        elif formats.is_feed(raw):
            yield from _listed(name, formats.entries_in(raw, ""), Purpose.PAGE)
        else:
            yield from _lines(name, raw)
    except ValueError as error:
        yield Rejection(name, None, str(error))


def _read_bytes(name: str, path: Path) -> bytes:
    try:
        if name in STANDARD_INPUT:
            raw = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with path.open("rb") as file:
                raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise BriefingError(f"{name}: {error.strerror or error}") from error
    if len(raw) > MAX_BYTES:
        raise BriefingError(f"{name} is larger than {MAX_BYTES // 2**20} MiB")
    return raw


def _listed(name: str, found: Sequence[Declared], purpose: Purpose) -> Iterator[Target | Rejection]:
    for declared in found:
        try:
            yield Target(_web_address(declared.url or ""), purpose, declared)
        except AddressError as error:
            yield Rejection(declared.url or name, None, str(error))


def _lines(name: str, raw: bytes) -> Iterator[Target | Rejection]:
    """One address a line; what follows it on the line, and lines that begin with #, are remarks."""
    lines = raw.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
    for number, line in enumerate(lines, start=1):
        words = line.split(maxsplit=1)
        if not words or words[0].startswith("#"):
            continue
        try:
            yield Target(_web_address(words[0]), Purpose.NAMED)
        except AddressError as error:
            yield Rejection(name, number, f"{words[0]} {error}")
