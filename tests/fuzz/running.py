"""Running cases one after the other, each from draws of its own.

Invariant: case N of a seed is the same case whatever else runs, so that a failure can be had again
by its number; a case that takes longer than the limit is a failure like a crash.
"""

from __future__ import annotations

import faulthandler
import signal
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import NoReturn

from tests.fuzz.targets import TARGETS, Taken

Targets = Mapping[str, tuple[Callable[[Random], Taken], int]]

_STANDARD_ERROR = 2
_STUCK = 10
"""Limits after which a case that even a signal cannot end takes the program with it."""


class Hang(BaseException):
    """A case took longer than it may; no reader may catch it as an error of its own."""


@dataclass
class Tally:
    """What became of the cases of one target; seconds are of this process's processor."""

    cases: int = 0
    articles: int = 0
    rejections: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_case: int = 0
    failures: list[tuple[int, str]] = field(default_factory=list)


def run_cases(
    numbers: Iterable[int],
    seed: int,
    limit: float,
    targets: Targets = TARGETS,
    part: str | None = None,
) -> dict[str, Tally]:
    """Run the cases with these numbers, or those of them that are of one part.

    `limit` is in seconds a case.
    """
    tallies = {name: Tally() for name in targets}
    names = [name for name, (_, share) in targets.items() for _ in range(share)]
    for number in numbers:
        draw = Random(f"{seed}/{number}")
        name = draw.choice(names)
        if part not in {None, name}:
            continue
        _run(number, draw, limit, targets[name][0], tallies[name])
    return tallies


def _run(
    number: int, draw: Random, limit: float, target: Callable[[Random], Taken], tally: Tally
) -> None:
    tally.cases += 1
    started = time.process_time()
    try:
        with _limited(limit):
            taken = target(draw)
    except (Exception, Hang) as error:  # noqa: BLE001 - finding them is what this is for
        tally.failures.append((number, _describe(error)))
    else:
        tally.articles += taken.articles
        tally.rejections += taken.rejections
    spent = time.process_time() - started
    tally.seconds += spent
    if spent > tally.slowest:
        tally.slowest, tally.slowest_case = spent, number


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise `Hang` in the middle of whatever runs longer."""

    def stop(*_: object) -> NoReturn:
        raise Hang(f"longer than {seconds:g} s")

    # Processor time: how busy the machine is makes no case a failure.
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    faulthandler.dump_traceback_later(seconds * _STUCK, exit=True, file=_STANDARD_ERROR)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGPROF, before)


def _describe(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    inside = [f for f in frames if "/briefing/" in f.filename] or frames
    where = f"{inside[-1].filename.rpartition('/briefing/')[2]}:{inside[-1].lineno}"
    return f"{type(error).__name__}: {str(error)[:200]!r} ({where})"
