"""What happened when, and what is still to come, as the sources date it.

Invariant: every entry is a sentence of a source that gives the entry's date; days on which pages
were published are no entries; entries stand in the order of their dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.briefs.background import event_day, is_event_date
from briefing.briefs.comparing import Comparer
from briefing.briefs.material import Material, Statement
from briefing.lexicon.looking import looks_ahead
from briefing.model import Citation, DateMention, TimelineEntry

_MOST_ENTRIES = 10
_MONTH_LENGTH = 7


def last_known_day(material: Material) -> str | None:
    """The event's date or the latest publication date, whichever is later."""
    days = [d.article.published[:10] for d in material.documents if d.article.published]
    day = event_day(material)
    return max([*days, *([day] if day else [])], default=None)


def is_ahead(mention: DateMention, statement: Statement, last: str | None) -> bool:
    """Whether a date lies after the event and the pages, or the sentence says it is to come."""
    if mention.value is None:
        return mention.partial is not None and looks_ahead(statement.text, statement.language)
    shared = min(len(mention.value), len(last or ""))
    return last is not None and mention.value[:shared] > last[:shared]


def is_future(statement: Statement, material: Material) -> bool:
    """Whether a sentence tells what is to come after the event, with its date."""
    last, day = last_known_day(material), event_day(material)
    if any(d.value and is_event_date(d.value, day) for d in statement.dates):
        return False
    if not any(is_ahead(d, statement, last) and d.time is None for d in statement.dates):
        return False
    return looks_ahead(statement.text, statement.language) or any(
        d.value is not None and is_ahead(d, statement, last) for d in statement.dates
    )


def draw_timeline(
    material: Material, comparer: Comparer, background: frozenset[tuple[str, int]]
) -> tuple[TimelineEntry, ...]:
    """One entry for each dated day or month up to the event, oldest first."""
    day, last = event_day(material), last_known_day(material)
    by_date: dict[str, list[Statement]] = {}
    for statement in material.statements:
        if statement.is_sentence:
            for value in _days(statement, last):
                by_date.setdefault(value, []).append(statement)
    entries, used = [], set[tuple[str, int]]()
    for value in sorted(by_date):
        fresh = [s for s in by_date[value] if (s.article, s.start) not in used]
        if not fresh:
            continue
        shown = min(fresh, key=lambda s: _rank(s, material))
        used.add((shown.article, shown.start))
        entries.append(
            TimelineEntry(
                date=value,
                text=shown.text,
                citations=_cite(shown, by_date[value], comparer),
                is_background=(shown.article, shown.start) in background
                or (day is not None and not is_event_date(value, day) and value < day),
            )
        )
    is_telling = len(entries) > 1 or any(e.is_background for e in entries)
    return tuple(entries[-_MOST_ENTRIES:]) if is_telling else ()


def _days(statement: Statement, last: str | None) -> Iterable[str]:
    values = {
        d.value
        for d in statement.dates
        if d.value and len(d.value) >= _MONTH_LENGTH and not is_ahead(d, statement, last)
    }
    return sorted(values)


def _rank(statement: Statement, material: Material) -> tuple[object, ...]:
    return (
        statement.language != material.preferred,
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
