"""Which pairs of pages are worth scoring.

Owns the blocking rules, in the sense of record linkage: each names a key, and pages that share a
key which few pages have become a candidate pair.
Invariant: candidates depend on the set of profiles alone; no rule compares all pages with all
others, unless the corpus is small.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from briefing.events.profile import Profile
from briefing.model import CandidatePair

SMALL_BLOCK = 40
"""A key is selective as long as no more pages than this share it."""
TOP_WORDS = 14
"""How many of its heaviest names and words block a page."""
PAIRED_WORDS = 8
EVERY_SHINGLE = 16
"""One shingle in so many is a key: copies share hundreds."""


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


def candidate_pairs(profiles: Sequence[Profile]) -> tuple[CandidatePair, ...]:
    """All pairs that share a selective key, sorted; all pairs of a corpus of one block's size."""
    ordered = sorted(profiles, key=lambda p: p.article)
    blocks: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for profile in ordered:
        for key in dict.fromkeys(_keys(profile)):
            blocks[key].append(profile.article)
    rules: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    if len(ordered) <= SMALL_BLOCK:
        blocks["small corpus", ""] = [p.article for p in ordered]
    for (rule, _), members in blocks.items():
        if len(members) <= SMALL_BLOCK:
            for number, left in enumerate(members):
                for right in members[number + 1 :]:
                    rules[left, right].add(rule)
    return tuple(
        CandidatePair(left, right, tuple(sorted(rules[left, right])))
        for left, right in sorted(rules)
    )
