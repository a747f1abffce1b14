"""What readers decided, in the order in which they did: about events, names and spans of pages.

Invariant: one list for all kinds, so that undoing goes back through it; what is made together is
undone together, and a row that cannot be read is passed over and stays.
"""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import msgspec

from briefing.model import Correction, NameCorrection, SpanMark

logger = logging.getLogger(__name__)

Decision = Correction | NameCorrection | SpanMark


class About(StrEnum):
    """What a decision is about."""

    EVENTS = "events"
    NAMES = "names"
    SPANS = "spans"


_TYPES: Final[dict[str, Any]] = {
    About.EVENTS: tuple[Correction, ...],
    About.NAMES: tuple[NameCorrection, ...],
    About.SPANS: tuple[SpanMark, ...],
}


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions made at one time; `number` counts them, and is given once."""

    number: int
    about: About
    decisions: tuple[Decision, ...]

    @property
    def hashes(self) -> frozenset[str]:
        """The pages of which they speak."""
        return frozenset(h for d in self.decisions for h in pages_of(d))


def pages_of(decision: Decision) -> tuple[str, ...]:
    """The hashes of the pages of which a decision speaks."""
    if isinstance(decision, Correction):
        return (*decision.articles, *decision.others)
    if isinstance(decision, SpanMark):
        return (decision.place.article,)
    return tuple(dict.fromkeys(a.article for a in (*decision.mentions, *decision.others)))


class DecisionTable(ABC):
    """The part of a workspace that holds decisions."""

    def decisions(self) -> tuple[Decided, ...]:
        """All that was decided and not taken back, the latest last."""
        rows = self._rows("SELECT number, about, packed FROM corrections ORDER BY number")
        found = (Decided(n, About(a), _unpack(a, p)) for n, a, p in rows if a in _TYPES)
        return tuple(decided for decided in found if decided.decisions)

    def corrections(self) -> tuple[Correction, ...]:
        """What was decided about the grouping, the latest last."""
        return tuple(d for d in self._made(About.EVENTS) if isinstance(d, Correction))

    def correct(self, corrections: Sequence[Correction]) -> None:
        """Keep decisions about the grouping that are made, and undone, together."""
        self._keep(About.EVENTS, corrections)

    def name_corrections(self) -> tuple[NameCorrection, ...]:
        """What was decided about names, the latest last."""
        return tuple(d for d in self._made(About.NAMES) if isinstance(d, NameCorrection))

    def correct_names(self, corrections: Sequence[NameCorrection]) -> None:
        """Keep decisions about names that are made, and undone, together."""
        self._keep(About.NAMES, corrections)

    def span_marks(self) -> tuple[SpanMark, ...]:
        """The spans that are marked now, in the order in which they were first marked."""
        marks: dict[tuple[str, int, int], SpanMark] = {}
        for mark in self._made(About.SPANS):
            if isinstance(mark, SpanMark):
                key = (mark.place.article, mark.place.start, mark.place.end)
                if mark.is_erased:
                    marks.pop(key, None)
                else:
                    marks[key] = mark
        return tuple(marks.values())

    def mark_spans(self, marks: Sequence[SpanMark]) -> None:
        """Keep marks of spans, in place of earlier ones of the same spans."""
        self._keep(About.SPANS, marks)

    def undo_correction(self, hashes: Collection[str]) -> Decided | None:
        """Take back the latest decisions that speak of any of these articles; which they were."""
        for decided in reversed(self.decisions()):
            if decided.hashes.intersection(hashes):
                self.undo(decided.number)
                return decided
        return None

    def undo(self, number: int) -> None:
        """Take back the decisions of a number."""
        self._write("DELETE FROM corrections WHERE number = ?", number)

    def _made(self, about: About) -> tuple[Decision, ...]:
        query = "SELECT packed FROM corrections WHERE about = ? ORDER BY number"
        rows = self._rows(query, about.value)
        return tuple(d for (packed,) in rows for d in _unpack(about, packed))

    def _keep(self, about: About, decisions: Sequence[Decision]) -> None:
        packed = msgspec.msgpack.encode(decisions)
        statement = "INSERT INTO corrections (about, packed) VALUES (?, ?)"
        self._write(statement, about.value, packed)

    @abstractmethod
    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What a query finds."""

    @abstractmethod
    def _write(self, statement: str, *values: object) -> None:
        """Run a statement in a transaction of its own."""


def _unpack(about: str, packed: bytes) -> tuple[Decision, ...]:
    try:
        found: tuple[Decision, ...] = msgspec.msgpack.decode(packed, type=_TYPES[about])
    except (msgspec.MsgspecError, TypeError) as error:
        logger.warning("workspace: a correction that cannot be read was passed over: %s", error)
        return ()
    return found
