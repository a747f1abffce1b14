"""Sentences that may be shown, each with those of other articles that say the same.

Invariant: each sentence belongs to one candidate; the shown one is in the reader's language where
any of them is; headlines and headings are shown only where no source has anything else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.briefs.comparing import Comparer
from briefing.briefs.leads import leans
from briefing.briefs.material import Material, Statement
from briefing.briefs.origins import count_origins
from briefing.briefs.readings import find_previews
from briefing.briefs.values import are_compatible, are_kin, figure_class
from briefing.model import BlockKind, Point

_SIDE = 0.6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be shown, with those of other articles that say the same."""

    statement: Statement
    support: tuple[Statement, ...]

    @property
    def members(self) -> tuple[Statement, ...]:
        """The shown sentence first, then the others by article id."""
        return (self.statement, *self.support)


def make_point(members: Sequence[Statement], origins: Mapping[str, int]) -> Point:
    """The point that shows the first of some sentences and cites them all."""
    shown = members[0]
    return Point(
        text=shown.text,
        language=shown.language,
        citations=tuple(s.citation for s in members),
        origins=count_origins((s.article for s in members), origins),
    )


def gather_candidates(
    material: Material,
    comparer: Comparer,
    excluded: frozenset[tuple[str, int]],
    disputed: frozenset[tuple[str, int]] = frozenset(),
) -> list[Candidate]:
    """Sentences with their support, each used once.

    The preferred language leads, and what can be read by itself.
    What a preview says supports a report only where both give one figure or one quotation; a
    sentence with disputed figures is supported only by one that takes its side in most of them.
    """
    previews = find_previews(material)
    open_ = [s for s in _tellable(material) if (s.article, s.start) not in excluded]
    ranked = sorted(
        open_,
        key=lambda s: (s.language != material.preferred, leans(s), s.position, s.article, s.start),
    )
    used: set[tuple[str, int]] = set()
    found = []
    for leader in ranked:
        if (leader.article, leader.start) in used:
            continue
        pool = [
            other
            for other in open_
            if other.article != leader.article
            and (other.article, other.start) not in used
            and (
                (other.article in previews) == (leader.article in previews)
                or comparer.shares_proof(leader, other)
            )
            and _takes_side(leader, other, disputed)
        ]
        support = _support(leader, pool, comparer)
        used |= {(s.article, s.start) for s in (leader, *support)}
        found.append(Candidate(leader, support))
    return found


def _tellable(material: Material) -> list[Statement]:
    """The sentences; where there are none the headlines, else whatever the pages say."""
    headlines = [s for s in material.statements if s.kind is BlockKind.HEADLINE]
    sentences = [s for s in material.statements if s.is_sentence]
    return sentences or headlines or list(material.statements)


def _takes_side(leader: Statement, other: Statement, disputed: frozenset[tuple[str, int]]) -> bool:
    """Whether a sentence gives the same values as another where sources disagree."""
    figures = [f for f in leader.figures if (leader.article, f.start) in disputed]
    if not figures:
        return True
    same = [
        f
        for f in figures
        if any(
            are_kin(figure_class(f) or "", figure_class(g) or "") and are_compatible(f, g)
            for g in other.figures
        )
    ]
    return len(same) >= _SIDE * len(figures)


def _support(
    leader: Statement, pool: Sequence[Statement], comparer: Comparer
) -> tuple[Statement, ...]:
    """The best sentence of each other article that may be cited for the leader."""
    best: dict[str, tuple[float, Statement]] = {}
    for other in pool:
        if not comparer.says_the_same(leader, other):
            continue
        likeness = comparer.likeness(leader, other)
        if other.article not in best or likeness > best[other.article][0]:
            best[other.article] = (likeness, other)
    return tuple(best[article][1] for article in sorted(best))
