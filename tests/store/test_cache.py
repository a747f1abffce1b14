"""The analysis cache: what it remembers, for whom, and that nothing in it can stop a run."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import StoreError
from briefing.model import Document, Figure, Title
from briefing.store.cache import StoredGrouping, open_cache
from briefing.store.cache_place import cache_path
from briefing.store.fingerprint import article_key
from tests.builders import build_document

TEXT = "Harbour talks in Velm\n\nMinister Ada Lorn met 12 envoys in Velm on Monday."


def document(name: str = "a.txt", text: str = TEXT) -> Document:
    return build_document(
        name,
        text,
        people=["Ada Lorn"],
        places=["Velm"],
        titles={"Ada Lorn": Title(0, 8, "minister", None)},
        dates={"Monday": None},
        figures=[Figure(46, 48, "12", 12.0, counted="envoys")],
    )


def key_of(wanted: Document) -> bytes:
    return article_key(wanted.article, "one")


def file_of(folder: Path) -> Path:
    path = cache_path(str(folder))
    assert path is not None
    return path


def test_what_was_kept_is_found_whole_by_the_next_run(tmp_path: Path) -> None:
    kept = document()
    with open_cache(str(tmp_path), "one") as cache:
        assert cache.find_document(key_of(kept), kept.article) is None
        cache.keep_document(key_of(kept), kept)
    with open_cache(str(tmp_path), "one") as cache:
        assert cache.find_document(key_of(kept), kept.article) == kept


def test_the_same_text_under_another_name_is_found_under_that_name(tmp_path: Path) -> None:
    first, second = document("a.txt"), document("b/c.txt")
    assert key_of(first) == key_of(second)
    with open_cache(str(tmp_path), "one") as cache:
        cache.keep_document(key_of(first), first)
        cache.flush()
        assert cache.find_document(key_of(second), second.article) == second


def test_declared_metadata_and_the_analyser_make_another_key() -> None:
    article = document().article
    others = {
        article_key(replace(article, source="The Velm Post"), "one"),
        article_key(replace(article, published="2031-05-04"), "one"),
        article_key(replace(article, sha256="0" * 64), "one"),
        article_key(article, "two"),
    }
    assert len(others | {article_key(article, "one")}) == 5


def test_the_text_itself_is_not_stored(tmp_path: Path) -> None:
    kept = build_document("a.txt", "Headline\n\n" + "Unrepeatable. " * 50)
    with open_cache(str(tmp_path), "one") as cache:
        cache.keep_document(key_of(kept), kept)
        cache.flush()
        found = cache.find_document(key_of(kept), replace(kept.article, text="given back"))
    assert found is not None
    assert found.article.text == "given back"


def test_a_grouping_is_found_whole(tmp_path: Path) -> None:
    kept = StoredGrouping((), (), ())
    with open_cache(str(tmp_path), "one") as cache:
        assert cache.find_grouping(b"k") is None
        cache.keep_grouping(b"k", kept)
        assert cache.find_grouping(b"k") == kept


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "cache"
    with open_cache(str(folder), "one") as cache:
        cache.keep_document(key_of(document()), document())
        cache.flush()
        modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert modes
    assert set(modes.values()) == {0o600}


def test_off_keeps_nothing(tmp_path: Path) -> None:
    kept = document()
    with open_cache("off", "one") as cache:
        cache.keep_document(key_of(kept), kept)
        cache.keep_grouping(b"k", StoredGrouping((), (), ()))
        assert cache.find_document(key_of(kept), kept.article) is None
        assert cache.find_grouping(b"k") is None
    assert not list(tmp_path.iterdir())


def test_a_damaged_file_is_set_aside_and_rebuilt(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = file_of(tmp_path)
    path.write_bytes(b"this is no database" * 100)
    kept = document()
    with open_cache(str(tmp_path), "one") as cache:
        cache.keep_document(key_of(kept), kept)
        cache.flush()
        assert cache.find_document(key_of(kept), kept.article) == kept
    assert "set aside" in caplog.text
    assert path.with_name(path.name + ".old").read_bytes().startswith(b"this is no database")


def test_a_file_of_a_newer_program_is_set_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    connection = sqlite3.connect(file_of(tmp_path))
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    kept = document()
    with open_cache(str(tmp_path), "one") as cache:
        cache.keep_document(key_of(kept), kept)
        cache.flush()
        assert cache.find_document(key_of(kept), kept.article) == kept
    assert "schema 99" in caplog.text


def test_a_file_damaged_inside_turns_the_cache_off_and_is_rebuilt_by_the_next_run(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept = document()
    with open_cache(str(tmp_path), "one") as cache:
        cache.keep_document(key_of(kept), kept)
    connection = sqlite3.connect(file_of(tmp_path))
    connection.execute("DROP TABLE documents")
    connection.close()
    with open_cache(str(tmp_path), "one") as cache:
        assert cache.find_document(key_of(kept), kept.article) is None
        cache.keep_document(key_of(kept), kept)
    assert "going on without it" in caplog.text
    with open_cache(str(tmp_path), "one") as cache:
        cache.keep_document(key_of(kept), kept)
        cache.flush()
        assert cache.find_document(key_of(kept), kept.article) == kept


@pytest.mark.parametrize("packed", [b"", b"not compressed", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_damaged_row_is_a_miss(
    tmp_path: Path, packed: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    kept = document()
    with open_cache(str(tmp_path), "one") as cache:
        cache.keep_document(key_of(kept), kept)
    connection = sqlite3.connect(file_of(tmp_path))
    connection.execute("UPDATE documents SET packed = ?", (packed,))
    connection.commit()
    connection.close()
    with open_cache(str(tmp_path), "one") as cache:
        assert cache.find_document(key_of(kept), kept.article) is None
    assert "passed over" in caplog.text


def test_half_a_surrogate_pair_is_analysed_anew_rather_than_kept(tmp_path: Path) -> None:
    kept = replace(document(), analyser="\ud800")
    with open_cache(str(tmp_path), "one") as cache:
        cache.keep_document(b"k", kept)
        cache.flush()
        assert cache.find_document(b"k", kept.article) is None


def test_rows_of_old_analysers_make_room(tmp_path: Path) -> None:
    kept = document()
    for number in range(6):
        with open_cache(str(tmp_path), f"analyser {number}") as cache:
            cache.keep_document(f"key {number}".encode(), kept)
    with open_cache(str(tmp_path), "analyser 5") as cache:
        found = [cache.find_document(f"key {n}".encode(), kept.article) for n in range(6)]
    assert [f is not None for f in found] == [False, False, True, True, True, True]


def test_a_folder_that_was_named_and_cannot_be_used_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="--no-cache"):
        open_cache(str(tmp_path / "file" / "below"), "one")


def test_without_the_users_cache_folder_the_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with open_cache(None, "one") as cache:
        cache.keep_document(b"k", document())
        assert cache.find_document(b"k", document().article) is None
    assert "going on without it" in caplog.text


def test_a_locked_file_costs_the_batch_and_not_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("briefing.store.cache._BUSY_SECONDS", 0.05)
    with open_cache(str(tmp_path), "one") as cache:
        other = sqlite3.connect(file_of(tmp_path))
        other.execute("BEGIN IMMEDIATE")
        cache.keep_document(b"k", document())
        cache.flush()
        other.close()
    assert "locked" in caplog.text
    assert file_of(tmp_path).exists()
    assert not list(tmp_path.glob("*.old"))


WRITER = """
import sys
sys.path.insert(0, sys.argv[2])
from tests.builders import build_document
from briefing.store.cache import open_cache
with open_cache(sys.argv[1], "one") as cache:
    for number in range(300):
        document = build_document("a", f"Page {number}\\n\\nThe same words.")
        cache.keep_document(f"key {number}".encode(), document)
