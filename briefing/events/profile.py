"""What a page says of its own event, in a form that two pages can be compared by.

Invariant: a profile is made from the article's own report alone, its headline and lead before the
rest; background sentences count next to nothing, asides not at all.
"""

from __future__ import annotations

import hashlib
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from briefing.days import is_day, parse_day
from briefing.events.weighting import BACKGROUND_WEIGHT, locate_mentions, weigh_sentences
from briefing.events.whereabouts import place_votes
from briefing.lexicon.countries import country_named, is_demonym
from briefing.lexicon.event_kinds import kinds_of
from briefing.lexicon.folding import WORD, fold
from briefing.model import BlockKind, Citation, Document, Entity, Label, Sentence

CORE = 1.5
"""The weight of one lead sentence or two of the body: what makes someone central to a page."""
TITLED_CORE = 1.0
"""The same for someone whom the page introduces with a title: one body sentence."""
LEADING = 2.0
"""The weight of headline, standfirst and the first two sentences."""
CLEAR_TOWN = 4.0
"""The votes from which on a page says where its act was: "in" it, in the headline or lead."""
STEM = 7
"""Words are compared by their first letters, which inflections and many cognates share."""
ENTITY = 1.5
"""What an entity weighs in the likeness of two pages, where a word weighs 1."""
ENTITY_MARK = "="
"""Before the id of an entity, so that it is no word."""
SHINGLE = 5
"""Words in a shingle, for finding copies (Broder 1997)."""
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞŁŠŽ]")


