"""Ages of persons: whose they are, and where sources give others."""

from __future__ import annotations

import pytest

from briefing.briefs.ages import take_ages
from tests.briefs.reports import differences, material_of, report, rivals

NAME = "Ilse Brandt"


def _ages(
    language: str, sentence: str, *, people: tuple[str, ...] = (NAME,)
) -> list[tuple[int, str]]:
    named = [p for p in people if p in sentence]
    material = material_of(report("a", language, f"{NAME} spoke.", sentence, people=[NAME, *named]))
    return [(age.years, age.whose) for age in take_ages(material, frozenset())]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Ilse Brandt, 48, won the race."),
        ("en", "The winner was 48-year-old Ilse Brandt."),
        ("en", "The 48-year-old had trained in the hills."),
        ("es", "Ilse Brandt, de 48 años, ganó la carrera."),
        ("it", "Ha vinto Ilse Brandt, 48 anni, di Bolzano."),
        ("fr", "Âgée de 48 ans, elle vit à Lyon."),
        ("de", "Die 48-jährige Ilse Brandt gewann."),
        ("de", "Die 48-Jährige lebt in Wien."),
        ("nl", "De 48-jarige Brandt won."),
        ("pt", "Ilse Brandt (48 anos) venceu a corrida."),
    ],
)
def test_an_age_is_that_of_the_person_beside_it(language: str, sentence: str) -> None:
    assert _ages(language, sentence) == [(48, "per-ilse-brandt")]


@pytest.mark.parametrize(
    ("language", "sentence", "years"),
    [
        ("nl", "Onder de doden is een meisje van 6.", 6),
        ("de", "Ein achtjähriges Mädchen starb.", 8),
        ("en", "A six-year-old girl died.", 6),
        ("nl", "Een meisje van 14 met een rode muts is vermist.", 14),
    ],
)
def test_somebody_unnamed_has_an_age_by_kind(language: str, sentence: str, years: int) -> None:
    assert _ages(language, sentence) == [(years, "girl")]


@pytest.mark.parametrize(
    "sentence",
    ["Ilse Brandt, 2, 3 and 4 others came.", "It lasted 48 years.", "Ilse Brandt, 1.200 euros."],
)
def test_other_numbers_are_no_ages(sentence: str) -> None:
    assert _ages("en", sentence) == []


def test_two_ages_of_one_person_differ() -> None:
    one = report("a", "en", f"{NAME}, 48, won the race.", people=[NAME])
    two = report("b", "es", f"Ganó {NAME}, de 49 años.", people=[NAME])
    (found,) = differences(one, two)
    assert (found.about, [v.normalised for v in found.values]) == (
        "age of Ilse Brandt",
        ["48 years", "49 years"],
    )
    assert differences(one, report("c", "es", f"Ganó {NAME}, de 48 años.", people=[NAME])) == []


def test_the_one_age_left_over_in_each_report_is_a_rival_whosever_it_is() -> None:
    one = report("a", "en", "The 24-year-old won in Alva.", "Ilse Brandt, 48, came second.")
    two = report("b", "nl", "De 26-jarige won in Alva.", "Ilse Brandt, 48, werd tweede.")
    assert rivals(differences(one, two)) == [["24-year-old", "26-jarige"]]
    more = report("b", "nl", "De 26-jarige won.", "Een 31-jarige werd derde.")
    assert rivals(differences(one, more)) == []


def test_ages_in_arabic_words_are_read() -> None:
    one = report("a", "en", "A five-year-old boy died in hospital on Monday.")
    two = report("b", "ar", "أعلنت الوزارة وفاة طفل يبلغ من العمر ست سنوات في المستشفى.")
    assert [sorted(v.normalised for v in d.values) for d in differences(one, two)] == [
        ["5 years", "6 years"]
    ]


def test_a_crowd_is_nobodys_age() -> None:
    one = report("a", "en", "It closed with a record attendance of 58,000, they said.")
    two = report("b", "nl", "Het trok 65.000 bezoekers, een record.")
    assert len(differences(one, two)) == 1
