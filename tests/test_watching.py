"""A folder that is followed: what comes, changes and goes, and that nothing is missed or lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import watching
from briefing.config import Settings
from briefing.continuity import Changes
from briefing.errors import BriefingError, CorpusError
from briefing.model import Article, Event, GroupedCorpus, Place, Rejection
from briefing.readers.corpus import read_articles
from briefing.watching import Renewal, Watch, check_watchable, look_at, tell_changes
from tests.builders import build_document

PATIENCE = 20.0


def open_by_first_word(paths: Sequence[str], *_: object, **__: object) -> GroupedCorpus:
    """Stands in for analysis and grouping: pages with the same first word report one event."""
    found = list(read_articles(paths))
    articles = [a for a in found if isinstance(a, Article)]
    documents = tuple(replace(build_document(a.id, a.text), article=a) for a in articles)
    words = sorted({a.text.split()[0] for a in articles})
    events = tuple(
        Event(
            f"e-{next(a.sha256 for a in articles if a.text.startswith(word))[:8]}",
            word,
            "talks",
            None,
            Place(),
            (),
            (),
            tuple(a.id for a in articles if a.text.split()[0] == word),
        )
        for word in words
    )
    rejections = tuple(r for r in found if isinstance(r, Rejection))
    return GroupedCorpus(documents, (), events, (), rejections)


class Reader:
    """Follows a folder in a thread and keeps what it is told."""

    def __init__(self, folder: Path) -> None:
        self.paths = [str(folder)]
        self.settings = Settings(cache="off")
        self.renewals: list[Renewal] = []
        self.is_over = threading.Event()
        self.watch = Watch(open_by_first_word)
        self.corpus = self.watch.open(self.paths, self.settings)
        self.thread = threading.Thread(target=self._follow)

    def _follow(self) -> None:
        found = self.watch.renewals(self.paths, self.settings, is_cancelled=self.is_over.is_set)
        for renewal in found:
            self.renewals.append(renewal)

    def wait_for(self, what: Callable[[GroupedCorpus], bool]) -> GroupedCorpus:
        """Wait until the corpus is as it should be."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            shown = self.renewals[-1].corpus if self.renewals else self.corpus
            if what(shown):
                return shown
            time.sleep(0.02)
        raise AssertionError(f"never came; {[r.changes for r in self.renewals]}")


@contextmanager
def following(folder: Path) -> Iterator[Reader]:
    """A reader of the folder, who leaves at the end."""
    reader = Reader(folder)
    reader.thread.start()
    try:
        yield reader
    finally:
        reader.is_over.set()
        reader.thread.join(PATIENCE)
        assert not reader.thread.is_alive()


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(watching, "_REST", 0.05)
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "b.txt").write_text("Talks in Velm.", encoding="utf-8")
    return folder


def ids(corpus: GroupedCorpus) -> list[str]:
    return [d.article.id for d in corpus.documents]


def test_pages_that_come_join_events_or_begin_some(pages: Path) -> None:
    with following(pages) as reader:
        (pages / "a.txt").write_text("Talks end in Velm.", encoding="utf-8")
        (pages / "c.txt").write_text("Ferries stop.", encoding="utf-8")
        corpus = reader.wait_for(lambda c: ids(c) == ["a.txt", "b.txt", "c.txt"])
        (talks,) = reader.corpus.events
        kept = {e.label: e.id for e in corpus.events}
        assert kept["Talks"] == talks.id
        assert kept["Ferries"] != talks.id


def test_pages_that_change_or_go_are_noticed(pages: Path) -> None:
    (pages / "c.txt").write_text("Ferries stop.", encoding="utf-8")
    with following(pages) as reader:
        (pages / "c.txt").write_text("Trains stop.", encoding="utf-8")
        reader.wait_for(lambda c: [e.label for e in c.events] == ["Talks", "Trains"])
        assert reader.renewals[-1].changes.changed == ("c.txt",)
        (pages / "b.txt").unlink()
        reader.wait_for(lambda c: ids(c) == ["c.txt"])
        assert reader.renewals[-1].changes.gone == ("b.txt",)


def test_a_page_that_is_seen_half_written_is_read_when_it_is_whole(pages: Path) -> None:
    with following(pages) as reader:
        (pages / "n.json").write_bytes(b'[{"title": "Talks go on", "te')
        reader.wait_for(lambda c: bool(c.rejections))
        (pages / "n.json").write_bytes(b'[{"id": "n", "title": "Talks", "text": "They go on."}]')
        corpus = reader.wait_for(lambda c: not c.rejections)
        assert ids(corpus) == ["b.txt", "n"]
        assert [r.path for r in reader.renewals[0].changes.rejected] == [str(pages / "n.json")]


