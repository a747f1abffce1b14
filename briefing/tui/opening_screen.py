"""The screen one sees while a corpus is opened: stage, progress, and how to stop.

Invariant: it shows how far the opening has come and asks for nothing but its end; the opening
itself goes on behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Middle, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, ProgressBar, Static
from textual.widgets.option_list import Option

from briefing.escaping import one_line
from briefing.store.listings import Listing
from briefing.tui.arrangement import Wishes, arrange
from briefing.tui.corpus_names import corpus_name
from briefing.tui.event_prompt import listed_prompt
from briefing.tui.keys import Place, bindings
from briefing.tui.marked_list import MarkedList
from briefing.tui.messages import ProgressMade, StopAsked
from briefing.tui.pace import time_left

if TYPE_CHECKING:
    from briefing.model import Progress

_STAGES = {
    "load": "Reading pages",
    "analyse": "Analysing pages",
    "group": "Grouping by event",
}


def progress_words(progress: Progress, left: float | None) -> str:
    """How far it has come, in one line: "Analysing pages: 3 of 40 · about 2 min left"."""
    total = f" of {progress.total}" if progress.total is not None else ""
    shown = f": {progress.done}{total}" if progress.total != 1 and progress.done else ""
    return " · ".join(part for part in (_STAGES[progress.stage] + shown, time_left(left)) if part)


class ListedEvents(MarkedList, can_focus=False):
    """The list of events as the reader left it, until the corpus is there."""

    def __init__(self, listing: Listing) -> None:
        lines = (Option(listed_prompt(line), disabled=line.is_heading) for line in listing.lines)
        super().__init__(*lines, id="listed", classes="pane")
        self._listing = listing
        self.border_title = f"Events ({listing.events})"
        self.border_subtitle = "as you left them"

    def on_mount(self) -> None:
        """The cursor stands where it stood."""
        here = (number for number, line in enumerate(self._listing.lines) if line.is_here)
        self.highlighted = next(here, None)


class OpeningScreen(Screen[None]):
    """Progress of the opening of a corpus."""

    BINDINGS = bindings(Place.OPENING)

    def __init__(self, paths: Sequence[str], listing: Listing | None = None) -> None:
        super().__init__()
        self._paths, self._listing = tuple(paths), listing

    def compose(self) -> ComposeResult:
        """One box in the middle; where it is known what the list showed last, beside the list."""
        if self._listing:
            width = arrange(self.app.size.width, 2, Wishes()).events_width
            is_alone = width >= self.app.size.width
            self.add_class("narrow" if is_alone else "wide")
            listed = ListedEvents(self._listing)
            listed.styles.width = "1fr" if is_alone else width
            yield listed
        with Middle(id="progress"):
            yield from self._progress()
        yield Footer(compact=True, show_command_palette=False)

    def _progress(self) -> ComposeResult:
        with Vertical(id="opening") as box:
            box.border_title = Content(f"Opening {corpus_name(self._paths)}")
            yield Static("Starting", id="stage", markup=False)
            yield ProgressBar(show_eta=False)
            yield Static("", id="what", markup=False)
            yield Static("esc stops; what was analysed is kept", id="hint", markup=False)

    def show_progress(self, event: ProgressMade) -> None:
        """Say how far it has come."""
        progress = event.progress
        words = progress_words(progress, event.left)
        self.query_one("#stage", Static).update(Content(words))
        self.query_one("#what", Static).update(Content(one_line(progress.what)))
        self.query_one(ProgressBar).update(total=progress.total, progress=progress.done)

    def action_stop(self) -> None:
        """Ask for the end of it; the opening says so itself when it has come."""
        self.post_message(StopAsked())
        self.query_one("#hint", Static).update(Content("Stopping …"))
