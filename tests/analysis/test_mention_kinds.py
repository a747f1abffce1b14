"""The kind of an unknown name: by all its uses, and never against a table or a person's office."""

from __future__ import annotations

import pytest

from briefing.analysis.mention_agreement import key_of
from briefing.analysis.mention_edges import Line
from briefing.analysis.mention_kinds import is_told, kind_of_use, settle_kinds
from briefing.model import Label, Mention

PER, LOC, ORG = Label.PER, Label.LOC, Label.ORG


def uses(text: str, name: str, label: Label) -> list[Mention]:
    starts = [at for at in range(len(text)) if text.startswith(name, at)]
    return [Mention(at, at + len(name), name, label) for at in starts]


def settled(text: str, language: str, name: str, label: Label, *more: Mention) -> set[Label]:
    """The labels of all uses of a name that the tagger gave one label."""
    mentions = sorted([*uses(text, name, label), *more], key=lambda m: m.start)
    found, _ = settle_kinds(text, [Line(0, len(text), language)], mentions, mentions, ())
    return {m.label for m in found if m.text == name}


@pytest.mark.parametrize(
    ("text", "language", "name", "wrong", "right"),
    [
        ("The refiner Orvanti paid. Shares of Orvanti fell.", "en", "Orvanti", PER, ORG),
        ("Le raffineur Orvanti a payé.", "fr", "Orvanti", PER, ORG),
        ("El fabricante Orvanti pagó.", "es", "Orvanti", PER, ORG),
        ("Der Padhersteller Orvanti zahlte.", "de", "Orvanti", PER, ORG),
        ("Il colosso Orvanti ha pagato. Il gruppo Orvanti tace.", "it", "Orvanti", PER, ORG),
        ("A fabricante Orvanti pagou.", "pt", "Orvanti", PER, ORG),
        ("De brouwerij Orvanti betaalde. De vakbond Orvanti zweeg.", "nl", "Orvanti", PER, ORG),
        (
            "Two villages near Kelm-Varek flooded; in Kelm-Varek all left.",
            "en",
            "Kelm-Varek",
            PER,
            LOC,
        ),
        ("Il vit à Kelm, près de Kelm, dans le village de Kelm.", "fr", "Kelm", PER, LOC),
        ("El cerro Kelmayo cayó.", "es", "Kelmayo", PER, LOC),
    ],
)
def test_uses_tell_what_a_name_is(
    text: str, language: str, name: str, wrong: Label, right: Label
) -> None:
    assert settled(text, language, name, wrong) == {right}


@pytest.mark.parametrize("text", ["Mr Orvanti said no.", "Minister Orvanti spoke at the plant."])
def test_who_is_addressed_is_a_person(text: str) -> None:
    assert settled(text, "en", "Orvanti", PER) == {PER}


def test_a_surname_is_its_bearer_s() -> None:
    text = "Ada Orvanti came. Workers at Orvanti cheered."
    full = Mention(0, 11, "Ada Orvanti", PER)
    lone = Mention(29, 36, "Orvanti", PER)
    found, _ = settle_kinds(text, [Line(0, len(text), "en")], [full, lone], [full, lone], ())
    assert [m.label for m in found] == [PER, PER]


def test_a_list_with_known_places_tells_an_unknown_one() -> None:
    text = "Ferries from Hamburg, Kelmo and Rostock stayed in port."
    known = [*uses(text, "Hamburg", LOC), *uses(text, "Rostock", LOC)]
    assert settled(text, "en", "Kelmo", PER, *known) == {LOC}


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Norway", LOC),
        ("Hamburg", LOC),
        ("Ministry of Velm", ORG),
        ("Velm GmbH", ORG),
        ("VLM", ORG),
    ],
)
def test_what_a_table_or_a_noun_tells_is_left(name: str, label: Label) -> None:
    assert is_told(Mention(0, len(name), name, label), key_of(name))
    assert settled(f"Mr Holm told {name} so.", "en", name, label) == {label}


def test_the_evidence_names_the_places_of_all_uses() -> None:
    text = "Orvanti, Orvanti and Orvanti"
    mentions = uses(text, "Orvanti", ORG)
    _, (evidence,) = settle_kinds(text, [Line(0, len(text), "en")], mentions, mentions, ())
    assert evidence.name == "orvanti"
    assert evidence.places == tuple((m.start, m.end) for m in mentions)


def test_no_mentions_no_evidence() -> None:
    assert settle_kinds("", [Line(0, 0, "en")], [], [], ()) == ([], ())


def test_a_building_is_a_place() -> None:
    text = "de schilderijen uit het Kelmer Museum zijn terug"
    name = Mention(24, 37, "Kelmer Museum", Label.MISC)
    assert text[24:37] == name.text
    assert kind_of_use(text, Line(0, len(text), "nl"), name) is LOC
