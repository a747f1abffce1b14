"""One page: an article, its parts, and what its analysis finds in it.

Invariant: every offset is a half-open character range `[start, end)` of the article's `text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of a page is to its reader."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CONTENTS = "contents"
    CLUTTER = "clutter"


OWN_KINDS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BODY})
"""The kinds that carry the article's own report; grouping and briefs look at no other."""


class Label(StrEnum):
    """Entity kinds, as in CoNLL-2003."""

    PER = "PER"
    LOC = "LOC"
    ORG = "ORG"
    MISC = "MISC"


class Qualifier(StrEnum):
    """How exactly a page states a figure."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open character range of some text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A half-open character range of the text of one article."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One labelled stretch of a page: a line, or neighbouring lines of one kind."""

    start: int
    end: int
    kind: BlockKind
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One page or record.

    `id` is the path below the corpus folder in POSIX form, or a record's own id. `sha256` is the
    hash of `text` in UTF-8, so that a brief can be checked whatever format the page came in.
    `published` is an ISO 8601 date or date-time. `origin` is the agency the page credits, `source`
    the outlet. A reader fills what the file itself declares; `briefing.analysis` finds the rest.
    """

    id: str
    path: str
    text: str
    sha256: str
    source: str | None = None
    origin: str | None = None
    headline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with its language, handed to a tagger."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or headline, or list line); it never crosses a block.

    `is_background` marks what reports another, older occurrence than the article's own.
    """

    start: int
    end: int
    kind: BlockKind
    language: str
    is_background: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """What a page says a person is: the words that say so, the role and country they give.

    `role` is a role in English from the lexicon ("interior minister") or, where the lexicon does
    not know it, the page's own words; `country` is an English country name.
    """

    start: int
    end: int
    role: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a person, place or organisation."""

    start: int
    end: int
    text: str
    label: Label
    title: Title | None = None


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """What a page says of the kind of a name that no table knows.

    `label` is what the page by itself settles on, `places` are the mentions. `beside` is what all
    uses together say for a person, a place and an organisation, `within` what the name itself does:
    log-odds, the former summed over the uses.
    """

    name: str
    label: Label
    places: tuple[tuple[int, int], ...]
    beside: tuple[float, float, float]
    within: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A span that names a day, month, year or time of day.

    `value` is ISO ("2024-06-13", "2024-06", "2024"), or None where the page does not let one know.
    `partial` keeps what is known without an anchor ("--03-10", "W1" for a Monday, "T06:40" for a
    time), so that another page of the same event can complete it. `time` is "HH:MM", `zone` what
    the page says of it ("GMT", "+01:00", "Europe/Paris", "local").
    """

    start: int
    end: int
    text: str
    value: str | None
    partial: str | None = None
    time: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it measures.

    `value` is in the base unit (1.2 billion -> 1.2e9); `unit` is an ISO 4217 code, an SI-like
    symbol ("km", "MW", "t", "%") or None; `counted` is the folded noun that a bare number counts
    ("dead", "enqueteurs") as the page writes it.
    """

    start: int
    end: int
    text: str
    value: float
    unit: str | None = None
    counted: str | None = None
    qualifier: Qualifier = Qualifier.EXACT


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks (marks excluded) and whom the page gives them to."""

    start: int
    end: int
    text: str
    speaker: str | None = None
    speaker_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An article analysed. `article` is complete: blocks, language and the rest are filled in.

    `analyser` names the version of the program and the entity model, `names` are those whose
    kind the rest of the corpus may know better.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]
    analyser: str
    names: tuple[NameEvidence, ...] = ()
