"""What is piped in: named, and kept while the terminal takes its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.cli import piping
from briefing.cli.piping import INPUT, keyboard_kept, name_input


def test_a_lone_hyphen_is_the_name_of_standard_input() -> None:
    assert name_input(["analyse", "-", "--json", "-q", "a-b"]) == [
        "analyse", INPUT, "--json", "-q", "a-b",
    ]  # fmt: skip


def test_paths_without_standard_input_are_left_alone() -> None:
    with keyboard_kept(["a", "b/"]) as paths:
        assert paths == ("a", "b/")


def test_what_is_piped_in_is_kept_and_the_terminal_read_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "keys").write_bytes(b"q")
    reading, writing = os.pipe()
    os.write(writing, b"A page.")
    os.close(writing)
    monkeypatch.setattr(piping, "_TERMINAL", str(tmp_path / "keys"))
    with open(reading, encoding="utf-8") as piped:  # noqa: PTH123 a descriptor has no path
        monkeypatch.setattr("sys.stdin", piped)
        with keyboard_kept(["a", INPUT]) as (other, kept):
            assert other == "a"
            assert Path(kept).name == "stdin"
            assert Path(kept).read_bytes() == b"A page."
            assert os.read(piped.fileno(), 5) == b"q"
        assert not Path(kept).exists()
