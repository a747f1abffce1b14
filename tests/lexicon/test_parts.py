"""Words that make a figure a part of another, and whose count it is."""

from __future__ import annotations

import pytest

from briefing.lexicon.parts import certainty, claimant, is_more, is_part, is_some_of_them


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("They held 40 people, of whom ", " were freed."),
        ("On compte 40 arrestations, dont ", " hier."),
        ("Es gab 40 Festnahmen, davon ", " in Alva."),
        ("Hubo 40 detenidos, entre ellos ", " menores."),
        ("Quaranta arresti, tra cui ", " minori."),
        ("اعتقل أربعون شخصا بينهم ", " نساء"),
        ("Some 40 were held, ", " of them overnight."),
    ],
)
def test_a_part_is_known_by_the_words_beside_it(before: str, after: str) -> None:
    assert is_part(before, after)
    assert not is_part("In the end ", " people came.")


@pytest.mark.parametrize(
    ("before", "after", "who"),
    [
        ("Organisers spoke of ", " people, the police of far fewer", "callers"),
        ("Rund ", " Menschen, so die Veranstalter", "callers"),
        ("Selon les syndicats, ", " personnes", "callers"),
        ("La policía contó ", " personas", "offices"),
        ("There were ", " people", ""),
    ],
)
def test_who_counts_is_who_stands_nearest(before: str, after: str, who: str) -> None:
    assert claimant(before, after) == who


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", " more people"),
        ("", " weitere Tote"),
        ("", " autres"),
        ("another ", ""),
        ("", " آخرون"),
    ],
)
def test_further_ones_are_counted_apart(before: str, after: str) -> None:
    assert is_more(before, after)
    assert not is_more("In all ", " people came.")


@pytest.mark.parametrize("after", [" of them", " de ellos", " dei quali", " d’entre eux", " منهم"])
def test_some_of_those_named_need_no_noun(after: str) -> None:
    assert is_some_of_them(f"{after} are well")
    assert not is_some_of_them(" of the ships")


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("", " cas suspects", "suspected"),
        ("", " laboratory-confirmed cases", "confirmed"),
        ("عدد الحالات المشتبه فيها بلغ ", " حالة", "suspected"),
        ("", " Fälle", ""),
    ],
)
def test_cases_are_suspected_or_confirmed(before: str, after: str, kind: str) -> None:
    assert certainty(before, after) == kind


def test_some_of_the_victims_are_a_part() -> None:
    assert is_part("", " de las víctimas eran")
    assert not is_part("", " of the houses")
