"""Requests at the same time."""

from __future__ import annotations

import threading

import pytest

from briefing.fetching.kinds import Ask, Purpose, Target
from briefing.fetching.transport import Answer, TransportError
from briefing.fetching.workers import Done, Workers


def ask(number: int) -> Ask:
    address = f"https://velm.example/{number}"
    return Ask(address, Target(address, Purpose.PAGE))


def test_no_more_requests_are_under_way_than_there_are_workers() -> None:
    under_way, most, lock, gate = 0, 0, threading.Lock(), threading.Event()

    def get(_: Ask) -> Answer:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        gate.wait(5)
        with lock:
            under_way -= 1
        return Answer(200)

    workers = Workers(get, 2)
    for number in range(2):
        assert workers.is_free
        workers.begin(ask(number))
    assert not workers.is_free
    assert workers.take(0.01) is None
    gate.set()
    done = [workers.take(5), workers.take(5)]
    assert {d.ask for d in done if d} == {ask(0), ask(1)}
    assert workers.busy == 0
    workers.begin(ask(2))
    assert workers.take(5) == Done(ask(2), Answer(200))
    assert most <= 2
    workers.close()


@pytest.mark.parametrize("error", [TransportError("no", is_passing=False), ZeroDivisionError()])
def test_what_a_request_raises_arrives_where_answers_do(error: Exception) -> None:
    def get(_: Ask) -> Answer:
        raise error

    workers = Workers(get, 1)
    workers.begin(ask(0))
    done = workers.take(5)
    assert done is not None
    assert done.outcome is error
    workers.close()
