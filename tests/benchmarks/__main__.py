"""`python -m tests.benchmarks [PART…]`: a table of ratios, measured side by side in one run.

Parts: model, workers, grouping, scale, shards, start, reader, reopening (all without a name).
`--pages N` sets how many pages, `--articles N` how many are grouped, `--stored N` how many are
opened again. What is compared takes turns, article by article, and the best of several turns
counts: other work on the machine then slows both alike, or neither. Seconds are of this process's
processor; only workers, starts and openings are measured by the clock.
"""

from __future__ import annotations

import argparse
import platform
import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.parts import grouping_rows, model_rows, start_rows, worker_rows
from tests.benchmarks.reader import reader_rows
from tests.benchmarks.reopening import reopening_rows
from tests.benchmarks.scale import scale_rows
from tests.benchmarks.shards import shard_rows
from tests.benchmarks.timing import Row


def main() -> int:
    """Print the table; returns the exit code."""
    parts: dict[str, Callable[[argparse.Namespace], Iterator[Row]]] = {
        "model": lambda a: model_rows(a.pages, a.words, a.turns),
        "workers": lambda a: worker_rows(a.many, a.words),
        "grouping": lambda a: grouping_rows(a.articles),
        "scale": lambda a: scale_rows(a.scale),
        "shards": lambda a: shard_rows(a.shards),
        "start": lambda a: start_rows(a.turns),
        "reader": lambda a: reader_rows(a.read, a.moves, a.turns),
        "reopening": lambda a: reopening_rows(a.stored),
    }
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("part", nargs="*", metavar="PART", help=", ".join(parts))
    parser.add_argument("--pages", type=int, default=60, help="pages for the model")
    parser.add_argument("--words", type=int, default=500, help="least words of a page")
    parser.add_argument("--many", type=int, default=400, help="pages for the workers")
    parser.add_argument("--articles", type=int, default=1000, help="articles to group")
    parser.add_argument(
        "--scale", type=int, nargs="+", default=[1000, 10_000], help="sizes of corpora to group"
    )
    parser.add_argument(
        "--shards", type=int, nargs="+", default=[10_000], help="sizes of corpora cut by time"
    )
    parser.add_argument("--stored", type=int, default=10_000, help="articles to open again")
    parser.add_argument("--read", type=int, default=10_000, help="articles to read in the reader")
    parser.add_argument("--moves", type=int, default=60, help="moves from event to event")
    parser.add_argument("--turns", type=int, default=5, help="turns of which the best counts")
    arguments = parser.parse_args()
    if unknown := set(arguments.part) - set(parts):
        parser.error(f"no part is called {', '.join(sorted(unknown))}")
    say(f"{describe_machine()}\n")
    say("| what | measured | ratio | to |\n|---|---:|---:|---|")
    for name, rows in parts.items():
        if not arguments.part or name in arguments.part:
            for row in rows(arguments):
                say(row.as_markdown())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(Row("memory of this run at its peak", f"{peak:,.0f} MB").as_markdown())
    return 0


def describe_machine() -> str:
    """Processor, cores and Python."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    name = models[0] if models else platform.processor()
    return f"{name}, {len(models)} cores; {platform.system()}, Python {platform.python_version()}"


def say(line: str) -> None:
    """One line of the table, at once: the whole takes minutes."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
