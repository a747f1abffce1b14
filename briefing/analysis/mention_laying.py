"""Laying mentions over mentions, so that they stay sorted and do not overlap.

Invariant: given sorted mentions that do not overlap, the result is such too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefing.model import Mention


def overlay(
    mentions: Sequence[Mention], stronger: Iterator[Mention], *, may_cut: bool = True
) -> list[Mention]:
    """The mentions with stronger ones laid over them; what begins inside these, they replace.

    Without `may_cut` a stronger one gives way to a mention that goes on after it.
    """
    kept = list(mentions)
    for mention in list(stronger):
        first = bisect_right(kept, mention.start, key=lambda m: m.end)
        last = first
        while last < len(kept) and kept[last].start < mention.end:
            last += 1
        touched = kept[first:last]
        is_longer = any(m.end > mention.end for m in touched) and not may_cut
        if not is_longer and all(m.start >= mention.start for m in touched):
            kept[first:last] = [mention]
    return kept


def fill(mentions: Sequence[Mention], weaker: Iterator[Mention]) -> list[Mention]:
    """The mentions with weaker ones in the gaps; one with the same range gives its label."""
    kept = list(mentions)
    for mention in list(weaker):
        first = bisect_right(kept, mention.start, key=lambda m: m.end)
        if first == len(kept) or kept[first].start >= mention.end:
            kept.insert(first, mention)
        elif (kept[first].start, kept[first].end) == (mention.start, mention.end):
            kept[first] = mention
    return kept


def untouched(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """Those of other mentions that share no character with the sorted mentions."""
    free = []
    for other in others:
        first = bisect_right(mentions, other.start, key=lambda m: m.end)
        if first == len(mentions) or mentions[first].start >= other.end:
            free.append(other)
    return free
