"""Who and when of an event, and of what kind it is, put together from its pages.

Invariant: every answer cites the spans it rests on; what the pages do not say stays None. A page
that gives no date takes the one that the other pages of its event give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from briefing.choosing import most_common
from briefing.events.daytelling import SPOKEN, days_told, undated_weekdays, weekday_before
from briefing.events.sources import Source
from briefing.events.weighting import BACKGROUND_WEIGHT, locate_mentions
from briefing.events.whereabouts import OUTDOORS
from briefing.lexicon.event_kinds import CONSEQUENCES
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.name_words import ARTICLES, BODY_HEADS, COMPANY_NOUNS
from briefing.lexicon.no_names import is_thing
from briefing.lexicon.roles import is_before_firm
from briefing.lexicon.speech import SAYING
from briefing.model import (
    BlockKind,
    Citation,
    Document,
    Entity,
    EventDate,
    Label,
    Mention,
    Participant,
    Sentence,
    Title,
)

LEAD = 2.0
"""The sentence weight from which on a sentence is headline or lead."""
FIRST = 1.5
"""The weight of the last sentence of a lead, which gives the day where the others do not."""
BODY = 1.0
"""The weight of a sentence of the body that still tells the event."""
SAME_RUN = 0.2
"""The share of the best day's votes that makes its neighbour a day of the same event."""
HINTED = 0.5
"""What a word that only goes with an act counts, where one that names it counts 1."""
MOST_ORGANISATIONS = 8
REACH, NEAR = 60, 3
"""How far back the words before a name are looked for, and how many of them count."""
NOUNS_OF_THINGS = BODY_HEADS | COMPANY_NOUNS | ARTICLES
"""What stands before the name of an organisation, a river or a ship, seldom before a person's."""


def event_date(sources: Sequence[Source], kind: str = "event") -> EventDate | None:
    """The day that most lead sentences give, the first one where they give several in a row.

    Each page votes for a day with its weightiest sentence. A day far from the publication of its
    page is another event's and has no vote; the day on which officials spoke of a disaster has
    little. Where no lead gives a day of the act itself, the sentences behind it do.
    """
    votes: defaultdict[str, dict[str, float]] = defaultdict(dict)
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    own: set[str] = set()
    whole: set[str] = set()
    for least in (LEAD, FIRST, BODY):
        if own or (votes and least == BODY and kind not in OUTDOORS):
            break
        for source in sources:
            for mention, weight, share in days_told(source, least, kind):
                assert mention.value is not None
                own |= {mention.value} if share > SPOKEN else set()
                whole |= {mention.value} if share == 1 else set()
                pages = votes[mention.value]
                pages[source.id] = max(pages.get(source.id, 0.0), weight * share)
                cited[mention.value].append(Citation(source.id, mention.start, mention.end))
    if not votes:
        return None
    totals = {day: sum(sorted(pages.values())) for day, pages in votes.items()}
    undated = _undated_votes(sources)
    days = sorted({*totals, *undated})
    best = min(days, key=lambda d: (-totals.get(d, 0.0) - undated.get(d, 0.0), d))
    totals.setdefault(best, undated.get(best, 0.0))
    first = _first_of_run({d: v for d, v in totals.items() if d in whole | {best}}, best)
    agreeing = [c for s in sources for c in _weekdays_of(s, first)]
    return EventDate(first, tuple(sorted({*cited[first], *agreeing})))


def _undated_votes(sources: Sequence[Source]) -> dict[str, float]:
    """The days that the leads of pages without a date mean by their weekdays."""
    nearby = max((s.document.article.published or "" for s in sources), default="")[:10]
    votes: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for source in sources:
        for mention, weight in undated_weekdays(source, LEAD):
            day = weekday_before(mention, nearby)
            if day is not None:
                votes[day][source.id] = max(votes[day].get(source.id, 0.0), weight)
    return {day: sum(sorted(pages.values())) for day, pages in votes.items()}


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


def event_participants(
    sources: Sequence[Source],
    entity_of: Mapping[Citation, str],
    entities: Mapping[str, Entity],
) -> tuple[Participant, ...]:
    """The people who took part or speak of it, the most prominent first.

    Someone takes part whom the page's own report names in headline or lead, by a full name, with
    a title or as a speaker; who is named in background sentences only does not. A lone word that
    no page bears out is no person: taggers take firms and villages for people.
    """
    found: defaultdict[str, float] = defaultdict(float)
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    titles: defaultdict[str, list[Title]] = defaultdict(list)
    taking_part: set[str] = set()
    borne_out: set[str] = set()
    for source in sources:
        for mention, person, weight, is_speaker in _people(source, entity_of, entities):
            found[person] += weight
            cited[person].append(Citation(source.id, mention.start, mention.end))
            if mention.title is not None:
                titles[person].append(mention.title)
            if mention.title is not None or is_speaker:
                borne_out.add(person)
            if weight >= LEAD or (weight >= BODY and len(mention.text.split()) > 1):
                taking_part.add(person)
    # A full name that is quoted is a person's; a single one that "said" may be a firm's.
    quoted = {p for p in borne_out if " " in entities[p].name}
    firms = _firms(sources, entity_of) - set(titles) - quoted
    taking_part, borne_out = taking_part - firms, borne_out - firms
    owned = {n for s in sources for n in _owned_names(s)}
    names = {p: fold(entities[p].name) for p in taking_part - borne_out}
    strangers = {p for p, name in names.items() if " " not in name or name in owned}
    strangers |= {p for p, name in names.items() if is_thing(name)}
    strangers |= {p for p in borne_out - set(titles) if " " not in entities[p].name}
    ranked = sorted((taking_part | borne_out) - strangers, key=lambda p: (-found[p], p))
    return tuple(_participant(entities[p], cited[p], titles[p]) for p in ranked)


