"""The JSON shapes of the command line.

Invariant: these are the shapes that DESIGN.md's "Command line" fixes; fields may be added, none
renamed. Records hold plain dictionaries, lists, strings and numbers in a fixed order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from briefing.indexing import is_own
from briefing.lexicon.citing import cite_words
from briefing.lexicon.lookalikes import doubt_names
from briefing.model import (
    Brief,
    Citation,
    Difference,
    Document,
    Entity,
    Event,
    Fact,
    GroupedCorpus,
    PairScore,
    Participant,
    Place,
    Point,
    QuoteVariant,
)

Record = dict[str, Any]


def analyse_record(document: Document, entity_ids: Mapping[Citation, str]) -> Record:
    """One article analysed; `entity_ids` maps mentions to entities where they are known."""
    article = document.article
    return {
        "id": article.id,
        "path": article.path,
        "language": article.language,
        "headline": article.headline,
        "published": article.published,
        "source": article.source,
        "origin": article.origin,
        "text": article.text,
        "sha256": article.sha256,
        "url": article.url,
        "doubts": list(doubt_names(article.source, article.origin, article.id)),
        "blocks": [
            {"start": b.start, "end": b.end, "kind": b.kind.value, "language": b.language}
            for b in article.blocks
        ],
        "mentions": _mention_records(document, entity_ids),
        "dates": _date_records(document),
        "figures": _figure_records(document),
        "quotes": [
            {"start": q.start, "end": q.end, "text": q.text, "speaker": q.speaker}
            for q in document.quotes
        ],
    }


def _mention_records(document: Document, entity_ids: Mapping[Citation, str]) -> list[Record]:
    return [
        {
            "start": m.start,
            "end": m.end,
            "text": m.text,
            "label": m.label.value,
            "entity": entity_ids.get(Citation(document.article.id, m.start, m.end)),
            "role": m.title.role if m.title else None,
            "country": m.title.country if m.title else None,
        }
        for m in document.mentions
    ]


def _date_records(document: Document) -> list[Record]:
    return [
        {
            "start": d.start,
            "end": d.end,
            "text": d.text,
            "value": d.value,
            "partial": d.partial,
            "time": d.time,
            "zone": d.zone,
        }
        for d in document.dates
    ]


def _figure_records(document: Document) -> list[Record]:
    return [
        {
            "start": f.start,
            "end": f.end,
            "text": f.text,
            "value": f.value,
            "unit": f.unit,
            "counted": f.counted,
            "qualifier": f.qualifier.value,
        }
        for f in document.figures
    ]


def event_record(event: Event) -> Record:
    """One event; `date` is an ISO string or null."""
    return {
        "id": event.id,
        "label": event.label,
        "kind": event.kind,
        "date": event.date.value if event.date else None,
        "place": _place_record(event.place),
        "participants": [_participant_record(p) for p in event.participants],
        "organisations": [_participant_record(p) for p in event.organisations],
        "storyline": event.storyline,
        "articles": list(event.articles),
        "evidence": [_evidence_record(e) for e in event.evidence],
    }


def _place_record(place: Place) -> Record:
    return {"city": place.city, "country": place.country}


def _participant_record(participant: Participant) -> Record:
    return {"name": participant.name, "role": participant.role, "country": participant.country}


def _evidence_record(score: PairScore) -> Record:
    return {
        "left": score.left,
        "right": score.right,
        "probability": round(score.probability, 4),
        "reasons": [e.words for e in score.evidence],
    }


def events_record(corpus: GroupedCorpus) -> Record:
    """All events of a corpus, its storylines and what could not be read."""
    return {
        "events": [event_record(e) for e in corpus.events],
        "storylines": [
            {"id": s.id, "label": s.label, "events": list(s.events)} for s in corpus.storylines
        ],
        "rejected": [
            {"path": r.path, "line": r.line, "reason": r.reason} for r in corpus.rejections
        ],
    }


def followed_record(events: Iterable[Event], gone: Iterable[str], corpus: GroupedCorpus) -> Record:
    """What has changed of a corpus that is followed: the shape of `events_record`, and "gone"."""
    whole = events_record(corpus)
    return {**whole, "events": [event_record(e) for e in events], "gone": list(gone)}


def entities_record(corpus: GroupedCorpus, chosen: Iterable[Entity] | None = None) -> Record:
    """People, places and organisations, all or the chosen ones, with what names them and where."""
    documents = {d.article.id: d for d in corpus.documents}
    entities = corpus.entities if chosen is None else chosen
    return {"entities": [_entity_record(e, documents, corpus.events) for e in entities]}


def _entity_record(
    entity: Entity, documents: Mapping[str, Document], events: Iterable[Event]
) -> Record:
    named_in = events_of(entity, documents, events)
    languages = {
        documents[c.article].article.language for c in entity.mentions if c.article in documents
    }
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "variants": list(entity.variants),
        "role": entity.role,
        "country": entity.country,
        "office": entity.office,
        "organisation": entity.organisation,
        "counts": {
            "mentions": len(entity.mentions),
            "articles": len({c.article for c in entity.mentions}),
            "events": len(named_in),
            "references": len(entity.references),
        },
        "languages": sorted(filter(None, languages)),
        "mentions": citation_records(entity.mentions, documents or None),
        "titles": citation_records(entity.titles, documents or None),
        "references": citation_records(entity.references, documents or None),
        "events": named_in,
    }


def events_of(
    entity: Entity, documents: Mapping[str, Document], events: Iterable[Event]
) -> list[str]:
    """The events whose pages name the entity in their own report, not in a teaser or caption."""
    articles = {
        c.article
        for c in entity.mentions
        if c.article not in documents or is_own(documents[c.article], c.start)
    }
    return [event.id for event in events if not articles.isdisjoint(event.articles)]


def brief_record(brief: Brief, documents: Mapping[str, Document] | None = None) -> Record:
    """One brief. With the event's documents each citation also carries the words it stands on."""
    return {
        "event": event_record(brief.event),
        "headline": brief.headline,
        "bluf": [_point_record(p, documents) for p in brief.bluf],
        "facts": [_fact_record(f, documents) for f in brief.facts],
        "points": [_point_record(p, documents) for p in brief.points],
        "differences": [_difference_record(d) for d in brief.differences],
        "quotes": [
            {
                "speaker": q.speaker,
                "text": q.text,
                "language": q.language,
                "citations": citation_records(q.citations, documents),
                "variants": [_variant_record(v, documents) for v in q.variants],
            }
            for q in brief.quotes
        ],
        "timeline": [
            {
                "date": t.date,
                "text": t.text,
                "citations": citation_records(t.citations, documents),
                "background": t.is_background,
                "event": t.link.event if t.link else None,
            }
            for t in brief.timeline
        ],
        "next": [_point_record(p, documents) for p in brief.next],
        "background": [
            {**_point_record(p, documents), "event": p.link.event if p.link else None}
            for p in brief.background
        ],
        "gaps": list(brief.gaps),
        "languages": list(brief.languages),
        "origins": brief.origins,
        "sources": _source_records(brief),
    }


