"""One list of decisions of all kinds: kept, replayed, taken back from its end."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from briefing.model import (
    Anchor,
    Correction,
    CorrectionKind,
    NameCorrection,
    NameCorrectionKind,
    SpanMark,
)
from briefing.store import schema
from briefing.store.decisions import About
from briefing.store.workspace import FILE, Workspace, load_corrections, load_name_corrections

EVENTS = Correction(CorrectionKind.TOGETHER, ("h1", "h2"))
RENAME = NameCorrection(
    NameCorrectionKind.RENAMED, (Anchor("h1", 3, 8, "Brask", "p.txt"),), was="Brask", name="B."
)
MERGE = NameCorrection(
    NameCorrectionKind.MERGED, (Anchor("h3", 0, 2, "Vo"),), (Anchor("h1", 3, 8, "Brask"),)
)


def mark(start: int, note: str = "", *, is_erased: bool = False) -> SpanMark:
    place = Anchor("h2", start, start + 5, "words", "p.txt", "be", "af")
    return SpanMark(place, note, "Quay Post", is_erased)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / FILE)


def test_decisions_of_all_kinds_are_there_in_the_next_run(tmp_path: Path) -> None:
    with Workspace(tmp_path / FILE) as first:
        first.correct([EVENTS])
        first.correct_names([RENAME, MERGE])
        first.mark_spans([mark(4, "ask them")])
    with Workspace(tmp_path / FILE) as then:
        assert then.corrections() == (EVENTS,)
        assert then.name_corrections() == (RENAME, MERGE)
        assert then.span_marks() == (mark(4, "ask them"),)
        assert [d.about for d in then.decisions()] == [About.EVENTS, About.NAMES, About.SPANS]
    assert load_corrections(str(tmp_path)) == (EVENTS,)
    assert load_name_corrections(str(tmp_path)) == (RENAME, MERGE)
    assert load_name_corrections("off") == ()


def test_undoing_goes_back_through_all_kinds(workspace: Workspace) -> None:
    workspace.correct([EVENTS])
    workspace.correct_names([RENAME, MERGE])
    workspace.mark_spans([mark(4)])
    undone = [workspace.undo_correction(("h1", "h2")) for _ in range(4)]
    assert [u and u.about for u in undone] == [About.SPANS, About.NAMES, About.EVENTS, None]
    assert workspace.decisions() == ()


def test_decisions_about_other_pages_are_not_undone(workspace: Workspace) -> None:
    workspace.correct_names([MERGE])
    assert workspace.undo_correction(("h9",)) is None
    number = workspace.decisions()[0].number
    workspace.undo(number)
    assert workspace.name_corrections() == ()
    workspace.correct_names([RENAME])
    assert workspace.decisions()[0].number > number


def test_the_last_word_on_a_span_counts_and_undoing_brings_the_former_back(
    workspace: Workspace,
) -> None:
    workspace.mark_spans([mark(4, "first")])
    workspace.mark_spans([mark(40)])
    workspace.mark_spans([mark(4, "second")])
    assert workspace.span_marks() == (mark(4, "second"), mark(40))
    workspace.mark_spans([mark(4, is_erased=True)])
    assert workspace.span_marks() == (mark(40),)
    workspace.undo_correction(("h2",))
    assert workspace.span_marks() == (mark(4, "second"), mark(40))
    workspace.undo_correction(("h2",))
    assert workspace.span_marks() == (mark(4, "first"), mark(40))


def test_decisions_of_a_former_version_are_about_events(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as former:
        former.setattr(schema, "_STEPS", schema._STEPS[:2])
        former.setattr(schema, "SCHEMA", 2)
        schema.open_file(tmp_path / FILE).close()
    packed = b"\x91\x83\xa4kind\xa6locked\xa8articles\x91\xa2h1\xa6others\x90"
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("INSERT INTO corrections (packed) VALUES (?)", (packed,))
    connection.close()
    with Workspace(tmp_path / FILE) as workspace:
        assert workspace.corrections() == (Correction(CorrectionKind.LOCKED, ("h1",)),)
        assert workspace.name_corrections() == ()


def test_a_row_that_cannot_be_read_is_passed_over(workspace: Workspace) -> None:
    workspace.correct_names([RENAME])
    workspace.correct_names([MERGE])
    workspace._write("UPDATE corrections SET packed = x'c1' WHERE number = 1")
    assert workspace.name_corrections() == (MERGE,)
    assert len(workspace.decisions()) == 1
    workspace.undo_correction(("h1",))
    assert workspace._rows("SELECT number FROM corrections") == [(1,)]
