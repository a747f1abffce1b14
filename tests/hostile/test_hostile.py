"""Of a hostile corpus no sequence reaches the terminal; all runs: `python -m tests.hostile`.

The runs are few and the keys short here, since each starts the program anew.
"""

from __future__ import annotations

import base64
import shutil
import sys
from pathlib import Path

import pytest

from tests.hostile.corpus import ATTACKS, MARK, NUMBER, write_corpus
from tests.hostile.runs import (
    COMMANDS,
    KEYS,
    MISTAKES,
    fail_to_open,
    has_run,
    is_calm,
    judge,
    kinds_in,
    read_corpus,
    run_commands,
)
from tests.hostile.sequences import sequences_in
from tests.hostile.session import ROOT, Sent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys")

_FEW = ("analyse --json", "search", "brief", "an error")
_SHORT = ("j", "\r", "J", "y", "w", "\x1b", "s", "\x1b", "r", "\x1b", "p", "\x1b", "c", "z", "q")


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """A home, a folder with harmless pages, and one with hostile ones."""
    home, calm, hostile = (tmp_path_factory.mktemp(name) for name in ("home", "calm", "hostile"))
    shutil.copytree(ROOT / "seeds", calm / "pages")
    write_corpus(hostile / "pages")
    return home, calm, hostile


@pytest.fixture(scope="module")
def own(places: tuple[Path, Path, Path]) -> frozenset[str]:
    """The sequences that the program makes: those that it sends for harmless pages."""
    home, calm, _ = places
    few = {name: COMMANDS[name] for name in _FEW}
    sent = [*dict(run_commands(few, calm, home)).values(), read_corpus(calm, home, _SHORT)]
    return frozenset().union(*(kinds_in(one.raw) for one in sent))


def check(name: str, sent: Sent, own: frozenset[str], expected: int = 0) -> None:
    result = judge(name, sent, own)
    assert sent.code == expected, sent.raw[-600:]
    assert result.foreign == []
    assert result.size > 60


def test_no_command_lets_a_sequence_through(
    places: tuple[Path, Path, Path], own: frozenset[str]
) -> None:
    home, _, hostile = places
    few = {name: COMMANDS[name] for name in _FEW}
    for name, sent in run_commands(few, hostile, home):
        check(name, sent, own, expected=2 if name == "an error" else 0)


def test_no_message_lets_a_sequence_through(
    places: tuple[Path, Path, Path], own: frozenset[str]
) -> None:
    home, _, hostile = places
    few = {name: MISTAKES[name] for name in ("a hostile path", "a hostile format")}
    for name, sent in run_commands(few, hostile, home):
        check(name, sent, own, expected=2)


def test_the_reader_lets_no_sequence_through(
    places: tuple[Path, Path, Path], own: frozenset[str]
) -> None:
    home, _, hostile = places
    check("the reader", read_corpus(hostile, home, _SHORT), own)
    assert not judge("a pattern", fail_to_open(hostile, home), own).foreign


def test_what_the_program_makes_is_known(own: frozenset[str]) -> None:
    assert {"CSI m", "CSI ?1049h", "] 52"} < own
    assert not {kind for kind in own if kind.startswith(("P", "_", "^", "X", "U+009", "U+20"))}


@pytest.mark.parametrize("attack", [a for a in ATTACKS if "\x1b" in a or "\x9b" in a])
def test_an_attack_that_got_through_would_be_seen(attack: str) -> None:
    own = frozenset({"CSI m", "CSI H", "ESC c", "U+000D", "U+000A"})
    for raw in (b"words %b words", b"\x1b[1;31mwords\x1b[0m %b \r\n"):
        judged = judge("a run", Sent(raw % attack.encode(), 0), own)
        assert judged.foreign or attack == "\x1bc"
        assert judged.sequences > 0


def test_sequences_are_told_by_kind() -> None:
    raw = b"\x1b[1;2Ha\x1b[?25lb\x1b]0;t\x07c\x1bPq\x1b\\d\xc2\x9b\xe2\x80\xae\xff\x1b(B\x08"
    kinds = [sequence.kind for sequence in sequences_in(raw)]
    assert kinds == [
        *("CSI H", "CSI ?25l", "] 0", "P q", "U+009B", "U+202E", "U+DCFF", "ESC (B", "U+0008")
    ]


@pytest.mark.parametrize(
    ("words", "is_harmless"),
    [("plain words", True), ("a\x1b[31mb", False), ("rm -rf /\n", False), ("\u202eexe", False)],
)
def test_what_is_copied_must_be_fit_to_paste(words: str, is_harmless: bool) -> None:
    packed = base64.b64encode(words.encode()).decode()
    assert is_calm(f"\x1b]52;c;{packed}\x07") is is_harmless


def test_the_corpus_holds_every_attack(tmp_path: Path) -> None:
    write_corpus(tmp_path / "pages")
    files = [p for p in (tmp_path / "pages").iterdir() if p.is_file() and p.suffix != ".zip"]
    held = b"".join(p.read_bytes() for p in files)
    assert all(attack.encode("utf-8", "replace") in held for attack in ATTACKS[::2])
    assert MARK.encode() in held
    assert str(NUMBER).encode() in held
    assert any("\x1b" in p.name for p in files)


def test_all_windows_are_opened_in_the_long_run() -> None:
    assert set(_SHORT) < {*KEYS, "q"}
    assert has_run(judge("events", Sent(b"", 0), frozenset()))
    assert not has_run(judge("events", Sent(b"", 1), frozenset()))
