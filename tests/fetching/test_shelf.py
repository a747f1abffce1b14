"""The folder that pages are saved in."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.beside import Beside
from briefing.fetching.shelf import Shelf
from briefing.fetching.writing import write_whole
from briefing.plugins import Declared
from tests.fetching.loopback import beside, pages_in

FILE = "velm.example/talks-1.html"
TOLD = Beside(Declared(headline="Talks", url="https://velm.example/talks"), "utf-8")


def test_a_page_stands_with_what_is_known_of_it(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.save(FILE, b"Words.\r\n", TOLD, {"status": 200})
    assert pages_in(tmp_path) == [tmp_path / FILE]
    assert shelf.read(FILE) == b"Words.\r\n"
    assert beside(tmp_path / FILE) == TOLD
    assert shelf.read("velm.example/other.html") is None


def test_no_page_is_seen_before_what_is_known_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    def stop_at_the_page(path: Path, content: bytes) -> None:
        written.append(path.name)
        if path.suffix == ".html":
            raise OSError(28, "No space left on device", str(path))
        write_whole(path, content)

    monkeypatch.setattr("briefing.fetching.shelf.write_whole", stop_at_the_page)
    with pytest.raises(OSError, match="No space left"):
        Shelf(tmp_path).save(FILE, b"Words.", TOLD, {})
    assert written == [".talks-1.html.json", "talks-1.html"]
    assert pages_in(tmp_path) == []


def test_a_list_is_kept_by_its_address(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    assert shelf.read_list("https://velm.example/feed") is None
    shelf.save_list("https://velm.example/feed", b"old")
    shelf.save_list("http://velm.example/feed?utm_source=x", b"new")
    assert shelf.read_list("https://velm.example/feed") == b"new"
    assert pages_in(tmp_path) == []


def test_a_file_holds_all_of_the_old_or_all_of_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.html"
    write_whole(path, b"old")

    def fail(_: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", fail)
        with pytest.raises(OSError, match="Input/output"):
            write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert pages_in(tmp_path) == [path]
    write_whole(path, b"newer")
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]
