"""Keys of the cache: the same for the same page and code, another for anything else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.store.fingerprint import article_key, code_stamp, corpus_key
from tests.builders import build_article


@given(st.text(), st.text())
def test_a_page_is_known_again_under_any_name(identifier: str, path: str) -> None:
    article = build_article("a.txt", "Harbour talks\n\nEnvoys met.")
    assert article_key(replace(article, id=identifier, path=path), "one") == article_key(
        article, "one"
    )


@given(st.permutations([("a", b"1"), ("b", b"2"), ("c", b"3")]))
def test_the_order_of_the_articles_makes_no_other_grouping(
    articles: list[tuple[str, bytes]],
) -> None:
    assert corpus_key(articles, "x") == corpus_key([("c", b"3"), ("a", b"1"), ("b", b"2")], "x")


def test_ids_keys_and_code_make_another_grouping() -> None:
    keys = {
        corpus_key([("a", b"1"), ("b", b"2")], "x"),
        corpus_key([("a", b"1"), ("b", b"2")], "y"),
        corpus_key([("a", b"2"), ("b", b"1")], "x"),
        corpus_key([("a", b"1")], "x"),
        corpus_key([("a", b"1b"), ("", b"2")], "x"),
    }
    assert len(keys) == 5


def test_code_that_was_edited_has_another_stamp(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.store.fingerprint.resources.files", lambda _: tmp_path)
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "table.py").write_text("A = 1", encoding="utf-8")
    before = code_stamp(["room"])
    assert code_stamp(["room"]) == before
    (tmp_path / "room" / "table.pyc").write_text("compiled", encoding="utf-8")
    assert code_stamp(["room"]) == before
    (tmp_path / "room" / "table.py").write_text("A = 12", encoding="utf-8")
    assert code_stamp(["room"]) != before
    assert code_stamp(["*.py"]) == code_stamp([])
    (tmp_path / "model.py").write_text("", encoding="utf-8")
    assert code_stamp(["*.py"]) != code_stamp([])


def test_a_room_that_is_not_there_has_a_stamp_too() -> None:
    assert code_stamp(["no such room"]) == code_stamp([])
