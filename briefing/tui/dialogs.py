"""Windows over the reader: a sheet of text, and a list to choose from.

Invariant: a dialogue shows what it is given and closes by the keys of `keys.Place.DIALOG`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.widgets.option_list import Option

from briefing.errors import BriefingError
from briefing.escaping import visible
from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList


class SheetScreen(ModalScreen[None]):
    """A titled sheet of text that can be scrolled and closed."""

    BINDINGS = bindings(Place.DIALOG)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sheet--heading",
        "sheet--key",
        "sheet--quiet",
        "sheet--for",
        "sheet--against",
    }

    def __init__(self, title: str, body: Content, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._title, self._body = title, body

    def compose(self) -> ComposeResult:
        """One box in the middle of the screen."""
        with Vertical(classes="sheet") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content("esc closes")
            with VerticalScroll(can_focus=False):
                yield Static(self._body, markup=False)

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss()

    def action_lines(self, count: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=count, animate=False)

    def action_pages(self, count: int) -> None:
        """Scroll by pages."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=count * max(1, scroll.size.height - 1), animate=False)

    def action_top(self) -> None:
        """Go to the top."""
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_bottom(self) -> None:
        """Go to the end."""
        self.query_one(VerticalScroll).scroll_end(animate=False)


class ErrorScreen(SheetScreen):
    """What went wrong and what one can do."""

    def __init__(self, error: BriefingError) -> None:
        hint = Content(f"\n\n{visible(error.hint)}") if error.hint else Content("")
        message = Content.styled(visible(error.message), "bold")
        super().__init__(error.title, message + hint, "error")


class ChoiceScreen(ModalScreen[str | None]):
    """A titled list; the id of the chosen line comes back, or None."""

    BINDINGS = bindings(Place.CHOICE)

    def __init__(
        self, title: str, lines: Sequence[tuple[str, Content]], act: str = "opens"
    ) -> None:
        super().__init__()
        self._title, self._lines, self._act = title, lines, act

    def compose(self) -> ComposeResult:
        """One box with a list."""
        with Vertical(classes="sheet") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content(f"enter {self._act} · esc closes")
            yield MarkedList(*(Option(line, id=key) for key, line in self._lines))

    def action_close(self) -> None:
        """Back, with nothing chosen."""
        self.dismiss(None)

    def action_select(self) -> None:
        """Choose the highlighted line."""
        self.query_one(MarkedList).action_select()

    @on(MarkedList.OptionSelected)
    def choose(self, event: MarkedList.OptionSelected) -> None:
        """Back, with the chosen line."""
        self.dismiss(event.option_id)
