"""The words of a page's own report, read once: its names, other words, title and runs of words.

Invariant: asides are left out, the weight of a word is that of its sentences, and what is kept is
for comparison only.
"""

from __future__ import annotations

import hashlib
import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from briefing.events.weighting import weigh_sentences
from briefing.lexicon.countries import country_of_word
from briefing.lexicon.event_kinds import kind_hinted, kind_of_word
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.notions import notions_of
from briefing.lexicon.unspaced import is_unspaced, pieces
from briefing.model import BlockKind, Document, Sentence

STEM = 7
"""Words are compared by their first letters, which inflections and many cognates share."""
SHORT = 3
"""Words of so few letters are function words, most of them; numbers of so few digits are not."""
SHINGLE = 5
"""Words in a shingle, for finding copies (Broder 1997)."""
_DIGEST = 8
_BASE = np.uint64(0x9E3779B97F4A7C15)
"""What a run's hash is multiplied by for each further word, modulo 2 ** 64: any odd number."""
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞŁŠŽ]")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A word, folded, and a `digest` of that; `last` is what stands behind its last apostrophe.

    `stems` are the openings of its long parts, `terms` these and those of its short parts that are
    numbers, `country` is the one that it names, `kind` the kind of act that it names,
    `hint` the one that it only goes with.
    """

    folded: str
    last: str
    digest: bytes
    stems: tuple[str, ...]
    terms: tuple[str, ...]
    is_capital: bool
    country: str | None
    kind: str | None
    hint: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the page's own report with its weight, and its words in order."""

    sentence: Sentence
    weight: float
    text: str
    words: Sequence[Form]

    @property
    def starts(self) -> Iterator[int]:
        """Where in the page's `text` each word starts: found again, since few ask for it."""
        words = WORD.finditer(self.text, self.sentence.start, self.sentence.end)
        return (word.start() for word in words)

    @property
    def opens(self) -> bool:
        """Whether the sentence begins with its first word."""
        return WORD.match(self.text, self.sentence.start, self.sentence.end) is not None


@dataclass(frozen=True, slots=True)
class Wording:
    """Folded openings of words: `names` are capitalised within a sentence, `stems` the others.

    Both with their weights; `title` holds those of the headline, `shingles` sorted hashes of all
    runs of words. `sounds` are those of names, `notions` what the words stand for in any language,
    each where the corpus has pages to compare by them.
    """

    names: Mapping[str, float]
    stems: Mapping[str, float]
    title: frozenset[str]
    shingles: NDArray[np.uint64]
    sounds: Mapping[str, float] = field(default_factory=dict)
    notions: Mapping[str, float] = field(default_factory=dict)


def read_sentences(document: Document) -> tuple[Told, ...]:
    """The sentences of the page's own report, in page order."""
    text = document.article.text
    return tuple(
        Told(each, weight, text, _forms(text, each)) for each, weight in weigh_sentences(document)
    )


def _forms(text: str, sentence: Sentence) -> list[Form]:
    words = WORD.findall(text, sentence.start, sentence.end)
    return [_form(word, sentence.language) for word in words]


@lru_cache(maxsize=1 << 16)
def _form(written: str, language: str) -> Form:
    """Worked out once for all pages: a corpus has a hundred times more words than forms."""
    folded = fold(written)
    parts = folded.split()
    is_many = is_unspaced(written)
    if is_many:
        parts = [piece for part in parts for piece in pieces(part)]
    stems = tuple(sys.intern(p[:STEM]) for p in parts if len(p) > SHORT or is_many)
    numbers = tuple(sys.intern(p) for p in parts if len(p) <= SHORT and p.isdigit())
    return Form(
        folded,
        folded.rpartition(" ")[2],
        hashlib.blake2b(folded.encode(), digest_size=_DIGEST).digest(),
        stems=stems,
        terms=stems + numbers,
        is_capital=bool(_CAPITAL.match(written)),
        country=country_of_word(written),
        kind=(kind := kind_of_word(folded, language)),
        hint=None if kind else kind_hinted(folded, language),
    )


def find_wording(told: Sequence[Told]) -> Wording:
    """The words of a page."""
    names: defaultdict[str, float] = defaultdict(float)
    stems: defaultdict[str, float] = defaultdict(float)
    for each in told:
        weight, is_first = each.weight, each.opens
        for form in each.words:
            into = names if form.is_capital and not is_first else stems
            for term in form.terms:
                into[term] += weight
            is_first = False
    heads = [t for t in told if t.sentence.kind is BlockKind.HEADLINE][:2]
    title = frozenset(stem for t in heads for form in t.words for stem in form.stems)
    return Wording(_damped(names), _damped(stems), title, _shingles(told))


def find_notions(told: Sequence[Told]) -> dict[str, float]:
    """What the words of a page stand for, with damped weights, sorted."""
    found: defaultdict[str, float] = defaultdict(float)
    for each in told:
        for form in each.words:
            for notion in notions_of(form.folded, each.sentence.language):
                found[notion] += each.weight
    return dict(sorted(_damped(found).items()))


def _damped(weights: Mapping[str, float]) -> dict[str, float]:
    """Repetition counts, but ever less (sublinear term frequency)."""
    return {k: math.log1p(w) for k, w in weights.items()}


def _shingles(told: Sequence[Told]) -> NDArray[np.uint64]:
    """Hashes of all runs of five words of the page's own report: polynomials of their digests."""
    text = b"".join([form.digest for each in told for form in each.words])
    digests = np.frombuffer(text, ">u8").astype(np.uint64)
    runs = max(0, len(digests) - SHINGLE + 1)
    hashes = np.zeros(runs, np.uint64)
    for place in range(SHINGLE):
        hashes *= _BASE
        hashes += digests[place : place + runs]
    hashes.sort()
    is_first = np.ones(runs, bool)
    np.not_equal(hashes[1:], hashes[:-1], out=is_first[1:])
    return hashes[is_first]
