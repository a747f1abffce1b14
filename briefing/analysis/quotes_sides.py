"""The words on either side of a quotation: what the search for a speaker looks at.

Invariant: a side never reaches over a clause's end, over a neighbouring quotation or further than
a fixed number of characters, so that reading all quotations of a page is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.analysis.quotes_marks import Quoted
from briefing.analysis.quotes_people import People
from briefing.analysis.titles_phrases import Token, tokenise
from briefing.lexicon.speech import SAYING
from briefing.model import Label, Mention, Sentence

_REACH = 260
_PARAGRAPH = 5000
_CLAUSE_END = re.compile(r"[.!?;؟…](?=\s|$)|\n")


@dataclass(frozen=True, slots=True)
class Page:
    """What the search for a speaker looks at."""

    text: str
    sentences: tuple[Sentence, ...]
    people: People
    mentions: Sequence[Mention]
    starts: tuple[int, ...] = field(init=False)
    mention_starts: tuple[int, ...] = field(init=False)
    named: tuple[Mention, ...] = field(init=False)

    def __post_init__(self) -> None:
        kinds = {Label.PER, Label.ORG}
        named = sorted((m for m in self.mentions if m.label in kinds), key=lambda m: m.start)
        object.__setattr__(self, "starts", tuple(s.start for s in self.sentences))
        object.__setattr__(self, "named", tuple(named))
        object.__setattr__(self, "mention_starts", tuple(m.start for m in named))

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that an offset stands in."""
        at = bisect_right(self.starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset <= self.sentences[at].end else None

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """The sentence ahead of another."""
        at = bisect_right(self.starts, sentence.start) - 2
        return self.sentences[at] if at >= 0 else None

    def between(self, start: int, end: int) -> list[Mention]:
        """People and organisations within a range."""
        first = bisect_right(self.mention_starts, start - 1)
        last = bisect_right(self.mention_starts, end - 1)
        return [m for m in self.named[first:last] if m.end <= end]


@dataclass(frozen=True, slots=True)
class Side:
    """The words on one side of a quotation, with the places of the verbs of saying in them."""

    page: Page
    start: int
    end: int
    tokens: list[Token]
    mentions: list[Mention]
    verbs: list[int]
    language: str

    @property
    def people(self) -> list[Mention]:
        """The people named here."""
        return [m for m in self.mentions if m.label is Label.PER]

    @property
    def organisations(self) -> list[Mention]:
        """The organisations named here."""
        return [m for m in self.mentions if m.label is Label.ORG]


def _side(page: Page, start: int, end: int, language: str) -> Side | None:
    tokens = tokenise(page.text, start, end)
    verbs = [n for n, t in enumerate(tokens) if t.key in SAYING]
    mentions = page.between(start, end)
    return Side(page, start, end, tokens, mentions, verbs, language) if tokens else None


def side_after(page: Page, quoted: Quoted, ceiling: int) -> Side | None:
    """The rest of the clause behind a quotation, if it goes on there."""
    sentence = page.sentence_at(quoted.closing)
    text = page.text
    limit = min(ceiling, quoted.closing + _REACH)
    if sentence is None or limit <= quoted.closing:
        return None
    rest = text[quoted.closing : quoted.closing + 3].lstrip(" \u00a0,،–—-")
    is_arabic = "\u0600" <= rest[:1] <= "\u06ff"
    if not (rest[:1].islower() or is_arabic):
        limit = min(limit, sentence.end)
        if (
            text[quoted.end - 1] in ".!?…"
            and rest[:1].isupper()
            and "," not in text[quoted.closing : quoted.closing + 2]
        ):
            return None
    closing = _CLAUSE_END.search(text, quoted.closing, limit)
    end = closing.start() if closing else limit
    return _side(page, quoted.closing, end, sentence.language)


def side_before(page: Page, quoted: Quoted, floor: int) -> Side | None:
    """The part of the sentence that leads up to a quotation."""
    sentence = page.sentence_at(quoted.opening)
    if sentence is None:
        return None
    start = max(sentence.start, floor, quoted.opening - _REACH)
    return _side(page, start, quoted.opening, sentence.language)


def paragraph_start(side: Side) -> int:
    """How far back an unsaid subject may lie: the paragraph, unless the quotation opens it."""
    text, lowest = side.page.text, max(0, side.start - _PARAGRAPH)
    start = max(lowest, text.rfind("\n", lowest, side.start) + 1)
    sentence = side.page.sentence_at(side.start)
    is_opening = sentence is None or not text[start : sentence.start].strip()
    return 0 if is_opening else start
