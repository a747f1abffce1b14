"""The stretches of pages that the reader marked: where they stand now, and as notes of a brief.

Invariant: pure; a mark is never dropped. One whose words are not found in a page of this corpus is
adrift: it is told with its words and note until its page is back or the reader deletes it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.anchoring import Anchorage, storable
from briefing.exporters.analyst_notes import AnalystNote
from briefing.model import Brief, Citation, Document, Span, SpanMark
from briefing.store.workspace import ArticleMark, EventMark, Workspace, find_event_mark


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark, and where in the corpus its words stand; None: adrift."""

    mark: SpanMark
    place: Citation | None


@dataclass(frozen=True, slots=True)
class PlacedMarks:
    """All marks of a corpus, in the order of pages and places; those adrift come last."""

    all: tuple[PlacedMark, ...] = ()
    by_article: Mapping[str, tuple[PlacedMark, ...]] = field(default_factory=dict)

    def over(self, article: str, span: Span) -> tuple[PlacedMark, ...]:
        """The marks of a page that share characters with a range."""
        return tuple(
            p
            for p in self.by_article.get(article, ())
            if p.place and p.place.start < span.end and span.start < p.place.end
        )


def place_marks(
    marks: Iterable[SpanMark], documents: Sequence[Document], corpus: str = ""
) -> PlacedMarks:
    """Where the marks stand, and which are adrift.

    One made in another corpus, which the paths tell apart, is left out unless its page is here: to
    look for its words in every page would cost too much.
    """
    kept = tuple(marks)
    if not kept:
        return PlacedMarks()
    pages = Anchorage(d.article for d in documents)
    placed: list[PlacedMark] = []
    for mark in kept:
        if mark.corpus == storable(corpus) or pages.holds(mark.place):
            places = pages.find_anywhere(mark.place) or (None,)
            placed += [PlacedMark(mark, place) for place in places]
    order = {d.article.id: n for n, d in enumerate(documents)}
    placed.sort(key=lambda p: (order[p.place.article], p.place) if p.place else (len(order),))
    by_article: defaultdict[str, list[PlacedMark]] = defaultdict(list)
    for found in placed:
        if found.place:
            by_article[found.place.article].append(found)
    return PlacedMarks(tuple(placed), {a: tuple(found) for a, found in by_article.items()})


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that the reader wrote or marked: on spans, on whole pages, on events."""

    spans: PlacedMarks = field(default_factory=PlacedMarks)
    articles: Mapping[str, ArticleMark] = field(default_factory=dict)
    events: Mapping[frozenset[str], EventMark] = field(default_factory=dict)

    def of_event(self, hashes: Collection[str]) -> str:
        """The note on the event of these pages."""
        found = find_event_mark(hashes, self.events) if self.events else None
        return found[1].note if found else ""


def read_annotations(
    workspace: Workspace, documents: Sequence[Document], corpus: str = ""
) -> Annotations:
    """What a workspace holds about a corpus; raises `StoreError` where it cannot be read."""
    spans = place_marks(workspace.span_marks(), documents, corpus)
    return Annotations(spans, workspace.article_marks(), workspace.event_marks())


def notes_of(brief: Brief, annotations: Annotations) -> tuple[AnalystNote, ...]:
    """The notes that go with a brief: on its event, then source by source."""
    return tuple(_notes(brief, annotations))


def _notes(brief: Brief, annotations: Annotations) -> Iterator[AnalystNote]:
    note = annotations.of_event([s.sha256 for s in brief.sources])
    if note:
        yield AnalystNote(note)
    for source in brief.sources:
        name = source.source or source.article
        mark = annotations.articles.get(source.sha256)
        if mark and mark.note:
            yield AnalystNote(mark.note, number=source.number, source=name, article=source.article)
        for placed in annotations.spans.by_article.get(source.article, ()):
            if placed.place:
                yield AnalystNote(
                    placed.mark.note,
                    placed.mark.place.words,
                    source.number,
                    name,
                    source.article,
                    placed.place.start,
                    placed.place.end,
                )
