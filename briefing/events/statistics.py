"""How rare names, words and entities are in a corpus.

Invariant: rarity in a small corpus leans on a background guess, so that two pages on one event do
not make its names common.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.events.profile import Profile, whole_of

BACKGROUND_PAGES = 50
"""Pages that the guess counts for."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """Smoothed inverse document frequency, scaled to [0, 1].

    Few counts differ, so that each is worked out once (`known`): pairs ask millions of times.
    """

    pages: int
    counts: Mapping[str, int]
    expected: float
    known: dict[int, float] = field(default_factory=dict, repr=False, compare=False)

    def __call__(self, key: str) -> float:
        """1 for what no other page has, towards 0 for what every page has."""
        count = self.counts.get(key, 0)
        rarity = self.known.get(count)
        if rarity is None:
            total = self.pages + BACKGROUND_PAGES
            seen = count + BACKGROUND_PAGES * self.expected
            rarity = max(0.0, math.log(total / max(seen, 1.0)) / math.log(total))
            self.known[count] = rarity
        return rarity


@dataclass(frozen=True, slots=True)
class CorpusStatistics:
    """Rarities of each sort of key."""

    people: Rarity
    organisations: Rarity
    cities: Rarity
    names: Rarity
    stems: Rarity
    figures: Rarity
    whole: Rarity
    published: Rarity


def _rarity(keys: Iterable[Iterable[str]], pages: int, expected: float) -> Rarity:
    return Rarity(pages, Counter(k for page in keys for k in page), expected)


def count_corpus(profiles: Sequence[Profile]) -> CorpusStatistics:
    """The statistics of a corpus; the guesses are orders of magnitude from general news."""
    total = len(profiles)
    return CorpusStatistics(
        people=_rarity((p.people for p in profiles), total, 0.01),
        organisations=_rarity((p.organisations for p in profiles), total, 0.02),
        cities=_rarity((p.cities for p in profiles), total, 0.02),
        names=_rarity((p.names for p in profiles), total, 0.02),
        stems=_rarity((p.stems for p in profiles), total, 0.05),
        figures=_rarity(((f"{v:g} {u}" for v, u in p.figures) for p in profiles), total, 0.02),
        published=_rarity(
            ([p.published.isoformat()] if p.published else [] for p in profiles), total, 0.02
        ),
        whole=_rarity((whole_of(p) for p in profiles), total, 0.02),
    )
