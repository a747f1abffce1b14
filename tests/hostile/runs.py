"""Every command on a corpus, and the reader with its windows opened one after the other.

Invariant: each run is the same whatever the corpus; what gets through is judged by what the same
runs send for a corpus that attacks nobody.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.hostile.corpus import MARK, NUMBER
from tests.hostile.sequences import Sequence as Escape
from tests.hostile.sequences import sequences_in
from tests.hostile.session import Sent, run_in_terminal

_ATTACK = f"\x1b]0;{MARK}\x07\x1b[{NUMBER}m\x9b{NUMBER}m"
_ENTER, _ESCAPE, _TAB = "\r", "\x1b", "\t"
KEYS = (
    *("j", "j", _ENTER, "J", "J", "y", "Y", "c", "n", "m", "i", _ESCAPE, "z", "z", _TAB, _TAB),
    *("j", _ENTER, "w", _ESCAPE, "s", _ESCAPE, "r", _ESCAPE, "p", "j", _ENTER, _ESCAPE, "?"),
    *(_ESCAPE, "f", "oslo", _ENTER, "j", _ENTER, ":", "talks", _ESCAPE, "a", "a note", "\x13"),
    *("*", "U", "x", "b", "L", "L", "t", "G", "g", "/", "oslo", _ENTER, _ESCAPE, "q"),
)
"""What is pressed in the reader; each once the screen has come to rest."""


@dataclass
class Result:
    """What one run sent: how many bytes and sequences, and those that are not the program's."""

    name: str
    size: int
    sequences: int
    code: int
    foreign: list[str] = field(default_factory=list)


COMMANDS: Mapping[str, Sequence[str]] = {
    "analyse": ("analyse", "pages"),
    "analyse --json": ("analyse", "pages", "--json"),
    "events": ("events", "pages"),
    "events --json": ("events", "pages", "--json"),
    "entities": ("entities", "pages"),
    "entities --json": ("entities", "pages", "--json"),
    "search": ("search", "pages", "oslo"),
    "search --json": ("search", "pages", "oslo", "--json"),
    "brief": ("brief", "pages", "--all"),
    "brief --format json": ("brief", "pages", "--all", "--format", "json"),
    "brief --format html": ("brief", "pages", "--all", "--format", "html"),
    "brief --output": ("brief", "pages", "--all", "--output", "briefs"),
    "corrections": ("corrections", "pages"),
    "notes": ("notes", "pages"),
    "an error": ("events", "nowhere"),
}
"""What is run on any corpus; the last makes the one sequence that wipes a line."""

MISTAKES: Mapping[str, Sequence[str]] = {
    "a hostile path": ("events", f"no{_ATTACK}such"),
    "a hostile pattern": ("events", f"no{_ATTACK}*"),
    "a hostile command": (f"no{_ATTACK.replace('[', '')}such",),
    "a hostile option": ("events", "pages", f"--{_ATTACK}"),
    "a hostile event": ("brief", "pages", "--event", _ATTACK),
    "a hostile query": ("search", "pages", f"{_ATTACK}:x"),
    "a hostile format": ("brief", "pages", "--all", "--format", _ATTACK),
    "a hostile brief": ("verify", f"no{_ATTACK}such.md"),
    "a hostile model": ("models", "--model", f"en={_ATTACK}"),
}
"""What a script might pass on from a page."""

NO_MATCH = "the reader, a hostile pattern"
_MISTAKEN = frozenset({*MISTAKES, NO_MATCH, "an error"})


def run_commands(
    commands: Mapping[str, Sequence[str]], folder: Path, home: Path
) -> Iterator[tuple[str, Sent]]:
    """What each command sends, by its name."""
    for name, arguments in commands.items():
        yield name, run_in_terminal(arguments, folder, home)


def read_corpus(folder: Path, home: Path, keys: Sequence[str] = KEYS) -> Sent:
    """What the reader sends."""
    return run_in_terminal(("pages",), folder, home, keys, ready=b"\x1b[?1049h")


def fail_to_open(folder: Path, home: Path) -> Sent:
    """What the reader sends for a pattern that nothing matches: the window that says so."""
    pattern = f"no{_ATTACK}*"
    return run_in_terminal((pattern,), folder, home, (_ESCAPE, "q", "q"), ready=b"\x1b[?1049h")


def judge(name: str, sent: Sent, own: frozenset[str]) -> Result:
    """The run's result; `own` are the kinds of sequences that the program makes."""
    found = list(sequences_in(sent.raw))
    foreign = [repr(one.sent) for one in found if one.kind not in own or is_hostile(one)]
    return Result(name, len(sent.raw), len(found), sent.code, foreign)


def is_hostile(sequence: Escape) -> bool:
    """Whether a sequence carries what only the corpus holds, or copies what steers a terminal."""
    if sequence.kind == "] 52":
        return not is_calm(sequence.sent)
    return MARK in sequence.sent or NUMBER in sequence.numbers


def is_calm(copied: str) -> bool:
    """Whether words that the reader sends to the clipboard can be pasted without harm."""
    packed = copied.removeprefix("\x1b]52;c;").rstrip("\x07\x1b\\")
    try:
        words = base64.b64decode(packed, validate=True)
    except binascii.Error:
        return False
    return not list(sequences_in(words)) and b"\n" not in words


def has_run(result: Result) -> bool:
    """Whether the run was what it is meant to be, and not cut short by a fault."""
    if result.name == "verify":  # a page of nothing but signs has a brief without citations
        return result.code in {0, 1}
    return result.code in ({0, 2} if result.name in _MISTAKEN else {0})


def kinds_in(raw: bytes) -> frozenset[str]:
    """The kinds of sequences that a run sends."""
    return frozenset(sequence.kind for sequence in sequences_in(raw))
