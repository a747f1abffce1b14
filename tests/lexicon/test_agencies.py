"""Agencies: names in any language, codes only as codes."""

from __future__ import annotations

import pytest

from briefing.lexicon.agencies import agency_named


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("AFP", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("dpa", "dpa"),
        ("Deutsche Presse-Agentur", "dpa"),
        ("LUSA", "Lusa"),
        ("رويترز", "Reuters"),
        ("MAP", "MAP"),
        ("map", None),
        ("Map", None),
        ("Tap", None),
        ("Nobody", None),
        ("", None),
    ],
)
def test_an_agency_is_known_by_its_names(words: str, name: str | None) -> None:
    assert agency_named(words) == name
