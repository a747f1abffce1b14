"""A real corpus that grows page by page: events keep their ids, and pages their events."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from briefing.config import Settings
from briefing.continuity import keep_ids
from briefing.events.grouping import group_events
from briefing.model import Document, GroupedCorpus
from briefing.pipeline import analyse_corpus, resolve_entities

PAGES = Path(__file__).parent / "corpora" / "harbour" / "pages"
Order = Callable[[Document], tuple[str, ...]]


@pytest.fixture(scope="module")
def documents(_home: Path) -> list[Document]:
    found = analyse_corpus([str(PAGES)], Settings())
    return [document for document in found if isinstance(document, Document)]


def by_publication(document: Document) -> tuple[str, ...]:
    return document.article.published or "9999", document.article.id


def by_id(document: Document) -> tuple[str, ...]:
    return (document.article.id,)


def grow(documents: Sequence[Document], order: Order, step: int = 4) -> Iterator[GroupedCorpus]:
    """The groupings of a folder into which pages come some at a time."""
    arriving = sorted(documents, key=order)
    shown: GroupedCorpus | None = None
    for count in range(2 * step, len(arriving) + 1, step):
        there = sorted(arriving[:count], key=by_id)
        entities = resolve_entities(there)
        found = group_events(there, entities)
        grouped = GroupedCorpus(tuple(there), entities, found.events, found.storylines)
        shown = keep_ids(shown, grouped) if shown else grouped
        yield shown


def test_pages_that_come_as_they_are_published_leave_every_event_as_it_was(
    documents: list[Document],
) -> None:
    before: dict[str, set[str]] = {}
    for corpus in grow(documents, by_publication):
        now = {event.id: set(event.articles) for event in corpus.events}
        assert all(articles <= now[event] for event, articles in before.items())
        before = now
    assert len(before) > 10


def test_whatever_page_comes_late_no_event_loses_its_id(documents: list[Document]) -> None:
    known: set[str] = set()
    for corpus in grow(documents, by_id):
        now = {event.id for event in corpus.events}
        assert known <= now
        known = now
    assert len(known) > 10
