"""Worker processes: answers, deaths, and that none stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError
from pathlib import Path

import pytest

from briefing.workers import Workers

PATIENCE = 30.0
"""Seconds after which a process that should be gone is taken to stay for ever."""


def double(number: int) -> int:
    return 2 * number


def process_id() -> int:
    return os.getpid()


def divide(number: int) -> float:
    return 1 / number


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(marker: Path) -> str:
    if not marker.exists():
        marker.touch()
        die()
    return "done"


def answer_much(marker: Path) -> str:
    marker.touch()
    return "x" * 50_000_000


def sleep_long(marker: Path) -> None:
    marker.write_text(str(os.getpid()))
    time.sleep(600)


def unpicklable() -> object:
    return lambda: None


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait_until(path: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not path.exists() or not path.stat().st_size:
        assert time.monotonic() < until, "the worker never began"
        time.sleep(0.02)


@pytest.fixture
def workers() -> Iterator[Workers]:
    executor = Workers(2)
    yield executor
    executor.shutdown(cancel_futures=True)


def test_calls_are_answered_whoever_answers(workers: Workers) -> None:
    futures = [workers.submit(double, number) for number in range(20)]
    assert [future.result() for future in futures] == list(range(0, 40, 2))
    assert workers.submit(process_id).result() != os.getpid()


def test_an_error_is_the_callers(workers: Workers) -> None:
    with pytest.raises(ZeroDivisionError):
        workers.submit(divide, 0).result()
    assert workers.submit(divide, 2).result() == 0.5


def test_what_cannot_be_sent_is_the_callers_error(workers: Workers) -> None:
    with pytest.raises(Exception, match="pickle"):
        workers.submit(double, (n for n in "never sent")).result()  # type: ignore[arg-type]
    assert workers.submit(double, 2).result() == 4


def test_the_work_of_a_killed_process_starts_again(
    workers: Workers, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert workers.submit(die_once, tmp_path / "marker").result() == "done"
    assert [r.message for r in caplog.records] == [
        "a worker process was killed or ran out of memory; its work starts again"
    ]


@pytest.mark.parametrize("function", [die, unpicklable])
def test_what_kills_two_processes_is_given_up(
    workers: Workers, function: object, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(BrokenExecutor):
        workers.submit(function).result()  # type: ignore[arg-type]
    assert caplog.records[-1].message.endswith("its work is done without one")
    assert workers.submit(double, 1).result() == 2


def test_a_program_in_full_screen_has_workers_too() -> None:
    """It puts something without a file number in the place of standard error."""
    script = (
        "import io, sys\n"
        "from briefing.workers import Workers\n"
        "class Screen(io.StringIO):\n"
        "    def fileno(self):\n"
        "        return -1\n"
        "if __name__ == '__main__':\n"
        "    sys.stderr = Screen()\n"
        "    workers = Workers(1)\n"
        "    print(workers.submit(abs, -3).result(30))\n"
        "    workers.shutdown(cancel_futures=True)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, timeout=2 * PATIENCE
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"3\n", b"")


def test_where_no_process_can_be_started_the_future_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("bad value(s) in fds_to_keep")

    monkeypatch.setattr("briefing.workers.resource_tracker.ensure_running", refuse)
    executor = Workers(1)
    for _ in range(2):
        with pytest.raises(BrokenExecutor):
            executor.submit(double, 1).result(PATIENCE)
    executor.shutdown(cancel_futures=True)


def test_shutdown_waits_for_what_is_under_way_and_for_what_waits() -> None:
    executor = Workers(1)
    futures = [executor.submit(double, number) for number in range(3)]
    executor.shutdown()
    assert [future.result(timeout=0) for future in futures] == [0, 2, 4]


def test_a_cancelled_shutdown_ends_long_work_at_once(tmp_path: Path) -> None:
    executor = Workers(1)
    long = executor.submit(sleep_long, tmp_path / "marker")
    never = executor.submit(double, 1)
    wait_until(tmp_path / "marker")
    process = int((tmp_path / "marker").read_text())
    executor.shutdown(cancel_futures=True)
    assert not is_alive(process)
    for future in (long, never):
        with pytest.raises((BrokenExecutor, CancelledError)):
            future.result(timeout=0)
    with pytest.raises(RuntimeError):
        executor.submit(double, 1)


def test_a_process_that_dies_while_it_answers_holds_nobody_up(tmp_path: Path) -> None:
    executor = Workers(1)
    executor.submit(answer_much, tmp_path / "marker")
    while not (tmp_path / "marker").exists():
        time.sleep(0.01)
    executor.shutdown(cancel_futures=True)


SCRIPT = """
import sys
from pathlib import Path
from briefing.workers import Workers
from tests.test_workers import sleep_long
if __name__ == "__main__":
    Workers(1).submit(sleep_long, Path(sys.argv[1])).result()
"""


def start_parent(marker: Path) -> subprocess.Popen[bytes]:
    script = marker.with_suffix(".py")
    script.write_text(SCRIPT)
    return subprocess.Popen(
        [sys.executable, str(script), str(marker)],
        cwd=Path(__file__).parents[1],
        env={**os.environ, "PYTHONPATH": "."},
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def test_no_process_outlives_a_killed_parent(tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    with start_parent(marker) as parent:
        wait_until(marker)
        parent.kill()
        parent.wait()
        process = int(marker.read_text())
        until = time.monotonic() + PATIENCE
        while is_alive(process):
            assert time.monotonic() < until, "the worker stayed"
            time.sleep(0.02)


def test_ctrl_c_is_for_the_parent_alone(tmp_path: Path) -> None:
    marker = tmp_path / "marker"
    with start_parent(marker) as parent:
        wait_until(marker)
        os.killpg(parent.pid, signal.SIGINT)
        _, told = parent.communicate(timeout=PATIENCE)
        assert parent.returncode == -signal.SIGINT
        assert told.count(b"KeyboardInterrupt") == told.count(b"Traceback") == 1
        assert not is_alive(int(marker.read_text()))
