"""Trains the weights of the pair scorer: `python -m briefing.training.grouping --help`.

Owns the fit and the figures printed with it. Invariant: the same data give the same weights, and
a feature's weight has the sign that its meaning demands, or is 0.
Method: logistic regression by Newton steps with an L2 penalty; each set weighs the same.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.config import Settings
from briefing.entities.resolve import resolve_entities
from briefing.events.blocking import candidate_pairs
from briefing.events.clustering import cluster_articles
from briefing.events.features import FEATURES, make_comparable, pair_features
from briefing.events.profile import build_profile
from briefing.events.scoring import Weights
from briefing.events.statistics import count_corpus
from briefing.indexing import index_mentions
from briefing.model import Document, PairScore
from briefing.pipeline import analyse_corpus

AGAINST = frozenset(
    {
        "other_people",
        "other_counterpart",
        "other_city",
        "other_town",
        "other_countries",
        "other_day",
        "other_kind",
        "other_weekday",
        "other_words",
        "published_apart",
        "weeks_apart",
    }
)
"""Features that may only lower the probability; all others may only raise it."""
PENALTY = 0.1
PRIOR = {
    "other_counterpart": -3.5,
    "other_day": -2.0,
    "other_people": -1.8,
    "same_day": 0.5,
    "same_office": 0.5,
    "same_weekday": 0.3,
    "weeks_apart": -3.0,
}
"""What weights are drawn to where the sets say little: their pages rarely tell two meetings of one
host apart, and many have no dates."""
PRIOR_PENALTY = 50.0
HELD_OUT = frozenset({"multiling_dev"})
"""Sets that are only measured. In this one, all pages in one language are of different events of
one story, which would teach that likeness in one language speaks against."""
CHECKS = Path("tests/corpora")
"""Written blind; training on them would leave nothing to measure honestly."""
STEPS = 40


@dataclass(frozen=True, slots=True)
class PairSet:
    """The candidate pairs of one gold set: ids, features in the order of `FEATURES`, labels."""

    name: str
    gold: Mapping[str, str]
    pairs: tuple[tuple[str, str], ...]
    features: NDArray[np.float64]
    labels: NDArray[np.float64]


def read_pages(folder: Path, gold: Path) -> tuple[list[Document], dict[str, str]]:
    """The documents and gold events of a folder of raw pages with its gold file."""
    events = json.loads(gold.read_text(encoding="utf-8"))["events"]
    return _analyse(folder), {page: e["id"] for e in events for page in e["pages"]}


def read_records(path: Path) -> tuple[list[Document], dict[str, str]]:
    """The documents and gold events of JSON Lines whose records have an `event` field."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    keys = ("id", "title", "text", "date", "source")
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder) / path.name
        lines = (json.dumps({k: r[k] for k in keys if r.get(k)}, ensure_ascii=False) for r in rows)
        stripped.write_text("\n".join(lines), encoding="utf-8")
        documents = _analyse(stripped)
    return documents, {r["id"]: r["event"] for r in rows}


def _analyse(path: Path) -> list[Document]:
    found = analyse_corpus([str(path)], Settings())
    return [d for d in found if isinstance(d, Document)]


def pair_set(name: str, documents: Sequence[Document], gold: Mapping[str, str]) -> PairSet:
    """The candidate pairs of a set with their features and whether they are one event."""
    ordered = sorted(documents, key=lambda d: d.article.id)
    entities = resolve_entities(ordered)
    by_id = {e.id: e for e in entities}
    entity_of = index_mentions(entities)
    profiles = {d.article.id: build_profile(d, entity_of, by_id) for d in ordered}
    corpus = count_corpus(list(profiles.values()))
    pairs = [(p.left, p.right) for p in candidate_pairs(list(profiles.values()))]
    comparable = {a: make_comparable(p, corpus) for a, p in profiles.items()}
    rows = [pair_features(comparable[a], comparable[b], corpus) for a, b in pairs]
    return PairSet(
        name,
        gold,
        tuple(pairs),
        np.array([[row.get(f, 0.0) for f in FEATURES] for row in rows]),
        np.array([float(gold[a] == gold[b]) for a, b in pairs]),
    )


