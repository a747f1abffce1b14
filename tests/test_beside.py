"""What stands beside a saved page."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.beside import MAX_BYTES, Beside, name_beside, parse_beside, write_beside
from briefing.plugins import Declared

WORDS = st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


def test_the_file_is_hidden_and_named_after_the_page() -> None:
    assert name_beside("bridge.html") == ".bridge.html.json"


@given(WORDS, WORDS, WORDS)
def test_what_is_written_is_read(
    headline: str | None, url: str | None, charset: str | None
) -> None:
    beside = Beside(Declared(headline=headline, url=url), charset)
    raw = write_beside(beside, {"status": 200, "etag": None})
    assert parse_beside(raw) == beside
    assert json.loads(raw)["status"] == 200
    assert "etag" not in json.loads(raw)


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b"null", b'"words"', b"\xff\xfe", b"[" * 50_000, b"{}" + b" " * MAX_BYTES],
)
def test_what_cannot_be_understood_counts_as_nothing(raw: bytes) -> None:
    assert parse_beside(raw) is None


def test_values_of_other_kinds_are_passed_over() -> None:
    raw = b'{"headline": 7, "url": ["x"], "source": "", "published": "2031-03-04", "charset": 1}'
    assert parse_beside(raw) == Beside(Declared(published="2031-03-04"))
