"""What a page says of its own event, in a form that two pages can be compared by.

Invariant: a profile is made from the article's own report alone, its headline and lead before the
rest; background sentences count next to nothing, asides not at all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import combinations
from typing import Any, TypeVar

from briefing.days import is_day, parse_day
from briefing.events.ordinals import editions, numbered_events
from briefing.events.weighting import BACKGROUND_WEIGHT, locate
from briefing.events.whereabouts import place_votes
from briefing.events.wording import Form, Told, read_sentences
from briefing.lexicon.countries_abroad import countries_abroad
from briefing.model import BlockKind, Citation, Document, Entity, Label, Sentence

CORE = 1.5
"""The weight of one lead sentence or two of the body: what makes someone central to a page."""
TITLED_CORE = 1.0
"""The same for someone whom the page introduces with a title: one body sentence."""
LEADING = 2.0
"""The weight of headline, standfirst and the first two sentences."""
CLEAR_TOWN = 4.0
"""The votes from which on a page says where its act was: "in" it, in the headline or lead."""

Key = TypeVar("Key")
Naming = tuple[str, float, int]
"""An entity that a sentence names, with the sentence's weight and where it starts."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The comparable side of a page. Weights are not normalised.

    `people`, `cities`, `countries`, `organisations` map entity ids and English names to weights,
    `core` are the people of the headline, the lead, or of several sentences, `titled` those whom
    the page introduces with a title, `leading` those of the headline and the first two sentences,
    `beside` the sorted pairs of core people whom one sentence names, `offices` the role and country
    of those who have a role.
    `town` is the known town where the page's lead puts the act. `days` are ISO days that the lead
    gives for the event, `weekdays` ISO numbers where only that is known. `editions` are the
    numbers of meetings, rounds and the like that it reports. `kinds` are those of the acts that
    headline and lead name, `hints` those that they only hint at. Mappings are sorted.
    """

    article: str
    language: str
    published: date | None
    people: Mapping[str, float]
    core: frozenset[str]
    titled: frozenset[str]
    leading: frozenset[str]
    beside: frozenset[tuple[str, str]]
    offices: Mapping[str, tuple[str, str | None]]
    cities: Mapping[str, float]
    town: str | None
    countries: Mapping[str, float]
    organisations: Mapping[str, float]
    figures: frozenset[tuple[float, str]]
    days: frozenset[str]
    weekdays: frozenset[int]
    kinds: Mapping[str, float]
    hints: Mapping[str, float] = field(default_factory=dict)
    editions: Mapping[str, int] = field(default_factory=dict)


def build_profile(
    document: Document,
    entity_of: Mapping[Citation, str],
    entities: Mapping[str, Entity],
    told: Sequence[Told] | None = None,
) -> Profile:
    """The profile of one page; `entity_of` says which entity each mention belongs to.

    `told` are its sentences where they have been read already.
    """
    told = read_sentences(document) if told is None else told
    weighed = [(t.sentence, t.weight) for t in told]
    own = [(s, w) for s, w in weighed if w > BACKGROUND_WEIGHT]
    named = _named(document, weighed, entity_of)
    people, places = _weigh(named[Label.PER]), _weigh(named[Label.LOC])
    titled = _titled(document, entity_of)
    core = _once(p for p, w in people.items() if w >= (TITLED_CORE if p in titled else CORE))
    kinds, hints = _kinds(document, told)
    days, weekdays = event_days(document, weighed)
    return Profile(
        article=document.article.id,
        language=document.article.language or "",
        published=parse_day(document.article.published),
        people=people,
        core=core,
        titled=titled,
        leading=_once(p for p, weight, _ in named[Label.PER] if weight >= LEADING),
        beside=_beside(named[Label.PER], core),
        offices={p: (r, entities[p].country) for p in people if (r := entities[p].role)},
        cities={p: w for p, w in places.items() if entities[p].name != entities[p].country},
        town=_town(document, own, entity_of, entities, kinds),
        countries=_countries(document, told, places, entities),
        organisations=_weigh(named[Label.ORG]),
        figures=_figures(document, own),
        days=days,
        weekdays=weekdays,
        kinds=kinds,
        hints=hints,
        editions=editions(numbered_events(document, told)),
    )


def _once(keys: Iterable[Key]) -> frozenset[Key]:
    """A set that equal ones share: pages of one day, or with nothing of a kind, are many."""
    return _shared(frozenset(keys))


_shared: Callable[[frozenset[Any]], frozenset[Any]] = lru_cache(maxsize=1 << 14)(frozenset)


def event_days(
    document: Document, weighed: Sequence[tuple[Sentence, float]]
) -> tuple[frozenset[str], frozenset[int]]:
    """The days and bare weekdays that headline, standfirst and lead give."""
    lead = _lead(weighed)
    inside = [d for d in document.dates if any(s.start <= d.start < s.end for s in lead)]
    days = {d.value for d in inside if d.value and is_day(d.value)}
    weekdays = {
        int(d.partial[1:]) for d in inside if d.partial and re.fullmatch(r"W[1-7]", d.partial)
    }
    weekdays |= {date.fromisoformat(d).isoweekday() for d in days}
    return _once(days), _once(weekdays)


def _lead(weighed: Sequence[tuple[Sentence, float]]) -> list[Sentence]:
    heads = [s for s, w in weighed if s.kind is BlockKind.HEADLINE]
    body = [s for s, w in weighed if s.kind is not BlockKind.HEADLINE and w > BACKGROUND_WEIGHT]
    return heads + body[:3]


def _named(
    document: Document,
    weighed: Sequence[tuple[Sentence, float]],
    entity_of: Mapping[Citation, str],
) -> Mapping[Label, Sequence[Naming]]:
    """The entities of each kind that sentences name, as often as they do."""
    named: defaultdict[Label, list[Naming]] = defaultdict(list)
    for mention, sentence, weight in locate(document, weighed):
        entity = entity_of.get(Citation(document.article.id, mention.start, mention.end))
        if entity is not None:
            named[mention.label].append((entity, weight, sentence.start))
    return named


def _weigh(named: Iterable[Naming]) -> dict[str, float]:
    """Entity ids with the summed weights of the sentences that name them."""
    found: defaultdict[str, float] = defaultdict(float)
    for entity, weight, _ in named:
        found[entity] += weight
    return dict(sorted(found.items()))


def _beside(named: Iterable[Naming], core: frozenset[str]) -> frozenset[tuple[str, str]]:
    """The pairs of core people whom one sentence names."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for person, _, sentence in named:
        if person in core:
            found[sentence].add(person)
    return _once(p for people in found.values() for p in combinations(sorted(people), 2))