def is_heard(source: Source, citation: Citation) -> bool:
    """Whether a page quotes the person whom it names at a citation, or tells what they said."""
    located = source.sentence_at(citation.start)
    if located is None:
        return False
    text = source.document.article.text[citation.start : citation.end]
    mention = Mention(citation.start, citation.end, text, Label.PER)
    last = next(reversed(_words_before(source, located[0], mention)), "")
    return _is_quoted(source, mention) or _says(source, located[0], mention, last)


def _people(
    source: Source, entity_of: Mapping[Citation, str], entities: Mapping[str, Entity]
) -> Iterator[tuple[Mention, str, float, bool]]:
    """Mentions of people in a page's own report: entity, weight, and whether they speak there.

    Whose words are quoted speaks today, even where the paragraph has gone back in time.
    """
    speakers = {fold(q.speaker) for q in source.document.quotes if q.speaker}
    for mention, sentence, weight in locate_mentions(source.document, source.sentences, Label.PER):
        person = entity_of.get(Citation(source.id, mention.start, mention.end))
        if person is None or entities[person].kind is not Label.PER:
            continue
        if weight <= BACKGROUND_WEIGHT and not _is_quoted(source, mention):
            continue
        last = next(reversed(_words_before(source, sentence, mention)), "")
        is_named = fold(mention.text) in speakers or _is_quoted(source, mention)
        is_speaker = is_named or _says(source, sentence, mention, last)
        is_thing = last in NOUNS_OF_THINGS
        if mention.title is not None or is_speaker or not is_thing:
            yield mention, person, weight, is_speaker


def _firms(sources: Sequence[Source], entity_of: Mapping[Citation, str]) -> set[str]:
    """Those taken for people who are named as firms twice or as often as not: "the miner Quax"."""
    namings: defaultdict[str, list[bool]] = defaultdict(list)
    for source in sources:
        for mention, sentence, _ in source.own_mentions(Label.PER):
            person = entity_of.get(Citation(source.id, mention.start, mention.end))
            if person is not None:
                before = _words_before(source, sentence, mention)
                namings[person].append(is_before_firm(before) or _is_lone_thing(mention, before))
    return {p for p, firms in namings.items() if sum(firms) >= min(2, len(firms) / 2)}


def _is_lone_thing(mention: Mention, before: Sequence[str]) -> bool:
    """Whether an article or the noun for a body stands before a single word."""
    return " " not in mention.text and bool(before) and before[-1] in NOUNS_OF_THINGS


def _words_before(source: Source, sentence: Sentence, mention: Mention) -> list[str]:
    text = source.document.article.text
    start = max(sentence.start, mention.start - REACH)
    return [fold(word) for word in WORD.findall(text, start, mention.start)[-NEAR:]]


def _is_quoted(source: Source, mention: Mention) -> bool:
    """Whether a quotation is attributed to this very naming of a person."""
    spans = (quote.speaker_span for quote in source.document.quotes)
    return any(s is not None and s.start <= mention.start < s.end for s in spans)


def _says(source: Source, sentence: Sentence, mention: Mention, before: str) -> bool:
    """Whether a verb of saying stands beside a name; `before` is the word in front of it."""
    if before in SAYING:
        return True
    text = source.document.article.text
    behind = WORD.match(text, min(mention.end + 1, sentence.end), sentence.end)
    return behind is not None and fold(behind.group()) in SAYING


def _owned_names(source: Source) -> Iterator[str]:
    """Folded names of a page's organisations, and what they leave without their first words."""
    for mention in source.document.mentions:
        if mention.label is Label.ORG:
            words = fold(mention.text).split()
            yield from (" ".join(words[at:]) for at in range(len(words) - 1))


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
        for mention, _, weight in source.own_mentions(Label.ORG):
            citation = Citation(source.id, mention.start, mention.end)
            organisation = entity_of.get(citation)
            if organisation is not None:
                found[organisation] += weight
                cited[organisation].append(citation)
    ranked = sorted(found, key=lambda o: (-found[o], o))[:MOST_ORGANISATIONS]
    return tuple(_participant(entities[o], cited[o]) for o in ranked)


def event_kind(sources: Sequence[Source]) -> str:
    """The kind of act that headlines and leads name most, each page with one vote's weight.

    What is only hinted at counts for half, and what other acts bring with them, a death or an
    arrest, for half again.
    """
    totals: defaultdict[str, float] = defaultdict(float)
    for source in sources:
        named, hinted = source.profile.kinds, source.profile.hints
        whole = sum(named.values()) + sum(hinted.values())
        for kind, weight, part in chain(
            ((kind, weight, 1.0) for kind, weight in named.items()),
            ((kind, weight, HINTED) for kind, weight in hinted.items()),
        ):
            share = HINTED if kind in CONSEQUENCES else 1.0
            totals[kind] += part * share * weight / whole
    return min(totals, key=lambda k: (-totals[k], k)) if totals else "event"


def headline_of(document: Document) -> str:
    """The headline as it stands, else the first own sentence, line breaks folded."""
    text = document.article.text
    for kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BODY):
        for sentence in document.sentences:
            if sentence.kind is kind:
                return " ".join(text[sentence.start : sentence.end].split())
    return document.article.id
