from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import ExportError
from briefing.tui.exporting import export_brief, file_stem
from tests.tui.sample import build_corpus, fake_brief

CORPUS = build_corpus()
DOCUMENTS = {document.article.id: document for document in CORPUS.documents}
BRIEF = fake_brief(CORPUS, CORPUS.events[0])


def test_a_name_is_safe_whatever_the_label_says() -> None:
    event = replace(CORPUS.events[0], label="../../etc/passwd\x00 & <Ünder>", date=None)
    assert file_stem(event) == "etc-passwd-under"
    assert file_stem(replace(event, label="///")) == "brief"
    assert len(file_stem(replace(event, label="long " * 99))) <= 60


def test_a_brief_is_written_and_written_again_the_same(tmp_path: Path) -> None:
    first = export_brief(BRIEF, DOCUMENTS, tmp_path)
    assert first.name == "2031-04-07-ostrava-and-lund-sign-harbour-accord.md"
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
