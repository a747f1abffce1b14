"""A corpus grouped: entities, pairs of articles and why they belong together, events, storylines.

Invariant: whatever is said of an entity or an event cites the ranges that say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.decision import NameCorrection
from briefing.model.page import Citation, Document, Label


class Stage(StrEnum):
    """The stages of a run, in order."""

    FETCH = "fetch"
    LOAD = "load"
    ANALYSE = "analyse"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that could not be read, and why; `line` is 1-based where a line is to blame."""

    path: str
    line: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place or organisation, across articles and languages.

    `variants` are the surface forms, the most frequent first. `country` is an English country name
    (for a country itself, its own name). Of a person, `office` is the role with what it is of
    ("director of the Port Authority"), `organisation` the id of that body, `titles` the words that
    say so, and `references` where pages call them by their office alone.
    """

    id: str
    name: str
    kind: Label
    variants: tuple[str, ...]
    role: str | None
    country: str | None
    mentions: tuple[Citation, ...]
    office: str | None = None
    organisation: str | None = None
    titles: tuple[Citation, ...] = ()
    references: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class CandidatePair:
    """Two articles that a blocking rule puts up for scoring; `left < right`."""

    left: str
    right: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against, in words a reader understands.

    `weight` is the contribution to the log-odds: positive speaks for the link.
    """

    feature: str
    weight: float
    words: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class PairScore:
    """How probable it is that two articles report the same event, and why."""

    left: str
    right: str
    probability: float
    evidence: tuple[Evidence, ...]


class CorrectionKind(StrEnum):
    """What a reader says of the grouping."""

    TOGETHER = "together"
    APART = "apart"
    LOCKED = "locked"
    UNLOCKED = "unlocked"


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reader decided about articles, each named by the hash of its text.

    TOGETHER: all of `articles` report one event. APART: none of `articles` reports the event of
    any of `others`. LOCKED: `articles` and no others report one event, until UNLOCKED.
    """

    kind: CorrectionKind
    articles: tuple[str, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event took place; English names."""

    city: str | None = None
    country: str | None = None
    citations: tuple[Citation, ...] = ()

    @property
    def words(self) -> str:
        """City and country in one line, as far as they are known."""
        return ", ".join(name for name in (self.city, self.country) if name)


@dataclass(frozen=True, slots=True)
class Participant:
    """A person who took part in an event, according to the cited spans."""

    name: str
    role: str | None
    country: str | None
    entity: str
    citations: tuple[Citation, ...] = ()

    @property
    def words(self) -> str:
        """Name, role and country in one line, as far as they are known."""
        return ", ".join(part for part in (self.name, self.role, self.country) if part)


@dataclass(frozen=True, slots=True)
class EventDate:
    """The day (or month, or year) of an event, with the spans that say so."""

    value: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One occurrence and the articles that report it.

    `articles` are ids, sorted. `evidence` says why the articles stand together.
    """

    id: str
    label: str
    kind: str
    date: EventDate | None
    place: Place
    participants: tuple[Participant, ...]
    organisations: tuple[Participant, ...]
    articles: tuple[str, ...]
    storyline: str | None = None
    evidence: tuple[PairScore, ...] = ()


@dataclass(frozen=True, slots=True)
class Storyline:
    """Related events, in time order."""

    id: str
    label: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupedCorpus:
    """A corpus read, analysed and grouped: all that the reader and the commands show.

    `documents` are sorted by article id, `events` by date and id, `storylines` by their first
    event. `dormant` are the decisions about names whose places are not found in these pages.
    """

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    storylines: tuple[Storyline, ...]
    rejections: tuple[Rejection, ...] = ()
    dormant: tuple[NameCorrection, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage has come; `total` is None while it is not known."""

    stage: Stage
    done: int
    total: int | None
    what: str = ""
