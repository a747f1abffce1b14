"""Which articles go back to one text: copies and agency reprints count once.

Invariant: the groups partition the event's articles, are numbered from 1 in the order of article
id, and rest on shared wording; a credit to an agency alone never joins two different texts.
Near-copies are found by word shingles (Broder 1997, "On the resemblance and containment of
documents").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from briefing.disjoint import DisjointSets
from briefing.lexicon.folding import fold
from briefing.lexicon.gist import split_folded
from briefing.model import OWN_KINDS, Document

_SHINGLE = 4
_COPY = 0.35
_SAME_AGENCY_COPY = 0.15
_FEWEST_SHINGLES = 12


def shingle(document: Document) -> frozenset[tuple[str, ...]]:
    """The runs of four folded words of the article's own blocks."""
    return _runs(own_words(document))


def own_words(document: Document) -> list[str]:
    """The folded words of the article's own blocks, in order."""
    text = document.article.text
    return [
        word
        for block in document.article.blocks
        if block.kind in OWN_KINDS
        for word in split_folded(text[block.start : block.end])
    ]


def measure_share(words: Sequence[str], other: frozenset[tuple[str, ...]]) -> float:
    """How much of a text's words stand in runs of four that another text has too, 0 to 1."""
    covered = set[int]()
    for at in range(len(words) - _SHINGLE + 1):
        if tuple(words[at : at + _SHINGLE]) in other:
            covered.update(range(at, at + _SHINGLE))
    return len(covered) / len(words) if words else 0.0


def _runs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def measure_containment(left: frozenset[object], right: frozenset[object]) -> float:
    """The share of the smaller set that the larger one also holds; 0 where one is tiny."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller >= _FEWEST_SHINGLES else 0.0


def find_origins(documents: Sequence[Document]) -> dict[str, int]:
    """The number of the independent origin of each article, by article id."""
    ordered = sorted(documents, key=lambda d: d.article.id)
    shingles = {d.article.id: shingle(d) for d in ordered}
    sets = DisjointSets(shingles)
    for left, right in combinations(ordered, 2):
        if _is_copy(left, right, shingles):
            sets.union(left.article.id, right.article.id)
    return {
        article: number for number, group in enumerate(sets.sets(), start=1) for article in group
    }


def _is_copy(
    left: Document, right: Document, shingles: Mapping[str, frozenset[tuple[str, ...]]]
) -> bool:
    if left.article.sha256 == right.article.sha256:
        return True
    one, two = frozenset[object](shingles[left.article.id]), shingles[right.article.id]
    shared = measure_containment(one, frozenset[object](two))
    credits_agree = bool(left.article.origin and right.article.origin) and (
        fold(left.article.origin or "") == fold(right.article.origin or "")
    )
    return shared >= (_SAME_AGENCY_COPY if credits_agree else _COPY)


def count_origins(articles: Iterable[str], origins: Mapping[str, int]) -> int:
    """How many independent origins the articles have."""
    return len({origins[article] for article in articles})
