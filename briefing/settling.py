"""The kind of a name that no table knows, settled by all that is said of it.

The evidence for each kind is a sum of log-odds: of the uses on a page, divided by the root of
their number (they repeat one another), and of the name itself. Over a corpus a page's own evidence
and that of all other pages that hold the name are added.

Invariant: pure; the result does not depend on the order of the pages, and a name that one page
alone holds keeps the kind that the page settled on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from math import sqrt
from operator import add

from briefing.model import Citation, Document, Label, NameEvidence, Relabelled

KINDS = (Label.PER, Label.LOC, Label.ORG)
MARGIN = 0.3
"""So much more another kind needs than the one that a name has."""
FULL_NAME = 1.0
"""How much more where that is a person of two words or more: the tagger seldom errs there."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What pages say of a name together, each kind in the order of `KINDS`."""

    beside: tuple[float, ...]
    within: tuple[float, ...]
    uses: int
    pages: int

    @classmethod
    def by(cls, evidence: NameEvidence) -> _Said:
        """What one page says."""
        return cls(evidence.beside, evidence.within, len(evidence.places), 1)

    def __add__(self, other: _Said) -> _Said:
        return _Said(
            tuple(one + two for one, two in zip(self.beside, other.beside, strict=True)),
            tuple(one + two for one, two in zip(self.within, other.within, strict=True)),
            self.uses + other.uses,
            self.pages + other.pages,
        )

    def __sub__(self, other: _Said) -> _Said:
        return _Said(
            tuple(one - two for one, two in zip(self.beside, other.beside, strict=True)),
            tuple(one - two for one, two in zip(self.within, other.within, strict=True)),
            self.uses - other.uses,
            self.pages - other.pages,
        )

    def log_odds(self) -> list[float]:
        """The evidence for each kind: of the uses by the root of their number, of the name."""
        return [
            beside / sqrt(self.uses) + within / self.pages
            for beside, within in zip(self.beside, self.within, strict=True)
        ]


def best_kind(evidence: NameEvidence, others: Iterable[NameEvidence] = ()) -> Label:
    """What a name is on a page, by the page's evidence and that of other pages."""
    heard = [_Said.by(other) for other in others]
    return _decide(evidence, reduce(add, heard) if heard else None)


def _decide(evidence: NameEvidence, others: _Said | None) -> Label:
    sums = _Said.by(evidence).log_odds()
    if others is not None:
        sums = [own + other for own, other in zip(sums, others.log_odds(), strict=True)]
    now = KINDS.index(evidence.label)
    best = max(range(len(KINDS)), key=lambda kind: (sums[kind], -kind))
    is_full_name = evidence.label is Label.PER and " " in evidence.name
    margin = MARGIN + (FULL_NAME if is_full_name else 0.0)
    return KINDS[best] if sums[best] > sums[now] + margin else evidence.label


def settle(documents: Iterable[Document], *, people_only: bool = False) -> tuple[Relabelled, ...]:
    """The mentions whose kind the corpus knows better than their page.

    With `people_only` those that become people or no longer are: the weights by which articles are
    grouped were learnt from places and bodies as single pages tell them.
    """
    pages: defaultdict[str, list[tuple[str, NameEvidence]]] = defaultdict(list)
    for document in sorted(documents, key=lambda d: d.article.id):
        for evidence in document.names:
            pages[evidence.name].append((document.article.id, evidence))
    changes = []
    for found in (told for told in pages.values() if len(told) > 1):
        # Once for all pages: each hears all that is said but its own.
        everything = reduce(add, (_Said.by(evidence) for _, evidence in found))
        for article, evidence in found:
            label = _decide(evidence, everything - _Said.by(evidence))
            is_person = Label.PER in {label, evidence.label}
            if label is not evidence.label and (is_person or not people_only):
                changes += [
                    Relabelled(Citation(article, *place), label) for place in evidence.places
                ]
    return tuple(sorted(changes, key=lambda change: change.place))
