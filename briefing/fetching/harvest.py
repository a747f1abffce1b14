"""A run: from the addresses that the user named to pages in a folder.

Invariant: lists are read before the first page of a feed is asked for, so that what is fetched
depends on what the feeds say and not on which server was faster. What is in the ledger is not
asked for again. A page is noted in the ledger when it is on the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

from msgspec.structs import replace

from briefing.days import parse_day
from briefing.fetching.addresses import AddressError, join_address, key_of
from briefing.fetching.asking import Asker, Clock, Settled
from briefing.fetching.keeping import NoPageError, PageKeeper, content_type, entry_of
from briefing.fetching.kinds import (
    Ask,
    FetchReport,
    Formats,
    Plan,
    Purpose,
    SavedPage,
    Target,
)
from briefing.fetching.ledger import Entry, Ledger, open_ledger
from briefing.fetching.robots import MAX_BYTES as MAX_RULES
from briefing.fetching.shelf import Shelf
from briefing.fetching.transport import Answer, Transport
from briefing.model import Progress, Rejection, Stage
from briefing.plugins import Declared

MAX_ENTRIES = 1_000
"""Of one feed or list; a feed is what is new."""

_RESTING_SECONDS = 24 * 3600
"""How long an address that failed for good is left alone, unless the user names it."""

_NOT_MODIFIED = 304
_ANNOUNCED = 2
"""Feeds of one page that are named; most others are of comments and sections."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a run works with: how servers are asked, how documents are read, what time it is."""

    transport: Transport
    formats: Formats
    clock: Clock = field(default_factory=Clock)


def fetch(
    named: Sequence[Target],
    folder: Path,
    plan: Plan,
    means: Means,
    on_progress: Callable[[Progress], None] = lambda _: None,
) -> FetchReport:
    """Save the pages that the named addresses are or lead to; raises `BriefingError`.

    Stopped at any moment, another run goes on where it was.
    """

    def get(ask: Ask) -> Answer:
        cut_at = MAX_RULES if ask.target.purpose is Purpose.ROBOTS else None
        return means.transport.get(ask.address, dict(ask.conditions), cut_at=cut_at)

    with open_ledger(folder) as ledger:
        asker = Asker(get, plan, ledger, means.clock)
        try:
            return _Run(plan, means, ledger, asker, Shelf(folder), on_progress).run(named)
        finally:
            asker.close()


@dataclass(slots=True)
class _Tally:
    """What a run has come to so far."""

    saved: list[SavedPage] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    unchanged: int = 0
    known: int = 0
    old: int = 0
    left: int = 0
    resting: int = 0
    announced: list[tuple[str, str]] = field(default_factory=list)
    asked: int = 0
    settled: int = 0


