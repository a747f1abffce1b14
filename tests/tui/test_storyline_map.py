"""The map of storylines: what links two events, and how the window leads to them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.config import Settings
from briefing.model import Document, Event, EventDate, GroupedCorpus, Place, Storyline
from briefing.tui.app import BriefingApp
from briefing.tui.catalogue import build_catalogue
from briefing.tui.storyline_map import Tie, find_links, map_entries
from briefing.tui.storyline_screen import StorylineScreen
from tests.builders import build_document
from tests.tui.reading import build_app, cited_words, panes, press, reading, screen_text, settle
from tests.tui.sample import fake_brief

TALKS = "Pier talks open in Velm\nThe signing follows on 9 May. Nobody else spoke."
SIGNING = "Pier accord signed\nThe talks of 2 May led to it. All were there."
COLLAPSE = "Pier falls into the sea\nThe accord was signed on 9 May. It rained."


def build_pages() -> tuple[Document, ...]:
    return (
        build_document("a.txt", TALKS, source="Velm Post", dates={"9 May": "2031-05-09"}),
        build_document("b.txt", SIGNING, source="Le Quai", dates={"2 May": "2031-05-02"}),
        build_document("c.txt", COLLAPSE, dates={"9 May": "2031-05-09"}),
    )


def build_event(number: int, day: str | None, article: str) -> Event:
    date = EventDate(day) if day else None
    return Event(f"ev{number}", f"Event {number}", "talks", date, Place("Velm"), (), (), (article,))


def build_corpus(
    days: tuple[str | None, ...] = ("2031-05-02", "2031-05-09", "2031-07-01"),
) -> GroupedCorpus:
    pages = build_pages()
    events = tuple(
        replace(build_event(n, day, page.article.id), storyline="s")
        for n, (day, page) in enumerate(zip(days, pages, strict=True), 1)
    )
    storyline = Storyline("s", "The pier of Velm", tuple(e.id for e in events))
    return GroupedCorpus(pages, (), events, (storyline,))


def links_of(corpus: GroupedCorpus) -> list[tuple[str, str, Tie]]:
    documents = {d.article.id: d for d in corpus.documents}
    return [(k.event, k.other, k.tie) for k in find_links(corpus.events, documents)]


def test_a_page_that_gives_the_day_of_another_event_is_a_link() -> None:
    assert links_of(build_corpus()) == [
        ("ev1", "ev2", Tie.PREVIEW),
        ("ev2", "ev1", Tie.AFTERMATH),
        ("ev3", "ev2", Tie.BACKGROUND),
    ]


def test_without_days_nothing_is_linked() -> None:
    assert links_of(build_corpus((None, "2031-05", None))) == []


def test_a_link_cites_the_sentence_that_makes_it() -> None:
    corpus = build_corpus()
    documents = {d.article.id: d for d in corpus.documents}
    place = find_links(corpus.events, documents)[0].place
    text = documents[place.article].article.text
    assert text[place.start : place.end] == "The signing follows on 9 May."


def test_the_map_tells_events_in_time_with_what_lies_between() -> None:
    entries = list(map_entries(build_catalogue(build_corpus())))
    assert entries[0].words == "The pier of Velm"
    assert entries[0].tail == "3 events · 2 May 2031 – 1 Jul 2031"
    assert [e.lead for e in entries if e.event and not e.place] == [
        "2 May 2031",
        "9 May 2031",
        "1 Jul 2031",
    ]
    assert [e.lead for e in entries if e.lead.endswith("later")] == [
        "7 days later",
        "53 days later",
    ]


def opener(*_: object, **__: object) -> GroupedCorpus:
    return build_corpus()


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_enter_opens_the_event_or_the_sentence(size: tuple[int, int]) -> None:
    app = BriefingApp(["x"], Settings(workspace="off"), opener, fake_brief)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "T")
        assert isinstance(app.screen, StorylineScreen)
        assert "→ announces 9 May 2031, Velm: “The signing follows" in screen_text(app)
        await press(pilot, "G", "k", "enter")
        assert reading(app).rooms.event_list.highlighted_event == "ev3"
        await press(pilot, "T", "g", "j", "enter")
        assert reading(app).rooms.event_list.highlighted_event == "ev1"
        assert cited_words(panes(app)[0]) == ["The signing follows on 9 May."]


async def test_the_cursor_is_on_the_event_that_is_read_and_escape_leaves_it() -> None:
    app = build_app()
    async with app.run_test(size=(160, 45)) as pilot:
        await settle(pilot)
        await press(pilot, "j", "T", "escape")
        assert reading(app).rooms.event_list.highlighted_event == "ev2"
        await press(pilot, "k", "T", "j", "enter")
        assert reading(app).rooms.event_list.highlighted_event == "ev2"


async def test_without_storylines_it_says_so() -> None:
    def lone(*_: object, **__: object) -> GroupedCorpus:
        return replace(build_corpus(), storylines=())

    app = BriefingApp(["x"], Settings(workspace="off"), lone, fake_brief)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "T")
        assert "No storyline: 3 events" in screen_text(app)
        await press(pilot, "enter", "escape")
        assert reading(app).rooms.event_list.highlighted_event == "ev1"
