from __future__ import annotations

import pytest

from briefing.analysis.mention_acronyms import expansion_start
from briefing.analysis.mention_edges import Line
from briefing.analysis.mention_laying import fill, overlay
from briefing.analysis.mention_repairs import (
    is_german_body,
    relabel_by_head,
    repair,
)
from briefing.model import Label, Mention


def mention(start: int, end: int, label: Label = Label.ORG) -> Mention:
    return Mention(start, end, "x" * (end - start), label)


def repaired(text: str, names: dict[str, Label], language: str = "en") -> list[tuple[str, str]]:
    found = [Mention(text.index(n), text.index(n) + len(n), n, names[n]) for n in names]
    found.sort(key=lambda m: m.start)
    return [(m.text, str(m.label)) for m in repair(text, [Line(0, len(text), language)], found)]


@pytest.mark.parametrize(
    ("acronym", "words", "start"),
    [
        ("NWB", "of the Northern Water Board", 7),
        ("OEN", "l’Office de l’eau et de la nature", 2),
        ("KfW", "Kredit für Wälder", 0),
        ("XYZ", "Northern Water Board", None),
    ],
)
def test_expansions_are_found_backwards(acronym: str, words: str, start: int | None) -> None:
    assert expansion_start(acronym, words, 0, len(words)) == start


def test_what_is_once_called_a_company_is_one_everywhere() -> None:
    text = "The retailer Anna Brindle grew. Later Anna Brindle shrank."
    first, second = (Mention(at, at + 12, "Anna Brindle", Label.PER) for at in (13, 38))
    found = repair(text, [Line(0, len(text), "en")], [first, second])
    assert [str(m.label) for m in found] == ["ORG", "ORG"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("un accord avec la Guinée équatoriale hier", "Guinée équatoriale"),
        ("les pêcheurs du lac Zelden manifestent", "lac Zelden"),
        ("dans le détroit de Zelden, hier", "détroit de Zelden"),
    ],
)
def test_small_words_that_belong_to_a_place_are_part_of_it(text: str, name: str) -> None:
    assert (name, "LOC") in repaired(text, {}, "fr")


def test_a_capitalised_rio_is_the_beginning_of_its_own_name() -> None:
    text = "vive no Rio Zelden do Sul desde ontem"
    name = "Rio Zelden do Sul"
    assert repaired(text, {name: Label.LOC}, "pt") == [(name, "LOC")]


def test_an_office_set_off_before_a_full_name_makes_it_a_person() -> None:
    text = "He met the foreign minister of Norway, Arvid Brindle, in Oslo"
    assert ("Arvid Brindle", "PER") in repaired(text, {"Arvid Brindle": Label.LOC})


def test_an_expansion_in_small_letters_is_no_name() -> None:
    assert repaired("the gross domestic product (GDP) fell", {}) == []


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        (
            "General Directorate for the Lakes of the North",
            {"General Directorate": Label.ORG},
            [("General Directorate for the Lakes of the North", "ORG")],
        ),
        ("He crossed the Strait of Vanholm", {}, [("Strait of Vanholm", "LOC")]),
        ("at the hospital Vanholm", {"Vanholm": Label.PER}, [("hospital Vanholm", "LOC")]),
        ("at the Vanholm Stadium", {"Vanholm Stadium": Label.ORG}, [("Vanholm Stadium", "LOC")]),
        ("the NWB said", {"NWB": Label.PER}, [("NWB", "ORG")]),
        ("the Vanholm Cup began", {"Vanholm Cup": Label.ORG}, []),
    ],
)
def test_heads_decide(text: str, names: dict[str, Label], expected: list[tuple[str, str]]) -> None:
    assert repaired(text, names) == expected


def test_german_compounds_name_bodies() -> None:
    assert is_german_body("verkehrsministerium")
    assert not is_german_body("ministerium")
    text = "Das Verkehrsministerium schwieg."
    assert repaired(text, {}, "de") == [("Verkehrsministerium", "ORG")]


