from __future__ import annotations

import pytest

from briefing.analysis.mention_edges import is_demonym, trim
from briefing.model import Label, Mention


def trimmed(text: str, words: str, label: Label) -> tuple[str, Label] | None:
    start = text.index(words)
    mention = trim(text, Mention(start, start + len(words), words, label))
    return (mention.text, mention.label) if mention else None


@pytest.mark.parametrize(
    ("words", "label", "name"),
    [
        ("“Odile Holm’s", Label.PER, "Odile Holm"),
        ("Prime Minister Odile Holm", Label.PER, "Odile Holm"),
        ("Danish Interior Minister Odile Holm", Label.PER, "Odile Holm"),
        ("M. Holm", Label.PER, "Holm"),
        ("Frau Holm,", Label.PER, "Holm"),
        ("the Northern Council", Label.ORG, "Northern Council"),
        ("l’Arno", Label.LOC, "Arno"),
        ("L'Arno", Label.LOC, "L'Arno"),
        ("Northern Council of the", Label.ORG, "Northern Council"),
        ("NWB Deputy Director", Label.ORG, "NWB"),
        ("U.N. Secretary", Label.ORG, "U.N."),
        ("eastern Jutland", Label.LOC, "Jutland"),
        ("Council of Ministers", Label.ORG, "Council of Ministers"),
        ("Acme Inc.", Label.ORG, "Acme Inc."),
        ("Oslo.", Label.LOC, "Oslo"),
    ],
)
def test_edges_are_cut_and_names_are_left(words: str, label: Label, name: str) -> None:
    assert trimmed(f"So {words} it is", words, label) == (name, label)


def test_nothing_is_left_of_a_bare_title_or_mark() -> None:
    assert trimmed("a Mr. b", "Mr.", Label.PER) is None
    assert trimmed("a — b", "—", Label.ORG) is None


def test_who_follows_a_portfolio_is_a_person() -> None:
    text = "the minister of Justice Odile Holm said"
    assert trimmed(text, "Justice Odile Holm", Label.ORG) == ("Odile Holm", Label.PER)


def test_demonyms_are_no_names() -> None:
    assert is_demonym("Danish")
    assert not is_demonym("Denmark")
    assert not is_demonym("Oslo")


def test_an_excellency_is_no_part_of_the_name() -> None:
    assert trimmed("Minister H.E. Talib Wexford spoke", "H.E. Talib Wexford", Label.PER) == (
        "Talib Wexford",
        Label.PER,
    )
    assert trimmed("S.E.M. Odile Brac", "S.E.M. Odile Brac", Label.PER) == ("Odile Brac", Label.PER)
    assert trimmed("H.G. Wexford", "H.G. Wexford", Label.PER) == ("H.G. Wexford", Label.PER)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Bergbauministerin Wilma Kondrasch", "Wilma Kondrasch"),
        ("Bondscoach Marlies Rietveldt", "Marlies Rietveldt"),
        ("Dutchwoman Marlies Rietveldt", "Marlies Rietveldt"),
        ("Eng. Hamid bin Talib", "Hamid bin Talib"),
        ("German Gorbatov", "German Gorbatov"),
        ("Norman Foxley", "Norman Foxley"),
        ("Alexander Burmeister", "Alexander Burmeister"),
    ],
)
def test_compound_offices_and_origins_are_no_part_of_a_name(words: str, name: str) -> None:
    assert trimmed(f"So {words} spoke", words, Label.PER) == (name, Label.PER)


def test_what_stands_between_two_names_ends_the_first() -> None:
    words = "Velmar pela Orvantina"
    assert trimmed(f"So {words} it is", words, Label.LOC) == ("Velmar", Label.LOC)
