"""Properties at the head of a page: as clippers write them, and whatever else stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.readers.frontmatter import split_front_matter


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("title: Bridge opens", ["Bridge opens"]),
        ("title: Bridge: opens", ["Bridge: opens"]),
        ('title: "a \\"b\\" c"', ['a "b" c']),
        ("title: 'it''s'", ["it's"]),
        ("title: a # comment", ["a"]),
        ("title: [a, 'b']", ["a", "b"]),
        ("title: '[[Page|Name]]'", ["Name"]),
        ("title:\n  - a\n  - b", ["a", "b"]),
        ("title:\n- a", ["a"]),
        ("title: >\n  folded\n  words", ["folded words"]),
        ("title: begins\n  and goes on", ["begins and goes on"]),
        ('title: "broken \\x"', ["broken \\x"]),
    ],
)
def test_values_are_read_in_every_form_that_clippers_write(line: str, values: list[str]) -> None:
    assert split_front_matter(f"---\n{line}\nother: 1\n---\nText\n") == (
        {"title": values, "other": ["1"]},
        "Text\n",
    )


@pytest.mark.parametrize("value", ["", "null", "~", "[]", "# only a comment"])
def test_empty_values_are_absent(value: str) -> None:
    assert split_front_matter(f"---\ntitle: {value}\n---\nText") == ({}, "Text")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---",
        "Text",
        "---\ntitle: x\n",
        "--- \n" + "a: b\n" * 400 + "---\n",
        "----\na: b\n---\n",
    ],
)
def test_a_block_that_is_not_closed_is_text(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


@given(st.text(st.sampled_from("ab:-> |'\"[]#\n "), max_size=60))
def test_reading_never_fails_and_keeps_what_stands_below(block: str) -> None:
    _, rest = split_front_matter(f"---\n{block}\n---\nBelow\n")
    assert rest.endswith("Below\n")
