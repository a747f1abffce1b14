"""What it costs to open a corpus again: unchanged, and with one page changed.

Invariant: every figure is of a process of its own, from its start to its last line; what is
compared lies in one folder and one cache, and a page is changed by a sentence more.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.corpus import ROOT, invent_events
from tests.benchmarks.timing import Row, measure_started

_TURNS = 2


def write_pages(folder: Path, count: int) -> list[Path]:
    """Short reports as files, three to an event."""
    folder.mkdir()
    pages = []
    for article in invent_events(count):
        page = folder / article.id
        page.write_text(article.text, encoding="utf-8")
        pages.append(page)
    return pages


def reopening_rows(count: int) -> Iterator[Row]:
    """`briefing events` on stored articles beside the run that stored them."""
    with tempfile.TemporaryDirectory(prefix="briefing-reopening-") as folder:
        pages = write_pages(Path(folder, "pages"), count)
        environ = {**os.environ, "BRIEFING_WORKSPACE": "off", "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "briefing", "events", str(pages[0].parent), "--json"]
        command += ["--quiet", "--cache", str(Path(folder, "cache"))]

        def run() -> bytes:
            return subprocess.run(command, env=environ, capture_output=True, check=True).stdout

        whole = measure_started(run)
        yield Row(f"{count:,} articles, nothing stored", whole.words)
        before = len(json.loads(run())["events"])
        unchanged = min(measure_started(run) for _ in range(_TURNS))
        yield Row("opened again, nothing changed", unchanged.words, unchanged / whole, "that")
        turns = []
        for turn in range(_TURNS):
            page = pages[count // 2 + turn]
            with page.open("a", encoding="utf-8") as file:
                file.write("\n\nThe talks go on next week.")
            turns.append(measure_started(run))
        events = len(json.loads(run())["events"])
        told = f"the first run ({before:,} events before, {events:,} after)"
        yield Row("opened again, one page changed", min(turns).words, min(turns) / whole, told)
        stored = sum(file.stat().st_size for file in Path(folder, "cache").iterdir())
        read = sum(page.stat().st_size for page in pages)
    yield Row("the cache after that", f"{stored / 2**20:,.1f} MiB", stored / read, "the pages")
