"""Who, where and when of an event, put together from its pages.

Invariant: every answer cites the spans it rests on; what the pages do not say stays None. A page
that gives no date takes the one that the other pages of its event give.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.choosing import most_common
from briefing.days import is_day, parse_day
from briefing.events.profile import Profile
from briefing.events.weighting import BACKGROUND_WEIGHT, weigh_sentences
from briefing.lexicon.folding import fold
from briefing.lexicon.places import find_place
from briefing.model import (
    BlockKind,
    Citation,
    DateMention,
    Document,
    Entity,
    EventDate,
    Label,
    Mention,
    Participant,
    Place,
    Sentence,
    Title,
)

DAYS_AROUND = 10
"""An event lies within so many days of the publication of a page that reports it."""
LEAD = 2.0
"""The sentence weight from which on a sentence is headline or lead."""
SAME_RUN = 0.2
"""The share of the best day's votes that makes its neighbour a day of the same event."""
LEAST_PLACE = 1.5
"""A place named with less weight than this is not where the event was."""
KNOWN_TOWN = 100_000
"""A town of so many inhabitants may give its name to a building without being explained."""
MOST_ORGANISATIONS = 8
_LOCATIVE = frozenset(
    "in at near outside a à en au aux près prs bei nahe cerca junto presso vicino em no na perto"
    " te bij nabij في ب قرب".split()
)
_DATELINE = re.compile(r"\s*(?:\([^)]{2,20}\)|,[^.–—]{2,20})?\s*[–—-]\s")
_DIRECTION = frozenset(
    "from to for de of von nach para hacia da di per van naar uit vers من الى إلى".split()
)


@dataclass(frozen=True, slots=True)
class Source:
    """One page of an event with its profile and its weighed sentences."""

    document: Document
    profile: Profile
    sentences: tuple[tuple[Sentence, float], ...]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.document.article.id

    def sentence_at(self, position: int) -> tuple[Sentence, float] | None:
        """The own sentence that holds a position, with its weight."""
        at = bisect_right(self.sentences, position, key=lambda entry: entry[0].start) - 1
        if at < 0 or position >= self.sentences[at][0].end:
            return None
        return self.sentences[at]


def as_source(document: Document, profile: Profile) -> Source:
    """A page made ready for fact finding."""
    return Source(document, profile, weigh_sentences(document))


def event_date(sources: Sequence[Source]) -> EventDate | None:
    """The day that most lead sentences give, the first one where they give several in a row.

    Each page votes for a day with its weightiest sentence. A day far from the publication of its
    page is another event's and has no vote.
    """
    votes: defaultdict[str, dict[str, float]] = defaultdict(dict)
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    for source in sources:
        for mention, weight in _lead_days(source):
            assert mention.value is not None
            pages = votes[mention.value]
            pages[source.id] = max(pages.get(source.id, 0.0), weight)
            cited[mention.value].append(Citation(source.id, mention.start, mention.end))
    if not votes:
        return None
    totals = {day: sum(sorted(pages.values())) for day, pages in votes.items()}
    first = _first_of_run(totals, min(totals, key=lambda d: (-totals[d], d)))
    agreeing = [c for s in sources for c in _weekdays_of(s, first)]
    return EventDate(first, tuple(sorted({*cited[first], *agreeing})))


def _weekdays_of(source: Source, day: str) -> Iterator[Citation]:
    """Where the lead of an undated page gives the weekday of a day: "on Monday"."""
    weekday = f"W{date.fromisoformat(day).isoweekday()}"
    for mention in source.document.dates:
        if mention.value is None and mention.partial == weekday:
            located = source.sentence_at(mention.start)
            if located is not None and located[1] >= LEAD:
                yield Citation(source.id, mention.start, mention.end)


def _first_of_run(totals: Mapping[str, float], best: str) -> str:
    """The first of the neighbouring days that pages also give: events may last several days."""
    first = best
    while True:
        before = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
        if totals.get(before, 0.0) < SAME_RUN * totals[best]:
            return first
        first = before


def _lead_days(source: Source) -> Iterator[tuple[DateMention, float]]:
    published = parse_day(source.document.article.published)
    for mention in source.document.dates:
        located = source.sentence_at(mention.start)
        if located is None or located[1] < LEAD or not mention.value or not is_day(mention.value):
            continue
        day = date.fromisoformat(mention.value)
        if published is None or abs(day - published) <= timedelta(days=DAYS_AROUND):
            yield mention, located[1]


def event_place(
    sources: Sequence[Source],
    entity_of: Mapping[Citation, str],
    entities: Mapping[str, Entity],
) -> Place:
    """The place that the headline and lead sentences put the event in.

    A preposition of place before a name counts for it, one of direction against it.
    """
    votes: defaultdict[str, float] = defaultdict(float)
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    for source in sources:
        for mention, weight in _own(source, Label.LOC):
            citation = Citation(source.id, mention.start, mention.end)
            entity = entity_of.get(citation)
            if entity is not None:
                votes[entity] += weight * _locative(source.document.article.text, mention)
                cited[entity].append(citation)
    cities = {e: v for e, v in votes.items() if entities[e].name != entities[e].country}
    ranked = sorted(cities, key=lambda e: (-cities[e], e))
    country = _top_country(votes, entities)
    if ranked and cities[ranked[0]] >= LEAST_PLACE:
        city = entities[ranked[0]]
        name, nation = _town_of(city)
        return Place(name, nation or country, tuple(sorted(cited[ranked[0]])))
    return Place(None, country, ())


