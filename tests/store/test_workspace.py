"""The workspace: kept between runs, never thrown away, safe with two programs at once."""

from __future__ import annotations

import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from briefing.errors import StoreError
from briefing.model import Correction, CorrectionKind
from briefing.store import schema as module
from briefing.store.schema import SCHEMA
from briefing.store.workspace import (
    FILE,
    ArticleMark,
    EventMark,
    ReadingPlace,
    Workspace,
    find_event_mark,
    load_corrections,
    open_workspace,
)

TOGETHER = Correction(CorrectionKind.TOGETHER, ("h1", "h2"))
APART = Correction(CorrectionKind.APART, ("h3",), ("h1", "h2"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work" / FILE


def test_marks_are_there_in_the_next_run(path: Path) -> None:
    with Workspace(path) as workspace:
        workspace.mark_article("h1", "is_read", value=True)
        workspace.mark_article("h1", "note", "ask [b]\n")
        workspace.mark_event(("h2", "h1"), "is_starred", value=True)
    with Workspace(path) as workspace:
        assert workspace.article_marks() == {"h1": ArticleMark(is_read=True, note="ask [b]\n")}
        assert workspace.event_marks() == {frozenset(("h1", "h2")): EventMark(is_starred=True)}


def test_a_place_is_kept_by_corpus(path: Path) -> None:
    place = ReadingPlace(("h1",), "h1", 120)
    with Workspace(path) as workspace:
        workspace.keep_place("pages", place)
        workspace.keep_place("others", ReadingPlace(()))
    with Workspace(path) as workspace:
        assert workspace.place("pages") == place
        assert workspace.place("unknown") is None


def test_the_latest_searches_are_kept_each_once(path: Path) -> None:
    with Workspace(path) as workspace:
        for query in ("one", "two", "one"):
            workspace.keep_search(query)
        assert workspace.searches() == ("one", "two")
        for number in range(20):
            workspace.keep_search(str(number))
        assert len(workspace.searches()) == 12


def test_decisions_are_undone_together_the_latest_first(path: Path) -> None:
    with Workspace(path) as workspace:
        workspace.correct([TOGETHER])
        workspace.correct([APART, TOGETHER])
        assert workspace.corrections() == (TOGETHER, APART, TOGETHER)
        assert workspace.undo_correction(("h3",))
        assert workspace.corrections() == (TOGETHER,)
        assert not workspace.undo_correction(("h3",))
        assert workspace.undo_correction(("h2",))
        assert workspace.corrections() == ()


def test_without_a_file_everything_lasts_as_long_as_the_program() -> None:
    with open_workspace("off") as workspace:
        workspace.mark_article("h", "is_starred", value=True)
        assert workspace.article_marks()["h"].is_starred


def test_the_file_is_its_owners_alone(path: Path) -> None:
    with open_workspace(str(path.parent)):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_looking_for_corrections_makes_no_file(path: Path) -> None:
    assert load_corrections(str(path.parent)) == ()
    assert load_corrections("off") == ()
    assert not path.exists()
    with Workspace(path) as workspace:
        workspace.correct([APART])
    assert load_corrections(str(path.parent)) == (APART,)


def test_two_programs_change_different_fields_of_one_mark(path: Path) -> None:
    with Workspace(path) as one, Workspace(path) as two:
        one.mark_article("h", "is_starred", value=True)
        two.mark_article("h", "note", "seen")
        one.mark_article("h", "is_read", value=True)
        assert two.article_marks() == {"h": ArticleMark(is_read=True, is_starred=True, note="seen")}


def test_two_programs_that_write_at_once_lose_nothing(path: Path) -> None:
    def write(name: str) -> None:
        with Workspace(path) as workspace:
            for number in range(25):
                workspace.correct([Correction(CorrectionKind.TOGETHER, (name, str(number)))])

    threads = [threading.Thread(target=write, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(load_corrections(str(path.parent))) == 50


def test_a_file_of_a_newer_version_is_left_alone(path: Path) -> None:
    with Workspace(path):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer version"):
        Workspace(path)
    assert path.read_bytes() == before


def test_a_damaged_file_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database " * 400)
    with pytest.raises(StoreError, match="not a database"):
        Workspace(path)
    assert path.read_bytes() == b"no database " * 400


def test_a_folder_that_cannot_be_used_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError):
        open_workspace(str(tmp_path / "file"))


def test_a_copy_is_kept_before_the_schema_changes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace(path) as workspace:
        workspace.mark_article("h", "note", "mine")
    steps = (*module._STEPS, "ALTER TABLE articles ADD COLUMN colour TEXT")
    monkeypatch.setattr(module, "_STEPS", steps)
    monkeypatch.setattr(module, "SCHEMA", len(steps))
    with Workspace(path) as workspace:
        assert workspace.article_marks()["h"].note == "mine"
    copy = path.with_name(f"{FILE}.{SCHEMA}")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    monkeypatch.undo()
    with Workspace(copy) as old:
        assert old.article_marks()["h"].note == "mine"


def test_a_damaged_row_is_passed_over(path: Path) -> None:
    with Workspace(path) as workspace:
        workspace.correct([TOGETHER])
        workspace.keep_place("pages", ReadingPlace(("h",)))
        workspace._connection.execute("UPDATE corrections SET packed = x'ff'")
        workspace._connection.execute("UPDATE places SET packed = x'ff'")
        assert workspace.corrections() == ()
        assert workspace.place("pages") is None


def test_an_event_keeps_its_mark_while_most_of_its_articles_are_in_it() -> None:
    marks = {frozenset("abc"): EventMark(note="old"), frozenset("d"): EventMark(note="other")}
    assert find_event_mark("abx", marks) == (frozenset("abc"), EventMark(note="old"))
    assert find_event_mark("abcdxyz", marks) == (frozenset("abc"), EventMark(note="old"))
    assert find_event_mark("ax", marks) is None
    assert find_event_mark("", marks) is None


def test_saved_searches_stay_until_they_are_given_up(path: Path) -> None:
    with Workspace(path) as workspace:
        workspace.save_search("who:ann", is_saved=True)
        workspace.save_search("lang:fr", is_saved=True)
        workspace.save_search("who:ann", is_saved=True)
        for number in range(20):
            workspace.keep_search(str(number))
    with Workspace(path) as workspace:
        assert workspace.saved_searches() == ("who:ann", "lang:fr")
        workspace.save_search("who:ann", is_saved=False)
        assert workspace.saved_searches() == ("lang:fr",)
