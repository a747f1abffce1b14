"""The yardstick of the briefs: what is annotated stands in the pages, and our own corpora pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model import Citation
from tests.builders import build_document
from tests.coverage_report import CORPORA, cell, is_there, main, measure_corpus, table
from tests.coverage_report_figures import Tally, clutter_ranges, overlaps, read_stated
from tests.coverage_report_rouge import rouge_2, words_of_leads
from tests.scoring import read_gold

THERE = [name for name in CORPORA if is_there(name)]


@pytest.mark.parametrize("name", THERE)
def test_every_fact_is_annotated_on_its_own_pages(name: str) -> None:
    folder, gold_path = CORPORA[name]
    gold, stated = read_gold(gold_path), read_stated(name)
    texts = {page: (folder / page).read_text(encoding="utf-8") for page in gold["pages"]}
    for event in gold["events"]:
        facts = stated["facts"][event["id"]]
        assert len(facts) == len(event["key_facts"]), event["id"]
        for fact, parts in zip(event["key_facts"], facts, strict=True):
            assert {page for part in parts for page in part} == set(fact["pages"]), fact["fact"]
            for part in parts:
                for page, ranges in part.items():
                    assert all(
                        texts[page][a:b].strip() == texts[page][a:b] != "" for a, b in ranges
                    )


def test_a_citation_counts_where_it_overlaps() -> None:
    ranges = {"a": [[10, 20]]}
    assert overlaps(Citation("a", 19, 30), ranges)
    assert not overlaps(Citation("a", 20, 30), ranges)
    assert not overlaps(Citation("b", 10, 20), ranges)


def test_clutter_is_found_by_its_lines() -> None:
    assert clutter_ranges("Home » News\nBoats sail.\n", ["HOME / News"]) == [[0, 12]]


def test_what_is_bad_is_counted_and_what_is_good_is_a_share() -> None:
    tally = Tally()
    tally.add("facts in points", 1, 2)
    tally.add("points told twice", 0, 4)
    assert cell("facts in points", tally) == "0.500 (1/2)"
    assert cell("points told twice", tally) == "0 of 4"
    assert cell("quotations found", tally) == "–"
    assert table({"own": tally}).splitlines()[0] == "| | own |"


def test_the_lead_goes_round_the_sources() -> None:
    one = build_document("a", "Talks end\nBoats sail today. Nets dry.")
    two = build_document("b", "Talks end\nGulls cry aloud.")
    assert " ".join(words_of_leads([one, two])) == "Boats sail today. Gulls cry aloud. Nets dry."


def test_rouge_reads_any_script() -> None:
    assert rouge_2("عاد الصيادون إلى الميناء".split(), ["عاد الصيادون إلى الميناء"]) == 1.0
    assert rouge_2(["boats"], ["boats sail home"]) == 0.0


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("harbour", {"facts in points": 0.96, "quotations found": 1.0, "speakers right": 1.0}),
        ("chancery", {"facts in points": 0.92, "quotations found": 0.98, "speakers right": 0.96}),
    ],
)
def test_the_briefs_of_our_own_corpora_tell_what_happened(
    name: str, least: dict[str, float]
) -> None:
    tally = measure_corpus(name)
    for figure, floor in least.items():
        assert tally.hits[figure] / tally.totals[figure] >= floor, figure
    assert tally.hits["points that are clutter"] == 0
    assert (
        tally.hits["main fact in the bottom line"]
        >= tally.totals["main fact in the bottom line"] - 1
    )


def test_an_unknown_corpus_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["nowhere"])
    assert "nowhere" in capsys.readouterr().err


def test_the_annotations_are_kept_beside_the_tests() -> None:
    kept = {p.stem for p in (Path(__file__).parent / "coverage").glob("*.json")}
    assert kept == set(CORPORA)
