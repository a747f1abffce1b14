"""Names that are not written as they look are told of; names as people write them are not."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.lexicon.agencies import AGENCIES
from briefing.lexicon.lookalikes import doubt_names, find_disguises, passes_for, skeleton


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Velm P\N{CYRILLIC SMALL LETTER O}st", "mixes Cyrillic and Latin letters (о U+043E)"),
        ("\N{GREEK CAPITAL LETTER EPSILON}cho of Velm", "Greek and Latin"),
        ("\N{FULLWIDTH LATIN CAPITAL LETTER V}elm Post", "styled letters"),
        ("\N{MATHEMATICAL BOLD CAPITAL V}elm Post", "styled letters"),
        ("Velm\N{ZERO WIDTH SPACE} Post", "cannot be seen (U+200B)"),
        ("Ve\N{ZERO WIDTH JOINER}lm Post", "cannot be seen (U+200D)"),
        ("Velm\N{SOFT HYPHEN} Post", "cannot be seen (U+00AD)"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}tsoP mleV", "cannot be seen (U+202E)"),
        ("Velm\N{LEFT-TO-RIGHT MARK} Post", "cannot be seen (U+200E)"),
        ("Velm\N{VARIATION SELECTOR-16} Post", "cannot be seen (U+FE0F)"),
        ("Velm\N{TAG LATIN SMALL LETTER A}", "cannot be seen (U+E0061)"),
        ("Velm P\N{LATIN SMALL LETTER ALPHA}st", "phonetic writing"),
        ("ВВС of Velm", "Cyrillic letters that look Latin (В U+0412, С U+0421)"),
        ("раса.com", "Cyrillic letters that look Latin"),
        ("\N{CHEROKEE LETTER GO}elm", "Cherokee and Latin"),
        ("d01-v\N{CYRILLIC SMALL LETTER IE}lm.txt", "Cyrillic and Latin"),
    ],
)
def test_a_name_in_disguise_is_told_of(name: str, told: str) -> None:
    assert any(told in words for words in find_disguises(name))


@pytest.mark.parametrize(
    "name",
    [
        *("Velm Post", "L’Écho d’Ålesund", "Süddeutscher Bote", "Czas Łódzki", "Kanalı Öğle"),
        *("Новости Velm", "Радио РТС", "RT на русском", "Τα Νέα", "Kathimerini – Η Καθημερινή"),
        *("صوت الميناء", "Al Mina الميناء", "صدای \u200fبندر", "خبرگزاری می\u200cشود", "هەواڵ"),
        *(
            "港日新聞",
            "NHKニュース",
            "ＮＨＫニュース",
            "テレビ東京",
            "佐々木新聞",
            "KBS 뉴스",
            "한국어판",
        ),
        *("हिन्दी क्\u200dष समाचार", "ข่าว", "Ҟуырсы", "א-ב Velm", "Radio ☕️", "3ª Página", "№ 7"),
        *("ʻŌlelo Hawaiʻi", "Ɛdwo Ŋutsu", "pages/d01.txt", "2024-06-13_café.html", "", "ТАСС"),
    ],
)
def test_a_name_as_people_write_it_is_not(name: str) -> None:
    assert find_disguises(name) == ()
    assert find_disguises(unicodedata.normalize("NFD", name)) == ()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("R\N{CYRILLIC SMALL LETTER IE}uters", "Reuters"),
        ("\N{FULLWIDTH LATIN CAPITAL LETTER R}euters", "Reuters"),
        ("Reu\N{ZERO WIDTH SPACE}ters", "Reuters"),
        ("АР", "AP"),
        ("ANl", "ANI"),
        ("VeIm Post", "Velm Post"),
        ("Velrn Post", "Velm Post"),
        ("Ｖｅｌｍ Post", "Velm Post"),
        ("СНАСО", "CHACO"),
    ],
)
def test_a_name_that_looks_like_another_is_known(name: str, other: str) -> None:
    assert passes_for(name, ["Velm Post", "CHACO"]) == other
    assert skeleton(name) == skeleton(other)


@pytest.mark.parametrize("name", ["Velm Post", "VELM  POST", "velm post", "Velm Posten", "ТАСС"])
def test_a_name_looks_like_no_other_where_it_is_the_same_or_another(name: str) -> None:
    assert passes_for(name, ["Velm Post"]) is None


def test_agencies_are_not_taken_for_each_other() -> None:
    assert [name for name in sorted(AGENCIES) if find_disguises(name)] == []
    assert [name for name in sorted(AGENCIES) if passes_for(name)] == []


@given(st.text(max_size=40))
def test_any_text_can_be_looked_at(name: str) -> None:
    assert all(words and words.isprintable() for words in find_disguises(name))
    assert passes_for(name, [name]) in {None, *AGENCIES}
    assert "\u200b" not in skeleton(name)


def test_every_letter_alone_is_as_it_looks() -> None:
    letters = (chr(n) for n in range(sys.maxunicode) if chr(n).isalpha())
    told = [c for c in letters if find_disguises(c) and not unicodedata.decomposition(c)]
    assert set(map(unicodedata.category, told)) <= {"Ll", "Lo"}
    assert len(told) < 40


def test_doubts_say_which_name_they_are_about() -> None:
    forged = "R\N{CYRILLIC SMALL LETTER IE}uters"
    doubts = doubt_names(forged, None, "pages/a\N{ZERO WIDTH SPACE}.txt")
    assert [doubt.split("’")[0] for doubt in doubts] == ["the outlet", "the file", "the outlet"]
    assert doubts[-1] == "the outlet’s name looks like “Reuters” and is another"
    assert doubt_names("Velm Post", "Reuters", "pages/a.txt", ["Velm Post", "Hafenbote"]) == ()
    assert doubt_names(None, None, "a.txt") == ()
