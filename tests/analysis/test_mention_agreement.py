from __future__ import annotations

import re

from briefing.analysis.mention_agreement import agree, key_of, name_labels, surname_labels
from briefing.analysis.mention_edges import Line
from briefing.model import Label, Mention


def marked(text: str, *names: tuple[str, Label]) -> list[Mention]:
    found, at = [], 0
    for words, label in names:
        at = text.index(words, at)
        found.append(Mention(at, at + len(words), words, label))
        at += len(words)
    return found


def agreed(text: str, *names: tuple[str, Label]) -> list[tuple[str, str]]:
    lines = [Line(m.start(), m.end(), "en") for m in re.finditer(r"[^\n]+", text)]
    return [(m.text, str(m.label)) for m in agree(text, lines, marked(text, *names))]


PER, LOC, ORG = Label.PER, Label.LOC, Label.ORG


def test_spellings_of_one_name_share_a_key() -> None:
    assert key_of("Félix Håkon") == key_of("FELIX Hakon") == ("felix", "hakon")


def test_the_label_given_most_often_wins() -> None:
    text = "Vanholm and Vanholm and Vanholm"
    mentions = marked(text, ("Vanholm", ORG), ("Vanholm", LOC), ("Vanholm", ORG))
    assert name_labels(mentions) == {("vanholm",): ORG}
    assert {label for _, label in agreed(text, *[(m.text, m.label) for m in mentions])} == {"ORG"}


def test_particles_belong_to_surnames() -> None:
    mentions = marked("Odile van den Berg", ("Odile van den Berg", PER))
    names = surname_labels(mentions, name_labels(mentions))
    assert {("berg",), ("den", "berg"), ("van", "den", "berg")} <= set(names)


def test_a_place_named_more_often_is_no_surname() -> None:
    text = "Odile Vanholm left. Vanholm slept. Vanholm woke. Vanholm ate."
    names = [("Odile Vanholm", PER), ("Vanholm", LOC), ("Vanholm", LOC), ("Vanholm", LOC)]
    assert agreed(text, *names)[1:] == [("Vanholm", "LOC")] * 3


def test_a_short_form_before_its_full_form_is_explained_too() -> None:
    text = "Holm wins again\nOdile Holm won on Sunday."
    assert agreed(text, ("Odile Holm", PER)) == [("Holm", "PER"), ("Odile Holm", "PER")]


def test_a_surname_takes_its_given_name_in() -> None:
    text = "Odile Holm won. The brother, said Anna Holm, lost."
    assert agreed(text, ("Odile Holm", PER))[1] == ("Anna Holm", "PER")


def test_a_part_grows_to_the_name_known_whole() -> None:
    text = "The Northern Water Board met. The Northern Water Board left."
    names = [("Northern Water Board", ORG), ("Water", LOC)]
    assert agreed(text, *names) == [("Northern Water Board", "ORG")] * 2


def test_a_word_also_written_small_does_not_spread() -> None:
    text = "Reading won. Fans were reading. Reading books helps."
    assert agreed(text, ("Reading", ORG)) == [("Reading", "ORG")]


def test_names_do_not_cross_lines() -> None:
    text = "Odile Holm won.\nOdile\nHolm"
    assert ("Odile\nHolm", "PER") not in agreed(text, ("Odile Holm", PER))


def test_a_body_and_who_is_named_right_behind_it_are_two_names() -> None:
    text = "PNX struck. For PNX Olaf Bergsund it is over. Bergsund left. PNX Allied Yards ran."
    found = agreed(
        text,
        ("PNX", ORG),
        ("PNX Olaf Bergsund", ORG),
        ("Bergsund", PER),
        ("PNX Allied Yards", ORG),
    )
    assert found[1:3] == [("PNX", "ORG"), ("Olaf Bergsund", "PER")]
    assert found[-1] == ("PNX Allied Yards", "ORG")


def test_who_holds_an_office_of_a_body_is_told_from_it() -> None:
    text = "La PNX tratta. Parla il segretario della PNX Olao Bergsundi oggi."
    found = agreed(text, ("PNX", ORG), ("PNX Olao Bergsundi", ORG))
    assert found == [("PNX", "ORG"), ("PNX", "ORG"), ("Olao Bergsundi", "PER")]
    text = "The PNX met. So did the director of PNX World Yards today."
    found = agreed(text, ("PNX", ORG), ("PNX World Yards", ORG))
    assert found == [("PNX", "ORG"), ("PNX World Yards", "ORG")]


def test_a_small_town_named_like_somebody_in_full_is_that_person() -> None:
    text = "Hernan Bargas came. Bargas said no. Bargas wept. For Bargas it was over."
    found = agreed(text, ("Hernan Bargas", PER), ("Bargas", LOC))
    assert {label for name, label in found if name == "Bargas"} == {"PER"}
