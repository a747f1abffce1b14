"""The ledger of times of day: where articles give one act different hours.

Invariant: only times in the articles' own reports are compared, in digits or in words; one moment
told in two zones is agreement, and so are times too near each other for the words used ("about").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.briefs.comparing import Comparer
from briefing.briefs.labels import show_around
from briefing.briefs.material import Material, Statement
from briefing.briefs.readings import find_previews
from briefing.disjoint import DisjointSets
from briefing.lexicon.citing import cite_words
from briefing.lexicon.spoken_times import find_spoken_times
from briefing.model import Difference, DifferenceValue

_LEAD = 4
_CONTEXT = 0.15
_CONTEXT_OTHER = 0.05
_SHARE = 0.2
_SHARE_LATE = 0.5
_EARLY = 5
_MIDDLE = 8
_EXACT_MINUTES = 4
_FARTHEST_MINUTES = 180
_FARTHEST_STAMP = 60
_ABOUT_MINUTES = 15
_ABOUT_REACH = 16
_HALF_DAY = 12 * 60
_ZONE_STEP = 30
_ABOUT = re.compile(
    r"about|around|shortly|just|nearly|before|after|vers|environ|peu|hacia|sobre|alrededor|poco"
    r"|gegen|kurz|rund|circa|verso|attorno|cerca|volta|rond|omstreeks|tegen|حوالي|نحو|قرابة",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"[^.;\n]{0,16}?(?:\b(?:hora|heure|ora|Zeit|tijd) (?:de|di|in|von|van)|(?<=\d) (?:de|di)) "
    r"(?P<zone>[A-ZÀ-Þ][^\W\d_]{2,20})"
    r"|[^.;\n]{0,16}?\b(?P<named>mitteleuropäische\w{0,2} \w{0,7}[Zz]eit|[A-Z][a-z]{2,15} time)\b"
    r"|[^.;\n]{0,16}?(?P<ar>بتوقيت \w{3,16})"
)
_STAMPED = re.compile(
    r"\s?(?:uhr|uur|hs?|GMT|CES?T)?[\])]?\s?(?:[–—|:•·>-](?=\s)|$)", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class _Timed:
    """A time of day in one article's report; `is_sure` of the half of the day that it is in."""

    statement: Statement
    start: int
    end: int
    time: str
    zone: str
    is_about: bool
    is_sure: bool = True
    is_stamp: bool = False

    @property
    def article(self) -> str:
        return self.statement.article

    @property
    def minutes(self) -> int:
        """The minutes since midnight."""
        hours, _, minutes = self.time.partition(":")
        return int(hours) * 60 + int(minutes[:2] or 0)

    def to_value(self, text: str) -> DifferenceValue:
        words = cite_words(text, self.start, self.end)
        clock = f"{self.time} {self.zone}" if self.zone else self.time
        return DifferenceValue(words, clock, self.article, self.start, self.end)


def compare_times(
    material: Material, comparer: Comparer, background: frozenset[tuple[str, int]]
) -> Iterator[Difference]:
    """The differences about times of day, in the order of their first article."""
    texts = {d.article.id: d.article.text for d in material.documents}
    timed = list(_find_times(material, background, texts))
    told: defaultdict[str, list[_Timed]] = defaultdict(list)
    for one in timed:
        told[one.article].append(one)
    sets = DisjointSets(range(len(timed)))
    for (at, first), (other, second) in combinations(enumerate(timed), 2):
        if (
            first.article != second.article
            and _are_rivals(first, second)
            and _are_of_one_act(first, second, told, comparer)
        ):
            sets.union(at, other)
    for group in sets.sets():
        if len(group) > 1:
            chosen = {timed[n].article: timed[n] for n in reversed(group)}
            values = tuple(chosen[a].to_value(texts[a]) for a in sorted(chosen))
            shown = timed[group[0]]
            words = show_around(shown.statement, texts[shown.article], shown.start, shown.end)
            yield Difference(f"{words} (time)", values)


