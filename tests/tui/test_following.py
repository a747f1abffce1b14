"""A corpus that grows while one reads: shown as it comes, the reader staying where they are."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from briefing.config import Settings
from briefing.errors import BriefingError
from briefing.model import Event, EventDate, GroupedCorpus, Place, Progress, Stage
from briefing.pipeline import Preview
from briefing.tui.app import BriefingApp
from briefing.tui.brief_pane import BriefPane
from briefing.tui.catalogue import build_catalogue
from briefing.tui.dialogs import ErrorScreen, SheetScreen
from briefing.tui.event_pane import EventPane
from briefing.tui.messages import CorpusRenewed
from briefing.tui.reading_screen import ReadingScreen
from tests.builders import build_document
from tests.tui.reading import (
    build_app,
    panes,
    press,
    reading,
    screen_text,
    settle,
    shown_sources,
    told,
    where,
)
from tests.tui.sample import build_corpus, fake_brief
from tests.tui.test_app import until_shown

WIDE = (160, 45)


def grown_corpus() -> GroupedCorpus:
    """The made-up corpus with two pages more: the first event's, and one that begins another."""
    corpus = build_corpus()
    joining = build_document("aa.txt", "Lund accord praised\nIlse Brandt spoke.", source="New Post")
    other = build_document("z.txt", "Quay walls crack\nNobody was hurt in Brack.")
    event = replace(corpus.events[0], articles=("a.txt", "aa.txt", "b.txt", "c.txt"))
    early = EventDate("2030-01-01")
    begun = Event("ev0", "Quay walls crack", "other", early, Place(), (), (), ("z.txt",))
    documents = sorted((*corpus.documents, joining, other), key=lambda d: d.article.id)
    return replace(corpus, documents=tuple(documents), events=(begun, event, *corpus.events[1:]))


async def renew(pilot: Pilot[None], corpus: GroupedCorpus, words: str = "1 new page") -> None:
    pilot.app.post_message(CorpusRenewed(build_catalogue(corpus), words))
    await settle(pilot)


def lines_of(app: BriefingApp) -> EventPane:
    return reading(app).query_one(EventPane)


async def test_the_reader_stays_where_they_are() -> None:
    app = build_app()
    async with app.run_test(size=(120, 14)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "tab", "J", "J", "m", "ctrl+d")
        pane = reading(app).rooms.pane
        assert pane.source is not None
        before = (where(app), pane.source.document.article.id, pane.view.top_offset)
        marks, row = pane.view.marks, reading(app).rooms.row
        assert row.followed is not None
        entity = row.followed.entity
        await renew(pilot, grown_corpus(), "2 new pages")
        assert told(app) == "2 new pages"
        assert before == (where(app), pane.source.document.article.id, pane.view.top_offset)
        assert (pane.view.marks, row.followed.entity) == (marks, entity)
        assert lines_of(app).highlighted_event == "ev1"
        assert [s.document.article.id for s in reading(app).rooms.sources] == [
            "a.txt",
            "aa.txt",
            "b.txt",
            "c.txt",
        ]
        assert pane.source.number == 3
        assert [p.source.document.article.id for p in panes(app) if p.source][-1] == "b.txt"


async def test_the_list_keeps_its_cursor_and_its_row() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "j")
        assert "Quay walls crack" not in screen_text(app)
        await renew(pilot, grown_corpus())
        assert lines_of(app).highlighted_event == "ev2"
        assert "Events (4)" in screen_text(app)
        await press(pilot, "g")
        assert "Quay walls crack" in screen_text(app)
        assert lines_of(app).highlighted_event == "ev0"


async def test_the_brief_is_written_anew_and_its_cursor_stays() -> None:
    written: list[tuple[str, int]] = []

    def compose(corpus: GroupedCorpus, event: Event) -> object:
        written.append((event.id, len(event.articles)))
        first = replace(event, articles=("a.txt", "b.txt", "c.txt"))
        return fake_brief(corpus, first if event.id == "ev1" else event)

    from tests.tui.sample import fake_opener

    app = BriefingApp(["x"], Settings(workspace="off"), fake_opener, compose)  # type: ignore[arg-type]
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "b", "b", "j", "j", "j")
        brief = reading(app).query_one(BriefPane)
        entry, top = brief.entry, brief.lines.scroll_offset.y
        await renew(pilot, grown_corpus())
        assert written == [("ev1", 3), ("ev1", 4)]
        assert (brief.entry, brief.lines.scroll_offset.y) == (entry, top)


