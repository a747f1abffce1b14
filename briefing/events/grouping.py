"""The stages of grouping, one after the other: profiles, blocking, scoring, clustering, facts.

Invariant: `Grouping.events` is a partition of the articles. An event is named after its first
report (earliest publication, then smallest content hash), so that a later article that joins it
changes neither its id nor any other event's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from briefing.events.blocking import candidate_pairs
from briefing.events.choice import choose_pairs
from briefing.events.clustering import cluster_articles
from briefing.events.corpus import Corpus, lay_out
from briefing.events.corrections import Constraints, constrain
from briefing.events.facts import (
    event_date,
    event_kind,
    event_organisations,
    event_participants,
    headline_of,
)
from briefing.events.guests import without_guests
from briefing.events.placing import event_place
from briefing.events.profile import Profile, build_profile
from briefing.events.scoring import (
    Weights,
    as_links,
    explain_pairs,
    score_pairs,
    shipped_weights,
)
from briefing.events.sounds import have_abroad, name_sounds
from briefing.events.sources import Source, as_source
from briefing.events.storylines import find_storylines
from briefing.events.wording import Wording, find_notions, find_wording, read_sentences
from briefing.indexing import index_mentions
from briefing.lexicon.event_kinds import ENCOUNTERS
from briefing.lexicon.folding import fold
from briefing.lexicon.name_words import PARTICLES
from briefing.model import (
    Citation,
    Correction,
    Document,
    Entity,
    Event,
    EventDate,
    PairScore,
    Participant,
    Storyline,
)

LONGEST_LABEL = 90
LONE_PARTICLES = PARTICLES - {"ben"}
"""What opens a name that has no given name; "Ben" is oftener a given name."""
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
    basis = choose_basis(ordered)
    corpus = lay_out(read_page(d, entity_of, by_id, basis) for d in ordered)
    constraints = constrain(corrections, {d.article.id: d.article.sha256 for d in ordered})
    names = {e.id: e.name for e in entities}
    told = _cluster(corpus, weights or shipped_weights(), constraints, names)
    pages, terms = corpus.profiles, corpus.terms
    del corpus  # of 100,000 pages it holds some hundred megabytes that nothing needs any more
    profiles = {p.article: p for p in pages}
    by_article = {d.article.id: d for d in ordered}
    events = [
        _describe(
            [as_source(by_article[a], profiles[a]) for a in cluster], evidence, entity_of, by_id
        )
        for cluster, evidence in told.items()
    ]
    found = sorted(
        _with_unique_ids(without_guests(events, profiles, by_article)),
        key=lambda e: (e.date.value if e.date else UNDATED, e.id),
    )
    storylines = find_storylines(found, pages, terms)
    series = {event: s.id for s in storylines for event in s.events}
    return Grouping(
        tuple(replace(e, storyline=series.get(e.id)) for e in found),
        storylines,
    )


@dataclass(frozen=True, slots=True)
class Basis:
    """By what else than words pages are compared: how names sound, what words stand for."""

    sounds: bool = False
    notions: bool = False


def choose_basis(documents: Sequence[Document]) -> Basis:
    """What the languages of a corpus ask for; pages of one language need neither."""
    languages = {document.article.language for document in documents}
    return Basis(sounds=have_abroad(documents), notions=len(languages) > 1)


def read_page(
    document: Document,
    entity_of: Mapping[Citation, str],
    entities: Mapping[str, Entity],
    basis: Basis = Basis(),
) -> tuple[Profile, Wording]:
    """What a page says of its event, in which words, and what else `basis` asks for."""
    told = read_sentences(document)
    wording = find_wording(told)
    if basis.sounds:
        wording = replace(wording, sounds=name_sounds(document, told))
    if basis.notions:
        wording = replace(wording, notions=find_notions(told))
    return build_profile(document, entity_of, entities, told), wording


def _cluster(
    corpus: Corpus, model: Weights, constraints: Constraints, names: Mapping[str, str]
) -> dict[tuple[str, ...], tuple[PairScore, ...]]:
    """The articles of each event, with the evidence; what compares them is not kept.

    Only chosen pairs are put into words: most pairs are never shown.
    """
    scored = score_pairs(candidate_pairs(corpus), corpus, model)
    clusters = cluster_articles(corpus.articles, *as_links(scored, model), constraints)
    chosen = choose_pairs(clusters, scored)
    told = explain_pairs(list(chain.from_iterable(chosen.values())), scored, names, model)
    return {cluster: tuple(told[row] for row in rows) for cluster, rows in chosen.items()}


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
    date = event_date(sources, kind)
    reports = _reports(sources, date)
    return Event(
        id=f"e-{first.sha256[:8]}",
        label=_label(kind, place.city, participants, reports, entities),
        kind=kind,
        date=date,
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


def _reports(sources: Sequence[Source], day: EventDate | None) -> list[Source]:
    """The pages of the event's day and after; all, where there are only announcements."""
    if day is None:
        return list(sources)
    told = [s for s in sources if (s.document.article.published or UNDATED) >= day.value]
    return told or list(sources)


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
        names = "–".join(short_name(entities[p.entity]) for p in everywhere)
        return f"{names} {kind}" + (f", {city}" if city else "")
    headlines = [s for s in sources if s.document.article.headline] or list(sources)
    first = min(headlines, key=lambda s: (s.document.article.published or UNDATED, s.id))
    return shorten(headline_of(first.document), LONGEST_LABEL)


def short_name(entity: Entity) -> str:
    """The surname as the pages themselves shorten the name, else its last part, particles kept.

    Who is called "Ana Soto" and "Ana Soto Vidal" is Soto; "Jan van der Meer" is van der Meer.
    """
    words = entity.name.split()
    shorts = [v.split() for v in entity.variants if v != entity.name]
    ends = [len(words) - len(s) for s in shorts if words[1:][-len(s) :] == s]
    lone = [(words.index(s[0]), 1) for s in shorts if len(s) == 1 and s[0] in words[1:]]
    openings = [(1, len(s) - 1) for s in shorts if len(s) > 1 and words[: len(s)] == s]
    start, length = next(
        iter([*((at, len(words) - at) for at in ends), *lone, *openings]),
        (len(words) - 1, 1),
    )
    first = start
    while first and fold(words[first - 1]) in (PARTICLES if first > 1 else LONE_PARTICLES):
        first -= 1
    return " ".join(words[first : start + length])


def shorten(text: str, most: int) -> str:
    """A text cut at a word border, with an ellipsis, to at most `most` characters."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
