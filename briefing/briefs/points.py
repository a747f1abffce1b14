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
from briefing.briefs.comparing import Comparer, Feature, carried_by
from briefing.briefs.material import Material, Statement
from briefing.briefs.origins import count_origins
from briefing.model import Point

_MOST_POINTS = 12
_POINTS_OF_ONE = 6
_LEAD_DECAY = 0.22
_OTHER_LANGUAGE = 0.55
_FACT_BONUS = 1.6
_LEAST_GAIN = 0.18
_LEAD_REACH = 3
_SECOND_LEAST = 0.45
_LENGTH_FLOOR = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be shown, with those of other articles that say the same."""

    statement: Statement
    support: tuple[Statement, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        """The shown sentence first, then the others by article id."""
        return (self.statement, *self.support)


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
    material: Material, comparer: Comparer, excluded: frozenset[tuple[str, int]]
) -> list[Candidate]:
    """Sentences with their support; the preferred language leads, each sentence is used once."""
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
        support = _support(leader, open_, comparer, used)
        used |= {(s.article, s.start) for s in (leader, *support)}
        found.append(Candidate(leader, support))
    return found


def _support(
    leader: Statement, pool: Sequence[Statement], comparer: Comparer, used: set[tuple[str, int]]
) -> tuple[Statement, ...]:
    """The best sentence of each other article that may be cited for the leader."""
    best: dict[str, tuple[float, Statement]] = {}
    for other in pool:
        if other.article == leader.article or (other.article, other.start) in used:
            continue
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
    statements = [s for c in candidates for s in c.members]
    carriers = carried_by(comparer, statements, origins)
    limit = _POINTS_OF_ONE if len(material.documents) == 1 else _MOST_POINTS
    left, covered = list(candidates), set[Feature]()
    chosen: list[Candidate] = []
    first_gain = 0.0
    while left and len(chosen) < limit:
        gains = [(_gain(c, material, comparer, carriers, covered), c) for c in left]
        gain, best = max(gains, key=lambda g: (g[0], -g[1].statement.position))
        first_gain = first_gain or gain
        if gain <= 0 or gain < _LEAST_GAIN * first_gain:
            break
        chosen.append(best)
        left.remove(best)
        covered |= comparer.of(best.statement)
    return chosen


def _gain(
    candidate: Candidate,
    material: Material,
    comparer: Comparer,
    carriers: Mapping[Feature, int],
    covered: set[Feature],
) -> float:
    """What a sentence adds, per square root of its length: short ones need less to be worth it."""
    statement = candidate.statement
    news = comparer.of(statement) - covered
    worth = sum(
        comparer.weights[f] * carriers.get(f, 1) * (_FACT_BONUS if _is_fact(f, material) else 1.0)
        for f in sorted(news)
    )
    lead = 1.0 / (1.0 + _LEAD_DECAY * statement.position)
    language = 1.0 if statement.language == material.preferred else _OTHER_LANGUAGE
    return worth * lead * language / math.sqrt(len(statement.words) + _LENGTH_FLOOR)


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
    leads = [c for c in chosen if c.statement.position < _LEAD_REACH] or list(chosen[:1])
    ranked = sorted(leads, key=lambda c: (-_summing_up(c, material), leads.index(c)))
    best = ranked[:1]
    if len(ranked) > 1:
        second = _summing_up(ranked[1], material)
        if (
            second >= _SECOND_LEAST * _summing_up(ranked[0], material)
            and len(ranked[1].members) > 1
        ):
            best = ranked[:2]
    return sorted(best, key=chosen.index)


def _summing_up(candidate: Candidate, material: Material) -> float:
    """How much of who, where and when one sentence holds, and how widely it is carried."""
    statement = candidate.statement
    day = event_day(material)
    score = 1.0 * min(len(statement.entities & material.participants), 2)
    score += 0.6 * bool(statement.entities & material.places)
    score += 0.8 * any(is_event_date(d.value, day) for d in statement.dates if d.value)
    score += 0.3 * bool(statement.figures)
    score += 0.5 * (len(candidate.members) > 1)
    score += 0.8 * (statement.language == material.preferred)
    return score / (1.0 + 0.15 * statement.position)
