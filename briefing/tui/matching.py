"""Which sentence of one source says what a sentence of another says, across languages.

Invariant: pure; a match rests on what both sentences share (entities, days, figures, notions of
the lexicon), rare things weighing more than what every sentence of the event says; ties go to the
sentence that stands at the same height of its page, then to the earlier one.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.lexicon.gist import gist_keys
from briefing.model import OWN_KINDS, Citation, Document, Sentence, Span

LEAST = 0.18
"""Weighted overlap from which on two sentences are taken to say the same."""
_KINDS = {"figure": 1.6, "entity": 1.2, "day": 0.8, "notion": 1.0, "cognate": 0.5}
_PROOFS = frozenset({"figure", "day"})
_FEWEST_SHARED = 2

Feature = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Matcher:
    """The sentences of an event's own reports, with what each can be compared by."""

    sentences: Mapping[str, tuple[Sentence, ...]]
    features: Mapping[tuple[str, int], frozenset[Feature]]
    weights: Mapping[Feature, float]

    def sentence_at(self, article: str, offset: int) -> Sentence | None:
        """The sentence of the article's report at an offset, else the last one before it."""
        found = self.sentences.get(article, ())
        index = bisect_right(found, offset, key=lambda s: s.start) - 1
        return found[max(0, index)] if found else None

    def match(self, article: str, sentence: Sentence, other: str) -> Span | None:
        """The sentence of `other` that says most of the same; None where none says enough."""
        mine = self.features.get((article, sentence.start), frozenset())
        here, there = self.sentences.get(article, ()), self.sentences.get(other, ())
        height = _height(here, sentence)
        ranked = [
            (-round(self._likeness(mine, other, s), 9), abs(_height(there, s) - height), s.start, s)
            for s in there
        ]
        best = min(ranked, key=lambda r: r[:3], default=None)
        return Span(best[3].start, best[3].end) if best and -best[0] >= LEAST else None

    def _likeness(self, mine: frozenset[Feature], other: str, sentence: Sentence) -> float:
        """Weighted Dice overlap of two sentences that share enough to be compared."""
        theirs = self.features[other, sentence.start]
        shared = mine & theirs
        kinds = [kind for kind, _ in shared if kind != "cognate"]
        if len(kinds) < _FEWEST_SHARED and not _PROOFS.intersection(kinds):
            return 0.0
        total = self._weigh(mine) + self._weigh(theirs)
        return 2 * self._weigh(shared) / total if total else 0.0

    def _weigh(self, features: Iterable[Feature]) -> float:
        return math.fsum(self.weights[f] for f in features)


def build_matcher(
    documents: Sequence[Document], entity_at: Callable[[Citation], str | None]
) -> Matcher:
    """The matcher of an event; `entity_at` names the entity of a mention's place."""
    sentences = {
        d.article.id: tuple(s for s in d.sentences if s.kind in OWN_KINDS) for d in documents
    }
    features = {
        (d.article.id, s.start): _features(d, s, entity_at)
        for d in documents
        for s in sentences[d.article.id]
    }
    counts = Counter(f for found in features.values() for f in found)
    total = len(features)
    weights = {f: _KINDS[f[0]] * math.log(1 + total / n) for f, n in counts.items()}
    return Matcher(sentences, features, weights)


def _features(
    document: Document, sentence: Sentence, entity_at: Callable[[Citation], str | None]
) -> frozenset[Feature]:
    article = document.article
    found: set[Feature] = set()
    for mention in document.mentions:
        if sentence.start <= mention.start < sentence.end:
            entity = entity_at(Citation(article.id, mention.start, mention.end))
            if entity:
                found.add(("entity", entity))
    for date in document.dates:
        if date.value and sentence.start <= date.start < sentence.end:
            found.add(("day", date.value))
    for figure in document.figures:
        if sentence.start <= figure.start < sentence.end:
            found.add(("figure", f"{figure.value:g} {figure.unit or ''}"))
    for key in gist_keys(article.text[sentence.start : sentence.end]):
        found.add(("notion" if key.startswith("=") else "cognate", key))
    return frozenset(found)


def _height(sentences: Sequence[Sentence], sentence: Sentence) -> float:
    """How far down its report a sentence stands, from 0 to 1."""
    return sentences.index(sentence) / max(1, len(sentences) - 1) if sentences else 0.0
