"""Which sentences tell of something else than the event: earlier meetings, other people, history.

Invariant: a sentence that gives the event's own day is never background; what is background is
shown apart and never set against what other sources say of the event.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from briefing.briefs.material import Material, Statement
from briefing.briefs.straying import find_straying
from briefing.briefs.values import figure_class
from briefing.lexicon.anaphora import leans_back
from briefing.lexicon.discourse import turns_to_another
from briefing.lexicon.folding import fold
from briefing.lexicon.looking import has_past_perfect, is_recalling, looks_ahead
from briefing.model import BlockKind, DateMention, Label

_DAY = 10
_MONTH = 7
_PARTIAL_DAY = len("--03-10")
_OPENING = 110
_LATEST_LEAD = 3
_YEAR_REACH = 3
_EVE = 2
_ASIDE = re.compile(
    r",\s(?:who|which|whom|qui|que|dont|où|che|cui|der|die|das|quien(?:es)?|donde|wie|dat)\s[^,]{1,160},"
)
_BACK_THEN = re.compile(
    r"\b(?:back then|at the time|alors|à l['’]époque|entonces|damals|seinerzeit|allora"
    r"|all['’]epoca|então|na altura|à época|destijds|toen)\b|حينها|آنذاك|وقتها",
    re.IGNORECASE,
)
_SINCE_REACH = 40
_CLAUSE = re.compile(r"[,;:()«»“”]")
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
    turned, leads = _turned(material), _openings(material)
    common = _shared_figures(material.statements, turned)
    telling = _find_telling(material, turned, common, leads)
    return telling | find_straying(
        material, telling, lambda s: s in leads or _is_own(s, material, common)
    )


def _find_telling(
    material: Material,
    turned: frozenset[tuple[str, int]],
    common: frozenset[tuple[str, float]],
    leads: Sequence[Statement],
) -> frozenset[tuple[str, int]]:
    """The statements that say by themselves that they are background, or go on with it."""
    told = _told_days(material)
    found: set[tuple[str, int]] = set()
    previous: Statement | None = None
    left: tuple[str, int] | None = None
    for statement in material.statements:
        home = statement.article, statement.block
        if turns_to_another(fold(statement.text[:_OPENING])):
            left = home
        elif left != home or (statement.article, statement.start) not in turned:
            left = None
        follows = (
            previous is not None
            and (previous.article, previous.start) in found
            and (previous.article, previous.block) == (statement.article, statement.block)
        )
        had = has_past_perfect(_main(statement))
        if statement in leads and not is_recalling(statement.text) and not had:
            previous = statement
            continue
        if (
            _recalls_first(statement, material, told)
            or _leaves(statement, material, has_left=left is not None, follows=follows)
            or _is_background(statement, material, common, follows=follows)
            or (
                follows
                and (statement.article, statement.start) in turned
                and (had or leans_back(statement.text, statement.language))
            )
        ):
            found.add((statement.article, statement.start))
        previous = statement
    return frozenset(found)


def _is_own(statement: Statement, material: Material, common: frozenset[tuple[str, float]]) -> bool:
    """Whether a sentence gives the event's own day, or a figure that others give for it."""
    day = event_day(material)
    dates = dates_of(statement, day)
    return any(is_event_date(v, day) and len(v) >= _DAY for v in dates) or any(
        (figure_class(f) or "", f.value) in common for f in statement.figures
    )


def _openings(material: Material) -> list[Statement]:
    """The first sentence of running text below a standfirst: it tells the news once more.

    The standfirst itself is never background, and the days of a lead are those of its page, which
    may not be the day that most reports give the event.
    """
    found: dict[str, Statement] = {}
    for statement in material.statements:
        if statement.kind is BlockKind.BODY and statement.is_sentence:
            found.setdefault(statement.article, statement)
    return [s for s in found.values() if 0 < s.position <= _LATEST_LEAD]


def _turned(material: Material) -> frozenset[tuple[str, int]]:
    """The statements that their page alone shows to have turned to an older or another event."""
    marked = {
        d.article.id: [(s.start, s.end) for s in d.sentences if s.is_background]
        for d in material.documents
    }
    return frozenset(
        (s.article, s.start)
        for s in material.statements
        if any(start <= s.start < end for start, end in marked[s.article])
    )


def _told_days(material: Material) -> frozenset[str]:
    """The articles of which a sentence below the lead gives the day of the event."""
    day = event_day(material)
    return frozenset(
        s.article
        for s in material.statements
        if s.position > 0
        and any(len(v) >= _DAY and is_event_date(v, day) for v in dates_of(s, day))
    )