@dataclass(slots=True)
class _Run:
    """One run of `fetch`."""

    plan: Plan
    means: Means
    ledger: Ledger
    asker: Asker
    shelf: Shelf
    on_progress: Callable[[Progress], None]
    tally: _Tally = field(default_factory=_Tally)
    seen: dict[str, int] = field(default_factory=dict)
    feeds: dict[int, list[Target]] = field(default_factory=dict)

    def run(self, named: Sequence[Target]) -> FetchReport:
        # A feed saved as a file is read before all others.
        self.feeds[-1] = [target for target in named if target.purpose is Purpose.PAGE]
        for target in named:
            if target.purpose is not Purpose.PAGE:
                self._start(target)
        self._drain()
        for target in self._chosen():
            self._ask(target)
        self._drain()
        tally = self.tally
        return FetchReport(
            saved=tuple(sorted(tally.saved, key=lambda page: page.file)),
            rejections=tuple(sorted(tally.rejections, key=lambda r: (r.path, r.reason))),
            feeds=len(self.feeds) - 1,
            unchanged=tally.unchanged,
            known=tally.known,
            old=tally.old,
            left=tally.left,
            resting=tally.resting,
            announced=tuple(sorted(tally.announced)),
        )

    def _start(self, target: Target) -> None:
        if self._is_new(target):
            self._ask(target)

    def _ask(self, target: Target) -> None:
        self.tally.asked += 1
        self.asker.add(target)

    def _is_new(self, target: Target) -> bool:
        """Whether an address has to be asked for: it is not in this run yet, nor in the ledger."""
        key = key_of(target.address)
        if key in self.seen:
            return False
        self.seen[key] = len(self.seen)
        entry = self.ledger.find(target.address)
        if entry is None or self.plan.refresh or entry.is_list:
            return True
        if entry.file:
            self.tally.known += 1
            return False
        is_fresh = self.means.clock.wall() - _seconds(entry.fetched) < _RESTING_SECONDS
        if is_fresh and target.purpose is not Purpose.NAMED:
            self.tally.resting += 1
            return False
        return True

    def _drain(self) -> None:
        """Take what comes of all that was asked for, also of what that leads to."""
        self._report("")
        for settled in self.asker.settle():
            self.tally.settled += 1
            self._take(settled)
            self._report(settled.ask.target.address)

    def _report(self, what: str) -> None:
        done, asked = self.tally.settled, self.tally.asked
        self.on_progress(Progress(Stage.FETCH, done, asked, what))

    def _take(self, settled: Settled) -> None:
        target, answer = settled.ask.target, settled.answer
        if settled.known is not None:
            self._note_again(settled.known, target.address)
        elif answer is None:
            self._reject(settled, settled.reason or "", is_lasting=settled.is_lasting)
        elif answer.status == _NOT_MODIFIED:
            self._take_unchanged(settled)
        elif not answer.body:
            self._reject(settled, "is empty", is_lasting=True)
        elif self.means.formats.lists_feeds(answer.body):
            self._take_list(settled, answer, is_feed=False)
        elif self.means.formats.is_feed(answer.body):
            self._take_list(settled, answer, is_feed=True)
        elif target.purpose is Purpose.FEED:
            self._reject(settled, "is no feed", is_lasting=True)
        else:
            self._take_page(settled, answer)

    def _take_page(self, settled: Settled, answer: Answer) -> None:
        try:
            keeper = PageKeeper(self.means.formats, self.ledger, self.shelf, self.means.clock)
            saved = keeper.keep(settled.ask, answer)
        except NoPageError as error:
            self._reject(settled, str(error), is_lasting=True)
            return
        if saved is None:
            self.tally.known += 1
            return
        self.tally.saved.append(saved)
        if settled.ask.target.purpose is Purpose.NAMED:
            self._note_feeds(settled.ask.address, answer)

    def _note_feeds(self, address: str, answer: Answer) -> None:
        """Who names a front page may want the feed that it announces."""
        found = self.means.formats.announced_in(answer.body, content_type(answer)[1])
        for link in found[:_ANNOUNCED]:
            with suppress(AddressError):
                self.tally.announced.append((address, join_address(address, link)))

    def _take_list(self, settled: Settled, answer: Answer, *, is_feed: bool) -> None:
        """Keep a list as it was sent, then see where it leads."""
        purpose = settled.ask.target.purpose
        if purpose is Purpose.PAGE:
            self._reject(settled, "is a feed, not a page", is_lasting=True)
        elif purpose is Purpose.FEED and not is_feed:
            self._reject(settled, "is a list of feeds within a list", is_lasting=True)
        else:
            self.shelf.save_list(settled.ask.address, answer.body)
            self.ledger.note(entry_of(settled.ask, answer, self.means.clock.stamp(), is_list=True))
            self._read_list(settled, answer.body)

    def _take_unchanged(self, settled: Settled) -> None:
        ask = settled.ask
        entry = self.ledger.find(ask.address)
        if entry is None:
            self._reject(settled, "answered 304 without having been asked whether it changed")
        elif not entry.is_list:
            self._note_again(entry, ask.target.address)
        elif (raw := self.shelf.read_list(ask.address)) is None:
            # Without the marks of the earlier answer the server will send the list again.
            self.ledger.note(replace(entry, etag=None, modified=None))
            self._reject(settled, "has not changed, but is kept no more; fetch again")
        else:
            self.tally.unchanged += 1
            self._read_list(settled, raw)

    def _note_again(self, entry: Entry, address: str) -> None:
        """A page is there: under this address, too."""
        self.tally.known += 1
        self.ledger.note(replace(entry, address=address, fetched=self.means.clock.stamp()))

    def _read_list(self, settled: Settled, raw: bytes) -> None:
        """Ask for the feeds of a list; remember the pages of a feed until all feeds are read."""
        ask = settled.ask
        is_feed = self.means.formats.is_feed(raw)
        try:
            if is_feed:
                found = self.means.formats.entries_in(raw, ask.address)
            else:
                found = self.means.formats.feeds_in(raw)
        except ValueError as error:
            self._reject(settled, str(error))
            return
        targets = list(self._targets(settled, found, Purpose.PAGE if is_feed else Purpose.FEED))
        if is_feed:
            self.feeds[self.seen[key_of(ask.target.address)]] = targets
        else:
            for target in targets:
                self._start(target)

    def _targets(
        self, settled: Settled, found: Sequence[Declared], purpose: Purpose
    ) -> Iterator[Target]:
        base = settled.ask.address
        nameless = sum(not declared.url for declared in found)
        if nameless:
            self._reject(settled, f"holds entries without an address: {nameless:,}")
        if len(found) > MAX_ENTRIES:
            self._reject(settled, f"holds {len(found):,} entries; {MAX_ENTRIES:,} are read")
        for declared in found[:MAX_ENTRIES]:
            if not declared.url:
                continue
            try:
                address = join_address(base, declared.url)
            except AddressError as error:
                self.tally.rejections.append(Rejection(declared.url, None, str(error)))
                continue
            yield Target(address, purpose, declared)

    def _chosen(self) -> Iterator[Target]:
        """The pages of all feeds that are to be asked for, one of each feed in turn."""
        chosen = 0
        for target in interleave([self.feeds[number] for number in sorted(self.feeds)]):
            if self._is_old(target.declared.published):
                self.tally.old += 1
            elif self._is_new(target):
                chosen += 1
                if self.plan.limit is None or chosen <= self.plan.limit:
                    yield target
                else:
                    self.tally.left += 1

    def _is_old(self, published: str | None) -> bool:
        """Whether a page is of a day before the first that is wanted; undated ones are not."""
        first, day = parse_day(self.plan.since), parse_day(published)
        return first is not None and day is not None and day < first

    def _reject(self, settled: Settled, reason: str, *, is_lasting: bool = False) -> None:
        target = settled.ask.target
        self.tally.rejections.append(Rejection(target.address, None, reason))
        if is_lasting:
            entry = entry_of(settled.ask, settled.answer, self.means.clock.stamp(), reason=reason)
            self.ledger.note(entry)


def interleave(lists: Sequence[Sequence[Target]]) -> Iterator[Target]:
    """The first of each list, then the second of each, and so on."""
    for row in zip_longest(*lists):
        yield from (target for target in row if target is not None)


def _seconds(moment: str) -> float:
    try:
        return datetime.fromisoformat(moment).timestamp()
    except (ValueError, OverflowError):
        return 0.0
