"""Which sentence of an article says by itself what happened.

Invariant: the score of a sentence depends on the event's own facts that it holds (who, where, when,
how many) and on where it stands; it knows no topic and no source.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefing.briefs.background import dates_of, event_day, is_event_date
from briefing.briefs.material import Material, Statement

_DECAY = 0.08
_PARTICIPANT = 1.0
_MOST_PARTICIPANTS = 2
_PLACE = 0.6
_DAY = 0.8
_FIGURE = 0.3
_FEWEST_FACTS = 2


def facts_of(statement: Statement, material: Material) -> frozenset[str]:
    """The event's own participants, places and day that a sentence names."""
    named = statement.entities & (material.participants | material.places)
    day = event_day(material)
    is_dated = any(is_event_date(value, day) for value in dates_of(statement, day))
    return named | {"day"} if is_dated else named


def sum_up(statement: Statement, material: Material) -> float:
    """How much of who, where and when one sentence holds; later sentences count for less."""
    facts = facts_of(statement, material)
    people = min(len(facts & material.participants), _MOST_PARTICIPANTS)
    score = _PARTICIPANT * people + _PLACE * bool(facts & material.places)
    score += _DAY * ("day" in facts) + _FIGURE * bool(statement.figures)
    return score / (1.0 + _DECAY * statement.position)


def find_anchors(material: Material) -> Mapping[str, int]:
    """For each article the position where it tells of the event: news begins there, not above.

    The lead, unless it names next to nothing of the event and a later sentence names enough.
    """
    anchors: dict[str, int] = {}
    for document in material.documents:
        own = [s for s in material.statements if s.article == document.article.id and s.is_sentence]
        told = [s for s in own if len(facts_of(s, material)) >= _FEWEST_FACTS]
        best = max(told, key=lambda s: (sum_up(s, material), -s.position), default=None)
        has_lead = any(s.position < _FEWEST_FACTS for s in told)
        anchors[document.article.id] = 0 if best is None or has_lead else best.position
    return anchors
