"""Clubs called like towns are told on pages that report a match."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_clubs import told_clubs
from briefing.analysis.mention_edges import Line
from briefing.model import Label, Mention

MATCH = " The goalkeeper, the striker and the referee spoke of penalties."


def labels(text: str, language: str, name: str) -> list[Label]:
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    mentions = [Mention(at, at + len(name), name, Label.LOC) for at in starts]
    return [m.label for m in told_clubs(text, [Line(0, len(text), language)], mentions)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bergen beat the visitors.", "en"),
        ("They lost against Bergen on Friday.", "en"),
        ("It ended Bergen 2-1 after an hour.", "en"),
        ("O gol do Bergen saiu cedo.", "pt"),
        ("Bergen igualó sobre la hora.", "es"),
    ],
)
def test_who_plays_is_a_club(text: str, language: str) -> None:
    assert labels(text + MATCH, language, "Bergen") == [Label.ORG]
    assert labels(text, language, "Bergen") == [Label.LOC]


def test_where_a_match_is_played_stays_a_town() -> None:
    text = "Bergen won. In Bergen it rained. Bergen slept."
    assert labels(text + MATCH, "en", "Bergen") == [Label.ORG, Label.LOC, Label.ORG]
    assert labels("Norway beat Peru." + MATCH, "en", "Norway") == [Label.LOC]
    assert labels("They met in Bergen." + MATCH, "en", "Bergen") == [Label.LOC]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            "Les buts du buteur : l'arbitre siffle un penalty, l'Étoile du Cap perd.",
            "fr",
            "Étoile du Cap",
        ),
        (
            "O árbitro deu penálti, golo do avançado: o Pérola do Sul chegou ao fim.",
            "pt",
            "Pérola do Sul",
        ),
    ],
)
def test_a_club_that_no_table_knows_is_told_by_its_article(
    text: str, language: str, name: str
) -> None:
    at = text.index(name)
    mention = Mention(at, at + len(name), name, Label.LOC)
    (found,) = told_clubs(text, [Line(0, len(text), language)], [mention])
    assert found.label is Label.ORG


def test_a_country_and_a_town_with_an_article_of_its_own_stay_places() -> None:
    text = "Le buteur marque, l'arbitre siffle un penalty à la mi-temps: le Caire et le Portugal."
    mentions = [
        Mention(at, at + len(name), name, Label.LOC)
        for name in ("Caire", "Portugal")
        for at in [text.index(name)]
    ]
    found = told_clubs(text, [Line(0, len(text), "fr")], mentions)
    assert [m.label for m in found] == [Label.LOC, Label.LOC]
