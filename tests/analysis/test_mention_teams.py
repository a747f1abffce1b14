"""Teams with the names of towns."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_edges import Line
from briefing.analysis.mention_teams import told_teams
from briefing.model import Label, Mention

GAMES = {
    "en": "The referee gave a penalty, the goalkeeper held it, and the striker left at halftime. ",
    "fr": "L'arbitre siffle un penalty, le buteur sort à la mi-temps, dit l'entraîneur. ",
    "es": "El árbitro pitó penalti, el portero lo paró y el delantero marcó su gol. ",
    "de": "Der Schiedsrichter gab Elfmeter, der Torwart hielt, der Stürmer ging zur Halbzeit. ",
    "pt": "O árbitro marcou penálti, o avançado fez o golo e o treinador sorriu. ",
}


def labels(text: str, language: str, *names: str) -> list[Label]:
    found, at = [], 0
    for name in names:
        at = text.index(name, at)
        found.append(Mention(at, at + len(name), name, Label.LOC))
        at += len(name)
    return [m.label for m in told_teams(text, [Line(0, len(text), language)], found)]


@pytest.mark.parametrize(
    ("language", "words", "name"),
    [
        ("en", "On Saturday Ashvale beat their guests again.", "Ashvale"),
        ("en", "They had not scored against Ashvale for years.", "Ashvale"),
        ("en", "It ended Ashvale 2-1 Norford.", "Ashvale"),
        ("fr", "Samedi, l'Étoile du Cap a fini sur le banc.", "Étoile du Cap"),
        ("es", "La noche fue larga para el Norte Azul.", "Norte Azul"),
        ("de", "Am Samstag gewann man gegen Altwerder.", "Altwerder"),
        ("pt", "Foi preciso sofrer: o Pérola do Sul chegou ao fim.", "Pérola do Sul"),
    ],
)
def test_who_plays_is_no_place(language: str, words: str, name: str) -> None:
    assert labels(GAMES[language] + words, language, name) == [Label.ORG]
    assert labels(words, language, name) == [Label.LOC]


def test_a_use_after_in_stays_a_place_and_the_others_do_not() -> None:
    text = GAMES["en"] + "Ashvale beat Norford 3-0 in Ashvale. Ashvale lead the table."
    assert labels(text, "en", "Ashvale", "Norford", "Ashvale", "Ashvale") == [
        Label.ORG,
        Label.ORG,
        Label.LOC,
        Label.ORG,
    ]


@pytest.mark.parametrize("name", ["Brazil", "Portugal"])
def test_a_country_that_plays_is_a_country(name: str) -> None:
    assert labels(f"{GAMES['en']}They lost against {name}.", "en", name) == [Label.LOC]


def test_a_town_with_an_article_of_its_own_is_a_town() -> None:
    text = GAMES["fr"] + "Les joueurs sont rentrés dans le Caire endormi."
    assert labels(text, "fr", "Caire") == [Label.LOC]
