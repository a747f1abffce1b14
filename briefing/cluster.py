"""A Dask cluster behind the interface of `concurrent.futures`.

Invariant: a call is answered by a process with the same code, model and libraries as this one, or
it fails; whatever becomes of the cluster, no call waits for ever. What ends a worker is the
scheduler's business, which hands its calls to others; once nobody is left to answer, the calls
fail with `BrokenExecutor`, as those of `briefing.workers` do.

Calls and answers cross the wire as pickles: whoever reaches a scheduler can run code on all its
workers, so that one belongs on a closed network or behind the TLS that distributed's own
configuration sets up.
"""

from __future__ import annotations

import hashlib
import logging
import platform
import threading
import warnings
from collections.abc import Callable, Mapping
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from functools import lru_cache
from importlib import import_module, resources
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from briefing.errors import BriefingError, ClusterError

logger = logging.getLogger(__name__)

_P = ParamSpec("_P")
_T = TypeVar("_T")
_Report = dict[str, str]

_EXTRA = "pip install 'briefing[cluster]'"
_FORM = "tcp://HOST:PORT, as the scheduler says when it starts"
_REACHED_WITHIN = 10
"""Seconds in which a scheduler answers, or is taken to be unreachable."""

_LONE = 30.0
"""Seconds without any worker after which nobody is waited for."""

_LOOK = 1.0
_LIBRARIES = ("briefing", "spacy", "thinc", "numpy")
_CODE = ("*.py", "model", "lexicon", "analysis", "models")
"""What decides how a page comes out: distributions, and files of this package."""

_one_at_a_time = threading.Lock()


def connect(address: str, within: float = _REACHED_WITHIN) -> Cluster:
    """The cluster whose scheduler listens at an address and answers within so many seconds.

    Raises `ClusterError` where distributed is not installed, nobody answers, there is no worker, or
    a worker could give other results than this process would.
    """
    if "://" not in address or not address.rpartition(":")[2].isdecimal():
        raise ClusterError(f"{address!r} is no address of a scheduler", _FORM)
    try:
        with _calm():
            distributed = import_module("distributed")
    except ImportError as error:
        raise ClusterError(f"a cluster needs dask.distributed ({error})", _EXTRA) from error
    _silence()
    try:
        with _calm():
            client = distributed.Client(address, timeout=within, set_as_default=False)
    except (OSError, TimeoutError, ValueError, RuntimeError) as error:
        hint = "is it running, and may this machine reach it? its TLS settings are distributed's"
        raise ClusterError(f"no scheduler answers at {address}", hint) from error
    try:
        _compare(client)
    except BaseException:
        client.close()
        raise
    return Cluster(client)