def test_what_comes_between_opening_and_following_is_not_missed(pages: Path) -> None:
    reader = Reader(pages)
    (pages / "c.txt").write_text("Ferries stop.", encoding="utf-8")
    reader.thread.start()
    reader.wait_for(lambda c: ids(c) == ["b.txt", "c.txt"])
    reader.is_over.set()
    reader.thread.join(PATIENCE)


def test_a_folder_that_tells_of_no_changes_is_looked_at(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Iterator[None]:
        raise OSError("no space left on device")

    monkeypatch.setattr("watchfiles.watch", refuse)
    monkeypatch.setattr(watching, "_LOOK", 0.1)
    with following(pages) as reader:
        (pages / "c.txt").write_text("Ferries stop.", encoding="utf-8")
        reader.wait_for(lambda c: ids(c) == ["b.txt", "c.txt"])


def test_an_empty_folder_can_be_followed_and_filled(pages: Path) -> None:
    (pages / "b.txt").unlink()
    with following(pages) as reader:
        assert reader.corpus.documents == ()
        (pages / "b.txt").write_text("Talks in Velm.", encoding="utf-8")
        reader.wait_for(lambda c: ids(c) == ["b.txt"])


def test_a_folder_that_is_away_for_a_moment_has_not_lost_its_pages(pages: Path) -> None:
    seen = look_at([str(pages)])
    assert seen is not None
    assert [Path(path).name for path in seen] == ["b.txt"]
    pages.rename(pages.with_name("elsewhere"))
    assert look_at([str(pages)]) is None
    with pytest.raises(CorpusError, match="does not exist"):
        Watch(open_by_first_word).open([str(pages)], Settings(cache="off"))


def test_a_file_that_is_only_touched_changes_nothing(pages: Path) -> None:
    with following(pages) as reader:
        (pages / "b.txt").touch()
        (pages / "b.txt").write_text("Talks in Velm.", encoding="utf-8")
        (pages / "c.txt").write_text("Ferries stop.", encoding="utf-8")
        reader.wait_for(lambda c: len(c.documents) == 2)
        assert [r.changes.changed for r in reader.renewals] == [()]


def test_a_download_that_goes_on_is_no_news(pages: Path) -> None:
    seen = look_at([str(pages)])
    (pages / "c.html.part").write_text("<p>Ferries st", encoding="utf-8")
    assert look_at([str(pages)]) == seen


def test_a_pattern_and_a_file_are_followed_too(pages: Path) -> None:
    seen = look_at([str(pages / "*.txt"), str(pages / "b.txt"), str(pages / "*.none")])
    assert seen is not None
    assert len(seen) == 1
    assert watching._targets([str(pages / "x" / "*.txt"), str(pages / "b.txt")]) == [
        pages,
        pages / "b.txt",
    ]


def test_without_a_cache_one_is_kept_as_long_as_one_watches(pages: Path) -> None:
    used: list[str | None] = []

    def opener(paths: Sequence[str], settings: Settings, **_: object) -> GroupedCorpus:
        used.append(settings.cache)
        return open_by_first_word(paths)

    watch = Watch(opener)
    for _ in range(2):
        watch.open([str(pages)], Settings(cache="off"))
    watch.open([str(pages)], Settings(cache="elsewhere"))
    first, second, chosen = used
    assert (first == second, chosen) == (True, "elsewhere")
    assert first is not None
    assert Path(first).is_dir()
    del watch
    assert not Path(first).exists()


def test_standard_input_cannot_be_followed() -> None:
    with pytest.raises(BriefingError, match="cannot be watched"):
        check_watchable(["pages", "/dev/stdin"])


def event(label: str) -> Event:
    return Event(label, label, "talks", None, Place(), (), (), ())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            Changes(new=("a", "b"), joined=((event("Talks"), 1),), begun=(event("x"),)),
            "2 new pages: 1 joined “Talks”, 1 new event",
        ),
        (
            Changes(new=("a", "b"), joined=((event("x"), 1), (event("y"), 1))),
            "2 new pages: 2 joined 2 events",
        ),
        (
            Changes(new=("a",), begun=(event("x"),), gone=("b",)),
            "1 new page: 1 new event; 1 page gone",
        ),
        (
            Changes(changed=("a", "b"), rejected=(Rejection("c", None, "is empty"),)),
            "2 pages changed; 1 file rejected",
        ),
        (Changes(is_mended=True), "a rejected file is whole now or gone"),
        (Changes(altered=(event("x"),)), "the events have changed"),
    ],
)
def test_changes_are_told_in_one_line(changes: Changes, words: str) -> None:
    assert tell_changes(changes) == words
