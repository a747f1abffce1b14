"""JSON Lines: every line is an article or a rejection with its number."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Article, Rejection
from briefing.readers.jsonl import JsonLinesReader
from briefing.readers.sniffing import read_bytes
from briefing.readers.text import TextReader


def read(text: str | bytes) -> list[Article | Rejection]:
    raw = text if isinstance(text, bytes) else text.encode()
    return list(read_bytes([JsonLinesReader(), TextReader()], raw, "c/r.jsonl", "r.jsonl"))


def test_a_broken_line_is_rejected_with_its_number_and_the_rest_is_read() -> None:
    found = read('{"id": "a", "text": "One."}\n\n{"id": \n{"text": 3}\n{"text": "Four."}\n')
    assert [r.id if isinstance(r, Article) else r.line for r in found] == ["a", 3, 4, "r.jsonl#5"]
    assert "not valid JSON" in found[1].reason  # type: ignore[union-attr]  # seen to be a rejection above


def test_an_array_and_an_object_are_read_too() -> None:
    records = [{"text": "One."}, {"title": 5}, {"id": "z", "text": "Three."}]
    found = read(json.dumps(records, indent=2))
    assert [r.id for r in found if isinstance(r, Article)] == ["r.jsonl#1", "z"]
    assert [r.reason for r in found if isinstance(r, Rejection)] == [
        "record 2: 'title' must be a string, not a number"
    ]
    (single,) = read(json.dumps(records[0], indent=2))
    assert isinstance(single, Article)
    assert single.id == "r.jsonl"
    wrapped = read(json.dumps({"articles": records[:1]}))
    assert [r.text for r in wrapped if isinstance(r, Article)] == ["One."]


@pytest.mark.parametrize(
    "wrapped",
    [
        {"status": "ok", "articles": [{"title": "A", "text": "One."}]},
        {"articles": {"results": [{"title": "A", "body": "One."}], "totalResults": 1}},
        {"response": {"docs": [{"headline": {"main": "A"}, "body": "One."}]}},
        {"response": {"results": [{"webTitle": "A", "fields": {"bodyText": "One."}}]}},
        {"hits": {"hits": [{"_source": {"title": "A", "text": "One."}}]}},
        {"data": {"articles": [{"title": "A", "content": "One."}]}},
        {"version": "1", "title": "Feed", "items": [{"title": "A", "content_text": "One."}]},
        [{"title": {"rendered": "A"}, "content": {"rendered": "<p>One.</p>"}}],
    ],
)
def test_lists_are_found_where_exports_and_apis_put_them(wrapped: object) -> None:
    (found,) = read(json.dumps(wrapped))
    assert isinstance(found, Article)
    assert found.text == "A\n\nOne."


def test_a_record_with_a_list_of_its_own_is_still_a_record() -> None:
    (found,) = read(json.dumps({"text": "One.", "results": [{"text": "Other."}]}))
    assert isinstance(found, Article)
    assert found.text == "One."


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"[]", "no records"),
        (b"[1, 2", "not valid JSON"),
        (b"[" * 200_000, "not valid JSON"),
        (b"5", "must be an object"),
        (b'{"text": "\0"}', "NUL"),
    ],
)
def test_a_file_without_records_is_one_rejection(raw: bytes, reason: str) -> None:
    (found,) = read(raw)
    assert isinstance(found, Rejection)
    assert reason in found.reason


def test_escaped_lone_surrogates_and_line_separators_do_no_harm() -> None:
    (found,) = read('{"text": "a\\ud800b\u2028c"}')
    assert isinstance(found, Article)
    assert found.text == "a\ufffdb\u2028c"


def test_the_format_is_known_by_content_first() -> None:
    reader = JsonLinesReader()
    assert reader.accepts(b'{"text": "a"}', "page.txt")
    assert reader.accepts(b'\n [ {"text"', "page")
    assert not reader.accepts(b"broken", "a.JSONL")
    assert ".jsonl" in reader.endings
    assert not reader.accepts(b"[UPDATE] Minister resigns", "a.txt")
    assert not reader.accepts(b"{curly} headline", "a.txt")


def nested(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    keys = st.sampled_from(["id", "text", "title", "date"])
    return st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4)


VALUES = st.recursive(st.none() | st.integers() | st.text(max_size=5), nested)
LINES = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\n\0"), max_size=30)
    | st.builds(lambda text: json.dumps({"text": text}), st.text(max_size=20))
    | st.builds(json.dumps, VALUES),
    min_size=2,
    max_size=8,
)


@given(LINES)
def test_no_line_is_lost_in_silence(lines: list[str]) -> None:
    head = '{"id": "first", "text": "One."}'
    found = read("\n".join([head, *lines]))
    if isinstance(found[0], Rejection):
        assert found[0].line is None  # the whole file is no text
        return
    kept = [line for line in lines if line.strip()]
    assert len(found) == 1 + len(kept)