def _town_of(place: Entity) -> tuple[str, str | None]:
    """The town that a building is called after ("the hospital of Lyon"), else the place itself."""
    words = re.split(r"\s+|(?<=[dlDL])['’]", place.name)
    if place.country is None and len(words) > 1:
        town = find_place(words[-1])
        if town is not None and town.kind == "city" and town.population >= KNOWN_TOWN:
            return town.name, town.country
    return place.name, place.country


def _top_country(votes: Mapping[str, float], entities: Mapping[str, Entity]) -> str | None:
    totals: defaultdict[str, float] = defaultdict(float)
    for entity in sorted(votes):
        country = entities[entity].country
        if country is not None:
            totals[country] += votes[entity]
    ranked = sorted(totals, key=lambda c: (-totals[c], c))
    if not ranked or totals[ranked[0]] < LEAST_PLACE:
        return None
    is_clear = len(ranked) == 1 or totals[ranked[0]] >= 2 * totals[ranked[1]]
    return ranked[0] if is_clear else None


def _locative(text: str, mention: Mention) -> float:
    """How far the words around a name say that something happened there."""
    if _DATELINE.match(text[mention.end : mention.end + 32]):
        return 3.0
    start = max(0, mention.start - 40)
    clause = re.split(r"[.;:!?()\n]", text[start : mention.start])[-1]
    before = [fold(w) or w for w in re.findall(r"\w+", clause)][-4:]
    if before and before[-1] in _DIRECTION:
        return 0.5
    if before and before[-1] in _LOCATIVE:
        return 2.0
    return 1.5 if any(w in _LOCATIVE for w in before) else 0.75


def _own(source: Source, label: Label) -> Iterator[tuple[Mention, float]]:
    """Mentions of one kind in the page's own report, background left out."""
    for mention in source.document.mentions:
        if mention.label is label:
            located = source.sentence_at(mention.start)
            if located is not None and located[1] > BACKGROUND_WEIGHT:
                yield mention, located[1]


def event_participants(
    sources: Sequence[Source],
    entity_of: Mapping[Citation, str],
    entities: Mapping[str, Entity],
) -> tuple[Participant, ...]:
    """The people who took part or speak of it, the most prominent first.

    Someone takes part who is named in headline or lead, or elsewhere in the page's own report
    with a title or as a speaker; who is named in background sentences only does not.
    """
    found: defaultdict[str, float] = defaultdict(float)
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    titles: defaultdict[str, list[Title]] = defaultdict(list)
    taking_part: set[str] = set()
    for source in sources:
        speakers = {q.speaker_span for q in source.document.quotes if q.speaker_span}
        spoken = {fold(q.speaker) for q in source.document.quotes if q.speaker}
        for mention, weight in _own(source, Label.PER):
            citation = Citation(source.id, mention.start, mention.end)
            person = entity_of.get(citation)
            if person is None:
                continue
            found[person] += weight
            cited[person].append(citation)
            is_speaker = fold(mention.text) in spoken or any(
                s.start <= mention.start < s.end for s in speakers
            )
            if mention.title is not None:
                titles[person].append(mention.title)
            if weight >= LEAD or mention.title is not None or is_speaker:
                taking_part.add(person)
    ranked = sorted(taking_part, key=lambda p: (-found[p], p))
    return tuple(_participant(entities[p], cited[p], titles[p]) for p in ranked)


def _participant(
    entity: Entity, citations: Sequence[Citation], titles: Sequence[Title] = ()
) -> Participant:
    """What the event's own pages call someone goes before what other pages do."""
    return Participant(
        name=entity.name,
        role=most_common(t.role for t in titles if t.role) or entity.role,
        country=most_common(t.country for t in titles if t.country) or entity.country,
        entity=entity.id,
        citations=tuple(sorted(citations)),
    )


def event_organisations(
    sources: Sequence[Source],
    entity_of: Mapping[Citation, str],
    entities: Mapping[str, Entity],
) -> tuple[Participant, ...]:
    """The organisations that the pages' own report dwells on, the most prominent first."""
    found: defaultdict[str, float] = defaultdict(float)
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    for source in sources:
        for mention, weight in _own(source, Label.ORG):
            citation = Citation(source.id, mention.start, mention.end)
            organisation = entity_of.get(citation)
            if organisation is not None:
                found[organisation] += weight
                cited[organisation].append(citation)
    ranked = sorted(found, key=lambda o: (-found[o], o))[:MOST_ORGANISATIONS]
    return tuple(_participant(entities[o], cited[o]) for o in ranked)


def event_kind(sources: Sequence[Source]) -> str:
    """The kind of act that headlines and leads name most, each page with one vote's weight."""
    totals: defaultdict[str, float] = defaultdict(float)
    for source in sources:
        whole = sum(source.profile.kinds.values())
        for kind, weight in source.profile.kinds.items():
            totals[kind] += weight / whole
    return min(totals, key=lambda k: (-totals[k], k)) if totals else "event"


def headline_of(document: Document) -> str:
    """The headline as it stands, else the first own sentence, line breaks folded."""
    text = document.article.text
    for kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BODY):
        for sentence in document.sentences:
            if sentence.kind is kind:
                return " ".join(text[sentence.start : sentence.end].split())
    return document.article.id
