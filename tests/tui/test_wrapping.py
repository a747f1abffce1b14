from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from briefing.escaping import visible
from briefing.model import Span
from briefing.tui.wrapping import line_of, offset_at, wrap

TEXT = st.text(st.sampled_from("ab cé漢字👩\u200d\u0301 \n-"), max_size=120)


@given(TEXT, st.integers(2, 30))
def test_no_visible_character_is_lost_or_moved(text: str, width: int) -> None:
    shown = "".join(text[line.start : line.end] for line in wrap(text, width))
    assert "".join(shown.split()) == "".join(text.split())


@example("\u200d\u200d字a", 2)
@example("字 \u0301", 2)
@given(TEXT, st.integers(2, 30))
def test_no_line_is_wider_than_the_screen(text: str, width: int) -> None:
    shown = visible(text)
    for line in wrap(shown, width):
        assert cell_len(shown[line.start : line.end].rstrip()) <= width


@given(TEXT, st.integers(2, 30))
def test_lines_stand_in_the_order_of_the_text(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(a.end <= b.start for a, b in pairwise(lines))


@given(st.text(st.sampled_from("ab é’—\u00a0 \n"), max_size=120), st.integers(2, 30))
def test_lines_known_to_be_narrow_break_where_measured_ones_do(text: str, width: int) -> None:
    """Latin letters are known to take a cell; those of other scripts are measured."""
    assert wrap(text, width) == wrap(text.replace("a", "\u0436").replace("b", "\u0436"), width)


def test_words_break_at_spaces() -> None:
    text = "the ferry to Varna"
    assert [text[x.start : x.end] for x in wrap(text, 10)] == ["the ferry", "to Varna"]


def test_a_long_word_is_cut() -> None:
    text = "see abcdefghijkl now"
    assert [text[x.start : x.end] for x in wrap(text, 5)] == [
        "see",
        "abcde",
        "fghij",
        "kl",
        "now",
    ]


def test_runs_of_blank_lines_become_one() -> None:
    assert len(wrap("a\n\n\n\nb\n\n", 10)) == 4


def test_hidden_lines_leave_a_note() -> None:
    text = "menu\nmore\nwords"
    lines = wrap(text, 20, [Span(0, 4), Span(5, 9)])
    assert [line.note for line in lines] == ["··· 2 lines hidden (c)", "", ""]
    assert text[lines[2].start : lines[2].end] == "words"


def test_hidden_lines_at_the_end_leave_a_note_too() -> None:
    notes = [line.note for line in wrap("words\nmenu", 20, [Span(6, 10)])]
    assert "··· 1 line hidden (c)" in notes


def test_an_offset_is_found_on_its_line() -> None:
    lines = wrap("one two three four", 8)
    assert [line_of(lines, offset) for offset in (0, 5, 8, 14, 99)] == [0, 0, 1, 2, 2]


def test_a_column_names_a_character() -> None:
    text = "漢字ab"
    (line,) = wrap(text, 20)
    assert [offset_at(text, line, column) for column in range(7)] == [0, 0, 1, 1, 2, 3, None]
