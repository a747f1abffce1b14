"""The pages of an event, made ready for fact finding.

Invariant: a page's sentences are those of its own report, in page order; what is asked of a
position outside them has no answer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.events.profile import Profile
from briefing.events.weighting import BACKGROUND_WEIGHT, locate_mentions, weigh_sentences
from briefing.model import Document, Label, Mention, Sentence


@dataclass(frozen=True, slots=True)
class Source:
    """One page of an event with its profile and its weighed sentences."""

    document: Document
    profile: Profile
    sentences: tuple[tuple[Sentence, float], ...]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.document.article.id

    def sentence_at(self, position: int) -> tuple[Sentence, float] | None:
        """The own sentence that holds a position, with its weight."""
        at = bisect_right(self.sentences, position, key=lambda entry: entry[0].start) - 1
        if at < 0 or position >= self.sentences[at][0].end:
            return None
        return self.sentences[at]

    def own_mentions(self, label: Label) -> Iterator[tuple[Mention, Sentence, float]]:
        """Mentions of one kind in the page's own report with their sentences, no background."""
        for mention, sentence, weight in locate_mentions(self.document, self.sentences, label):
            if weight > BACKGROUND_WEIGHT:
                yield mention, sentence, weight


def as_source(document: Document, profile: Profile) -> Source:
    """A page made ready for fact finding."""
    return Source(document, profile, weigh_sentences(document))
