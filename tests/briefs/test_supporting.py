"""Sentences that bear each other out across languages by the facts they give."""

from __future__ import annotations

import pytest

from briefing.briefs.comparing import build_comparer
from tests.briefs.reports import material_of, report


def _supports(one: str, two: str, language: str) -> bool:
    material = material_of(
        report("a", "en", "Ferry.", one), report("b", language, "Bac.", two)
    )  # fmt: skip
    comparer = build_comparer(material)
    left, right = (next(s for s in material.statements if s.text == words) for words in (one, two))
    return comparer.says_the_same(left, right)


@pytest.mark.parametrize(
    ("one", "two", "language"),
    [
        ("The state sent 240 soldiers.", "Die Regierung schickte 240 Soldaten.", "de"),
        ("The winner earns 2.5 million euros.", "El campeón ingresa 2,5 millones de euros.", "es"),
        ("It will open on 3 July 2031.", "Ouverture le 3 juillet 2031.", "fr"),
        ("Half a million doses arrived.", "Chegaram 500 mil doses ao porto.", "pt"),
    ],
)
def test_one_rare_fact_is_enough(one: str, two: str, language: str) -> None:
    assert _supports(one, two, language)


@pytest.mark.parametrize(
    ("one", "two", "language"),
    [
        ("The state sent 240 soldiers.", "Die Regierung schickte 180 Soldaten.", "de"),
        ("At least seven people died.", "Unas 1.500 personas fueron evacuadas.", "es"),
        ("It lasts three days.", "Le deuil dure trois jours à Lima.", "fr"),
        ("Prices rose 9 percent and 14 shops shut.", "El mes tuvo 14 tormentas.", "es"),
    ],
)
def test_a_contradiction_or_a_common_number_is_not(one: str, two: str, language: str) -> None:
    assert not _supports(one, two, language)
