from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import ExportError
from briefing.exporters.naming import file_name
from briefing.tui.exporting import export_brief
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
