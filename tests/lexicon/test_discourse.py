"""Phrases by which a page leaves its own event."""

from __future__ import annotations

import pytest

from briefing.lexicon.discourse import heads_background, leaves_the_event
from briefing.lexicon.folding import fold


@pytest.mark.parametrize(
    "opening",
    [
        "It should be recalled that the port",
        "Pour rappel, le port",
        "El mismo día, el ministro recibió",
        "Zur Erinnerung: Der Hafen",
        "Lo stesso giorno il ministro",
        "No mesmo dia, o ministro",
        "Dezelfde dag ontving de minister",
        "يذكر أن الميناء",
        "وكان الوزير قد استقبل في اليوم ذاته",
        "وكان الوزير قد وقع الأحد في لشبونة اتفاقا",
    ],
)
def test_turns_to_another_event_are_known(opening: str) -> None:
    assert leaves_the_event(fold(opening))


@pytest.mark.parametrize(
    "opening",
    ["The minister recalls his dog", "Le ministre a reçu", "وكان الحريق قد اندلع صباحا", ""],
)
def test_the_events_own_sentences_are_not_turns(opening: str) -> None:
    assert not leaves_the_event(fold(opening))


@pytest.mark.parametrize(
    "heading",
    [
        "Background",
        "Le contexte",
        "Antecedentes",
        "Hintergrund",
        "L'antefatto",
        "Achtergrond",
        "خلفية",
    ],
)
def test_subheads_that_announce_background_are_known(heading: str) -> None:
    assert heads_background(fold(heading))


@pytest.mark.parametrize("heading", ["Background noise", "The talks", "Contexto y balance", ""])
def test_other_subheads_do_not(heading: str) -> None:
    assert not heads_background(fold(heading))
