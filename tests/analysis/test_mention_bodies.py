from __future__ import annotations

import pytest

from briefing.analysis.mention_bodies import (
    called,
    firms,
    german_bodies,
    known_bodies,
    movements,
    services,
)


def test_a_legal_form_makes_a_firm() -> None:
    text = "Der Bauer Nordhafen Werke AG und die Holm & Krog GmbH sowie AG"
    found = [(m.text, str(m.label)) for m in firms(text, 0, len(text))]
    assert found == [("Bauer Nordhafen Werke AG", "ORG"), ("Holm & Krog GmbH", "ORG")]


def test_a_line_of_nothing_but_hyphens_is_read_in_time_that_grows_with_it() -> None:
    # Read as runs of words from each letter on, it would take longer than anyone waits.
    text = "a-" * 10_000
    assert list(firms(text, 0, len(text))) == []
    shouted = "A-" * 10_000 + "AG"
    assert [m.text for m in firms(shouted, 0, len(shouted))] == ["A-A-A-A-A-A-AG"]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("hier la Marine nationale a dit", "fr", "Marine nationale"),
        ("il Soccorso alpino cerca", "it", "Soccorso alpino"),
        ("agentes de la Guardia Costera dijeron", "es", "Guardia Costera"),
        ("la Guardia di Porto ha detto", "it", "Guardia di Porto"),
        ("the Lakes Police said", "en", "Lakes Police"),
    ],
)
def test_services_of_a_state_are_named_with_their_adjective(
    text: str, language: str, name: str
) -> None:
    assert [m.text for m in services(text, 0, len(text), language)] == [name]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Police said", "en"),
        ("la Policía española dijo", "es"),
        ("la Marine a dit", "fr"),
        ("the Norwegian Army said", "en"),
        ("la Marina di Norvegia", "it"),
    ],
)
def test_a_service_alone_or_of_a_country_is_no_name(text: str, language: str) -> None:
    assert list(services(text, 0, len(text), language)) == []


def test_known_bodies_are_found_by_name_and_acronym() -> None:
    text = "the OECD and the Weltbank, not the oecd"
    assert [m.text for m in known_bodies(text, 0, len(text))] == ["OECD", "Weltbank"]


def test_a_noun_for_a_firm_or_an_article_leads_to_a_name() -> None:
    text = "l’armateur Holm Atlantique a vu le QVB et la TVA, le QVB-Nord"
    assert [m.text for m in called(text, 0, len(text))] == ["Holm Atlantique", "QVB"]
    text = "with Lindholm-based Nave Azzurra"
    assert [m.text for m in called(text, 0, len(text))] == ["Nave Azzurra"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Das teilte das Auswärtige Amt mit.", ["Auswärtige Amt"]),
        (
            "Es halfen das Rote Kreuz und das Technische Hilfswerk.",
            ["Rote Kreuz", "Technische Hilfswerk"],
        ),
        ("Die Zentrale Wahlkommission zählt, die britische Botschaft schweigt.", []),
        ("Er lobte die Zentrale Wahlkommission.", ["Zentrale Wahlkommission"]),
    ],
)
def test_a_german_adjective_with_a_capital_opens_the_name_of_a_body(
    text: str, names: list[str]
) -> None:
    assert [m.text for m in german_bodies(text, 0, len(text))] == names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Le Bloc de l'orvanade, de Mme Holm, gagne.", "fr", ["Bloc de l'orvanade"]),
        (
            "le Mouvement de la mer et du vent du Premier ministre",
            "fr",
            ["Mouvement de la mer et du vent"],
        ),
        ("el Frente de la tierra ganó", "es", ["Frente de la tierra"]),
        ("L'Union de Genève", "fr", []),
        ("un bloc de béton", "fr", []),
        ("the Front of the house", "en", []),
    ],
)
def test_parties_go_on_in_small_letters(text: str, language: str, names: list[str]) -> None:
    assert [m.text for m in movements(text, 0, len(text), language)] == names
