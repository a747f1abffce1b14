"""`python -m tests.fuzz --cases 50000 --seed 1`: a table of what became of hostile inputs.

Broken files of every format, bytes that are none, hostile pages and briefs of them go through the
readers, the block labeller, the analysis, the exporters and the verifier. `--only N` runs case N
alone and shows where it failed. Exits 1 where anything crashed, hung, or got past the escaping.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
import warnings
from random import Random

from tests.fuzz.running import Tally, run_cases
from tests.fuzz.targets import TARGETS

_SHOWN = 40


def main() -> int:
    """Run the cases and print the table; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=20.0, help="seconds that a case may take")
    parser.add_argument("--part", choices=TARGETS, help="these of the cases alone")
    parser.add_argument("--only", type=int, metavar="N", help="one case, with its traceback")
    given = parser.parse_args()
    warnings.simplefilter("error")
    if given.only is not None:
        return run_one(given.seed, given.only)
    started = time.perf_counter()
    tallies = run_cases(range(given.cases), given.seed, given.limit, part=given.part)
    show(tallies, time.perf_counter() - started)
    return 1 if any(tally.failures for tally in tallies.values()) else 0


def run_one(seed: int, number: int) -> int:
    """Run one case and let its error through."""
    draw = Random(f"{seed}/{number}")
    name = draw.choice([name for name, (_, share) in TARGETS.items() for _ in range(share)])
    taken = TARGETS[name][0](draw)
    sys.stdout.write(f"{name}: {taken.articles} articles, {taken.rejections} rejections\n")
    return 0


def show(tallies: dict[str, Tally], seconds: float) -> None:
    """Write the table, and the failures below it."""
    head = "| fuzzed | cases | articles | rejections | failures | slowest case | seconds |"
    lines = [head, "|---|---:|---:|---:|---:|---:|---:|"]
    for name, t in tallies.items():
        slowest = f"{t.slowest:.2f} s (no. {t.slowest_case})"
        counts = f"{t.cases:,} | {t.articles:,} | {t.rejections:,} | {len(t.failures)}"
        lines.append(f"| {name} | {counts} | {slowest} | {t.seconds:,.0f} |")
    cases = sum(t.cases for t in tallies.values())
    failures = [failure for t in tallies.values() for failure in t.failures]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines.append(f"\n{cases:,} cases, {len(failures)} failures, {seconds:,.0f} s, {peak:,.0f} MB")
    lines += [f"case {number}: {what}" for number, what in sorted(failures)[:_SHOWN]]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
