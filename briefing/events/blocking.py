"""Which pairs of pages are worth scoring.

Owns the blocking rules, in the sense of record linkage: each names a key, and pages that share a
key which few pages have become a candidate pair.
Invariant: candidates depend on the set of pages alone; no rule compares all pages with all others,
unless the corpus is small. Keys, pages and pairs are numbers, so that millions fit in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from briefing.events.corpus import Corpus
from briefing.events.profile import Profile
from briefing.events.rows import MOST_PAIRS, Ends, Numbers, Rows
from briefing.model import CandidatePair
from briefing.pairing import distinct, pairs_within

SMALL_BLOCK = 40
"""A key is selective as long as no more pages than this share it."""
TOP_WORDS = 14
"""How many of its heaviest names and words block a page."""
PAIRED_WORDS = 8
MOST_KINDS = 3
MOST_COUNTRIES = 3
DAYS = 4
"""Pages on one country share a key if they were published within one of two rows of such spans."""
SMALL_CORPUS = "small corpus"
RULES = (
    "copy",
    "country and days",
    "day and kind",
    "figure",
    "name",
    "organisation",
    "person",
    "place and kind",
    SMALL_CORPUS,
    "sound",
    "two names",
    "two sounds",
    "two words",
    "word",
)
"""The names of the rules, sorted: a rule is one bit of a pair's mask."""

WORDINGS = frozenset({"name", "two words", "word"})
"""Rules that put a pair up for its wording alone."""
A_MONTH = 30
"""Pages whose dates lie further apart tell of two events, unless they share more than wording."""
WEAK = frozenset({"name", "sound", "word"})
LONG = 40
"""With so many words on both pages, common words alone put no pair up: any two share some."""

Keys = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Keys of one rule, as numbers, and the page that has each."""


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

    @property
    def ends(self) -> tuple[Ends, Ends]:
        """Both pages of each pair."""
        return self.left, self.right

    def __len__(self) -> int:
        return len(self.left)

    def __iter__(self) -> Iterator[CandidatePair]:
        for one, two, mask in zip(self.left, self.right, self.rules, strict=True):
            put_up_by = tuple(r for n, r in enumerate(RULES) if mask >> n & 1)
            yield CandidatePair(self.articles[one], self.articles[two], put_up_by)


def candidate_pairs(corpus: Corpus) -> Candidates:
    """All pairs that share a selective key, sorted; all pairs of a corpus of one block's size."""
    total = len(corpus.profiles)
    found = {rule: distinct(_pairs(*keys, total)) for rule, keys in _keys(corpus)}
    found |= {rule: _of_a_month(found[rule], corpus) for rule in sorted(WORDINGS)}
    for rule, keys in _keys_abroad(corpus):
        put_up = distinct(_pairs(*keys, total))
        one, two = np.divmod(put_up, max(1, total))
        found[rule] = put_up[corpus.abroad[one] | corpus.abroad[two]]
    codes = distinct(np.concatenate([np.empty(0, np.int64), *found.values()]))
    masks = np.zeros(len(codes), np.int32)
    for rule, put_up in found.items():
        masks[np.searchsorted(codes, put_up)] |= 1 << RULES.index(rule)
    left, right = np.divmod(codes, max(1, total))
    terms = corpus.terms
    words = terms.rows.sum(
        np.where(terms.names > 0, 1.0, 0.0) + np.where(terms.stems > 0, 1.0, 0.0)
    )
    is_long = words >= LONG
    weak = sum(1 << RULES.index(rule) for rule in sorted(WEAK))
    kept = ((masks & ~weak) != 0) | ~(is_long[left] & is_long[right])
    return Candidates(
        corpus.articles, left[kept].astype(np.int32), right[kept].astype(np.int32), masks[kept]
    )


def _of_a_month(codes: NDArray[np.int64], corpus: Corpus) -> NDArray[np.int64]:
    """The pairs of which a date of each page lies within a month, or none is known of one."""
    near = [np.empty(0, np.int64)]
    for start in range(0, len(codes), MOST_PAIRS):
        part = codes[start : start + MOST_PAIRS]
        apart = corpus.calendar.dates.closest(*np.divmod(part, len(corpus.profiles)))
        near.append(part[apart <= A_MONTH])
    return np.concatenate(near)


