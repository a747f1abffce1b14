"""Firms, unions and clubs are told by the nouns beside their names."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_bodies import called
from briefing.analysis.mention_edges import Line
from briefing.analysis.mention_firms import told_firms
from briefing.model import Label, Mention

PER, LOC, ORG = Label.PER, Label.LOC, Label.ORG


def labels(text: str, language: str, name: str, label: Label) -> set[Label]:
    """The labels that all uses of a name, given with one, have after the rule."""
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    mentions = [Mention(at, at + len(name), name, label) for at in starts]
    found = told_firms(text, [Line(0, len(text), language)], mentions)
    return {m.label for m in found}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Orvanti, the Omani logistics group, will pay. Orvanti declined.", "en"),
        ("The ferries are built by Orvanti, a yard in Velm.", "en"),
        ("Orvanti's shares fell.", "en"),
        ("Orvanti, un constructeur autrichien de wagons, a signé.", "fr"),
        ("Orvanti, una cooperativa agraria, respondió.", "es"),
        ("Hij kocht tachtig procent van het Zweedse Orvanti.", "nl"),
    ],
)
def test_an_apposition_tells_a_firm(text: str, language: str) -> None:
    assert labels(text, language, "Orvanti", PER) == {ORG}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Orvanti, the chairwoman of the group, was late.", "en"),
        ("Orvanti, the group chairwoman, was late.", "en"),
        ("Orvanti, a group that lives in rivers.", "en"),
        ("President Orvanti, a builder of bridges, said so.", "en"),
        ("Orvanti said: “No.” Orvanti's shares were sold.", "en"),
        ("Orvanti, la presidenta de la asociación, calló.", "es"),
    ],
)
def test_whoever_heads_a_firm_is_none(text: str, language: str) -> None:
    assert labels(text, language, "Orvanti", PER) == {PER}


def test_a_country_has_shares_and_is_none() -> None:
    assert labels("Norway's shares rose.", "en", "Norway", LOC) == {LOC}


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("the rail operator Linha do Velm has promised", "en", "Linha do Velm"),
        ("sold to the Dutch port group Orvanti on Monday", "en", "Orvanti"),
        ("au constructeur autrichien Orvanti Waggon, pour", "fr", "Orvanti Waggon"),
        ("pelo grupo omanita Orvanti.", "pt", "Orvanti"),
        ("il cantiere Orvanti di Roma costruirà", "it", "Orvanti"),
        ("en la fundación Orvanti Ruiz", "es", "Orvanti Ruiz"),
        ("bij vakbond Orvanti", "nl", "Orvanti"),
    ],
)
def test_a_noun_leads_to_the_name_of_a_firm(text: str, language: str, name: str) -> None:
    assert [m.text for m in called(text, 0, len(text), language)] == [name]


@pytest.mark.parametrize(
    "text",
    ["the group Monday", "the company President Odile Holm", "in group B", "the operator France"],
)
def test_days_offices_and_countries_are_no_firms(text: str) -> None:
    assert list(called(text, 0, len(text), "en")) == []
