"""The ledger of days: where articles date one thing differently.

Invariant: only whole days of the articles' own reports are compared; two days of one event are
agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from itertools import combinations, product

from briefing.briefs.background import complete_date, event_day
from briefing.briefs.comparing import Comparer
from briefing.briefs.material import Material, Statement
from briefing.briefs.readings import is_preview
from briefing.briefs.timeline import is_ahead, last_known_day
from briefing.lexicon.citing import cite_words
from briefing.lexicon.gist import split_folded
from briefing.lexicon.looking import looks_ahead, steps_a_day_back
from briefing.lexicon.speech import SAYING
from briefing.model import DateMention, Difference, DifferenceValue, Document

DAY_OF_EVENT = "day of the event"
"""What a difference about the event's own day is called."""
_DAY_LENGTH = 10
_WEEKDAY = re.compile("W[1-7]")
_NEAR = 3
_LEAD = 4
_CUE_REACH = 70
_SHARE = 0.17
_OPENING = 2
"""The last sentence that still opens a report: headline, standfirst, first of the body."""
_FARTHEST_DAYS = 14
_SAID_REACH = 24
_SAID_WORDS = 2
_DAY_CONTEXT = 0.25

_STARTS = re.compile(
    r"\b(?:start\w*|begin\w*|from|as of|effective|tak\w+ effect|enters? into force|opens?"
    r"|à partir du|à compter du|dès le|entr\w+ en vigueur|débute\w*|commence\w*"
    r"|a partir del?|desde el|entrar\w* en vigor|comenz\w+|empez\w+"
    r"|ab (?:dem)?|tritt|beginn\w*|starte\w*"
    r"|a partire dal?|dal|da(?=\s*$)|entr\w+ in vigore|inizi\w+"
    r"|a partir de|entr\w+ em vigor|começ\w+"
    r"|vanaf|met ingang van|begin\w*)|اعتبارا|ابتداء|بداية",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:until|by|before|deadline|no later than|jusqu['’]au|avant le|au plus tard"
    r"|hasta el|antes del?|bis (?:zum)?|vor dem|spätestens|entro|fino al|prima del?"
    r"|até|antes de|tot|voor|uiterlijk)|حتى|قبل",
    re.IGNORECASE,
)
_DAYS_AFTER = re.compile(
    r",?\s\w{1,12}\s(?:days?|jours?|días?|Tage?n?|giorn[io]|dias?|dag(?:en)?)"
    r"\s(?:after|later|après|después|nach|dopo|depois|na)\b",
    re.IGNORECASE,
)
"""What follows a day that is not that of the event: "on Monday, two days after the storm"."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date mention in one article's report."""

    mention: DateMention
    statement: Statement
    words: str
    cue: str = ""
    is_said: bool = False

    def to_value(self, normalised: str) -> DifferenceValue:
        """The rival value that this mention stands for."""
        m = self.mention
        return DifferenceValue(self.words, normalised, self.statement.article, m.start, m.end)


def compare_calendars(
    material: Material, comparer: Comparer, background: frozenset[tuple[str, int]]
) -> list[Difference]:
    """The differences about the day of the event and about days to come."""
    reports = [d for d in material.documents if not is_preview(d, material)]
    dated = {d.article.id: _dated(d, material, background) for d in reports}
    return [
        *_compare_event_days(dated, material, comparer),
        *_compare_coming_days(dated, material),
        *_compare_days_left(dated, material, comparer),
    ]


def _dated(
    document: Document, material: Material, background: frozenset[tuple[str, int]]
) -> list[Dated]:
    text = document.article.text
    day = None if document.article.published else event_day(material)
    return [
        Dated(
            _place_weekday(m, day),
            s,
            cite_words(text, m.start, m.end),
            find_cue(text, s, m),
            _is_day_of_speech(text, s, m) or _DAYS_AFTER.match(text, m.end) is not None,
        )
        for s in material.statements
        if s.article == document.article.id and (s.article, s.start) not in background
        for m in s.dates
    ]


def _is_day_of_speech(text: str, statement: Statement, mention: DateMention) -> bool:
    """Whether a day is the one on which somebody spoke: "officials said on Monday"."""
    before = split_folded(text[max(statement.start, mention.start - _SAID_REACH) : mention.start])
    return any(word in SAYING for word in before[-_SAID_WORDS:])


def _place_weekday(mention: DateMention, day: str | None) -> DateMention:
    """The weekday that an undated page gives, as the day of that name nearest to the event's."""
    is_weekday = mention.value is None and _WEEKDAY.fullmatch(mention.partial or "") is not None
    if not is_weekday or day is None or len(day) < _DAY_LENGTH:
        return mention
    centre = date.fromisoformat(day)
    apart = (int((mention.partial or "")[1:]) - centre.isoweekday() + _NEAR) % 7 - _NEAR
    return replace(mention, value=(centre + timedelta(days=apart)).isoformat())


def find_cue(text: str, statement: Statement, mention: DateMention) -> str:
    """Whether the words before a date make it a start or an end."""
    before = text[max(statement.start, mention.start - _CUE_REACH) : mention.start]
    starts = [m.start() for m in _STARTS.finditer(before)]
    ends = [m.start() for m in _ENDS.finditer(before)]
    if not starts and not ends:
        return ""
    return "start" if max(starts, default=-1) > max(ends, default=-1) else "end"


def _compare_event_days(
    dated: dict[str, list[Dated]], material: Material, comparer: Comparer
) -> Iterable[Difference]:
    """One difference if two reports have no day near the event's in common.

    The sentences that give the days must tell of one thing, one of them in its article's lead.
    A report that opens on the day after what it tells ("La veille, ...") gives no day by itself.
    """
    day = event_day(material)
    if day is None or len(day) < _DAY_LENGTH:
        return
    stepping = {
        s.article for s in material.statements if s.position < _LEAD and steps_a_day_back(s.text)
    }
    written = {d.article.id: (d.article.published or "")[:_DAY_LENGTH] for d in material.documents}
    told = {
        a: found
        for a, d in dated.items()
        if a not in stepping and (found := _days_near(d, day, material, written[a]))
    }
    rivals: dict[str, Dated] = {}
    for one, two in combinations(sorted(told), 2):
        if {d.mention.value for d in told[one]} & {d.mention.value for d in told[two]}:
            continue
        for first, second in product(told[one], told[two]):
            is_lead = min(first.statement.position, second.statement.position) < _LEAD
            is_like = comparer.likeness(first.statement, second.statement) >= _DAY_CONTEXT
            if is_lead and (is_like or _are_leads(first, second, comparer)):
                rivals.setdefault(one, first)
                rivals.setdefault(two, second)
    if rivals:
        values = [rivals[a].to_value(rivals[a].mention.value or "") for a in sorted(rivals)]
        yield Difference(DAY_OF_EVENT, tuple(values))


def _are_leads(first: Dated, second: Dated, comparer: Comparer) -> bool:
    """Whether both sentences open their reports, in two languages, on much the same."""
    one, two = first.statement, second.statement
    is_other = one.language != two.language
    return (
        is_other
        and max(one.position, two.position) <= _OPENING
        and comparer.share(one, two) >= _SHARE
    )


def _days_near(found: Sequence[Dated], day: str, material: Material, written: str) -> list[Dated]:
    """The days near the event's that a report gives; of several those that are not to come.

    "On Thursday they signed. On Friday the delegation goes home": written on Thursday.
    """
    centre = date.fromisoformat(day[:_DAY_LENGTH])
    facts = material.participants | material.places
    near = [
        d
        for d in found
        if d.mention.value
        and not d.is_said
        and len(d.mention.value) == _DAY_LENGTH
        and abs((date.fromisoformat(d.mention.value) - centre).days) <= _NEAR
        and (d.statement.entities & facts or d.statement.position < _LEAD)
    ]
    past = [d for d in near if not written or (d.mention.value or "") <= written]
    return past or near


def _compare_coming_days(dated: dict[str, list[Dated]], material: Material) -> Iterable[Difference]:
    """Days written out that lie ahead: a start or an end that articles give differently."""
    last = last_known_day(material)
    coming = [
        d
        for article in sorted(dated)
        for d in dated[article]
        if d.mention.value
        and len(d.mention.value) == _DAY_LENGTH
        and is_ahead(d.mention, d.statement, last)
        and _is_written(d)
    ]
    for cue in ("start", "end"):
        chosen: dict[str, Dated] = {}
        for d in coming:
            if d.cue == cue:
                chosen.setdefault(d.statement.article, d)
        if len({d.mention.value for d in chosen.values()}) > 1:
            about = {"start": "starting date", "end": "final date"}[cue]
            values = tuple(d.to_value(d.mention.value or "") for d in chosen.values())
            yield Difference(about, values)


def _compare_days_left(
    dated: dict[str, list[Dated]], material: Material, comparer: Comparer
) -> Iterable[Difference]:
    """Days after the event of which each of two articles has one that the other lacks.

    By their weekdays alone they are of one thing only if the sentences share something: it rains
    until Tuesday, and on Thursday the minister flies out.
    """
    last, known = event_day(material), last_known_day(material)
    if last is None or len(last) < _DAY_LENGTH:
        return
    told = {
        article: {
            d.mention.value: d
            for d in map(partial(_complete, day=last), reversed(found))
            if d.mention.value
            and len(d.mention.value) == _DAY_LENGTH
            and d.mention.value > last
            and is_ahead(d.mention, d.statement, known)
            and (_is_written(d) or looks_ahead(d.statement.text, d.statement.language))
            and not d.is_said
        }
        for article, found in dated.items()
    }
    rivals: dict[str, Dated] = {}
    for one, two in combinations(sorted(told), 2):
        left = [d for value, d in told[one].items() if value not in told[two]]
        right = [d for value, d in told[two].items() if value not in told[one]]
        if len(left) == len(right) == 1 and _may_be_one_day(left[0], right[0], comparer):
            rivals.setdefault(one, left[0])
            rivals.setdefault(two, right[0])
    if len({d.mention.value for d in rivals.values()}) > 1:
        values = tuple(rivals[a].to_value(rivals[a].mention.value or "") for a in sorted(rivals))
        yield Difference("day to come", values)


def _may_be_one_day(one: Dated, two: Dated, comparer: Comparer) -> bool:
    is_told = _is_written(one) or _is_written(two)
    is_near = _days_apart(one, two) <= _FARTHEST_DAYS
    return is_near and (is_told or comparer.share(one.statement, two.statement) > 0)


def _complete(d: Dated, day: str) -> Dated:
    """A date whose year or week the page leaves open, read from the day of the event."""
    value = d.mention.value or complete_date(d.mention, d.statement, day)
    return replace(d, mention=replace(d.mention, value=value))


def _is_written(d: Dated) -> bool:
    """Whether a day is given by its number: a weekday alone may be the last one."""
    return any(c.isdigit() for c in d.words)


def _days_apart(one: Dated, two: Dated) -> int:
    first, second = (date.fromisoformat(d.mention.value or "") for d in (one, two))
    return abs((first - second).days)
