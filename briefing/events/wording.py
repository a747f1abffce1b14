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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from briefing.events.weighting import weigh_sentences
from briefing.lexicon.countries import country_named, is_demonym
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.unspaced import is_unspaced, pieces
from briefing.model import BlockKind, Document, Sentence

STEM = 7
"""Words are compared by their first letters, which inflections and many cognates share."""
SHORT = 3
"""Words of so few letters are function words, most of them; numbers of so few digits are not."""
SHINGLE = 5
"""Words in a shingle, for finding copies (Broder 1997)."""
_DIGEST = 8
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞŁŠŽ]")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A word, folded and as the `key` of a run; `stems` are the openings of its long parts.

    `numbers` are those of its short parts that are numbers, `country` is the one that it names.
    """

    folded: str
    key: bytes
    stems: tuple[str, ...]
    numbers: tuple[str, ...]
    is_capital: bool
    country: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the page's own report with its weight, and its words with where each starts."""

    sentence: Sentence
    weight: float
    words: Sequence[tuple[int, Form]]


@dataclass(frozen=True, slots=True)
class Wording:
    """Folded openings of words: `names` are capitalised within a sentence, `stems` the others.

    Both with their weights; `title` holds those of the headline, `shingles` sorted hashes of all
    runs of words. `sounds` are those of names, where the corpus has pages to compare by them.
    """

    names: Mapping[str, float]
    stems: Mapping[str, float]
    title: frozenset[str]
    shingles: NDArray[np.uint64]
    sounds: Mapping[str, float] = field(default_factory=dict)


def read_sentences(document: Document) -> tuple[Told, ...]:
    """The sentences of the page's own report, in page order."""
    text = document.article.text
    return tuple(
        Told(sentence, weight, _words_of(text, sentence))
        for sentence, weight in weigh_sentences(document)
    )


def _words_of(text: str, sentence: Sentence) -> list[tuple[int, Form]]:
    return [
        (m.start(), _form(m.group())) for m in WORD.finditer(text, sentence.start, sentence.end)
    ]


@lru_cache(maxsize=1 << 16)
def _form(written: str) -> Form:
    """Worked out once for all pages: a corpus has a hundred times more words than forms."""
    folded = fold(written)
    parts = folded.split()
    is_many = is_unspaced(written)
    if is_many:
        parts = [piece for part in parts for piece in pieces(part)]
    return Form(
        folded,
        folded.encode(),
        stems=tuple(sys.intern(p[:STEM]) for p in parts if len(p) > SHORT or is_many),
        numbers=tuple(p for p in parts if len(p) <= SHORT and p.isdigit()),
        is_capital=bool(_CAPITAL.match(written)),
        country=_country(written),
    )


def _country(word: str) -> str | None:
    # In lower case only demonyms are meant: "marocain", but not the French "réunion".
    return None if word[0].islower() and not is_demonym(word) else country_named(word)


def find_wording(told: Sequence[Told]) -> Wording:
    """The words of a page."""
    names: defaultdict[str, float] = defaultdict(float)
    stems: defaultdict[str, float] = defaultdict(float)
    for each in told:
        begin, weight = each.sentence.start, each.weight
        for start, form in each.words:
            into = names if form.is_capital and start > begin else stems
            for stem in form.stems:
                into[stem] += weight
            for number in form.numbers:
                into[number] += weight
    heads = [t for t in told if t.sentence.kind is BlockKind.HEADLINE][:2]
    title = frozenset(stem for t in heads for _, form in t.words for stem in form.stems)
    return Wording(_damped(names), _damped(stems), title, _shingles(told))


def _damped(weights: Mapping[str, float]) -> dict[str, float]:
    """Repetition counts, but ever less (sublinear term frequency)."""
    return {k: math.log1p(w) for k, w in weights.items()}


def _shingles(told: Sequence[Told]) -> NDArray[np.uint64]:
    """Hashes of all runs of five words of the page's own report."""
    keys = [form.key for t in told for _, form in t.words]
    text = b" ".join(keys)
    ends = list(accumulate(len(key) + 1 for key in keys))
    starts = [0, *ends]
    blake2b = hashlib.blake2b
    digests = {
        blake2b(text[start : end - 1], digest_size=_DIGEST).digest()
        for start, end in zip(starts, ends[SHINGLE - 1 :], strict=False)
    }
    if not digests:
        return np.empty(0, np.uint64)
    return np.sort(np.frombuffer(b"".join(digests), ">u8").astype(np.uint64))
