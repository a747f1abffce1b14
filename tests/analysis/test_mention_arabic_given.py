from __future__ import annotations

import pytest

from briefing.analysis.mention_arabic_given import with_given_names
from briefing.model import Label, Mention


def mark(text: str, name: str, label: Label) -> Mention:
    start = text.index(name)
    return Mention(start, start + len(name), name, label)


def people(text: str, *marked: tuple[str, Label]) -> list[str]:
    mentions = [mark(text, name, label) for name, label in marked]
    found = with_given_names(text, 0, len(text), mentions)
    return [m.text for m in found if m.label is Label.PER]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وأكدت سعاد القندوسي، مديرة المركز، أن", ["سعاد القندوسي"]),
        ("وسجل كريم البرغثي ويوسف عبد المنعم هدفين", ["كريم البرغثي", "يوسف عبد المنعم"]),
        ("قال السباح العماني سالم بوخشيم إن", ["سالم بوخشيم"]),
        ("قالت لينكا فورسكوغلند إن المنظمة", ["لينكا فورسكوغلند"]),
        ("وقال يوسف نصر الله، أمام القصر", ["يوسف نصر الله"]),
        ("فرحة فوزية الحراقشة لم تكتمل", ["فوزية الحراقشة"]),
        ("قال أمين عام الوزارة إن", []),
        ("كان سعيد بالنتيجة", []),
        ("عمل لصالح الشركة", []),
        ("نجاح المغربي في البطولة", []),
    ],
)
def test_people_are_told_by_given_names_and_by_what_leads_to_them(
    text: str, names: list[str]
) -> None:
    assert people(text) == names


def test_a_person_ends_the_body_before_him() -> None:
    text = "قال محافظ المصرف كريم القندوسي للحضور"
    assert people(text, ("المصرف كريم", Label.ORG)) == ["كريم القندوسي"]


def test_a_body_named_after_a_person_stays() -> None:
    text = "في جامعة محمد القندوسي أمس"
    assert people(text, ("جامعة محمد القندوسي", Label.ORG)) == []


def test_a_longer_person_stays() -> None:
    text = "قال محمد علي قرقوشنة إن"
    assert people(text, ("محمد علي قرقوشنة", Label.PER)) == ["محمد علي قرقوشنة"]
