"""Trains the weights of the pair scorer: `python -m briefing.training.grouping --help`.

Owns the sets, the fit and the figures printed with it. Invariant: the same data give the same
weights, and a feature's weight has the sign that its meaning demands, or is 0.
Method: logistic regression by Newton steps with an L2 penalty, each set weighing the same, says
where to start; from there the weights are learned from the joins of clusters to which they lead
(`joins`), because what decides is the mean over the pairs of two clusters, not any one pair, and
climb a little towards better clusters (`ascent`).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.config import Settings
from briefing.entities.resolve import resolve_entities
from briefing.events.blocking import Candidates, candidate_pairs
from briefing.events.clustering import cluster_articles
from briefing.events.comparing import Likeness, Pages, crowd_shares
from briefing.events.corpus import lay_out
from briefing.events.features import FEATURES, TABLE, measure_pairs
from briefing.events.grouping import choose_basis, read_page
from briefing.events.scoring import (
    MOST_ODDS,
    Odds,
    Scored,
    Weights,
    as_links,
    compare_pages,
    crowdedness,
)
from briefing.indexing import index_mentions
from briefing.model import Document
from briefing.pipeline import analyse_corpus
from briefing.training.ascent import GoldClusters, b_cubed, climb
from briefing.training.joins import learn

AGAINST = frozenset(f.name for f in TABLE if f.is_against)
"""Features that may only lower the probability; all others may only raise it."""
OF_CROWDS = frozenset({"shared_neighbours", "another_day"})
"""Features that say something only where pages have many look-alikes."""
ALONE = tuple(f for f in FEATURES if f not in OF_CROWDS)
"""What tells events apart where pages have few look-alikes."""
CROWD = (
    "shared_neighbours",
    "other_counterpart",
    "other_town",
    "other_day",
    "other_weekday",
    "weeks_apart",
    "published_apart",
    "another_day",
    "published_near",
    "other_people",
    "other_countries",
    "copy",
    "title",
    "same_day",
    "same_figures",
    "other_edition",
)
"""What tells them apart in a crowd, where all pages name the same people, places and things."""
PENALTY = 0.1
PRIOR = {
    "copy": 4.0,
    "names": 2.0,
    "other_counterpart": -3.5,
    "other_day": -2.0,
    "other_edition": -3.0,
    "other_people": -1.8,
    "published_near": 5.0,
    "same_day": 0.5,
    "same_edition": 0.7,
    "same_office": 0.5,
    "same_weekday": 0.3,
    "weeks_apart": -3.0,
}
"""What weights are drawn to where the sets say little: their pages rarely tell two meetings of one
host apart, hardly one says which edition it is, many have no dates, and few that stand alone are
copies. The climb
leaves them as the fit has them."""
PRIOR_PENALTY = 50.0
SHARED, EVEN = 12.0, 0.45
"""Where the climb starts in a crowd: the slope over `shared_neighbours`, its value at even odds."""
DOUBTED = 0.2
"""The share of its weight alone with which a sign against starts in a crowd."""
ANOTHER_DAY = -0.5
UNSCORED = (-1.0, -4.0)
"""Log-odds of pairs that were no candidates, alone and added in a crowd, where the climb starts."""
CAUTION = 0.15
"""Log-odds that are asked for beyond the best where pages stand alone: there a wrong join costs
more than its share of B-cubed, since two events get one date and place."""
CLIMBED_ONLY = frozenset({"multiling_dev"})
"""Sets that have no part in the logistic fit. In this one, all pages in one language are of
different events of one story, which would teach that likeness in one language speaks against."""
HALF = 0.5
OWN = Path("tests/corpora")
STEPS = 40


@dataclass(frozen=True, slots=True, eq=False)
class PairSet:
    """A gold set with its candidate pairs.

    `features` are of shape (pairs, features) in the order of `FEATURES`, `shares` say how far each
    pair stands in a crowd, `labels` whether it is one event.
    """

    name: str
    gold: Mapping[str, str]
    candidates: Candidates
    pages: Pages
    likeness: Likeness
    features: NDArray[np.float64]
    shares: NDArray[np.float64]
    labels: NDArray[np.float64]


def read_pages(gold: Path) -> tuple[list[Document], dict[str, str]]:
    """The documents and gold events of raw pages, beside their gold file or in `pages` there."""
    events = json.loads(gold.read_text(encoding="utf-8"))["events"]
    event_of = {page: e["id"] for e in events for page in e["pages"]}
    beside, below = gold.parent, gold.parent / "pages"
    return _analyse(below if below.is_dir() else beside, event_of), event_of


def read_records(path: Path) -> tuple[list[Document], dict[str, str]]:
    """The documents and gold events of JSON Lines whose records have an `event` field."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    keys = ("id", "title", "text", "date", "source")
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder) / path.name
        lines = (json.dumps({k: r[k] for k in keys if r.get(k)}, ensure_ascii=False) for r in rows)
        stripped.write_text("\n".join(lines), encoding="utf-8")
        event_of = {r["id"]: r["event"] for r in rows}
        return _analyse(stripped, event_of), event_of


