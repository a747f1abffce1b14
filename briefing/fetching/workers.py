"""Requests at the same time: a few threads that ask, and one place where answers arrive.

Invariant: a worker only asks; what is done with an answer is done by whoever takes it, so that
folders and ledger have one writer. Nothing waits for a worker at the end of the program.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

from briefing.fetching.kinds import Ask
from briefing.fetching.transport import Answer, TransportError

Outcome = Answer | TransportError | BaseException


@dataclass(frozen=True, slots=True)
class Done:
    """An ask and what came of it."""

    ask: Ask
    outcome: Outcome


class Workers:
    """Threads that call `get`, at most `count`, started as they are needed."""

    def __init__(self, get: Callable[[Ask], Answer], count: int) -> None:
        self._get = get
        self._count = count
        self._threads = 0
        self._asked: queue.SimpleQueue[Ask | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[Done] = queue.SimpleQueue()
        self.busy = 0

    @property
    def is_free(self) -> bool:
        """Whether another ask would be begun at once."""
        return self.busy < self._count

    def begin(self, ask: Ask) -> None:
        """Hand an ask to a worker."""
        self.busy += 1
        if self._threads < min(self.busy, self._count):
            self._threads += 1
            # Daemons: a server that keeps one waiting must not hold up the end of the program.
            threading.Thread(target=self._work, daemon=True).start()
        self._asked.put(ask)

    def take(self, seconds: float | None) -> Done | None:
        """The next ask that is done; None where none is after so many seconds."""
        try:
            done = self._done.get(timeout=seconds)
        except queue.Empty:
            return None
        self.busy -= 1
        return done

    def close(self) -> None:
        """Let the threads go when they have done what they are at."""
        for _ in range(self._threads):
            self._asked.put(None)

    def _work(self) -> None:
        while (ask := self._asked.get()) is not None:
            try:
                outcome: Outcome = self._get(ask)
            except BaseException as error:  # noqa: BLE001 raised anew where answers arrive
                outcome = error
            self._done.put(Done(ask, outcome))
