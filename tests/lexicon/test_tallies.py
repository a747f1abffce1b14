"""Results of two sides: scores, shoot-outs and votes as the eight languages write them."""

from __future__ import annotations

import time

import pytest

from briefing.lexicon.tallies import TallyKind, find_tallies

TOLD = [
    ("en", "Varn beat Ostel 3-1 on Sunday.", "3-1", TallyKind.SCORE, (3, 1)),
    ("de", "Varn gewann mit 2:1 in Ostel.", "2:1", TallyKind.SCORE, (2, 1)),
    ("it", "Ha vinto 31 a 28 in trasferta.", "31 a 28", TallyKind.SCORE, (31, 28)),
    ("fr", "battu aux tirs au but sur le score de 5-4", "5-4", TallyKind.SHOOT_OUT, (5, 4)),
    ("pt", "perdeu por 4 a 3 nos pênaltis", "4 a 3", TallyKind.SHOOT_OUT, (4, 3)),
    ("ar", "فاز 3-2 بركلات الترجيح", "3-2", TallyKind.SHOOT_OUT, (3, 2)),
    ("es", "Perdían por 17-13 al descanso.", "17-13", TallyKind.HALF_TIME, (17, 13)),
    ("de", "Es fiel mit sechs zu eins Stimmen.", "sechs zu eins", TallyKind.VOTE, (6, 1)),
    ("es", "por cuatro votos contra uno", "cuatro votos contra uno", TallyKind.VOTE, (4, 1)),
    ("en", "Five of the seven members voted.", "Five of the seven members", TallyKind.VOTE, (5, 2)),
    ("en", "Six of the nine board members voted.", "Six of the nine board members", TallyKind.VOTE,
     (6, 3)),
    ("en", "The court said so in a 2–1 ruling.", "2–1", TallyKind.VOTE, (2, 1)),
    ("fr", "La cour a tranché par 5 contre 4.", "5 contre 4", TallyKind.VOTE, (5, 4)),
    ("en", "Varn beat the council side 3-1.", "3-1", TallyKind.SCORE, (3, 1)),
]  # fmt: skip
NONE = [
    ("en", "It closes from 2031-05-06 at 10-12-2031, F-16, 4-3-3."),
    ("en", "A dish of 3 to share."),
    ("fr", "de 2019-2024, page 12"),
]


@pytest.mark.parametrize(("language", "text", "words", "kind", "sides"), TOLD)
def test_a_result_is_read_with_the_greater_side_first(
    language: str, text: str, words: str, kind: TallyKind, sides: tuple[int, int]
) -> None:
    (tally,) = find_tallies(text, language)
    assert text[tally.start : tally.end] == words
    assert (tally.kind, tally.sides) == (kind, sides)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_dates_codes_and_ranges_of_years_are_no_results(language: str, text: str) -> None:
    assert find_tallies(text, language) == []


def test_a_draw_is_the_score_and_the_rest_the_shoot_out() -> None:
    found = find_tallies("Na strafschoppen: 4-2, na 120 minuten stond het 1-1.", "nl")
    assert [(t.kind, t.sides) for t in found] == [
        (TallyKind.SHOOT_OUT, (4, 2)),
        (TallyKind.SCORE, (1, 1)),
    ]


@pytest.mark.parametrize("words", ["unanimously", "à l’unanimité", "einstimmig", "all'unanimità"])
def test_a_unanimous_vote_is_one_without_rivals(words: str) -> None:
    (tally,) = find_tallies(f"The jury decided {words} for her.", "en")
    assert tally.is_unanimous
    assert tally.sides == (1, 0)


@pytest.mark.parametrize("unit", ["1-", "2 to ", "five of the ", "3 votes "])
def test_a_hostile_sentence_costs_time_in_proportion(unit: str) -> None:
    begun = time.process_time()
    find_tallies(unit * 4000, "en")
    assert time.process_time() - begun < 2
