"""Windows that ask: for a name, typed or chosen from a list that narrows, and for several lines.

Invariant: they decide nothing; the answer comes back, None where the window was only closed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input
from textual.widgets.option_list import Option

from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList

MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """A line to choose; `words` is what the line of typing holds once it is completed."""

    key: str
    words: str
    shown: Content


@dataclass(frozen=True, slots=True)
class Answer:
    """What was typed, and the key of what was chosen, if anything was."""

    words: str
    key: str | None = None


class AskLine(Input):
    """The line of typing; keys that lead to the list are the window's."""

    BINDINGS = bindings(Place.ASK)


class AskScreen(ModalScreen[Answer | None]):
    """A line to type in, and what it may mean; `is_free` lets what is typed stand for itself."""

    BINDINGS = bindings(Place.CHOICE)

    def __init__(
        self,
        title: str,
        words: str,
        offer: Callable[[str], Sequence[Choice]],
        *,
        is_free: bool,
    ) -> None:
        super().__init__()
        self._title, self._words, self._offer, self._is_free = title, words, offer, is_free
        self._offered: tuple[Choice, ...] = ()
        self._completed: int | None = None

    def compose(self) -> ComposeResult:
        """One box: the line, the list."""
        with Vertical(classes="sheet ask") as box:
            box.border_title = Content(self._title)
            yield AskLine(value=self._words, classes="find", compact=True)
            yield MarkedList()
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with what the name is now."""
        self._fill(self._words)
        line = self.query_one(AskLine)
        line.focus()
        line.cursor_position = len(line.value)

    @property
    def _list(self) -> MarkedList:
        return self.query_one(MarkedList)

    def _fill(self, words: str) -> None:
        self._offered = tuple(self._offer(words))[:MOST_SHOWN]
        self._completed = None
        self._list.set_options(Option(c.shown, id=c.key) for c in self._offered)
        if self._is_free:
            self._list.highlighted = None
        else:
            self._list.action_first()

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        """Offer what goes with what is typed; a completion leaves the list as it is."""
        event.stop()
        number = self._completed
        if number is None or self._offered[number].words != event.value:
            self._fill(event.value)

    def action_complete(self) -> None:
        """Take the words of the first line offered; again, of the next."""
        if self._offered:
            number = 0 if self._completed is None else (self._completed + 1) % len(self._offered)
            self._completed = number
            self._list.highlighted = number
            line = self.query_one(AskLine)
            line.value = self._offered[number].words
            line.cursor_position = len(line.value)

    def action_list(self) -> None:
        """Go to the list."""
        if self._offered:
            self._list.focus()
            if self._list.highlighted is None:
                self._list.action_first()

    def action_close(self) -> None:
        """Back, with no answer."""
        self.dismiss(None)

    def action_select(self) -> None:
        """Choose the line under the cursor."""
        self._list.action_select()

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        """Answer with what is typed, or with the line it narrows the list to."""
        event.stop()
        words, number = event.value.strip(), self._completed
        if number is None and not self._is_free:
            number = self._list.highlighted
        if number is not None and number < len(self._offered):
            self.dismiss(Answer(words, self._offered[number].key))
        elif self._is_free and words:
            self.dismiss(Answer(words))

    @on(MarkedList.OptionSelected)
    def choose(self, event: MarkedList.OptionSelected) -> None:
        """Answer with a line of the list."""
        event.stop()
        choice = next(c for c in self._offered if c.key == event.option_id)
        self.dismiss(Answer(choice.words, choice.key))


class PickList(MarkedList):
    """A list whose lines are picked."""

    BINDINGS = bindings(Place.PICK)


class PickScreen(ModalScreen[tuple[str, ...] | None]):
    """A list of which any lines can be picked; their keys come back."""

    BINDINGS = bindings(Place.CHOICE)

    def __init__(self, title: str, lines: Sequence[tuple[str, Content]]) -> None:
        super().__init__()
        self._title, self._lines = title, tuple(lines)
        self._picked: set[str] = set()

    def compose(self) -> ComposeResult:
        """One box with a list."""
        with Vertical(classes="sheet") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content("space picks · enter goes on · esc closes")
            yield PickList(*(Option(self._shown(n)) for n in range(len(self._lines))))

    def _shown(self, number: int) -> Content:
        key, line = self._lines[number]
        return Content("[x] " if key in self._picked else "[ ] ") + line

    def action_pick(self) -> None:
        """Pick the line under the cursor, or leave it, and go on to the next."""
        lines = self.query_one(PickList)
        number = lines.highlighted
        if number is not None:
            self._picked ^= {self._lines[number][0]}
            lines.replace_prompt_at(number, self._shown(number))
            lines.action_cursor_down()

    def action_keep(self) -> None:
        """Answer with what is picked; with nothing picked, the line under the cursor."""
        number = self.query_one(PickList).highlighted
        if not self._picked and number is not None:
            self._picked = {self._lines[number][0]}
        self.dismiss(tuple(k for k, _ in self._lines if k in self._picked))

    def action_select(self) -> None:
        """Go on with what is picked."""
        self.action_keep()

    def action_close(self) -> None:
        """Back, with no answer."""
        self.dismiss(None)

    @on(MarkedList.OptionSelected)
    def pick_clicked(self, event: MarkedList.OptionSelected) -> None:
        """A click picks."""
        event.stop()
        self.action_pick()
