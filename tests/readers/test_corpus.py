"""Corpora: folders, files and globs, in one order, with nothing lost and nothing read twice."""

from __future__ import annotations

import io
import json
import os
import time
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


def test_folders_that_link_to_each_other_are_entered_once(tmp_path: Path) -> None:
    names = [f"d{n:02}" for n in range(12)]
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(f"Page of {name}.")
        for other in names:
            (tmp_path / name / f"to_{other}").symlink_to(tmp_path / other)
    assert len(ids(tmp_path)) == len(names)


def test_a_link_to_itself_is_a_rejection(folder: Path) -> None:
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    results = [r for r in read_articles([str(folder)]) if isinstance(r, Rejection)]
    assert [(Path(r.path).name, r.reason) for r in results] == [
        ("loop.txt", "too many levels of symbolic links")
    ]


def test_folders_nest_deeper_than_calls(tmp_path: Path) -> None:
    folders = [f"{tmp_path}{'/d' * depth}" for depth in range(1, 1_050)]
    for folder in folders:
        os.mkdir(folder)  # noqa: PTH102 the library of paths recurses
    page = Path(folders[-1], "page.txt")
    page.write_text("Deep down.")
    (found,) = read_articles([str(tmp_path)])
    assert isinstance(found, Article)
    page.unlink()
    for folder in reversed(folders):
        os.rmdir(folder)  # noqa: PTH106 as above


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_rejection(folder: Path) -> None:
    (folder / "one.txt").chmod(0)
    (folder / "b").chmod(0)
    reasons = [r.reason for r in read_articles([str(folder)]) if isinstance(r, Rejection)]
    (folder / "b").chmod(0o755)
    assert reasons == ["permission denied"] * 2


def test_what_a_browser_saves_beside_a_page_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "Bridge opens.html").write_text(
        "<html><body><h1>Bridge opens</h1><p>The bridge opened on Monday.</p></body></html>"
    )
    for name in ("Bridge opens_files", "Other_files"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "frame.txt").write_text("Words.")
    assert ids(tmp_path) == ["Bridge opens.html", "Other_files/frame.txt"]


def test_what_is_piped_in_is_a_file_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def pipe(raw: bytes) -> list[Article | Rejection]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
        return list(read_articles(["-", "-"]))

    (page,) = pipe("Un pont opens, à l’aube.".encode("cp1252"))
    assert isinstance(page, Article)
    assert (page.id, page.path, page.text) == ("stdin", "stdin", "Un pont opens, à l’aube.")
    records = pipe(b'{"text": "One."}\n{"text": "Two."}\n')
    assert [r.id for r in records if isinstance(r, Article)] == ["stdin#1", "stdin#2"]
    assert pipe(b"") == [Rejection("stdin", None, "is empty")]


def test_ten_thousand_empty_files_are_as_many_rejections(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number:05}.txt").touch()
    started = time.process_time()
    results = list(read_articles([str(tmp_path)]))
    assert time.process_time() - started < 10
    assert len(results) == 10_000
    assert {r.reason for r in results if isinstance(r, Rejection)} == {"is empty"}


def test_one_endless_line_is_one_rejection(tmp_path: Path) -> None:
    for name in ("a.txt", "a.csv", "a.html", "a.md", "a.eml", "a.mbox", "a.xml"):
        (tmp_path / name).write_bytes(b"x" * 4_000_000)
    (tmp_path / "a.json").write_bytes(b'{"text": "' + b"x" * 4_000_000)
    started = time.process_time()
    results = list(read_articles([str(tmp_path)]))
    assert time.process_time() - started < 10
    assert len(results) == 8
    assert all(isinstance(r, Rejection) for r in results)


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
