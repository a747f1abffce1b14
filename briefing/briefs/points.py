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
from briefing.briefs.leads import facts_of, find_anchors, sum_up
from briefing.briefs.material import Material, Statement
from briefing.briefs.origins import count_origins
from briefing.briefs.readings import find_previews
from briefing.briefs.values import are_compatible, are_kin, figure_class
from briefing.model import BlockKind, Point

_MOST_POINTS = 12
_POINTS_OF_ONE = 7
_POINTS_OF_MORE = 8
_LEAD_DECAY = 0.12
_OTHER_LANGUAGE = 0.55
_FACT_BONUS = 2.0
_LEAST_GAIN = 0.001
_REPETITION = 1.2
_LENGTH_FLOOR = 8
_TOPIC_REACH = 2
_LEAD_REACH = 3
_SECOND_REACH = 3
_FEWEST_NEW = 2
_SIDE = 0.6
_OFF_TOPIC = 0.35
_QUOTED = 1.2
_LONG_QUOTE = 6
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
    anchors: Mapping[str, int]
    quoted: frozenset[tuple[str, int]]


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


def _takes_side(leader: Statement, other: Statement, disputed: frozenset[tuple[str, int]]) -> bool:
    """Whether a sentence gives the same values as another where sources disagree."""
    figures = [f for f in leader.figures if (leader.article, f.start) in disputed]
    if not figures:
        return True
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
    anchors = find_anchors(material)
    topic = find_topic(material, comparer, anchors)
    previews = find_previews(material)
    scale = _Scale(
        material, comparer, prominence, topic, previews, anchors, _find_quoting(material)
    )
    articles = len(material.documents)
    limit = min(_POINTS_OF_MORE + articles, _MOST_POINTS) if articles > 1 else _POINTS_OF_ONE
    left, covered = list(candidates), set[Feature]()
    chosen: list[Candidate] = []
    first_gain = 0.0
    freshness = {c.statement.citation: 1.0 for c in left}
    while left and len(chosen) < limit:
        gains = [(_gain(c, scale, covered) * freshness[c.statement.citation], c) for c in left]
        gain, best = max(gains, key=lambda g: (g[0], -g[1].statement.position))
        first_gain = first_gain or gain
        if gain <= 0 or gain < _LEAST_GAIN * first_gain:
            break
        chosen.append(best)
        left.remove(best)
        covered |= comparer.of(best.statement)
        for other in left:
            alike = comparer.likeness(best.statement, other.statement)
            freshness[other.statement.citation] *= max(0.0, 1.0 - _REPETITION * alike)
    return chosen


def _gain(candidate: Candidate, scale: _Scale, covered: set[Feature]) -> float:
    """What a sentence adds, per square root of its length: short ones need less to be worth it."""
    statement, material, comparer = candidate.statement, scale.material, scale.comparer
    features = comparer.of(statement)
    worth = math.fsum(
        scale.prominence[f] * (_FACT_BONUS if _is_fact(f, material) else 1.0)
        for f in features - covered
    )
    anchor = scale.anchors[statement.article]
    lead = 1.0 / (1.0 + _LEAD_DECAY * abs(statement.position - anchor))
    language = 1.0 if statement.language == material.preferred else _OTHER_LANGUAGE
    total = comparer.weigh(features)
    topical = comparer.weigh(features & scale.topic) / total if total else 0.0
    length = math.sqrt(len(statement.words) + _LENGTH_FLOOR)
    spoken = _QUOTED if (statement.article, statement.start) in scale.quoted else 1.0
    stage = _BEFOREHAND if statement.article in scale.previews else 1.0
    return worth * lead * language * stage * spoken * (_OFF_TOPIC + topical) / length


def _find_quoting(material: Material) -> frozenset[tuple[str, int]]:
    """The statements that quote somebody at length."""
    quotes = {
        d.article.id: [q.start for q in d.quotes if len(q.text.split()) >= _LONG_QUOTE]
        for d in material.documents
    }
    return frozenset(
        (s.article, s.start)
        for s in material.statements
        if any(s.start <= start < s.end for start in quotes[s.article])
    )


def find_topic(
    material: Material, comparer: Comparer, anchors: Mapping[str, int]
) -> frozenset[Feature]:
    """What headlines and leads speak of, and the event's own people and places."""
    leads = [
        s
        for s in material.statements
        if s.kind is BlockKind.HEADLINE or 0 <= s.position - anchors[s.article] < _TOPIC_REACH
    ]
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


def choose_bottom_line(
    chosen: Sequence[Candidate], candidates: Sequence[Candidate], material: Material
) -> list[Candidate]:
    """The one or two sentences that say by themselves what happened; the best is a chosen one.

    In the preferred language where it has any; a second sentence must tell more of who, where or
    when, or be the opening that the best one leans on.
    """
    pool = [c for c in chosen if c.statement.language == material.preferred] or list(chosen)
    ranked = sorted(pool, key=lambda c: -_weigh_lead(c, material))
    if not ranked:
        return []
    best = ranked[0]
    previews = find_previews(material)
    others = [
        c
        for c in candidates
        if c.statement.language == best.statement.language and c.statement.article not in previews
    ]
    opening = [c for c in others if _opens(c.statement, best.statement)]
    if opening:
        return [opening[0], best]
    told = facts_of(best.statement, material)
    seconds = [
        c
        for c in sorted(others, key=lambda c: -_weigh_lead(c, material))
        if c is not best
        and c.statement.position <= _SECOND_REACH
        and len(facts_of(c.statement, material) - told)
        >= (1 if _follows(c.statement, best.statement) else _FEWEST_NEW)
    ]
    return [best, *seconds[:1]]


def _follows(statement: Statement, other: Statement) -> bool:
    """Whether a sentence stands right after another."""
    return statement.article == other.article and statement.position == other.position + 1


def _opens(statement: Statement, other: Statement) -> bool:
    """Whether a sentence is the lead of the other's article, close before it."""
    is_before = statement.article == other.article and statement.position == 0
    return is_before and 0 < other.position <= _LEAD_REACH


def _weigh_lead(candidate: Candidate, material: Material) -> float:
    return sum_up(candidate.statement, material, is_carried=len(candidate.members) > 1)
