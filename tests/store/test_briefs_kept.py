"""Briefs that were made are kept, each once, and found by their pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model import BriefRecord, Claim, ClaimKind, KeptPlace, KeptSource
from briefing.store import schema
from briefing.store.briefs_kept import TABLE
from briefing.store.workspace import FILE, Workspace

MORNING, EVENING = "2031-05-06T07:00:00+00:00", "2031-05-06T19:00:00+00:00"


def record(words: str, *pages: str) -> BriefRecord:
    sources = tuple(KeptSource(page, f"/c/{page}", f"hash-{page}", page) for page in pages)
    place = KeptPlace(pages[0], 0, 4, words)
    return BriefRecord(
        "e1", "Talks", sources, (Claim(ClaimKind.POINT, "", words, (place,)),), ("g",)
    )


def test_a_brief_is_there_in_the_next_run_word_for_word(tmp_path: Path) -> None:
    kept = record("Half a pair \ud800, “quotes” and مرحبا.", "a", "b")
    with Workspace(tmp_path / FILE) as workspace:
        workspace.keep_brief(kept, ["hash-a", "/c/a"], MORNING)
    with Workspace(tmp_path / FILE) as workspace:
        (found,) = workspace.kept_briefs(["hash-a", "nothing"])
        assert (found.made, found.record) == (MORNING, kept)
        assert workspace.kept_briefs(["/c/a"]) == (found,)
        assert workspace.kept_briefs(["hash-b"]) == ()


def test_the_same_brief_again_is_the_same_made_later(tmp_path: Path) -> None:
    with Workspace(tmp_path / FILE) as workspace:
        for made in (MORNING, EVENING):
            workspace.keep_brief(record("one", "a"), ["hash-a"], made)
        assert [k.made for k in workspace.kept_briefs(["hash-a"])] == [EVENING]
        workspace.keep_brief(record("two", "a"), ["hash-a"], EVENING)
        workspace.keep_brief(record("one", "a"), ["hash-a"], EVENING)
        texts = [k.record.claims[0].text for k in workspace.kept_briefs(["hash-a"])]
        assert texts == ["one", "two", "one"]


def test_a_row_that_cannot_be_read_is_passed_over_and_stays(tmp_path: Path) -> None:
    with Workspace(tmp_path / FILE) as workspace:
        workspace.keep_brief(record("one", "a"), ["hash-a"], MORNING)
        workspace._connection.execute("UPDATE briefs SET packed = x'ff'")
        workspace.keep_brief(record("two", "a"), ["hash-a"], EVENING)
        assert [k.made for k in workspace.kept_briefs(["hash-a"])] == [EVENING]
        assert workspace._rows("SELECT count(*) FROM briefs") == [(2,)]


def test_a_workspace_of_an_earlier_version_gets_the_table_and_a_copy_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, before = tmp_path / FILE, schema._STEPS.index(TABLE)
    monkeypatch.setattr(schema, "_STEPS", schema._STEPS[:before])
    monkeypatch.setattr(schema, "SCHEMA", before)
    with Workspace(path) as workspace:
        workspace.mark_article("h", "note", "mine")
    monkeypatch.undo()
    with Workspace(path) as workspace:
        assert workspace.article_marks()["h"].note == "mine"
        assert workspace.kept_briefs(["hash-a"]) == ()
    assert path.with_name(f"{FILE}.{before}").exists()
