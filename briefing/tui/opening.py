"""What goes on behind the screens: a corpus is opened, and followed once it is.

Invariant: everything here runs in threads that touch no widget; it posts messages with frozen
values, and it stops when the reader asks for it or leaves.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import Worker, get_current_worker

from briefing.config import Settings
from briefing.errors import BriefingError, Cancelled
from briefing.tui.messages import (
    CorpusGrown,
    CorpusOpened,
    CorpusRenewed,
    OpeningFailed,
    ProgressMade,
    Told,
)
from briefing.tui.pace import Pace, Previews

if TYPE_CHECKING:
    from briefing.model import GroupedCorpus, Progress, Stage
    from briefing.watching import Opener, Watch

_REDRAW_SECONDS = 0.1
"""Seconds between two messages on the same stage: more is not seen."""

_SWITCH_SECONDS = 0.001
"""How long the work behind the screens may keep Python to itself. With the usual 5 ms a key, which
asks for the interpreter some ten times until it is painted, waited for 112 ms, with this for 12."""


class Opening:
    """One opening of a corpus, and the preview of what it has found so far."""

    def __init__(
        self,
        paths: Sequence[str],
        settings: Settings,
        opener: Opener,
        post: Callable[[Message], object],
    ) -> None:
        self._paths, self._settings, self._opener = paths, settings, opener
        self._post = post
        self._stopped = threading.Event()
        self._has_ready = self._is_cut_short = False
        self._worker: Worker[object] | None = None
        self._pace, self._previews = Pace(), Previews()
        self._left: float | None = None
        self._told: tuple[Stage | None, float] = (None, 0.0)

    def stop(self) -> None:
        """Have it end with what is ready; with nothing, where nothing is."""
        self._stopped.set()

    def run(self) -> None:
        """Open the corpus; to be called in a worker."""
        from briefing.tui.catalogue import build_catalogue

        self._worker = get_current_worker()
        sys.setswitchinterval(_SWITCH_SECONDS)
        try:
            corpus = self._opener(
                self._paths,
                self._settings,
                on_progress=self._report,
                is_cancelled=self._is_cancelled,
                preview=self,
            )
        except BriefingError as error:
            self._tell(OpeningFailed(error))
        except Exception as error:  # noqa: BLE001  # a worker's last resort: a message, no traceback
            failure = BriefingError(f"the corpus cannot be opened: {error!r}")
            self._tell(OpeningFailed(failure))
        else:
            self._tell(CorpusOpened(build_catalogue(corpus), is_whole=not self._is_cut_short))

    def is_due(self, ready: int, left: int) -> bool:
        """Whether to show what is ready."""
        now = time.monotonic()
        self._left = self._pace.left(now, ready, ready + left)
        return self._previews.is_due(now, ready, self._left)

    def is_enough(self) -> bool:
        """Whether the reader stopped it."""
        self._has_ready = True
        self._is_cut_short = self._stopped.is_set()
        return self._is_cut_short

    def _is_cancelled(self) -> bool:
        is_left = self._worker is not None and self._worker.is_cancelled
        return is_left or (self._stopped.is_set() and not self._has_ready)

    def _tell(self, message: Message) -> None:
        """Post a message, but not for an opening that another one has replaced."""
        if self._worker is None or not self._worker.is_cancelled:
            self._post(message)

    def show(self, corpus: GroupedCorpus) -> None:
        """Show what is ready."""
        from briefing.tui.catalogue import build_catalogue

        self._tell(CorpusGrown(build_catalogue(corpus)))
        self._previews.end(time.monotonic(), len(corpus.documents))

    def _report(self, progress: Progress) -> None:
        stage, then = self._told
        now = time.monotonic()
        if stage is not progress.stage or now - then >= _REDRAW_SECONDS:
            self._told = (progress.stage, now)
            left = self._left if progress.stage == "analyse" else None
            self._tell(ProgressMade(progress, left))


def follow(
    watch: Watch, paths: Sequence[str], settings: Settings, post: Callable[[Message], object]
) -> None:
    """Post the corpus each time its files have changed; to be called in a worker."""
    from briefing.tui.catalogue import build_catalogue
    from briefing.watching import tell_changes

    worker = get_current_worker()
    try:
        for renewal in watch.renewals(paths, settings, is_cancelled=lambda: worker.is_cancelled):
            words = tell_changes(renewal.changes)
            post(CorpusRenewed(build_catalogue(renewal.corpus), words))
    except Cancelled:
        return
    except BriefingError as error:
        post(Told(f"No longer watching: {error}"))
    except Exception as error:  # noqa: BLE001  # a worker's last resort: the reader goes on
        post(Told(f"No longer watching: {error!r}"))