@dataclass(frozen=True, slots=True)
class Profile:
    """The comparable side of a page. Weights are not normalised.

    `people`, `cities`, `countries`, `organisations` map entity ids and English names to weights,
    `core` are the people of the headline, the lead, or of several sentences, `titled` those whom
    the page introduces with a title, `leading` those of the headline and the first two sentences,
    `beside` the sorted pairs of core people whom one sentence names, `offices` the role and country
    of those who have a role.
    `town` is the known town where the page's lead puts the act. `names` and `stems`
    map folded prefixes of capitalised and of other words to weights. `days` are ISO days that the
    lead gives for the event, `weekdays` ISO numbers where only that is known.
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
    names: Mapping[str, float]
    stems: Mapping[str, float]
    title: frozenset[str]
    figures: frozenset[tuple[float, str]]
    days: frozenset[str]
    weekdays: frozenset[int]
    kinds: Mapping[str, float]
    shingles: frozenset[int]


def build_profile(
    document: Document, entity_of: Mapping[Citation, str], entities: Mapping[str, Entity]
) -> Profile:
    """The profile of one page; `entity_of` says which entity each mention belongs to."""
    article = document.article
    weighed = weigh_sentences(document)
    own = [(s, w) for s, w in weighed if w > BACKGROUND_WEIGHT]
    people = _weigh(document, weighed, entity_of, Label.PER)
    titled = _titled(document, entity_of)
    places = _weigh(document, weighed, entity_of, Label.LOC)
    countries = _countries(document, weighed, places, entities)
    core = frozenset(p for p, w in people.items() if w >= (TITLED_CORE if p in titled else CORE))
    named = _by_sentence(document, weighed, entity_of)
    names, stems = _words(article.text, weighed)
    kinds = _kinds(document, own)
    days, weekdays = event_days(document)
    return Profile(
        article=article.id,
        language=article.language or "",
        published=parse_day(article.published),
        people=people,
        core=core,
        titled=titled,
        leading=frozenset(p for (_, w), ids in named.items() if w >= LEADING for p in ids),
        beside=frozenset(p for ids in named.values() for p in combinations(sorted(ids & core), 2)),
        offices={p: (r, entities[p].country) for p in people if (r := entities[p].role)},
        cities={p: w for p, w in places.items() if entities[p].name != entities[p].country},
        town=_town(document, own, entity_of, entities, kinds),
        countries=countries,
        organisations=_weigh(document, weighed, entity_of, Label.ORG),
        names=names,
        stems=stems,
        title=frozenset(_title_words(document)),
        figures=_figures(document, own),
        days=days,
        weekdays=weekdays,
        kinds=kinds,
        shingles=frozenset(_shingles(article.text, [s for s, _ in weighed])),
    )


def whole_of(profile: Profile) -> dict[str, float]:
    """Names, words and entities of a page together; an entity counts for more than a word."""
    words = {
        k: profile.names.get(k, 0.0) + profile.stems.get(k, 0.0)
        for k in {**profile.names, **profile.stems}
    }
    for entities in (profile.people, profile.cities, profile.organisations):
        words |= {f"{ENTITY_MARK}{e}": ENTITY * math.log1p(w) for e, w in entities.items()}
    return words


def event_days(document: Document) -> tuple[frozenset[str], frozenset[int]]:
    """The days and bare weekdays that headline, standfirst and lead give."""
    lead = _lead(document)
    inside = [d for d in document.dates if any(s.start <= d.start < s.end for s in lead)]
    days = {d.value for d in inside if d.value and is_day(d.value)}
    weekdays = {
        int(d.partial[1:]) for d in inside if d.partial and re.fullmatch(r"W[1-7]", d.partial)
    }
    weekdays |= {date.fromisoformat(d).isoweekday() for d in days}
    return frozenset(days), frozenset(weekdays)


def _lead(document: Document) -> list[Sentence]:
    weighed = weigh_sentences(document)
    heads = [s for s, w in weighed if s.kind is BlockKind.HEADLINE]
    body = [s for s, w in weighed if s.kind is not BlockKind.HEADLINE and w > BACKGROUND_WEIGHT]
    return heads + body[:3]


def _weigh(
    document: Document,
    weighed: Sequence[tuple[Sentence, float]],
    entity_of: Mapping[Citation, str],
    label: Label,
) -> dict[str, float]:
    """Entity ids of one kind with the summed weights of the sentences that name them."""
    found: defaultdict[str, float] = defaultdict(float)
    for mention, _, weight in locate_mentions(document, weighed, label):
        entity = entity_of.get(Citation(document.article.id, mention.start, mention.end))
        if entity is not None:
            found[entity] += weight
    return dict(sorted(found.items()))


def _by_sentence(
    document: Document,
    weighed: Sequence[tuple[Sentence, float]],
    entity_of: Mapping[Citation, str],
) -> dict[tuple[Sentence, float], set[str]]:
    """The people whom each sentence names."""
    found: defaultdict[tuple[Sentence, float], set[str]] = defaultdict(set)
    for mention, sentence, weight in locate_mentions(document, weighed, Label.PER):
        entity = entity_of.get(Citation(document.article.id, mention.start, mention.end))
        if entity is not None:
            found[sentence, weight].add(entity)
    return found


def _figures(
    document: Document, own: Sequence[tuple[Sentence, float]]
) -> frozenset[tuple[float, str]]:
    """The figures of the page's own event; 0, 1 and 2 are too common to tell anything."""
    return frozenset(
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
    kind = min(kinds, key=lambda k: (-kinds[k], k), default="event")
    votes = place_votes(document, own, entity_of, kind)
    towns = {
        place: vote
        for place, (vote, _) in votes.items()
        if vote >= CLEAR_TOWN and entities[place].country not in {None, entities[place].name}
    }
    return min(towns, key=lambda p: (-towns[p], p), default=None)


def _titled(document: Document, entity_of: Mapping[Citation, str]) -> frozenset[str]:
    titles = (m for m in document.mentions if m.title is not None)
    found = (entity_of.get(Citation(document.article.id, m.start, m.end)) for m in titles)
    return frozenset(p for p in found if p is not None)


def _countries(
    document: Document,
    weighed: Sequence[tuple[Sentence, float]],
    places: Mapping[str, float],
    entities: Mapping[str, Entity],
) -> dict[str, float]:
    """Countries named, by their demonyms too, and those of the cities at half weight."""
    found: defaultdict[str, float] = defaultdict(float)
    inside = {at for m in document.mentions if m.label is Label.PER for at in range(m.start, m.end)}
    for sentence, weight in weighed:
        for match in WORD.finditer(document.article.text, sentence.start, sentence.end):
            word = match.group()
            country = country_named(word) if match.start() not in inside else None
            # In lower case only demonyms are meant: "marocain", but not the French "réunion".
            if country is not None and (not word[0].islower() or is_demonym(word)):
                found[country] += weight
    for place, weight in places.items():
        country = entities[place].country
        if country is not None:
            found[country] += weight / 2
    return dict(sorted(found.items()))


def _folded_words(text: str, sentence: Sentence) -> list[str]:
    return [fold(m.group()) for m in WORD.finditer(text, sentence.start, sentence.end)]


def _kinds(document: Document, own: Sequence[tuple[Sentence, float]]) -> dict[str, float]:
    """The kinds of act that headline and lead tell, with the weights of their sentences."""
    kinds: defaultdict[str, float] = defaultdict(float)
    for sentence, weight in own[:3]:
        for kind, count in kinds_of(_unquoted_words(document, sentence)).items():
            kinds[kind] += weight * count
    return dict(sorted(kinds.items()))


def _unquoted_words(document: Document, sentence: Sentence) -> list[str]:
    """What a page itself says: in a quotation, a contract or a strike may be mere words."""
    quotes = [q for q in document.quotes if q.end > sentence.start and q.start < sentence.end]
    return [
        fold(m.group())
        for m in WORD.finditer(document.article.text, sentence.start, sentence.end)
        if not any(q.start <= m.start() < q.end for q in quotes)
    ]


def _words(
    text: str, weighed: Sequence[tuple[Sentence, float]]
) -> tuple[dict[str, float], dict[str, float]]:
    """Prefixes of words that are capitalised within a sentence, and of the other long words."""
    names: defaultdict[str, float] = defaultdict(float)
    stems: defaultdict[str, float] = defaultdict(float)
    for sentence, weight in weighed:
        for match in WORD.finditer(text, sentence.start, sentence.end):
            for word in fold(match.group()).split():
                if len(word) <= 3 and not word.isdigit():  # noqa: PLR2004 - function words
                    continue
                is_name = bool(_CAPITAL.match(match.group())) and match.start() > sentence.start
                (names if is_name else stems)[sys.intern(word[:STEM])] += weight
    return _damped(names), _damped(stems)


def _damped(weights: Mapping[str, float]) -> dict[str, float]:
    """Repetition counts, but ever less (sublinear term frequency)."""
    return {k: math.log1p(w) for k, w in sorted(weights.items())}


def _title_words(document: Document) -> Iterable[str]:
    heads = [s for s in document.sentences if s.kind is BlockKind.HEADLINE]
    for sentence in heads[:2]:
        for word in _folded_words(document.article.text, sentence):
            yield from (w[:STEM] for w in word.split() if len(w) > 3)  # noqa: PLR2004 - function words


def _shingles(text: str, sentences: Sequence[Sentence]) -> Iterable[int]:
    """Hashes of all runs of five words of the article's own text."""
    words = [w for s in sentences for w in _folded_words(text, s)]
    for start in range(len(words) - SHINGLE + 1):
        run = " ".join(words[start : start + SHINGLE]).encode()
        yield int.from_bytes(hashlib.blake2b(run, digest_size=8).digest(), "big")
