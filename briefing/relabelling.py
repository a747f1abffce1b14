"""Documents whose mentions are of another kind than the analysis said, because a reader said so.

Invariant: only labels change, and mentions go; the text and every other finding stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.model import Document, Label, Mention, Relabelled


def relabel(documents: Sequence[Document], changes: Sequence[Relabelled]) -> tuple[Document, ...]:
    """The documents with some mentions of another kind, or none."""
    by_article: defaultdict[str, dict[tuple[int, int], Label | None]] = defaultdict(dict)
    for change in changes:
        by_article[change.place.article][change.place.start, change.place.end] = change.label
    return tuple(
        replace(d, mentions=tuple(_relabelled(d.mentions, by_article[d.article.id])))
        if d.article.id in by_article
        else d
        for d in documents
    )


def _relabelled(
    mentions: Iterable[Mention], changes: Mapping[tuple[int, int], Label | None]
) -> Iterator[Mention]:
    for mention in mentions:
        label = changes.get((mention.start, mention.end), mention.label)
        if label is not None:
            yield mention if label is mention.label else replace(mention, label=label)
