"""Names are taken whole: capitals that go on, departments with two fields, towns behind firms."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_edges import Line
from briefing.analysis.mention_runs import joined, parted, whole_runs
from briefing.model import Label, Mention

PER, LOC, ORG = Label.PER, Label.LOC, Label.ORG


def mention(text: str, name: str, label: Label) -> Mention:
    return Mention(text.index(name), text.index(name) + len(name), name, label)


def grown(text: str, language: str, name: str, label: Label) -> list[tuple[str, Label]]:
    found = whole_runs(text, [Line(0, len(text), language)], [mention(text, name, label)])
    return [(m.text, m.label) for m in found]


@pytest.mark.parametrize(
    ("text", "language", "name", "label", "whole"),
    [
        ("the freight of Norway Railways fell", "en", "Norway", LOC, ("Norway Railways", ORG)),
        ("la radio de Sahel Confort se tait", "fr", "Sahel", LOC, ("Sahel Confort", ORG)),
        ("de boot van Orvanti Lijn zonk", "nl", "Orvanti", ORG, ("Orvanti Lijn", ORG)),
        ("near the Kelm Bridge today", "en", "Kelm", LOC, ("Kelm Bridge", LOC)),
    ],
)
def test_capitals_that_go_on_are_one_name(
    text: str, language: str, name: str, label: Label, whole: tuple[str, Label]
) -> None:
    assert grown(text, language, name, label) == [whole]


@pytest.mark.parametrize(
    ("text", "language", "name", "label"),
    [
        ("Norway Agrees Deal With Orvanti Today", "en", "Norway", LOC),
        ("in Norwegen Handel treiben", "de", "Norwegen", LOC),
        ("the prosecutor of Kelm Ada Maria Holm spoke", "en", "Kelm", LOC),
        ("est le Breton Ewen Kerlo, selon lui", "fr", "Ewen Kerlo", PER),
        ("in Norway on Monday", "en", "Norway", LOC),
        ("the harbour of Norway President Holm saw", "en", "Norway", LOC),
    ],
)
def test_what_follows_may_be_another_name(
    text: str, language: str, name: str, label: Label
) -> None:
    assert grown(text, language, name, label) == []


def test_a_department_with_two_fields_is_one() -> None:
    text = "the Kelm Meteorology and Water Department said"
    fields = [mention(text, "Kelm Meteorology", ORG), mention(text, "Water Department", ORG)]
    assert [m.text for m in joined(text, fields)] == ["Kelm Meteorology and Water Department"]


def test_two_bodies_stay_two() -> None:
    text = "the Kelm Ministry and Water Department said"
    bodies = [mention(text, "Kelm Ministry", ORG), mention(text, "Water Department", ORG)]
    assert list(joined(text, bodies)) == []


def test_a_firm_and_its_town_are_two_names_where_the_firm_stands_alone_as_well() -> None:
    text = "Orvanti di Trieste cresce. Poi Orvanti tace."
    pair = mention(text, "Orvanti di Trieste", LOC)
    alone = Mention(31, 38, "Orvanti", ORG)
    assert [(m.text, m.label) for m in parted([pair, alone])] == [
        ("Orvanti", ORG),
        ("Trieste", LOC),
        ("Orvanti", ORG),
    ]
    assert list(parted([pair])) == [pair]
