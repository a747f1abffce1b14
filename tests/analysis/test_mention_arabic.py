from __future__ import annotations

import pytest

from briefing.analysis.mention_arabic import (
    arabic_names,
    with_headed_names,
    without_proclitics,
)
from briefing.model import Label, Mention


def mention(text: str, name: str, label: Label = Label.LOC) -> Mention:
    return Mention(text.index(name), text.index(name) + len(name), name, label)


def headed(text: str, *names: str) -> list[tuple[str, str]]:
    found = sorted((mention(text, n) for n in names), key=lambda m: m.start)
    return [(m.text, str(m.label)) for m in arabic_names(text, 0, len(text), found)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قالت الهيئة العامة للموانئ إن السفينة غرقت", "الهيئة العامة للموانئ"),
        ("أعلنت محكمة الاستئناف حكمها", "محكمة الاستئناف"),
        ("في مقر جهاز الاستثمار الوطني أمس", "جهاز الاستثمار الوطني"),
        ("وزارة التربية والتعليم تنفي", "وزارة التربية والتعليم"),
        ("وأدان الاتحاد الأفريقي الهجوم", "الاتحاد الأفريقي"),
        ("قال ونقابة الصحفيين تجتمع", "نقابة الصحفيين"),
        ("رجال الحماية المدنية وصلوا", "الحماية المدنية"),
        ("وزع الهلال الأحمر القطري خياما", "الهلال الأحمر القطري"),
        ("قالت المفوضية العليا لحقوق الإنسان إن", "المفوضية العليا لحقوق الإنسان"),
        ("قرر الاتحاد المصري لكرة القدم إيقاف", "الاتحاد المصري لكرة القدم"),
        ("طالب بتدخل مجلس القيادة الرئاسي أمس", "مجلس القيادة الرئاسي"),
        ("أدانت شبكة أطباء المدينة القصف", "شبكة أطباء المدينة"),
        ("من جمعية دار العطاء أمس", "جمعية دار العطاء"),
    ],
)
def test_bodies_are_read_to_their_end(text: str, name: str) -> None:
    assert (name, "ORG") in headed(text)


@pytest.mark.parametrize(
    "text",
    [
        "اجتمع مجلس الإدارة أمس",
        "قالت شركة الطيران إن الرحلة ألغيت",
        "في لجنة من الخبراء",
        "قالت اللجنة اليوم إن الأمر انتهى",
        "وزارة",
    ],
)
def test_common_nouns_are_no_names(text: str) -> None:
    assert headed(text) == []


def test_a_body_takes_in_the_town_it_is_of() -> None:
    assert headed("رئيس جامعة طبرقة قال", "طبرقة") == [("جامعة طبرقة", "ORG")]
    assert headed("رئيس نقابة مدينة طبرقة قال", "طبرقة") == [("نقابة مدينة طبرقة", "ORG")]


def test_a_street_is_called_after_a_person_and_a_town_hall_is_its_town() -> None:
    text = "في شارع سعاد القندوسي أمس"
    assert headed(text, "سعاد القندوسي") == [("شارع سعاد القندوسي", "LOC")]
    assert headed("في بلدية طبرقة أمس", "طبرقة") == []


def test_a_firm_is_called_what_follows_the_word_for_it() -> None:
    assert headed("قالت شركة نافورا إن", "نافورا") == []


def test_buildings_and_seas_are_places() -> None:
    assert headed("نقل إلى مستشفى فرج عياد في المدينة") == [("مستشفى فرج عياد", "LOC")]
    assert headed("على ساحل البحر الأبيض المتوسط") == [("البحر الأبيض المتوسط", "LOC")]


def test_a_body_goes_on_behind_a_person_or_town() -> None:
    text = "مديرة مركز عنقود للفضاء في المدينة"
    assert headed(text, "عنقود") == [("مركز عنقود للفضاء", "ORG")]
    text = "وصل إلى مطار طبرقة الدولي"
    assert headed(text, "طبرقة") == [("مطار طبرقة الدولي", "LOC")]
    assert headed("في ميناء السلطان قابوس أمس") == [("ميناء السلطان قابوس", "LOC")]


def test_a_port_is_called_as_its_town_is() -> None:
    assert headed("وصل إلى ميناء طبرقة أمس", "طبرقة") == []


def test_two_bodies_joined_by_and_are_two() -> None:
    found = headed("دعا الاتحاد الأفريقي والهيئة الحكومية للتنمية إلى")
    assert found == [("الاتحاد الأفريقي", "ORG"), ("الهيئة الحكومية للتنمية", "ORG")]


def test_an_opera_house_is_a_place_and_a_publisher_is_none() -> None:
    assert headed("في دار الأوبرا الوطنية أمس") == [("دار الأوبرا الوطنية", "LOC")]
    assert headed("عن دار العنقاء أمس") == [("دار العنقاء", "ORG")]
    assert headed("في دار الأيتام أمس") == []


def test_a_state_is_not_part_of_its_ministry() -> None:
    assert headed("قالت وزارة الداخلية التونسية") == [("وزارة الداخلية", "ORG")]


def test_the_letter_before_the_head_is_no_part_of_it() -> None:
    text = "الرئيس التنفيذي لبورصة طبرقة"
    found = [mention(text, "لبورصة", Label.ORG), mention(text, "طبرقة")]
    kept = with_headed_names(text, 0, len(text), found)
    assert [m.text for m in kept] == ["بورصة طبرقة"]


def test_a_conjunction_leaves_a_name_that_the_page_writes_without_it() -> None:
    text = "زار طبرقة وسوق الهدى وليد ثم وطبرقة"
    found = [mention(text, "وليد", Label.PER), mention(text, "وطبرقة")]
    assert [m.text for m in without_proclitics(text, text.split(), found)] == ["وليد", "طبرقة"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("فتح عند معبر ساهر الحدودي أمس", [("معبر ساهر", "LOC")]),
        ("فتح معبر بري جديد أمس", []),
        ("بني مستشفى ميداني أمس", []),
    ],
)
def test_a_crossing_has_a_name_of_its_own_and_an_adjective_is_none(
    text: str, names: list[tuple[str, str]]
) -> None:
    assert headed(text) == names


def test_a_sultanate_has_one_word_and_the_sea_that_a_minister_has_is_none() -> None:
    def names(text: str) -> list[str]:
        return [m.text for m in arabic_names(text, 0, len(text), [])]

    assert names("سلطنة عمان توقع عقدا") == ["سلطنة عمان"]
    assert names("وزير البحر الكرواتي") == []
    assert names("مياه البحر الأحمر") == ["البحر الأحمر"]
    assert names("إلى مجمع الزهراء الطبي") == ["مجمع الزهراء الطبي"]
