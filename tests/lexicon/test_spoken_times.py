"""Times of day in words, in eight languages."""

from __future__ import annotations

import time

import pytest

from briefing.lexicon.spoken_times import find_spoken_times

TOLD = [
    ("en", "The blast came at half past five in the morning.", "05:30", True),
    ("en", "It came at about four in the afternoon.", "16:00", True),
    ("fr", "L’explosion s’est produite à cinq heures et demie du matin.", "05:30", True),
    ("es", "Se oyó a las tres y cuarto de la madrugada.", "03:15", True),
    ("de", "Sie ereignete sich um halb sechs am Morgen.", "05:30", True),
    ("it", "È avvenuta alle cinque e mezza del pomeriggio.", "17:30", True),
    ("it", "Lo ha proclamato alle 16.", "16:00", True),
    ("pt", "Ocorreu às cinco e meia da tarde.", "17:30", True),
    ("nl", "Het gebeurde om kwart over vier.", "04:15", False),
    ("ar", "وقع عند الساعة الخامسة والنصف صباحا.", "05:30", True),
]
NONE = [
    ("es", "Derrotó a las tres campeonas."),
    ("it", "Alle 16 squadre in gara."),
    ("it", "Dalle due squadre."),
    ("pt", "Deu o prémio às duas equipas."),
    ("fr", "Après trois heures de débat."),
    ("de", "Sie stieg um vier Prozent."),
    ("nl", "Na acht uur gaf hij het sein."),
    (None, "At half past five."),
]


@pytest.mark.parametrize(("language", "text", "clock", "is_sure"), TOLD)
def test_a_time_in_words_is_read(language: str, text: str, clock: str, is_sure: bool) -> None:
    (found,) = find_spoken_times(text, language)
    assert (found.time, found.is_sure) == (clock, is_sure)
    assert 0 < found.start < found.end <= len(text)


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_is_counted_or_lasts_is_no_time(language: str | None, text: str) -> None:
    assert list(find_spoken_times(text, language)) == []


def test_only_the_range_asked_for_is_read() -> None:
    text = "Om kwart over vier. Om half zes."
    assert [t.time for t in find_spoken_times(text, "nl", text.index("."))] == ["05:30"]


@pytest.mark.parametrize("language", ["en", "fr", "es", "de", "it", "pt", "nl", "ar"])
@pytest.mark.parametrize("unit", ["a las ", "alle ", "half past ", "à ", "الساعة "])
def test_a_hostile_sentence_costs_time_in_proportion(language: str, unit: str) -> None:
    started = time.perf_counter()
    list(find_spoken_times(unit * 10_000, language))
    assert time.perf_counter() - started < 1