def fit(sets: Sequence[PairSet]) -> Weights:
    """Weights of least penalised loss over the sets, wrong signs driven to 0."""
    x = np.vstack([s.features for s in sets])
    y = np.concatenate([s.labels for s in sets])
    share = np.concatenate([np.full(len(s.labels), 1000.0 / len(s.labels)) for s in sets])
    is_free = np.ones(len(FEATURES), dtype=bool)
    while True:
        beta = _newton(x * is_free, y, share)
        wrong = [
            n
            for n, feature in enumerate(FEATURES)
            if is_free[n] and (beta[n] > 0) == (feature in AGAINST) and beta[n] != 0
        ]
        if not wrong:
            break
        is_free[wrong] = False
    weights = {f: round(float(b), 4) for f, b in zip(FEATURES, beta, strict=False)}
    return Weights(round(float(beta[-1]), 4), weights, tuple(s.name for s in sets))


def _newton(
    x: NDArray[np.float64], y: NDArray[np.float64], share: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Coefficients, the bias last; iteratively reweighted least squares."""
    design = np.hstack([x, np.ones((len(x), 1))])
    penalty = np.diag([PRIOR_PENALTY if f in PRIOR else PENALTY for f in FEATURES] + [1e-6])
    prior = np.array([PRIOR.get(f, 0.0) for f in FEATURES] + [0.0])
    beta = prior.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
        gradient = design.T @ (share * (p - y)) + penalty @ (beta - prior)
        hessian = (design * (share * p * (1 - p))[:, None]).T @ design + penalty
        beta -= np.linalg.solve(hessian, gradient)
    return beta


def b_cubed(gold: Mapping[str, str], clusters: Sequence[Sequence[str]]) -> float:
    """B-cubed F1 (Bagga and Baldwin 1998) of clusters of the gold's articles."""
    cluster_of = {a: n for n, c in enumerate(clusters) for a in c}
    of_gold, of_cluster = defaultdict(set), defaultdict(set)
    for article, event in gold.items():
        of_gold[event].add(article)
        of_cluster[cluster_of[article]].add(article)
    common = {a: len(of_gold[gold[a]] & of_cluster[cluster_of[a]]) for a in gold}
    precision = sum(n / len(of_cluster[cluster_of[a]]) for a, n in common.items()) / len(gold)
    recall = sum(n / len(of_gold[gold[a]]) for a, n in common.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def evaluate(pairs: PairSet, weights: Weights) -> float:
    """B-cubed F1 of the clusters that the weights give."""
    beta = np.array([weights.weights[f] for f in FEATURES])
    probability = 1 / (1 + np.exp(-(pairs.features @ beta + weights.bias)))
    scores = [
        PairScore(a, b, float(p), ()) for (a, b), p in zip(pairs.pairs, probability, strict=True)
    ]
    return b_cubed(pairs.gold, cluster_articles(pairs.gold, scores))


def main(say: Callable[[str], object] = print) -> int:
    """Read the sets, print leave-one-set-out figures, fit on all, write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of *.jsonl event sets")
    parser.add_argument("--pages", type=Path, required=True, help="folder of pages and gold.json")
    parser.add_argument("--out", type=Path, required=True, help="weights.json to write")
    parser.add_argument(
        "--checks",
        type=Path,
        default=CHECKS,
        help="folder of corpora (pages, gold.json) that are only measured",
    )
    options = parser.parse_args()
    sets = [pair_set("dev", *read_pages(options.pages / "pages", options.pages / "gold.json"))]
    sets += [pair_set(p.stem, *read_records(p)) for p in sorted(options.data.glob("*.jsonl"))]
    trained = [s for s in sets if s.name not in HELD_OUT]
    checks = [
        pair_set(gold.parent.name, *read_pages(gold.parent / "pages", gold))
        for gold in sorted(options.checks.glob("*/gold.json"))
    ]
    final = fit(trained)
    for held_out in (*sets, *checks):
        rest = fit([s for s in trained if s is not held_out])
        say(
            f"{held_out.name:18} pairs {len(held_out.pairs):7} same {int(held_out.labels.sum()):6}"
            f"  B3 held out {evaluate(held_out, rest):.3f}, trained on all"
            f" {evaluate(held_out, final):.3f}"
        )
    for feature, weight in final.weights.items():
        say(f"  {feature:24} {weight:+.3f}")
    record = {"bias": final.bias, "trained_on": final.trained_on, "weights": final.weights}
    options.out.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
