"""Which sentences tell of something else than the event: earlier meetings, other people, history.

Invariant: a sentence that gives the event's own day is never background; what is background is
shown apart and never set against what other sources say of the event.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from briefing.briefs.material import Material, Statement
from briefing.briefs.values import figure_class
from briefing.lexicon.looking import has_past_perfect, is_recalling, looks_ahead
from briefing.model import BlockKind, DateMention, Label

_DAY = 10
_MONTH = 7
_PARTIAL_DAY = len("--03-10")
_SINCE_REACH = 12
_SINCE = re.compile(r"(?:\b(?:since|depuis|desde|seit|sinds|dal|dallo)|منذ)\b", re.IGNORECASE)


def event_day(material: Material) -> str | None:
    """The day, month or year of the event, where it is known."""
    return material.event.date.value if material.event.date else None


def is_event_date(value: str, day: str | None) -> bool:
    """Whether an ISO date can be the event's: equal, or one a part of the other."""
    return day is not None and (value.startswith(day) or day.startswith(value))


def is_before(value: str, day: str | None) -> bool:
    """Whether an ISO date lies wholly before the event's."""
    shared = min(len(value), len(day or ""))
    return shared > 0 and day is not None and value[:shared] < day[:shared]


def find_background(material: Material) -> frozenset[tuple[str, int]]:
    """The statements (article, start) that report background."""
    common = _shared_figures(material.statements)
    found: set[tuple[str, int]] = set()
    previous: Statement | None = None
    for statement in material.statements:
        follows = (
            previous is not None
            and (previous.article, previous.start) in found
            and (previous.article, previous.block) == (statement.article, statement.block)
        )
        if _is_background(statement, material, common, follows=follows):
            found.add((statement.article, statement.start))
        previous = statement
    return frozenset(found)


def _shared_figures(statements: Iterable[Statement]) -> frozenset[tuple[str, float]]:
    carriers: Counter[tuple[str, float]] = Counter()
    seen: set[tuple[str, str, float]] = set()
    for statement in statements:
        for figure in statement.figures:
            name = figure_class(figure)
            if name and (statement.article, name, figure.value) not in seen:
                seen.add((statement.article, name, figure.value))
                carriers[name, figure.value] += 1
    return frozenset(key for key, number in carriers.items() if number > 1)


def _is_background(
    statement: Statement,
    material: Material,
    common: frozenset[tuple[str, float]],
    *,
    follows: bool,
) -> bool:
    day = event_day(material)
    dates = dates_of(statement, day)
    if statement.kind is BlockKind.HEADLINE or statement.position == 0:
        return False
    if any(is_event_date(v, day) and len(v) >= _DAY for v in dates):
        return False
    if any((figure_class(f) or "", f.value) in common for f in statement.figures):
        return False
    has_participant = bool(statement.entities & material.participants)
    since = {d.value for d in statement.dates if _is_since(d, statement)}
    is_old = any(is_before(v, day) and len(v) >= _MONTH and v not in since for v in dates) or any(
        d.partial and d.partial.startswith("P-") for d in statement.dates if d.value is None
    )
    recalls = is_recalling(statement.text)
    if has_participant:
        return (is_old or recalls) and has_past_perfect(statement.text)
    if is_old or recalls or (day is None and _tells_of_another_day(statement, material)):
        return True
    is_ahead = looks_ahead(statement.text, statement.language)
    return follows and not is_ahead and not _names_event(statement, material)


def _is_since(mention: DateMention, statement: Statement) -> bool:
    """Whether a date begins a time that goes on until the event: "since January"."""
    at = statement.text.find(mention.text)
    return at > 0 and _SINCE.search(statement.text, max(0, at - _SINCE_REACH), at) is not None


def _tells_of_another_day(statement: Statement, material: Material) -> bool:
    """Whether a later sentence on an undated event gives a day, or a date with other people."""
    if statement.position <= 1:
        return False
    people = {e for e in statement.entities if material.entities[e].kind is Label.PER}
    has_day = any(
        len(d.value or "") >= _DAY or len(d.partial or "") >= _PARTIAL_DAY for d in statement.dates
    )
    has_date = any(d.value or (d.partial or "").startswith(("--", "P-")) for d in statement.dates)
    return has_day or (has_date and bool(people))


def dates_of(statement: Statement, day: str | None) -> tuple[str, ...]:
    """The ISO dates a sentence gives; what it leaves open is completed from the event's day."""
    values = (d.value or complete_date(d, statement, day) for d in statement.dates)
    return tuple(value for value in values if value)


def complete_date(mention: DateMention, statement: Statement, day: str | None) -> str | None:
    """A weekday of the event's own name, or a day or month read as the last before the event."""
    partial = mention.partial
    if not partial or not day:
        return None
    if partial.startswith("W") and len(day) == _DAY:
        return day if partial == f"W{date.fromisoformat(day).isoweekday()}" else None
    if not partial.startswith("--"):
        return None
    value = day[:4] + partial[1:]
    if is_event_date(value, day):
        return value
    is_ahead = looks_ahead(statement.text, statement.language)
    if (value > day) == is_ahead:
        return value
    return f"{int(day[:4]) + (1 if is_ahead else -1):04d}{partial[1:]}"


def _names_event(statement: Statement, material: Material) -> bool:
    """Whether a sentence after a background one takes up the event again: its place or a person."""
    named = statement.entities & (material.participants | material.places)
    return bool(named)
