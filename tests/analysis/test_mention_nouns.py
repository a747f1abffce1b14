"""Common nouns, storms, ships and feasts are no names, nor are the nouns in front of names."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_edges import Line
from briefing.analysis.mention_nouns import without_nouns
from briefing.model import Label, Mention

PER, LOC, ORG = Label.PER, Label.LOC, Label.ORG


def kept(text: str, language: str, *names: tuple[str, Label]) -> list[str]:
    mentions = [
        Mention(text.index(name), text.index(name) + len(name), name, label)
        for name, label in names
    ]
    mentions.sort(key=lambda m: m.start)
    return [m.text for m in without_nouns(text, [Line(0, len(text), language)], mentions)]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Cyclone Nerida came ashore.", "en", "Cyclone Nerida"),
        ("La tempête Nerida a fait rage.", "fr", "Nerida"),
        ("El huracán Nerida llegó.", "es", "Nerida"),
        ("Der Hurrikan Nerida zog ab.", "de", "Nerida"),
        ("Il traghetto Nerida è in porto.", "it", "Nerida"),
        ("O navio Nerida afundou.", "pt", "Nerida"),
        ("De storm Nerida trok over.", "nl", "Nerida"),
    ],
)
def test_storms_and_ships_are_neither_people_nor_places(
    text: str, language: str, name: str
) -> None:
    assert kept(text, language, (name, PER)) == []


def test_what_is_once_a_storm_is_one_everywhere() -> None:
    text = "Typhoon Nerida hit. Then Ada turned: Nerida faded."
    mention = Mention(37, 43, "Nerida", PER)
    assert text[37:43] == mention.text
    storm = Mention(0, 14, "Typhoon Nerida", PER)
    assert without_nouns(text, [Line(0, len(text), "en")], [storm, mention]) == []


def test_a_storm_that_somebody_is_called_like_leaves_her_alone() -> None:
    text = "Typhoon Nerida hit. Mayor Nerida Holm wept."
    assert kept(text, "en", ("Nerida Holm", PER)) == ["Nerida Holm"]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Grubenstaub liegt seit Wochen.", "de", "Grubenstaub"),
        ("Visakkoord getekend.", "nl", "Visakkoord"),
        ("Aveva promesso altro.", "it", "Aveva"),
        ("Si chiude per Ferragosto.", "it", "Ferragosto"),
        ("Silos burned for a week.", "en", "Silos"),
    ],
)
def test_a_common_noun_is_nobody(text: str, language: str, name: str) -> None:
    assert kept(text, language, (name, PER)) == []


@pytest.mark.parametrize("name", ["Rosenbaum", "Steinbach", "Grünwald"])
def test_a_surname_that_ends_like_a_noun_is_kept(name: str) -> None:
    assert kept(f"Dann sprach {name} lange.", "de", (name, PER)) == [name]


def test_who_is_named_in_full_is_nobody_s_noun() -> None:
    text = "Grubenstaub schwieg. Jost Grubenstaub ging."
    assert kept(text, "de", ("Grubenstaub", PER), ("Jost Grubenstaub", PER)) == [
        "Grubenstaub",
        "Jost Grubenstaub",
    ]


def test_a_dweller_is_no_place() -> None:
    assert kept("Die Rostocker warten.", "de", ("Rostocker", LOC)) == []
    assert kept("Die Polizei in Hannover wartet.", "de", ("Hannover", LOC)) == ["Hannover"]


@pytest.mark.parametrize(
    ("text", "language", "name", "label", "rest"),
    [
        ("im Rostocker Kelmtal", "de", "Rostocker Kelmtal", LOC, "Kelmtal"),
        ("Der Verein Halda feiert.", "de", "Verein Halda", ORG, "Halda"),
        ("il consorzio Halda tace", "it", "consorzio Halda", ORG, "Halda"),
    ],
)
def test_the_noun_in_front_is_no_part_of_the_name(
    text: str, language: str, name: str, label: Label, rest: str
) -> None:
    assert kept(text, language, (name, label)) == [rest]
