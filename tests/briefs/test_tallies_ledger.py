"""Results: one match or vote that ends in two ways is a conflict; two matches are none."""

from __future__ import annotations

from dataclasses import replace

from briefing.briefs.tallies_ledger import compare_tallies
from briefing.model import Difference, DifferenceValue, Document
from tests.briefs.reports import material_of, report


def differences(*documents: Document, kind: str = "match") -> list[Difference]:
    material = material_of(*documents)
    material = replace(material, event=replace(material.event, kind=kind))
    return list(compare_tallies(material, frozenset()))


def told(found: list[Difference]) -> list[tuple[str, list[str]]]:
    return [(d.about, [v.text for v in d.values]) for d in found]


def test_two_scores_of_one_match_are_a_conflict_whoever_is_named_first() -> None:
    one = report("a", "en", "Varn beat Ostel 3-1 in the final before a full house.")
    two = report("b", "fr", "Ostel a perdu 1-3 la finale contre Varn devant son public.")
    slip = report("c", "de", "Varn hat das Finale gegen Ostel mit 3:2 gewonnen, sagt der Klub.")
    assert differences(one, two) == []
    assert told(differences(one, slip)) == [("score", ["3-1", "3:2"])]


def test_scores_without_a_side_in_common_are_of_two_matches() -> None:
    one = report("a", "en", "Varn beat Ostel 3-1 in the final before a full house.")
    two = report("b", "en", "Varn had beaten Lune 5-4 before a full house in the spring.")
    assert differences(one, two) == []


def test_a_number_of_two_sides_outside_a_match_is_no_score() -> None:
    one = report("a", "en", "The ministers spoke 3-1 about the river and its old banks.")
    two = report("b", "en", "The ministers spoke 3-2 about the river and its old banks.")
    assert differences(one, two, kind="meeting") == []


def test_a_shoot_out_is_compared_apart_from_the_score() -> None:
    one = report("a", "en", "After a 1-1 draw Varn won 4-3 on penalties in the final.")
    two = report("b", "nl", "Na strafschoppen was Varn in de finale de sterkste: 4-2.")
    assert told(differences(one, two)) == [("penalty shoot-out", ["4-3", "4-2"])]


def test_votes_of_one_body_share_their_sum_and_unanimous_is_against_a_split() -> None:
    split = report("a", "de", "Die Entscheidung der Bank fiel mit sechs zu eins Stimmen.")
    other = report("b", "en", "Five of the seven members of the board voted for the rise.")
    whole = report("c", "it", "La giuria della banca ha deciso all'unanimità per il rialzo.")
    chamber = report("d", "en", "The senate voted 61 to 48 for the rise on the same day.")
    assert len(differences(split, other, kind="event")) == 1
    assert [d.values[1].normalised for d in differences(split, whole, kind="event")] == [
        "unanimous"
    ]
    assert differences(split, chamber, kind="event") == []


def test_what_the_figures_show_already_is_not_shown_twice() -> None:
    one = report("a", "en", "Varn beat Ostel 3-1 in the final before a full house.")
    two = report("b", "en", "Varn beat Ostel 3-2 in the final before a full house.")
    material = material_of(one, two)
    material = replace(material, event=replace(material.event, kind="match"))
    shown = [
        DifferenceValue(v.text, v.normalised, v.article, v.start, v.end)
        for d in compare_tallies(material, frozenset())
        for v in d.values
    ]
    assert len(shown) == 2
    assert list(compare_tallies(material, frozenset(), shown)) == []
