from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.direction import (
    has_right_to_left,
    is_reversed,
    is_right_to_left,
    mirrored,
    orders_by_itself,
    visual_order,
)

ALEF, BET, GIMEL = "\u05d0", "\u05d1", "\u05d2"
ARABIC = "\u0645\u0631\u062d"


def shown(text: str, *, is_rtl: bool) -> str:
    back = is_reversed(text, is_rtl=is_rtl)
    order = visual_order(text, is_rtl=is_rtl)
    return "".join(mirrored(text[i]) if back[i] else text[i] for i in order)


def test_the_first_letter_decides_which_way_a_paragraph_runs() -> None:
    assert is_right_to_left(f"12 ({ALEF}) ab")
    assert not is_right_to_left(f"12 a {ALEF}")
    assert not is_right_to_left("12 – 13")


@pytest.mark.parametrize(
    ("text", "from_the_right", "expected"),
    [
        (f"{ALEF}{BET} {GIMEL}", True, f"{GIMEL} {BET}{ALEF}"),
        (f"ab {ALEF}{BET} cd", False, f"ab {BET}{ALEF} cd"),
        (f"{ALEF} ab {BET}", True, f"{BET} ab {ALEF}"),
        (f"{ALEF} 123 {BET}", True, f"{BET} 123 {ALEF}"),
        (f"{ARABIC} 12,5 {ALEF}", True, f"{ALEF} 12,5 {ARABIC[::-1]}"),
        (f"{ALEF} 50% {BET}", True, f"{BET} 50% {ALEF}"),
        (f"{ALEF} ({BET})", True, f"({BET}) {ALEF}"),
        (f"ab {ALEF}{BET}.", False, f"ab {BET}{ALEF}."),
        (f"{ALEF}{BET}.", True, f".{BET}{ALEF}"),
        ("", True, ""),
    ],
)
def test_characters_stand_where_a_reader_expects_them(
    text: str, expected: str, *, from_the_right: bool
) -> None:
    assert shown(text, is_rtl=from_the_right) == expected


@given(st.text(alphabet=f"ab 1,.%(){ALEF}{BET}{ARABIC}", max_size=30), st.booleans())
def test_the_order_is_a_permutation(text: str, is_rtl: bool) -> None:
    assert sorted(visual_order(text, is_rtl=is_rtl)) == list(range(len(text)))


@given(st.text(alphabet="ab 1,.%()é", max_size=30))
def test_text_from_left_to_right_stays_as_it_is(text: str) -> None:
    assert visual_order(text, is_rtl=False) == list(range(len(text)))
    assert not has_right_to_left(text)


def test_every_letter_that_runs_from_the_right_is_found_wherever_it_stands() -> None:
    letters = [c for c in map(chr, range(0x110000)) if unicodedata.bidirectional(c) in {"R", "AL"}]
    assert len(letters) > 1000
    assert all(map(has_right_to_left, letters))
    assert has_right_to_left(f"ab é 漢字 {letters[0]} cd")


@pytest.mark.parametrize(
    ("environ", "does"),
    [
        ({"VTE_VERSION": "6003"}, True),
        ({"VTE_VERSION": "5202"}, False),
        ({"KONSOLE_VERSION": "220401"}, True),
        ({"TERM": "mlterm-256color"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"VTE_VERSION": "?"}, False),
    ],
)
def test_few_terminals_order_by_themselves(environ: dict[str, str], *, does: bool) -> None:
    assert orders_by_itself(environ) is does
