"""Taking turns and keeping the best.

Invariant: everything in one comparison does the same work on the same input, in the same turns.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `ratio` is to what `to` names."""

    what: str
    measured: str
    ratio: float | None = None
    to: str = ""

    def as_markdown(self) -> str:
        """The row of a Markdown table."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return f"| {self.what} | {self.measured} | {ratio} | {self.to} |"


def best_of_turns(
    ways: Mapping[str, Callable[[_T], object]], inputs: Sequence[_T], turns: int
) -> dict[str, float]:
    """Processor seconds of each way over all inputs: of each input its best turn.

    The ways take turns on each input, so that a slow moment of the machine meets them all.
    """
    best = {name: [float("inf")] * len(inputs) for name in ways}
    for turn in range(turns + 1):
        gc.collect()
        for number, work in enumerate(inputs):
            for name, way in ways.items():
                started = time.process_time()
                way(work)
                spent = time.process_time() - started
                if turn:  # the first fills caches and tables
                    best[name][number] = min(best[name][number], spent)
    return {name: sum(seconds) for name, seconds in best.items()}


def clock(work: Callable[[], object]) -> float:
    """Seconds by the clock."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
