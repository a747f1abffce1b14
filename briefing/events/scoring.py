"""The probability that two pages report one event.

Owns the logistic model over `features` and its weights, which are trained and shipped.
Invariant: one set of weights for all corpora; each weight can be read in `weights.json`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from briefing.events.explaining import Names, explain
from briefing.events.features import FEATURES, make_comparable, pair_features
from briefing.events.profile import Profile
from briefing.events.statistics import CorpusStatistics
from briefing.model import CandidatePair, PairScore


@dataclass(frozen=True, slots=True)
class Weights:
    """A trained model: log-odds of `bias` plus weight times feature. `trained_on` names sets."""

    bias: float
    weights: dict[str, float]
    trained_on: tuple[str, ...] = ()

    def log_odds(self, features: Mapping[str, float]) -> float:
        """Log-odds of one event, given the features that are not 0."""
        return self.bias + math.fsum(self.weights[f] * v for f, v in features.items())


@cache
def shipped_weights() -> Weights:
    """The weights that come with the program."""
    raw = resources.files("briefing.events").joinpath("weights.json").read_bytes()
    weights = msgspec.json.decode(raw, type=Weights)
    missing = [f for f in FEATURES if f not in weights.weights]
    if missing:
        raise ValueError(f"weights.json lacks {', '.join(missing)}")
    return weights


def score_pairs(
    pairs: Iterable[CandidatePair],
    profiles: Mapping[str, Profile],
    corpus: CorpusStatistics,
    weights: Weights,
) -> list[tuple[CandidatePair, float, dict[str, float]]]:
    """Each pair with its probability and features, in the order given."""
    comparable = {a: make_comparable(p, corpus) for a, p in profiles.items()}
    scored = []
    for pair in pairs:
        features = pair_features(comparable[pair.left], comparable[pair.right], corpus)
        probability = 1 / (1 + math.exp(-weights.log_odds(features)))
        scored.append((pair, probability, features))
    return scored


def explain_pairs(
    scored: Sequence[tuple[CandidatePair, float, dict[str, float]]],
    profiles: Mapping[str, Profile],
    names: Names,
    weights: Weights,
) -> tuple[PairScore, ...]:
    """Scores with their evidence in words."""
    return tuple(
        PairScore(
            pair.left,
            pair.right,
            round(probability, 6),
            explain(
                profiles[pair.left],
                profiles[pair.right],
                {f: v * weights.weights[f] for f, v in features.items()},
                names,
            ),
        )
        for pair, probability, features in scored
    )
