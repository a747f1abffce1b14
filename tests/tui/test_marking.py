"""Marks on spans: where they stand, those adrift, and the whole way from key to list."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from briefing.config import Settings
from briefing.marks import place_marks
from briefing.model import Article, Document, Span, SpanMark
from briefing.store.workspace import open_workspace
from briefing.tui.app import BriefingApp
from briefing.tui.catalogue import build_catalogue
from briefing.tui.marking import mark_at, mark_lines
from briefing.tui.marks_screen import MarksScreen
from briefing.tui.note_screen import NoteScreen
from tests.builders import build_document
from tests.tui.reading import panes, press, reading, screen_text, settle, told
from tests.tui.sample import build_corpus, fake_brief, fake_opener

WIDE = (160, 45)
TEXT = "Quay opens\nThe mayor of Brask opened the new quay. Nobody spoke."
SENTENCE = "The mayor of Brask opened the new quay."


def page(identifier: str = "p.txt", text: str = TEXT) -> Document:
    return build_document(identifier, text, source="Quay Post")


def mark(article: Article, words: str = SENTENCE, note: str = "") -> SpanMark:
    start = article.text.index(words)
    return mark_at(article, Span(start, start + len(words)), note, "corpus")


def test_a_mark_stands_in_every_copy_of_its_page() -> None:
    placed = place_marks([mark(page().article)], [page("a.txt"), page("b.txt")], "corpus")
    assert [p.place and p.place.article for p in placed.all] == ["a.txt", "b.txt"]
    assert placed.over("a.txt", Span(0, 20)) == placed.by_article["a.txt"]
    assert placed.over("a.txt", Span(0, 5)) == ()


def test_in_a_page_that_has_changed_it_stands_where_its_words_are() -> None:
    later = page(text="Correction: it is the old quay.\n" + TEXT)
    (placed,) = place_marks([mark(page().article)], [later], "corpus").all
    assert placed.place is not None
    assert later.article.text[placed.place.start : placed.place.end] == SENTENCE


def test_without_its_words_it_is_adrift_and_listed_with_its_note() -> None:
    kept = mark(page().article, note="ask the mayor")
    other = page("p.txt", "Quay closed\nNobody opened anything in Brask.")
    marks = place_marks([kept], [other], "corpus")
    assert [p.place for p in marks.all] == [None]
    catalogue = build_catalogue(replace(build_corpus(), documents=(other,)))
    heading, line = mark_lines(marks, catalogue)
    assert heading.heading.startswith("Adrift")
    assert line.words == f"Quay Post: {SENTENCE}"
    assert line.note == "ask the mayor"


def test_a_mark_of_a_page_that_went_is_adrift_and_one_of_another_corpus_is_not_told() -> None:
    kept = mark(page("gone.txt").article)
    here = [page("z.txt", "Other news\nNothing at all.")]
    assert [p.place for p in place_marks([kept], here, "corpus").all] == [None]
    assert place_marks([kept], here, "elsewhere").all == ()


def test_marks_are_listed_by_page_and_place() -> None:
    one, two = page("a.txt"), page("b.txt", "Head\n" + SENTENCE + " More words stand here.")
    kept = [mark(two.article, "More words stand here."), mark(two.article), mark(one.article)]
    marks = place_marks(kept, [one, two], "corpus")
    catalogue = build_catalogue(replace(build_corpus(), documents=(one, two)))
    lines = [line.heading or line.words for line in mark_lines(marks, catalogue)]
    assert lines[1::3] == [SENTENCE, "More words stand here."]
    assert lines[0].startswith("Quay Post")


async def start(pilot: Pilot[None], *keys: str) -> None:
    await settle(pilot)
    await press(pilot, *keys)


def app_with(folder: Path) -> BriefingApp:
    return BriefingApp(["corpus"], Settings(workspace=str(folder)), fake_opener, fake_brief)


def kept_words(folder: Path) -> list[tuple[str, str]]:
    with open_workspace(str(folder)) as workspace:
        return [(m.place.words, m.note) for m in workspace.span_marks()]


async def test_a_sentence_is_marked_shown_unmarked_and_marked_again(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter", "J", "J", "H")
        signed = "Mayor Ilse Brandt of Lund signed the accord in Varna on Monday."
        assert kept_words(tmp_path) == [(signed, "")]
        assert told(app).startswith("Marked.")
        assert "◆Mayor Ilse" in screen_text(app)
        await press(pilot, "H")
        assert kept_words(tmp_path) == []
        assert "◆" not in screen_text(app)
        await press(pilot, "u")
        assert kept_words(tmp_path) == [(signed, "")]
        assert "◆Mayor Ilse" in screen_text(app)


async def test_words_and_sentences_are_selected_by_keys(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter", "J", "J", "v", "shift+left", "shift+left", "y")
        assert app.clipboard == "Mayor Ilse Brandt of Lund signed the accord in Varna"
        await press(pilot, "O", "shift+right", "y")
        assert app.clipboard == "Ilse Brandt of Lund signed the accord in Varna"
        await press(pilot, "O", "shift+down", "shift+down", "y")
        assert app.clipboard.endswith("She praised the Harbour Council.")
        await press(pilot, "H")
        ((words, _),) = kept_words(tmp_path)
        assert words.startswith("Ilse Brandt of Lund")
        assert panes(app)[0].selected is None
        await press(pilot, "v", "escape")
        assert panes(app)[0].selected is None


async def test_words_are_selected_by_dragging(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter")
        view = panes(app)[0].view
        row = next(
            n for n, line in enumerate(view._lines) if view._text[line.start :].startswith("Mayor")
        )
        left = view._margin
        await pilot.mouse_down(view, offset=(left + 7, row))
        await pilot.hover(view, offset=(left + 13, row))
        await pilot.mouse_up(view, offset=(left + 13, row))
        await settle(pilot)
        assert panes(app)[0].selected is not None
        await press(pilot, "H")
        assert kept_words(tmp_path) == [("Ilse Brandt", "")]


async def test_a_note_is_written_on_a_span_and_read_in_the_list(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter", "J", "J", "v", "a")
        assert isinstance(app.screen, NoteScreen)
        assert "Note on “Mayor Ilse Brandt" in screen_text(app)
        await press(pilot, *"who else signed", "escape")
        assert kept_words(tmp_path)[0][1] == "who else signed"
        assert "✎Mayor Ilse" in screen_text(app)
        await press(pilot, "A")
        assert isinstance(app.screen, MarksScreen)
        shown = screen_text(app)
        assert "Marks and notes (1 mark, 1 note)" in shown
        assert "who else signed" in shown
        await press(pilot, "a", *" too", "escape")
        assert kept_words(tmp_path)[0][1] == "who else signed too"
        assert isinstance(app.screen, MarksScreen)


async def test_the_list_leads_to_marks_and_deletes_them(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter", "J", "J", "H", "L", "j", "enter", "J", "H", "A", "enter")
        event = reading(app).event
        assert event
        assert event.id == "ev1"
        assert panes(app)[0].view.marks.cited
        await press(pilot, "A", "d")
        assert "deleted" in screen_text(app)
        assert len(kept_words(tmp_path)) == 1
        await press(pilot, "u")
        assert len(kept_words(tmp_path)) == 2
        await press(pilot, "d", "d", "escape")
        assert kept_words(tmp_path) == []
        await press(pilot, "A")
        assert "Nothing is marked yet" in screen_text(app)


async def test_notes_on_events_and_sources_are_in_the_list_too(tmp_path: Path) -> None:
    app = app_with(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "a", *"ring them", "escape", "j", "enter", "a", *"old page", "escape")
        await press(pilot, "A")
        shown = screen_text(app)
        assert "ring them" in shown
        assert "old page" in shown
        await press(pilot, "enter")
        event = reading(app).event
        assert event
        assert event.id == "ev1"
