"""Both ends of a span, lists of days, and which way a weekday lies, in eight languages."""

from __future__ import annotations

import pytest

from briefing.analysis.dates import find_dates
from briefing.model import Block, BlockKind


def values_in(text: str, language: str, published: str = "2024-08-20") -> list[str | None]:
    blocks = [Block(0, len(text), BlockKind.BODY, language)]
    return [d.value for d in find_dates(text, blocks, published)]


ENDS = ["2024-08-28", "2024-08-31"]
OVER = ["2024-08-28", "2024-09-02"]
SPANS = [
    ("en", "The fair runs from 28 to 31 August in the old mill.", ENDS),
    ("en", "The road is shut from August 28 to September 2, 2024.", OVER),
    ("fr", "Le salon se tient du 28 au 31 août dans la halle.", ENDS),
    ("fr", "Du 28 août au 2 septembre 2024, la route est fermée.", OVER),
    ("es", "La feria se celebra del 28 al 31 de agosto en la plaza.", ENDS),
    ("es", "Del 28 de agosto al 2 de septiembre de 2024 habrá cortes.", OVER),
    ("de", "Die Messe läuft vom 28. bis zum 31. August.", ENDS),
    ("de", "Gesperrt ist die Straße vom 28.08. bis 31.08.2024.", ENDS),
    ("de", "Vom 28. August bis zum 2. September 2024 wird gebaut.", OVER),
    ("it", "La fiera si terrà dal 28 al 31 agosto in piazza.", ENDS),
    ("it", "Dal 28 agosto al 2 settembre 2024 la strada resterà chiusa.", OVER),
    ("pt", "A feira decorre de 28 a 31 de agosto na praça.", ENDS),
    ("pt", "De 28 de agosto a 2 de setembro de 2024 a rua fecha.", OVER),
    ("nl", "De beurs is van 28 tot en met 31 augustus in de hal.", ENDS),
    ("nl", "De beurs is van 28 t/m 31 augustus in de hal.", ENDS),
    ("nl", "Van 28 augustus tot 2 september 2024 is de weg dicht.", OVER),
    ("ar", "يقام المعرض من 28 إلى 31 أغسطس في القاعة.", ENDS),
    ("ar", "من 28 أغسطس إلى 2 سبتمبر 2024", OVER),
]


@pytest.mark.parametrize(("language", "text", "values"), SPANS)
def test_both_ends_of_a_span_are_days(language: str, text: str, values: list[str]) -> None:
    assert values_in(text, language) == values


def test_a_span_that_begins_in_december_begins_the_year_before() -> None:
    text = "Die Halle ist vom 28.12. bis 03.01.2025 geschlossen."
    assert values_in(text, "de") == ["2024-12-28", "2025-01-03"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "Nos dias 3, 4 e 5 de setembro haverá greve."),
        ("es", "Los días 3, 4 y 5 de septiembre habrá huelga."),
        ("fr", "Les 3, 4 et 5 septembre, les bateaux resteront au port."),
    ],
)
def test_days_in_a_row_share_their_month(language: str, text: str) -> None:
    assert values_in(text, language) == ["2024-09-03", "2024-09-04", "2024-09-05"]


def test_a_score_is_no_span() -> None:
    assert values_in("Die Partie endete 3.1. bis 2.2.", "de") == []


WEDNESDAY = "2024-05-15"
AHEAD = [
    ("en", "He brings twenty brokers and leaves for the islands on Thursday.", "2024-05-16"),
    ("de", "Am Dienstag reist sie an die Küste weiter.", "2024-05-21"),
    ("de", "Der Rat rief für Samstag einen Trauertag aus.", "2024-05-18"),
    ("pt", "A ministra segue na quinta-feira para as ilhas.", "2024-05-16"),
    ("nl", "De bond houdt dinsdag een feest op het plein.", "2024-05-21"),
]
BACK = [
    ("en", "Three men were taken away by guards on Monday in the old town.", "2024-05-13"),
    ("de", "Bei dem Treffen am Montag ging es um Netze.", "2024-05-13"),
    ("fr", "Le ministre, en visite lundi, a pris part à la cérémonie.", "2024-05-13"),
]


@pytest.mark.parametrize(("language", "text", "value"), [*AHEAD, *BACK])
def test_the_present_tense_of_a_report_announces(language: str, text: str, value: str) -> None:
    assert values_in(text, language, WEDNESDAY) == [value]


def test_a_headline_tells_the_past_in_the_present_tense() -> None:
    text = "Roe reist am Dienstag an die Küste"
    blocks = [Block(0, len(text), BlockKind.HEADLINE, "de")]
    assert [d.value for d in find_dates(text, blocks, WEDNESDAY)] == ["2024-05-14"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It began two days before, on a Wednesday, with a letter."),
        ("de", "Es begann an einem Mittwoch mit einem Brief."),
        ("nl", "Het begon op een woensdag met een brief."),
    ],
)
def test_some_weekday_is_no_day(language: str, text: str) -> None:
    assert values_in(text, language, WEDNESDAY) == []
