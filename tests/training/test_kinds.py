"""Names that are known elsewhere teach what the words beside a name say of its kind."""

from __future__ import annotations

import random

import pytest

from briefing.model import Label, Mention
from briefing.training.kinds import USES_OF_NAME, Example, Use, draw, fit, uses_of

PER, LOC, ORG, MISC = Label.PER, Label.LOC, Label.ORG, Label.MISC


def test_capitalised_words_that_name_nobody_are_examples_too() -> None:
    line = "Then Ada Holm opened the Winter Fair in Kelm"
    names = (Mention(5, 13, "Ada Holm", PER), Mention(40, 44, "Kelm", LOC))
    found = {(u.line[u.start : u.end], u.kind) for u in uses_of(iter([(line, names)]), "en")}
    assert found == {("Ada Holm", PER), ("Kelm", LOC), ("Winter Fair", MISC)}


def test_arabic_has_no_capitals_to_go_by() -> None:
    line = "زار هولم كلم"
    assert list(uses_of(iter([(line, (Mention(4, 8, "هولم", PER),))]), "ar")) == [
        Use(line, 4, 8, PER)
    ]


def test_a_name_counts_under_its_usual_kind_and_not_too_often() -> None:
    generator = random.Random(1)
    usual = [Use("Kelm", 0, 4, LOC)] * (USES_OF_NAME * 2)
    drawn = list(draw([*usual, Use("Kelm", 0, 4, PER)], generator))
    assert drawn == [Use("Kelm", 0, 4, LOC)] * USES_OF_NAME
    assert list(draw([Use("Kelm", 0, 4, LOC), Use("Kelm", 0, 4, PER)] * 3, generator)) == []


def test_the_regression_learns_what_signs_say() -> None:
    pytest.importorskip("sklearn")
    told = [("in", LOC), ("mr", PER), ("shares", ORG), ("the", MISC)]
    found = [Example((sign, "common"), kind, "en") for sign, kind in told for _ in range(30)]
    weights = fit(found)
    for number, sign in enumerate(["mr", "in", "shares"]):
        assert weights[sign][number] == max(weights[sign])
