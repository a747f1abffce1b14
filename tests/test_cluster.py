"""A Dask cluster: the same results as here, whoever dies, and what is said where it is no use."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import pytest

from briefing import cluster as cluster_module
from briefing.analysing import Analysts
from briefing.cluster import Cluster, connect, installation
from briefing.config import Settings
from briefing.errors import BriefingError, ClusterError, ModelError
from briefing.exporters.records import analyse_record
from briefing.model import Document
from briefing.pipeline import analyse_corpus
from tests.builders import build_article

ROOT = Path(__file__).parents[1]
HARBOUR = ROOT / "tests" / "corpora" / "harbour" / "pages"
PATIENCE = 20.0

needs_distributed = pytest.mark.skipif(
    find_spec("distributed") is None, reason="the extra `cluster` is not installed"
)


class KilledWorker(Exception):
    """Named as distributed names the error of a call that several workers died of."""


class StubClient:
    """What `Cluster` uses of a client of distributed's; its calls are answered by a thread."""

    status = "running"

    def __init__(self, reports: Mapping[str, object] | None = None) -> None:
        self.reports = {"tcp://w1": installation()} if reports is None else reports
        self.is_closed = False

    def run(self, _: Callable[..., object], on_error: str) -> Mapping[str, object]:
        assert on_error == "return"
        return self.reports

    def nthreads(self) -> dict[str, int]:
        return dict.fromkeys(self.reports, 2)

    def get_executor(self, *, pure: bool) -> Executor:
        assert not pure
        return ThreadPoolExecutor(1)

    def close(self, timeout: float = 0) -> None:
        assert timeout >= 0
        self.is_closed = True


class SilentClient(StubClient):
    """Takes calls and never answers them."""

    def get_executor(self, *, pure: bool) -> Executor:
        assert not pure

        class Silent(ThreadPoolExecutor):
            def submit(self, *_: Any, **__: Any) -> Future[Any]:
                return Future()

        return Silent(1)


@pytest.fixture
def joined(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[StubClient], Cluster]]:
    """Connects to a stub client."""
    opened: list[Cluster] = []

    def join(client: StubClient) -> Cluster:
        class Distributed:
            @staticmethod
            def Client(*_: object, **__: object) -> StubClient:  # noqa: N802 - distributed's name
                return client

        monkeypatch.setattr(cluster_module, "import_module", lambda _: Distributed)
        opened.append(connect("tcp://host:8786"))
        return opened[-1]

    yield join
    for cluster in opened:
        cluster.shutdown(cancel_futures=True)


def double(number: int) -> int:
    return 2 * number


def raise_it(error: Exception) -> None:
    raise error


def test_calls_are_answered(joined: Callable[[StubClient], Cluster]) -> None:
    client = StubClient()
    cluster = joined(client)
    futures = [cluster.submit(double, number) for number in range(5)]
    assert [future.result(PATIENCE) for future in futures] == [0, 2, 4, 6, 8]
    assert cluster.count == 2
    cluster.shutdown()
    assert client.is_closed
    with pytest.raises(RuntimeError):
        cluster.submit(double, 1)


@pytest.mark.parametrize(
    ("error", "expected", "said"),
    [
        (KilledWorker("three workers died"), BrokenExecutor, "three workers died"),
        (ConnectionResetError("gone"), BrokenExecutor, "gone"),
        (ModelError("no model", "fetch it"), ClusterError, "a machine of the cluster: no model"),
        (ModuleNotFoundError("No module named 'briefing'"), ClusterError, "cannot load briefing"),
        (RuntimeError("Error during deserialization"), ClusterError, "cannot load briefing"),
        (ZeroDivisionError("by zero"), ZeroDivisionError, "by zero"),
    ],
)
def test_an_error_of_a_worker_is_told_as_what_it_means(
    error: Exception,
    expected: type[Exception],
    said: str,
    joined: Callable[[StubClient], Cluster],
) -> None:
    with pytest.raises(expected, match=said):
        joined(StubClient()).submit(raise_it, error).result(PATIENCE)


