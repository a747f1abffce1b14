"""How long what goes on will still take, and when it is worth showing what there is.

Invariant: no clock of its own: the time is handed in, in seconds.
"""

from __future__ import annotations

from collections import deque

_WINDOW = 20.0
"""Seconds of the past from which the pace is taken: pages differ, and so does what else runs."""
_LEAST = 1.0
"""Seconds that must have been seen before anything is said."""
_EARLIEST, _WORTH, _SHARE = 2.0, 5.0, 6.0
_PER_ARTICLE = 0.004
"""Seconds that grouping takes for an article, until it was measured."""


class Pace:
    """The pace of one stage of a run."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def left(self, now: float, done: int, total: int | None) -> float | None:
        """Seconds that are left, judged by how it went lately; None as long as none can say."""
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[1][0] >= _WINDOW:  # noqa: PLR2004 - a pair
            self._seen.popleft()
        began, before = self._seen[0]
        if total is None or done <= before or now - began < _LEAST:
            return None
        return (total - done) * (now - began) / (done - before)


class Previews:
    """When what is ready is worth grouping before all is: seldom enough to cost little."""

    def __init__(self) -> None:
        self._begun: float | None = None
        self._ended: float | None = None
        self._cost = 0.0
        self._per_article = _PER_ARTICLE

    def is_due(self, now: float, ready: int, left: float | None) -> bool:
        """Whether to group the articles that are ready, so many seconds being left."""
        if self._ended is None:
            self._ended = now
        cost = ready * self._per_article
        if left is None or left < _WORTH * cost + _EARLIEST:
            return False
        if now - self._ended < max(_EARLIEST, _SHARE * self._cost):
            return False
        self._begun = now
        return True

    def end(self, now: float, ready: int) -> None:
        """Say that so many articles are grouped now."""
        if self._begun is not None:
            self._cost = now - self._begun
            self._per_article = max(_PER_ARTICLE, self._cost / max(1, ready))
        self._ended = now


def time_left(seconds: float | None) -> str:
    """Seconds in words that promise no more than can be known: "about 3 min left"."""
    if seconds is None or seconds < 1:
        return ""
    if seconds < 90:  # noqa: PLR2004 - where minutes begin to say enough
        return f"about {max(5, round(seconds / 5) * 5)} s left"
    if seconds < 5400:  # noqa: PLR2004 - and hours
        return f"about {round(seconds / 60)} min left"
    return f"about {round(seconds / 3600)} h left"
