"""What a site asks of programs (robots.txt, RFC 9309), and how long it wants to be left between.

Invariant: a site whose robots.txt cannot be read is not fetched from; one that has none is. Rules
for "briefing" count before those for all programs, and there is no switch to pass them over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.fetching.transport import PRODUCT, Answer

if TYPE_CHECKING:
    from protego import Protego

MAX_BYTES = 512 * 1024
"""RFC 9309 asks for 500 KiB at least; what lies beyond is not read."""

MAX_HOPS = 5
"""Redirects that are followed to find the rules, as RFC 9309 has it."""

_FOUND = frozenset({200, 203})
_TOO_MANY = 429
_REFUSED = range(400, 500)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site; `problem` says why nothing may be fetched from it at all."""

    parsed: Protego | None = None
    problem: str | None = None

    def allows(self, address: str) -> bool:
        """Whether the program may ask for a page of the site."""
        if self.problem is not None:
            return False
        return self.parsed is None or self.parsed.can_fetch(address, PRODUCT)

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests."""
        if self.parsed is None:
            return 0.0
        rate = self.parsed.request_rate(PRODUCT)
        asked = self.parsed.crawl_delay(PRODUCT) or 0.0
        return max(asked, rate.seconds / rate.requests if rate else 0.0)


FREE = Rules()
"""Of a site without robots.txt."""


def rules_of(answer: Answer) -> Rules:
    """The rules in the last answer to the request for a site's robots.txt."""
    from protego import Protego

    if answer.status in _FOUND:
        return Rules(Protego.parse(answer.body.decode("utf-8", "replace").removeprefix("\ufeff")))
    if answer.status in _REFUSED and answer.status != _TOO_MANY:
        return FREE
    return closed(f"robots.txt answered {answer.status}")


def closed(reason: str) -> Rules:
    """The rules of a site that could not be asked for them."""
    return Rules(problem=reason)
