"""What one waits for in the reader: the first picture, and the next event.

Invariant: the program runs unaltered behind a pseudo-terminal (`reader_terminal`), and what it is
compared with runs there too, in turns with it; seconds are by the clock, from outside. It is a copy
of the program, which nobody edits while it is measured: another code would analyse all pages anew,
for hours; and both are compiled once, as what is installed is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.corpus import ROOT
from tests.benchmarks.reader_corpus import PER_EVENT
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
_TITLE = "1 · Outlet"
"""What stands above the first page of an event, and nowhere in the list."""
_WARM = 5
"""Moves that fill tables and are not counted."""


@dataclass(frozen=True, slots=True)
class _Moves:
    """Milliseconds from key to screen: the first change, the pages, all at rest; of processor."""

    first: list[float]
    shown: list[float]
    rest: list[float]
    spent: list[float]


@dataclass(frozen=True, slots=True)
class _Bench:
    """The folder with a copy of the program, the pages and what is known of them; how many."""

    folder: Path
    articles: int

    @property
    def program(self) -> Path:
        """The copy of the program; the folder in which all runs."""
        return self.folder / "program"

    @property
    def environ(self) -> Mapping[str, str]:
        """What the program is to find."""
        return {
            "BRIEFING_CACHE": str(self.folder / "cache"),
            "BRIEFING_WORKSPACE": str(self.folder / "work"),
            "PYTHONPATH": f"{self.program}{os.pathsep}{ROOT}",
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
            "XDG_CONFIG_HOME": str(self.folder),
        }

    def fill(self) -> None:
        """Copy the program and have the copy know the pages."""
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "briefing", self.program / "briefing", ignore=ignored)
        making = ("-m", "tests.benchmarks.reader_corpus", str(self.folder), str(self.articles))
        environ = {**os.environ, **self.environ}
        subprocess.run((sys.executable, *making), cwd=self.program, env=environ, check=True)

    def run(self, *arguments: str) -> Terminal:
        """Python with these arguments in a terminal."""
        return Terminal((sys.executable, *arguments), self.environ, self.program)

    def read(self) -> Terminal:
        """The reader in a terminal."""
        return self.run("-m", "briefing", str(self.folder / "pages"))


def reader_rows(articles: int, moves: int, turns: int) -> Iterator[Row]:
    """First picture and moves over a corpus already analysed, against Textual's own least."""
    with tempfile.TemporaryDirectory(prefix="briefing-reader-") as name:
        bench = _Bench(Path(name), articles)
        bench.fill()
        _leave_once(bench)
        yield from _first_rows(bench, turns)
        yield from _move_rows(bench, moves)


def _leave_once(bench: _Bench) -> None:
    """Read and leave as a person does, so that the list is known when one comes back."""
    terminal = bench.read()
    terminal.wait_for(f"{bench.articles} articles")
    terminal.wait_for_rest(_QUIET)
    terminal.press("q")
    terminal.wait_for_end()


def _first_rows(bench: _Bench, turns: int) -> Iterator[Row]:
    bare: list[tuple[float, float]] = []
    listed: list[tuple[float, float]] = []
    for _ in range(turns):
        empty = bench.run("-c", _EMPTY)
        bare.append((empty.wait_for_cells() - empty.started, empty.spent()))
        empty.close()
        reader = bench.read()
        listed.append((reader.wait_for("Events (") - reader.started, reader.spent()))
        reader.close()
    reader = bench.read()
    whole = reader.wait_for(f"{bench.articles} articles") - reader.started
    reader.close()
    first, then = ([min(each) for each in zip(*found, strict=True)] for found in (bare, listed))
    spent = f"{first[0]:.2f} s; {first[1]:.2f} s of processor"
    yield Row("an empty Textual app, first picture", spent)
    what = f"the reader on {bench.articles:,} articles, list of events"
    yield Row(what, f"{then[0]:.2f} s", then[0] / first[0], "the empty app")
    yield Row(
        "the same, of processor", f"{then[1]:.2f} s", then[1] / first[1], "its processor time"
    )
    yield Row("the same, all pages at hand", f"{whole:.2f} s")


def _move_rows(bench: _Bench, moves: int) -> Iterator[Row]:
    events = bench.articles // PER_EVENT
    bare = bench.run("-c", _LIST.replace("COUNT", str(events)))
    bare.wait_for("Line 3")
    reader = bench.read()
    reader.wait_for(f"{bench.articles} articles")
    for terminal in (bare, reader):
        terminal.wait_for_rest(2.0)
    in_list, in_reader = _Moves([], [], [], []), _Moves([], [], [], [])
    for number in range(moves + _WARM):
        for terminal, key, kept, words in (
            (bare, _ON, in_list, ""),
            (reader, _DOWN, in_reader, _TITLE),
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
