"""Briefs as files: safe names, whole files, nothing of the user's lost."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.export import create_folder, file_name, write_file
from briefing.errors import ExportError
from briefing.model import Event, EventDate, Place

BRIEF = "sources:\n  - sha256: abc\n"


def event(identifier: str, label: str, date: str | None = None) -> Event:
    when = EventDate(date) if date else None
    return Event(identifier, label, "meeting", when, Place(), (), (), ())


def test_a_name_says_date_label_and_id() -> None:
    named = event("e1f0", "Ada Lorn reçoit l'émissaire à Velm", "2031-05-04")
    assert file_name(named, ".md") == "2031-05-04-ada-lorn-recoit-l-emissaire-a-velm-e1f0.md"


def test_a_dash_parts_words() -> None:
    assert file_name(event("e1", "Lorn–Berg talks"), ".md") == "lorn-berg-talks-e1.md"


def test_a_label_of_another_script_leaves_date_and_id() -> None:
    assert file_name(event("e1", "قمة في الميناء", "2031-05"), ".html") == "2031-05-e1.html"


@given(st.text(), st.text(), st.text())
def test_whatever_the_pages_say_a_name_stays_in_its_folder(
    identifier: str, label: str, date: str
) -> None:
    name = file_name(event(f"e{identifier}", label, date), ".md")
    assert re.fullmatch(r"[a-z0-9-]+\.md", name)
    assert not name.startswith("-")


def test_a_long_label_is_cut_between_words() -> None:
    name = file_name(event("e1", "words " * 500), ".md")
    assert len(name) < 100
    assert set(name.removesuffix("-e1.md").split("-")) == {"words"}
    assert file_name(event("e1", "x" * 500), ".md") == "e1.md"


def test_a_file_is_written_and_an_earlier_brief_replaced(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    write_file(path, BRIEF)
    write_file(path, BRIEF + "more\n")
    assert path.read_text(encoding="utf-8") == BRIEF + "more\n"
    assert stat.S_IMODE(path.stat().st_mode) & 0o600 == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["brief.md"]


def test_a_file_that_is_no_brief_is_left_alone_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("my notes", encoding="utf-8")
    with pytest.raises(ExportError, match="--force"):
        write_file(path, BRIEF)
    assert path.read_text(encoding="utf-8") == "my notes"
    write_file(path, BRIEF, is_forced=True)
    assert path.read_text(encoding="utf-8") == BRIEF


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("sha256 of something", encoding="utf-8")
    link = tmp_path / "brief.md"
    link.symlink_to(precious)
    write_file(link, BRIEF)
    assert precious.read_text(encoding="utf-8") == "sha256 of something"
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
