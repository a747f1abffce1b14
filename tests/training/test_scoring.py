from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.model import Label, Mention, Passage
from briefing.training.corpus import Sentence
from briefing.training.scoring import as_articles, error_kinds, read_set, score, score_sets
from tests.analysis.taggers import WordTagger

PERFECT = {"f1": 1.0, "p": 1.0, "r": 1.0, "LOC": 1.0, "ORG": 0.0, "PER": 0.0}


def test_sets_are_glued_by_the_scorers_rule(tmp_path: Path) -> None:
    path = tmp_path / "invented.fr.conll"
    path.write_text("l'\tO\nArno\tB-LOC\nqu'\tO\nil\tO\n.\tO\n\nOslo\tB-LOC\n", encoding="utf-8")
    first, second = read_set(path, 10)
    assert first == Sentence("l'Arno qu' il.", ((2, 6, "LOC"),), "fr")
    assert second.text == "Oslo"
    assert read_set(path, 1) == [first]


def test_exact_spans_alone_count() -> None:
    sentences = [Sentence("Odile Holm left Oslo", ((0, 10, "PER"), (16, 20, "LOC")), "en")]

    def find(_: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        return [(Mention(0, 5, "Odile", Label.PER), Mention(16, 20, "Oslo", Label.LOC))]

    figures = score(sentences, find)
    assert figures["f1"] == 0.5
    assert (figures["LOC"], figures["PER"]) == (1.0, 0.0)


def test_every_set_of_a_folder_is_scored(tmp_path: Path) -> None:
    (tmp_path / "invented.en.conll").write_text("Oslo\tB-LOC\n", encoding="utf-8")
    assert score_sets(tmp_path, WordTagger({"Oslo": "LOC"}), 5)["invented.en"] == {
        "tagger": PERFECT,
        "mentions": PERFECT,
        "errors": {"found": 1, "spurious": 0},
    }


def test_errors_are_told_apart() -> None:
    text = "Odile Holm of the NWB left Oslo for Bergen, said Krog"
    names = {"Odile Holm": "PER", "NWB": "ORG", "Oslo": "LOC", "Bergen": "LOC"}
    spans = tuple((text.index(n), text.index(n) + len(n), names[n]) for n in names)
    mine = {"Odile": Label.PER, "NWB": Label.LOC, "Oslo": Label.LOC, "Krog": Label.PER}

    def find(_: Sequence[Passage]) -> list[tuple[Mention, ...]]:
        return [tuple(Mention(text.index(n), text.index(n) + len(n), n, mine[n]) for n in mine)]

    kinds = error_kinds([Sentence(text, spans, "en")], find)
    assert kinds == {"bounds": 1, "label": 1, "found": 1, "missed": 1, "spurious": 1}


def test_articles_join_twelve_sentences_and_their_spans() -> None:
    sentences = [Sentence("Oslo slept.", ((0, 4, "LOC"),), "en")] * 13
    first, second = as_articles(sentences)
    assert len(first.spans) == 12
    assert {first.text[s:e] for s, e, _ in first.spans} == {"Oslo"}
    assert second.text == "Oslo slept.\n"
