"""The weights of the conflict ledger, trained on a few invented pages."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from briefing.briefs.pairing import FEATURES
from briefing.training.rivals import PairSet, find_places, fit, main, measure, read_set
from tests.training.rival_pages import write_set


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write_set(tmp_path / "quays")


def test_pairs_are_labelled_by_where_the_gold_values_stand(gold: Path) -> None:
    found = read_set(gold)
    assert found.name == "quays"
    assert found.features.shape == (len(found.labels), len(FEATURES))
    assert 0 < found.labels.sum() < len(found.labels)


def test_weights_follow_the_labels_and_are_the_same_each_time() -> None:
    apart = FEATURES.index("apart")
    features = np.zeros((40, len(FEATURES)))
    features[20:, apart] = 1.0
    known = PairSet("known", features, np.array([1.0] * 20 + [0.0] * 20))
    weights = fit([known])
    assert weights[1 + apart] < 0 < weights[0]
    assert np.array_equal(weights, fit([known]))
    assert measure(weights, known) == (1.0, 1.0)


def test_the_weights_are_written_with_what_they_were_trained_on(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other, out = write_set(tmp_path / "piers"), tmp_path / "weights.json"
    assert main([str(gold), str(other), "--out", str(out)]) == 0
    written = json.loads(out.read_text(encoding="utf-8"))
    assert written["trained_on"] == ["quays", "piers"]
    assert list(written["weights"]) == list(FEATURES)
    assert "held out" in capsys.readouterr().err


def test_places_are_those_of_real_conflicts_only(gold: Path) -> None:
    class _Corpus:
        documents = ()

    marked = json.loads(gold.read_text(encoding="utf-8"))
    assert find_places(marked, _Corpus()) == {"a.txt": [], "b.txt": []}  # type: ignore[arg-type]


def test_a_headline_says_again_what_the_text_is_marked_for(tmp_path: Path) -> None:
    lines = ("Varn Mail\n\n{0} dead in ferry fire\n\nA ferry burned on Monday at Varn quay.\n"
             "{0} people were killed in the fire, the mayor of Varn said.\n")  # fmt: skip
    pages = tmp_path / "ferry" / "pages"
    pages.mkdir(parents=True)
    texts = {}
    for page, number in (("a.txt", "24"), ("b.txt", "31")):
        (pages / page).write_text(lines.format(number), encoding="utf-8")
        texts[page] = f"{number} people"
    values = [{"value": t, "texts": {page: t}} for page, t in texts.items()]
    gold = {"events": [{"conflicts": [{"kind": "real", "values": values}]}]}
    path = tmp_path / "ferry" / "gold.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    labels = read_set(path).labels
    assert len(labels) > 1
    assert labels.all()
