"""From an address to what came of it: rules of the site, redirects, further tries, waiting.

Invariant: no page is asked for before its site's robots.txt allows it, and every redirect is an
address like any other, with the rules, the delay and the checks of its own host. Each target ends
as exactly one `Settled`.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urljoin

from briefing.fetching.addresses import AddressError, host_of, join_address, origin_of
from briefing.fetching.kinds import Ask, Plan, Purpose, Target
from briefing.fetching.ledger import Entry, Ledger, PutOff
from briefing.fetching.queueing import HostQueues
from briefing.fetching.robots import FREE, MAX_HOPS, Rules, closed, rules_of
from briefing.fetching.transport import Answer, TransportError
from briefing.fetching.workers import Done, Workers

_ANSWERED = frozenset({200, 203, 304})
_MOVED = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_REFUSED = range(400, 500)
_MAX_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of day in seconds since 1970, and a clock that nobody sets."""

    wall: Callable[[], float] = time.time
    steady: Callable[[], float] = time.monotonic

    def stamp(self) -> str:
        """The moment as the ledger writes it."""
        return moment(self.wall())


def moment(seconds: float) -> str:
    """Seconds since 1970 as ISO 8601 in UTC, to the second."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of a target: an answer (200, 203 or 304), a page that is there, or a reason.

    `ask` is its last request. `is_lasting` says that asking again soon would be in vain.
    """

    ask: Ask
    answer: Answer | None = None
    known: Entry | None = None
    reason: str | None = None
    is_lasting: bool = False


