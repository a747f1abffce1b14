"""How likely two figures that differ are about one thing: a weighted sum of what speaks for it.

Owns the features of a pair and their weights, which are trained (`briefing.training.rivals`) and
shipped. Invariant: features are symmetric and rest on what the pages say: the classes, how far
apart the values lie, the words around them, their place in their reports, and what else the
reports give of the class; each weight can be read in `rival_weights.json`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import msgspec

from briefing.briefs.comparing import Feature
from briefing.briefs.lineup import CLOSE, LOOSE, Lineup, Pair
from briefing.briefs.material import Statement
from briefing.briefs.measures import Quantity, Relation, rate_of
from briefing.briefs.readings import Reading
from briefing.briefs.values import are_miswritten
from briefing.lexicon.gist import gist_keys
from briefing.model import BlockKind, Qualifier

_VERY_CLOSE = math.log(1.11)
_FAR = math.log(2.5)
_NEARER = 0.5
_SMALL = 12
_LATE = 10
_LEAST_SHARED = 0.03
_MOST = 3
_TELLING = frozenset({Relation.SAME_NOUN, Relation.UNIT, Relation.PEOPLE})
_MEASURED = frozenset({Relation.SAME_DURATION, Relation.LENGTH, Relation.MONEY, Relation.SHARE})
_OF_MEASURES = _MEASURED | {Relation.BARE_MONEY, Relation.DURATION}
_CONTEXT = (
    *("context_in_one_language", "context_across_languages", "words_beside_in_one_language"),
    *("words_beside_across_languages", "shared_names", "shared_topic", "shared_noun"),
    *("nothing_shared", "one_matter"),
)
_VALUES = (
    *("apart", "apart_of_measures", "far", "very_close", "digits_turned"),
    *("small", "qualified", "one_bound"),
)
_PLACE = ("one_language", "both_in_lead", "late", "places_apart", "headlines")
_STANCE = (
    *("other_rate", "other_kind", "one_background", "one_part", "one_old"),
    *("one_more", "other_claimant"),
)
_CLASS = (
    *("many_values", "agreed_elsewhere", "agreed_beside", "nearer_value"),
    *("same_neighbours", "only_and_close", "only_of_telling_class", "only_in_one_language"),
    *("only_measure", "only_and_close_of_loose_class"),
)
FEATURES = (
    *(f"class: {relation}" for relation in Relation),
    *(*_VALUES, *_CONTEXT, *_PLACE, *_STANCE, *_CLASS),
)
"""All features of a pair, in the order of the weights file."""

Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic model: log-odds of `bias` plus weight times feature; rivals from `least` on.

    From `least_unsure` on where the lexicon does not know a noun of a pair, or where one page only
    asks for or expects, or recalls, what the other reports.
    """

    bias: float
    least: float
    least_unsure: float
    weights: dict[str, float]
    trained_on: tuple[str, ...] = ()

    def is_likely(self, pair: Pair, odds: float) -> bool:
        """Whether log-odds are enough to report a pair."""
        is_unsure = pair.relation in LOOSE or pair.one.kind != pair.two.kind
        return odds >= (self.least_unsure if is_unsure else self.least)

    def log_odds(self, features: Features) -> float:
        """Log-odds that two figures are about one thing, given the features that are not 0."""
        return self.bias + math.fsum(self.weights[f] * v for f, v in features.items())


@cache
def shipped_weights() -> Weights:
    """The weights that come with the program."""
    raw = resources.files("briefing.briefs").joinpath("rival_weights.json").read_bytes()
    weights = msgspec.json.decode(raw, type=Weights)
    missing = [f for f in FEATURES if f not in weights.weights]
    if missing:
        raise ValueError(f"rival_weights.json lacks {', '.join(missing)}")
    return weights


