"""Role nouns with their portfolios, in eight languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.roles import COUNTERPART, role_named

ROLES = {
    "interior minister": [
        "ministre de l’Intérieur", "Innenministerin", "ministro dell’Interno", "وزير الداخلية",
        "Minister of the Interior", "ministra española del Interior", "Home Secretary",
        "minister van Binnenlandse Zaken", "ministro da Administração Interna",
        "Bundesinnenminister",
    ],
    "foreign minister": [
        "Foreign Secretary", "ministre des Affaires étrangères", "Außenministerin",
        "ministro de Asuntos Exteriores", "ministro degli Esteri", "وزيرة الخارجية",
        "ministro dos Negócios Estrangeiros", "minister van Buitenlandse Zaken",
    ],
    "finance minister": ["Finanzminister", "ministra de Hacienda", "وزير المالية"],
    "prime minister": ["Prime Minister", "Premier ministre", "presidente del Gobierno",
                       "primeira-ministra", "رئيس الوزراء", "Regierungschefin", "premier"],
    "director general": ["director-general", "directrice générale", "Generaldirektor",
                         "directora general", "المدير العام"],
    "vice-president": ["vice-présidente", "Vizepräsidentin", "vicepresidenta", "vice president"],
    "spokesperson": ["spokeswoman", "porte-parole", "Sprecherin", "portavoz", "woordvoerder",
                     "Polizeisprecher"],
    "home affairs commissioner": ["commissaire européenne aux Affaires intérieures"],
    "environment minister": ["environment and energy minister",
                             "ministre de l’Environnement et de l’Énergie"],
    COUNTERPART: ["counterpart", "homologue", "homólogo", "Amtskollegin", "omologo", "نظيره",
                  "ambtgenoot"],
}  # fmt: skip


@pytest.mark.parametrize(("role", "words"), [(r, w) for r, ws in ROLES.items() for w in ws])
def test_roles(role: str, words: str) -> None:
    assert role_named(words) == role


@pytest.mark.parametrize("words", ["", "table", "la mer", "hafen", "البحر", "Interior"])
def test_other_words_name_no_role(words: str) -> None:
    assert role_named(words) is None


@given(st.text(max_size=300))
def test_any_words_are_read(words: str) -> None:
    found = role_named(words)
    assert found is None or found == found.strip() != ""
