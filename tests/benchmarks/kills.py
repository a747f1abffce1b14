"""What a kill at any moment costs, and what two programs at once make of each other.

    python tests/benchmarks/kills.py [--articles 500] [--kills 30] [--seed 7]

Generates a corpus, then starts its analysis again and again and kills each run (SIGKILL) at a
random moment: half of them after a random time, half right after a random number of analyses, when
batches are being written. After each kill the store must open and be whole, no row that was
written may be gone or written anew, no article that was stored before may be analysed again, and
no more may be lost than the batch in flight; the workspace must hold what it held. What the last
run gives must be what an undisturbed run gives; so must two runs at once on one new store, and one
beside another that is killed. Exits 1 where any of this does not hold.

Invariant: everything happens in a temporary folder, and the package beside this script is the one
that is measured, whatever is installed.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BATCH = 32
"""Rows that the store writes in one transaction: what may be lost."""

_LONGEST_RUN = 900.0
_NAMES = (
    "Lorn",
    "Tavic",
    "Oresund",
    "Belmar",
    "Quist",
    "Halden",
    "Ferro",
    "Ostrava",
    "Kemi",
    "Dunmar",
)
_PORTS = ("Velm", "Orn", "Talsa", "Brack", "Norrey", "Cade")
_ACTS = ("met in", "left", "signed an agreement in", "closed the port of", "spoke of fees in")


def say(words: str) -> None:
    """Write a line at once: a run takes a quarter of an hour."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


