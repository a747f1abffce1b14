"""Lengths of time in several parts, and what stands beside a number without being its part."""

from __future__ import annotations

import pytest

from briefing.analysis.figures import find_figures
from briefing.model import Block, BlockKind, Figure


def _figures(language: str, text: str) -> list[Figure]:
    return list(find_figures(text, [Block(0, len(text), BlockKind.BODY, language)], ()))


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "four and a half years in jail", 4.5, "y"),
        ("it", "quattro anni e sei mesi di carcere", 4.5, "y"),
        ("es", "cuatro años y medio de cárcel", 4.5, "y"),
        ("de", "viereinhalb Jahre Haft", 4.5, "y"),
        ("nl", "vierenhalf jaar cel", 4.5, "y"),
        ("ar", "أربع سنوات ونصف السنة", 4.5, "y"),
        ("de", "anderthalb Stunden", 1.5, "h"),
        ("nl", "2 uur, 6 minuten en 36 seconden", 2.11, "h"),
        ("fr", "2 h 06 min 36 secondes", 2.11, "h"),
    ],
)
def test_the_parts_of_a_length_are_one_figure(
    language: str, text: str, value: float, unit: str
) -> None:
    (found,) = _figures(language, text)
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "un premio di un milione e mezzo di dollari"),
        ("es", "un millón y medio de dólares"),
        ("fr", "un million et demi de dollars"),
        ("en", "a million and a half dollars"),
        ("pt", "um milhão e meio de dólares"),
    ],
)
def test_half_behind_a_million_is_half_a_million(language: str, text: str) -> None:
    (found,) = _figures(language, text)
    assert (found.value, found.unit) == (1_500_000, "USD")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "The committee voted six to one, she said.", 6),
        ("fr", "Le comité a voté par sept contre deux.", 7),
        ("de", "Der Ausschuss stimmte mit sechs gegen eins dafür.", 6),
        ("es", "Votaron cinco contra dos.", 5),
        ("nl", "De raad stemde zes tegen een.", 6),
    ],
)
def test_the_greater_side_of_a_vote_needs_no_noun(language: str, text: str, value: float) -> None:
    found = _figures(language, text)
    assert (found[0].value, found[0].counted) == (value, "votes")


@pytest.mark.parametrize(
    "text", ["They voted two to three hours later.", "It beat them six to one.", "One to six."]
)
def test_a_range_or_a_score_is_no_vote(text: str) -> None:
    assert all(figure.counted != "votes" for figure in _figures("en", text))


@pytest.mark.parametrize("text", ["four years and 14 months", "two hours and 20 ships"])
def test_what_is_no_rest_stands_alone(text: str) -> None:
    assert len(_figures("en", text)) == 2


@pytest.mark.parametrize(
    ("language", "text", "counted"),
    [
        ("nl", "Vier van de zeven terminals liggen stil", ["terminals"]),
        ("en", "four of the port's seven terminals", ["terminals"]),
        ("en", "a 12-storey building", ["storey"]),
        ("en", "The senate voted 49 to 29 for it", ["votes", "votes"]),
        ("it", "deciso al 78' con un tiro", ["minute"]),
    ],
)
def test_what_a_number_counts(language: str, text: str, counted: list[str]) -> None:
    assert [f.counted for f in _figures(language, text)] == counted


def test_a_sum_without_currency_has_the_one_before() -> None:
    text = "A fund of 900 million dollars; a first part, of 300 million, comes soon"
    assert [f.unit for f in _figures("en", text)] == ["USD", "USD"]


def test_a_clock_of_agencies_is_no_figure() -> None:
    assert _figures("en", "The walkout began at 0400 GMT today") == []