@dataclass(frozen=True)
class Comparison:
    """Compares the pairs of a lineup."""

    lineup: Lineup
    _contexts: dict[tuple[int, int], tuple[float, float, float]] = field(default_factory=dict)
    _classes: dict[tuple[str, str, int, int], tuple[int, frozenset[float]]] = field(
        default_factory=dict
    )
    _told: dict[tuple[int, bool], tuple[frozenset[Feature], float]] = field(default_factory=dict)
    _words: dict[tuple[int, bool], tuple[frozenset[str], float]] = field(default_factory=dict)

    def features(self, pair: Pair) -> Features:
        """What speaks for and against two readings being about one thing, as far as not 0."""
        found = {
            f"class: {pair.relation}": 1.0,
            **self._of_values(pair),
            **self._of_context(pair),
            **self._of_place(pair),
            **self._of_stance(pair),
            **self._of_class(pair),
        }
        return {name: float(value) for name, value in found.items() if value}

    def _of_values(self, pair: Pair) -> Features:
        one, two = pair.one.figure, pair.two.figure
        apart = self.lineup.apart(pair.one, pair.two)
        is_counted = self.lineup.traits[pair.one.number].quantity in {
            Quantity.COUNT,
            Quantity.DURATION,
        }
        return {
            "apart": apart,
            "apart_of_measures": apart * (pair.relation in _OF_MEASURES),
            "far": apart > _FAR,
            "very_close": apart <= _VERY_CLOSE,
            "digits_turned": are_miswritten(one, two),
            "small": is_counted and min(one.value, two.value) <= _SMALL,
            "qualified": sum(f.qualifier is not Qualifier.EXACT for f in (one, two)),
            "one_bound": one.qualifier is Qualifier.AT_LEAST or two.qualifier is Qualifier.AT_LEAST,
        }

    def _of_context(self, pair: Pair) -> Features:
        one, two = pair.one, pair.two
        names, context, topic = self._shared(one, two)
        beside = self._beside(one, two)
        where = "in_one_language" if _in_one_language(one, two) else "across_languages"
        nouns = [gist_keys(r.figure.counted or "") for r in (one, two)]
        return {
            f"context_{where}": context,
            f"words_beside_{where}": beside,
            "shared_names": names,
            "shared_topic": topic,
            "shared_noun": bool(nouns[0] & nouns[1]),
            "nothing_shared": where == "in_one_language" and context < _LEAST_SHARED,
            "one_matter": self._is_of_one_matter(pair),
        }

    def _is_of_one_matter(self, pair: Pair) -> bool:
        """Whether the words beside two measures say that both are of one thing: a depth, a fine."""
        left, right = (self.lineup.traits[r.number] for r in (pair.one, pair.two))
        is_measure = Quantity.COUNT not in {left.quantity, right.quantity}
        return is_measure and bool(left.topics & right.topics)

    def _shared(self, one: Reading, two: Reading) -> tuple[float, float, float]:
        """Shared names (at most two), context and topic of two readings' sentences."""
        left, right = one.statement, two.statement
        key = (id(left), id(right))
        if key not in self._contexts:
            same = left.language == right.language
            (mine, weight), (other, rival) = (
                self._features_told(s, same=same) for s in (left, right)
            )
            shared, total = mine & other, min(weight, rival)
            self._contexts[key] = (
                float(min(2, sum(kind == "entity" for kind, _ in shared))),
                self.lineup.comparer.weigh(shared) / total if total else 0.0,
                self.lineup.comparer.share(left, right, with_figures=False),
            )
        return self._contexts[key]

    def _beside(self, one: Reading, two: Reading) -> float:
        """How much of the words right beside them two figures share."""
        same = _in_one_language(one, two)
        (mine, weight), (other, rival) = (self._words_beside(r, same=same) for r in (one, two))
        total = min(weight, rival)
        return self._weigh(mine & other) / total if total else 0.0

    def _features_told(
        self, statement: Statement, *, same: bool
    ) -> tuple[frozenset[Feature], float]:
        """What a sentence can be compared by but for its figures, and the weight of all that."""
        key = (id(statement), same)
        if key not in self._told:
            found = frozenset(
                f
                for f in self.lineup.comparer.of(statement)
                if f[0] != "figure"
                and (not same or f[0] != "key" or f[1].startswith("="))
                and (same or f[0] != "word")
            )
            self._told[key] = found, self.lineup.comparer.weigh(found)
        return self._told[key]

    def _words_beside(self, reading: Reading, *, same: bool) -> tuple[frozenset[str], float]:
        """What stands beside a figure: in one language words, else cognates; and its weight."""
        key = (reading.number, same)
        if key not in self._words:
            left_out = "~" if same else "w"
            beside = self.lineup.traits[reading.number].beside
            found = frozenset(f for f in beside if f[0] != left_out)
            self._words[key] = found, self._weigh(found)
        return self._words[key]

    def _weigh(self, features: Iterable[str]) -> float:
        return math.fsum(self.lineup.word_weights[f] for f in features)

    def _of_place(self, pair: Pair) -> Features:
        ones = [r.statement for r in (pair.one, pair.two)]
        first, second = (s.position / max(1, self.lineup.lengths[s.article]) for s in ones)
        latest = max(s.position for s in ones)
        return {
            "one_language": _in_one_language(pair.one, pair.two),
            "both_in_lead": latest <= 1,
            "late": latest > _LATE,
            "places_apart": abs(first - second),
            "headlines": sum(s.kind is BlockKind.HEADLINE for s in ones),
        }

    def _of_stance(self, pair: Pair) -> Features:
        one, two = pair.one, pair.two
        left, right = self.lineup.traits[one.number], self.lineup.traits[two.number]
        return {
            "other_rate": rate_of(one.name) != rate_of(two.name),
            "other_kind": one.kind != two.kind,
            "one_background": one.is_background != two.is_background,
            "one_part": left.is_part != right.is_part,
            "one_more": left.is_more != right.is_more,
            "one_old": left.is_old != right.is_old,
            "other_claimant": (left.claimant == "callers") != (right.claimant == "callers"),
        }

    def _of_class(self, pair: Pair) -> Features:
        one, two = pair.one, pair.two
        lineup = self.lineup
        mine, beside = self._told_of_class(one, two)
        other, _ = self._told_of_class(two, one)
        agreed = lineup.is_agreed(one, two.article) or lineup.is_agreed(two, one.article)
        apart = self.lineup.apart(one, two)
        is_only = self._is_only(one) and self._is_only(two)
        is_close = is_only and apart <= CLOSE
        return {
            "many_values": math.log(max(1, mine) * max(1, other)),
            "agreed_elsewhere": agreed,
            "agreed_beside": min(_MOST, len(beside - {lineup.traits[one.number].base})),
            "nearer_value": self._has_nearer(one, two, apart) + self._has_nearer(two, one, apart),
            "same_neighbours": self._anchors(one, two),
            "only_and_close": is_close,
            "only_of_telling_class": is_only and pair.relation in _TELLING,
            "only_in_one_language": is_only and _in_one_language(one, two),
            "only_measure": is_only and pair.relation in _MEASURED,
            "only_and_close_of_loose_class": is_close and pair.relation in LOOSE,
        }

    def _told_of_class(self, one: Reading, two: Reading) -> tuple[int, frozenset[float]]:
        """How many values the first's article gives that may be the second's; those agreed on."""
        lineup = self.lineup
        groups = lineup.traits[one.number].group, lineup.traits[two.number].group
        key = (one.article, two.article, *groups)
        if key not in self._classes:
            found = lineup.kin(one.article, one, two)
            self._classes[key] = (
                len({lineup.traits[r.number].base for r in found}),
                frozenset(
                    lineup.traits[r.number].base for r in found if lineup.is_agreed(r, two.article)
                ),
            )
        return self._classes[key]

    def _is_only(self, reading: Reading) -> bool:
        return self.lineup.only.get(
            (reading.article, self.lineup.traits[reading.number].noun), True
        )

    def _has_nearer(self, one: Reading, two: Reading, apart: float) -> bool:
        """Whether another value of the first article is far nearer to the second's."""
        lineup = self.lineup
        return any(
            lineup.apart(other, two) < _NEARER * apart and not lineup.may_both_be_true(other, two)
            for other in lineup.kin(one.article, two, two)
            if other.number != one.number
        )

    def _anchors(self, one: Reading, two: Reading) -> int:
        """How many neighbours of two readings agree.

        Reports of one event give its figures in much the same order, so that what stands between
        the same neighbours is about the same thing, in whatever words.
        """
        nobody = (None, None)
        around = (self.lineup.neighbours.get(r.number, nobody) for r in (one, two))
        return sum(
            left is not None and right is not None and self.lineup.agree(left, right)
            for left, right in zip(*around, strict=True)
        )


def _in_one_language(one: Reading, two: Reading) -> bool:
    return one.statement.language == two.statement.language