async def test_when_the_event_is_gone_another_is_shown() -> None:
    app = build_app()
    corpus = build_corpus()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        rest = tuple(d for d in corpus.documents if d.article.id not in corpus.events[0].articles)
        await renew(pilot, replace(corpus, documents=rest, events=corpus.events[1:]))
        assert lines_of(app).highlighted_event == "ev2"
        assert shown_sources(app) == [1]


async def test_a_source_that_changed_or_went_gives_its_pane_to_what_is_there() -> None:
    app = build_app()
    corpus = build_corpus()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        changed = build_document("a.txt", "The accord was never signed.")
        documents = (changed, *(d for d in corpus.documents[2:]))
        event = replace(corpus.events[0], articles=("a.txt", "c.txt"))
        await renew(pilot, replace(corpus, documents=documents, events=(event, *corpus.events[1:])))
        assert "The accord was never signed." in screen_text(app)
        assert [p.source.document.article.id for p in panes(app) if p.source] == ["a.txt", "c.txt"]


async def test_what_comes_while_a_window_is_open_waits_for_its_end() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "w")
        await renew(pilot, grown_corpus())
        assert isinstance(app.screen, SheetScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReadingScreen)
        assert "Events (4)" in screen_text(app)


async def test_the_first_page_comes_into_an_empty_corpus() -> None:
    def empty(*_: object, **__: object) -> GroupedCorpus:
        return GroupedCorpus((), (), (), ())

    app = BriefingApp(["x"], Settings(workspace="off"), empty, fake_brief)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await renew(pilot, build_corpus())
        assert lines_of(app).highlighted_event == "ev1"
        assert shown_sources(app) == [1, 2]


class SlowOpener:
    """Opens the first event early, and the rest when it is let go on."""

    def __init__(self, error: Exception | None = None) -> None:
        self.go_on = threading.Event()
        self.error = error

    def __call__(
        self,
        paths: Sequence[str],
        settings: Settings,
        *,
        on_progress: Callable[[Progress], None],
        is_cancelled: Callable[[], bool],
        preview: Preview | None = None,
    ) -> GroupedCorpus:
        del paths, settings
        assert preview is not None
        corpus = build_corpus()
        early = replace(corpus, documents=corpus.documents[:3], events=corpus.events[:1])
        assert not preview.is_enough()
        preview.show(early)
        while not self.go_on.wait(0.01) and not is_cancelled():
            on_progress(Progress(Stage.ANALYSE, 3, 5, "c.txt"))
            if preview.is_enough():
                return early
        if self.error:
            raise self.error
        return corpus


def slow_app(opener: SlowOpener) -> BriefingApp:
    return BriefingApp(["x"], Settings(workspace="off"), opener, fake_brief)


async def test_what_is_ready_can_be_read_while_the_rest_is_analysed() -> None:
    opener = SlowOpener()
    app = slow_app(opener)
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Events (1)")
        await until_shown(pilot, "Analysing pages: 3 of 5")
        await pilot.press("enter")
        opener.go_on.set()
        await settle(pilot)
        assert "Events (3)" in screen_text(app)
        assert "Analysing" not in screen_text(app)
        assert told(app) == "All is analysed: 5 pages."
        assert where(app) == "pane-0"


async def test_the_analysis_can_be_stopped_and_what_is_ready_stays() -> None:
    app = slow_app(SlowOpener())
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Events (1)")
        await pilot.press("S")
        await settle(pilot)
        assert told(app).startswith("Stopped: 3 pages can be read;")
        assert "Events (1)" in screen_text(app)
        await press(pilot, "S")
        assert told(app) == "Everything is analysed; there is nothing to stop."


async def test_an_analysis_that_fails_leaves_what_is_ready() -> None:
    opener = SlowOpener(BriefingError("the model went away"))
    app = slow_app(opener)
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Events (1)")
        opener.go_on.set()
        await settle(pilot)
        assert isinstance(app.screen, ErrorScreen)
        await press(pilot, "escape")
        assert app.return_code is None
        assert "Events (1)" in screen_text(app)


async def test_a_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks", encoding="utf-8")

    def opener(*_: object, **__: object) -> GroupedCorpus:
        return grown_corpus() if (tmp_path / "z.txt").exists() else build_corpus()

    settings = Settings(workspace="off")
    app = BriefingApp([str(tmp_path)], settings, opener, fake_brief, is_watching=True)
    async with app.run_test(size=WIDE) as pilot:
        await until_shown(pilot, "Events (3)")
        await until_shown(pilot, "watching · ")
        (tmp_path / "z.txt").write_text("Quay walls crack", encoding="utf-8")
        await until_shown(pilot, "Events (4)")
        await until_shown(pilot, "2 new pages: 1 joined “Ostrava and Lund sign harbour accord”")
