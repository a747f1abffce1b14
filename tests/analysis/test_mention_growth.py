from __future__ import annotations

import pytest

from briefing.analysis.mention_growth import called, firms, grown, known_bodies, services
from briefing.model import Label, Mention


def growth(text: str, name: str, label: Label, language: str) -> list[tuple[str, str]]:
    found = Mention(text.index(name), text.index(name) + len(name), name, label)
    return [(m.text, str(m.label)) for m in grown(text, len(text), language, [found])]


@pytest.mark.parametrize(
    ("text", "name", "language", "whole"),
    [
        ("hier le Tribunal constitutionnel a jugé", "Tribunal", "fr", "Tribunal constitutionnel"),
        ("il Consiglio comunale vota", "Consiglio", "it", "Consiglio comunale"),
        ("el Tribunal electoral regional dijo", "Tribunal", "es", "Tribunal electoral regional"),
    ],
)
def test_a_body_takes_its_small_adjectives(text: str, name: str, language: str, whole: str) -> None:
    assert growth(text, name, Label.ORG, language) == [(whole, "ORG")]


@pytest.mark.parametrize(
    ("text", "name", "label", "language"),
    [
        ("le Parlement français vote", "Parlement", Label.ORG, "fr"),
        ("le Tribunal, local", "Tribunal", Label.ORG, "fr"),
        ("the Council local", "Council", Label.ORG, "en"),
        ("Ulm in Bayern", "Ulm", Label.LOC, "de"),
        ("Norway's Parliament", "Norway", Label.LOC, "en"),
    ],
)
def test_other_words_are_left_out(text: str, name: str, label: Label, language: str) -> None:
    assert growth(text, name, label, language) == []


def test_a_body_of_a_group_goes_on_after_the_apostrophe() -> None:
    text = "the Lakes People’s Union won"
    assert growth(text, "Lakes People", Label.LOC, "en") == [("Lakes People’s Union", "ORG")]


def test_a_body_takes_in_the_adjective_before_its_head() -> None:
    text = "the General Directorate for Lakes met"
    assert growth(text, "Directorate for Lakes", Label.ORG, "en") == [
        ("General Directorate for Lakes", "ORG")
    ]


def test_a_town_says_where_it_lies() -> None:
    assert growth("in St. Veit in Zelden gab", "St. Veit", Label.LOC, "de") == [
        ("St. Veit in Zelden", "LOC")
    ]
    assert growth("in Lindau in Bayern", "Lindau", Label.LOC, "de") == []


def test_a_legal_form_makes_a_firm() -> None:
    text = "Der Bauer Nordhafen Werke AG und die Holm & Krog GmbH sowie AG"
    found = [(m.text, str(m.label)) for m in firms(text, 0, len(text))]
    assert found == [("Bauer Nordhafen Werke AG", "ORG"), ("Holm & Krog GmbH", "ORG")]


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
