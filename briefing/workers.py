"""Worker processes behind the interface of `concurrent.futures`.

Invariant: a call is answered once, whatever becomes of the process that has it: where that dies,
the call goes to a new one, and if this dies too the future says so. No process outlives `shutdown`
or the death of this process, and none hears Ctrl-C, which is for this process.

Processes are spawned, not forked: the reader calls from a thread, and a fork would copy other
threads' locks in whatever state they are. The standard library's pool is not used because it gives
up all that is under way when one process dies, and may wait for ever for the rest of an answer.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import Any, NamedTuple, ParamSpec, TypeVar

logger = logging.getLogger(__name__)

_P = ParamSpec("_P")
_T = TypeVar("_T")

_TRIES = 2
_LAST_WISH = 2.0


class _Call(NamedTuple):
    future: Future[Any]
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


class Workers(Executor):
    """Processes that answer calls; each is started when there is first something for it to do.

    Functions are sent by name, so they must stand at the top of a module. What is sent and
    answered must be picklable.
    """

    def __init__(self, count: int) -> None:
        self._calls: SimpleQueue[_Call | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._is_ending = False
        self._links: set[_Link] = set()
        self._threads = [threading.Thread(target=self._serve, daemon=True) for _ in range(count)]
        for thread in self._threads:
            thread.start()

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """A future of the call's answer; `BrokenExecutor` where two processes died of it."""
        if self._is_ending or kwargs:
            raise RuntimeError("no calls after shutdown, and none with keywords")
        future: Future[_T] = Future()
        self._calls.put(_Call(future, fn, args))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End all processes: at once, or where asked to wait and not to cancel, when all is done.

        Calls that are left so fail with `BrokenExecutor`.
        """
        if wait and not cancel_futures:
            self._dismiss()
        with self._lock:
            self._is_ending = True
            links = list(self._links)
        for link in links:
            link.process.terminate()
        self._dismiss()

    def _dismiss(self) -> None:
        """Let each thread end behind the calls that wait, and wait for that."""
        for _ in self._threads:
            self._calls.put(None)
        for thread in self._threads:
            thread.join()

    def _serve(self) -> None:
        """Hand calls to a process, one after the other; runs in a thread of its own."""
        link: _Link | None = None
        while (call := self._calls.get()) is not None:
            if call.future.set_running_or_notify_cancel():
                link = self._answer(call, link)
        self._drop(link)

    def _answer(self, call: _Call, link: _Link | None) -> _Link | None:
        """Answer a call over a link, or over a new one; returns the one for the next call."""
        for tries_left in reversed(range(_TRIES)):
            link = link or self._connect()
            if link is None:
                break
            try:
                is_answer, answer = link.ask(call)
            except (EOFError, OSError):
                self._drop(link)
                link = None
                if not self._is_over():
                    then = "starts again" if tries_left else "is done without one"
                    logger.warning(
                        "a worker process was killed or ran out of memory; its work %s", then
                    )
            else:
                settle = call.future.set_result if is_answer else call.future.set_exception
                settle(answer)
                return link
        call.future.set_exception(BrokenExecutor("no process lived to answer"))
        return link

    def _is_over(self) -> bool:
        # A program that ends without `shutdown` takes its processes with it: none is lost by that.
        return self._is_ending or not threading.main_thread().is_alive()

    def _connect(self) -> _Link | None:
        with self._lock:  # else a process could start behind the back of `shutdown`
            if self._is_over():
                return None
            try:
                link = _Link()
            except (OSError, ValueError, RuntimeError) as error:  # no processes, files or memory
                logger.warning("no worker process can be started: %s", error)
                return None
            self._links.add(link)
            return link

    def _drop(self, link: _Link | None) -> None:
        if link is not None:
            link.end()
            with self._lock:
                self._links.discard(link)


class _Link:
    """A process and the line to it, for the thread that makes it."""

    def __init__(self) -> None:
        # Else `start` does it, and unblocks the signal again. It hands on standard error by its
        # number, and a program in full screen has put something without one in its place.
        with contextlib.redirect_stderr(sys.__stderr__):
            resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # which the process inherits
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(target=_work, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()  # only the process holds it now: its death ends the line

    def ask(self, call: _Call) -> tuple[bool, Any]:
        """Whether there is an answer, and the answer or the error; `EOFError` at a death."""
        try:
            self._line.send((call.function, call.arguments))
            answer: tuple[bool, Any] = self._line.recv()
        except (EOFError, OSError):
            raise
        except Exception as error:  # noqa: BLE001 - what cannot be pickled is the caller's error
            return False, error
        return answer

    def end(self) -> None:
        """Let the process go: it leaves at the end of the line, or is made to."""
        self._line.close()
        self.process.join(_LAST_WISH)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def _work(line: Connection[Any, Any]) -> None:
    """In a process: answer calls until the line ends, and leave when the parent dies meanwhile."""
    logging.getLogger().addHandler(logging.NullHandler())  # the terminal is the parent's
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()
    while True:
        try:
            function, arguments = line.recv()
        except (EOFError, OSError):
            return
        try:
            answer = True, function(*arguments)
        except Exception as error:  # noqa: BLE001 - it is the caller's, who gets it
            answer = False, error
        line.send(answer)


def _leave_with(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)
