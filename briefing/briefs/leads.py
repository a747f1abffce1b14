"""Which sentence of an article says by itself what happened.

Invariant: the score of a sentence depends on the event's own facts that it holds (who, where, when,
how many) and on where it stands; it knows no topic and no source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from briefing.briefs.background import dates_of, event_day, is_event_date
from briefing.briefs.material import Material, Statement
from briefing.briefs.readings import find_previews
from briefing.lexicon.anaphora import leans_back
from briefing.lexicon.looking import looks_ahead
from briefing.model import BlockKind

_DECAY = 0.2
_DAY_LENGTH = 10
_PARTICIPANT = 1.0
_MOST_PARTICIPANTS = 2
_PLACE = 0.6
_DAY = 0.8
_FIGURE = 0.3
_CARRIED = 0.6
_FEWEST_FACTS = 2
_OPENING = 2


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


def leans(statement: Statement) -> bool:
    """Whether a sentence opens with a word that means something said before it."""
    return leans_back(statement.text, statement.language)


def sum_up(
    statement: Statement,
    material: Material,
    *,
    distance: int | None = None,
    is_carried: bool = False,
) -> float:
    """How much of who, where and when one sentence holds; later sentences count for less.

    That other articles carry the same counts as much as naming a place. `distance` is how far
    below its article's lead it stands.
    """
    facts = facts_of(statement, material)
    people = min(len(facts & material.participants), _MOST_PARTICIPANTS)
    score = _PARTICIPANT * people + _PLACE * bool(facts & material.places)
    score += _DAY * ("day" in facts) + _FIGURE * bool(statement.figures)
    score += _CARRIED * is_carried
    return score / (1.0 + _DECAY * (statement.position if distance is None else distance))


def find_anchors(material: Material, background: frozenset[tuple[str, int]]) -> Mapping[str, int]:
    """For each article the position where it tells of the event: news begins there, not above.

    The first sentence that is no background; where no dateline opens the page and the opening takes
    up neither the headline nor the event, a later sentence that names enough of it.
    """
    headlines = {s.article: s for s in material.statements if s.kind is BlockKind.HEADLINE}
    anchors: dict[str, int] = {}
    for document in material.documents:
        article = document.article.id
        own = [
            s
            for s in material.statements
            if s.article == article and s.is_sentence and (article, s.start) not in background
        ]
        first = min((s.position for s in own), default=0)
        told = [s for s in own if len(facts_of(s, material)) >= _FEWEST_FACTS]
        best = max(told, key=lambda s: (sum_up(s, material), -s.position), default=None)
        opening = [s for s in own if s.position < first + _OPENING]
        has_lead = (
            any(s in told for s in opening)
            or _takes_up(opening, headlines.get(article))
            or any(b.kind is BlockKind.DATELINE for b in document.article.blocks)
        )
        anchors[article] = first if best is None or has_lead else best.position
    return anchors


def find_announcements(material: Material) -> frozenset[str]:
    """The previews that say so: they name the event's day, or open with what is to come.

    Other pages of before the day report an earlier stage of what goes on for days.
    """
    previews = find_previews(material)
    day = event_day(material)
    return frozenset(
        s.article
        for s in material.statements
        if s.article in previews
        and (
            (s.position < _OPENING and looks_ahead(s.text, s.language))
            or any(len(v) == _DAY_LENGTH and v == day for v in dates_of(s, day))
        )
    )


def _takes_up(opening: Iterable[Statement], headline: Statement | None) -> bool:
    """Whether one of the first sentences speaks of what the headline says."""
    if headline is None:
        return False
    said = headline.entities | headline.keys | headline.words
    return any(len(said & (s.entities | s.keys | s.words)) >= _FEWEST_FACTS for s in opening)
