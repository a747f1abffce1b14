"""The seal: any changed, added or missing line of a brief is named; the comment is the user's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.exporters.commenting import keep_comment
from briefing.exporters.seal import broken_lines, seal_lines, seal_record

LINES = [
    "---",
    'title: "T"',
    "sources:",
    "---",
    "",
    "# T",
    "",
    "## Comment",
    "",
    "## Sources",
    "1. x",
]


def sealed() -> list[str]:
    lines = list(LINES)
    lines.insert(2, seal_lines(lines))
    return lines


def test_a_brief_as_written_is_whole() -> None:
    assert list(broken_lines(sealed())) == []


@given(st.data())
def test_a_changed_line_is_named(data: st.DataObject) -> None:
    lines = sealed()
    visible = [n for n, line in enumerate(lines) if line.strip() and n != 2]
    number = data.draw(st.sampled_from(visible))
    lines[number] += data.draw(st.sampled_from([" ", "x", "0"]))
    assert number + 1 in [n for n, _ in broken_lines(lines)]


def test_an_added_and_a_missing_line_show() -> None:
    assert [n for n, _ in broken_lines([*sealed(), "2. y"])] == [13]
    assert len(list(broken_lines(sealed()[:-1]))) == 1


def test_the_comment_is_free() -> None:
    lines = sealed()
    lines.insert(lines.index("## Comment") + 2, "My own words.")
    assert list(broken_lines(lines)) == []


def test_a_damaged_seal_is_told_from_a_damaged_brief() -> None:
    lines = sealed()
    lines[2] = lines[2].replace('seal: "', 'seal: "x')
    assert list(broken_lines(lines)) == [(3, "the seal itself is damaged")]


def test_a_brief_without_a_seal_is_told() -> None:
    assert list(broken_lines(LINES)) == [(1, "the brief has no seal")]


@given(st.dictionaries(st.text(max_size=3), st.integers()))
def test_a_record_is_sealed_whatever_the_order_of_its_fields(record: dict[str, int]) -> None:
    seal = seal_record(record)
    assert seal_record({**dict(reversed(record.items())), "seal": seal}) == seal
    assert seal_record({**record, "more": 1, "seal": seal}) != seal or "more" in record


@pytest.mark.parametrize("comment", ["Mine.", "Two\n\nparagraphs, [^1] cited."])
def test_a_comment_outlives_a_new_brief(comment: str) -> None:
    new = "# T\n\n## Comment\n\n## Sources\n\n1. new\n"
    old = f"# T\n\n## Comment\n\n{comment}\n\n## Sources\n\n1. old\n"
    assert keep_comment(old, new) == f"# T\n\n## Comment\n\n{comment}\n\n## Sources\n\n1. new\n"
    assert keep_comment(new, new) == new
