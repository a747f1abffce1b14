from __future__ import annotations

import lzma
import random
from pathlib import Path

from briefing.training.silver import candidate_lines, label_lines
from tests.analysis.taggers import WordTagger

OTHER = "On Tuesday the council of the town met for the second time."


def test_only_sentences_with_a_name_are_candidates(tmp_path: Path) -> None:
    path = tmp_path / "en.txt.xz"
    lines = ["short Oslo", OTHER, "nobody of any name was there, and nothing else happened"]
    path.write_bytes(lzma.compress("\n".join(lines).encode()))
    assert candidate_lines(path, 9, random.Random(1)) == [OTHER]


def test_labels_agree_over_the_page() -> None:
    lines = ["The mayor Odile Holm came.", "Later Holm left again.", OTHER]
    sentences = list(label_lines(lines, "en", WordTagger({"Odile Holm": "PER"})))
    assert [[s.text[a:b] for a, b, _ in s.spans] for s in sentences] == [["Odile Holm"], ["Holm"]]
