"""The probability that two pages report one event.

Owns the logistic models over `features` and their weights, which are trained and shipped: one for
pages that stand alone, one for pages in a crowd of look-alikes, mixed by how far both stand in one.
Invariant: one set of weights for all corpora; each weight can be read in `weights.json`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from briefing.events.blocking import Candidates
from briefing.events.clustering import Links, Unscored
from briefing.events.comparing import (
    Batch,
    Likeness,
    Pages,
    crowd_shares,
    make_comparable,
    measure_likeness,
    stretches,
)
from briefing.events.corpus import Corpus
from briefing.events.crowding import place_in_crowd
from briefing.events.explaining import explain
from briefing.events.features import FEATURES, measure_batch
from briefing.events.reasons import Names
from briefing.events.statistics import count_corpus
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

    def contributions(
        self, features: NDArray[np.float64], shares: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """What each feature adds to the log-odds where that share of a pair is in a crowd.

        `features` and the result are of shape (features, pairs), in the order of `FEATURES`.
        """
        alone, crowd = (
            np.array([[odds.weights[f]] for f in FEATURES]) for odds in (self.alone, self.crowd)
        )
        added: NDArray[np.float64] = features * ((1 - shares) * alone + shares * crowd)
        return added

    def log_odds(
        self, features: NDArray[np.float64], shares: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Log-odds of one event, given features of shape (features, pairs); bounded."""
        total = (1 - shares) * self.alone.bias + shares * self.crowd.bias
        # Added one by one: a product of matrices adds as the machine likes.
        for contribution in self.contributions(features, shares):
            total = total + contribution
        return np.clip(total, -MOST_ODDS, MOST_ODDS)


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """Candidate pairs with their log-odds, of shape (pairs,), and the pages as compared."""

    candidates: Candidates
    log_odds: NDArray[np.float64]
    pages: Pages
    likeness: Likeness


@cache
def shipped_weights() -> Weights:
    """The weights that come with the program."""
    raw = resources.files("briefing.events").joinpath("weights.json").read_bytes()
    weights = msgspec.json.decode(raw, type=Weights)
    missing = [f for f in FEATURES for o in (weights.alone, weights.crowd) if f not in o.weights]
    if missing:
        raise ValueError(f"weights.json lacks {', '.join(missing)}")
    return weights


def compare_pages(corpus: Corpus, candidates: Candidates) -> tuple[Pages, Likeness]:
    """Every page made ready for comparison, its neighbourhood measured; the cosines of pairs."""
    pages = make_comparable(corpus, count_corpus(corpus))
    likeness = measure_likeness(pages, *candidates.ends)
    return place_in_crowd(pages, candidates, likeness), likeness


def score_pairs(candidates: Candidates, corpus: Corpus, weights: Weights) -> Scored:
    """The log-odds of each candidate pair."""
    pages, likeness = compare_pages(corpus, candidates)
    left, right = candidates.ends
    found = np.empty(len(candidates))
    for at in stretches(pages, left, right):
        features = measure_batch(Batch(pages, left[at], right[at], likeness[at]))
        found[at] = weights.log_odds(features, crowd_shares(pages, left[at], right[at]))
    return Scored(candidates, found, pages, likeness)


def explain_pairs(
    rows: Sequence[int], scored: Scored, names: Names, weights: Weights
) -> dict[int, PairScore]:
    """The chosen candidate pairs, by their numbers, as scores with their evidence in words."""
    chosen = np.array(sorted(set(rows)), np.intp)
    left, right = (ends[chosen] for ends in scored.candidates.ends)
    likeness, pages = scored.likeness[chosen], scored.pages
    found = {}
    for at in stretches(pages, left, right):
        one, two = left[at], right[at]
        features = measure_batch(Batch(pages, one, two, likeness[at]))
        told = weights.contributions(features, crowd_shares(pages, one, two))
        columns = zip(chosen[at].tolist(), features.T.tolist(), told.T.tolist(), strict=True)
        for row, values, contributions in columns:
            found[row] = _explain(row, scored, values, contributions, names)
    return found


def _explain(
    row: int,
    scored: Scored,
    features: Sequence[float],
    contributions: Sequence[float],
    names: Names,
) -> PairScore:
    candidates, profiles = scored.candidates, scored.pages.corpus.profiles
    one, two = profiles[candidates.left[row]], profiles[candidates.right[row]]
    return PairScore(
        one.article,
        two.article,
        round(probability_of(scored.log_odds[row]), 6),
        explain(one, two, features, contributions, names),
    )


def probability_of(odds: float) -> float:
    """The probability of log-odds."""
    return 1 / (1 + math.exp(-odds))


def as_links(scored: Scored, weights: Weights) -> tuple[Links, Unscored]:
    """What clustering needs to know of the scored pairs, and of those never scored."""
    candidates = scored.candidates
    return Links(candidates.left, candidates.right, scored.log_odds), Unscored(
        weights.alone.unscored, weights.crowd.unscored, crowdedness(scored.pages)
    )


def crowdedness(pages: Pages) -> dict[str, tuple[str, float]]:
    """The language of each page, and how far it stands in a crowd."""
    profiles = pages.corpus.profiles
    return {
        profile.article: (profile.language, share)
        for profile, share in zip(profiles, pages.crowded.tolist(), strict=True)
    }
