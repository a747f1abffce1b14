"""What a terminal would do with bytes: text, control characters, and sequences.

Invariant: every byte belongs to exactly one piece; a sequence is told by its kind and final
character as ECMA-48 and xterm have them, its numbers apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PIECE = re.compile(
    r"\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    r"|\x1b(?P<open>[\]PX^_])(?P<string>[^\x07\x1b\x9c]*)(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b(?P<short>[ -/]*[0-~])"
    r"|(?P<control>[\x00-\x08\x0a-\x1f\x7f-\x9f]|\udc80|[\udc81-\udcff])"
    r"|(?P<hidden>[\u202a-\u202e\u2066-\u2069\u2028\u2029\U000e0000-\U000e007f])"
)
_NUMBERS = re.compile(r"\d+")


class Sequence(NamedTuple):
    """A sequence or control character: what it is, without its numbers, and as it was sent."""

    kind: str
    sent: str

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers that it carries."""
        return tuple(int(number) for number in _NUMBERS.findall(self.sent))


def sequences_in(raw: bytes) -> Iterator[Sequence]:
    """Everything among the bytes that is not plain text."""
    text = raw.decode("utf-8", "surrogateescape")
    for match in _PIECE.finditer(text):
        yield Sequence(_kind(match), match.group())


def _kind(match: re.Match[str]) -> str:
    if (csi := match["csi"]) is not None:
        # Modes are told apart by their numbers, positions and colours are not.
        is_mode = csi[-1] in "hl"
        return f"CSI {csi if is_mode else _NUMBERS.sub('', csi).replace(';', '').replace(':', '')}"
    if match["open"] is not None:
        return f"{match['open']} {match['string'].partition(';')[0]}"
    if match["short"] is not None:
        return f"ESC {match['short']}"
    return f"U+{ord(match.group()):04X}"
