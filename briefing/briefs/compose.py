"""From an event to its brief.

Invariant: the brief is a function of the event, its documents and the entities; every sentence in
it is a source's own, with the place where it stands, and nothing depends on the order of input.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.briefs.attendance import list_attendance
from briefing.briefs.background import find_background
from briefing.briefs.comparing import Comparer, build_comparer
from briefing.briefs.differences import Ledger, find_differences, open_ledger
from briefing.briefs.facts import answer_questions
from briefing.briefs.gaps import doubt_sources, find_gaps
from briefing.briefs.linking import link_background, link_entries
from briefing.briefs.material import Material, gather
from briefing.briefs.matrix import Findings, build_matrix
from briefing.briefs.origin_tree import trace_origins
from briefing.briefs.origins import find_origins
from briefing.briefs.points import (
    Candidate,
    choose_bottom_line,
    gather_candidates,
    make_point,
    select_points,
)
from briefing.briefs.quotes import collect_quotes, group_quotes
from briefing.briefs.readings import find_previews
from briefing.briefs.timeline import draw_timeline, is_future
from briefing.lexicon.lookalikes import doubt_names
from briefing.model import (
    Brief,
    Difference,
    Document,
    Entity,
    Event,
    Point,
    SourceEntry,
    TimelineEntry,
)

_MOST_NEXT = 6
_MOST_BACKGROUND = 4


def write_brief(
    event: Event,
    documents: Mapping[str, Document],
    entities: Sequence[Entity],
    language: str | None = None,
    events: Sequence[Event] = (),
) -> Brief:
    """The brief of an event, its facts in the reader's `language` where a source tells them so.

    `documents` and `events` may be all of a corpus: they show what is missing, and lead on.
    """
    material = gather(event, documents, entities, language)
    origins = find_origins(material.documents)
    comparer = build_comparer(material, group_quotes(material))
    background, differences, ledger = _survey(material, comparer)
    candidates, chosen = _choose(material, comparer, background, origins, differences)
    bluf = _make_points(choose_bottom_line(chosen, material), origins)
    points = _make_points(chosen, origins)
    timeline, older = _look_back(material, comparer, background, origins, bluf)
    sources = _sources(material, origins)
    findings = Findings(list_attendance(material, origins), points, differences, ledger)
    return Brief(
        event=event,
        headline=_headline(material),
        bluf=bluf,
        facts=answer_questions(material, origins, bluf, findings.attendance),
        points=points,
        differences=differences,
        quotes=collect_quotes(material, origins),
        timeline=link_entries(timeline, material, events),
        next=_ahead(candidates, chosen, material, origins),
        background=link_background(older, material, events),
        gaps=(*find_gaps(material, documents, origins, points), *doubt_sources(sources)),
        sources=sources,
        languages=material.languages,
        origins=len(set(origins.values())),
        attendance=findings.attendance,
        matrix=build_matrix(material, comparer, background, origins, findings),
        origin_tree=trace_origins(material.documents, origins),
    )


def _survey(
    material: Material, comparer: Comparer
) -> tuple[frozenset[tuple[str, int]], tuple[Difference, ...], Ledger]:
    """What is background, where the sources disagree, and the ledger of all that they count."""
    background = find_background(material)
    ledger = open_ledger(material, comparer, background)
    return background, find_differences(material, comparer, background, ledger), ledger


def _make_points(candidates: Iterable[Candidate], origins: Mapping[str, int]) -> tuple[Point, ...]:
    return tuple(make_point(c.members, origins) for c in candidates)


def _look_back(
    material: Material,
    comparer: Comparer,
    background: frozenset[tuple[str, int]],
    origins: Mapping[str, int],
    bluf: Sequence[Point],
) -> tuple[tuple[TimelineEntry, ...], tuple[Point, ...]]:
    """The timeline, and what of the background it does not show."""
    timeline = draw_timeline(material, comparer, background, [p.citations[0] for p in bluf])
    return timeline, _background_points(material, comparer, background, origins, timeline)


def _choose(
    material: Material,
    comparer: Comparer,
    background: frozenset[tuple[str, int]],
    origins: Mapping[str, int],
    differences: Sequence[Difference],
) -> tuple[list[Candidate], list[Candidate]]:
    """All sentences that may be points, and those that are."""
    disputed = frozenset((v.article, v.start) for d in differences for v in d.values)
    candidates = gather_candidates(material, comparer, background, disputed)
    return candidates, select_points(candidates, material, comparer, background, origins)


def _headline(material: Material) -> str:
    """The event's label; where that is only a headline, the best of the articles' headlines.

    A report's goes before a preview's, the preferred language before others, then article id.
    """
    label = material.event.label
    previews = find_previews(material)
    ranked = sorted(
        (d.article for d in material.documents if d.article.headline),
        key=lambda a: (a.id in previews, a.language != material.preferred, a.id),
    )
    opening = label.rstrip("…").strip()
    is_headline = any((a.headline or "").startswith(opening) for a in ranked)
    return ranked[0].headline or label if is_headline else label


def _ahead(
    candidates: Sequence[Candidate],
    chosen: Sequence[Candidate],
    material: Material,
    origins: Mapping[str, int],
) -> tuple[Point, ...]:
    """Future-dated sentences that are not points already, widely carried ones first."""
    shown = {(c.statement.article, c.statement.start) for c in chosen}
    found = [
        c
        for c in candidates
        if (c.statement.article, c.statement.start) not in shown
        and is_future(c.statement, material)
    ]
    ranked = sorted(found, key=lambda c: -len(c.members))[:_MOST_NEXT]
    return tuple(make_point(c.members, origins) for c in ranked)


def _background_points(
    material: Material,
    comparer: Comparer,
    background: frozenset[tuple[str, int]],
    origins: Mapping[str, int],
    timeline: Sequence[TimelineEntry],
) -> tuple[Point, ...]:
    """Background sentences that the timeline does not show, widely carried ones first."""
    dated = {entry.citations[0] for entry in timeline}
    others = frozenset(
        (s.article, s.start) for s in material.statements if (s.article, s.start) not in background
    )
    found = gather_candidates(material, comparer, others)
    ranked = sorted(found, key=lambda c: -len(c.members))
    points = (make_point(c.members, origins) for c in ranked)
    return tuple(p for p in points if p.citations[0] not in dated)[:_MOST_BACKGROUND]


def _sources(material: Material, origins: Mapping[str, int]) -> tuple[SourceEntry, ...]:
    outlets = sorted({d.article.source for d in material.documents if d.article.source})
    return tuple(
        SourceEntry(
            number=number,
            article=d.article.id,
            path=d.article.path,
            source=d.article.source,
            origin=d.article.origin,
            published=d.article.published,
            language=d.article.language,
            headline=d.article.headline,
            sha256=d.article.sha256,
            group=origins[d.article.id],
            doubts=doubt_names(d.article.source, d.article.origin, d.article.id, outlets),
        )
        for number, d in enumerate(material.documents, start=1)
    )
