"""Words that make a figure a rate, a comparison or a poll."""

from __future__ import annotations

import pytest

from briefing.lexicon.rates import find_rate, is_compared_with, tells_of_polls


@pytest.mark.parametrize(
    ("words", "period"),
    [
        (" a day by the port", "day"),
        (" par jour", "day"),
        (" per dag", "day"),
        (" al año", "year"),
        (" pro Jahr", "year"),
        (" a share", "share"),
        (" je Aktie", "share"),
        (" per tonne", "each"),
        (" por persona", "head"),
        (" يوميا", "day"),
        (" per i lavori", None),
        (" for the dinner of the mayor, each", None),
        ("", None),
    ],
)
def test_a_period_has_one_name_in_all_languages(words: str, period: str | None) -> None:
    assert find_rate(words) == period


@pytest.mark.parametrize(
    ("before", "is_compared"),
    [("61 percent, up from ", True), ("61 %, contre ", True), ("against the wall of ", False)],
)
def test_what_a_figure_is_compared_with(before: str, *, is_compared: bool) -> None:
    assert is_compared_with(before) is is_compared


def test_polls_are_told_by_their_name() -> None:
    assert tells_of_polls("In de laatste peilingen stond zij op 51 procent.")
    assert not tells_of_polls("She has 51 percent of the vote.")
