"""People, places and organisations as the reader lists them, and the way through their mentions.

Invariant: pure functions over a catalogue; a count is a count of mentions that can be opened, and
the order is by count, then by name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.escaping import one_line
from briefing.exporters.layout import count
from briefing.lexicon.folding import fold
from briefing.model import Citation, Document, Entity, Label, Span
from briefing.tui.catalogue import Catalogue
from briefing.tui.event_entries import shown_date
from briefing.tui.finding import ordinal, step
from briefing.tui.highlight import LABEL_NAMES

MOST_BESIDE = 12
"""How many of those named in the same sentences a card lists."""

MOST_PLACES = 200
"""How many mentions a card lists; a country can have thousands."""


@dataclass(frozen=True, slots=True)
class NameEntry:
    """An entity in the list, with its mentions and articles within the scope."""

    entity: Entity
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of a card; what it leads to is an event, another entity or a place, or nothing."""

    words: str
    lead: str = ""
    tail: str = ""
    event: str | None = None
    entity: str | None = None
    place: Citation | None = None
    is_heading: bool = False

    @property
    def leads_somewhere(self) -> bool:
        """Whether the line can be opened."""
        return bool(self.event or self.entity or self.place)


def name_entries(
    entities: Sequence[Entity],
    kinds: Collection[Label],
    articles: Collection[str] | None = None,
    words: str = "",
) -> tuple[NameEntry, ...]:
    """The entities of these kinds named in `articles` (None: anywhere) that the words narrow to.

    Each of the words begins a word of the name or of a variant.
    """
    sought = fold(words).split()
    found = []
    for entity in entities:
        if entity.kind not in kinds or not _is_meant(entity, sought):
            continue
        places = [m for m in entity.mentions if articles is None or m.article in articles]
        if places:
            found.append(NameEntry(entity, len(places), len({p.article for p in places})))
    return tuple(sorted(found, key=lambda e: (-e.mentions, e.entity.name, e.entity.id)))


def _is_meant(entity: Entity, sought: Sequence[str]) -> bool:
    tokens = fold(" ".join((entity.name, *entity.variants))).split()
    return all(any(token.startswith(word) for token in tokens) for word in sought)


def named_beside(entity: Entity, catalogue: Catalogue) -> tuple[tuple[Entity, int], ...]:
    """The other entities that the same sentences name, with the number of these sentences."""
    counts: Counter[str] = Counter()
    known: dict[str, Entity] = {}
    for article in sorted({m.article for m in entity.mentions}):
        document = catalogue.documents.get(article)
        for named in _named_together(document, entity, catalogue) if document else ():
            counts.update(named.keys())
            known |= named
    ranked = sorted(counts, key=lambda i: (-counts[i], known[i].name, i))
    return tuple((known[i], counts[i]) for i in ranked)


def _named_together(
    document: Document, entity: Entity, catalogue: Catalogue
) -> Iterator[dict[str, Entity]]:
    """For each sentence that names the entity, the others that it names."""
    places = mention_places(document, catalogue)
    starts = [start for start, _ in places]
    for sentence in document.sentences:
        first, last = (bisect_left(starts, end) for end in (sentence.start, sentence.end))
        within = [e for _, e in places[first:last]]
        if any(e.id == entity.id for e in within):
            yield {e.id: e for e in within if e.id != entity.id}


def mention_places(document: Document, catalogue: Catalogue) -> list[tuple[int, Entity]]:
    """Where a page names entities, in order."""
    found = []
    for mention in document.mentions:
        entity = catalogue.entity_at(document.article.id, Span(mention.start, mention.end))
        if entity:
            found.append((mention.start, entity))
    return found


def name_card(entity: Entity, catalogue: Catalogue) -> tuple[CardLine, ...]:
    """What is known of an entity: spellings, role, country, events, company, and every place."""
    places = ordered_mentions(entity, catalogue)
    articles = {p.article for p in places}
    languages = sorted({catalogue.documents[a].article.language or "?" for a in articles})
    lines = [CardLine(LABEL_NAMES[entity.kind].capitalize(), tail=entity.role or "")]
    if entity.country and entity.country != entity.name:
        lines.append(CardLine(entity.country, "Country"))
    spellings = [one_line(v) for v in entity.variants if v != entity.name]
    if spellings:
        lines.append(CardLine(" · ".join(spellings), "Also"))
    counted = (count(len(places), "mention"), count(len(articles), "article"))
    lines.append(CardLine(" · ".join((*counted, " ".join(languages)))))
    lines += _events(places, catalogue)
    beside = named_beside(entity, catalogue)[:MOST_BESIDE]
    if beside:
        lines.append(CardLine("In the same sentences", is_heading=True))
        lines += [
            CardLine(one_line(e.name), tail=f"{n} · {LABEL_NAMES[e.kind]}", entity=e.id)
            for e, n in beside
        ]
    lines.append(CardLine("Where it is said", is_heading=True))
    lines += [_said(place, catalogue) for place in places[:MOST_PLACES]]
    if len(places) > MOST_PLACES:
        more = count(len(places) - MOST_PLACES, "more mention")
        lines.append(CardLine(f"{more}: step through them with n", place=places[MOST_PLACES]))
    return tuple(lines)


