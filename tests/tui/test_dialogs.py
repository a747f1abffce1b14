"""Windows and notices: what went wrong may quote a page or a path, and steers nothing."""

from __future__ import annotations

from textual.containers import VerticalScroll

from briefing.errors import CorpusError
from briefing.tui.dialogs import ErrorScreen
from tests.tui.reading import build_app, press, screen_text, settle

HOSTILE = "no\x1b]0;title\x07\x9b31m\u202esuch [bold]page[/bold]"
SHOWN = "no␛]0;title␇\N{REPLACEMENT CHARACTER}31m⇤such [bold]page[/bold]"


def test_a_window_shows_what_an_error_quotes_as_words() -> None:
    screen = ErrorScreen(CorpusError(f"nothing matches {HOSTILE}", f"did you mean {HOSTILE}?"))
    assert screen._body.plain == f"nothing matches {SHOWN}\n\ndid you mean {SHOWN}?"


async def test_a_notice_shows_what_it_quotes_as_words() -> None:
    app = build_app()
    async with app.run_test() as pilot:
        await settle(pilot)
        app.notify(HOSTILE)
        await settle(pilot)
        (notice,) = app._notifications
        assert notice.message == SHOWN
        assert not notice.markup


async def test_a_long_sheet_is_gone_through_to_its_end_and_back() -> None:
    app = build_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        top = screen_text(app)
        await press(pilot, "G")
        scroll = app.screen.query_one(VerticalScroll)
        assert scroll.scroll_y == scroll.max_scroll_y > 0
        await press(pilot, "g")
        assert screen_text(app) == top
