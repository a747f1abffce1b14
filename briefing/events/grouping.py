"""The stages of grouping, one after the other: profiles, blocking, scoring, clustering, facts.

Invariant: `Grouping.events` is a partition of the articles. An event is named after its first
report (earliest publication, then smallest content hash), so that a later article that joins it
changes neither its id nor any other event's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.events.blocking import candidate_pairs
from briefing.events.choice import choose_pairs
from briefing.events.clustering import cluster_articles
from briefing.events.corrections import constrain
from briefing.events.facts import (
    event_date,
    event_kind,
    event_organisations,
    event_participants,
    headline_of,
)
from briefing.events.placing import event_place
from briefing.events.profile import build_profile
from briefing.events.scoring import (
    Scored,
    Weights,
    as_links,
    explain_pairs,
    score_pairs,
    shipped_weights,
)
from briefing.events.sources import Source, as_source
from briefing.events.statistics import CorpusStatistics, count_corpus
from briefing.events.storylines import find_storylines
from briefing.indexing import index_mentions
from briefing.lexicon.event_kinds import ENCOUNTERS
from briefing.model import (
    Citation,
    Correction,
    Document,
    Entity,
    Event,
    PairScore,
    Participant,
    Storyline,
)

LONGEST_LABEL = 90
UNDATED = "9999"
"""Sorts what has no date behind what has one."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The events of a corpus by date and id, undated ones last, and the storylines above them."""

    events: tuple[Event, ...]
    storylines: tuple[Storyline, ...]


def group_events(
    documents: Sequence[Document],
    entities: Sequence[Entity],
    weights: Weights | None = None,
    corrections: Sequence[Correction] = (),
) -> Grouping:
    """Group articles by the one event that each reports; shipped weights by default.

    What the reader decided (`corrections`, the latest last) holds whatever the scores say.
    """
    ordered = sorted(documents, key=lambda d: d.article.id)
    by_id = {e.id: e for e in entities}
    entity_of = index_mentions(entities)
    profiles = {d.article.id: build_profile(d, entity_of, by_id) for d in ordered}
    corpus = count_corpus(list(profiles.values()))
    model = weights or shipped_weights()
    scored = score_pairs(candidate_pairs(list(profiles.values())), profiles, corpus, model)
    constraints = constrain(corrections, {d.article.id: d.article.sha256 for d in ordered})
    clusters = cluster_articles(profiles, *as_links(scored, model), constraints)
    names = {e.id: e.name for e in entities}
    evidence = _explain(choose_pairs(clusters, scored), scored, corpus, names, model)
    sources = {d.article.id: as_source(d, profiles[d.article.id]) for d in ordered}
    events = [
        _describe([sources[a] for a in cluster], evidence[cluster], entity_of, by_id)
        for cluster in clusters
    ]
    events = sorted(
        _with_unique_ids(events), key=lambda e: (e.date.value if e.date else UNDATED, e.id)
    )
    storylines = find_storylines(events, profiles)
    series = {event: s.id for s in storylines for event in s.events}
    return Grouping(
        tuple(replace(e, storyline=series.get(e.id)) for e in events),
        storylines,
    )


def _explain(
    chosen: Mapping[tuple[str, ...], Sequence[tuple[str, str, float]]],
    scored: Scored,
    corpus: CorpusStatistics,
    names: Mapping[str, str],
    model: Weights,
) -> dict[tuple[str, ...], tuple[PairScore, ...]]:
    """The chosen pairs in words, which cost as much as scoring: most pairs are never shown."""
    return {
        cluster: explain_pairs(pairs, scored.pages, corpus, names, model)
        for cluster, pairs in chosen.items()
    }


def _describe(
    sources: Sequence[Source],
    evidence: tuple[PairScore, ...],
    entity_of: Mapping[Citation, str],
    entities: Mapping[str, Entity],
) -> Event:
    kind = event_kind(sources)
    place = event_place(sources, entity_of, entities, kind)
    participants = event_participants(sources, entity_of, entities)
    first = min(
        (s.document.article for s in sources), key=lambda a: (a.published or UNDATED, a.sha256)
    )
    return Event(
        id=f"e-{first.sha256[:8]}",
        label=_label(kind, place.city, participants, sources, entities),
        kind=kind,
        date=event_date(sources, kind),
        place=place,
        participants=participants,
        organisations=event_organisations(sources, entity_of, entities),
        articles=tuple(s.id for s in sources),
        evidence=evidence,
    )


def _with_unique_ids(events: Sequence[Event]) -> list[Event]:
    """Number the later of two events whose first reports are the same text."""
    by_id: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_id[event.id].append(event)
    return [
        event if number == 1 else replace(event, id=f"{event.id}-{number}")
        for same in by_id.values()
        for number, event in enumerate(sorted(same, key=lambda e: e.articles), start=1)
    ]


def _label(
    kind: str,
    city: str | None,
    participants: Sequence[Participant],
    sources: Sequence[Source],
    entities: Mapping[str, Entity],
) -> str:
    """Call it "A–B meeting, City" for two or three who met, else the first report's headline."""
    everywhere = [p for p in participants if any(p.entity in s.profile.core for s in sources)]
    if kind in ENCOUNTERS and 2 <= len(everywhere) <= 3:  # noqa: PLR2004 - who met whom
        names = "–".join(_surname(entities[p.entity]) for p in everywhere)
        return f"{names} {kind}" + (f", {city}" if city else "")
    headlines = [s for s in sources if s.document.article.headline] or list(sources)
    first = min(headlines, key=lambda s: (s.document.article.published or UNDATED, s.id))
    return shorten(headline_of(first.document), LONGEST_LABEL)


def _surname(entity: Entity) -> str:
    """The short form that the pages themselves use, else the last part of the name."""
    last = entity.name.split()[-1]
    short = [v for v in entity.variants if v != entity.name and entity.name.endswith(v)]
    return short[0] if short else last


def shorten(text: str, most: int) -> str:
    """A text cut at a word border, with an ellipsis, to at most `most` characters."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
