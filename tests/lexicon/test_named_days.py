"""Days that names are made of."""

from __future__ import annotations

import pytest

from briefing.lexicon.named_days import head_of_day, named_days


@pytest.mark.parametrize(
    ("text", "name", "is_body"),
    [
        ("de la Cooperativa Minera 9 de Mayo, que", "Cooperativa Minera 9 de Mayo", True),
        ("la cooperativa 9 de Mayo calla", "9 de Mayo", True),
        ("the 9 de Mayo cooperative", "9 de Mayo", True),
        ("en la Avenida 9 de Julio hubo", "Avenida 9 de Julio", False),
        ("na Ponte 9 de Abril", "Ponte 9 de Abril", False),
        ("auf dem Platz des 18. März", "Platz des 18. März", False),
    ],
)
def test_a_day_behind_a_noun_is_a_name(text: str, name: str, is_body: bool) -> None:
    (found,) = named_days(text, 0, len(text))
    assert (text[found.start : found.end], found.is_body) == (name, is_body)


@pytest.mark.parametrize(
    "text",
    [
        "Marcharon por la plaza el 9 de Mayo",
        "Firmaron en la Plaza, 9 de Mayo",
        "Cooperativa Velm, 9 de Mayo de 2031",
        "Puente 9 de Mayo de 2031",
        "Lunes 9 de Mayo",
        "Velm 9 de Mayo",
    ],
)
def test_other_days_are_dates(text: str) -> None:
    assert list(named_days(text, 0, len(text))) == []


def test_a_head_is_found_on_its_own_line_only() -> None:
    text = "Plaza\n9 de Mayo"
    assert head_of_day(text, 0, text.index("9")) is None
