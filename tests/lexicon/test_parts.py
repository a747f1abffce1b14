"""Words that make a figure a part of another, and whose count it is."""

from __future__ import annotations

import pytest

from briefing.lexicon.parts import claimant, is_part


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
