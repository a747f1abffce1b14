"""The table of states and provinces leaves to towns what towns are called."""

from __future__ import annotations

import json
from pathlib import Path

from briefing.training.subdivisions import build_rows, read_names


def test_rows_are_keyed_by_bare_names_and_ambiguous_ones_have_no_country() -> None:
    names = [("FR", "Quax"), ("ES", "Quax"), ("IT", "Province of Lorn"), ("NO", "Oslo")]
    assert build_rows(names) == [("lorn", "Province of Lorn", "IT"), ("quax", "Quax", "")]


def test_names_are_read_from_the_package(tmp_path: Path) -> None:
    names = {"subdivisions": {"frqx": "Quax", "siqx": "Towny"}}
    path = tmp_path / "subdivisions" / "en" / "en.json"
    path.parent.mkdir(parents=True)
    shown = {"subdivisions": {"localeDisplayNames": names}}
    path.write_text(json.dumps(shown), encoding="utf-8")
    assert list(read_names(tmp_path)) == [("FR", "Quax")]
