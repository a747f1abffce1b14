"""The figures of the reports of one event, lined up article by article.

Invariant: two figures that can both be true of one thing are never rivals; which pairs of the
others are about one thing is not decided here (see `pairing`).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, product

from briefing.briefs.background import is_before
from briefing.briefs.comparing import Comparer
from briefing.briefs.measures import (
    LEAST_SUM,
    TOLLS,
    Measure,
    Quantity,
    Relation,
    are_complements,
    bare_class,
    distance,
    may_both_be_true,
    measure,
    rate_of,
    relate,
)
from briefing.briefs.readings import Reading
from briefing.briefs.values import are_kin, are_miswritten, tells_of_people
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS
from briefing.lexicon.gist import gist_key, split_folded
from briefing.lexicon.measured import are_opposite, topics_beside
from briefing.lexicon.parts import claimant, is_more, is_part
from briefing.model import BlockKind

FARTHEST = math.log(3.4)
"""Values further apart are about two things, or one is a slip that no page would make."""
CLOSE = math.log(1.51)
"""So near may two values of one thing lie that are no more than rounded."""
_NEAR_WORDS = 6
_PART_BEFORE, _PART_AFTER = 36, 30
_BESIDE = 60
_MONTH = 7
_FEW = 12
_LONG_WORD = 4
_NOTION, _COGNATE, _WORD = 1.0, 0.7, 0.6
LOOSE = frozenset({Relation.HALF_KNOWN, Relation.UNKNOWN})
"""Relations of which the lexicon knows too little to say more."""
UNSURE = frozenset({Relation.OTHER_PEOPLE, *LOOSE})
"""Relations in which equal values prove nothing: any two things may be seven."""


@dataclass(frozen=True, slots=True)
class Trait:
    """What is asked of a reading again and again."""

    measure: Measure
    group: int
    noun: str
    beside: frozenset[str]
    is_part: bool
    is_more: bool
    is_old: bool
    claimant: str
    topics: frozenset[str]

    @property
    def quantity(self) -> Quantity:
        """What the reading measures."""
        return self.measure.quantity

    @property
    def base(self) -> float:
        """The value in the base unit of the quantity."""
        return self.measure.based.value


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings of two articles that cannot both be true of one thing."""

    one: Reading
    two: Reading
    relation: Relation


