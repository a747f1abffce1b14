"""A brief for an event with eight sources in four languages: side by side, on two pages."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path

import pytest

from briefing.config import Settings
from briefing.exporters.html import HtmlExporter
from briefing.exporters.json import JsonExporter
from briefing.exporters.markdown import MarkdownExporter
from briefing.exporters.verification import verify
from briefing.model import Brief, Document, MatrixRow, Stance
from briefing.pipeline import compose_brief, open_corpus
from tests.briefs.eight_sources import PAGES
from tests.exporters.samples import open_from

WIDTH = 95
TWO_PAGES = 120


@pytest.fixture(scope="module")
def written(
    _home: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Brief, dict[str, Document]]:
    """The brief of the pages' one event, and its documents."""
    folder = tmp_path_factory.mktemp("eight")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    corpus = open_corpus([str(folder)], Settings())
    largest = max(corpus.events, key=lambda event: len(event.articles))
    return compose_brief(corpus, largest), {d.article.id: d for d in corpus.documents}


def rows(brief: Brief, kind: str) -> list[MatrixRow]:
    return [row for row in brief.matrix if row.kind == kind]


def stances(row: MatrixRow) -> str:
    signs = {Stance.CARRIES: "+", Stance.OTHER: "/", Stance.SILENT: "-"}
    return "".join(signs[cell.stance] for cell in row.cells)


def test_eight_sources_in_four_languages_are_one_event(
    written: tuple[Brief, dict[str, Document]],
) -> None:
    brief, _ = written
    assert len(brief.sources) == len(PAGES)
    assert sorted(brief.languages) == ["ar", "en", "es", "fr"]


def test_a_fact_is_one_row_across_languages_and_scripts(
    written: tuple[Brief, dict[str, Document]],
) -> None:
    brief, _ = written
    who = {row.fact: stances(row) for row in rows(brief, "who")}
    assert who["Petar Dimov"] == "++++++++"
    assert who["Ingrid Halvorsen"] == "++++++++"
    assert [stances(r) for r in rows(brief, "where")] == ["++++++++"]
    cable = next(r for r in rows(brief, "figure") if "340" in r.fact)
    assert stances(cable) == "++-+-+-+"


def test_who_disputes_a_value_and_who_is_silent_can_be_seen(
    written: tuple[Brief, dict[str, Document]],
) -> None:
    brief, _ = written
    price = next(r for r in rows(brief, "disputed") if "620" in r.fact)
    assert stances(price) == "+++/-+-+"
    assert price.cells[3].value == "680 millions d’euros"
    workers = next(r for r in rows(brief, "disputed") if "140" in r.fact)
    assert (stances(workers)[0], stances(workers)[6], stances(workers)[7]) == ("+", "/", "+")


def test_every_cell_that_is_not_silent_cites_its_own_source(
    written: tuple[Brief, dict[str, Document]],
) -> None:
    brief, documents = written
    order = [s.article for s in brief.sources]
    assert brief.matrix
    for row in brief.matrix:
        assert [c.article for c in row.cells] == order
        for cell in row.cells:
            assert bool(cell.citations) is (cell.stance is not Stance.SILENT)
            for place in cell.citations:
                assert place.article == cell.article
                assert 0 <= place.start < place.end <= len(documents[place.article].article.text)


def test_the_copy_stands_below_the_wire_and_counts_once(
    written: tuple[Brief, dict[str, Document]],
) -> None:
    brief, _ = written
    nodes = {n.article: n for n in brief.origin_tree}
    assert [n.article for n in brief.origin_tree][:2] == ["a-wire.txt", "b-copy.txt"]
    assert nodes["b-copy.txt"].parent == "a-wire.txt"
    words = [e.words for e in nodes["b-copy.txt"].evidence]
    assert re.fullmatch(r"(\d\d %|all) of its words stand in source 1", words[0])
    assert "credits Reuters" in words
    told = {article: [e.words for e in node.evidence] for article, node in nodes.items()}
    assert told["c-own.txt"] == ["gives Reuters as a source"]
    assert told["d-fr.txt"] == ["credits AFP"]
    assert told["e-fr.txt"] == ["gives AFP as a source"]
    assert brief.origins == len(PAGES) - 1


def test_the_brief_takes_two_pages(written: tuple[Brief, dict[str, Document]]) -> None:
    brief, documents = written
    text = MarkdownExporter().export(brief, documents, "")
    body = text.split("\n---\n", 1)[1].split("\n## Notes\n")[0]
    printed = [
        part
        for line in body.split("\n")
        if line.strip() and line != "## Comment"
        for part in textwrap.wrap(re.sub(r"\[\^\d+\]", "12", line), WIDTH) or [""]
    ]
    assert len(printed) <= TWO_PAGES
    table = [line for line in text.split("\n") if line.startswith("|")]
    assert len(table) > 10
    assert max(map(len, table)) <= WIDTH


def test_what_paper_leaves_out_is_counted_and_in_the_json(
    written: tuple[Brief, dict[str, Document]],
) -> None:
    brief, documents = written
    text = MarkdownExporter().export(brief, documents, "")
    record = json.loads(JsonExporter().export(brief, documents, ""))
    shown = text.split("## Facts by source")[1].split("## ")[0]
    told = re.search(r"and (\d+) more, in the JSON", shown)
    left_out = int(told[1]) if told else 0
    in_table = sum(line.startswith("| ") for line in shown.split("\n")) - 1
    assert in_table + left_out == len(record["matrix"]) == len(brief.matrix)


def test_all_formats_hold_and_carry_the_sections(
    written: tuple[Brief, dict[str, Document]],
) -> None:
    brief, documents = written
    articles = open_from(documents)
    for exporter in (MarkdownExporter(), JsonExporter()):
        assert verify(exporter.export(brief, documents, ""), articles.get) == ()
    page = HtmlExporter().export(brief, documents, "")
    for heading in ("Attendance", "Facts by source", "Origins"):
        assert f"<h2>{heading}</h2>" in page
