"""Corpora: folders, files and globs, in one order, with nothing lost and nothing read twice."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from briefing.errors import CorpusError
from briefing.model import Article, Rejection
from briefing.readers import corpus
from briefing.readers.corpus import read_articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config.txt").write_text("Hidden.")
    (tmp_path / ".hidden.txt").write_text("Hidden.")
    (tmp_path / "b" / "two.md").write_text("Second page.")
    (tmp_path / "one.txt").write_text("First page.")
    (tmp_path / "records.txt").write_text(json.dumps({"id": "r", "text": "A record."}) + "\n")
    return tmp_path


def ids(*paths: object) -> list[str]:
    return [a.id for a in read_articles([str(p) for p in paths]) if isinstance(a, Article)]


def test_a_folder_is_read_in_order_without_hidden_files(folder: Path) -> None:
    articles = [a for a in read_articles([str(folder)]) if isinstance(a, Article)]
    assert [a.id for a in articles] == ["b/two.md", "one.txt", "r"]
    assert articles[0].path == f"{folder.as_posix()}/b/two.md"


def test_files_and_globs_are_named_from_their_own_folder(folder: Path) -> None:
    assert ids(folder / "b" / "two.md") == ["two.md"]
    assert ids(folder / "*.txt") == ["one.txt", "r"]
    assert ids(folder / "**" / "*.md") == ["b/two.md"]


def test_the_order_of_arguments_changes_nothing_and_a_file_comes_once(folder: Path) -> None:
    first, second = folder / "one.txt", folder / "b"
    assert ids(first, second) == ids(second, first, first) == ["one.txt", "two.md"]


def test_a_path_is_kept_as_it_was_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (article,) = (a for a in read_articles(["b"]) if isinstance(a, Article))
    assert article.path == "b/two.md"
    assert ids(".") == ["b/two.md", "one.txt", "r"]


def test_a_second_article_with_an_id_gets_a_number(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "same", "text": f"Text {n}."}) for n in range(3)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    assert ids(tmp_path) == ["same", "same#2", "same#3"]


def test_what_cannot_be_opened_at_all_raises_at_the_call(tmp_path: Path) -> None:
    for path in (tmp_path / "absent", tmp_path / "*.txt", tmp_path):
        with pytest.raises(CorpusError):
            read_articles([str(path)])


def test_bad_files_are_rejections_and_the_rest_is_read(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.txt")
    results = list(read_articles([str(folder)]))
    rejected = {Path(r.path).name: r.reason for r in results if isinstance(r, Rejection)}
    assert rejected == {
        "empty.txt": "is empty",
        "picture.png": "is a picture; there is no reader for it",
        "gone.txt": "no such file or directory",
        "pipe.txt": "is not a regular file",
    }
    assert len(results) == 3 + len(rejected)


def test_a_loop_of_links_ends(folder: Path) -> None:
    (folder / "b" / "up").symlink_to(folder, target_is_directory=True)
    assert ids(folder) == ["b/two.md", "one.txt", "r"]


def test_too_large_a_file_is_rejected_unread(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "MAX_FILE_BYTES", 5)
    results = list(read_articles([str(folder / "one.txt")]))
    assert [r.reason for r in results if isinstance(r, Rejection)] == ["is larger than 0 MiB"]


def test_a_name_that_is_not_unicode_is_rejected(folder: Path) -> None:
    (folder / os.fsdecode(b"bad\xff.txt")).write_text("Text.")
    reasons = [r.reason for r in read_articles([str(folder)]) if isinstance(r, Rejection)]
    assert reasons == ["has a name that is not valid UTF-8 and cannot be cited"]


def test_a_reader_that_breaks_costs_its_file_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*_: object) -> None:
        raise KeyError("oops")

    monkeypatch.setattr("briefing.readers.jsonl.JsonLinesReader.read", explode)
    results = list(read_articles([str(folder)]))
    assert [r.reason for r in results if isinstance(r, Rejection)] == [
        "broke its reader: KeyError: 'oops'"
    ]
    assert len(results) == 3
