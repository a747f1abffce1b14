"""How alike two sentences are, also across languages.

Invariant: likeness is symmetric, between 0 and 1, and rests on what both sentences share: the
entities they name, figures, days, notions and words. Rare things weigh more than common ones, so
that what every sentence of the event says proves nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.briefs.material import Material, Statement
from briefing.briefs.supporting import FactIndex, index_facts
from briefing.briefs.values import are_rivals, figure_class
from briefing.model import Citation

_WEIGHTS = {"figure": 1.6, "entity": 1.2, "day": 0.5, "quote": 5.0}
_NOTION_WEIGHT = 1.0
_COGNATE_WEIGHT = 0.7
_WORD_WEIGHT = 0.6
_SAME_LANGUAGE = 0.42
_OTHER_LANGUAGE = 0.34
_FEWEST_ACTS = 2
_NEAR = 0.75
ROLES = frozenset(
    f"={notion}"
    for notion in (
        "minister",
        "interior",
        "president",
        "secretary",
        "government",
        "police",
        "country",
        "people",
        "year",
        "month",
        "week",
        "security",
    )
)
"""Notions that say who or how long, not what was done."""
_FEWEST_SHARED = 3
_ONCE = 0.3
_DAY_LENGTH = 10

Feature = tuple[str, str]


def _features(statement: Statement, quotes: Sequence[tuple[Citation, ...]]) -> frozenset[Feature]:
    found: set[Feature] = {("entity", e) for e in statement.entities}
    found |= {("key", key) for key in statement.keys}
    found |= {("word", word) for word in statement.words}
    found |= {("day", d.value) for d in statement.dates if d.value}
    found |= {("figure", f"{figure_class(f)} {f.value:g}") for f in statement.figures}
    found |= {
        ("quote", str(number))
        for number, places in enumerate(quotes)
        if any(
            c.article == statement.article and statement.start <= c.start < statement.end
            for c in places
        )
    }
    return frozenset(found)


def is_common(feature: Feature) -> bool:
    """Whether a feature can be found in a sentence of any language: no word or cognate."""
    return feature[0] not in {"word", "key"} or feature[1].startswith("=")


def _kind_weight(feature: Feature) -> float:
    kind, value = feature
    if kind == "key":
        return _NOTION_WEIGHT if value.startswith("=") else _COGNATE_WEIGHT
    return _WEIGHTS.get(kind, _WORD_WEIGHT)


def _are_other_days(one: Statement, two: Statement) -> bool:
    """Whether both sentences give days of the calendar and share none."""
    left, right = (
        {d.value for d in s.dates if d.value and len(d.value) == _DAY_LENGTH} for s in (one, two)
    )
    return bool(left and right) and not left & right


def _place(statement: Statement) -> tuple[str, int]:
    return statement.article, statement.start


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Features with their summed weight: a sentence is compared with hundreds of others."""

    features: frozenset[Feature]
    weight: float


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares the statements of one event; weights come from the event's own sentences.

    `common` holds what can be compared across languages, `contexts` leaves out words and days,
    `topics` figures as well.
    """

    features: Mapping[tuple[str, int], _Weighed]
    common: Mapping[tuple[str, int], _Weighed]
    contexts: Mapping[tuple[str, int], _Weighed]
    topics: Mapping[tuple[str, int], _Weighed]
    weights: Mapping[Feature, float]
    facts: FactIndex

    def likeness(self, one: Statement, two: Statement) -> float:
        """Weighted Dice overlap; between languages, of what can be compared at all."""
        chosen = self.features if one.language == two.language else self.common
        left, right = chosen[_place(one)], chosen[_place(two)]
        shared = left.features & right.features
        is_enough = len(shared) >= _FEWEST_SHARED or any(kind == "quote" for kind, _ in shared)
        total = left.weight + right.weight
        return 2 * self.weigh(shared) / total if total and is_enough else 0.0

    def share(self, one: Statement, two: Statement, *, with_figures: bool = True) -> float:
        """How much of what they speak of two sentences share, words and days of each left out."""
        chosen = self.contexts if with_figures else self.topics
        left, right = chosen[_place(one)], chosen[_place(two)]
        total, shared = min(left.weight, right.weight), left.features & right.features
        return self.weigh(shared) / total if total and shared else 0.0

    def says_the_same(self, one: Statement, two: Statement) -> bool:
        """Whether the second may be cited for the first: alike, and no figure against it."""
        if are_rivals(one.figures, two.figures) or _are_other_days(one, two):
            return False
        if one.language == two.language:
            return self.likeness(one, two) >= _SAME_LANGUAGE
        if self.facts.bears_out(one, two, self.share(one, two, with_figures=False)):
            return True
        is_sure = self.shares_proof(one, two) or self._shared_acts(one, two) >= _FEWEST_ACTS
        return is_sure and self.likeness(one, two) >= _OTHER_LANGUAGE

    def nearness(self, one: Statement, two: Statement) -> float:
        """How alike two sentences are where they come near saying the same; 0 where not.

        Less than `says_the_same` asks for, but never against figures or days.
        """
        if are_rivals(one.figures, two.figures) or _are_other_days(one, two):
            return 0.0
        likeness = self.likeness(one, two)
        if one.language == two.language:
            return likeness if likeness >= _NEAR * _SAME_LANGUAGE else 0.0
        is_likely = self.shares_proof(one, two) or self._shared_acts(one, two) >= _FEWEST_ACTS
        return likeness if is_likely and likeness >= _NEAR * _OTHER_LANGUAGE else 0.0

    def _shared_acts(self, one: Statement, two: Statement) -> int:
        """How many notions of what was done two sentences share."""
        shared = self.of(one) & self.of(two)
        return sum(f[0] == "key" and f[1].startswith("=") and f[1] not in ROLES for f in shared)

    def shares_proof(self, one: Statement, two: Statement) -> bool:
        """Whether two sentences give one figure or one quotation."""
        return any(kind in {"figure", "quote"} for kind, _ in self.of(one) & self.of(two))

    def weigh(self, features: Iterable[Feature]) -> float:
        """The summed weight of some features."""
        return math.fsum(self.weights[f] for f in features)

    def of(self, statement: Statement) -> frozenset[Feature]:
        """All that a statement can be compared by."""
        return self.features[_place(statement)].features


def build_comparer(material: Material, quotes: Sequence[tuple[Citation, ...]] = ()) -> Comparer:
    """The comparer of an event, from all its statements and the quotations they share."""
    features = {(s.article, s.start): _features(s, quotes) for s in material.statements}
    counts = Counter(f for found in features.values() for f in found)
    total = len(features)
    weights = {
        feature: _kind_weight(feature) * math.log(1 + total / number)
        for feature, number in counts.items()
    }

    def weighed(keeps: Callable[[Feature], bool]) -> dict[tuple[str, int], _Weighed]:
        kept = {place: frozenset(filter(keeps, found)) for place, found in features.items()}
        return {
            p: _Weighed(found, math.fsum(weights[f] for f in found)) for p, found in kept.items()
        }

    return Comparer(
        features=weighed(lambda _: True),
        common=weighed(is_common),
        contexts=weighed(lambda f: f[0] not in {"word", "day"}),
        topics=weighed(lambda f: f[0] not in {"word", "day", "figure"}),
        weights=weights,
        facts=index_facts(material),
    )


def measure_prominence(
    comparer: Comparer, statements: Sequence[Statement], origins: Mapping[str, int]
) -> dict[Feature, float]:
    """How much each feature belongs to the story: what many origins say, and say again."""
    carriers: dict[Feature, set[int]] = {}
    counts: Counter[Feature] = Counter()
    for statement in statements:
        for feature in comparer.of(statement):
            carriers.setdefault(feature, set()).add(origins[statement.article])
            counts[feature] += 1
    return {
        feature: _kind_weight(feature) * len(found) * (_ONCE + math.log2(counts[feature]))
        for feature, found in carriers.items()
    }
