"""Cues that a sentence looks back, ahead, or gives somebody's wish or a rate."""

from __future__ import annotations

import time

import pytest

from briefing.lexicon.looking import (
    has_past_perfect,
    has_received,
    is_recalling,
    looks_ahead,
    states_position,
    tells_of_earlier,
)


@pytest.mark.parametrize(
    "text",
    [
        "It should be recalled that the bridge fell.",
        "Pour rappel, le pont avait cédé.",
        "Il y a deux ans, le pont cédait.",
        "Cabe recordar que el puente cayó.",
        "Hace tres meses cayó el puente.",
        "Vor zwei Jahren fiel die Brücke.",
        "Due anni fa il ponte cadde.",
        "O ponte caiu no ano passado.",
        "Twee jaar geleden viel de brug.",
        "يذكر أن الجسر سقط.",
    ],
)
def test_sentences_that_recall(text: str) -> None:
    assert is_recalling(text)
    assert not is_recalling("The bridge fell on Monday.")


@pytest.mark.parametrize(
    "text",
    [
        "They had met before.",
        "Ils avaient déjà signé un accord.",
        "Habían firmado un acuerdo.",
        "Avevano firmato un accordo.",
        "Tinham assinado um acordo.",
        "Sie hatten im März ein Abkommen geschlossen, das hatte niemand gemerkt.",
        "Zij hadden een akkoord getekend.",
        "وكان قد وقع الاتفاق.",
    ],
)
def test_sentences_in_the_past_perfect(text: str) -> None:
    assert has_past_perfect(text)
    assert not has_past_perfect("They met on Monday in the town hall.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A memorandum is to be drafted in May.", "en"),
        ("The group will meet in May.", "en"),
        ("Un groupe se réunira en mai.", "fr"),
        ("Se prevé una reunión en mayo.", "es"),
        ("Die Gruppe soll im Mai tagen.", "de"),
        ("De groep zal in mei vergaderen.", "nl"),
    ],
)
def test_sentences_that_look_ahead(text: str, language: str) -> None:
    assert looks_ahead(text, language)
    assert not looks_ahead("Sie trafen sich.", "de")


def test_wishes() -> None:
    assert states_position("the prosecutor had asked for ")
    assert states_position("le maire réclame ")
    assert not states_position("the court gave ")


@pytest.mark.parametrize("text", ["hatte " + "ge" * 20000, "had " + "x " * 20000, "a" * 100000])
def test_long_lines_take_no_time(text: str) -> None:
    started = time.process_time()
    has_past_perfect(text)
    is_recalling(text)
    looks_ahead(text, "de")
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "text",
    [
        "Two hours earlier she had received the mayor.",
        "Deux heures plus tôt, elle avait reçu le maire.",
        "Dos días antes había recibido al alcalde.",
        "Zwei Stunden zuvor hatte sie den Bürgermeister empfangen.",
        "Due ore prima aveva ricevuto il sindaco.",
        "Duas horas antes tinha recebido o autarca.",
        "Twee uur eerder had zij de burgemeester ontvangen.",
        "قبل ساعات استقبلت رئيس البلدية.",
    ],
)
def test_steps_of_hours_and_days_back_are_known(text: str) -> None:
    assert tells_of_earlier(text)
    assert has_received(text)
    assert not tells_of_earlier("The bridge fell two hours after noon.")
    assert not has_received("The receiver was found in the river.")
