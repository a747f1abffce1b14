"""Silver sentences: raw news text labelled by an earlier model, made consistent over many lines.

Invariant: only sentences in which every name got the label that most of its uses got are kept; no
gold is touched and no sentence is shipped.
"""

from __future__ import annotations

import lzma
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.analysis.mention_agreement import agree, key_of
from briefing.analysis.mention_edges import Line
from briefing.analysis.mention_repairs import repair
from briefing.model import Mention, Passage
from briefing.plugins import Tagger
from briefing.training.corpus import Sentence

PAGE_LINES = 1500
SHORTEST, LONGEST = 40, 400
_NAME_INSIDE = re.compile(r"\w[,;]? [A-ZÀ-Ý\u0621-\u064a]\w")


def candidate_lines(path: Path, count: int, generator: random.Random) -> list[str]:
    """Random lines of a compressed text that look like sentences with a name."""
    with lzma.open(path, "rt", encoding="utf-8", errors="replace") as stream:
        lines = [line.strip() for line in stream]
    fit = [x for x in lines if SHORTEST <= len(x) <= LONGEST and _NAME_INSIDE.search(x)]
    return generator.sample(fit, min(count, len(fit)))


def label_lines(lines: Sequence[str], language: str, tagger: Tagger) -> Iterator[Sentence]:
    """The lines with labels that agree with one another, page-sized runs at a time."""
    for first in range(0, len(lines), PAGE_LINES):
        yield from _label_page(lines[first : first + PAGE_LINES], language, tagger)


def _label_page(lines: Sequence[str], language: str, tagger: Tagger) -> Iterator[Sentence]:
    text, ranges, found = "", [], []
    for line, mentions in zip(
        lines, tagger.tag([Passage(line, language) for line in lines]), strict=True
    ):
        shift = len(text)
        ranges.append(Line(shift, shift + len(line), language))
        found += [Mention(m.start + shift, m.end + shift, m.text, m.label) for m in mentions]
        text += line + "\n"
    agreed = agree(text, ranges, repair(text, ranges, found))
    disputed = _disputed(found)
    at = 0
    for start, end, _ in ranges:
        spans = []
        is_clear = True
        while at < len(agreed) and agreed[at].start < end:
            mention = agreed[at]
            is_clear &= key_of(mention.text) not in disputed
            spans.append((mention.start - start, mention.end - start, str(mention.label)))
            at += 1
        if spans and is_clear:
            yield Sentence(text[start:end], tuple(spans), language)


def _disputed(mentions: Sequence[Mention]) -> frozenset[tuple[str, ...]]:
    """Names that the tagger labelled in two ways, neither of them nearly always."""
    counts: dict[tuple[str, ...], dict[str, int]] = {}
    for mention in mentions:
        votes = counts.setdefault(key_of(mention.text), {})
        votes[mention.label] = votes.get(mention.label, 0) + 1
    return frozenset(
        key
        for key, votes in counts.items()
        if len(votes) > 1 and max(votes.values()) < 0.75 * sum(votes.values())
    )
