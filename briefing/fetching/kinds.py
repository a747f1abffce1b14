"""What fetching hands on: a run's plan, its requests, and what came of them.

Invariant: values are frozen; moments are in UTC.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from briefing.fetching.addresses import host_of
from briefing.model import Rejection
from briefing.plugins import Declared


class Purpose(StrEnum):
    """Why an address is asked for."""

    NAMED = "named"
    """The user named it: a feed, a list of feeds or a page."""
    FEED = "feed"
    """A list named it as a feed."""
    PAGE = "page"
    """A feed named it."""
    ROBOTS = "robots"
    """It holds the rules of a site."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address as the user, a list or a feed names it, and what they say of its page."""

    address: str
    purpose: Purpose
    declared: Declared = field(default_factory=Declared)


@dataclass(frozen=True, slots=True)
class Ask:
    """One request: for the target's address, or for one that it was redirected to by `hops`.

    `conditions` are headers under which the server need not send what is there already.
    """

    address: str
    target: Target
    hops: tuple[str, ...] = ()
    tries: int = 0
    conditions: tuple[tuple[str, str], ...] = ()

    @property
    def host(self) -> str:
        """The host that is asked."""
        return host_of(self.address)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run may do; times in seconds.

    `since` leaves out entries of feeds that are older (an ISO day), `limit` is how many pages of
    feeds are fetched at most, `delay` what lies between two requests to one host, `pause` what
    lies between two tries, `patience` the longest wait that a server may ask for in this run.
    `refresh` asks again for pages that are there, and saves those whose text has changed.
    """

    since: str | None = None
    limit: int | None = None
    delay: float = 1.0
    jobs: int = 4
    refresh: bool = False
    tries: int = 3
    pause: float = 2.0
    patience: float = 120.0
    max_hops: int = 10


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page that a run saved: its file below the folder, and what is known of it."""

    file: str
    url: str
    headline: str | None
    published: str | None
    source: str | None
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class FetchReport:
    """What came of a run.

    `feeds` counts those read and `unchanged` those among them that servers called so; `known` the
    pages that were there, `old` the entries before `since`, `left` the pages that `limit` left for
    another run, `resting` the addresses that failed lately and are not asked for again yet.
    `announced` pairs pages that the user named with the feeds that they announce.
    """

    saved: tuple[SavedPage, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    feeds: int = 0
    unchanged: int = 0
    known: int = 0
    old: int = 0
    left: int = 0
    resting: int = 0
    announced: tuple[tuple[str, str], ...] = ()


class Formats(Protocol):
    """What documents say, as the readers of the program understand them.

    Errors that a document causes are `ValueError`, with words that follow "it".
    """

    def lists_feeds(self, raw: bytes) -> bool:
        """Whether this is a list of feeds (OPML)."""
        ...

    def is_feed(self, raw: bytes) -> bool:
        """Whether this is a feed."""
        ...

    def is_page(self, raw: bytes) -> bool:
        """Whether this is a page of the web, whatever its server calls it."""
        ...

    def feeds_in(self, raw: bytes) -> Sequence[Declared]:
        """The feeds of a list: addresses, as far as they are given, and names."""
        ...

    def entries_in(self, raw: bytes, address: str) -> Sequence[Declared]:
        """The entries of the feed at an address; dates are ISO where they can be read."""
        ...

    def describe(self, raw: bytes, charset: str | None) -> Declared:
        """What a page declares of itself."""
        ...

    def announced_in(self, raw: bytes, charset: str | None) -> Sequence[str]:
        """The feeds that a page announces: their addresses as it gives them."""
        ...

    def hash_text(self, raw: bytes, charset: str | None) -> str | None:
        """The hash of the report that a page holds; None where it holds none."""
        ...
