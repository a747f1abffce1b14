"""What is written about an event: points, facts, differences, quotes, timeline, sources.

Invariant: every sentence is a source's own and carries its citations.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.delta import BriefDelta
from briefing.model.event import Event, Evidence
from briefing.model.page import Citation


@dataclass(frozen=True, slots=True)
class EventLink:
    """Another event of the corpus that a sentence speaks of; `date` is that event's, if known."""

    event: str
    label: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence of a source, shown as it stands, with every place that carries the same.

    `text` equals the range of `citations[0]`, line breaks folded to spaces. `origins` counts the
    independent origins among the cited articles. `link` leads to the event of the corpus that a
    sentence of the background speaks of.
    """

    text: str
    language: str
    citations: tuple[Citation, ...]
    origins: int
    link: EventLink | None = None


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


class Drift(StrEnum):
    """How one wording of a quotation differs from another."""

    CONTINUED = "goes on"
    CUT = "cut"
    LONGER = "longer"
    REWORDED = "reworded"
    TRANSLATED = "translated"


@dataclass(frozen=True, slots=True)
class WordEdit:
    """Words of one wording of a quotation, and what stands in their place in another."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class QuoteVariant:
    """Another wording of a quotation, or the second part of the one shown, with where it stands.

    `edits` lead to it from the wording that is shown first in its language.
    """

    drift: Drift
    text: str
    language: str
    citations: tuple[Citation, ...]
    edits: tuple[WordEdit, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefQuote:
    """A quotation in its original language, with the places where it stands.

    `citations` are those of all wordings; `variants` tell the wordings that are other ones apart.
    """

    speaker: str | None
    text: str
    language: str
    citations: tuple[Citation, ...]
    variants: tuple[QuoteVariant, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What happened on a date; `date` is ISO, `text` a sentence of the sources.

    `link` leads to the event of the corpus that the sentence speaks of, if it has pages there.
    """

    date: str
    text: str
    citations: tuple[Citation, ...]
    is_background: bool = False
    link: EventLink | None = None


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One line of a brief's list of sources; `number` is 1-based, `group` counts the origin.

    `doubts` say why the source may not be who its names seem to say.
    """

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
    doubts: tuple[str, ...] = ()


class Stance(StrEnum):
    """What a source does with a fact."""

    CARRIES = "carries"
    OTHER = "carries another value"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One source on one fact, with where it says so; `value` is what it gives instead."""

    article: str
    stance: Stance
    citations: tuple[Citation, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One fact across all sources, in the order of their numbers.

    `kind` is who, what, when, where, outcome, figure, point or disputed; `language` is that of a
    fact told in a source's own words. `origins` counts the independent origins that carry it.
    """

    kind: str
    fact: str
    cells: tuple[MatrixCell, ...]
    origins: int
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What one source calls a participant: its words for the office, or no more than the name."""

    article: str
    words: str
    is_titled: bool
    citation: Citation


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who took part, in which role, for which country, and each source that says so.

    Who only speaks of the event is not `is_present`.
    """

    name: str
    role: str | None
    country: str | None
    entity: str
    is_present: bool
    accounts: tuple[Account, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class OriginNode:
    """One source in the tree of origins, below the source whose text it repeats.

    `origin` is the number that its copies share; `share` is how much of its words stand in
    `parent`, between 0 and 1. `evidence` says in words what it repeats, credits or names.
    """

    article: str
    origin: int
    depth: int = 0
    parent: str | None = None
    share: float = 0.0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """What the sources say of one event; every sentence is theirs and cited.

    `agreed` points have two or more independent origins, `single_source` points one. With a
    `delta` its exports show what has changed since an earlier brief.
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
    attendance: tuple[Attendee, ...] = ()
    matrix: tuple[MatrixRow, ...] = ()
    origin_tree: tuple[OriginNode, ...] = ()
    delta: BriefDelta | None = None
