"""Countries by name and demonym."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.countries import (
    country_named,
    country_of_code,
    is_country_name,
    is_demonym,
)

NAMES = {
    "Norway": ["Norway", "Norvège", "Noruega", "Norwegen", "Norvegia", "Noorwegen", "النرويج"],
    "Ivory Coast": [
        "Côte d’Ivoire",
        "Costa de Marfil",
        "Elfenbeinküste",
        "Ivoorkust",
        "ساحل العاج",
    ],
    "Germany": ["Federal Republic of Germany", "République fédérale d’Allemagne", "Bundesrepublik"],
    "Oman": ["Sultanate of Oman", "sultanat d’Oman", "Sultanat Oman", "سلطنة عمان"],
    "Thailand": ["Kingdom of Thailand", "Reino de Tailandia", "Koninkrijk Thailand"],
    "United States": ["US", "U.S.", "USA", "the United States", "les États-Unis", "EE.UU.", "EUA"],
    "United Kingdom": ["UK", "Großbritannien", "المملكة المتحدة", "Reino Unido"],
    "Democratic Republic of the Congo": [
        "DR Congo",
        "RDC",
        "DRC",
        "République démocratique du Congo",
    ],
    "Republic of the Congo": ["Congo-Brazzaville", "République du Congo"],
    "Czech Republic": ["Czechia", "Tschechien", "Chequia", "التشيك"],
    "Peru": ["Peru's", "Peru’s", "le Pérou", "Perus"],
    "Kenya": ["وكينيا", "لكينيا", "بكينيا"],
}
DEMONYMS = {
    "Tunisia": ["Tunisian", "Tunisians", "tunisien", "tunisienne", "tunisiennes", "tunecina",
                "tunesische", "Tunesier", "tunisini", "tunisinas", "Tunesisch", "التونسية"],
    "Pakistan": ["Pakistani", "pakistanaise", "paquistaníes", "pakistanischen", "pachistana",
                 "paquistanesa", "Pakistaanse", "باكستانية"],
    "Spain": ["Spanish", "Spaniards", "espagnole", "españolas", "spanischer", "Spanierin",
              "spagnoli", "espanhóis", "Spaanse", "الإسباني"],
    "Niger": ["nigérien", "nigerino", "نيجري"],
    "Nigeria": ["Nigerian", "nigérian", "nigeriano", "نيجيرية"],
    "Germany": ["German", "allemandes", "alemana", "deutscher", "tedeschi", "alemães", "Duitse",
                "الألمان"],
    "Greece": ["Greek", "grecques", "griegas", "griechischen", "greche", "gregos", "Griekse"],
    "Switzerland": ["Swiss", "helvétiques", "suizas", "Schweizer", "svizzeri", "Zwitserse"],
}  # fmt: skip


@pytest.mark.parametrize(("country", "words"), [(c, w) for c, ws in NAMES.items() for w in ws])
def test_names(country: str, words: str) -> None:
    assert country_named(words) == country
    assert is_country_name(words)


@pytest.mark.parametrize(("country", "words"), [(c, w) for c, ws in DEMONYMS.items() for w in ws])
def test_demonyms(country: str, words: str) -> None:
    assert country_named(words) == country
    assert is_demonym(words)
    assert not is_country_name(words)


@pytest.mark.parametrize(
    "words",
    ["us", "vs", "car", "est", "este", "fin", "let", "Kingdom", "republic", "the", "", "وزير"],
)
def test_everyday_words_are_no_countries(words: str) -> None:
    assert country_named(words) is None


def test_a_code_stands_for_a_country() -> None:
    assert country_of_code("CI") == "Ivory Coast"
    assert country_of_code("ZZ") is None


@given(st.text(max_size=120))
def test_any_words_give_a_country_of_the_table_or_none(words: str) -> None:
    found = country_named(words)
    assert found is None or is_country_name(found)
