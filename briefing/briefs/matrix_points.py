"""Which sources say what a point says, also those that the point does not cite.

Invariant: a point cites what surely says the same; a source is called silent on it only if none of
its sentences comes near. No sentence that gives another figure or day carries a point.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.briefs.comparing import Comparer
from briefing.briefs.material import Material, Statement
from briefing.model import BlockKind, Citation, Point


def carry_points(
    points: Sequence[Point],
    material: Material,
    comparer: Comparer,
    background: frozenset[tuple[str, int]],
) -> list[dict[str, Citation]]:
    """For each point the place in each source that carries it."""
    places = {(s.article, s.start): s for s in material.statements}
    open_ = [
        s
        for s in material.statements
        if s.kind is not BlockKind.HEADLINE and (s.article, s.start) not in background
    ]
    found = []
    for point in points:
        carried = {c.article: c for c in reversed(point.citations)}
        shown = point.citations[0]
        leader = places.get((shown.article, shown.start))
        if leader:
            near = _find_near(leader, [s for s in open_ if s.article not in carried], comparer)
            carried.update({s.article: s.citation for s in near})
        found.append(carried)
    return found


def _find_near(leader: Statement, pool: Sequence[Statement], comparer: Comparer) -> list[Statement]:
    best: dict[str, tuple[float, Statement]] = {}
    for other in pool:
        likeness = comparer.nearness(leader, other)
        if likeness and (other.article not in best or likeness > best[other.article][0]):
            best[other.article] = (likeness, other)
    return [statement for _, statement in best.values()]
