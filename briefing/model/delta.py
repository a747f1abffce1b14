"""What an earlier brief said, kept to be compared, and what has changed since.

Invariant: a record stands by itself: it names pages by hash and place, and carries the words that
its claims rest on, so that it can be compared when the pages themselves are gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.page import Citation


class ClaimKind(StrEnum):
    """What a line of a brief is."""

    FACT = "fact"
    POINT = "point"
    VALUE = "value"
    QUOTE = "quote"
    DATE = "date"
    NEXT = "next"
    BACKGROUND = "background"


class ChangeKind(StrEnum):
    """What has become of a line or a source since the earlier brief.

    LISTED and UNLISTED are lines that the same pages carry then and now, shown in one of the two
    briefs only: the choice differs, not what the sources say.
    """

    NEW = "new"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    LISTED = "listed"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class KeptSource:
    """A source of a brief: its `article` id, the hash of its text, what it was called.

    `page` tells where the article lay, so that a page with another text can be known as the same.
    `digests` are those of its sentences, eight characters each, where they were kept: what such a
    page says now may have stood in it then.
    """

    article: str
    page: str
    sha256: str
    name: str
    digests: str = ""


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """A cited range with the words that stood there, on one line."""

    article: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One line of a brief with the places it rests on.

    `about` is a fact's question, the matter of a difference, a quote's speaker or a timeline's
    date; `value` is the comparable form of a difference's value. `origins` 0: not counted.
    """

    kind: ClaimKind
    about: str
    text: str
    places: tuple[KeptPlace, ...]
    origins: int = 0
    value: str = ""


@dataclass(frozen=True, slots=True)
class BriefRecord:
    """All that a brief claimed, as far as a later one can be compared with it.

    One that `is_cut` was read from a page that had no room for all lines.
    """

    event: str
    title: str
    sources: tuple[KeptSource, ...]
    claims: tuple[Claim, ...]
    gaps: tuple[str, ...] = ()
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class SourceChange:
    """A source that is new, has another text than then, or is no longer there; and why.

    `article` is its id in the new brief, for one that is withdrawn its id then.
    """

    kind: ChangeKind
    article: str
    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One line that is not as it was.

    `text` and `citations` are those of now; for what is withdrawn the words of then, without
    citations. `before` is what stood there, `note` what else there is to say.
    """

    kind: ChangeKind
    claim: ClaimKind
    about: str
    text: str
    citations: tuple[Citation, ...]
    before: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class BriefDelta:
    """What is new, changed or withdrawn since an earlier brief of the same event.

    `since` says which brief that was.
    """

    since: str
    sources: tuple[SourceChange, ...]
    changes: tuple[Change, ...]
    new_gaps: tuple[str, ...] = ()
    closed_gaps: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the brief says just what the earlier one said."""
        return not (self.sources or self.changes or self.new_gaps or self.closed_gaps)
