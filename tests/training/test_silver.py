from __future__ import annotations

import lzma
import random
from pathlib import Path

import pytest

from briefing.training import silver
from briefing.training.silver import draw_lines, read_tagged, settle, tag_lines, write_tagged
from tests.analysis.taggers import WordTagger

OTHER = "On Tuesday the council of the town met for the second time."


def packed(path: Path, lines: list[str]) -> Path:
    path.write_bytes(lzma.compress("\n".join(lines).encode()))
    return path


def test_lines_too_short_or_too_long_are_left_out_and_long_ones_cut(tmp_path: Path) -> None:
    long = " ".join([OTHER] * 12)
    path = packed(tmp_path / "fr.txt.xz", ["short Oslo", long, "x" * 2000])
    assert draw_lines(path, "fr", 10_000, random.Random(1)) == [OTHER] * 12


def test_news_is_taken_before_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(silver.NEWS_LINES, "es", slice(2, None))
    lines = [f"{OTHER} Number {n}." for n in range(4)]
    path = packed(tmp_path / "es.txt.xz", lines)
    assert draw_lines(path, "es", 20, random.Random(1)) == lines[2:]


def test_tagged_lines_come_back_from_their_file(tmp_path: Path) -> None:
    lines = ["The mayor Odile Holm came.", OTHER]
    tagged = list(tag_lines(lines, "en", WordTagger({"Odile Holm": "PER"})))
    write_tagged(tmp_path / "en.jsonl", tagged)
    assert read_tagged(tmp_path / "en.jsonl") == tagged


def test_labels_agree_over_the_page() -> None:
    lines = ["The mayor Odile Holm came.", "Later Holm left again.", OTHER]
    tagged = list(tag_lines(lines, "en", WordTagger({"Odile Holm": "PER"})))
    sentences = list(settle(tagged, "en"))
    assert [[s.text[a:b] for a, b, _ in s.spans] for s in sentences] == [["Odile Holm"], ["Holm"]]
