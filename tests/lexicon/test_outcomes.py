"""An outcome is told as done, in any of the languages, and not where it is denied or ahead."""

from __future__ import annotations

import pytest

from briefing.lexicon.folding import WORD
from briefing.lexicon.outcomes import OUTCOMES, outcome_at


def told(sentence: str) -> list[str]:
    words = WORD.findall(sentence)
    return [name for at in range(len(words)) if (name := outcome_at(words, at))]


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("The two ministers signed a pact in Port Alva", "signed"),
        ("Les deux ministres ont signé un accord", "signed"),
        ("Beide haben den Vertrag unterzeichnet", "signed"),
        ("وقعت الوزيرة والوزير اتفاقا جديدا", "signed"),
        ("El banquero fue condenado a nueve años", "sentenced"),
        ("Il tribunale ha assolto la donna", "acquitted"),
        ("O parlamento aprovou a lei", "adopted"),
        ("De wedstrijd is afgelast", "cancelled"),
        ("Los rehenes fueron liberados", "released"),
    ],
)
def test_what_is_done_is_told(sentence: str, outcome: str) -> None:
    assert told(sentence) == [outcome]


@pytest.mark.parametrize(
    "sentence",
    [
        "No agreement was signed",
        "The pact will be signed in May",
        "Les ministres n’ont pas signé",
        "Der Vertrag wurde nicht unterzeichnet",
        "C’est un signe d’espoir",
        "وقعت الحادثة مساء الاثنين",
        "Die Firma meldet Gewinn",
    ],
)
def test_what_is_denied_ahead_or_something_else_is_not(sentence: str) -> None:
    assert told(sentence) == []


def test_every_outcome_has_a_name_of_its_own() -> None:
    assert len(set(OUTCOMES)) == len(OUTCOMES)
