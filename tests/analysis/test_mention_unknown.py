"""A capital inside a sentence opens a name, where nouns are small and no table knows the word."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_edges import WORD, Line
from briefing.analysis.mention_unknown import unknown_names


def found(text: str, language: str) -> list[str]:
    written = frozenset(WORD.findall(text))
    return [m.text for m in unknown_names(text, Line(0, len(text), language), written)]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("De brug over de Kelmsingel is dicht.", "nl", "Kelmsingel"),
        ("They were moored off Vortinska at dawn.", "en", "Vortinska"),
        ("La route de l’Ulkanier est fermée.", "fr", "Ulkanier"),
        ("Trabajan en el Urcumayu brigadas.", "es", "Urcumayu"),
        ("Lo dice la Coldurenti da ieri.", "it", "Coldurenti"),
        ("A multa foi da Anelvix ontem.", "pt", "Anelvix"),
        ("zei de voorvrouw van Jelta van der Kelmo.", "nl", "Jelta van der Kelmo"),
    ],
)
def test_an_unknown_word_with_a_capital_is_a_name(text: str, language: str, name: str) -> None:
    assert found(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kelmsingel is dicht.", "nl"),
        ("Die Brücke über den Kelmsingel ist zu.", "de"),
        ("The meeting was on Monday in full.", "en"),
        ("Said the Vortinskian envoy.", "en"),
        ("on board the Orvanta-2 probe", "en"),
        ("see the site Orvantix.org for more", "en"),
        ("la ministra de Minería habló", "es"),
        ("dit le Vortinskais vainqueur", "fr"),
        ("Bas van Kelmsingel kwam", "nl"),
        ("the vortinska and a Vortinska", "en"),
    ],
)
def test_other_words_are_left(text: str, language: str) -> None:
    assert found(text, language) == []