def _variant_record(variant: QuoteVariant, documents: Mapping[str, Document] | None) -> Record:
    return {
        "drift": variant.drift.value,
        "text": variant.text,
        "language": variant.language,
        "edits": [{"before": e.before, "after": e.after} for e in variant.edits],
        "citations": citation_records(variant.citations, documents),
    }


def _fact_record(fact: Fact, documents: Mapping[str, Document] | None) -> Record:
    return {
        "question": fact.question,
        "value": fact.value,
        "citations": citation_records(fact.citations, documents),
        "origins": fact.origins,
    }


def _point_record(point: Point, documents: Mapping[str, Document] | None) -> Record:
    return {
        "text": point.text,
        "language": point.language,
        "citations": citation_records(point.citations, documents),
        "origins": point.origins,
    }


def citation_records(
    citations: Iterable[Citation], documents: Mapping[str, Document] | None
) -> list[Record]:
    """Places, with the words that stand there where the documents are given."""
    records = []
    for c in citations:
        record: Record = {"article": c.article, "start": c.start, "end": c.end}
        if documents is not None:
            record["text"] = cite_words(documents[c.article].article.text, c.start, c.end)
        records.append(record)
    return records


def _difference_record(difference: Difference) -> Record:
    return {
        "about": difference.about,
        "values": [
            {
                "text": v.text,
                "normalised": v.normalised,
                "article": v.article,
                "start": v.start,
                "end": v.end,
            }
            for v in difference.values
        ],
    }


def _source_records(brief: Brief) -> list[Record]:
    return [
        {
            "number": s.number,
            "article": s.article,
            "path": s.path,
            "source": s.source,
            "origin": s.origin,
            "published": s.published,
            "language": s.language,
            "headline": s.headline,
            "group": s.group,
            "sha256": s.sha256,
            "doubts": list(s.doubts),
        }
        for s in brief.sources
    ]
