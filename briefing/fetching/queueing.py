"""Which host is asked next, and when: one request at a time to each, with time between.

Invariant: of one host there is never more than one request under way, and none begins before the
host's delay has passed since the end of the one before; hosts wait their turn in the order in
which they were named, so that a run depends on nothing else.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from briefing.fetching.kinds import Ask


@dataclass(slots=True)
class _Host:
    """The requests to one host that wait; `ready` is the moment from which it may be asked."""

    waiting: deque[Ask] = field(default_factory=deque)
    delay: float = 0.0
    ready: float = 0.0
    is_busy: bool = False


class HostQueues:
    """Requests by host; moments are those of one clock, in seconds."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._hosts: dict[str, _Host] = {}

    def __len__(self) -> int:
        return sum(len(host.waiting) for host in self._hosts.values())

    def add(self, ask: Ask, *, is_next: bool = False) -> None:
        """Let a request wait for its host, behind the others or (`is_next`) before them."""
        waiting = self._host(ask.host).waiting
        if is_next:
            waiting.appendleft(ask)
        else:
            waiting.append(ask)

    def slow_down(self, host: str, delay: float) -> None:
        """Leave a host at least so long between two requests."""
        known = self._host(host)
        known.delay = max(known.delay, delay)

    def take(self, now: float) -> Ask | None:
        """A request that may begin; its host is busy until `release`."""
        ready = [h for h in self._hosts.values() if h.waiting and not h.is_busy and h.ready <= now]
        if not ready:
            return None
        host = min(ready, key=lambda h: h.ready)
        host.is_busy = True
        return host.waiting.popleft()

    def release(self, ask: Ask, now: float) -> None:
        """The request is over; its host may be asked again after its delay."""
        host = self._host(ask.host)
        host.is_busy = False
        host.ready = max(host.ready, now + host.delay)

    def hold(self, name: str, until: float) -> None:
        """Ask a host for nothing before a moment."""
        host = self._host(name)
        host.ready = max(host.ready, until)

    def drop(self, name: str) -> list[Ask]:
        """The requests that wait for a host; none does any more."""
        host = self._host(name)
        dropped = list(host.waiting)
        host.waiting.clear()
        return dropped

    def next_moment(self) -> float | None:
        """When the next request may begin; None where all hosts with requests are busy."""
        moments = (h.ready for h in self._hosts.values() if h.waiting and not h.is_busy)
        return min(moments, default=None)

    def _host(self, name: str) -> _Host:
        return self._hosts.setdefault(name, _Host(delay=self._delay))