def _figures(
    document: Document, own: Sequence[tuple[Sentence, float]]
) -> frozenset[tuple[float, str]]:
    """The figures of the page's own event; 0, 1 and 2 are too common to tell anything."""
    return _once(
        (f.value, f.unit or "")
        for f in document.figures
        if f.value > 2  # noqa: PLR2004 - as said
        and any(s.start <= f.start < s.end for s, _ in own)
    )


def _town(
    document: Document,
    own: Sequence[tuple[Sentence, float]],
    entity_of: Mapping[Citation, str],
    entities: Mapping[str, Entity],
    kinds: Mapping[str, float],
) -> str | None:
    article = document.article.id
    spans = (Citation(article, m.start, m.end) for m in document.mentions if m.label is Label.LOC)
    named = {entity_of[span] for span in spans if span in entity_of}
    known = {p for p in named if entities[p].country not in {None, entities[p].name}}
    if not known:
        return None
    kind = min(kinds, key=lambda k: (-kinds[k], k), default="event")
    votes = place_votes(document, own, entity_of, kind)
    towns = {p: vote for p, (vote, _) in votes.items() if vote >= CLEAR_TOWN and p in known}
    return min(towns, key=lambda p: (-towns[p], p), default=None)


def _titled(document: Document, entity_of: Mapping[Citation, str]) -> frozenset[str]:
    titles = (m for m in document.mentions if m.title is not None)
    found = (entity_of.get(Citation(document.article.id, m.start, m.end)) for m in titles)
    return _once(p for p in found if p is not None)


def _countries(
    document: Document,
    told: Sequence[Told],
    places: Mapping[str, float],
    entities: Mapping[str, Entity],
) -> dict[str, float]:
    """Countries named, by their demonyms too, and those of the cities at half weight."""
    found: defaultdict[str, float] = defaultdict(float)
    people = [(m.start, m.end) for m in document.mentions if m.label is Label.PER]
    for each in told:
        if any(form.country for form in each.words):
            for start, form in zip(each.starts, each.words, strict=True):
                if form.country and not any(s <= start < e for s, e in people):
                    found[form.country] += each.weight
        span = each.sentence.start, each.sentence.end
        for abroad in countries_abroad(document.article.text, *span, document.article.language):
            found[abroad.country] += each.weight
    for place, weight in places.items():
        country = entities[place].country
        if country is not None:
            found[country] += weight / 2
    return dict(sorted(found.items()))


def _kinds(document: Document, told: Sequence[Told]) -> tuple[dict[str, float], dict[str, float]]:
    """The kinds of act that headline and lead name and hint at, weighed by their sentences.

    The name of a body hints at nothing: a satellite maker is bought, not launched.
    """
    bodies = [m for m in document.mentions if m.label is Label.ORG]
    kinds: defaultdict[str, float] = defaultdict(float)
    hints: defaultdict[str, float] = defaultdict(float)
    for each in [t for t in told if t.weight > BACKGROUND_WEIGHT][:3]:
        for start, form in _unquoted(document, each):
            if form.kind:
                kinds[form.kind] += each.weight
            elif form.hint and not any(m.start <= start < m.end for m in bodies):
                hints[form.hint] += each.weight
    return dict(sorted(kinds.items())), dict(sorted(hints.items()))


def _unquoted(document: Document, told: Told) -> Iterator[tuple[int, Form]]:
    """What a page itself tells: in a quotation, a contract or a strike may be mere words."""
    if not any(form.kind or form.hint for form in told.words):
        return
    begin, end = told.sentence.start, told.sentence.end
    quotes = [q for q in document.quotes if q.end > begin and q.start < end]
    for start, form in zip(told.starts, told.words, strict=True):
        if not any(q.start <= start < q.end for q in quotes):
            yield start, form
