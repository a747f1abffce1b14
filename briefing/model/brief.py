"""What is written about an event: points, facts, differences, quotes, timeline, sources.

Invariant: every sentence is a source's own and carries its citations.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.event import Event
from briefing.model.page import Citation


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence of a source, shown as it stands, with every place that carries the same.

    `text` equals the range of `citations[0]`, line breaks folded to spaces. `origins` counts the
    independent origins among the cited articles.
    """

    text: str
    language: str
    citations: tuple[Citation, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Fact:
    """An answer to who, what, when or where, with the spans it rests on."""

    question: str
    value: str
    citations: tuple[Citation, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class DifferenceValue:
    """What one article says of a disputed matter; `normalised` makes the values comparable."""

    text: str
    normalised: str
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A matter on which sources disagree, with their rival values."""

    about: str
    values: tuple[DifferenceValue, ...]


@dataclass(frozen=True, slots=True)
class BriefQuote:
    """A quotation in its original language, with the places where it stands."""

    speaker: str | None
    text: str
    language: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened on a date; `date` is ISO, `text` a sentence of the sources."""

    date: str
    text: str
    citations: tuple[Citation, ...]
    is_background: bool = False


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One line of a brief's list of sources; `number` is 1-based, `group` counts the origin."""

    number: int
    article: str
    path: str
    source: str | None
    origin: str | None
    published: str | None
    language: str | None
    headline: str | None
    sha256: str
    group: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """What the sources say of one event; every sentence is theirs and cited.

    `agreed` points have two or more independent origins, `single_source` points one.
    """

    event: Event
    headline: str
    bluf: tuple[Point, ...]
    facts: tuple[Fact, ...]
    points: tuple[Point, ...]
    differences: tuple[Difference, ...]
    quotes: tuple[BriefQuote, ...]
    timeline: tuple[TimelineEntry, ...]
    next: tuple[Point, ...]
    background: tuple[Point, ...]
    gaps: tuple[str, ...]
    sources: tuple[SourceEntry, ...]
    languages: tuple[str, ...]
    origins: int