@dataclass
class Findings:
    """What was seen, and what of it should not have been."""

    wrong: list[str] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    finished: int = 0

    def expect(self, holds: bool, words: str) -> None:
        """Note the words where the condition does not hold."""
        if not holds:
            self.wrong.append(words)
            say(f"WRONG: {words}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; or, called by it, one analysis that reports itself."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--child", nargs=2, metavar=("FOLDER", "LOG"), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.child:
        return analyse(Path(given.child[0]), Path(given.child[1]))
    with tempfile.TemporaryDirectory(prefix="briefing-kills-") as folder:
        return measure(Path(folder), given.articles, given.kills, random.Random(given.seed))


def analyse(folder: Path, log: Path) -> int:
    """The child: open the corpus as the program does, logging each article that is analysed."""
    from briefing.analysis import document
    from briefing.config import Settings
    from briefing.model import Article, Document
    from briefing.pipeline import open_corpus
    from briefing.plugins import Tagger

    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    original = document.analyse

    def logged(article: Article, tagger: Tagger) -> Document:
        os.write(descriptor, f"{article.id}\n".encode())
        return original(article, tagger)

    document.analyse = logged
    settings = Settings(cache=str(folder / "cache"), workspace=str(folder / "workspace"))
    corpus = open_corpus([str(folder.parent / "pages")], settings)
    found = repr((corpus.documents, corpus.entities, corpus.events, corpus.storylines))
    say(hashlib.sha256(found.encode()).hexdigest())
    return 0


def measure(folder: Path, articles: int, kills: int, chance: random.Random) -> int:
    """All the checks; prints a line for each and comes back with the exit code."""
    findings = Findings()
    write_pages(folder / "pages", articles, chance)
    begin = time.monotonic()
    whole = Home(folder / "whole")
    expected = whole.run_to_end()
    alone = time.monotonic() - begin
    count = len(whole.rows())
    say(f"undisturbed: {articles} articles, {count} stored, {alone:.1f} s")
    findings.expect(bool(expected), "the undisturbed run failed")
    kill_again_and_again(folder, kills, alone, expected, chance, findings)
    run_two_at_once(folder, expected, findings)
    run_beside_a_killed_one(folder, alone, expected, chance, findings)
    worst = max(findings.lost, default=0)
    say(f"kills: {len(findings.lost)}; runs that ended before: {findings.finished}")
    say(f"analyses lost in one kill: at most {worst}, in all {sum(findings.lost)}")
    say("everything held" if not findings.wrong else f"{len(findings.wrong)} things did not hold")
    return 1 if findings.wrong else 0


class Home:
    """A cache and a workspace of their own, and the runs that use them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        folder.mkdir()

    def start(self) -> subprocess.Popen[bytes]:
        """One analysis, running."""
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
        command = [sys.executable, __file__, "--child", str(self.folder), str(self.log)]
        return subprocess.Popen(command, env=environ, stdout=subprocess.PIPE)

    def run_to_end(self) -> str:
        """What an undisturbed analysis gives; empty where it fails."""
        return finish(self.start())

    def analysed(self) -> list[str]:
        """The articles whose analysis was begun, in all runs so far."""
        return self.log.read_text("utf-8").split("\n")[:-1] if self.log.exists() else []

    def rows(self) -> dict[int, bytes]:
        """The rows stored, by number and key; raises `sqlite3.Error` where the store is damaged.

        A copy is looked at: opening the store itself would mend what the program has to mend.
        """
        with tempfile.TemporaryDirectory() as copy:
            for path in (self.folder / "cache").glob("analysis.sqlite*"):
                shutil.copy(path, copy)
            with contextlib.closing(sqlite3.connect(Path(copy) / "analysis.sqlite")) as connection:
                tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
                if ("documents",) not in tables:
                    return {}
                (whole,) = connection.execute("PRAGMA integrity_check").fetchone()
                if whole != "ok":
                    raise sqlite3.DatabaseError(whole)
                return dict(connection.execute("SELECT rowid, key FROM documents").fetchall())

    def was_set_aside(self) -> bool:
        """Whether the program found the store unusable and began a new one."""
        return any((self.folder / "cache").glob("*.old"))


def finish(process: subprocess.Popen[bytes]) -> str:
    """The digest that a run prints; empty where it fails."""
    output, _ = process.communicate(timeout=_LONGEST_RUN)
    return output.decode().strip() if process.returncode == 0 else ""


def kill_again_and_again(
    folder: Path,
    kills: int,
    alone: float,
    expected: str,
    chance: random.Random,
    findings: Findings,
) -> None:
    """Kill runs over one store until it is full, then over a new one, until there were enough."""
    number = 0
    while len(findings.lost) < kills:
        number += 1
        home = Home(folder / f"killed{number}")
        marks = make_workspace(home.folder / "workspace")
        while len(findings.lost) < kills and disturb(home, alone, chance, findings):
            print_progress(home, findings)
            same = read_workspace(home.folder / "workspace") == marks
            findings.expect(same, "the workspace has changed")
        digest = home.run_to_end()
        findings.expect(digest == expected, f"store {number}: another result after kills")
        findings.expect(not home.was_set_aside(), f"store {number} was set aside as damaged")


def print_progress(home: Home, findings: Findings) -> None:
    """One line a kill."""
    stored, lost = len(home.rows()), findings.lost[-1]
    say(f"kill {len(findings.lost)}: {stored} stored, {lost} lost")


def disturb(home: Home, alone: float, chance: random.Random, findings: Findings) -> bool:
    """Start a run and kill it; False where it came to its end before."""
    before, begun = home.rows(), home.analysed()
    process = home.start()
    if chance.random() < 0.5:
        is_over = wait_some_time(process, chance.uniform(0.05, alone))
    else:
        is_over = wait_for_analyses(
            home, process, len(begun) + chance.randint(1, 3 * BATCH), chance
        )
    if is_over:
        findings.finished += 1
        finish(process)
        return False
    process.send_signal(signal.SIGKILL)
    process.communicate()
    try:
        after = home.rows()
    except sqlite3.Error as error:
        findings.lost.append(0)
        findings.expect(holds=False, words=f"the store does not open: {error}")
        return False
    gone = [row for row, key in before.items() if after.get(row) != key]
    findings.expect(not gone, f"{len(gone)} rows are gone or were written anew")
    new = home.analysed()[len(begun) :]
    lost = len(new) - (len(after) - len(before))
    findings.lost.append(lost)
    findings.expect(len(new) == len(set(new)), "an article was analysed twice in one run")
    # The one more is the article at work when the batch was written.
    findings.expect(0 <= lost <= BATCH + 1, f"{lost} analyses were lost")
    return True


def wait_some_time(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether the process ended by itself within the time."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def wait_for_analyses(
    home: Home, process: subprocess.Popen[bytes], count: int, chance: random.Random
) -> bool:
    """Wait until so many analyses were begun; whether the process ended before."""
    while process.poll() is None:
        if len(home.analysed()) >= count:
            return wait_some_time(process, chance.uniform(0, 0.01))
        time.sleep(0.002)
    return True


def run_two_at_once(folder: Path, expected: str, findings: Findings) -> None:
    """Two runs begun together on a store that does not exist yet."""
    home = Home(folder / "two")
    digests = [finish(process) for process in (home.start(), home.start())]
    findings.expect(digests == [expected, expected], "two at once: another result")
    findings.expect(not home.was_set_aside(), "two at once: a store was set aside")
    say(f"two at once: same result, {len(home.analysed())} analyses, {len(home.rows())} stored")


def run_beside_a_killed_one(
    folder: Path, alone: float, expected: str, chance: random.Random, findings: Findings
) -> None:
    """A run that another one shares the store with, until that one is killed."""
    home = Home(folder / "beside")
    survivor, victim = home.start(), home.start()
    wait_some_time(victim, chance.uniform(alone / 2, alone))
    victim.kill()
    victim.communicate()
    findings.expect(finish(survivor) == expected, "beside a killed run: another result")
    say("beside a killed run: same result")


def make_workspace(folder: Path) -> list[tuple[object, ...]]:
    """A workspace with marks on articles, and what it holds."""
    from briefing.store.workspace import open_workspace

    with open_workspace(str(folder)) as workspace:
        for number in range(20):
            workspace.mark_article(f"{number:064}", "note", f"note {number}")
    return read_workspace(folder)


def read_workspace(folder: Path) -> list[tuple[object, ...]]:
    """What a workspace holds, read without the program."""
    with contextlib.closing(sqlite3.connect(folder / "workspace.sqlite")) as connection:
        return connection.execute("SELECT * FROM articles ORDER BY hash").fetchall()


def write_pages(folder: Path, count: int, chance: random.Random) -> None:
    """Pages of invented news, no two alike."""
    folder.mkdir(parents=True)
    for number in range(count):
        port, day = chance.choice(_PORTS), chance.randint(1, 28)
        sentences = [
            f"Minister {chance.choice(_NAMES)} {chance.choice(_ACTS)} {chance.choice(_PORTS)}"
            f" on {chance.randint(1, 28)} May 2032 with {chance.randint(2, 90)} envoys."
            for _ in range(chance.randint(6, 14))
        ]
        headline = f"{chance.choice(_NAMES)} {chance.choice(_ACTS)} {port} ({number})"
        paragraphs = [headline, f"Published {day} May 2032", *sentences]
        page = folder / f"{number:04}.txt"
        page.write_text("\n\n".join(paragraphs), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