def _keys(corpus: Corpus) -> Iterator[tuple[str, Keys]]:
    """Each rule with its keys."""
    profiles, terms, shingles = corpus.profiles, corpus.terms, corpus.shingles
    yield "person", _entries(corpus.people.weighed.rows)
    yield "organisation", _entries(corpus.organisations.rows)
    figures = corpus.figures
    written = figures.written[figures.rows.keys].astype(np.int64)
    yield "figure", _once(written, figures.rows.pages, len(profiles))
    yield "place and kind", _beside_kinds(profiles, (p.cities for p in profiles))
    yield "day and kind", _beside_kinds(profiles, (p.days for p in profiles))
    for rule, weights in (("name", terms.names), ("word", terms.stems)):
        heaviest = _heaviest(terms.rows, weights)
        yield rule, heaviest
        yield f"two {rule}s", _paired(*heaviest, terms.rows.width)
    copies = shingles.rows.keep(shingles.rows.keys < shingles.selective)
    yield "copy", _entries(copies)
    if len(profiles) <= SMALL_BLOCK:
        yield SMALL_CORPUS, (np.zeros(len(profiles), np.int64), np.arange(len(profiles)))


def _keys_abroad(corpus: Corpus) -> Iterator[tuple[str, Keys]]:
    """Rules for pages in languages in which names, kinds and dates are not found for sure.

    Only pairs with such a page are put up, and a corpus without one has no such keys.
    """
    if not corpus.abroad.any():
        return
    heaviest = _heaviest(corpus.sounds.rows, corpus.sounds.weights)
    for rule, (keys, pages) in (
        ("country and days", _near_in_country(corpus)),
        ("sound", heaviest),
        ("two sounds", _paired(*heaviest, corpus.sounds.rows.width)),
    ):
        wanted = np.isin(keys, keys[corpus.abroad[pages]])
        yield rule, (keys[wanted], pages[wanted])


def _near_in_country(corpus: Corpus) -> Keys:
    """The chief countries of each dated page with the two spans of days that it falls into."""
    numbers = Numbers[tuple[str, int, int]]()
    found = []
    days = corpus.calendar.published.tolist()
    for page, (profile, day) in enumerate(zip(corpus.profiles, days, strict=True)):
        weights = profile.countries if day else {}
        for country in sorted(weights, key=lambda c: (-weights[c], c))[:MOST_COUNTRIES]:
            for half in range(2):
                span = (day + half * DAYS // 2) // DAYS
                found.append((numbers[country, half, span], page))
    columns = np.array(found, np.int64).reshape(-1, 2)
    return columns[:, 0], columns[:, 1]


def _entries(rows: Rows) -> Keys:
    return rows.keys.astype(np.int64), rows.pages


def _once(keys: NDArray[np.int64], pages: NDArray[np.int64], total: int) -> Keys:
    """Keys that a page may hold in two ways, each once."""
    found, page = np.divmod(distinct(keys * total + pages), max(1, total))
    return found, page


def _beside_kinds(profiles: Iterable[Profile], keys: Iterable[Iterable[str]]) -> Keys:
    """Keys that block together with one of the first kinds of act that a page tells."""
    numbers = Numbers[tuple[str, str]]()
    found = [
        (numbers[key, kind], page)
        for page, (profile, here) in enumerate(zip(profiles, keys, strict=True))
        for kind in list(profile.kinds)[:MOST_KINDS]
        for key in here
    ]
    columns = np.array(found, np.int64).reshape(-1, 2)
    return columns[:, 0], columns[:, 1]


def _heaviest(rows: Rows, weights: NDArray[np.float64]) -> Keys:
    """The heaviest words of each page, the very heaviest first, ties by the alphabet."""
    place = np.flatnonzero(weights > 0)
    pages = rows.pages[place]
    order = np.lexsort((place, -weights[place], pages))
    pages, place = pages[order], place[order]
    top = np.arange(len(pages)) - np.searchsorted(pages, pages) < TOP_WORDS
    return rows.keys[place[top]].astype(np.int64), pages[top]


def _paired(keys: NDArray[np.int64], pages: NDArray[np.int64], width: int) -> Keys:
    """Pairs of the very heaviest words: together rarer than each."""
    rank = np.arange(len(pages)) - np.searchsorted(pages, pages)
    found: list[Keys] = []
    for first in range(PAIRED_WORDS - 1):
        for apart in range(1, PAIRED_WORDS - first):
            at = np.flatnonzero(rank == first)
            at = at[at + apart < len(pages)]
            at = at[pages[at + apart] == pages[at]]
            one, two = np.sort((keys[at], keys[at + apart]), axis=0)
            found.append((one * width + two, pages[at]))
    codes, owners = (np.concatenate(part) for part in zip(*found, strict=True))
    return codes, owners


def _pairs(keys: NDArray[np.int64], pages: NDArray[np.int64], total: int) -> NDArray[np.int64]:
    """Codes left * total + right of all pairs of pages that share a selective key."""
    order = np.lexsort((pages, keys))
    keys, pages = keys[order], pages[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    sizes = np.diff(starts, append=len(keys))
    codes = [np.empty(0, np.int64)]
    for size in range(2, SMALL_BLOCK + 1):
        members = pages[starts[sizes == size][:, None] + np.arange(size)]
        codes.append(pairs_within(members, total))
    return np.concatenate(codes)
