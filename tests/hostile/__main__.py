"""`python -m tests.hostile`: what of a hostile corpus gets through to the terminal.

Makes a corpus whose every field, name and file attacks the terminal, runs all commands on it and
presses the reader's keys, in a terminal of its own, and counts the sequences that the program does
not make: those that the same runs do not send for the sample pages, and those that carry what only
the corpus holds. Prints a table; exits 1 where anything gets through. `--keep DIR` keeps the bytes.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from tests.hostile.corpus import write_corpus
from tests.hostile.runs import (
    COMMANDS,
    MISTAKES,
    NO_MATCH,
    Result,
    fail_to_open,
    has_run,
    judge,
    kinds_in,
    read_corpus,
    run_commands,
)
from tests.hostile.session import ROOT, Sent


def main() -> int:
    """Run everything and print the table; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("--keep", type=Path, help="folder for the bytes that were sent")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefing-hostile-") as folder:
        sent = run_all(Path(folder))
    if given.keep:
        given.keep.mkdir(parents=True, exist_ok=True)
        for name, one in sent.items():
            (given.keep / f"{name.replace(' ', '_')}.raw").write_bytes(one.raw)
    own = own_kinds(sent)
    results = [judge(n, one, own) for n, one in sent.items() if not n.startswith("benign ")]
    show(results)
    failed = [r for r in results if not has_run(r)]
    for result in failed:
        sys.stdout.write(f"{result.name}: ended with {result.code}\n")
    return 1 if failed or any(result.foreign for result in results) else 0


def run_all(folder: Path) -> dict[str, Sent]:
    """What every run sends, on the sample pages ("benign …") and on the hostile ones."""
    home = folder / "home"
    sent: dict[str, Sent] = {}
    for kind in ("benign ", ""):
        place = folder / (kind.strip() or "hostile")
        place.mkdir()
        if kind:
            shutil.copytree(ROOT / "seeds", place / "pages")
        else:
            write_corpus(place / "pages")
            sent |= dict(run_commands(MISTAKES, place, home))
            sent[NO_MATCH] = fail_to_open(place, home)
        sent |= {kind + name: one for name, one in run_commands(COMMANDS, place, home)}
        sent[f"{kind}the reader"] = read_corpus(place, home)
        briefs = sorted(str(p.relative_to(place)) for p in (place / "briefs").glob("*.md"))
        verify = {f"{kind}verify": ("verify", *briefs)}
        sent |= dict(run_commands(verify, place, home))
    return sent


def own_kinds(sent: dict[str, Sent]) -> frozenset[str]:
    """The kinds of sequences that the program makes, by what it sends for harmless pages."""
    return frozenset().union(
        *(kinds_in(one.raw) for name, one in sent.items() if name.startswith("benign "))
    )


def show(results: list[Result]) -> None:
    """Write the table, and below it what got through."""
    lines = ["| run | bytes sent | sequences | not the program's |", "|---|---:|---:|---:|"]
    lines += [f"| {r.name} | {r.size:,} | {r.sequences:,} | {len(r.foreign)} |" for r in results]
    counts = [sum(getattr(r, name) for r in results) for name in ("size", "sequences")]
    foreign = [f"{r.name}: {what}" for r in results for what in r.foreign]
    lines.append(f"| all | {counts[0]:,} | {counts[1]:,} | {len(foreign)} |")
    sys.stdout.write("\n".join([*lines, *foreign[:40]]) + "\n")


if __name__ == "__main__":
    sys.exit(main())
