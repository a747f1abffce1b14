from __future__ import annotations

import pytest

from briefing.analysis.mention_arabic_edges import trimmed_edges
from briefing.model import Label, Mention


def trimmed(text: str, name: str, label: Label) -> list[str]:
    start = text.index(name)
    mention = Mention(start, start + len(name), name, label)
    return [m.text for m in trimmed_edges(text, 0, [mention])]


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("وقال الناقد سعيد بنكرو إن", "الناقد سعيد بنكرو", ["سعيد بنكرو"]),
        ("كان بن قرقوش مديرا عاما", "بن قرقوش مديرا", ["بن قرقوش"]),
        ("قال متطوعون إنهم", "متطوعون", []),
        ("اتهمه بالتسييس", "بالتسييس", []),
        ("فتح دكانا للأقمشة", "دكانا للأقمشة", []),
        ("وقال ابن جارتنا", "ابن جارتنا", []),
        ("قال علاء الدين", "علاء الدين", ["علاء الدين"]),
    ],
)
def test_people_lose_offices_and_objects(text: str, name: str, left: list[str]) -> None:
    assert trimmed(text, name, Label.PER) == left


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("خمسين ألف ريال عماني", "ريال عماني", []),
        ("قال لـرويترز", "لـرويترز", ["رويترز"]),
        ("ودعت جمعية قرقوش السكان إلى", "جمعية قرقوش السكان", ["جمعية قرقوش"]),
        ("أغلقت مطار قرقوش وجسر وادي", "مطار قرقوش وجسر وادي", ["مطار قرقوش"]),
        ("ضربت السيول بلدية قرقوش", "بلدية قرقوش", ["قرقوش"]),
        ("مع وزير البحر القرقوشي", "البحر القرقوشي", []),
    ],
)
def test_bodies_and_places_lose_what_is_not_theirs(text: str, name: str, left: list[str]) -> None:
    label = Label.LOC if name.startswith(("مطار", "البحر")) else Label.ORG
    assert trimmed(text, name, label) == left