def _analyse(path: Path, event_of: Mapping[str, str]) -> list[Document]:
    """The documents that have a gold event; a gold file beside the pages is none."""
    found = analyse_corpus([str(path)], Settings())
    return [d for d in found if isinstance(d, Document) and d.article.id in event_of]


def pair_set(name: str, documents: Sequence[Document], gold: Mapping[str, str]) -> PairSet:
    """The candidate pairs of a set with their features and whether they are one event."""
    ordered = sorted(documents, key=lambda d: d.article.id)
    entities = resolve_entities(ordered)
    by_id = {e.id: e for e in entities}
    entity_of = index_mentions(entities)
    basis = choose_basis(ordered)
    corpus = lay_out(read_page(d, entity_of, by_id, basis) for d in ordered)
    candidates = candidate_pairs(corpus)
    pages, likeness = compare_pages(corpus, candidates)
    return PairSet(
        name,
        gold,
        candidates,
        pages,
        likeness,
        measure_pairs(pages, *candidates.ends, likeness),
        crowd_shares(pages, *candidates.ends),
        np.array([float(gold[p.left] == gold[p.right]) for p in candidates]),
    )


@dataclass(frozen=True, slots=True)
class Layout:
    """Which parameter stands where: features alone, in a crowd, the crowd's bias; see `pack`."""

    names: tuple[str, ...] = (*ALONE, *CROWD, "crowd")

    def columns(self, pairs: PairSet) -> NDArray[np.float64]:
        """The features of a set's pairs, each alone or in a crowd, of shape (pairs, names)."""
        at = {f: n for n, f in enumerate(FEATURES)}
        share = pairs.shares[:, None]
        return np.hstack(
            [
                pairs.features[:, [at[f] for f in ALONE]] * (1 - share),
                pairs.features[:, [at[f] for f in CROWD]] * share,
                share,
            ]
        )

    def is_held(self, number: int) -> bool:
        """Whether a parameter stays where the fit put it."""
        return number < len(ALONE) and ALONE[number] in PRIOR

    def is_wrong(self, number: int, weight: float) -> bool:
        """Whether a weight says the opposite of what its feature means."""
        if number >= len(self.names):
            return False
        name = self.names[number]
        return name != "crowd" and weight != 0 and (weight > 0) == (name in AGAINST)

    def weights(self, found: NDArray[np.float64], trained_on: tuple[str, ...]) -> Weights:
        """Parameters as weights: names, then unscored alone and added in a crowd, then the bias."""
        unscored, added, bias = (float(v) for v in found[-3:])
        return Weights(
            _odds(bias, unscored, dict(zip(ALONE, found[: len(ALONE)], strict=True))),
            _odds(
                bias + float(found[len(self.names) - 1]),
                unscored + added,
                dict(zip(CROWD, found[len(ALONE) : -4], strict=True)),
            ),
            trained_on,
        )


LAYOUT = Layout()


def _odds(bias: float, unscored: float, weights: Mapping[str, float]) -> Odds:
    return Odds(
        round(bias, 4),
        round(unscored, 4),
        {f: round(float(weights.get(f, 0.0)), 4) for f in FEATURES},
    )


def fit(sets: Sequence[PairSet]) -> Weights:
    """Weights whose clusters agree best with the sets' gold, near the logistic fit and cautious."""
    start = _start([s for s in sets if s.name not in CLIMBED_ONLY])
    clusters = [
        (
            GoldClusters.build(
                s.gold,
                s.candidates,
                LAYOUT.columns(s),
                crowdedness(s.pages),
            ),
            HALF if s.name in CLIMBED_ONLY else 1.0,
        )
        for s in sets
    ]
    learned = learn(clusters, start, LAYOUT.is_wrong, LAYOUT.is_held)
    found = climb(clusters, learned, LAYOUT.is_wrong, LAYOUT.is_held)
    found[len(LAYOUT.names) - 1] += CAUTION
    found[-1] -= CAUTION
    return LAYOUT.weights(found, tuple(s.name for s in sets))


