"""What a kill at any moment costs a run of `briefing fetch`.

    python -m tests.benchmarks.fetch_kills [--pages 300] [--kills 30] [--seed 7]

Serves a feed of invented pages on loopback, then fetches it again and again and kills each run
(SIGKILL) at a random moment after its first request. In the end an undisturbed run finishes the
work. Every page must then be there, whole and once, and no more requests may have been made than
one for each page and one for each kill. Exits 1 where this does not hold.

Invariant: everything happens in a temporary folder, and no other machine is asked.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from tests.fetching.loopback import Reply, Site, feed, page, pages_in, serve

ROOT = Path(__file__).resolve().parents[2]
_ANSWER_SECONDS = 0.05
_LONGEST_LIFE = 0.9


def slowly(reply: Reply) -> Callable[[BaseHTTPRequestHandler], Reply]:
    """An answer that takes a moment, so that kills meet requests under way."""

    def answer(_: BaseHTTPRequestHandler) -> Reply:
        time.sleep(_ANSWER_SECONDS)
        return reply

    return answer


def begin(address: str, folder: Path) -> subprocess.Popen[bytes]:
    """A run of `briefing fetch`."""
    command = [sys.executable, "-m", "briefing", "fetch", address, "--into", str(folder)]
    return subprocess.Popen(
        [*command, "--allow-private", "--delay", "0", "-q"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def kill_one(site: Site, address: str, folder: Path, life: float) -> bool:
    """Begin a run and kill it so many seconds after its first request; whether it still ran."""
    before = len(site.requests)
    with begin(address, folder) as run:
        while len(site.requests) == before and run.poll() is None:
            time.sleep(0.01)
        try:
            run.wait(timeout=life)
        except subprocess.TimeoutExpired:
            run.kill()
            return True
    return False


def main() -> int:
    """Run the benchmark; returns the exit code."""
    parser = argparse.ArgumentParser(description="Kill runs of briefing fetch.")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    dice = random.Random(chosen.seed)
    expected = {f"/{n}": page(f"Page number {n}") for n in range(chosen.pages)}
    with tempfile.TemporaryDirectory() as name, serve() as site:
        folder = Path(name)
        for path, text in expected.items():
            site.add(path, slowly(Reply(text)))
        address = site.add("/feed", feed(*map(site.at, expected)))
        lives = (dice.random() * _LONGEST_LIFE for _ in range(chosen.kills))
        kills = sum(kill_one(site, address, folder, life) for life in lives)
        with begin(address, folder) as last:
            last.wait()
        asked = Counter(path for path in site.asked() if path != "/feed")
        saved = sorted(path.read_text(encoding="utf-8") for path in pages_in(folder))
    again = sum(asked.values()) - len(asked)
    sys.stdout.write(f"{len(saved)} pages, {kills} kills, {again} pages asked for again\n")
    return int(saved != sorted(expected.values()) or again > kills)


if __name__ == "__main__":
    sys.exit(main())
