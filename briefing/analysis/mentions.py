"""Mentions of a page: what the tagger finds, line by line, made consistent over the page.

Invariant: mentions are sorted, do not overlap, and each one's `text` is the page's own range; the
same text, blocks and tagger give the same mentions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.mention_agreement import agree
from briefing.analysis.mention_repairs import repair
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import FUNCTION_WORDS
from briefing.model import Block, Mention, Passage
from briefing.plugins import Tagger

_WORD = re.compile(r"[^\W\d_]+")
_WRAPPED = 50
_ENDS = ".!?:;…»”\")"
_SHOUTED_SHARE = 0.8
_SHOUTED_LETTERS = 8
_LONG_WORD = 4


def find_mentions(text: str, blocks: Sequence[Block], tagger: Tagger) -> tuple[Mention, ...]:
    """People, places and organisations named anywhere on the page, clutter included."""
    ranges = [(s, e, b.language or "en") for b in blocks for s, e in passage_ranges(text, b)]
    cased = usual_cases(text)
    passages = [
        Passage(quieten(text[start:end].replace("\n", " "), language, cased), language)
        for start, end, language in ranges
    ]
    found = [
        replace(m, start=start + m.start, end=start + m.end, text=text[start + m.start : start + m.end])
        for (start, _, _), mentions in zip(ranges, tagger.tag(passages), strict=True)
        for m in mentions
    ]
    limits = [(start, end) for start, end, _ in ranges]
    return agree(text, limits, repair(text, limits, found))


def passage_ranges(text: str, block: Block) -> list[tuple[int, int]]:
    """The block's lines; a line that only its length broke is read on into the next."""
    ranges: list[tuple[int, int]] = []
    is_open = False
    for line in re.finditer(r"[^\n]+", text[block.start : block.end]):
        start, end = block.start + line.start(), block.start + line.end()
        if not line.group().strip():
            is_open = False
            continue
        if is_open and ranges[-1][1] + 1 == start:
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((start, end))
        words = line.group().rstrip()
        is_open = len(words) >= _WRAPPED and words[-1] not in _ENDS
    return ranges


def usual_cases(text: str) -> dict[str, str]:
    """How the page writes each word outside lines in capitals, by its lower-case form."""
    counts: dict[str, Counter[str]] = {}
    for line in text.split("\n"):
        if not is_shouted(line):
            for word in _WORD.findall(line):
                counts.setdefault(word.lower(), Counter())[word] += 1
    return {key: min(forms, key=lambda w: (-forms[w], w)) for key, forms in counts.items()}


def is_shouted(line: str) -> bool:
    """Whether nearly all of a line's letters are capitals, and there are words among them."""
    cased = [c for c in line if c.isupper() or c.islower()]
    upper = sum(c.isupper() for c in cased)
    has_word = any(len(w) >= _LONG_WORD for w in _WORD.findall(line))
    return has_word and len(cased) >= _SHOUTED_LETTERS and upper >= _SHOUTED_SHARE * len(cased)


def quieten(line: str, language: str, cased: dict[str, str]) -> str:
    """A line in capitals as the page would write it elsewhere, character for character."""
    if not is_shouted(line):
        return line

    def usual(match: re.Match[str]) -> str:
        word = match.group()
        lower = word.lower()
        known = cased.get(lower)
        if known is None:
            is_small = fold(lower) in FUNCTION_WORDS.get(language, frozenset())
            known = lower if is_small else lower.capitalize()
        return known if len(known) == len(word) else word

    return _WORD.sub(usual, line)
