"""Where the commands write: results to standard output, everything else to standard error.

Invariant: nothing that a page contains reaches a terminal as a control sequence or as markup;
standard output carries results and nothing else, so that it can be piped.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TextIO

from rich.cells import set_cell_size
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefing.escaping import one_line

if TYPE_CHECKING:
    from briefing.model import Progress, Rejection

_STAGES = {"fetch": "fetching", "load": "reading", "analyse": "analysing", "group": "grouping"}
_REDRAW_SECONDS = 0.1

# Legal inside a JSON string, but a line break to some readers of lines, a control sequence to a
# terminal of the eight-bit kind, or an order to show what follows backwards or not at all.
_JSON_ESCAPES = {
    code: json.dumps(chr(code))[1:-1]
    for code in (
        *(*range(0x7F, 0xA0), 0x2028, 0x2029),
        *(*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xE0000, 0xE0080)),
    )
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; a number stands to the right, a `ratio` takes part of what is left."""

    title: str
    is_number: bool = False
    ratio: int | None = None


class Terminal:
    """Standard output and standard error as one command sees them."""

    def __init__(self, out: TextIO, err: TextIO, *, is_quiet: bool = False) -> None:
        self._out = out
        self._err = err
        self._is_quiet = is_quiet
        self._drawn_at = 0.0
        self._drawn_width = 0

    @property
    def is_interactive(self) -> bool:
        """Whether a person sees standard output and can answer."""
        return self._out.isatty() and sys.stdin is not None and sys.stdin.isatty()

    def write_json(self, record: Mapping[str, Any]) -> None:
        """One JSON object on one line, in UTF-8 whatever the locale says."""
        line = json.dumps(record, ensure_ascii=False, allow_nan=False)
        self.write_text(line.translate(_JSON_ESCAPES) + "\n")

    def write_text(self, text: str) -> None:
        """Text as it stands, in UTF-8; half a surrogate pair becomes its JSON escape."""
        self._wipe()
        if isinstance(self._out, io.TextIOWrapper):
            self._out.reconfigure(encoding="utf-8", errors="backslashreplace")
        self._out.write(text)

    def flush(self) -> None:
        """Let whoever reads have what is written so far."""
        self._out.flush()

    def write_table(self, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
        """A table as wide as the terminal; piped, lines of tab-separated fields."""
        folded = ([one_line(cell) for cell in row] for row in rows)
        if not self._out.isatty():
            # What fails before its first row says so alone, without a heading.
            first = list(islice(folded, 1))
            for row in chain([[c.title for c in columns]], first, folded):
                self.write_text("\t".join(row) + "\n")
                self.flush()
            return
        table = Table(box=None, pad_edge=False, header_style="bold")
        for column in columns:
            table.add_column(
                Text(column.title),
                justify="right" if column.is_number else "left",
                ratio=column.ratio,
                no_wrap=column.ratio is None,
                overflow="fold" if column.ratio else "ellipsis",
            )
        for row in folded:
            table.add_row(*map(Text, row))
        self._console().print(table)

    def write_row(self, row: Sequence[str]) -> None:
        """One row more of a table that stands already; it cannot be aligned with it."""
        separator = "  " if self._out.isatty() else "\t"
        self.write_text(separator.join(map(one_line, row)) + "\n")

    def write_passages(self, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
        """Rows whose last field is a passage: it stands below the others; piped, as a table."""
        if not self._out.isatty():
            self.write_table(columns, rows)
            return
        console = self._console()
        for *fields, passage in rows:
            console.print(Text("  ".join(map(one_line, fields)), style="bold"))
            console.print(Padding(Text(one_line(passage)), (0, 0, 1, 2)))

    def _console(self) -> Console:
        self._wipe()
        return Console(file=self._out, markup=False, highlight=False, emoji=False)

    def say(self, message: str) -> None:
        """One line of diagnostics."""
        self._wipe()
        text = f"briefing: {one_line(message)}\n"
        if isinstance(self._err, io.TextIOWrapper):
            self._err.reconfigure(errors="backslashreplace")
        self._err.write(text)
        self._err.flush()

    def say_rejected(self, rejections: Sequence[Rejection]) -> None:
        """Every input that could not be read, with the reason."""
        for rejection in rejections:
            line = "" if rejection.line is None else f":{rejection.line}"
            self.say(f"rejected {rejection.path}{line}: {rejection.reason}")

    @property
    def on_progress(self) -> Callable[[Progress], None]:
        """Draws progress in one line, where a person is there to see it."""
        return self._draw if self._err.isatty() and not self._is_quiet else lambda _: None

    def _draw(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._drawn_at < _REDRAW_SECONDS:
            return
        self._drawn_at = now
        count = (
            f" {progress.done}" if progress.total is None else f" {progress.done}/{progress.total}"
        )
        line = f"{_STAGES[progress.stage]}{count} {one_line(progress.what)}"
        self._drawn_width = Console(file=self._err).width - 1
        self._err.write("\r" + set_cell_size(line, self._drawn_width))
        self._err.flush()

    def _wipe(self) -> None:
        if self._drawn_width:
            self._err.write("\r" + " " * self._drawn_width + "\r")
            self._err.flush()
            self._drawn_width = 0

    def finish(self) -> None:
        """Leave a clean line and everything written; raises `BrokenPipeError` if nobody reads."""
        self._wipe()
        self._out.flush()
