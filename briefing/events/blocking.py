"""Which pairs of pages are worth scoring.

Owns the blocking rules, in the sense of record linkage: each names a key, and pages that share a
key which few pages have become a candidate pair.
Invariant: candidates depend on the set of profiles alone; no rule compares all pages with all
others, unless the corpus is small. A pair is two numbers, so that millions of them fit in memory.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from briefing.events.profile import Profile
from briefing.model import CandidatePair

SMALL_BLOCK = 40
"""A key is selective as long as no more pages than this share it."""
TOP_WORDS = 14
"""How many of its heaviest names and words block a page."""
PAIRED_WORDS = 8
EVERY_SHINGLE = 16
"""One shingle in so many is a key: copies share hundreds."""
SMALL_CORPUS = "small corpus"
RULES = (
    "copy",
    "day and kind",
    "figure",
    "name",
    "organisation",
    "person",
    "place and kind",
    SMALL_CORPUS,
    "two names",
    "two words",
    "word",
)
"""The names of the rules, sorted: a rule is one bit of a pair's mask."""

WEAK = frozenset({"name", "word"})
LONG = 40
"""With so many words on both pages, common words alone put no pair up: any two share some."""


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Candidate pairs in the order of their ids.

    `articles` are the sorted ids; `left` and `right` index them, of shape (pairs,), left below
    right; `rules` are the masks of the rules that put each pair up.
    """

    articles: tuple[str, ...]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    rules: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.left)

    def __iter__(self) -> Iterator[CandidatePair]:
        for one, two, mask in zip(self.left, self.right, self.rules, strict=True):
            put_up_by = tuple(r for n, r in enumerate(RULES) if mask >> n & 1)
            yield CandidatePair(self.articles[one], self.articles[two], put_up_by)


def _keys(profile: Profile) -> Iterator[tuple[str, str]]:
    """(rule, key) pairs of a page."""
    yield from (("person", p) for p in profile.people)
    yield from (("organisation", o) for o in profile.organisations)
    yield from (("figure", f"{value:g} {unit}") for value, unit in sorted(profile.figures))
    for kind in list(profile.kinds)[:3]:
        yield from (("place and kind", f"{city} {kind}") for city in profile.cities)
        yield from (("day and kind", f"{day} {kind}") for day in sorted(profile.days))
    yield from _word_keys("name", profile.names)
    yield from _word_keys("word", profile.stems)
    copies = (s for s in sorted(profile.shingles) if s % EVERY_SHINGLE == 0)
    yield from (("copy", f"{shingle:x}") for shingle in copies)


def _word_keys(rule: str, words: Mapping[str, float]) -> Iterator[tuple[str, str]]:
    """The heaviest words, and pairs of the very heaviest: together rarer than each."""
    heaviest = sorted(words, key=lambda w: (-words[w], w))[:TOP_WORDS]
    yield from ((rule, word) for word in heaviest)
    pairs = combinations(sorted(heaviest[:PAIRED_WORDS]), 2)
    yield from ((f"two {rule}s", f"{one} {two}") for one, two in pairs)


def candidate_pairs(profiles: Sequence[Profile]) -> Candidates:
    """All pairs that share a selective key, sorted; all pairs of a corpus of one block's size."""
    ordered = sorted(profiles, key=lambda p: p.article)
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, profile in enumerate(ordered):
        for key in dict.fromkeys(_keys(profile)):
            members = blocks[key]
            # One more than fits is enough to know that a key is not selective.
            if len(members) <= SMALL_BLOCK:
                members.append(number)
    if len(ordered) <= SMALL_BLOCK:
        blocks[SMALL_CORPUS, ""] = list(range(len(ordered)))
    codes, masks = _pairs(blocks, len(ordered))
    left, right = np.divmod(codes, max(1, len(ordered)))
    is_long = np.array([len(p.names) + len(p.stems) >= LONG for p in ordered], dtype=bool)
    weak = sum(1 << RULES.index(rule) for rule in sorted(WEAK))
    kept = ((masks & ~weak) != 0) | ~(is_long[left] & is_long[right])
    return Candidates(
        tuple(p.article for p in ordered),
        left[kept].astype(np.int32),
        right[kept].astype(np.int32),
        masks[kept],
    )


def _pairs(
    blocks: Mapping[tuple[str, str], Sequence[int]], total: int
) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
    """Codes left * total + right of the pairs within selective blocks, ascending, with masks."""
    by_rule: defaultdict[str, list[NDArray[np.int64]]] = defaultdict(list)
    for (rule, _), members in blocks.items():
        if 2 <= len(members) <= SMALL_BLOCK:  # noqa: PLR2004 - a pair
            numbers = np.array(members, dtype=np.int64)
            one, two = np.triu_indices(len(members), 1)
            by_rule[rule].append(numbers[one] * total + numbers[two])
    found = {rule: np.unique(np.concatenate(parts)) for rule, parts in sorted(by_rule.items())}
    codes = np.unique(np.concatenate([np.empty(0, np.int64), *found.values()]))
    masks = np.zeros(len(codes), np.int32)
    for rule, put_up in found.items():
        masks[np.searchsorted(codes, put_up)] |= 1 << RULES.index(rule)
    return codes, masks
