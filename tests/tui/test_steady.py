"""Headers that change without moving what stands below, and a list that paints what changed."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.strip import Strip
from textual.widgets.option_list import Option

from briefing.tui.light_bar import LightBar
from briefing.tui.marked_list import MarkedList
from briefing.tui.steady import SteadyPane, SteadyStatic
from tests.tui.reading import build_app, panes, press, screen_text, settle


class Headed(App[None]):
    CSS = "SteadyStatic { height: auto; } SteadyPane { border: round red; height: 8; }"

    def compose(self) -> ComposeResult:
        self.header = SteadyStatic(holds=True)
        with SteadyPane() as self.pane:
            yield self.header


async def test_a_header_grows_and_holds_until_the_width_changes() -> None:
    app = Headed()
    async with app.run_test(size=(20, 12)) as pilot:
        for words, height in (("one", 1), ("one\ntwo\nthree", 3), ("one", 3)):
            app.header.show(Content(words))
            await pilot.pause()
            assert app.header.size.height == height
        await pilot.resize_terminal(30, 12)
        await pilot.pause()
        assert app.header.size.height == 1


async def test_a_hidden_header_holds_nothing() -> None:
    app = Headed()
    async with app.run_test(size=(20, 12)) as pilot:
        app.header.show(Content("one\ntwo\nthree"))
        await pilot.pause()
        app.pane.display = False
        await pilot.pause()
        app.header.show(Content("four\nfive\nsix"))
        app.pane.display = True
        await pilot.pause()
        assert app.header.size.height == 3


async def test_other_words_in_a_border_paint_their_line_alone() -> None:
    app = Headed()
    async with app.run_test(size=(20, 12)) as pilot:
        app.pane.show_title(Content("first"))
        app.pane.show_subtitle(Content("last"))
        await pilot.pause()
        shown = screen_text(app).splitlines()
        assert "first" in shown[0]
        assert "last" in shown[7]
        app.pane._repaint_regions.clear()
        app.pane.show_title(Content("second"))
        assert {region.height for region in app.pane._repaint_regions} == {1}


class Listed(App[None]):
    def compose(self) -> ComposeResult:
        self.lines = MarkedList(*(Option(f"line {n}", id=str(n)) for n in range(50)))
        self.lines.styles.height = 10
        yield self.lines

    def on_mount(self) -> None:
        self.lines.focus()


async def test_a_move_paints_two_entries_and_the_list_has_a_light_bar() -> None:
    app = Listed()
    async with app.run_test(size=(30, 12)) as pilot:
        await pilot.press("j")
        await pilot.pause()
        app.lines._repaint_regions.clear()
        app.lines.action_cursor_down()
        assert sum(region.height for region in app.lines._repaint_regions) == 2
        await pilot.pause()
        assert "▌ line 2" in screen_text(app)
        assert isinstance(app.lines.vertical_scrollbar, LightBar)


async def test_another_prompt_is_shown_and_a_higher_one_moves_the_others() -> None:
    app = Listed()
    async with app.run_test(size=(30, 12)) as pilot:
        app.lines.replace_prompts([("1", Content("other"))])
        await pilot.pause()
        assert "other" in screen_text(app).splitlines()[1]
        app.lines.replace_prompts([("1", Content("two\nlines"))])
        await pilot.pause()
        assert "line 2" in screen_text(app).splitlines()[3]


@pytest.mark.parametrize("size", [(160, 45), (80, 24)])
async def test_no_picture_shows_a_page_wrapped_for_another_width(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pane that is opened was once painted before it knew its width."""
    widths: set[tuple[int, int]] = set()
    app = build_app()
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        view = panes(app)[0].view if panes(app) else None
        from briefing.tui.text_view import TextView

        paint = TextView.render_lines

        def watched(self: TextView, crop: object) -> list[Strip]:
            found = paint(self, crop)  # type: ignore[arg-type]  # handed on
            widths.add((self._wrapped_at, self.scrollable_content_region.width))
            return found

        monkeypatch.setattr(TextView, "render_lines", watched)
        await press(pilot, "enter", "z", "z", "right_square_bracket", "left_square_bracket", "b")
        assert view is None or view.display
    assert widths
    assert all(wrapped == shown for wrapped, shown in widths)
