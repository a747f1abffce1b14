"""What each key of the reader does, seen from outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from briefing.tui.brief_pane import BriefPane
from briefing.tui.dialogs import ChoiceScreen, SheetScreen
from briefing.tui.event_pane import EventPane
from briefing.tui.room_tabs import RoomTabs
from tests.tui.reading import (
    build_app,
    cited_words,
    panes,
    press,
    reading,
    screen_text,
    settle,
    shown_sources,
    told,
    where,
)

WIDE, MEDIUM, NARROW = (160, 45), (100, 30), (80, 24)


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def start(pilot: Pilot[None], *keys: str) -> None:
    await settle(pilot)
    await press(pilot, *keys)


async def test_the_first_event_is_open_at_once() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot)
        assert where(app) == "events"
        assert shown_sources(app) == [1, 2]
        assert reading(app).query_one(BriefPane).lines.option_count > 10


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_moving_in_the_list_shows_another_event(down: str, up: str) -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, down)
        (pane,) = panes(app)
        assert pane.source is not None
        assert pane.source.document.article.id == "d.txt"
        await press(pilot, up)
        assert shown_sources(app) == [1, 2]


async def test_ends_and_pages_of_the_list() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "G")
        events = reading(app).query_one(EventPane)
        assert events.highlighted_option is not None
        assert events.highlighted_option.id == "ev3"
        await press(pilot, "g")
        assert events.highlighted_option.id == "ev1"
        await press(pilot, "ctrl+d")
        assert events.highlighted_option.id == "ev3"
        await press(pilot, "ctrl+u")
        assert events.highlighted_option.id == "ev1"


async def test_independent_origins_are_counted_as_the_brief_counts_them() -> None:
    app = build_app()
    async with app.run_test(size=(200, 45)) as pilot:
        await start(pilot)
        assert "3 articles · 3 origins · en fr es" in screen_text(app)


async def test_enter_goes_to_read() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter")
        assert where(app) == "pane-0"


@pytest.mark.parametrize(
    ("size", "on", "back"),
    [(WIDE, "tab", "shift+tab"), (MEDIUM, "l", "h"), (NARROW, "right", "left")],
)
async def test_one_goes_round_all_rooms(size: tuple[int, int], on: str, back: str) -> None:
    app = build_app()
    async with app.run_test(size=size) as pilot:
        await start(pilot)
        rooms = [where(app)]
        for _ in range(4):
            await press(pilot, on)
            rooms.append(where(app))
        assert rooms == ["events", "pane-0", "pane-1", "brief", "events"]
        await press(pilot, back, back)
        assert where(app) == "pane-1"


async def test_a_narrow_terminal_shows_one_room_with_tabs() -> None:
    app = build_app()
    async with app.run_test(size=NARROW) as pilot:
        await start(pilot)
        assert reading(app).query_one(RoomTabs).display
        assert panes(app) == []
        await press(pilot, "enter")
        assert shown_sources(app) == [1]
        assert not reading(app).query_one(EventPane).display
        await press(pilot, "b")
        assert where(app) == "brief"
        assert panes(app) == []
        await press(pilot, "b")
        assert where(app) == "pane-0"


async def test_a_tab_can_be_clicked() -> None:
    app = build_app()
    async with app.run_test(size=NARROW) as pilot:
        await start(pilot)
        await pilot.click(RoomTabs, offset=(14, 0))
        await settle(pilot)
        assert where(app) == "pane-0"


async def test_without_room_for_all_the_brief_is_a_tab_and_stands_beside_a_source() -> None:
    app = build_app()
    async with app.run_test(size=MEDIUM) as pilot:
        await start(pilot)
        assert not reading(app).query_one(BriefPane).display
        await press(pilot, "b")
        assert where(app) == "brief"
        assert shown_sources(app) == [1]
        assert not reading(app).query_one(EventPane).display
        await press(pilot, "b")
        assert where(app) == "pane-0"


async def test_the_list_folds_away() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "L")
        assert not reading(app).query_one(EventPane).display
        assert where(app) == "pane-0"
        await press(pilot, "L")
        assert where(app) == "events"


async def test_on_a_wide_terminal_the_brief_folds_away() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "b")
        assert not reading(app).query_one(BriefPane).display
        assert where(app) == "events"
        await press(pilot, "b")
        assert where(app) == "brief"


async def test_zoom_and_back() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter", "z")
        assert shown_sources(app) == [1]
        assert not reading(app).query_one(EventPane).display
        await press(pilot, "z")
        assert shown_sources(app) == [1, 2]


async def test_more_and_fewer_panes() -> None:
    app = build_app()
    async with app.run_test(size=(240, 45)) as pilot:
        await start(pilot, "right_square_bracket")
        assert shown_sources(app) == [1, 2, 3]
        await press(pilot, "left_square_bracket", "left_square_bracket")
        assert shown_sources(app) == [1]


async def test_a_pane_for_which_there_is_no_room_is_told() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "right_square_bracket")
        assert shown_sources(app) == [1, 2, 3]
        await pilot.resize_terminal(*MEDIUM)
        await press(pilot, "left_square_bracket", "right_square_bracket")
        assert shown_sources(app) == [1]
        assert told(app) == "This width has room for 1 source."


async def test_a_number_opens_that_source_in_the_pane() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter", "3", "s")
        assert shown_sources(app) == [3, 2]
        await press(pilot, "2", "s")
        assert shown_sources(app) == [2, 3]
        await press(pilot, "9", "s")
        assert shown_sources(app) == [2, 3]


async def test_clutter_is_hidden_until_asked_for() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot)
        assert "newsletter" not in screen_text(app)
        await press(pilot, "c")
        assert "newsletter" in screen_text(app)
        await press(pilot, "c")
        assert "newsletter" not in screen_text(app)


async def test_the_legend_names_the_kinds_that_are_shown() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot)
        legends = []
        for _ in range(6):
            legends.append(screen_text(app).splitlines()[-2].split("  ")[-1].strip())
            await press(pilot, "e")
        assert legends == [
            "Person Place Organisation Other",
            "Person",
            "Place",
            "Organisation",
            "names not marked",
            "Person Place Organisation Other",
        ]


async def test_enter_in_the_brief_opens_all_cited_places() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "b", "b", "enter")
        assert where(app) == "brief"
        cited = [cited_words(pane) for pane in panes(app)]
        assert cited == [
            ["Mayor Ilse Brandt of Lund signed the accord in Varna on Monday."],
            ["La maire de Lund, Ilse Brandt, a signé lundi à Varna"],
        ]


async def test_a_cited_source_that_is_not_shown_is_opened() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "b", "b", "j", "j", "j", "enter")
        assert shown_sources(app) == [1, 3]
        assert cited_words(panes(app)[1]) == ["Tomas Reyl dirigirá las obras."]


async def test_a_narrow_terminal_goes_to_the_cited_place() -> None:
    app = build_app()
    async with app.run_test(size=NARROW) as pilot:
        await start(pilot, "b", "enter")
        assert where(app) == "pane-0"
        assert cited_words(panes(app)[0])
        assert told(app) == "Also cited: source 2 (2s opens the second)."


async def test_a_citation_can_be_clicked() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot)
        lines = screen_text(app).splitlines()
        y = next(i for i, line in enumerate(lines) if "[1][2]" in line)
        await pilot.click(offset=(lines[y].index("[2]") + 1, y))
        await settle(pilot)
        assert cited_words(panes(app)[0]) == []
        assert cited_words(panes(app)[1])


async def test_the_path_of_a_rejected_file_is_copied_from_their_list() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "r")
        assert isinstance(app.screen, ChoiceScreen)
        assert "pages/broken.txt, line 3" in screen_text(app)
        assert "enter copies the path" in screen_text(app)
        await press(pilot, "enter")
        assert app.clipboard == "pages/broken.txt"
        assert told(app) == "Copied: pages/broken.txt"


async def test_why_and_help_are_windows() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot)
        for key, words in (
            ("w", "both name Ilse Brandt"),
            ("question_mark", "Read the event"),
        ):
            await press(pilot, key)
            assert isinstance(app.screen, SheetScreen)
            assert words in screen_text(app)
            await press(pilot, "escape")
            assert where(app) == "events"


async def test_a_source_is_chosen_from_their_list() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "s")
        assert isinstance(app.screen, ChoiceScreen)
        await press(pilot, "j", "j", "enter")
        assert shown_sources(app) == [3, 2]
        await press(pilot, "s", "escape")
        assert shown_sources(app) == [3, 2]


async def test_a_window_scrolls_by_keys() -> None:
    app = build_app()
    async with app.run_test(size=NARROW) as pilot:
        await start(pilot, "question_mark")
        top = screen_text(app)
        await press(pilot, "j", "pagedown")
        assert screen_text(app) != top
        await press(pilot, "pageup", "k")
        assert screen_text(app) == top


async def test_export_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "x", "enter")
        (written,) = files_in(tmp_path)
        assert told(app) == f"Brief exported: {written}"


async def test_export_failure_is_a_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "cwd", classmethod(lambda _: tmp_path / "gone"))
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "x", "enter")
        assert "No such file" in screen_text(app)


async def test_another_width_arranges_anew() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot, "enter")
        await pilot.resize_terminal(*NARROW)
        await settle(pilot)
        assert shown_sources(app) == [1]
        assert where(app) == "pane-0"
        await pilot.resize_terminal(*WIDE)
        await settle(pilot)
        assert shown_sources(app) == [1, 2]


async def test_an_event_can_be_clicked() -> None:
    app = build_app()
    async with app.run_test(size=WIDE) as pilot:
        await start(pilot)
        lines = screen_text(app).splitlines()
        y = next(i for i, line in enumerate(lines) if "Not markup" in line)
        await pilot.click(offset=(6, y))
        await settle(pilot)
        assert "Escape ␛[31m here" in screen_text(app)


async def test_an_edge_can_be_dragged_and_a_pane_widened() -> None:
    app = build_app()
    async with app.run_test(size=(200, 45)) as pilot:
        await start(pilot)
        events = reading(app).query_one(EventPane)
        width = events.outer_size.width
        await pilot.mouse_down(offset=(width - 1, 20))
        await pilot.hover(offset=(width + 8, 20))
        await pilot.mouse_up(offset=(width + 8, 20))
        await settle(pilot)
        assert events.outer_size.width == width + 9
        await pilot.hover(offset=(width + 20, 20))
        assert events.outer_size.width == width + 9
        await press(pilot, "less_than_sign")
        assert events.outer_size.width == width + 5


async def test_the_wheel_scrolls_what_is_under_it() -> None:
    app = build_app()
    async with app.run_test(size=(160, 20)) as pilot:
        await start(pilot)
        lines = reading(app).query_one(BriefPane).lines
        x, y = lines.region.x + 2, lines.region.y + 2
        await pilot._post_mouse_events([MouseScrollDown], offset=(x, y))
        await settle(pilot)
        assert lines.scroll_offset.y > 0
        assert where(app) == "events"
