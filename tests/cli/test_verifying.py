"""Finding the pages that a brief cites, wherever they are now."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli.verifying import ArticleFinder


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "pages").mkdir(parents=True)
    (folder / "pages" / "a.txt").write_text("Apples\n\nThey fell.", encoding="utf-8")
    records = [{"id": i, "title": f"Title {i}", "text": "Words."} for i in ("r1", "r#2", "x/y")]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (folder / "some#records.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("Not of the corpus.", encoding="utf-8")
    return folder


def found(location: str, *folders: Path, is_confined: bool = False) -> str | None:
    article = ArticleFinder(folders, is_confined=is_confined).find(location)
    return None if article is None else article.text.split("\n")[0]


def test_a_page_is_found_by_its_path(corpus: Path) -> None:
    assert found("pages/a.txt", corpus) == "Apples"
    assert found(str(corpus / "pages" / "a.txt"), Path()) == "Apples"
    assert found("pages/b.txt", corpus) is None


def test_folders_are_tried_in_turn(corpus: Path, tmp_path: Path) -> None:
    assert found("pages/a.txt", tmp_path, corpus) == "Apples"


@pytest.mark.parametrize("record", ["r1", "r#2", "x/y", "r1#2"])
def test_a_record_is_found_by_path_and_id(corpus: Path, record: str) -> None:
    expected = f"Title {'r1' if record == 'r1#2' else record}"
    assert found(f"some#records.jsonl#{record}", corpus) == expected


def test_a_record_that_is_not_there_is_not_found(corpus: Path) -> None:
    assert found("some#records.jsonl#r9", corpus) is None


def test_pages_that_have_moved_are_found_by_the_end_of_their_path(corpus: Path) -> None:
    for location in ("/home/them/pages/a.txt", "old/a.txt", "a.txt"):
        assert found(location, corpus / "pages", is_confined=True) == "Apples"


def test_no_path_leads_out_of_the_folder_named(corpus: Path, tmp_path: Path) -> None:
    for location in ("../secret.txt", str(tmp_path / "secret.txt"), "pages/../../secret.txt"):
        assert found(location, corpus, is_confined=True) is None


@pytest.mark.parametrize("location", ["", ".", "/", "#", "a\0b", "pages", "*", "x" * 5000])
def test_a_path_that_is_none_is_not_found(corpus: Path, location: str) -> None:
    assert found(location, corpus) is None
    assert found(location, corpus, is_confined=True) is None
