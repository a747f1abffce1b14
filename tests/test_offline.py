"""No network: with every socket refused, all that the program does by default is still done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

SCRIPT = """
import asyncio, socket, sys
from contextlib import suppress

opened = []

class Refused(socket.socket):
    def __init__(self, family=-1, *rest, **more):
        caller = sys._getframe(1).f_code
        # spaCy imports urllib3, which asks the system whether it has IPv6: it binds, sends nothing.
        if caller.co_name == "_has_ipv6" and caller.co_filename.endswith("util/connection.py"):
            raise OSError("no")
        if family not in (socket.AF_UNIX, -1) or "--check" in sys.argv:
            opened.append(family)
            raise AssertionError(f"a socket of the family {family}")
        super().__init__(family, *rest, **more)

def refuse(*_, **__):
    opened.append("name")
    raise AssertionError("a name was looked up")

socket.socket = Refused
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refuse

if "--check" in sys.argv:
    try:
        socket.socket()
    except AssertionError:
        print("refused")
    sys.exit()

from briefing.cli import main

pages, briefs = sys.argv[1], sys.argv[2]
for call in (
    ["analyse", pages, "--json"],
    ["events", pages],
    ["entities", pages],
    ["brief", pages, "--all", "--output", briefs],
    ["search", pages, "migration"],
    ["models"],
    ["config"],
):
    assert main(call) == 0, call

from pathlib import Path
assert main(["verify", *map(str, Path(briefs).glob("*.md"))]) == 0

from briefing.config import Settings
from briefing.tui.app import BriefingApp
from textual.worker import WorkerCancelled

async def read():
    app = BriefingApp([pages], Settings())
    async with app.run_test(size=(120, 35)) as pilot:
        for key in ("j", "enter", "J", "w", "escape", "p", "escape", "f", "escape", "c"):
            await pilot.pause()
            while any(not worker.is_finished for worker in app.workers):
                with suppress(WorkerCancelled):  # called off for a newer one
                    await app.workers.wait_for_complete()
                await pilot.pause()
            await pilot.press(key)
        print("screen", type(app.screen).__name__, file=sys.stderr)

asyncio.run(read())
assert not opened, opened
print("offline", file=sys.stderr)
"""


def run_script(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_opens_a_socket(tmp_path: Path) -> None:
    done = run_script(ROOT / "seeds", tmp_path / "briefs")
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == "offline"
    assert list((tmp_path / "briefs").glob("*.md"))


def test_a_socket_would_have_been_seen() -> None:
    assert run_script("--check").stdout == "refused\n"
