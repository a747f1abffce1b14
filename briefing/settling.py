"""The kind of a name that no table knows, settled by all that is said of it.

The evidence for each kind is a sum of log-odds: of the uses on a page, divided by the root of
their number (they repeat one another), and of the name itself. Over a corpus a page's own evidence
and that of all other pages that hold the name are added.

Invariant: pure; the result does not depend on the order of the pages, and a name that one page
alone holds keeps the kind that the page settled on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt

from briefing.model import Citation, Document, Label, NameEvidence, Relabelled

KINDS = (Label.PER, Label.LOC, Label.ORG)
MARGIN = 0.3
"""So much more another kind needs than the one that a name has."""
FULL_NAME = 1.0
"""How much more where that is a person of two words or more: the tagger seldom errs there."""


def best_kind(evidence: NameEvidence, others: Iterable[NameEvidence] = ()) -> Label:
    """What a name is on a page, by the page's evidence and that of other pages."""
    sums = _sums([evidence])
    others = list(others)
    if others:
        sums = [own + other for own, other in zip(sums, _sums(others), strict=True)]
    now = KINDS.index(evidence.label)
    best = max(range(len(KINDS)), key=lambda kind: (sums[kind], -kind))
    is_full_name = evidence.label is Label.PER and " " in evidence.name
    margin = MARGIN + (FULL_NAME if is_full_name else 0.0)
    return KINDS[best] if sums[best] > sums[now] + margin else evidence.label


def _sums(pages: Sequence[NameEvidence]) -> list[float]:
    uses = sum(len(page.places) for page in pages)
    return [
        sum(page.beside[kind] for page in pages) / sqrt(uses)
        + sum(page.within[kind] for page in pages) / len(pages)
        for kind in range(len(KINDS))
    ]


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
    for found in pages.values():
        for number, (article, evidence) in enumerate(found if len(found) > 1 else ()):
            others = [e for n, (_, e) in enumerate(found) if n != number]
            label = best_kind(evidence, others)
            is_person = Label.PER in {label, evidence.label}
            if label is not evidence.label and (is_person or not people_only):
                changes += [
                    Relabelled(Citation(article, *place), label) for place in evidence.places
                ]
    return tuple(sorted(changes, key=lambda change: change.place))
