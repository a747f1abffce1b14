from __future__ import annotations

import pytest

from briefing.analysis.mention_arabic_again import with_family_names
from briefing.analysis.mention_arabic_firms import arabic_firms
from briefing.analysis.mention_edges import Line
from briefing.model import Label, Mention


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("قالت شركة نفطورال قبل أن", ["نفطورال"]),
        ("وقالت منظمة «جسور الغد» إن", ["جسور الغد"]),
        ("كبيرة المحللين في قرقوش كابيتال أمس", ["قرقوش كابيتال"]),
        ("بين شركة أفق الخليج للطاقة وشركة", ["أفق الخليج للطاقة"]),
        ("وذكرت صحيفة المرصاد أن", ["المرصاد"]),
        ("الصادرة عن دار مرآة في المدينة", ["دار مرآة"]),
        ("قالت شركة الطيران إن", []),
        ("في شركة للنقل البري", []),
        ("عبر قناة السويس", []),
    ],
)
def test_firms_stand_behind_their_noun(text: str, firms: list[str]) -> None:
    assert [m.text for m in arabic_firms(text, 0, len(text))] == firms


def test_family_names_are_found_behind_a_particle() -> None:
    text = "قال سالم القندوسي إن. والتقى وزيران بالقندوسي أمس"
    full = Mention(4, 4 + len("سالم القندوسي"), "سالم القندوسي", Label.PER)
    found = with_family_names(text, [Line(0, len(text), "ar")], [full])
    assert [m.text for m in found] == ["سالم القندوسي", "القندوسي"]


def test_a_family_name_right_behind_a_person_is_part_of_the_name() -> None:
    text = "الروائي حنا يعقوب نجمون أمس"
    halves = [
        Mention(8, 17, "حنا يعقوب", Label.PER),
        Mention(18, 23, "نجمون", Label.PER),
    ]
    found = with_family_names(text, [Line(0, len(text), "ar")], halves)
    assert [m.text for m in found] == ["حنا يعقوب نجمون"]
