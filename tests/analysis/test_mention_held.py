"""People are found behind the offices that they hold, where the tagger left them out."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_held import held_names
from briefing.model import Label, Mention


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("era presente il sottosegretario Lapo Venturi: «No»", "it", "Lapo Venturi"),
        ("de toenmalige premier Joost van Velm zei", "nl", None),
        ("voorzitter Joost Velmans zei", "nl", "Joost Velmans"),
        ("said legislator Odile Marie Holm on Friday", "en", "Odile Marie Holm"),
        ("le premier Grand Tournoi", "fr", None),
        ("the minister Tuesday Morning", "en", None),
        ("the secretary General Assembly", "en", None),
        ("the director of Velm", "en", None),
        ("mayor New York", "en", None),
    ],
)
def test_a_full_name_follows_an_office(text: str, language: str, name: str | None) -> None:
    found = [m.text for m in held_names(text, 0, len(text), language, [])]
    assert found == ([name] if name else [])


def test_what_is_marked_stays() -> None:
    text = "promotor Venturi Group"
    kept = [Mention(9, 22, "Venturi Group", Label.ORG)]
    assert list(held_names(text, 0, len(text), "nl", kept)) == []
