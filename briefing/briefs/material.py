"""The sentences of an event's articles, each with what it can be compared by.

Invariant: only the articles' own sentences become statements (no captions, contents or clutter),
in the order of article id and place. Nothing of a statement is rewritten: its text is the cited
range on one line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.lexicon.citing import cite_words, trim_range
from briefing.lexicon.folding import fold
from briefing.lexicon.gist import gist_key, split_folded
from briefing.model import (
    OWN_KINDS,
    BlockKind,
    Citation,
    DateMention,
    Document,
    Entity,
    Event,
    Figure,
)

_FEWEST_WORDS = 7
_SENTENCE_ENDS = frozenset('.!?…。؟»”"’)')
_YEAR_LENGTH = 4


@dataclass(frozen=True, slots=True)
class EntitySpans:
    """Which entity stands where in one article."""

    starts: tuple[int, ...]
    spans: tuple[tuple[int, int, str], ...]

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """The entities named inside a range, in order, each once."""
        return tuple(dict.fromkeys(entity for _, _, entity in self.named(start, end)))

    def named(self, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
        """The spans inside a range, in order, with the entity that each names."""
        low, high = bisect_left(self.starts, start), bisect_right(self.starts, end)
        return tuple(span for span in self.spans[low:high] if span[1] <= end)


@dataclass(frozen=True, slots=True)
class Statement:
    """One own sentence; `position` counts the article's body sentences from its lead."""

    article: str
    start: int
    end: int
    block: int
    kind: BlockKind
    language: str
    position: int
    text: str
    entities: frozenset[str]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    keys: frozenset[str]
    words: frozenset[str]

    @property
    def citation(self) -> Citation:
        """Where the sentence stands."""
        return Citation(self.article, self.start, self.end)

    @property
    def is_sentence(self) -> bool:
        """Whether this is running text: no headline, no heading or list line."""
        if self.kind is BlockKind.HEADLINE or len(self.text.split()) < _FEWEST_WORDS:
            return False
        return self.kind is BlockKind.STANDFIRST or self.text[-1] in _SENTENCE_ENDS


@dataclass(frozen=True, slots=True)
class Material:
    """All that a brief is written from. Documents and statements are sorted by article id.

    `entities` are those that the documents name, not all of the corpus: a brief takes as long in a
    corpus of ten thousand pages as in one of ten.
    """

    event: Event
    documents: tuple[Document, ...]
    entities: Mapping[str, Entity]
    spans: Mapping[str, EntitySpans]
    statements: tuple[Statement, ...]
    languages: tuple[str, ...]
    participants: frozenset[str]
    places: frozenset[str]

    @property
    def preferred(self) -> str:
        """The reader's language, else that of most articles; of several, of the first article."""
        return self.languages[0] if self.languages else ""


def gather(
    event: Event,
    documents: Mapping[str, Document],
    entities: Sequence[Entity],
    language: str | None = None,
) -> Material:
    """The material of an event; articles of the event without a document are passed over.

    The reader's `language` stands first among those of the articles, where it is one of them.
    """
    chosen = tuple(documents[a] for a in sorted(event.articles) if a in documents)
    spans = _index_entities({d.article.id for d in chosen}, entities)
    named = {entity for of_page in spans.values() for *_, entity in of_page.spans}
    present = [e for e in entities if e.id in named]
    participants = frozenset(p.entity for p in event.participants)
    return Material(
        event=event,
        documents=chosen,
        entities={e.id: e for e in present},
        spans=spans,
        statements=tuple(s for d in chosen for s in _statements(d, spans[d.article.id])),
        languages=_rank_languages(chosen, language),
        participants=participants,
        places=_place_entities(event, present),
    )


def _index_entities(articles: set[str], entities: Sequence[Entity]) -> dict[str, EntitySpans]:
    found: dict[str, list[tuple[int, int, str]]] = {article: [] for article in articles}
    for entity in entities:
        for c in entity.mentions:
            if c.article in found:
                found[c.article].append((c.start, c.end, entity.id))
    indexed = {}
    for article, spans in found.items():
        ordered = tuple(sorted(spans))
        indexed[article] = EntitySpans(tuple(s for s, _, _ in ordered), ordered)
    return indexed


def _rank_languages(documents: Iterable[Document], wanted: str | None) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for document in documents:
        language = document.article.language
        if language:
            counts[language] = counts.get(language, 0) + 1
    order = {language: i for i, language in enumerate(counts)}
    return tuple(sorted(counts, key=lambda name: (name != wanted, -counts[name], order[name])))


def _place_entities(event: Event, entities: Sequence[Entity]) -> frozenset[str]:
    place = event.place.city or event.place.country
    names = {fold(place)} if place else set()
    return frozenset(
        e.id for e in entities if any(fold(form) in names for form in (e.name, *e.variants))
    )


def _statements(document: Document, spans: EntitySpans) -> Iterable[Statement]:
    article, position = document.article, -1
    blocks = [b.start for b in article.blocks]
    for sentence in document.sentences:
        if sentence.kind not in OWN_KINDS:
            continue
        start, end = trim_range(article.text, sentence.start, sentence.end)
        text = cite_words(article.text, start, end)
        if not text:
            continue
        position += sentence.kind is not BlockKind.HEADLINE
        folded = split_folded(text)
        yield Statement(
            article=article.id,
            start=start,
            end=end,
            block=bisect_right(blocks, sentence.start),
            kind=sentence.kind,
            language=sentence.language or article.language or "",
            position=max(position, 0),
            text=text,
            entities=frozenset(spans.within(sentence.start, sentence.end)),
            figures=_figures_within(document, sentence.start, sentence.end),
            dates=_dates_within(document, sentence.start, sentence.end),
            keys=frozenset(key for key in map(gist_key, folded) if key is not None),
            words=frozenset(w for w in folded if len(w) >= _YEAR_LENGTH and not w.isdigit()),
        )


def _figures_within(document: Document, start: int, end: int) -> tuple[Figure, ...]:
    return tuple(f for f in document.figures if start <= f.start and f.end <= end)


def _dates_within(document: Document, start: int, end: int) -> tuple[DateMention, ...]:
    return tuple(d for d in document.dates if start <= d.start and d.end <= end)
