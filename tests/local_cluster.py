"""A cluster of two worker processes on this machine, one of which is killed while both work.

    python -m tests.local_cluster PAGE…

Writes to standard output what `briefing analyse --json --cluster …` writes, and to standard error
which worker was killed; ends with that command's exit code. Run as a program of its own, because
the workers are spawned from it and tests open no connections.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from importlib import import_module
from typing import Any

_PATIENCE = 60.0
_BATCH = 1500
"""Characters: several batches for each worker from a few pages."""


def kill_one(address: str) -> None:
    """Kill a worker as soon as both have something to do."""
    until = time.monotonic() + _PATIENCE
    distributed = import_module("distributed")
    with distributed.Client(address, set_as_default=False) as client:
        while not both_work(client.processing()) and time.monotonic() < until:
            time.sleep(0.02)
        worker, process = min(client.run(os.getpid).items())
        os.kill(process, signal.SIGKILL)
        sys.stderr.write(f"killed {worker}\n")


def both_work(processing: Any) -> bool:
    """Whether two workers have work under way."""
    return sum(bool(calls) for calls in processing.values()) > 1


def main(pages: list[str]) -> int:
    """Analyse the pages on the cluster; returns the command's exit code."""
    from briefing import analysing
    from briefing.cli import main as briefing

    analysing._BATCH = _BATCH
    one_thread_each = {"n_workers": 2, "threads_per_worker": 1}
    distributed = import_module("distributed")
    with distributed.LocalCluster(
        **one_thread_each, dashboard_address=None, scheduler_port=0
    ) as cluster:
        address = cluster.scheduler_address
        killer = threading.Thread(target=kill_one, args=(address,))
        killer.start()
        code = briefing(["analyse", *pages, "--json", "--no-cache", "--cluster", address])
        killer.join()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