class Asker:
    """Asks for targets until each is settled; `get` asks once and may be called by threads."""

    def __init__(
        self, get: Callable[[Ask], Answer], plan: Plan, ledger: Ledger, clock: Clock
    ) -> None:
        self._plan = plan
        self._ledger = ledger
        self._clock = clock
        self._queues = HostQueues(plan.delay)
        self._workers = Workers(get, plan.jobs)
        self._rules: dict[str, Rules] = {}
        self._parked: dict[str, list[Ask]] = {}
        self._sparing: dict[str, float] = {}
        self._settled: deque[Settled] = deque()

    def add(self, target: Target) -> None:
        """Let a target be asked for when its turn comes."""
        self._admit(Ask(target.address, target))

    def settle(self) -> Iterator[Settled]:
        """Every target added, also while this goes on, in the order in which they are settled."""
        while True:
            while self._settled:
                yield self._settled.popleft()
            now = self._clock.steady()
            while self._workers.is_free and (ask := self._queues.take(now)) is not None:
                self._workers.begin(ask)
            ready = self._queues.next_moment() if self._workers.is_free else None
            if ready is None and not self._workers.busy:
                return
            done = self._workers.take(None if ready is None else max(0.0, ready - now))
            if done is not None:
                self._finish(done)

    def close(self) -> None:
        """Begin nothing more."""
        self._workers.close()

    def _admit(self, ask: Ask, *, is_next: bool = False) -> None:
        """Queue a request if its site's rules allow it; park it while they are not known."""
        if (until := self._ledger.until(ask.host)) > self._clock.wall():
            self._give_up(ask, _wants_rest(until))
            return
        origin = origin_of(ask.address)
        rules = self._rules.get(origin)
        if ask.target.purpose is Purpose.ROBOTS:
            self._queues.add(ask, is_next=True)
        elif rules is None:
            parked = self._parked.setdefault(origin, [])
            parked.append(ask)
            if len(parked) == 1:
                address = urljoin(origin, "/robots.txt")
                self._admit(Ask(address, Target(address, Purpose.ROBOTS)))
        elif rules.problem is not None:
            self._give_up(ask, rules.problem)
        elif not rules.allows(ask.address):
            self._give_up(ask, "robots.txt asks programs not to fetch it")
        else:
            self._queues.add(replace(ask, conditions=self._conditions(ask)), is_next=is_next)

    def _conditions(self, ask: Ask) -> tuple[tuple[str, str], ...]:
        known = self._ledger.find(ask.address)
        if known is None or (known.final or known.address) != ask.address or known.reason:
            return ()
        named = (("If-None-Match", known.etag), ("If-Modified-Since", known.modified))
        return tuple((name, value) for name, value in named if value)

    def _finish(self, done: Done) -> None:
        ask, outcome = done.ask, done.outcome
        self._queues.release(ask, self._clock.steady())
        if isinstance(outcome, Answer):
            self._take(ask, outcome)
        elif not isinstance(outcome, TransportError):
            raise outcome
        elif outcome.is_passing:
            self._try_again(ask, outcome.reason, None)
        else:
            self._give_up(ask, outcome.reason, is_lasting=outcome.is_lasting)
        if ask.target.purpose is not Purpose.ROBOTS and ask.host in self._sparing:
            self._put_off(ask.host, self._sparing[ask.host])

    def _take(self, ask: Ask, answer: Answer) -> None:
        if answer.status in _MOVED:
            self._follow(ask, answer.headers.get("location"))
        elif answer.status in _PASSING:
            after = _seconds(answer.headers.get("retry-after"), self._clock.wall())
            what = "robots.txt " if ask.target.purpose is Purpose.ROBOTS else ""
            self._try_again(ask, what + _words_of(answer.status), after)
        elif ask.target.purpose is Purpose.ROBOTS:
            self._learn(ask, rules_of(answer))
        elif answer.status in _ANSWERED:
            self._settled.append(Settled(ask, answer))
        else:
            self._give_up(ask, _words_of(answer.status), is_lasting=answer.status in _REFUSED)

    def _follow(self, ask: Ask, location: str | None) -> None:
        """Go where a redirect leads, as to any other address."""
        is_robots = ask.target.purpose is Purpose.ROBOTS
        hops = (*ask.hops, ask.address)
        try:
            address = join_address(ask.address, _as_sent(location)) if location else None
        except AddressError as error:
            self._give_up(ask, f"leads to an address that {error}", is_lasting=True)
            return
        if address is None:
            self._give_up(ask, "leads on, but not where", is_lasting=True)
        elif address in hops:
            self._give_up(ask, "leads in a circle", is_lasting=True)
        elif len(hops) > (MAX_HOPS if is_robots else self._plan.max_hops):
            self._give_up(ask, f"leads on more than {len(hops) - 1} times", is_lasting=True)
        else:
            known = None if is_robots or self._plan.refresh else self._ledger.find(address)
            onward = Ask(address, ask.target, hops)
            if known is not None and known.file:
                self._settled.append(Settled(onward, known=known))
            else:
                self._admit(onward, is_next=True)

    def _try_again(self, ask: Ask, reason: str, after: float | None) -> None:
        """Wait and ask again, as often as the plan has it and as long as it has patience."""
        if after is not None and after > self._plan.patience:
            until = self._put_off(ask.host, after)
            self._give_up(ask, f"{reason}; {_wants_rest(until)}")
        elif ask.tries + 1 >= self._plan.tries:
            self._give_up(ask, reason)
        else:
            wait = self._plan.pause * 2**ask.tries if after is None else after
            self._queues.hold(ask.host, self._clock.steady() + wait)
            self._queues.add(replace(ask, tries=ask.tries + 1), is_next=True)

    def _put_off(self, host: str, seconds: float) -> float:
        """Ask a host for nothing more, in this run or another, before so many seconds are over."""
        until = self._clock.wall() + seconds
        self._ledger.note(PutOff(host, until))
        for ask in self._queues.drop(host):
            self._give_up(ask, _wants_rest(until))
        return until

    def _give_up(self, ask: Ask, reason: str, *, is_lasting: bool = False) -> None:
        if ask.target.purpose is Purpose.ROBOTS:
            # RFC 9309: rules that lead nowhere are none, rules that cannot be had forbid all.
            self._learn(ask, FREE if is_lasting else closed(reason))
        else:
            self._settled.append(Settled(ask, reason=reason, is_lasting=is_lasting))

    def _learn(self, ask: Ask, rules: Rules) -> None:
        """The rules of a site are known: what waited for them can go on, or cannot."""
        origin = origin_of(ask.target.address)
        self._rules[origin] = rules
        if rules.delay > self._plan.patience:
            self._sparing[host_of(origin)] = rules.delay
        else:
            self._queues.slow_down(host_of(origin), rules.delay)
        for parked in self._parked.pop(origin, ()):
            self._admit(parked)


def _as_sent(location: str) -> str:
    """A header's words: the protocol reads them as Latin-1, many servers mean UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _wants_rest(until: float) -> str:
    return f"its server wants no request before {moment(until)}"


def _words_of(status: int) -> str:
    try:
        return f"answered {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"answered {status}"


def _seconds(words: str | None, now: float) -> float | None:
    """How long a server wants to be left alone: seconds, or a date; None where it does not say."""
    words = (words or "").strip()
    if words.isascii() and words.isdigit():
        return float(words[:_MAX_DIGITS])
    try:
        date = parsedate_to_datetime(words)
    except (ValueError, TypeError, OverflowError):
        return None
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, date.timestamp() - now)
