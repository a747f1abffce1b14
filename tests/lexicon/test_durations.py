"""What a length of time says: how long, how long ago or before the end, how often, how old."""

from __future__ import annotations

import time

import pytest

from briefing.lexicon.durations import Span, span_of

TOLD = [
    ("en", "The bridge was closed for ", " on Monday", Span.DURATION),
    ("en", "It opened ", " ago", Span.AGO),
    ("fr", "Il a ouvert il y a ", " environ", Span.AGO),
    ("es", "Abrió hace unos ", " en Varn", Span.AGO),
    ("de", "Sie schloss vor ", ", hieß es", Span.AGO),
    ("it", "Ha aperto ", " fa", Span.AGO),
    ("nl", "Het opende ", " geleden", Span.AGO),
    ("ar", "افتتح قبل ", " في فارن", Span.AGO),
    ("en", "", " after the flood", Span.AGO),
    ("en", "It meets every ", " in Varn", Span.EVERY),
    ("pt", "publicado a cada ", ", mas", Span.EVERY),
    ("de", "Es tagt alle ", " in Varn", Span.EVERY),
    ("pt", "O herói tem ", " e luvas", Span.AGE),
    ("fr", "Le coureur a ", " et court", Span.AGE),
    ("es", "Murió un hombre de ", ", vecino", Span.AGE),
    ("pt", "marcou a ", " do fim", Span.LEFT),
    ("en", "scored ", " from time", Span.LEFT),
]


@pytest.mark.parametrize(("language", "before", "after", "span"), TOLD)
def test_the_words_beside_a_length_of_time_say_what_it_is(
    language: str, before: str, after: str, span: Span
) -> None:
    assert span_of(before, after, 24.0, language) is span


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("en", "under a ", " deal worth"),
        ("es", "condenado a ", " de cárcel"),
        ("it", "condannato a ", " di carcere"),
        ("fr", "un contrat de ", " avec Varn"),
    ],
)
def test_an_article_or_a_sentence_makes_no_age(language: str, before: str, after: str) -> None:
    assert span_of(before, after, 24.0, language) is Span.DURATION


def test_what_is_not_told_in_years_is_no_age() -> None:
    assert span_of("Le coureur a ", " et court", None, "fr") is Span.DURATION


@pytest.mark.parametrize("unit", ["il y a ", "every ", "a 24 de "])
def test_a_hostile_sentence_costs_time_in_proportion(unit: str) -> None:
    started = time.perf_counter()
    span_of(unit * 20_000, unit * 20_000, 24.0, "fr")
    assert time.perf_counter() - started < 1
