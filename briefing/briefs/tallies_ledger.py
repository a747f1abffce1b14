"""The ledger of results: where sources end one match, shoot-out or vote differently.

Invariant: two results are set against each other only if neither page gives the other's anywhere;
whose goals are named first does not matter, and what two pages say of two votes or two matches is
no difference: scores share a side, votes of one body share their sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from briefing.briefs.material import Material, Statement
from briefing.briefs.readings import find_previews
from briefing.lexicon.citing import cite_words
from briefing.lexicon.looking import has_past_perfect, is_recalling
from briefing.lexicon.tallies import Tally, TallyKind, find_tallies, may_be_score, tells_of_match
from briefing.model import Difference, DifferenceValue

_MATCH = "match"
_SCORES = frozenset({TallyKind.SCORE, TallyKind.HALF_TIME})
_LATEST = 8
_LATEST_SCORE = 3
"""Further down a report of a match tells of other matches."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A result in one page; its place is counted in the page's text."""

    article: str
    tally: Tally
    start: int
    end: int

    def to_value(self, text: str) -> DifferenceValue:
        high, low = self.tally.sides
        shown = "unanimous" if self.tally.is_unanimous else f"{high}-{low}"
        words = cite_words(text, self.start, self.end)
        return DifferenceValue(words, shown, self.article, self.start, self.end)


def compare_tallies(
    material: Material,
    background: frozenset[tuple[str, int]],
    cited: Iterable[DifferenceValue] = (),
) -> Iterator[Difference]:
    """The differences about results; those whose places are `cited` already are left out."""
    texts = {d.article.id: d.article.text for d in material.documents}
    told = list(_find_told(material, background, texts))
    known = [(v.article, v.start, v.end) for v in cited]
    for kind in TallyKind:
        rivals = _find_rivals(told, kind)
        is_known = sum(_is_cited(t, known) for t in rivals.values()) > 1
        if rivals and not is_known:
            values = (rivals[a].to_value(texts[a]) for a in sorted(rivals))
            yield Difference(kind.value, tuple(values))


def _is_cited(told: _Told, known: Iterable[tuple[str, int, int]]) -> bool:
    return any(a == told.article and s < told.end and told.start < e for a, s, e in known)


def _find_told(
    material: Material, background: frozenset[tuple[str, int]], texts: dict[str, str]
) -> Iterator[_Told]:
    previews = find_previews(material)
    for statement in material.statements:
        is_other = (statement.article, statement.start) in background
        if (is_other and not _may_be_vote(statement)) or statement.article in previews:
            continue
        if statement.position > _LATEST:
            continue
        text = texts[statement.article][statement.start : statement.end]
        for tally in find_tallies(text, statement.language):
            start, end = (statement.start + at for at in (tally.start, tally.end))
            is_date = any(d.start < end and start < d.end for d in statement.dates)
            if is_other and tally.kind is not TallyKind.VOTE:
                continue
            if not is_date and _is_of_event(tally, statement, material):
                yield _Told(statement.article, tally, start, end)


def _may_be_vote(statement: Statement) -> bool:
    """Whether a sentence that goes on with background may still tell how the event was decided."""
    text = statement.text
    return not (statement.dates or has_past_perfect(text) or is_recalling(text))


def _is_of_event(tally: Tally, statement: Statement, material: Material) -> bool:
    """Whether a page may give the result as that of the event itself."""
    if tally.kind not in _SCORES:
        return True
    is_early = statement.position <= _LATEST_SCORE or tally.kind is TallyKind.HALF_TIME
    is_match = material.event.kind == _MATCH or tells_of_match(statement.text)
    return is_match and is_early and may_be_score(tally)


def _find_rivals(told: Iterable[_Told], kind: TallyKind) -> dict[str, _Told]:
    """For each page that differs from another its first result of a kind."""
    first: dict[str, _Told] = {}
    given: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    votes: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for one in told:
        given[one.article].add(one.tally.sides)
        if one.tally.kind is kind:
            first.setdefault(one.article, one)
            votes[one.article].add(one.tally.sides)
    rivals: dict[str, _Told] = {}
    for left, right in combinations(sorted(first), 2):
        one, two = first[left], first[right]
        if one.tally.sides in given[right] or two.tally.sides in given[left]:
            continue
        is_only = len(votes[left]) == len(votes[right]) == 1
        if _may_be_one(one.tally, two.tally, is_only=is_only):
            rivals |= {left: one, right: two}
    agreed = {t.tally.sides for t in rivals.values()}
    also = {a: t for a, t in first.items() if t.tally.sides in agreed} if rivals else {}
    return {**also, **rivals}


def _may_be_one(one: Tally, two: Tally, *, is_only: bool) -> bool:
    """Whether two different results may be of one match or vote."""
    if one.kind is TallyKind.SHOOT_OUT:
        return True
    shares_side = bool(set(one.sides) & set(two.sides))
    if one.kind is not TallyKind.VOTE:
        return shares_side
    if one.is_unanimous or two.is_unanimous:
        return is_only and (one.sides[1] > 0 or two.sides[1] > 0)
    return is_only and (shares_side or sum(one.sides) == sum(two.sides))
