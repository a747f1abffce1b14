"""Which sentence of an article says by itself what happened.

Invariant: the score of a sentence depends on the event's own facts that it holds (who, where, when,
how many) and on where it stands; it knows no topic and no source.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from briefing.briefs.background import dates_of, event_day, is_event_date
from briefing.briefs.material import Material, Statement

_DECAY = 0.2
_DAY_LENGTH = 10
_PARTICIPANT = 1.0
_MOST_PARTICIPANTS = 2
_PLACE = 0.6
_DAY = 0.8
_FIGURE = 0.3
_CARRIED = 0.6
_FEWEST_FACTS = 2


def facts_of(statement: Statement, material: Material) -> frozenset[str]:
    """The event's own participants, places and day that a sentence names."""
    named = statement.entities & (material.participants | material.places)
    day = event_day(material)
    is_dated = any(_is_near(value, day) for value in dates_of(statement, day))
    return named | {"day"} if is_dated else named


def _is_near(value: str, day: str | None) -> bool:
    """Whether a date can be the event's, or is a day off: sources may differ."""
    if day is None or is_event_date(value, day):
        return day is not None
    if len(value) < _DAY_LENGTH or len(day) < _DAY_LENGTH:
        return False
    return abs((date.fromisoformat(value) - date.fromisoformat(day)).days) == 1


def sum_up(statement: Statement, material: Material, *, is_carried: bool = False) -> float:
    """How much of who, where and when one sentence holds; later sentences count for less.

    That other articles carry the same counts as much as naming a place.
    """
    facts = facts_of(statement, material)
    people = min(len(facts & material.participants), _MOST_PARTICIPANTS)
    score = _PARTICIPANT * people + _PLACE * bool(facts & material.places)
    score += _DAY * ("day" in facts) + _FIGURE * bool(statement.figures)
    score += _CARRIED * is_carried
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