class Cluster(Executor):
    """The workers of a cluster; `count` is how many calls they answer at a time."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._executor = client.get_executor(pure=False)
        self._lock = threading.Lock()
        self._waiting: set[Future[Any]] = set()
        self._is_broken = False
        self._ended = threading.Event()
        self.count = max(1, sum(client.nthreads().values()))
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """A future of the call's answer; `BrokenExecutor` where nobody is there to give it."""
        if self._ended.is_set() or kwargs:
            raise RuntimeError("no calls after shutdown, and none with keywords")
        future: Future[_T] = Future()
        with self._lock:
            is_broken = self._is_broken
            self._waiting.add(future)
        if is_broken:
            self._settle(future, BrokenExecutor("the cluster is gone"), None)
            return future
        try:
            asked = self._executor.submit(_answer, installation(), fn, args)
        except Exception as error:  # noqa: BLE001 - whatever distributed raises, nobody will answer
            self._break(f"the cluster takes no more work ({type(error).__name__})")
        else:
            asked.add_done_callback(lambda done: self._pass_on(done, future))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster; calls that are left so fail with `BrokenExecutor`."""
        self._ended.set()
        self._executor.shutdown(wait=wait and not cancel_futures)
        self._give_up()
        with _calm():
            self._client.close(timeout=_REACHED_WITHIN)

    def _pass_on(self, asked: Future[Any], future: Future[Any]) -> None:
        """Give an answer of the cluster, or the error that stands for it, to who waits for it."""
        try:
            answer = asked.result()
        except (CancelledError, OSError) as error:
            self._settle(future, BrokenExecutor(str(error)), None)
        except Exception as error:  # noqa: BLE001 - the caller's, or distributed's own
            self._settle(future, _translated(error), None)
        else:
            self._settle(future, None, answer)

    def _settle(self, future: Future[Any], error: BaseException | None, answer: Any) -> None:
        with self._lock:
            if future not in self._waiting:
                return
            self._waiting.discard(future)
        if error is None:
            future.set_result(answer)
        else:
            future.set_exception(error)

    def _watch(self) -> None:
        """Give up once scheduler or workers have been away too long; runs in a thread."""
        away = 0.0
        while not self._ended.wait(_LOOK):
            away = 0.0 if self._has_workers() else away + _LOOK
            if away >= _LONE:
                self._break("the cluster has had no worker for half a minute")
                return

    def _has_workers(self) -> bool:
        try:
            return self._client.status == "running" and bool(self._client.nthreads())
        except Exception:  # noqa: BLE001 - a client that has lost its scheduler may raise anything
            return False

    def _break(self, reason: str) -> None:
        with self._lock:
            was_broken, self._is_broken = self._is_broken, True
        if not was_broken and not self._ended.is_set():
            logger.warning("%s; the rest is done here", reason)
        self._give_up()

    def _give_up(self) -> None:
        with self._lock:
            left = list(self._waiting)
        for future in left:
            self._settle(future, BrokenExecutor("nobody lived to answer"), None)


@lru_cache(maxsize=1)
def installation() -> tuple[tuple[str, str], ...]:
    """What decides how a page comes out here: versions, and the very files of this package."""
    found = {"Python": ".".join(platform.python_version_tuple()[:2])}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "none"
    found["code and model"] = _contents()
    return tuple(found.items())


def _contents() -> str:
    """A digest of the package's files, wherever they are installed."""
    package = resources.files("briefing")
    if not isinstance(package, Path):
        return "in an archive"
    digest = hashlib.blake2b(digest_size=8)
    places = [place for pattern in _CODE for place in package.glob(pattern)]
    for path in sorted(p for place in places for p in (place, *place.rglob("*"))):
        if path.is_file() and path.suffix != ".pyc":
            name = path.relative_to(package).as_posix()
            digest.update(f"{name}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def _answer(
    expected: tuple[tuple[str, str], ...], function: Callable[..., Any], arguments: tuple[Any, ...]
) -> Any:
    """On a worker: the call's answer, unless it might be another than the caller's own.

    A process answers one call at a time: the entity model is not made for threads.
    """
    if differences := _differences(dict(expected), dict(installation())):
        raise ClusterError(f"a worker has {differences}", _SAME)
    with _one_at_a_time:
        return function(*arguments)


_SAME = "install the same briefing and the same versions on all machines of the cluster"


def _differences(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    return ", ".join(
        f"{name} {theirs.get(name, 'none')} (here {ours[name]})"
        for name in ours
        if theirs.get(name) != ours[name]
    )


def _compare(client: Any) -> None:
    """Raise `ClusterError` unless all workers there are have what this process has."""
    try:
        reports: Mapping[str, Any] = client.run(installation, on_error="return")
    except Exception as error:
        raise _translated(error) from error
    if not reports:
        raise ClusterError("the cluster has no workers", "dask worker ADDRESS starts one")
    for worker, report in sorted(reports.items()):
        if isinstance(report, Exception):
            raise _translated(report, f"the worker {worker}") from report
        if differences := _differences(dict(installation()), dict(report)):
            raise ClusterError(f"the worker {worker} has {differences}", _SAME)


def _translated(error: Exception, who: str = "a machine of the cluster") -> Exception:
    """The error of a worker as one that says what to do about the cluster."""
    if type(error).__name__ == "KilledWorker":
        return BrokenExecutor(str(error))
    if isinstance(error, ClusterError):
        return error
    if isinstance(error, BriefingError):
        return ClusterError(f"on {who}: {error.message}", error.hint)
    if isinstance(error, ImportError) or "deserializ" in str(error):
        hint = "pip install briefing there, on the scheduler's machine too"
        return ClusterError(f"{who} cannot load briefing: {error}", hint)
    return error


class _calm(warnings.catch_warnings):  # noqa: N801 - reads as a verb
    """No warnings of distributed's: what matters of them is checked and raised here."""

    def __enter__(self) -> None:
        super().__enter__()
        warnings.simplefilter("ignore")


def _silence() -> None:
    """Keep distributed's log from the terminal, which is the reader's."""
    for name in ("distributed", "distributed.client", "tornado", "tornado.application"):
        quiet = logging.getLogger(name)
        quiet.handlers[:] = [logging.NullHandler()]
        quiet.propagate = False
