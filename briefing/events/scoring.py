"""The probability that two pages report one event.

Owns the logistic models over `features` and their weights, which are trained and shipped: one for
pages that stand alone, one for pages in a crowd of look-alikes, mixed by how far both stand in one.
Invariant: one set of weights for all corpora; each weight can be read in `weights.json`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from briefing.events.blocking import Candidates
from briefing.events.clustering import Links, Unscored
from briefing.events.crowding import place_in_crowd
from briefing.events.explaining import Names, explain
from briefing.events.features import (
    FEATURES,
    Comparable,
    crowd_share,
    make_comparable,
    pair_features,
)
from briefing.events.profile import Profile
from briefing.events.statistics import CorpusStatistics
from briefing.model import PairScore

MOST_ODDS = math.log((1 - 1e-4) / 1e-4)
"""Log-odds are bounded, so that no pair outweighs all others."""


@dataclass(frozen=True, slots=True)
class Odds:
    """One logistic model: log-odds of `bias` plus weight times feature.

    `unscored` are the log-odds of a pair that no blocking rule put up.
    """

    bias: float
    unscored: float
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """The trained models for pages that stand alone and in a crowd. `trained_on` names sets."""

    alone: Odds
    crowd: Odds
    trained_on: tuple[str, ...] = ()

    def contributions(self, features: Mapping[str, float], share: float) -> dict[str, float]:
        """What each feature adds to the log-odds where `share` of the pair is in a crowd."""
        return {
            f: v * ((1 - share) * self.alone.weights[f] + share * self.crowd.weights[f])
            for f, v in features.items()
        }

    def log_odds(self, features: Mapping[str, float], share: float = 0.0) -> float:
        """Log-odds of one event, given the features that are not 0; bounded."""
        bias = (1 - share) * self.alone.bias + share * self.crowd.bias
        total = bias + math.fsum(self.contributions(features, share).values())
        return max(-MOST_ODDS, min(MOST_ODDS, total))


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Candidate pairs with their log-odds, of shape (pairs,), and the pages as compared."""

    candidates: Candidates
    log_odds: NDArray[np.float64]
    pages: Mapping[str, Comparable]


@cache
def shipped_weights() -> Weights:
    """The weights that come with the program."""
    raw = resources.files("briefing.events").joinpath("weights.json").read_bytes()
    weights = msgspec.json.decode(raw, type=Weights)
    missing = [f for f in FEATURES for o in (weights.alone, weights.crowd) if f not in o.weights]
    if missing:
        raise ValueError(f"weights.json lacks {', '.join(missing)}")
    return weights


def compare_pages(
    profiles: Mapping[str, Profile], candidates: Candidates, corpus: CorpusStatistics
) -> dict[str, Comparable]:
    """Every page made ready for comparison, its neighbourhood measured."""
    return place_in_crowd(
        {a: make_comparable(profiles[a], corpus) for a in candidates.articles}, candidates
    )


def score_pairs(
    candidates: Candidates,
    profiles: Mapping[str, Profile],
    corpus: CorpusStatistics,
    weights: Weights,
) -> Scored:
    """The log-odds of each candidate pair."""
    pages = compare_pages(profiles, candidates, corpus)
    ordered = [pages[a] for a in candidates.articles]
    found = np.empty(len(candidates))
    numbered = zip(candidates.left.tolist(), candidates.right.tolist(), strict=True)
    for at, (one, two) in enumerate(numbered):
        left, right = ordered[one], ordered[two]
        found[at] = weights.log_odds(pair_features(left, right, corpus), crowd_share(left, right))
    return Scored(candidates, found, pages)


def explain_pairs(
    pairs: Iterable[tuple[str, str, float]],
    pages: Mapping[str, Comparable],
    corpus: CorpusStatistics,
    names: Names,
    weights: Weights,
) -> tuple[PairScore, ...]:
    """Pairs (left, right, log-odds) as scores with their evidence in words."""
    return tuple(
        PairScore(
            left,
            right,
            round(probability_of(odds), 6),
            explain(
                pages[left].profile,
                pages[right].profile,
                weights.contributions(
                    pair_features(pages[left], pages[right], corpus),
                    crowd_share(pages[left], pages[right]),
                ),
                names,
            ),
        )
        for left, right, odds in pairs
    )


def probability_of(odds: float) -> float:
    """The probability of log-odds."""
    return 1 / (1 + math.exp(-odds))


def as_links(scored: Scored, weights: Weights) -> tuple[Links, Unscored]:
    """What clustering needs to know of the scored pairs, and of those never scored."""
    candidates = scored.candidates
    return (
        Links(candidates.left, candidates.right, scored.log_odds),
        Unscored(
            weights.alone.unscored,
            weights.crowd.unscored,
            {a: (p.profile.language, p.crowded) for a, p in scored.pages.items()},
        ),
    )
