"""What one waits for in the reader: the first picture, and the next event.

Invariant: the program runs unaltered behind a pseudo-terminal (`reader_terminal`), and what it is
compared with runs there too, in turns with it; seconds are by the clock, from outside.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.corpus import ROOT
from tests.benchmarks.reader_corpus import PER_EVENT, fill
from tests.benchmarks.reader_terminal import Terminal
from tests.benchmarks.timing import Row

_EMPTY = "from textual.app import App; App().run()"
_LIST = """
from textual.app import App
from textual.widgets import OptionList

class Bare(App):
    def compose(self):
        yield OptionList(*(f"Line {n} of a list\\nmore {n}\\nand more" for n in range(COUNT)))

Bare().run()
"""
_ON = "\x1b[B"
_DOWN = "j"
_QUIET = 0.4
"""Seconds without a byte after which the screen is taken to be at rest."""
_WARM = 5
"""Moves that fill tables and are not counted."""


@dataclass(frozen=True, slots=True)
class _Moves:
    """Milliseconds from key to screen: the first change, the pages, all at rest; of processor."""

    first: list[float]
    shown: list[float]
    rest: list[float]
    spent: list[float]


def reader_rows(articles: int, moves: int, turns: int) -> Iterator[Row]:
    """First picture and moves over a corpus already analysed, against Textual's own least."""
    with tempfile.TemporaryDirectory(prefix="briefing-reader-") as name:
        folder = Path(name)
        pages, settings = fill(folder, articles)
        environ = {
            "BRIEFING_CACHE": settings.cache or "",
            "BRIEFING_WORKSPACE": settings.workspace or "",
            "PYTHONPATH": str(ROOT),
            "XDG_CONFIG_HOME": name,
        }
        command = [sys.executable, "-m", "briefing", str(pages)]
        _leave_once(command, environ, articles)
        yield from _first_rows(command, environ, articles, turns)
        yield from _move_rows(command, environ, articles, moves)


def _leave_once(command: Sequence[str], environ: Mapping[str, str], articles: int) -> None:
    """Read and leave as a person does, so that the list is known when one comes back."""
    terminal = Terminal(command, environ)
    terminal.wait_for(f"{articles} articles")
    terminal.wait_for_rest(_QUIET)
    terminal.press("q")
    terminal.wait_for_end()


def _first_rows(
    command: Sequence[str], environ: Mapping[str, str], articles: int, turns: int
) -> Iterator[Row]:
    bare: list[tuple[float, float]] = []
    listed: list[tuple[float, float]] = []
    whole: list[float] = []
    for _ in range(turns):
        empty = Terminal([sys.executable, "-c", _EMPTY], environ)
        bare.append((empty.wait_for_cells() - empty.started, empty.spent()))
        empty.close()
        reader = Terminal(command, environ)
        listed.append((reader.wait_for("Events (") - reader.started, reader.spent()))
        whole.append(reader.wait_for(f"{articles} articles") - reader.started)
        reader.close()
    first, then = ([min(each) for each in zip(*found, strict=True)] for found in (bare, listed))
    spent = f"{first[0]:.2f} s; {first[1]:.2f} s of processor"
    yield Row("an empty Textual app, first picture", spent)
    what = f"the reader on {articles:,} articles, list of events"
    yield Row(what, f"{then[0]:.2f} s", then[0] / first[0], "the empty app")
    yield Row(
        "the same, of processor", f"{then[1]:.2f} s", then[1] / first[1], "its processor time"
    )
    yield Row("the same, all pages at hand", f"{min(whole):.2f} s")


def _move_rows(
    command: Sequence[str], environ: Mapping[str, str], articles: int, moves: int
) -> Iterator[Row]:
    events = articles // PER_EVENT
    plain = [sys.executable, "-c", _LIST.replace("COUNT", str(events))]
    bare = Terminal(plain, environ)
    bare.wait_for("Line 3")
    reader = Terminal(command, environ)
    reader.wait_for(f"{articles} articles")
    for terminal in (bare, reader):
        terminal.wait_for_rest(2.0)
    in_list, in_reader = _Moves([], [], [], []), _Moves([], [], [], [])
    for number in range(moves + _WARM):
        for terminal, key, kept, words in (
            (bare, _ON, in_list, ""),
            (reader, _DOWN, in_reader, "Outlet"),
        ):
            _move(terminal, key, kept if number >= _WARM else _Moves([], [], [], []), words)
    yield Row("moving in a bare list, median; p95", _both(in_list.rest))
    least = _p95(in_list.rest)
    for what, spent in (
        ("moving in the reader: the cursor", in_reader.first),
        ("moving in the reader: the event's pages", in_reader.shown),
        ("moving in the reader: its brief too", in_reader.rest),
    ):
        yield Row(f"{what}, median; p95", _both(spent), _p95(spent) / least, "p95 of the list")
    for what, spent, to in (
        ("processor a move, the list", in_list.spent, in_list.spent),
        ("processor a move, the reader with its brief", in_reader.spent, in_list.spent),
    ):
        yield Row(f"{what}, median; p95", _both(spent), median(spent) / median(to), "the list")
    yield Row(
        "memory of the reader",
        f"{reader.memory():,.0f} MB",
        reader.memory() / bare.memory(),
        "the list",
    )
    heavy = [name for name in ("spacy", "thinc", "sklearn") if reader.has_loaded(name)]
    yield Row("spaCy, scikit-learn", f"{', '.join(heavy)} imported" if heavy else "not imported")
    bare.close()
    reader.close()


def _move(terminal: Terminal, key: str, kept: _Moves, words: str) -> None:
    terminal.wait_for_rest(_QUIET)
    spent, pressed = terminal.spent(), terminal.press(key)
    pictures: list[tuple[float, str]] = []
    while not pictures:
        pictures = terminal.pictures(_QUIET)
    moments = [(moment - pressed) * 1000 for moment, _ in pictures]
    with_words = (m for m, (_, shown) in zip(moments, pictures, strict=True) if words in shown)
    kept.first.append(moments[0])
    kept.shown.append(next(with_words, moments[-1]))
    kept.rest.append(moments[-1])
    kept.spent.append((terminal.spent() - spent) * 1000)


def _p95(values: Sequence[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]


def _both(values: Sequence[float]) -> str:
    return f"{median(values):.0f} ms; {_p95(values):.0f} ms"