def _start(sets: Sequence[PairSet]) -> NDArray[np.float64]:
    """Weights of least penalised loss over the pairs, wrong signs driven to 0; the crowd's set."""
    x = np.vstack([LAYOUT.columns(s) for s in sets])
    y = np.concatenate([s.labels for s in sets])
    share = np.concatenate([np.full(len(s.labels), 1000.0 / len(s.labels)) for s in sets])
    is_free = np.ones(len(LAYOUT.names), dtype=bool)
    while True:
        beta = _newton(x * is_free, y, share)
        wrong = [n for n in range(len(is_free)) if is_free[n] and LAYOUT.is_wrong(n, beta[n])]
        if not wrong:
            break
        is_free[wrong] = False
    bias, named = beta[-1], dict(zip(ALONE, beta, strict=False))
    for number, feature in enumerate(CROWD, start=len(ALONE)):
        if feature in AGAINST:
            beta[number] = DOUBTED * named.get(feature, 0.0)
        else:
            beta[number] /= 4
    beta[len(ALONE) + CROWD.index("shared_neighbours")] = SHARED
    beta[len(ALONE) + CROWD.index("another_day")] = ANOTHER_DAY
    beta[len(LAYOUT.names) - 1] = -EVEN * SHARED - bias
    return np.concatenate([beta[:-1], UNSCORED, [bias]])


def _newton(
    x: NDArray[np.float64], y: NDArray[np.float64], share: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Coefficients, the bias last; iteratively reweighted least squares."""
    design = np.hstack([x, np.ones((len(x), 1))])
    drawn = [LAYOUT.is_held(n) for n in range(len(LAYOUT.names))]
    penalty = np.diag([PRIOR_PENALTY if d else PENALTY for d in drawn] + [1e-6])
    prior = np.array(
        [PRIOR[f] if d else 0.0 for f, d in zip(LAYOUT.names, drawn, strict=True)] + [0.0]
    )
    beta = prior.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(design @ beta, -30, 30)))
        gradient = design.T @ (share * (p - y)) + penalty @ (beta - prior)
        hessian = (design * (share * p * (1 - p))[:, None]).T @ design + penalty
        beta -= np.linalg.solve(hessian, gradient)
    return beta


def judge(pairs: PairSet, weights: Weights) -> Scored:
    """The pairs with the log-odds that the weights give them."""
    alone, crowd = (
        pairs.features @ np.array([o.weights[f] for f in FEATURES]) + o.bias
        for o in (weights.alone, weights.crowd)
    )
    log_odds = np.clip((1 - pairs.shares) * alone + pairs.shares * crowd, -MOST_ODDS, MOST_ODDS)
    return Scored(pairs.candidates, log_odds, pairs.pages, pairs.likeness)


def evaluate(pairs: PairSet, weights: Weights) -> float:
    """B-cubed F1 of the clusters that the weights give, by the program's own clustering."""
    links = as_links(judge(pairs, weights), weights)
    return b_cubed(pairs.gold, cluster_articles(pairs.gold, *links))


def main(say: Callable[[str], object] = print) -> int:
    """Read the sets, print leave-one-set-out figures, fit on all, write the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of *.jsonl event sets")
    parser.add_argument(
        "--pages", type=Path, nargs="+", required=True, help="gold files of folders of pages"
    )
    parser.add_argument("--out", type=Path, required=True, help="weights.json to write")
    parser.add_argument(
        "--own", type=Path, default=OWN, help="folder of further corpora with a gold.json each"
    )
    parser.add_argument("--quick", action="store_true", help="leave out the held-out figures")
    options = parser.parse_args()
    golds = [*options.pages, *sorted(options.own.glob("*/gold.json"))]
    sets = [pair_set(g.parent.name, *read_pages(g)) for g in golds]
    sets += [pair_set(p.stem, *read_records(p)) for p in sorted(options.data.glob("*.jsonl"))]
    final = fit(sets)
    for one in sets:
        held_out = ""
        if not options.quick:
            rest = fit([s for s in sets if s is not one])
            held_out = f"  B3 held out {evaluate(one, rest):.3f}"
        say(
            f"{one.name:18} pairs {len(one.candidates):7} same {int(one.labels.sum()):6}"
            f"{held_out}  B3 trained on all {evaluate(one, final):.3f}"
        )
    for feature in FEATURES:
        alone, crowd = final.alone.weights[feature], final.crowd.weights[feature]
        say(f"  {feature:24} {alone:+8.3f} {crowd:+8.3f}")
    record = json.dumps(asdict(final), indent=1)
    options.out.write_text(record + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