"""


def test_two_programs_share_one_file(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-W",
        "error",
        "-c",
        WRITER,
        str(tmp_path),
        str(Path(__file__).parents[2]),
    ]
    writers = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    for writer in writers:
        _, errors = writer.communicate(timeout=60)
        assert writer.returncode == 0, errors
        assert errors == b""
    article = build_document("a", "Page 299\n\nThe same words.").article
    with open_cache(str(tmp_path), "one") as cache:
        assert all(cache.find_document(f"key {n}".encode(), article) for n in range(300))


def test_a_kill_loses_at_most_the_batch_in_flight(tmp_path: Path) -> None:
    script = WRITER.replace("cache.keep", "number == 100 and __import__('os')._exit(9); cache.keep")
    command = [sys.executable, "-c", script, str(tmp_path), str(Path(__file__).parents[2])]
    assert subprocess.run(command, check=False).returncode == 9
    article = build_document("a", "Page\n\nThe same words.").article
    with open_cache(str(tmp_path), "one") as cache:
        found = [cache.find_document(f"key {n}".encode(), article) is not None for n in range(100)]
    assert found == [True] * 96 + [False] * 4


def test_closing_twice_is_harmless(tmp_path: Path) -> None:
    cache = open_cache(str(tmp_path), "one")
    cache.close()
    cache.close()
    assert cache.find_document(b"k", document().article) is None