def _events(places: Sequence[Citation], catalogue: Catalogue) -> list[CardLine]:
    named = Counter(catalogue.event_of[p.article].id for p in places)
    if not named:
        return []
    lines = [CardLine(f"Events ({len(named)})", is_heading=True)]
    for event in catalogue.corpus.events:
        if event.id in named:
            date = shown_date(event.date.value if event.date else None) or "no date"
            label = one_line(event.label) or event.id
            lines.append(CardLine(label, date, str(named[event.id]), event=event.id))
    return lines


def _said(place: Citation, catalogue: Catalogue) -> CardLine:
    document = catalogue.documents[place.article]
    article = document.article
    sentence = next((s for s in document.sentences if s.start <= place.start < s.end), None)
    start, end = (sentence.start, sentence.end) if sentence else (place.start, place.end)
    words = one_line(article.text[start:end])
    source = one_line(article.source or article.id)
    return CardLine(words, source, article.language or "", place=place)


def ordered_mentions(
    entity: Entity, catalogue: Catalogue, articles: Sequence[str] | None = None
) -> tuple[Citation, ...]:
    """The mentions by event, article and offset; of `articles` only, in their order, if given."""
    if articles is None:
        articles = [a for event in catalogue.corpus.events for a in event.articles]
    rank = {article: number for number, article in enumerate(articles)}
    known = (m for m in entity.mentions if m.article in rank)
    return tuple(sorted(known, key=lambda m: (rank[m.article], m.start)))


@dataclass(frozen=True, slots=True)
class Followed:
    """What the reader follows through the event's sources: an entity, or words looked for.

    `places` are where the sources name it, in order of reading.
    """

    entity: Entity | None
    places: Mapping[str, tuple[Span, ...]]
    words: str = ""

    @property
    def title(self) -> str:
        """What is followed."""
        if self.entity is None:
            return f"“{one_line(self.words)}”"
        return f"{one_line(self.entity.name)} · {LABEL_NAMES[self.entity.kind]}"

    def tell(self, article: str, current: Span | None) -> str:
        """Where among the places the reader stands, and in which of the sources that have any."""
        here = self.places.get(article, ())
        naming = [a for a, spans in self.places.items() if spans]
        total = sum(map(len, self.places.values()))
        if total == len(here):
            return ordinal(here, current)
        sources = count(len(naming), "source")
        if current not in here:
            return f"{len(here) or 'none'} here, {total} in {sources}"
        order = list(self.places)
        before = sum(len(self.places[a]) for a in order[: order.index(article)])
        number = f"{before + here.index(current) + 1} of {total}"
        return f"{number} · {naming.index(article) + 1} of {sources}"


@dataclass(frozen=True, slots=True)
class Position:
    """Where the reader is among the pages they read: article, chosen place, first offset shown."""

    article: str
    current: Span | None
    top: int


def next_mention(
    places: Mapping[str, Sequence[Span]], at: Position, direction: int
) -> Citation | None:
    """The next place from `at`, going on in the next article at the end of one, round the ends.

    `places` holds the articles in the order of reading.
    """
    order = list(places)
    if not any(places.values()):
        return None
    here = order.index(at.article) if at.article in order else 0
    spans = places.get(at.article, ())
    span = step(spans, at.current, at.top, direction)
    if span and not _is_round(span, spans, at, direction):
        return Citation(at.article, span.start, span.end)
    for distance in range(1, len(order) + 1):
        article = order[(here + distance * direction) % len(order)]
        if places[article]:
            span = places[article][0 if direction > 0 else -1]
            return Citation(article, span.start, span.end)
    return None


def _is_round(span: Span, spans: Sequence[Span], at: Position, direction: int) -> bool:
    """Whether going to `span` would mean going round the end of the page."""
    if at.current in spans:
        return spans.index(span) - spans.index(at.current) != direction
    return span.start < at.top if direction > 0 else span.start >= at.top
