"""The brief in a file: as what, where, and never over another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import ExportError
from briefing.exporters.naming import file_name
from briefing.model import BriefDelta
from briefing.tui.exporting import export_brief, export_choices
from tests.tui.sample import build_corpus, fake_brief

CORPUS = build_corpus()
DOCUMENTS = {document.article.id: document for document in CORPUS.documents}
BRIEF = fake_brief(CORPUS, CORPUS.events[0])


def test_a_brief_is_written_and_written_again_the_same(tmp_path: Path) -> None:
    first = export_brief(BRIEF, DOCUMENTS, tmp_path)
    assert first.name == file_name(CORPUS.events[0], ".md")
    assert "Mayor Ilse Brandt of Lund" in first.read_text(encoding="utf-8")
    assert export_brief(BRIEF, DOCUMENTS, tmp_path) == first
    assert len(list(tmp_path.iterdir())) == 1


def test_a_different_file_is_never_overwritten(tmp_path: Path) -> None:
    first = export_brief(BRIEF, DOCUMENTS, tmp_path)
    first.write_text("my notes", encoding="utf-8")
    second = export_brief(BRIEF, DOCUMENTS, tmp_path)
    assert first.read_text(encoding="utf-8") == "my notes"
    assert second.name == f"{first.stem}-2.md"


def test_a_folder_that_is_not_there_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as raised:
        export_brief(BRIEF, DOCUMENTS, tmp_path / "missing")
    assert raised.value.hint


@pytest.mark.parametrize("form", ["html", "json", "ics"])
def test_a_brief_can_be_written_in_every_form(tmp_path: Path, form: str) -> None:
    path = export_brief(BRIEF, DOCUMENTS, tmp_path, form)
    assert path.suffix == f".{form}"
    assert export_brief(BRIEF, DOCUMENTS, tmp_path, form) == path


def test_changes_stand_beside_the_whole_brief(tmp_path: Path) -> None:
    delta = BriefDelta("then", (), (), new_gaps=("When: unknown.",))
    whole = export_brief(BRIEF, DOCUMENTS, tmp_path)
    changes = export_brief(BRIEF, DOCUMENTS, tmp_path, "changes", delta)
    assert changes.name == f"{whole.stem}-changes.md"
    assert "- **New:** When: unknown." in changes.read_text(encoding="utf-8")


def test_dates_that_nobody_knows_are_an_error_with_a_hint(tmp_path: Path) -> None:
    undated = replace(BRIEF, event=replace(BRIEF.event, date=None), next=())
    with pytest.raises(ExportError) as raised:
        export_brief(undated, DOCUMENTS, tmp_path, "ics")
    assert "calendar" in (raised.value.hint or "")


def test_changes_are_offered_where_there_are_any() -> None:
    empty = BriefDelta("then", (), ())
    names = [[key for key, _ in export_choices(delta)] for delta in (None, empty)]
    assert names == [["markdown", "html", "json", "ics"]] * 2
    changed = replace(empty, closed_gaps=("x",))
    assert [key for key, _ in export_choices(changed)][:2] == ["markdown", "changes"]