def test_a_known_body_of_several_words_cuts_what_runs_on_behind_it() -> None:
    text = "Les avions de l'Organisation mondiale de la santé acheminent du sel."
    names = {"mondiale de la santé acheminent": Label.ORG}
    assert repaired(text, names, "fr") == [("Organisation mondiale de la santé", "ORG")]


def test_german_nouns_and_calls_to_the_reader_are_no_names() -> None:
    text = "Der Bussturz bei Altwerder, sagt Kaplan, traf den Kohleexport."
    names = {"Bussturz": Label.LOC, "Kaplan": Label.PER, "Kohleexport": Label.LOC}
    assert repaired(text, names, "de") == [("Kaplan", "PER")]
    assert repaired("Subscribe now.", {"Subscribe": Label.PER}) == []


def test_people_keep_their_label_whatever_their_name_ends_in() -> None:
    person = Mention(0, 11, "Odile Court", Label.PER)
    assert relabel_by_head(person) is person


def test_what_lies_over_replaces_what_begins_inside() -> None:
    kept = [mention(0, 3), mention(5, 9), mention(12, 15)]
    assert overlay(kept, iter([mention(4, 10)])) == [kept[0], mention(4, 10), kept[2]]
    assert overlay(kept, iter([mention(6, 11)])) == kept
    assert overlay(kept, iter([mention(4, 8)]), may_cut=False) == kept


def test_gaps_alone_are_filled() -> None:
    kept = [mention(0, 3), mention(5, 9)]
    place = mention(5, 9, Label.LOC)
    assert fill(kept, iter([place])) == [kept[0], place]
    assert fill(kept, iter([mention(6, 8)])) == kept
    assert fill(kept, iter([mention(10, 12)])) == [*kept, mention(10, 12)]


@pytest.mark.parametrize(
    ("text", "name", "label", "language", "expected"),
    [
        ("La empresa Valdoria calla", "Valdoria", Label.PER, "es", Label.ORG),
        ("Der Zementkonzern Ravelund baut", "Ravelund", Label.PER, "de", Label.ORG),
        ("El director de la empresa Ana Soler calla", "Ana Soler", Label.PER, "es", Label.PER),
        ("They flew Brindle Airlines home", "Brindle Airlines", Label.PER, "en", Label.ORG),
        ("They met at the Tom Brindle Arena", "Tom Brindle Arena", Label.PER, "en", Label.LOC),
        ("Tom Arena spoke", "Tom Arena", Label.PER, "en", Label.PER),
    ],
)
def test_nouns_before_names_and_the_last_words_of_names_tell_the_kind(
    text: str, name: str, label: Label, language: str, expected: Label
) -> None:
    assert (name, str(expected)) in repaired(text, {name: label}, language)


def test_contests_are_neither_bodies_nor_places() -> None:
    assert repaired("Adeus à Sul-Americana", {"Sul-Americana": Label.LOC}, "pt") == []


def test_whole_peoples_are_nobody() -> None:
    assert repaired("على أيدي مهندسين كروات", {"كروات": Label.PER}, "ar") == []


def test_arabic_demonyms_together_are_no_name() -> None:
    text = "اتفاق تشادي عماني جديد"
    assert repaired(text, {"تشادي عماني": Label.PER}, "ar") == []


def test_a_name_that_runs_on_into_brackets_is_two() -> None:
    text = "Der Verein für Muster (VfM) sprach."
    whole = Mention(4, 26, text[4:26], Label.ORG)
    found = repair(text, [Line(0, len(text), "de")], [whole])
    assert [m.text for m in found] == ["Verein für Muster", "VfM"]


def test_an_acronym_written_as_a_word_has_to_be_spelt_out_before_it() -> None:
    text = "El Comité Nacional de Puertos (Conapu) se reunió con el Comité (Rosales)."
    whole = Mention(3, 29, text[3:29], Label.ORG)
    found = repair(text, [Line(0, len(text), "es")], [whole])
    assert [m.text for m in found] == ["Comité Nacional de Puertos", "Conapu"]