def _find_times(
    material: Material, background: frozenset[tuple[str, int]], texts: Mapping[str, str]
) -> Iterator[_Timed]:
    """The times of the reports themselves, article by article."""
    previews = find_previews(material)
    for statement in material.statements:
        is_other = (statement.article, statement.start) in background
        if is_other or statement.article in previews:
            continue
        text = texts[statement.article]
        found = [*_written_times(statement, text), *_spoken_times(statement, text)]
        yield from sorted(found, key=lambda t: t.start)


def _written_times(statement: Statement, text: str) -> Iterator[_Timed]:
    for date in statement.dates:
        if date.time:
            yield _Timed(
                statement,
                date.start,
                date.end,
                date.time,
                date.zone or _zone_behind(text, date.end),
                _is_about(text, statement, date.start),
                is_stamp=_is_stamp(date.start, date.end, text),
            )


def _zone_behind(text: str, end: int) -> str:
    """Whose time a page says that it gives: "15h30 de sábado, hora de Lisboa"."""
    match = _ZONE.match(text, end)
    return next(filter(None, match.groups())) if match else ""


def _spoken_times(statement: Statement, text: str) -> Iterator[_Timed]:
    taken = [(d.start, d.end) for d in statement.dates if d.time]
    spoken = find_spoken_times(text, statement.language, statement.start, statement.end)
    for start, end, time, is_sure in spoken:
        if not any(s < end and start < e for s, e in taken):
            is_about = _is_about(text, statement, start)
            yield _Timed(statement, start, end, time, "", is_about, is_sure)


def _is_about(text: str, statement: Statement, start: int) -> bool:
    return _ABOUT.search(text, max(statement.start, start - _ABOUT_REACH), start) is not None


def _is_stamp(start: int, end: int, text: str) -> bool:
    """Whether a time opens a line and is set off from it: that of an entry of a running report."""
    opening = text[text.rfind("\n", 0, start) + 1 : start]
    return not opening.strip(" \t\u00a0*•-–[(") and _STAMPED.match(text, end) is not None


def _are_of_one_act(
    first: _Timed, second: _Timed, told: Mapping[str, Sequence[_Timed]], comparer: Comparer
) -> bool:
    """Whether the sentences of two times may tell of one act.

    The further down their reports they stand, the more they must share; the hour of an entry in a
    running report may be that of the writing.
    """
    one, two = first.statement, second.statement
    latest, share = max(one.position, two.position), comparer.share(one, two)
    if first.is_stamp or second.is_stamp:
        return share >= _SHARE and _gap(first, second) <= _FARTHEST_STAMP
    if _are_left(first, second, told) and (share > 0 or latest < _LEAD):
        return True
    if latest > _EARLY:
        return share >= (_SHARE if latest <= _MIDDLE else _SHARE_LATE)
    least = _CONTEXT if one.language == two.language else _CONTEXT_OTHER
    return share >= _SHARE or comparer.likeness(one, two) >= least


def _are_left(first: _Timed, second: _Timed, told: Mapping[str, Sequence[_Timed]]) -> bool:
    """Whether two articles have one time each that the other does not give.

    Times that lie too far from the other's to be rivals of it are of other acts.
    """
    left, right = (
        {t.time for t in told[one.article] if _gap(t, two) <= _FARTHEST_MINUTES}
        for one, two in ((first, second), (second, first))
    )
    return left - right == {first.time} and right - left == {second.time}


def _are_rivals(first: _Timed, second: _Timed) -> bool:
    """Whether no choice of zones makes the times one moment, near enough for such words."""
    gap = _gap(first, second)
    if gap > _FARTHEST_MINUTES:
        return False
    slack = _ABOUT_MINUTES if first.is_about or second.is_about else _EXACT_MINUTES
    if (first.zone or "local") == (second.zone or "local"):
        return gap > slack
    rest = gap % _ZONE_STEP
    return min(rest, _ZONE_STEP - rest) > slack


def _gap(one: _Timed, two: _Timed) -> int:
    """The minutes between two times of day, over midnight or noon where that is shorter."""
    whole = 2 * _HALF_DAY if one.is_sure and two.is_sure else _HALF_DAY
    apart = abs(one.minutes - two.minutes) % whole
    return min(apart, whole - apart)
