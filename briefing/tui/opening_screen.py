"""The screen one sees while a corpus is opened: stage, progress, and how to stop.

Invariant: the opener runs in a thread that touches no widget; it posts messages, and it stops when
the reader asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, ProgressBar, Static
from textual.worker import Worker, get_current_worker

from briefing.config import Settings
from briefing.errors import BriefingError
from briefing.escaping import one_line
from briefing.model import GroupedCorpus, Progress, Stage
from briefing.tui.keys import Place, bindings
from briefing.tui.messages import CorpusOpened, OpeningFailed, ProgressMade
from briefing.tui.status_line import corpus_name

_STAGES = {
    Stage.LOAD: "Reading pages",
    Stage.ANALYSE: "Analysing pages",
    Stage.GROUP: "Grouping by event",
}


class Opener(Protocol):
    """Opens a corpus, as `briefing.pipeline.open_corpus` does."""

    def __call__(
        self,
        paths: Sequence[str],
        settings: Settings,
        *,
        on_progress: Callable[[Progress], None],
        is_cancelled: Callable[[], bool],
    ) -> GroupedCorpus:
        """The corpus at `paths`; raises `BriefingError`."""
        ...


class OpeningScreen(Screen[None]):
    """Progress of the opening of a corpus."""

    BINDINGS = bindings(Place.OPENING)

    def __init__(self, paths: Sequence[str], settings: Settings, opener: Opener) -> None:
        super().__init__()
        self._paths, self._settings, self._opener = tuple(paths), settings, opener
        self._worker: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """One box in the middle."""
        with Vertical(id="opening") as box:
            box.border_title = Content(f"Opening {corpus_name(self._paths)}")
            yield Static("Starting", id="stage", markup=False)
            yield ProgressBar(show_eta=False)
            yield Static("", id="what", markup=False)
            yield Static("esc stops; what was analysed is kept", id="hint", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Start."""
        self._worker = self._open()

    @work(thread=True, exclusive=True, group="opening", description="opening")
    def _open(self) -> None:
        worker = get_current_worker()
        latest: list[tuple[Stage, int]] = []

        def report(progress: Progress) -> None:
            # A message per page would be more than a screen can show: one in a hundred will do.
            step = (progress.stage, progress.done * 100 // max(1, progress.total or 100))
            if latest != [step]:
                latest[:] = [step]
                self.post_message(ProgressMade(progress))

        try:
            corpus = self._opener(
                self._paths,
                self._settings,
                on_progress=report,
                is_cancelled=lambda: worker.is_cancelled,
            )
        except BriefingError as error:
            self.post_message(OpeningFailed(error))
        except Exception as error:  # noqa: BLE001  # a worker's last resort: a message, no traceback
            self.post_message(
                OpeningFailed(BriefingError(f"the corpus cannot be opened: {error!r}"))
            )
        else:
            self.post_message(CorpusOpened(corpus))

    @on(ProgressMade)
    def show_progress(self, event: ProgressMade) -> None:
        """Say how far it has come."""
        event.stop()
        progress = event.progress
        total = f" of {progress.total}" if progress.total is not None else ""
        count = f": {progress.done}{total}" if progress.total != 1 else ""
        self.query_one("#stage", Static).update(Content(_STAGES[progress.stage] + count))
        self.query_one("#what", Static).update(Content(one_line(progress.what)))
        self.query_one(ProgressBar).update(total=progress.total, progress=progress.done)

    def action_stop(self) -> None:
        """Ask the worker to stop; it says so itself when it has."""
        if self._worker:
            self._worker.cancel()
        self.query_one("#hint", Static).update(Content("Stopping …"))
