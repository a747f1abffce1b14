from __future__ import annotations

import pytest

from briefing.analysis.mention_growth import grown
from briefing.model import Label, Mention


def growth(text: str, name: str, label: Label, language: str) -> list[tuple[str, str]]:
    found = Mention(text.index(name), text.index(name) + len(name), name, label)
    return [(m.text, str(m.label)) for m in grown(text, len(text), language, [found])]


@pytest.mark.parametrize(
    ("text", "name", "language", "whole"),
    [
        ("hier le Tribunal constitutionnel a jugé", "Tribunal", "fr", "Tribunal constitutionnel"),
        ("il Consiglio comunale vota", "Consiglio", "it", "Consiglio comunale"),
        ("el Tribunal electoral regional dijo", "Tribunal", "es", "Tribunal electoral regional"),
    ],
)
def test_a_body_takes_its_small_adjectives(text: str, name: str, language: str, whole: str) -> None:
    assert growth(text, name, Label.ORG, language) == [(whole, "ORG")]


@pytest.mark.parametrize(
    ("text", "name", "label", "language"),
    [
        ("le Parlement français vote", "Parlement", Label.ORG, "fr"),
        ("le Tribunal, local", "Tribunal", Label.ORG, "fr"),
        ("the Council local", "Council", Label.ORG, "en"),
        ("Ulm in Bayern", "Ulm", Label.LOC, "de"),
        ("Norway's Parliament", "Norway", Label.LOC, "en"),
    ],
)
def test_other_words_are_left_out(text: str, name: str, label: Label, language: str) -> None:
    assert growth(text, name, label, language) == []


def test_a_body_of_a_group_goes_on_after_the_apostrophe() -> None:
    text = "the Lakes People’s Union won"
    assert growth(text, "Lakes People", Label.LOC, "en") == [("Lakes People’s Union", "ORG")]


def test_a_body_takes_in_the_adjective_before_its_head() -> None:
    text = "the General Directorate for Lakes met"
    assert growth(text, "Directorate for Lakes", Label.ORG, "en") == [
        ("General Directorate for Lakes", "ORG")
    ]


def test_a_town_says_where_it_lies() -> None:
    assert growth("in St. Veit in Zelden gab", "St. Veit", Label.LOC, "de") == [
        ("St. Veit in Zelden", "LOC")
    ]
    assert growth("in Lindau in Bayern", "Lindau", Label.LOC, "de") == []


@pytest.mark.parametrize(
    ("text", "name", "language", "whole"),
    [
        ("Minister Talib bin Said Al-Qamri spoke.", "Talib bin", "en", "Talib bin Said Al-Qamri"),
        (
            "Oumar Badara Ndoye Sylla reste en poste.",
            "Oumar Badara",
            "fr",
            "Oumar Badara Ndoye Sylla",
        ),
        ("De atlete Wietske Kiprop Yator won.", "Wietske Kiprop", "nl", "Wietske Kiprop Yator"),
    ],
)
def test_a_name_cut_short_goes_on(text: str, name: str, language: str, whole: str) -> None:
    start = text.index(name)
    mention = Mention(start, start + len(name), name, Label.PER)
    assert [m.text for m in grown(text, len(text), language, [mention])] == [whole]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("Talib Wexford Monday met the mayor.", "Talib Wexford", "en"),
        ("Lucía Ferrand París 2024", "Lucía Ferrand", "es"),
        ("Lucía Ferrand ONU", "Lucía Ferrand", "es"),
        ("Lucía, Marta y Elena", "Lucía", "es"),
    ],
)
def test_what_follows_a_whole_name_is_not_part_of_it(text: str, name: str, language: str) -> None:
    mention = Mention(0, len(name), name, Label.PER)
    assert list(grown(text, len(text), language, [mention])) == []
