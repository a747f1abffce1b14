"""The bottom line: the one or two sentences that say by themselves what happened.

Invariant: they are in one language and from reports of the event, not from announcements of it; a
second sentence goes right on and tells more of who, where or when, or is the opening that the first
leans on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from briefing.briefs.candidates import Candidate
from briefing.briefs.leads import facts_of, leans, sum_up
from briefing.briefs.material import Material, Statement
from briefing.briefs.readings import find_previews
from briefing.lexicon.event_kinds import ENCOUNTERS
from briefing.model import BlockKind, Citation

_LEAD_REACH = 3
_HEADLINE = 3
_LEANING = 0.5
_STANDFIRST = 0.7
_SPOKEN = 0.3
_MARKS = frozenset('“«„‘"')
_FEW = 3
"""So many people meet; where more are named, they only take part."""
_NAMED_WITHIN = 8


def find_lead(
    candidates: Sequence[Candidate],
    material: Material,
    worth: Mapping[Citation, float],
    anchors: Mapping[str, int],
) -> list[Candidate]:
    """The sentence that says most of what happened, and a second where it tells more.

    In the preferred language where it has any. `worth` is what each sentence adds to a brief that
    says nothing yet, `anchors` are the positions where the articles tell of the event.
    """
    previews = find_previews(material)
    own = [c for c in candidates if c.statement.article not in previews] or list(candidates)
    pool = [c for c in own if c.statement.language == material.preferred] or own
    if not pool:
        return []
    most = max(worth[c.statement.citation] for c in pool) or 1.0
    weights = {
        c.statement.citation: _weigh(c, material, anchors)
        * math.sqrt(worth[c.statement.citation] / most)
        for c in pool
    }
    ranked = sorted(pool, key=lambda c: -weights[c.statement.citation])
    best = ranked[0]
    if best.statement.kind is BlockKind.STANDFIRST and not _tells_who(best.statement, material):
        naming = _name_people(ranked, best, material, anchors)
        if naming:
            return naming
    opening = [c for c in ranked if _opens(c.statement, best.statement, anchors)]
    if opening:
        return [opening[0], best]
    seconds = [
        c
        for c in ranked
        if c.statement.language == best.statement.language
        and _completes(c.statement, best.statement, material)
    ]
    return [best, *seconds[:1]]


def choose_bottom_line(chosen: Sequence[Candidate], material: Material) -> list[Candidate]:
    """The first of the chosen sentences, and the second where it belongs to it."""
    first, second = [*chosen[:2], None, None][:2]
    if first is None or second is None:
        return list(chosen[:1])
    one, two = first.statement, second.statement
    belongs = (
        _completes(two, one, material)
        or _leads_to(one, two)
        or (not _tells_who(one, material) and _tells_who(two, material))
    )
    return [first, second] if belongs and one.language == two.language else [first]


def _completes(statement: Statement, best: Statement, material: Material) -> bool:
    """Whether a sentence goes on right after another and tells more of who, where or when."""
    fresh = facts_of(statement, material) - facts_of(best, material)
    return _follows(statement, best) and bool(fresh)


def _tells_who(statement: Statement, material: Material) -> bool:
    """Whether a sentence names those who met; of more than a few not all need to be there."""
    few = 1 < len(material.participants) <= _FEW
    return not few or len(statement.entities & material.participants) > 1


def _name_people(
    ranked: Sequence[Candidate],
    best: Candidate,
    material: Material,
    anchors: Mapping[str, int],
) -> list[Candidate]:
    """The bottom line of an encounter where the standfirst, which is best, leaves out who met.

    Behind that sentence stands the one that says so; where that leans on the one before it, both.
    """
    one = best.statement
    naming = [
        c
        for c in ranked
        if c.statement.article == one.article
        and c.statement.language == one.language
        and _tells_who(c.statement, material)
        and one.position < c.statement.position <= one.position + _NAMED_WITHIN
        and (material.event.kind in ENCOUNTERS or len(facts_of(c.statement, material)) > _FEW)
    ]
    if not naming:
        return []
    told = max(naming, key=lambda c: (_weigh(c, material, anchors), -c.statement.position))
    if leans(told.statement):
        before = [c for c in ranked if _follows(told.statement, c.statement)]
        return [*before[:1], told] if before else []
    return [best, told]


def _distance(statement: Statement, anchors: Mapping[str, int]) -> int:
    """How many sentences below the place where its article begins to tell of the event."""
    return max(0, statement.position - anchors[statement.article])


def _follows(statement: Statement, other: Statement) -> bool:
    """Whether a sentence stands right after another."""
    return statement.article == other.article and statement.position == other.position + 1


def _opens(statement: Statement, other: Statement, anchors: Mapping[str, int]) -> bool:
    """Whether a sentence is the lead of the other's article, close before it."""
    if statement.kind is BlockKind.STANDFIRST or leans(statement) or _is_spoken(statement):
        return False
    return _distance(statement, anchors) == 0 and _leads_to(statement, other)


def _leads_to(statement: Statement, other: Statement) -> bool:
    """Whether a sentence stands close before another of its article."""
    is_one = statement.article == other.article
    return is_one and 0 < other.position - statement.position <= _LEAD_REACH


def _weigh(candidate: Candidate, material: Material, anchors: Mapping[str, int]) -> float:
    """How much of the event a sentence holds, and of what its own headline says."""
    statement = candidate.statement
    score = sum_up(
        statement,
        material,
        distance=_distance(statement, anchors),
        is_carried=len(candidate.members) > 1,
    )
    score += _HEADLINE * _headline_share(statement, material) / (1 + _distance(statement, anchors))
    score *= _LEANING if leans(statement) else 1.0
    score *= _SPOKEN if _is_spoken(statement) else 1.0
    return score * (_STANDFIRST if statement.kind is BlockKind.STANDFIRST else 1.0)


def _is_spoken(statement: Statement) -> bool:
    """Whether a sentence opens with a quotation: somebody's view of the news, not the news."""
    return statement.text.lstrip()[:1] in _MARKS


def _headline_share(statement: Statement, material: Material) -> float:
    """The part of the headlines that a sentence takes up, between 0 and 1.

    That of its own article counts as much as those of all others together.
    """
    told = statement.words | statement.keys
    own: list[float] = []
    others: list[float] = []
    for headline in material.statements:
        said = headline.words | headline.keys
        if headline.kind is BlockKind.HEADLINE and said:
            share = len(told & said) / len(said)
            (own if headline.article == statement.article else others).append(share)
    shares = [sum(found) / len(found) for found in (own, others) if found]
    return sum(shares) / len(shares) if shares else 0.0
