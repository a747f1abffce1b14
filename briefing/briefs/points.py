"""The key points: the fewest sentences that say most of what the sources agree on.

Invariant: a point's text is the cited range of its first citation; the other citations say the
same; no sentence is cited by two points; headlines, headings and background are never points. The
bottom line is among them and comes first.
Selection is greedy over weighted features (Nenkova & Vanderwende 2005; Lin & Bilmes 2011): what
several independent origins carry weighs more, what is already said weighs nothing, leads come
first, because news say the most important thing first, and an origin that was heard waits for the
others.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.briefs.background import event_day, is_event_date
from briefing.briefs.bottom_line import choose_bottom_line, find_lead
from briefing.briefs.candidates import Candidate, gather_candidates, make_point
from briefing.briefs.comparing import Comparer, Feature, is_common, measure_prominence
from briefing.briefs.leads import find_anchors, find_announcements, leans
from briefing.briefs.material import Material, Statement
from briefing.model import BlockKind

__all__ = [
    "Candidate",
    "choose_bottom_line",
    "find_topic",
    "gather_candidates",
    "make_point",
    "select_points",
]

_MOST_POINTS = 12
_POINTS_OF_ONE = 8
_POINTS_OF_MORE = 8
_LEAD_DECAY = 3.0
_HEARD = 0.3
_OTHER_LANGUAGE = 0.5
_OTHER_LEAD = 0.25
_FACT_BONUS = 2.0
_REPETITION = 0.6
_TRANSLATION = 2.0
_TRANSLATED = 0.3
_LENGTH_FLOOR = 8
_LENGTH_POWER = 0.8
_TOPIC_REACH = 2
_OFF_TOPIC = 0.35
_QUOTED = 1.0
_LONG_QUOTE = 6
_BEFOREHAND = 0.35
_LEANING = 0.8


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


def _measure(
    material: Material,
    comparer: Comparer,
    background: frozenset[tuple[str, int]],
    origins: Mapping[str, int],
) -> _Scale:
    anchors = find_anchors(material, background)
    return _Scale(
        material=material,
        comparer=comparer,
        prominence=measure_prominence(comparer, material.statements, origins),
        topic=find_topic(material, comparer, anchors),
        previews=find_announcements(material),
        anchors=anchors,
        quoted=_find_quoting(material),
    )


def select_points(
    candidates: Sequence[Candidate],
    material: Material,
    comparer: Comparer,
    background: frozenset[tuple[str, int]],
    origins: Mapping[str, int],
) -> list[Candidate]:
    """The chosen candidates, the most important first."""
    scale = _measure(material, comparer, background, origins)
    articles = len(material.documents)
    limit = min(_POINTS_OF_MORE + articles, _MOST_POINTS) if articles > 1 else _POINTS_OF_ONE
    left, covered = list(candidates), set[Feature]()
    chosen: list[Candidate] = []
    heard: Counter[int] = Counter()
    freshness = {c.statement.citation: 1.0 for c in left}
    worth = {c.statement.citation: _gain(c, scale, covered) for c in left}
    lead = find_lead(candidates, material, worth, scale.anchors)
    while left and len(chosen) < limit:
        gains = [
            (
                _gain(c, scale, covered)
                * freshness[c.statement.citation]
                * math.pow(_HEARD, _turns(c, material, scale.previews, origins, heard)),
                c,
            )
            for c in left
        ]
        gain, best = max(gains, key=lambda g: (g[0], -g[1].statement.position))
        if len(chosen) < len(lead):
            best = lead[len(chosen)]
        elif gain <= 0:
            break
        chosen.append(best)
        left.remove(best)
        heard[origins[best.statement.article]] += 1
        covered |= comparer.of(best.statement)
        for other in left:
            freshness[other.statement.citation] *= _keep(best.statement, other.statement, comparer)
    return chosen


def _turns(
    candidate: Candidate,
    material: Material,
    previews: frozenset[str],
    origins: Mapping[str, int],
    heard: Mapping[int, int],
) -> int:
    """How often an origin was heard; a preview, and one in another language, waits for all."""
    statement = candidate.statement
    if statement.language == material.preferred and statement.article not in previews:
        return heard.get(origins[statement.article], 0)
    return max(heard.values(), default=0)


def _keep(shown: Statement, other: Statement, comparer: Comparer) -> float:
    """How much of a sentence is still news beside one that is shown, between 0 and 1."""
    alike = _REPETITION * comparer.likeness(shown, other)
    if shown.language != other.language:
        context = comparer.share(shown, other, with_figures=False)
        alike = max(alike, _TRANSLATION * context if context >= _TRANSLATED else 0.0)
    return max(0.0, 1.0 - alike)


def _gain(candidate: Candidate, scale: _Scale, covered: set[Feature]) -> float:
    """What a sentence adds for its length: short ones need less to be worth it."""
    statement, material, comparer = candidate.statement, scale.material, scale.comparer
    features = comparer.of(statement)
    # Words of another language are always new: what they say is told by names, figures, notions.
    is_own_language = statement.language == material.preferred
    worth = math.fsum(
        scale.prominence[f] * (_FACT_BONUS if _is_fact(f, material) else 1.0)
        for f in features - covered
        if is_own_language or is_common(f)
    )
    anchor = scale.anchors[statement.article]
    lead = 1.0 / (1.0 + _LEAD_DECAY * abs(statement.position - anchor))
    language = 1.0 if is_own_language else _OTHER_LANGUAGE
    if not is_own_language and covered and statement.position <= anchor:
        language *= _OTHER_LEAD
    total = comparer.weigh(features)
    topical = comparer.weigh(features & scale.topic) / total if total else 0.0
    length = math.pow(len(statement.words) + _LENGTH_FLOOR, _LENGTH_POWER)
    spoken = _QUOTED if (statement.article, statement.start) in scale.quoted else 1.0
    stage = _BEFOREHAND if statement.article in scale.previews else 1.0
    alone = _LEANING if leans(statement) else 1.0
    return worth * lead * language * stage * spoken * alone * (_OFF_TOPIC + topical) / length


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
