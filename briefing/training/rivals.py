"""Trains the weights by which figures are set against each other.

`python -m briefing.training.rivals GOLD.json… [--out FILE]`: every gold file stands beside its
pages, or beside a folder `pages` with them, and marks where its real conflicts stand in them.
Invariant: the same pages give the same weights; a set's figures, as printed, are those of weights
that were trained on all other sets.
Method: logistic regression by Newton steps with an L2 penalty over the pairs of figures of two
pages that cannot both be true; a pair is a rival one if its figures stand in two values of one
conflict, or say again in their page what stands there.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.briefs.background import event_day, find_background
from briefing.briefs.comparing import build_comparer
from briefing.briefs.differences import take_all_readings
from briefing.briefs.lineup import UNSURE, Lineup
from briefing.briefs.material import Material, gather
from briefing.briefs.pairing import FEATURES, Comparison
from briefing.briefs.quotes import group_quotes
from briefing.briefs.readings import Reading
from briefing.config import Settings
from briefing.model import GroupedCorpus
from briefing.pipeline import open_corpus

PENALTY = 2.0
STEPS = 30
LEAST = -0.6
"""Log-odds from which a pair is reported: lower than even, as the likeliest pairs are joined first
and leave the unlikely ones no place."""
LEAST_UNSURE = 0.0
"""The same where a noun is not known, or one page only asks for what the other reports."""

Floats = NDArray[np.float64]
_Places = dict[str, list[tuple[int, int, int, int]]]
"""For each page the places of gold values: start, end, number of the conflict, of the value."""


@dataclass(frozen=True, slots=True, eq=False)
class PairSet:
    """A gold set: `features` of shape (pairs, features), `labels` whether a pair is a conflict."""

    name: str
    features: Floats
    labels: Floats


def read_set(gold_path: Path) -> PairSet:
    """The pairs of a gold set, grouped and analysed as the program does it."""
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    below = gold_path.parent / "pages"
    corpus = open_corpus([str(below if below.is_dir() else gold_path.parent)], Settings())
    places = find_places(gold, corpus)
    rows, labels = [], []
    documents = {d.article.id: d for d in corpus.documents}
    for event in corpus.events:
        material = gather(event, documents, corpus.entities)
        for features, label in label_pairs(material, places):
            rows.append(features)
            labels.append(label)
    return PairSet(gold_path.parent.name, np.array(rows), np.array(labels))


def find_places(gold: dict[str, Any], corpus: GroupedCorpus) -> _Places:
    """Where the values of the real conflicts stand in the pages."""
    texts = {Path(d.article.id).name: d.article.text for d in corpus.documents}
    found: _Places = {page: [] for page in texts}
    conflicts = [c for event in gold["events"] for c in event.get("conflicts", [])]
    for number, conflict in enumerate(conflicts):
        if conflict.get("kind", "real") != "real":
            continue
        for rank, value in enumerate(conflict["values"]):
            for page, words in value.get("texts", {}).items():
                pattern = r"\s+".join(map(re.escape, words.split()))
                found.setdefault(page, []).extend(
                    (m.start(), m.end(), number, rank)
                    for m in re.finditer(pattern, texts.get(page, ""))
                )
    return found


def label_pairs(material: Material, places: _Places) -> Iterator[tuple[list[float], float]]:
    """The features of each pair of an event, and whether it is a conflict."""
    comparer = build_comparer(material, group_quotes(material))
    readings = take_all_readings(material, find_background(material))
    lineup = Lineup(readings, comparer, event_day(material))
    comparison = Comparison(lineup)
    told = _spread(lineup, {r.number: _values(r, places) for r in readings})
    for pair in lineup.rivalling():
        features = comparison.features(pair)
        left, right = told[pair.one.number], told[pair.two.number]
        is_rival = any(n == m and v != w for n, v in left for m, w in right)
        yield [features.get(f, 0.0) for f in FEATURES], float(is_rival)


def _spread(
    lineup: Lineup, marked: Mapping[int, set[tuple[int, int]]]
) -> dict[int, set[tuple[int, int]]]:
    """The gold values of all readings: a page's headline says again what its text is marked for."""
    found = {number: set(values) for number, values in marked.items()}
    for row in lineup.rows.values():
        for one, two in permutations(row, 2):
            is_same = lineup.traits[one.number].base == lineup.traits[two.number].base
            is_known = lineup.relation(one, two) not in UNSURE
            if marked[two.number] and is_same and is_known and lineup.agree(one, two):
                found[one.number] |= marked[two.number]
    return found


def _values(reading: Reading, places: _Places) -> set[tuple[int, int]]:
    figure = reading.figure
    return {
        (number, rank)
        for start, end, number, rank in places.get(Path(reading.article).name, [])
        if figure.start < end and start < figure.end
    }


def fit(sets: Sequence[PairSet]) -> Floats:
    """The bias and the weights, in the order of `FEATURES`."""
    features = np.concatenate([s.features for s in sets])
    rows = np.hstack([np.ones((len(features), 1)), features])
    labels = np.concatenate([s.labels for s in sets])
    penalty = np.full(rows.shape[1], PENALTY)
    penalty[0] = 0.0
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (labels - chance) - penalty * weights
        curve = (rows.T * (chance * (1 - chance))) @ rows + np.diag(penalty)
        weights = weights + np.linalg.solve(curve, slope)
    return np.asarray(weights)


def measure(weights: Floats, held: PairSet) -> tuple[float, float]:
    """Of a set's rival pairs the share that reaches the threshold, and how many that do are."""
    odds = weights[0] + held.features @ weights[1:]
    likely = odds >= LEAST
    right = float(held.labels[likely].sum())
    return right / max(1.0, held.labels.sum()), right / max(1, int(likely.sum()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Train on all sets, say how each fares when it is held out, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args(arguments)
    sets = [read_set(path) for path in chosen.gold]
    for held in sets if len(sets) > 1 else ():
        found, right = measure(fit([s for s in sets if s is not held]), held)
        line = f"{held.name:12} held out: pairs found {found:.2f}, right {right:.2f}\n"
        sys.stderr.write(line)
    weights = fit(sets)
    shown = {
        "bias": round(float(weights[0]), 4),
        "least": LEAST,
        "least_unsure": LEAST_UNSURE,
        "weights": {f: round(float(w), 4) for f, w in zip(FEATURES, weights[1:], strict=True)},
        "trained_on": [s.name for s in sets],
    }
    written = json.dumps(shown, indent=1) + "\n"
    if chosen.out:
        chosen.out.write_text(written, encoding="utf-8")
    else:
        sys.stdout.write(written)
    return 0


if __name__ == "__main__":
    sys.exit(main())