@pytest.mark.parametrize(
    ("reports", "said"),
    [
        ({}, "no workers"),
        ({"tcp://w1": (("Python", "3.9"),)}, r"tcp://w1 has Python 3\.9 \(here "),
        ({"tcp://w1": ModuleNotFoundError("briefing")}, "tcp://w1 cannot load briefing"),
        ({"tcp://w1": (*installation()[:-1], ("code and model", "x"))}, "has code and model x"),
    ],
)
def test_a_cluster_that_might_answer_otherwise_is_refused(
    reports: Mapping[str, object], said: str, joined: Callable[[StubClient], Cluster]
) -> None:
    client = StubClient(reports)
    with pytest.raises(ClusterError, match=said) as caught:
        joined(client)
    assert caught.value.hint
    assert client.is_closed


def test_a_worker_that_joined_later_is_checked_too() -> None:
    with pytest.raises(ClusterError, match=r"a worker has Python .* \(here 2\.7\)"):
        cluster_module._answer((("Python", "2.7"),), double, (1,))


def test_nobody_waits_for_a_cluster_without_workers(
    joined: Callable[[StubClient], Cluster],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(cluster_module, "_LOOK", 0.01)
    monkeypatch.setattr(cluster_module, "_LONE", 0.05)
    client = SilentClient()
    cluster = joined(client)
    waiting = cluster.submit(double, 1)
    client.reports = {}
    for future in (waiting, cluster.submit(double, 2)):
        with pytest.raises(BrokenExecutor):
            future.result(PATIENCE)
    assert [record.message.rpartition("; ")[2] for record in caplog.records] == [
        "the rest is done here"
    ]


def test_what_a_cluster_leaves_undone_is_done_here(
    monkeypatch: pytest.MonkeyPatch, joined: Callable[[StubClient], Cluster]
) -> None:
    cluster = joined(SilentClient())
    monkeypatch.setattr(cluster_module, "connect", lambda _: cluster)
    cluster._break("a test says so")
    pages = [build_article(f"{n}.txt", "Bells rang in the harbour.") for n in range(3)]
    analysts = Analysts(Settings(cluster="tcp://host:1"), pages, lambda: None)
    outcomes = list(analysts.outcomes(lambda _: None))
    assert [o.article.id for o in outcomes if isinstance(o, Document)] == [a.id for a in pages]


@pytest.mark.parametrize("address", ["host", "host:8786", "tcp://host", "tcp://host:port"])
def test_what_is_no_address_is_told_before_anything_is_opened(address: str) -> None:
    with pytest.raises(ClusterError, match="is no address") as caught:
        connect(address)
    assert caught.value.hint is not None
    assert "tcp://HOST:PORT" in caught.value.hint


def test_a_missing_extra_is_told_with_the_command_that_adds_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterError) as caught:
        connect("tcp://host:8786")
    assert caught.value.hint == "pip install 'briefing[cluster]'"


@needs_distributed
def test_a_scheduler_that_does_not_answer_is_told_as_such() -> None:
    code = "from briefing.cluster import connect; connect('tcp://127.0.0.1:9', within=0.5)"
    script = f"import warnings; warnings.simplefilter('error'); {code}"
    done = run_python("-c", script)
    assert "no scheduler answers at tcp://127.0.0.1:9" in done.stderr
    assert ClusterError.__name__ in done.stderr.splitlines()[-1]


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@needs_distributed
def test_a_cluster_of_which_a_worker_is_killed_says_the_same(tmp_path: Path) -> None:
    pages = [str(page) for page in sorted(HARBOUR.iterdir())[:8]]
    alone = [
        msgspec.json.decode(msgspec.json.encode(analyse_record(found, {})))
        for found in analyse_corpus(pages, Settings(cache=str(tmp_path), jobs=1))
        if isinstance(found, Document)
    ]
    done = run_python("-m", "tests.local_cluster", *pages)
    assert done.returncode == 0, done.stderr
    assert "killed tcp://" in done.stderr
    assert done.stdout
    together = [msgspec.json.decode(line) for line in done.stdout.splitlines()]
    assert [without_entities(r) for r in together] == [without_entities(r) for r in alone]


def without_entities(record: dict[str, Any]) -> dict[str, Any]:
    """The record but for what is found across pages, which the cluster has no part in."""
    mentions = [{**m, "entity": None} for m in record["mentions"]]
    return {**record, "mentions": mentions}


def test_warnings_of_distributed_end_no_program() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with cluster_module._calm():
            warnings.warn("versions differ", UserWarning, stacklevel=1)


def test_errors_of_the_cluster_are_for_a_person_to_read() -> None:
    assert issubclass(ClusterError, BriefingError)
    assert ClusterError.title == "Cluster"
