"""What readers decide about the names in their pages, and the stretches that they mark.

Invariant: a decision names places by what stands there (the page's hash, the range, the words and
what is around them), never by ids that another run may give to something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.page import Citation, Label


@dataclass(frozen=True, slots=True)
class Anchor:
    """A range of a page, told so that it can be found again.

    `article` is the hash of the page's text. Where that text has changed, `page` (the article's
    id then), `words` and what stood `before` and `after` them lead to the same place.
    """

    article: str
    start: int
    end: int
    words: str
    page: str = ""
    before: str = ""
    after: str = ""


class NameCorrectionKind(StrEnum):
    """What a reader says of a person, place or organisation."""

    RENAMED = "renamed"
    MERGED = "merged"
    SPLIT = "split"
    DELETED = "deleted"
    RETYPED = "retyped"


@dataclass(frozen=True, slots=True)
class NameCorrection:
    """What the reader decided about whom some mentions name, who was called `was` then.

    RENAMED: shown as `name`. MERGED: the same as whom `others` name, called `name` then. SPLIT:
    somebody else than whom `others` name. DELETED: no name at all. RETYPED: of the kind `label`.
    """

    kind: NameCorrectionKind
    mentions: tuple[Anchor, ...]
    others: tuple[Anchor, ...] = ()
    was: str = ""
    name: str = ""
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Relabelled:
    """A mention that is of another kind than the analysis said; None: it is no name."""

    place: Citation
    label: Label | None


@dataclass(frozen=True, slots=True)
class SpanMark:
    """A stretch of a page that the reader marked, with their note; `is_erased`: no longer.

    `source` is how the page was called, for when it cannot be found, `corpus` the paths that had
    been opened.
    """

    place: Anchor
    note: str = ""
    source: str = ""
    is_erased: bool = False
    corpus: str = ""
