"""Whether a sentence in one language bears out a sentence in another by the facts it gives.

Invariant: facts are figures and days that few sentences of the event give; a sentence is borne out
only if most of its facts stand in the other and none of them is contradicted there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.briefs.material import Material, Statement
from briefing.briefs.values import are_compatible, are_kin, figure_class
from briefing.lexicon.counted import is_human
from briefing.model import BlockKind, Figure

_MOST = 0.6
_LEAD = 0.15
_DISTINCT = 13
_SCARCE = 2
_DAY = 10
_SOME = 0.06
_DURATIONS = frozenset({"s", "min", "h", "d", "wk", "mo", "y"})
_NEAR = 1.25


@dataclass(frozen=True, slots=True)
class FactIndex:
    """How many sentences of each article give a figure's value, and the day of the event."""

    carriers: Mapping[tuple[str, float], int]
    day: str | None

    def bears_out(self, leader: Statement, other: Statement, shared: float) -> bool:
        """Whether `other` says what `leader` says; `shared` is what else they have in common.

        `shared` is the part of their context that two sentences share, between 0 and 1.
        """
        if len(leader.entities) > 1 and not leader.entities & other.entities:
            return False
        facts = [f for f in leader.figures if figure_class(f) or f.value >= _DISTINCT]
        days = self._days(leader)
        told = [f for f in facts if any(_agree(f, g) for g in other.figures)]
        kept = days & self._days(other)
        if facts or days:
            part = (len(told) + len(kept)) / (len(facts) + len(days))
            return part >= _MOST and (
                any(self._is_distinct(f, leader, other) for f in told)
                or len(told) + len(kept) > 1
                or shared >= (_SOME if any(f.unit not in _DURATIONS for f in told) else _LEAD)
            )
        is_old = any(d.value and d.value < (self.day or "")[: len(d.value)] for d in leader.dates)
        return leader.position == other.position == 0 and shared >= _LEAD and not is_old

    def _is_distinct(self, figure: Figure, leader: Statement, other: Statement) -> bool:
        """Whether a value alone tells what a sentence is about: few give it, and few things do."""
        is_scarce = all(
            self.carriers.get((s.article, figure.value), 0) <= _SCARCE for s in (leader, other)
        )
        return is_scarce and (figure.value >= _DISTINCT or figure.value % 1 > 0)

    def _days(self, statement: Statement) -> frozenset[str]:
        """The days of a sentence, and months and years to come, that are not the event's own."""
        day = self.day or ""
        return frozenset(
            d.value
            for d in statement.dates
            if d.value
            and d.time is None
            and not (d.partial or "").startswith("P")
            and not day.startswith(d.value)
            and (len(d.value) == _DAY or d.value > day)
        )


def index_facts(material: Material) -> FactIndex:
    """The index of an event."""
    carriers = Counter(
        (s.article, value)
        for s in material.statements
        if s.kind is not BlockKind.HEADLINE
        for value in sorted({f.value for f in s.figures})
    )
    return FactIndex(carriers, material.event.date.value if material.event.date else None)


def _agree(one: Figure, two: Figure) -> bool:
    """Whether two figures give one value of kindred things, people in any state among them."""
    low, high = sorted((abs(one.value), abs(two.value)))
    if not are_compatible(one, two) or high > _NEAR * low:
        return False
    left, right = figure_class(one) or "", figure_class(two) or ""
    if are_kin(left, right):
        return True
    if one.unit or two.unit or one.value != two.value:
        return False
    are_people = all(_counts_people(name) for name in (left, right))
    return are_people or ("~" in left and "~" in right and one.value >= _DISTINCT)


def _counts_people(name: str) -> bool:
    bare = name.removeprefix("count ")
    return is_human(bare) or bare in {"dead", "injured", "missing", "arrested"}
