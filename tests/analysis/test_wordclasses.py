from __future__ import annotations

from pathlib import Path

import pytest

from briefing.analysis.wordclasses import WordClasses, lookup_form, pack, spellings, unpack


@pytest.fixture
def classes(tmp_path: Path) -> WordClasses:
    (tmp_path / "gazetteer.z").write_bytes(pack({"oslo": 2, "اوسلو": 2}))
    (tmp_path / "brown.en.z").write_bytes(pack({"Oslo": 31, "council": 7}))
    (tmp_path / "near.fr.z").write_bytes(pack({"conseil": 12, "Odile": 13}))
    (tmp_path / "topic.fr.z").write_bytes(pack({"conseil": 5}))
    (tmp_path / "usage.z").write_bytes(pack({"Oslo": 4, "مجلس": 6}))
    return WordClasses(tmp_path)


def test_tables_come_back_as_they_were_packed() -> None:
    table = {"Oslo": 3, "l'": 1, "café": 3, "0000": 2}
    assert unpack(pack(table)) == table
    assert pack(dict(reversed(table.items()))) == pack(table)


def test_forms_are_spelt_as_in_the_tables() -> None:
    assert lookup_form("l’") == "l'"
    assert lookup_form("2024") == "0000"
    assert lookup_form("أُسلُو") == "اسلو"


def test_capitals_are_looked_for_as_a_name_then_as_a_word() -> None:
    assert list(spellings("OSLO")) == ["OSLO", "Oslo", "oslo"]
    assert "مجلس" in list(spellings("والمجلس"))


def test_each_table_gives_its_class(classes: WordClasses) -> None:
    assert classes.classes("conseil", "fr") == (0, 0, 12, 5, 0)
    assert classes.classes("CONSEIL", "fr") == (0, 0, 12, 5, 0)


def test_another_language_looks_only_names_up_in_english(classes: WordClasses) -> None:
    assert classes.classes("Oslo", "fr") == (2, 31, 0, 0, 4)
    assert classes.classes("council", "fr") == (0, 0, 0, 0, 0)
    assert classes.classes("council", "en") == (0, 7, 0, 0, 0)


def test_places_are_capitalised_except_in_arabic(classes: WordClasses) -> None:
    assert classes.classes("oslo", "en")[0] == 0
    assert classes.classes("اوسلو", "ar")[0] == 2
    assert classes.classes("بأوسلو", "ar")[0] == 2


def test_usage_is_that_of_names_and_the_same_in_every_language(classes: WordClasses) -> None:
    assert [classes.classes(word, "nl")[4] for word in ("Oslo", "OSLO", "oslo")] == [4, 4, 0]
    assert classes.classes("والمجلس", "ar")[4] == 6
