"""Twice the page is twice the work: operations are counted, not seconds."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import FrameType

import pytest

from briefing.analysis.document import analyse
from briefing.model import Label, Mention, Passage
from tests.builders import build_article

MOST_GROWTH = 2.5
"""Of calls, when a page is twice as long; tables are filled before the first is counted."""

SHAPES = {
    "paragraphs": "Ana Belsky met Jo Cartman in Oslo on Monday, 3 May 2021. They spoke long.\n\n",
    "one line": "Ana Belsky met Jo Cartman in Oslo on Monday, 3 May 2021. They spoke for hours. ",
    "short lines": "Ana\nBelsky\nmet\nJo\nin\nOslo\n",
    "lists": "- Ana Belsky, minister of ports\n- Oslo | Harbour | Weather\n",
    "quotations": "“We shall see”, said Ana Belsky. «No», replied Jo Cartman. “Maybe\n",
    "marks": "““““««(((—–…“ a.b.c. »»\n",
    "capitals": "ANA BELSKY MET JO CARTMAN IN OSLO\n",
    "numbers": "12 of 30 at 10:30, 3.5 million euros, two thirds, 1-2-3 4/5/6.\n",
    "acronyms": "The World Trade Board (WTB) met the Port Authority (PA) of Oslo. ",
}


class NameTagger:
    """Takes every "Ana Belsky" for a person."""

    name = "names"

    def tag(self, passages: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        return [tuple(self._found(passage.text)) for passage in passages]

    def _found(self, text: str) -> list[Mention]:
        found, at = [], text.find("Ana Belsky")
        while at >= 0:
            found.append(Mention(at, at + 10, text[at : at + 10], Label.PER))
            at = text.find("Ana Belsky", at + 10)
        return found


def count_calls(text: str) -> int:
    """How many functions, Python's and C's, the analysis of a page calls."""
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    article = build_article("page.txt", text)
    sys.setprofile(count)
    try:
        analyse(article, NameTagger())
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_as_the_page_does(shape: str) -> None:
    line = SHAPES[shape]
    text = line * (24_000 // len(line))
    half = text[: len(text) // 2]
    analyse(build_article("page.txt", half), NameTagger())
    assert count_calls(text) <= MOST_GROWTH * count_calls(half)