def _recalls_first(statement: Statement, material: Material, told: frozenset[str]) -> bool:
    """Whether an article opens with an older occurrence before it comes to its own."""
    if statement.position > 0 or statement.kind is not BlockKind.BODY:
        return False
    day = event_day(material)
    values = [d.value for d in statement.dates if d.value and not _is_since(d, statement)]
    return (
        statement.article in told
        and bool(values)
        and all(is_before(v, day) and len(v) >= _MONTH for v in values)
        and all(_is_months_before(v, day) for v in values)
    )


def _is_months_before(value: str, day: str | None) -> bool:
    return day is not None and value[:_MONTH] < day[:_MONTH]


def _leaves(statement: Statement, material: Material, *, has_left: bool, follows: bool) -> bool:
    """Whether a sentence turns to another occasion, or goes on where one before it has turned.

    What names somebody who took part in the event is on another occasion only if it says so.
    """
    if statement.kind is BlockKind.HEADLINE or statement.position == 0:
        return False
    day = event_day(material)
    if has_left:
        values = dates_of(statement, day)
        return not any(len(v) >= _DAY and is_event_date(v, day) for v in values)
    others = statement.entities - material.participants - material.places
    is_person = any(material.entities[e].kind is Label.PER for e in others)
    has_own = bool(statement.entities & material.participants)
    return follows and is_person and not has_own and not statement.figures


def _shared_figures(
    statements: Iterable[Statement], turned: frozenset[tuple[str, int]]
) -> frozenset[tuple[str, float]]:
    """What two sentences give, one of them at least in the report of the event itself."""
    carriers: Counter[tuple[str, float]] = Counter()
    own: set[tuple[str, float]] = set()
    seen: set[tuple[str, str, float]] = set()
    for statement in statements:
        for figure in statement.figures:
            name = figure_class(figure)
            if name and (statement.article, statement.start) not in turned:
                own.add((name, figure.value))
            if name and (statement.article, name, figure.value) not in seen:
                seen.add((statement.article, name, figure.value))
                carriers[name, figure.value] += 1
    return frozenset(key for key, number in carriers.items() if number > 1 and key in own)


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
    if _is_own(statement, material, common):
        return False
    text = _main(statement)
    dates = tuple(v for d, v in _dated(statement, day) if d.text in text)
    has_participant = bool(statement.entities & material.participants)
    since = {v for d, v in _dated(statement, day) if _is_since(d, statement)}
    is_old = any(
        is_before(v, day) and len(v) >= _MONTH and v not in since and not _is_eve(v, day, text)
        for v in dates
    ) or any(d.partial and d.partial.startswith("P-") for d in statement.dates if d.value is None)
    # "In the past year" is a span up to the event, no year before it.
    spans = {v for d, v in _dated(statement, day) if (d.partial or "").startswith("P")}
    years = [v for v in dates if len(v) < _MONTH and is_before(v, day) and v not in spans]
    is_old = is_old or (bool(years) and len(years) == len(dates) and _tells_of_a_year(text, years))
    recalls = is_recalling(text) or (follows and _BACK_THEN.search(text) is not None)
    if has_participant:
        return (is_old or recalls) and has_past_perfect(text)
    if is_old or recalls or (day is None and _tells_of_another_day(statement, material)):
        return True
    is_ahead = looks_ahead(statement.text, statement.language)
    return follows and not is_ahead and not _names_event(statement, material)


def _is_eve(value: str, day: str | None, text: str) -> bool:
    """Whether a day lies so near before the event's that what is told of it belongs to it."""
    if day is None or len(value) < _DAY or len(day) < _DAY or has_past_perfect(text):
        return False
    return (date.fromisoformat(day) - date.fromisoformat(value)).days <= _EVE


def _main(statement: Statement) -> str:
    """A sentence without the relative clauses set off in it: "both, who had met in May, sign"."""
    return _ASIDE.sub(",", statement.text)


def _tells_of_a_year(text: str, years: Sequence[str]) -> bool:
    """Whether a sentence is about an earlier year: it opens with it, or tells what had been."""
    opening = " ".join(text.split()[:_YEAR_REACH])
    return has_past_perfect(text) or any(year in opening for year in years)


def _is_since(mention: DateMention, statement: Statement) -> bool:
    """Whether a date begins a time that goes on until the event: "since January"."""
    at = statement.text.find(mention.text)
    clause = _CLAUSE.split(statement.text[max(0, at - _SINCE_REACH) : at])[-1]
    return at > 0 and _SINCE.search(clause) is not None


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
    return tuple(value for _, value in _dated(statement, day))


def _dated(statement: Statement, day: str | None) -> list[tuple[DateMention, str]]:
    values = ((d, d.value or complete_date(d, statement, day)) for d in statement.dates)
    return [(d, value) for d, value in values if value]


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
