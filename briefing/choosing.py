"""Choosing one value of several, for every place that lets pages vote.

Invariant: the choice depends on the votes alone; equals are told apart by alphabet, never by order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def most_common(values: Iterable[str]) -> str | None:
    """The most frequent value, the alphabetically first of equals; None of none."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None
