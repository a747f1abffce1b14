"""Files beside those that are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.exporters.writing import write_beside


def test_the_same_text_is_written_once_and_another_beside_it(tmp_path: Path) -> None:
    for text in ("one\r\ntwo", "one\r\ntwo", "three"):
        write_beside(tmp_path, "brief", ".ics", text)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {
        "brief.ics": b"one\r\ntwo",
        "brief-2.ics": b"three",
    }


def test_a_brief_with_a_comment_is_the_same_brief(tmp_path: Path) -> None:
    text = "# T\n\n## Comment\n\n## Sources\n\n1. x\n"
    first = write_beside(tmp_path, "brief", ".md", text)
    first.write_text(text.replace("## Comment\n", "## Comment\n\nMine.\n"), encoding="utf-8")
    assert write_beside(tmp_path, "brief", ".md", text) == first
    assert "Mine." in first.read_text(encoding="utf-8")


def test_a_folder_of_the_name_is_stepped_over(tmp_path: Path) -> None:
    (tmp_path / "brief.md").mkdir()
    assert write_beside(tmp_path, "brief", ".md", "x\ud800").name == "brief-2.md"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_beside(tmp_path / "absent", "brief", ".md", "x")
