"""Taking turns and keeping the best.

Invariant: everything in one comparison does the same work on the same input, in the same turns.
"""

from __future__ import annotations

import gc
import resource
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


@dataclass(frozen=True, slots=True, order=True)
class Spent:
    """Seconds that work took: of the processor, which other work on the machine leaves alone, and
    by the clock."""

    processor: float
    clock: float

    def __truediv__(self, other: Spent) -> float:
        return self.processor / other.processor

    @property
    def words(self) -> str:
        """Both in the words of the table."""
        return f"{self.processor:.1f} s of the processor, {self.clock:.1f} s by the clock"


def measure_own(work: Callable[[], object]) -> Spent:
    """What work took in this process."""
    before = time.process_time()
    by_clock = clock(work)
    return Spent(time.process_time() - before, by_clock)


def measure_started(run: Callable[[], object]) -> Spent:
    """What the processes took that `run` started and waited for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    by_clock = clock(run)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(spent, by_clock)
