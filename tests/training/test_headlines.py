"""The weights of headlines: pages, the guises they are shown in, and the fit."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest

from briefing.analysis.blocks_evidence import WEIGHTS
from briefing.analysis.blocks_forms import Form
from briefing.training.headlines import (
    HELD,
    PER_UNIT,
    TRAITS,
    MarkedPage,
    accuracy,
    choices,
    fit,
    lay_head,
    read_folder,
    vary,
)

REPORT = (
    "The harbour board of Almstad closed the old crane on Monday after inspectors found rust.\n\n"
    "The crane will be repaired by spring, the board said, and ships will unload elsewhere.\n"
)
HEADLINE = "Harbour board closes the old crane"
TEXT = f"Almstad Bugle\nHome | Town | Harbour | Sport\n\n{HEADLINE}\nBy Ruth Ohm\n\n{REPORT}"
PAGES = [
    MarkedPage("a", "en", TEXT, HEADLINE),
    MarkedPage("b", "en", f"{HEADLINE}\n\nWhat rust does to iron\n\n{REPORT}", HEADLINE),
]


def test_the_pages_of_a_gold_set_and_marked_heads_are_read(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.txt").write_text(TEXT, encoding="utf-8")
    gold = {"pages": {"one.txt": {"lang": "en", "headline": HEADLINE}}}
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    marked = "==== body\nB|The crane is closed.\n==== first\nX|Bugle\nH|Crane closed\n...\n"
    (tmp_path / "en_test.heads").write_text(marked, encoding="utf-8")
    heads, page = read_folder(tmp_path)
    assert (heads.language, heads.headline) == ("en", "Crane closed")
    assert heads.text.splitlines() == ["Bugle", "Crane closed", "The crane is closed."]
    assert (page.text, page.headline) == (TEXT, HEADLINE)


def test_a_head_ends_where_the_report_begins() -> None:
    head = lay_head(TEXT, HEADLINE)
    assert head is not None
    assert head.units[head.headline].text == HEADLINE
    assert head.units[head.start].text.startswith("The harbour board of Almstad")


def test_a_page_without_its_headline_asks_nothing() -> None:
    assert lay_head(TEXT, "Something else") is None
    assert list(vary(MarkedPage("a", "en", TEXT, ""), [], random.Random(1))) == []


def test_a_page_is_also_shown_as_if_its_forms_were_not_known() -> None:
    first, *guises = vary(PAGES[0], ["Tides | Weather"], random.Random(1))
    assert Form.SECTIONS in first.forms
    assert not first.hidden
    assert any(Form.SECTIONS not in g.forms[: g.start] for g in guises)
    assert any("Tides | Weather" in [u.text for u in g.units] for g in guises)


def test_the_fit_keeps_signs_and_held_weights_and_reads_its_pages() -> None:
    asked = list(choices(PAGES, seed=3))
    weights = fit(asked)
    signs = np.sign([WEIGHTS[trait] for trait in TRAITS])
    assert np.all(weights * signs >= 0)
    for trait in HELD:
        assert weights[TRAITS.index(trait)] == pytest.approx(WEIGHTS[trait] / PER_UNIT)
    assert accuracy(asked, weights) > 0.9
    assert np.array_equal(weights, fit(list(choices(PAGES, seed=3))))
