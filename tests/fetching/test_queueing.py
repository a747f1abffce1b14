"""Hosts take turns; none is hurried."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from briefing.fetching.kinds import Ask, Purpose, Target
from briefing.fetching.queueing import HostQueues


def ask(host: str, path: str = "") -> Ask:
    address = f"https://{host}/{path}"
    return Ask(address, Target(address, Purpose.PAGE))


def test_a_host_is_asked_for_one_thing_at_a_time_and_left_its_delay() -> None:
    queues = HostQueues(2.0)
    first, second = ask("a", "1"), ask("a", "2")
    queues.add(first)
    queues.add(second)
    assert queues.take(0.0) == first
    assert queues.take(100.0) is None
    assert queues.next_moment() is None
    queues.release(first, 5.0)
    assert queues.next_moment() == 7.0
    assert queues.take(6.9) is None
    assert queues.take(7.0) == second


def test_hosts_do_not_wait_for_each_other() -> None:
    queues = HostQueues(2.0)
    for one in (ask("a"), ask("a", "2"), ask("b")):
        queues.add(one)
    assert queues.take(0.0) == ask("a")
    assert queues.take(0.0) == ask("b")


def test_a_host_may_be_slowed_down_held_and_dropped() -> None:
    queues = HostQueues(1.0)
    queues.slow_down("a", 10.0)
    queues.slow_down("a", 3.0)
    queues.add(ask("a", "1"))
    queues.add(ask("a", "2"))
    queues.add(ask("a", "0"), is_next=True)
    assert queues.take(0.0) == ask("a", "0")
    queues.release(ask("a", "0"), 0.0)
    assert queues.next_moment() == 10.0
    queues.hold("a", 60.0)
    assert queues.next_moment() == 60.0
    assert queues.drop("a") == [ask("a", "1"), ask("a", "2")]
    assert len(queues) == 0
    assert queues.next_moment() is None


@given(st.lists(st.sampled_from("abc"), max_size=20), st.floats(0, 3), st.randoms())
def test_every_request_is_begun_once_and_never_too_early(
    hosts: str, delay: float, dice: Random
) -> None:
    queues = HostQueues(delay)
    asks = [ask(host, str(number)) for number, host in enumerate(hosts)]
    for one in asks:
        queues.add(one)
    now, under_way, begun, ended = 0.0, list[Ask](), list[Ask](), dict[str, float]()
    while len(queues) or under_way:
        taken = queues.take(now)
        if taken is None:
            if under_way and dice.random() < 0.5:
                over = under_way.pop()
                queues.release(over, now)
                ended[over.host] = now
            now += 0.5
            continue
        assert taken.host not in {other.host for other in under_way}
        assert now >= ended.get(taken.host, -delay) + delay
        under_way.append(taken)
        begun.append(taken)
    assert sorted(one.address for one in begun) == sorted(one.address for one in asks)
    for host in "abc":
        assert [a for a in begun if a.host == host] == [a for a in asks if a.host == host]
