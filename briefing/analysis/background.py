"""Which sentences report an older or another event than the page's own.

Invariant: headline, standfirst and the first body sentence are never background; a paragraph that
has turned to another event stays there until it names a day of its own event again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from briefing.days import MONTH_LENGTH, is_day, is_month, parse_day
from briefing.lexicon.discourse import leaves_the_event
from briefing.lexicon.folding import fold
from briefing.model import Block, BlockKind, DateMention, Sentence

RECENT = timedelta(days=5)
"""A day so near before the page's own belongs to the same event."""
OPENING = 110
"""How many characters of a sentence are read for a turn to another event."""
LEAD_SENTENCES = 2
_OLDER = re.compile(r"--\d\d(?:-\d\d)?|P-\d+[MY]")
"""A date without a year, or months and years back: not the day of an undated page's own event."""


def mark_background(
    text: str,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence],
    dates: Sequence[DateMention],
    published: str | None,
) -> tuple[Sentence, ...]:
    """The sentences with `is_background` set."""
    own_day = _own_day(sentences, dates, published)
    starts = [d.start for d in dates]
    marked, body, paragraph, turned = [], 0, -1, False
    for sentence in sentences:
        if sentence.kind is not BlockKind.BODY:
            marked.append(sentence)
            continue
        block = bisect_right(blocks, sentence.start, key=lambda b: b.start)
        turned = turned and block == paragraph
        paragraph = block
        inside = dates[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        opening = text[sentence.start : min(sentence.end, sentence.start + OPENING)]
        turns = leaves_the_event(fold(opening))
        if turns or any(_is_past(d, own_day) for d in inside):
            turned = True
        elif any(_is_own(d, own_day) for d in inside):
            turned = False
        marked.append(replace(sentence, is_background=turned and body > 0))
        body += 1
    return tuple(marked)


def _own_day(
    sentences: Sequence[Sentence], dates: Sequence[DateMention], published: str | None
) -> date | None:
    """The day of publication, else the latest full date of headline and lead."""
    day = parse_day(published)
    if day is not None:
        return day
    lead = list(_lead(sentences))
    days = [
        date.fromisoformat(d.value)
        for d in dates
        if d.value and is_day(d.value) and any(s.start <= d.start < s.end for s in lead)
    ]
    return max(days, default=None)


def _lead(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    body = 0
    for sentence in sentences:
        if sentence.kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST):
            yield sentence
        elif sentence.kind is BlockKind.BODY and body < LEAD_SENTENCES:
            body += 1
            yield sentence


def _is_past(mention: DateMention, own_day: date | None) -> bool:
    value = mention.value
    if value is None:
        return own_day is None and bool(_OLDER.fullmatch(mention.partial or ""))
    if own_day is None:
        return is_day(value)
    if is_day(value):
        return date.fromisoformat(value) < own_day - RECENT
    return is_month(value) and value < own_day.isoformat()[:MONTH_LENGTH]


def _is_own(mention: DateMention, own_day: date | None) -> bool:
    if mention.value is None or own_day is None:
        return bool(mention.partial and mention.partial.startswith("W"))
    return is_day(mention.value) and abs(date.fromisoformat(mention.value) - own_day) <= RECENT
