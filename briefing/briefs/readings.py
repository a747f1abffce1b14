"""The figures of an event that may be set against each other, each with its context.

Invariant: a reading is a figure of one article's own report of the event itself: background,
previews, rates ("a year", "each") and what somebody only asks for or expects are no readings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.briefs.background import event_day
from briefing.briefs.material import Material, Statement
from briefing.briefs.values import figure_class
from briefing.lexicon.looking import says_per, states_position
from briefing.model import Document, Figure

_BEFORE = 60
_AFTER = 28
_DAY_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure in one article's report; `number` is its place among all readings."""

    number: int
    name: str
    figure: Figure
    statement: Statement

    @property
    def article(self) -> str:
        """The article that says so."""
        return self.statement.article


def is_preview(document: Document, material: Material) -> bool:
    """Whether a page was published before the day of the event."""
    day, published = event_day(material), document.article.published
    if not day or not published:
        return False
    return published[:_DAY_LENGTH] < day and not published.startswith(day)


def take_readings(material: Material, background: frozenset[tuple[str, int]]) -> list[Reading]:
    """All readings in the order of article id and place."""
    texts = {
        d.article.id: d.article.text for d in material.documents if not is_preview(d, material)
    }
    found: list[Reading] = []
    for statement in material.statements:
        text = texts.get(statement.article)
        if text is None or (statement.article, statement.start) in background:
            continue
        for figure, name in _comparable(statement, text):
            found.append(Reading(len(found), name, figure, statement))
    return found


def _comparable(statement: Statement, text: str) -> Iterable[tuple[Figure, str]]:
    for figure in statement.figures:
        name = figure_class(figure)
        before = text[max(statement.start, figure.start - _BEFORE) : figure.start]
        after = text[figure.end : min(statement.end, figure.end + _AFTER)]
        if name is None or states_position(before) or says_per(after) or says_per(before[-12:]):
            continue
        yield figure, name
