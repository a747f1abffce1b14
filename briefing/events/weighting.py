"""How much each sentence of a page counts towards its own event.

Invariant: headline and lead count most, background least; a weight is never negative.
Source of the idea: lead bias in news (Brandow, Mitze and Rau 1995).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model import OWN_KINDS, BlockKind, Document, Label, Mention, Sentence

HEADLINE_WEIGHT = 3.0
LEAD_WEIGHTS = (3.0, 2.0, 1.5)
BODY_WEIGHT = 1.0
TAIL_WEIGHT = 0.5
TAIL_FROM = 12
"""The number of body sentences after which a page has said what its event was."""
BACKGROUND_WEIGHT = 0.1


def weigh_sentences(document: Document) -> tuple[tuple[Sentence, float], ...]:
    """The sentences of the article's own report with their weights, in page order."""
    weighed, body = [], 0
    for sentence in document.sentences:
        if sentence.kind not in OWN_KINDS:
            continue
        if sentence.kind is BlockKind.HEADLINE:
            weight = HEADLINE_WEIGHT
        else:
            weight = _body_weight(body)
            body += 1
        if sentence.is_background:
            weight = min(weight, BACKGROUND_WEIGHT)
        weighed.append((sentence, weight))
    return tuple(weighed)


def _body_weight(number: int) -> float:
    if number < len(LEAD_WEIGHTS):
        return LEAD_WEIGHTS[number]
    return BODY_WEIGHT if number < TAIL_FROM else TAIL_WEIGHT


def locate(
    document: Document, weighed: Sequence[tuple[Sentence, float]]
) -> Iterator[tuple[Mention, Sentence, float]]:
    """Mentions with the weighed sentence each stands in; both run in page order."""
    following = iter(weighed)
    sentence, weight = next(following, (None, 0.0))
    for mention in document.mentions:
        while sentence is not None and sentence.end <= mention.start:
            sentence, weight = next(following, (None, 0.0))
        if sentence is None:
            return
        if sentence.start <= mention.start:
            yield mention, sentence, weight


def locate_mentions(
    document: Document, weighed: Sequence[tuple[Sentence, float]], label: Label
) -> Iterator[tuple[Mention, Sentence, float]]:
    """The same for the mentions of one kind."""
    return (found for found in locate(document, weighed) if found[0].label is label)
