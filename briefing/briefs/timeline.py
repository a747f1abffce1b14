"""What happened when, and what is still to come, as the sources date it.

Invariant: every entry is a sentence of a source that gives the entry's date; days on which pages
were published are no entries; entries stand in the order of their dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from briefing.briefs.background import (
    complete_date,
    dates_of,
    event_day,
    is_before,
    is_event_date,
)
from briefing.briefs.comparing import Comparer
from briefing.briefs.material import Material, Statement
from briefing.briefs.readings import find_previews
from briefing.lexicon.folding import WORD
from briefing.lexicon.looking import looks_ahead, states_position
from briefing.lexicon.tense import announces, tense_of
from briefing.model import Citation, DateMention, TimelineEntry

_MOST_ENTRIES = 10
_YEAR_LENGTH = 4
_MONTH_LENGTH = 7
_DAY_LENGTH = 10
_EVENT_DAYS = 2
_TODAY = "P0D"
_LEAD = 1
_FROM = re.compile(
    r"\b(?:as (?:of|from)|starting in|à (?:partir|compter) d[eu’']|a partir d[eo]l?|ab|a partire da"
    r"|a decorrere da|vanaf|met ingang van) ?$|(?:اعتبارا من|ابتداء من|بدءا من) (?:شهر )?$",
    re.IGNORECASE,
)
"""What stands right before a month from which something is to hold."""
_CLAUSE = re.compile(r"[,;:()،؛]")
_MONTH = re.compile(r"--[0-9]{2}")
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“]*“|\"[^\"]*\"")


def last_known_day(material: Material) -> str | None:
    """The event's date or the latest publication date, whichever is later."""
    days = [d.article.published[:10] for d in material.documents if d.article.published]
    day = event_day(material)
    return max([*days, *([day] if day else [])], default=None)


def is_ahead(mention: DateMention, statement: Statement, last: str | None) -> bool:
    """Whether a date lies after the event and the pages, or the sentence says it is to come."""
    if mention.value is None:
        partial = mention.partial or ""
        if partial.startswith("P"):
            return partial[1:2] in "123456789" and len(partial) > 1
        return partial.startswith(("--", "W")) and _speaks_of_future(statement)
    return _is_after(mention.value, last)


def is_future(statement: Statement, material: Material) -> bool:
    """Whether a sentence tells what is to come after the event, with its date."""
    last, day = last_known_day(material), event_day(material)
    if any(d.value and is_event_date(d.value, day) for d in statement.dates):
        return False
    if not any(is_ahead(d, statement, last) and d.time is None for d in statement.dates):
        return False
    return _speaks_of_future(statement) or any(
        d.value is not None and len(d.value) > _YEAR_LENGTH and is_ahead(d, statement, last)
        for d in statement.dates
    )


def _speaks_of_future(statement: Statement) -> bool:
    """Whether the sentence looks ahead in its own words, not only in words it quotes."""
    return looks_ahead(_QUOTED.sub(" ", statement.text), statement.language)


def draw_timeline(
    material: Material,
    comparer: Comparer,
    background: frozenset[tuple[str, int]],
    bluf: Sequence[Citation],
) -> tuple[TimelineEntry, ...]:
    """One entry for each dated day or month up to the event, oldest first.

    The sentences of the bottom line stand in only where no other gives the date.
    """
    leads = {(c.article, c.start) for c in bluf}
    day = event_day(material)
    by_date: dict[str, list[Statement]] = {}
    for statement in material.statements:
        if statement.is_sentence:
            for value in _days(statement, material):
                by_date.setdefault(value, []).append(statement)
    entries, used = [], set[tuple[str, int]]()
    for value in sorted(by_date):
        fresh = [s for s in by_date[value] if (s.article, s.start) not in used]
        if not fresh:
            continue
        shown = min(fresh, key=lambda s: _rank(s, material, leads))
        used.add((shown.article, shown.start))
        entries.append(
            TimelineEntry(
                date=value,
                text=shown.text,
                citations=_cite(shown, by_date[value], comparer),
                is_background=(shown.article, shown.start) in background
                or _is_long_before(value, day),
            )
        )
    is_telling = len(entries) > 1 or any(e.is_background for e in entries)
    return tuple(entries[-_MOST_ENTRIES:]) if is_telling else ()


def _is_long_before(value: str, day: str | None) -> bool:
    """Whether a date lies more than the length of a conference before the event's."""
    if day is None or is_event_date(value, day):
        return False
    if len(value) < _DAY_LENGTH or len(day) < _DAY_LENGTH:
        return value < day
    return (date.fromisoformat(day) - date.fromisoformat(value)).days > _EVENT_DAYS


def _days(statement: Statement, material: Material) -> Iterable[str]:
    last = last_known_day(material)
    nowadays = {d.value for d in statement.dates if d.partial == _TODAY}
    told = {v for v in dates_of(statement, event_day(material)) if len(v) >= _MONTH_LENGTH}
    if statement.position > _LEAD:
        # "Today" below the lead means these days rather than the day of the page.
        told -= nowadays
    told -= _guessed(statement, material)
    months = {value for value in told if len(value) == _MONTH_LENGTH}
    # Two months in one sentence are the ends of a period ("from January to August"), no events.
    days = told - months if len(months) > 1 else told
    return sorted(value for value in days if not _is_after(value, last))


def _looks_on(statement: Statement) -> bool:
    """Whether a sentence may speak of what is to come: what opens in May, what somebody wants."""
    words = WORD.findall(statement.text)
    return (
        looks_ahead(statement.text, statement.language)
        or states_position(statement.text)
        or any(announces(word, statement.language) for word in words)
    )


def _guessed(statement: Statement, material: Material) -> set[str]:
    """The months before the event whose year no page gives, where the next such may be meant."""
    day, looks_on = event_day(material), _looks_on(statement)
    return {
        value
        for mention in statement.dates
        if _MONTH.fullmatch(mention.partial or "")
        and (_begins(mention, statement) or (looks_on and not _is_past_clause(mention, statement)))
        and (value := mention.value or complete_date(mention, statement, day))
        and is_before(value, day)
    }


def _begins(mention: DateMention, statement: Statement) -> bool:
    """Whether something is to hold from a month on: "a partir de abril"."""
    at = statement.text.find(mention.text)
    return at > 0 and _FROM.search(statement.text[:at]) is not None


def _is_past_clause(mention: DateMention, statement: Statement) -> bool:
    """Whether the clause around a date has a verb that looks back."""
    clause = next((c for c in _CLAUSE.split(statement.text) if mention.text in c), "")
    return any(tense_of(word, statement.language) < 0 for word in WORD.findall(clause))


def _is_after(value: str, last: str | None) -> bool:
    """Whether an ISO date lies wholly after another."""
    shared = min(len(value), len(last or ""))
    return last is not None and value[:shared] > last[:shared]


def _rank(
    statement: Statement, material: Material, leads: set[tuple[str, int]]
) -> tuple[object, ...]:
    return (
        statement.article in find_previews(material),
        statement.language != material.preferred,
        (statement.article, statement.start) in leads,
        len(statement.dates),
        statement.position,
        statement.article,
        statement.start,
    )


def _cite(shown: Statement, dated: Sequence[Statement], comparer: Comparer) -> tuple[Citation, ...]:
    cited, articles = [shown.citation], {shown.article}
    for other in dated:
        if other.article not in articles and comparer.says_the_same(shown, other):
            cited.append(other.citation)
            articles.add(other.article)
    return tuple(cited)
