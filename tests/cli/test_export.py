"""Briefs as files: whole files, nothing of the user's lost."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from briefing.cli.export import create_folder, write_file
from briefing.errors import ExportError

BRIEF = "---\nsources:\n  - sha256: abc\n---\n"


def test_a_file_is_written_and_an_earlier_brief_replaced(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    write_file(path, BRIEF)
    write_file(path, BRIEF + "more\n")
    assert path.read_text(encoding="utf-8") == BRIEF + "more\n"
    assert stat.S_IMODE(path.stat().st_mode) & 0o600 == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["brief.md"]


@pytest.mark.parametrize("words", ["my notes", "---\nmy notes", "six --hash=sha256:0f0"])
def test_a_file_that_is_no_brief_is_left_alone_unless_forced(tmp_path: Path, words: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(ExportError, match="--force"):
        write_file(path, BRIEF)
    assert path.read_text(encoding="utf-8") == words
    write_file(path, BRIEF, is_forced=True)
    assert path.read_text(encoding="utf-8") == BRIEF


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("---\nsha256 of something", encoding="utf-8")
    link = tmp_path / "brief.md"
    link.symlink_to(precious)
    write_file(link, BRIEF)
    assert precious.read_text(encoding="utf-8") == "---\nsha256 of something"
    assert not link.is_symlink()


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        write_file(tmp_path / "absent" / "brief.md", BRIEF)
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ExportError, match="name a folder"):
        create_folder(str(tmp_path / "file"))


def test_a_folder_is_made(tmp_path: Path) -> None:
    assert create_folder(str(tmp_path / "a" / "b")).is_dir()
    assert create_folder(str(tmp_path / "a" / "b")).is_dir()
