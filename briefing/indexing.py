"""Where things stand: whose mention a range is, and which ranges are a page's own report.

Invariant: nothing is found here that the analysis or the resolution of entities did not say.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import OWN_KINDS, Citation, Document, Entity


def index_mentions(entities: Iterable[Entity]) -> dict[Citation, str]:
    """The id of the entity that each mention belongs to."""
    return {mention: entity.id for entity in entities for mention in entity.mentions}


def own_ranges(document: Document) -> tuple[tuple[int, int], ...]:
    """The ranges of the article's own report, in order."""
    return tuple((b.start, b.end) for b in document.article.blocks if b.kind in OWN_KINDS)


def is_own(document: Document, position: int) -> bool:
    """Whether a position lies in the article's own report."""
    return any(start <= position < end for start, end in own_ranges(document))
