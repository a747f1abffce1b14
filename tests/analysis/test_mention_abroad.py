"""Places on pages in languages that the tagger was not trained on, and what is no name there."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_abroad import with_places_abroad
from briefing.analysis.mention_edges import Line
from briefing.model import Label, Mention
from tests.builders import spans_of


def found(text: str, language: str, *people: str) -> list[tuple[str, Label]]:
    given = [Mention(*spans_of(text, name)[0], name, Label.PER) for name in people]
    given.sort(key=lambda m: m.start)
    line = Line(0, len(text), language)
    return [(m.text, m.label) for m in with_places_abroad(text, line, given)]


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("ru", "Встреча в Швеции и украинский визит", ["Швеции"]),
        ("fi", "Kokous Turkin rajalla", ["Turkin"]),
        ("zh", "俄罗斯外长在斯德哥尔摩会谈", ["俄罗斯", "斯德哥尔摩"]),
        ("ja", "韓国と東京", ["韓国", "東京"]),
        ("fr", "Une réunion en Suède", []),
    ],
)
def test_countries_and_unspaced_towns_are_marked(
    language: str, text: str, places: list[str]
) -> None:
    assert found(text, language) == [(place, Label.LOC) for place in places]


def test_nobody_is_named_by_a_country() -> None:
    text = "Власти Швеции ждут Соболева"
    assert found(text, "ru", "Власти Швеции", "Соболева") == [
        ("Швеции", Label.LOC),
        ("Соболева", Label.PER),
    ]


def test_what_is_written_small_is_no_name() -> None:
    text = "Вчера подписали соглашение"
    assert found(text, "ru", "соглашение") == []
    assert found("نشست با سورنا کاویان", "fa", "سورنا کاویان") == [("سورنا کاویان", Label.PER)]


def test_what_the_page_also_writes_small_is_no_name() -> None:
    text = "Umowa jest ważna. Tekst umowa zawiera tajny"
    assert found(text, "pl", "Umowa") == []
    again = "Orsa przyjechał. Powitał go orszak i minister Orsa"
    assert found(again, "pl", "Orsa") == [("Orsa", Label.PER)]
    assert found("Anna Lind przyjechała", "pl", "Anna Lind") == [("Anna Lind", Label.PER)]
