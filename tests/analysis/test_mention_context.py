"""What stands beside a name tells what it names."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_context import told_by_neighbours
from briefing.analysis.mention_edges import Line
from briefing.model import Label, Mention

PER, LOC, ORG = Label.PER, Label.LOC, Label.ORG


def labels(text: str, language: str, **named: Label) -> dict[str, Label]:
    """The labels after the rule, of names given with theirs before it; "_" is a blank."""
    mentions = []
    for name, label in named.items():
        words = name.replace("_", " ")
        start = text.index(words)
        mentions.append(Mention(start, start + len(words), words, label))
    mentions.sort(key=lambda m: m.start)
    found = told_by_neighbours(text, [Line(0, len(text), language)], mentions)
    return {m.text: m.label for m in found}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The river Orvanti burst its banks.", "en"),
        ("Police closed the Orvanti district on Friday.", "en"),
        ("Two houses burned in Orvanti.", "en"),
        ("dans la province de l'Orvanti", "fr"),
        ("Il presidio in contrada Orvanti continua.", "it"),
        ("Am Fluss Orvanti ist ein Damm gebrochen.", "de"),
        ("en el barrio de Orvanti", "es"),
        ("no bairro do Orvanti", "pt"),
        ("in de wijk Orvanti", "nl"),
    ],
)
def test_a_river_or_a_district_is_a_place(text: str, language: str) -> None:
    assert labels(text, language, Orvanti=PER) == {"Orvanti": LOC}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The shares of Orvanti closed flat.", "en"),
        ("le groupe Orvanti", "fr"),
        ("il patron di Orvanti", "it"),
        ("Die Aktie von Orvanti verlor.", "de"),
        ("las acciones de Orvanti", "es"),
    ],
)
def test_what_has_shares_is_a_firm(text: str, language: str) -> None:
    assert labels(text, language, Orvanti=LOC) == {"Orvanti": ORG}


def test_a_known_town_is_no_firm() -> None:
    assert labels("le groupe de Lagos", "fr", Lagos=LOC) == {"Lagos": LOC}


@pytest.mark.parametrize(
    "text",
    [
        "Mr Orvanti left. The village of Orvanti did not.",
        "Orvanti said so. The village of Orvanti knew.",
        "They met in Orvanti, Minister Orvanti added.",
    ],
)
def test_whoever_speaks_or_holds_an_office_stays_a_person(text: str) -> None:
    first = text.index("Orvanti")
    second = text.index("Orvanti", first + 1)
    mentions = [Mention(at, at + 7, "Orvanti", PER) for at in (first, second)]
    found = told_by_neighbours(text, [Line(0, len(text), "en")], mentions)
    assert [m.label for m in found] == [PER, PER]


def test_an_owner_is_no_place() -> None:
    assert labels("There was joy in Orvanti's camp.", "en", Orvanti=PER) == {"Orvanti": PER}


def test_part_of_a_full_name_stays_a_person() -> None:
    text = "Ilse Orvanti won. Nobody in Orvanti's team lost."
    mentions = [Mention(0, 12, "Ilse Orvanti", PER), Mention(28, 35, "Orvanti", PER)]
    found = told_by_neighbours(text, [Line(0, len(text), "en")], mentions)
    assert [m.label for m in found] == [PER, PER]


def test_a_place_that_no_table_holds_does_not_speak() -> None:
    assert labels("Beatrix Lokwane said so.", "en", Beatrix_Lokwane=LOC) == {"Beatrix Lokwane": PER}
    assert labels("New York said so.", "en", New_York=LOC) == {"New York": LOC}
    assert labels("Tolvan Lake said so.", "en", Tolvan_Lake=LOC) == {"Tolvan Lake": LOC}


def test_contradicting_neighbours_change_nothing() -> None:
    text = "the village of Orvanti; the shares of Orvanti"
    mentions = [Mention(15, 22, "Orvanti", PER), Mention(38, 45, "Orvanti", PER)]
    found = told_by_neighbours(text, [Line(0, len(text), "en")], mentions)
    assert [m.label for m in found] == [PER, PER]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Les habitants de Orvanti ont fui.", "fr"),
        ("il sindaco di Orvanti tace", "it"),
        ("los vecinos de Orvanti", "es"),
        ("Islanders on Orvanti will cross in an hour.", "en"),
        ("They drove to a farm near Orvanti.", "en"),
        ("nördlich von Orvanti", "de"),
    ],
)
def test_what_has_inhabitants_or_a_north_is_a_place(text: str, language: str) -> None:
    assert labels(text, language, Orvanti=PER) == {"Orvanti": LOC}


def test_the_other_end_of_a_way_is_a_place_too() -> None:
    text = "the line between Oslo and Orvanti"
    assert labels(text, "en", Oslo=LOC, Orvanti=PER) == {"Oslo": LOC, "Orvanti": LOC}
    text = "a match between Velm and Orvanti"
    assert labels(text, "en", Velm=PER, Orvanti=PER) == {"Velm": PER, "Orvanti": PER}
    assert labels("An attack on Orvanti failed.", "en", Orvanti=PER) == {"Orvanti": PER}


def test_mountains_behind_a_name_make_it_a_place() -> None:
    text = "Rain over the Al Orvant mountains."
    assert labels(text, "en", Al_Orvant=PER) == {"Al Orvant": LOC}
    assert labels("Al Orvant climbs.", "en", Al_Orvant=PER) == {"Al Orvant": PER}
