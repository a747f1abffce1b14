"""The report on grouping adds up."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model import Document
from briefing.training.grouping import pair_set
from tests.grouping_report import report, share

GOLD = {"a": "storm", "b": "storm", "c": "match"}
TEXTS = {
    "a": "The storm Ottoline killed four people in Port Selwyn on Monday, mayor Ines Garrod said.",
    "b": "Four people died in Port Selwyn when storm Ottoline struck, said mayor Ines Garrod.",
    "c": "Tarnworth beat Ellmouth 3-1 at home thanks to two goals by captain Dario Penn.",
}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    from briefing.config import Settings
    from briefing.pipeline import analyse_corpus

    folder: Path = tmp_path_factory.mktemp("pages")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"A headline\n\n{text}\n", encoding="utf-8")
    found = analyse_corpus([str(folder)], Settings(cache="off"))
    return [d for d in found if isinstance(d, Document)]


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_every_pair_of_one_event_has_one_fate(documents: list[Document]) -> None:
    gold = {d.article.id: GOLD[d.article.id.removesuffix(".txt")] for d in documents}
    whole, english = report(pair_set("small", documents, gold), {}, by_language=True)
    assert cells(whole)[0] == "small"
    assert cells(english)[0] == "small: en"
    assert cells(whole)[1:] == cells(english)[1:]
    assert cells(whole)[2] == "1"
    assert sum(float(f"0{v}" if v.startswith(".") else v) for v in cells(whole)[3:7]) == 1.0


def test_topics_are_counted_where_they_are_known(documents: list[Document]) -> None:
    gold = {d.article.id: d.article.id for d in documents}
    pairs = pair_set("small", documents, gold)
    topics = {a: "weather" if n < 2 else "sport" for n, a in enumerate(sorted(gold))}
    (row,) = report(pairs, topics, by_language=False)
    joined, of_two_events, of_two_topics = cells(row)[7:10]
    assert joined in {"0", "1"}
    assert of_two_events == ("1.000" if joined == "1" else "–")
    assert of_two_topics == (".000" if joined == "1" else "–")


def test_shares_are_written_short() -> None:
    assert (share(1, 8), share(2, 2), share(0, 0)) == (".125", "1.000", "–")
