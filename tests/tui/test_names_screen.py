"""The window of names: list, filter, card, and where its lines lead."""

from __future__ import annotations

from textual.pilot import Pilot

from briefing.tui.names_screen import NamesScreen
from tests.tui.reading import build_app, panes, press, reading, screen_text, settle, told, where

WIDE, NARROW = (160, 45), (80, 24)


async def start(pilot: Pilot[None], *keys: str) -> None:
    await settle(pilot)
    await press(pilot, *keys)


async def test_names_are_listed_with_counts_and_a_card() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "p")
        shown = screen_text(app)
        assert "All names of this event (7)" in shown
        assert "Lund  5" in shown
        assert "place · 3 articles" in shown
        assert "In the same sentences" in shown
        assert "Where it is said" in shown


async def test_the_list_is_narrowed_by_kind_scope_and_words() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "p", "e")
        assert "People of this event (2)" in screen_text(app)
        await press(pilot, "a")
        assert "People of all pages (2)" in screen_text(app)
        await press(pilot, "slash", *"rey")
        assert "People of all pages (1)" in screen_text(app)
        await press(pilot, "enter", "escape")
        assert "People of all pages (2)" in screen_text(app)
        await press(pilot, "escape")
        assert where(app) == "events"


async def test_enter_follows_the_entity_from_its_first_mention_on() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "p", "slash", *"reyl", "enter", "enter")
        assert where(app) == "pane-0"
        assert [len(pane.view.marks.found) for pane in panes(app)] == [1, 1]
        assert "1 of 3 · 1 of 3 sources" in screen_text(app)


async def test_a_card_leads_to_other_names_and_back_and_to_places() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "p", "slash", *"reyl", "enter", "tab", "j", "enter")
        assert isinstance(app.screen, NamesScreen)
        assert "─ Ilse Brandt ─" in screen_text(app) or "━ Ilse Brandt ━" in screen_text(app)
        await press(pilot, "backspace")
        assert "━ Tomas Reyl ━" in screen_text(app)
        await press(pilot, "G", "enter")
        (pane,) = [p for p in panes(app) if p.source and p.source.number == 3]
        assert pane.view.marks.current
        assert where(app) == pane.id


async def test_a_card_opens_another_event() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "p", "slash", *"ilse", "enter", "tab", "j", "enter")
        event = reading(app).event
        assert event
        assert event.id == "ev2"
        assert reading(app).rooms.event_list.highlighted_event == "ev2"
        assert "1 of 1" in screen_text(app)


async def test_i_shows_the_card_of_the_name_one_follows() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter", "i")
        assert told(app).startswith("Choose a name first")
        await press(pilot, "m", "m", "m", "i")
        assert "━ Ilse Brandt ━" in screen_text(app)


async def test_a_narrow_terminal_shows_list_above_card() -> None:
    app = build_app()
    async with app.run_test(size=NARROW) as pilot:
        await start(pilot, "p")
        lines = screen_text(app).splitlines()
        first = next(n for n, line in enumerate(lines) if "All names" in line)
        card = next(n for n, line in enumerate(lines) if "─ Ilse Brandt ─" in line)
        assert card > first + 5
