"""What can be read before all pages are analysed, and what is done once it is enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.config import Settings
from briefing.model import Article, Document, Event, GroupedCorpus, Place
from briefing.pipeline import open_corpus
from briefing.plugins import Tagger
from briefing.store.cache import StoredGrouping
from tests.builders import build_document

PAGES = ("a.txt", "b.txt", "c.txt", "d.txt")


class Watcher:
    """A preview that is due after some pages, and has enough after others."""

    def __init__(self, due: Sequence[int] = (), enough: int = 99) -> None:
        self.due, self.enough = due, enough
        self.asked: list[tuple[int, int]] = []
        self.shown: list[GroupedCorpus] = []

    def is_due(self, ready: int, left: int) -> bool:
        self.asked.append((ready, left))
        return ready in self.due

    def is_enough(self) -> bool:
        return len(self.asked) + 1 >= self.enough

    def show(self, corpus: GroupedCorpus) -> None:
        self.shown.append(corpus)


@pytest.fixture
def open_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., GroupedCorpus]:
    """Opens four pages with an analysis and a grouping that stand in for the real ones."""
    for name in PAGES:
        (tmp_path / name).write_text(f"Page {name}.", encoding="utf-8")

    def analyse(article: Article, _: Tagger) -> Document:
        document = build_document(article.id, article.text)
        return replace(document, article=replace(document.article, path=article.path))

    def group(documents: Sequence[Document], *_: object, **__: object) -> StoredGrouping:
        ids = tuple(d.article.id for d in documents)
        return StoredGrouping((), (Event("e1", "All", "talks", None, Place(), (), (), ids),), ())

    monkeypatch.setattr("briefing.analysis.document.analyse", analyse)
    monkeypatch.setattr("briefing.entities.resolve.resolve_entities", lambda _: ())
    monkeypatch.setattr("briefing.events.grouping.group_events", group)
    monkeypatch.setattr("briefing.analysing.load_tagger", lambda _: None)

    def open_them(preview: Watcher) -> GroupedCorpus:
        settings = Settings(cache=str(tmp_path / ".cache"), workspace="off")
        return open_corpus([str(tmp_path)], settings, preview=preview)

    return open_them


def articles(corpus: GroupedCorpus) -> tuple[str, ...]:
    assert corpus.events[0].articles == tuple(d.article.id for d in corpus.documents)
    return corpus.events[0].articles


def test_what_is_ready_is_shown_grouped_when_it_is_due(
    open_pages: Callable[..., GroupedCorpus],
) -> None:
    watcher = Watcher(due=(2, 3))
    whole = open_pages(watcher)
    assert watcher.asked == [(1, 3), (2, 2), (3, 1), (4, 0)]
    assert [articles(c) for c in watcher.shown] == [PAGES[:2], PAGES[:3]]
    assert articles(whole) == PAGES


def test_when_it_is_enough_what_is_ready_is_the_corpus_and_the_rest_is_done_next_time(
    open_pages: Callable[..., GroupedCorpus],
) -> None:
    assert articles(open_pages(Watcher(enough=3))) == PAGES[:3]
    again = Watcher()
    assert articles(open_pages(again)) == PAGES
    assert again.asked == [(4, 0)]


def test_pages_that_are_known_already_are_worth_no_preview(
    open_pages: Callable[..., GroupedCorpus],
) -> None:
    open_pages(Watcher())
    again = Watcher(due=(1, 2, 3, 4), enough=1)
    assert articles(open_pages(again)) == PAGES
    assert (again.asked, again.shown) == ([], [])
