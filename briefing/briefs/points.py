"""The key points: the fewest sentences that say most of what the sources agree on.

Invariant: a point's text is the cited range of its first citation; the other citations say the
same; no sentence is cited by two points; headlines, headings and background are never points.
Selection is greedy over weighted features (Nenkova & Vanderwende 2005; Lin & Bilmes 2011): what
several independent origins carry weighs more, what is already said weighs nothing, and leads come
first, because news say the most important thing first.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.briefs.background import event_day, is_event_date
from briefing.briefs.comparing import Comparer, Feature, measure_prominence
from briefing.briefs.material import Material, Statement
from briefing.briefs.origins import count_origins
from briefing.briefs.readings import find_previews
from briefing.briefs.values import are_compatible, are_kin, figure_class
from briefing.model import Point

_MOST_POINTS = 12
_POINTS_OF_ONE = 6
_LEAD_DECAY = 0.12
_OTHER_LANGUAGE = 0.55
_FACT_BONUS = 2.0
_LEAST_GAIN = 0.02
_SECOND_LEAST = 0.45
_LENGTH_FLOOR = 8
_SUM_DECAY = 0.08
_TOPIC_REACH = 2
_LEAD_REACH = 2
_SIDE = 0.6
_OFF_TOPIC = 0.35
_BEFOREHAND = 0.35


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be shown, with those of other articles that say the same."""

    statement: Statement
    support: tuple[Statement, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        """The shown sentence first, then the others by article id."""
        return (self.statement, *self.support)


@dataclass(frozen=True, slots=True)
class _Scale:
    """What candidates are weighed by."""

    material: Material
    comparer: Comparer
    prominence: Mapping[Feature, float]
    topic: frozenset[Feature]
    previews: frozenset[str]


def make_point(members: Sequence[Statement], origins: Mapping[str, int]) -> Point:
    """The point that shows the first of some sentences and cites them all."""
    shown = members[0]
    return Point(
        text=shown.text,
        language=shown.language,
        citations=tuple(s.citation for s in members),
        origins=count_origins((s.article for s in members), origins),
    )


def gather_candidates(
    material: Material,
    comparer: Comparer,
    excluded: frozenset[tuple[str, int]],
    disputed: frozenset[tuple[str, int]] = frozenset(),
) -> list[Candidate]:
    """Sentences with their support; the preferred language leads, each sentence is used once.

    What a preview says supports a report only where both give one figure or one quotation; a
    sentence with disputed figures is supported only by one that takes its side in most of them.
    """
    previews = find_previews(material)
    usable = [s for s in material.statements if s.is_sentence]
    open_ = [s for s in usable if (s.article, s.start) not in excluded]
    ranked = sorted(
        open_, key=lambda s: (s.language != material.preferred, s.position, s.article, s.start)
    )
    used: set[tuple[str, int]] = set()
    found = []
    for leader in ranked:
        if (leader.article, leader.start) in used:
            continue
        pool = [
            other
            for other in open_
            if other.article != leader.article
            and (other.article, other.start) not in used
            and (
                (other.article in previews) == (leader.article in previews)
                or comparer.shares_proof(leader, other)
            )
            and _takes_side(leader, other, disputed)
        ]
        support = _support(leader, pool, comparer)
        used |= {(s.article, s.start) for s in (leader, *support)}
        found.append(Candidate(leader, support))
    return found


def _takes_side(leader: Statement, other: Statement, disputed: Sequence[DifferenceValue]) -> bool:
    """Whether a sentence gives the same values as another where sources disagree."""
    figures = [f for f in leader.figures if (leader.article, f.start) in disputed]
    same = [
        f
        for f in figures
        if any(
            are_kin(figure_class(f) or "", figure_class(g) or "") and are_compatible(f, g)
            for g in other.figures
        )
    ]
    return len(same) >= _SIDE * len(figures)


def _support(
    leader: Statement, pool: Sequence[Statement], comparer: Comparer
) -> tuple[Statement, ...]:
    """The best sentence of each other article that may be cited for the leader."""
    best: dict[str, tuple[float, Statement]] = {}
    for other in pool:
        if not comparer.says_the_same(leader, other):
            continue
        likeness = comparer.likeness(leader, other)
        if other.article not in best or likeness > best[other.article][0]:
            best[other.article] = (likeness, other)
    return tuple(best[article][1] for article in sorted(best))


def select_points(
    candidates: Sequence[Candidate],
    material: Material,
    comparer: Comparer,
    origins: Mapping[str, int],
) -> list[Candidate]:
    """The chosen candidates, the most important first."""
    prominence = measure_prominence(comparer, material.statements, origins)
    topic = find_topic(material, comparer)
    scale = _Scale(material, comparer, prominence, topic, find_previews(material))
    limit = _POINTS_OF_ONE if len(material.documents) == 1 else _MOST_POINTS
    left, covered = list(candidates), set[Feature]()
    chosen: list[Candidate] = []
    first_gain = 0.0
    while left and len(chosen) < limit:
        gains = [(_gain(c, scale, covered), c) for c in left]
        gain, best = max(gains, key=lambda g: (g[0], -g[1].statement.position))
        first_gain = first_gain or gain
        if gain <= 0 or gain < _LEAST_GAIN * first_gain:
            break
        chosen.append(best)
        left.remove(best)
        covered |= comparer.of(best.statement)
    return chosen


def _gain(candidate: Candidate, scale: _Scale, covered: set[Feature]) -> float:
    """What a sentence adds, per square root of its length: short ones need less to be worth it."""
    statement, material, comparer = candidate.statement, scale.material, scale.comparer
    features = comparer.of(statement)
    worth = math.fsum(
        scale.prominence[f] * (_FACT_BONUS if _is_fact(f, material) else 1.0)
        for f in features - covered
    )
    lead = 1.0 / (1.0 + _LEAD_DECAY * statement.position)
    language = 1.0 if statement.language == material.preferred else _OTHER_LANGUAGE
    total = comparer.weigh(features)
    topical = comparer.weigh(features & scale.topic) / total if total else 0.0
    length = math.sqrt(len(statement.words) + _LENGTH_FLOOR)
    stage = _BEFOREHAND if statement.article in scale.previews else 1.0
    return worth * lead * language * stage * (_OFF_TOPIC + topical) / length


def find_topic(material: Material, comparer: Comparer) -> frozenset[Feature]:
    """What headlines and leads speak of, and the event's own people and places."""
    leads = [s for s in material.statements if s.position < _TOPIC_REACH]
    topic = {f for s in leads for f in comparer.of(s)}
    return frozenset(topic | {("entity", e) for e in material.participants | material.places})


def _is_fact(feature: Feature, material: Material) -> bool:
    """Whether a feature is one of the event's own facts: who, where, when, how many."""
    kind, value = feature
    if kind == "entity":
        return value in material.participants or value in material.places
    if kind == "day":
        return is_event_date(value, event_day(material))
    return kind == "figure"


def choose_bottom_line(chosen: Sequence[Candidate], material: Material) -> list[Candidate]:
    """The one or two candidates that say by themselves what happened."""
    ranked = sorted(chosen, key=lambda c: (-_summing_up(c, material), chosen.index(c)))
    lead = _lead_of(ranked[:1], chosen)
    if lead is not None:
        return [lead, ranked[0]]
    best = ranked[:1]
    if len(ranked) > 1:
        second = _summing_up(ranked[1], material)
        if (
            second >= _SECOND_LEAST * _summing_up(ranked[0], material)
            and len(ranked[1].members) > 1
        ):
            best = ranked[:2]
    return sorted(best, key=chosen.index)


def _lead_of(best: Sequence[Candidate], chosen: Sequence[Candidate]) -> Candidate | None:
    """The opening sentence of the best candidate's article, if that follows close behind it."""
    for candidate in chosen if best else ():
        statement, other = candidate.statement, best[0].statement
        is_before = statement.article == other.article and statement.position == 0
        if is_before and 0 < other.position <= _LEAD_REACH:
            return candidate
    return None


def _summing_up(candidate: Candidate, material: Material) -> float:
    """How much of who, where and when one sentence holds, and how widely it is carried."""
    statement = candidate.statement
    day = event_day(material)
    score = 1.0 * min(len(statement.entities & material.participants), 2)
    score += 0.6 * bool(statement.entities & material.places)
    score += 0.8 * any(is_event_date(d.value, day) for d in statement.dates if d.value)
    score += 0.3 * bool(statement.figures)
    score += 0.5 * (len(candidate.members) > 1)
    score += 1.4 * (statement.language == material.preferred)
    return score / (1.0 + _SUM_DECAY * statement.position)