@dataclass(frozen=True)
class Lineup:
    """The readings of an event, article by article; `day` is the day of the event."""

    readings: Sequence[Reading]
    comparer: Comparer
    day: str | None = None
    _agreed: dict[tuple[int, str], bool] = field(default_factory=dict)
    _kin: dict[tuple[str, int, int], tuple[Reading, ...]] = field(default_factory=dict)
    _relations: dict[tuple[int, int], Relation | None] = field(default_factory=dict)
    _both_true: dict[tuple[int, int], bool] = field(default_factory=dict)
    _groups: dict[tuple[str, str | None, bool, bool], int] = field(default_factory=dict)

    @cached_property
    def rows(self) -> Mapping[str, Sequence[Reading]]:
        """The readings of each article, in the order of its text."""
        found: defaultdict[str, list[Reading]] = defaultdict(list)
        for reading in sorted(self.readings, key=lambda r: (r.article, r.figure.start)):
            found[reading.article].append(reading)
        return found

    @cached_property
    def shelf(self) -> Mapping[tuple[str, Quantity], Sequence[Reading]]:
        """The readings of an article's own report of the event, by quantity."""
        found: defaultdict[tuple[str, Quantity], list[Reading]] = defaultdict(list)
        for reading in self.readings:
            if not reading.is_background:
                found[reading.article, self.traits[reading.number].quantity].append(reading)
        return found

    @cached_property
    def _by_quantity(self) -> Mapping[tuple[str, Quantity], Sequence[Reading]]:
        found: defaultdict[tuple[str, Quantity], list[Reading]] = defaultdict(list)
        for reading in self.readings:
            found[reading.article, self.traits[reading.number].quantity].append(reading)
        return found

    @cached_property
    def traits(self) -> Mapping[int, Trait]:
        """What is asked of each reading, by its number."""
        return {r.number: self._trait(r) for r in self.readings}

    @cached_property
    def word_weights(self) -> Mapping[str, float]:
        """What a word beside figures tells: the rarer the more."""
        counts = Counter(f for t in self.traits.values() for f in t.beside)
        total = len(self.readings) + 1
        return {f: _kind_weight(f) * math.log(1 + total / n) for f, n in counts.items()}

    @cached_property
    def neighbours(self) -> Mapping[int, tuple[Reading | None, Reading | None]]:
        """What stands right before and right after each reading of the running text."""
        found: dict[int, tuple[Reading | None, Reading | None]] = {}
        for row in self.rows.values():
            told = [r for r in row if r.statement.kind is not BlockKind.HEADLINE]
            for before, here, after in zip([None, *told], told, [*told[1:], None], strict=False):
                found[here.number] = before, after
        return found

    @cached_property
    def lengths(self) -> Mapping[str, int]:
        """The position of each article's last sentence with a figure."""
        found: Counter[str] = Counter()
        for r in self.readings:
            found[r.article] = max(found[r.article], r.statement.position)
        return found

    @cached_property
    def only(self) -> Mapping[tuple[str, str], bool]:
        """Whether an article's report gives no more than one value of a class."""
        values: defaultdict[tuple[str, str], set[float]] = defaultdict(set)
        for r in self.readings:
            if not r.is_background:
                trait = self.traits[r.number]
                values[r.article, trait.noun].add(trait.base)
        return {place: len(found) <= 1 for place, found in values.items()}

    def _trait(self, reading: Reading) -> Trait:
        value = reading.figure.value
        group = (reading.name, reading.figure.unit, value >= LEAST_SUM, float(value).is_integer())
        words = (
            *split_folded(reading.before)[-_NEAR_WORDS:],
            *split_folded(reading.after)[:_NEAR_WORDS],
        )
        day = self.day or ""
        return Trait(
            measure=measure(reading.figure, reading.name),
            group=self._groups.setdefault(group, len(self._groups)),
            noun=bare_class(reading.name),
            beside=_features_of(words),
            is_part=is_part(reading.before[-_PART_BEFORE:], reading.after[:_PART_AFTER]),
            is_more=is_more(reading.before[-_PART_BEFORE:], reading.after[:_PART_AFTER]),
            is_old=any(
                d.value is not None and is_before(d.value, day) and d.value[:_MONTH] < day[:_MONTH]
                for d in reading.statement.dates
            ),
            claimant=claimant(reading.before, reading.after),
            topics=topics_beside(reading.before, reading.after),
        )

    def relation(self, one: Reading, two: Reading) -> Relation | None:
        """How the classes of two readings relate, if they may be about one thing."""
        key = self.traits[one.number].group, self.traits[two.number].group
        if key not in self._relations:
            self._relations[key] = relate(one.figure, one.name, two.figure, two.name)
        return self._relations[key]

    def kin(self, article: str, like: Reading, two: Reading) -> tuple[Reading, ...]:
        """What an article's report gives of one reading's quantity that may be the other's thing.

        Background left out; kept, as the same is asked for each pair of two classes.
        """
        groups = self.traits[like.number].group, self.traits[two.number].group
        key = (article, *groups)
        if key not in self._kin:
            shelf = self.shelf[article, self.traits[like.number].quantity]
            self._kin[key] = tuple(r for r in shelf if self.relation(r, two) is not None)
        return self._kin[key]

    def agree(self, one: Reading, two: Reading) -> bool:
        """Whether two readings give one value of what may be one thing."""
        left, right = self.traits[one.number], self.traits[two.number]
        if left.quantity is not right.quantity:
            return False
        if left.quantity is Quantity.COUNT:
            if left.base == right.base and left.base > _FEW:
                return True
            is_kin = are_kin(left.noun, right.noun) or self.relation(one, two) in LOOSE
            return is_kin and self.may_both_be_true(one, two)
        return self.relation(one, two) is not None and self.may_both_be_true(one, two)

    def may_both_be_true(self, one: Reading, two: Reading) -> bool:
        """Whether two readings can be true of one thing; kept, as it is asked of all pairs."""
        key = (min(one.number, two.number), max(one.number, two.number))
        if key not in self._both_true:
            left, right = self.traits[one.number], self.traits[two.number]
            self._both_true[key] = may_both_be_true(left.measure, right.measure)
        return self._both_true[key]

    def apart(self, one: Reading, two: Reading) -> float:
        """How many times larger one value is than the other, as a logarithm."""
        return distance(self.traits[one.number].base, self.traits[two.number].base)

    def agreeing(self) -> Iterator[tuple[float, Reading, Reading]]:
        """Readings of one class and value, with how far apart the values are."""
        for row in self._of_quantity.values():
            for at, one in enumerate(row):
                for two in row[at + 1 :]:
                    apart = self.apart(one, two)
                    if apart > CLOSE:
                        break
                    relation = self.relation(one, two)
                    if relation is None or relation in UNSURE:
                        continue
                    nearest = 0.0 if relation is Relation.KIN else CLOSE
                    if apart <= nearest and self.may_both_be_true(one, two):
                        first, second = sorted((one, two), key=lambda r: r.number)
                        yield apart, first, second

    @cached_property
    def _of_quantity(self) -> Mapping[Quantity, Sequence[Reading]]:
        """All readings of a quantity by their value."""
        found: defaultdict[Quantity, list[Reading]] = defaultdict(list)
        for reading in sorted(self.readings, key=lambda r: abs(self.traits[r.number].base)):
            found[self.traits[reading.number].quantity].append(reading)
        return found

    def rivalling(self) -> Iterator[Pair]:
        """Readings of two articles that may be about one thing and cannot both be true of it.

        What a preview announces or a quotation says is no rival; a rate and a total are only where
        one page seems to have left the rate out, what is asked and what is given only where they
        lie close. Two values that both pages give are two things.
        """
        told = {
            article: [r for r in row if not r.is_preview and not r.is_quoted]
            for article, row in self.rows.items()
        }
        for left, right in combinations(sorted(told), 2):
            for one, two in product(told[left], told[right]):
                relation = self.relation(one, two)
                farthest = FARTHEST if rate_of(one.name) == rate_of(two.name) else CLOSE
                if one.kind != two.kind and not are_miswritten(one.figure, two.figure):
                    farthest = CLOSE
                if relation is None or self.apart(one, two) > farthest:
                    continue
                if self._may_not_be(relation, one, two):
                    continue
                if self.may_both_be_true(one, two) or are_complements(one.figure, two.figure):
                    continue
                if self._is_sum(one, two) or self._is_sum(two, one):
                    continue
                is_two_things = self.is_agreed(one, right) and self.is_agreed(two, left)
                if not is_two_things and not self._is_told_rise(one, two):
                    yield Pair(one, two, relation)

    def _may_not_be(self, relation: Relation, one: Reading, two: Reading) -> bool:
        """Whether too little is known of two figures to set them against each other.

        A noun that nobody knows is no rate's, and how often or how long ago is not how long; a sum
        without a currency is in that of its page.
        """
        left, right = self.traits[one.number], self.traits[two.number]
        if Quantity.COUNT not in {left.quantity, right.quantity} and are_opposite(
            left.topics, right.topics
        ):
            return True
        if relation in LOOSE or left.quantity is Quantity.DURATION:
            return rate_of(one.name) != rate_of(two.name)
        if relation is not Relation.BARE_MONEY:
            return False
        bare, told = (one, two) if two.figure.unit else (two, one)
        units = {r.figure.unit for r in self._by_quantity[bare.article, Quantity.MONEY]}
        return bool(units) and told.figure.unit not in units

    def _is_sum(self, part: Reading, whole: Reading) -> bool:
        """Whether a reading and another of its sentence make up the rival.

        "98 passengers and 22 crew" are 120 people.
        """
        rest = self.traits[whole.number].base - self.traits[part.number].base
        return rest > 0 and any(
            r.statement is part.statement
            and r.number != part.number
            and self.traits[r.number].base == rest
            and tells_of_people(self.traits[r.number].noun)
            and tells_of_people(self.traits[part.number].noun)
            and abs(r.figure.start - part.figure.start) <= _BESIDE
            for r in self.rows[part.article]
        )

    def _is_told_rise(self, one: Reading, two: Reading) -> bool:
        """Whether the page of the greater toll gives the lesser as what had been counted before.

        "The number of victims rises to 16; on Sunday 14 had been counted" is no dispute.
        """
        low, high = sorted((one, two), key=lambda r: self.traits[r.number].base)
        was = self.traits[low.number]
        return was.noun in TOLLS and any(
            r.number != high.number
            and self.traits[r.number].base == was.base
            and not self.traits[r.number].is_part
            and self.traits[r.number].noun == was.noun
            for r in self._by_quantity[high.article, was.quantity]
        )

    def is_agreed(self, reading: Reading, article: str) -> bool:
        """Whether another article gives a reading's value as well."""
        key = (reading.number, article)
        if key not in self._agreed:
            quantity = self.traits[reading.number].quantity
            row = self._by_quantity[article, quantity]
            self._agreed[key] = any(self.agree(reading, r) for r in row)
        return self._agreed[key]


def _features_of(words: Iterable[str]) -> frozenset[str]:
    """Notions, cognates and whole words (marked "w") among the words beside a figure."""
    told = [w for w in words if w not in ALL_FUNCTION_WORDS and not w.isdigit()]
    keys = (gist_key(word) for word in told)
    return frozenset((*(k for k in keys if k), *(f"w{w}" for w in told if len(w) >= _LONG_WORD)))


def _kind_weight(feature: str) -> float:
    return {"=": _NOTION, "~": _COGNATE}.get(feature[0], _WORD)
