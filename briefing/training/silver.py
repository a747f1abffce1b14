"""Silver sentences: raw text labelled by an earlier model, made consistent over many lines.

Invariant: only sentences in which every name got the label that most of its uses got are kept; no
gold is touched and no sentence is shipped.
"""

from __future__ import annotations

import json
import lzma
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.analysis.mention_agreement import agree, key_of
from briefing.analysis.mention_edges import Line
from briefing.analysis.mention_repairs import repair
from briefing.model import Label, Mention, Passage
from briefing.plugins import Tagger
from briefing.training.corpus import Sentence

PAGE_LINES = 4000
SHORTEST, LONGEST = 20, 900
_LONGEST_LINE = 600
_BATCH = 2000
_NAME_INSIDE = re.compile(r"\w[,;]? [A-ZÀ-Ý\u0621-\u064a]\w")
_SENTENCE_END = re.compile(r"(?<=[.?!؟]) +")
NEWS_LINES = {"es": slice(0, 30_926), "en": slice(249_943, None), "ar": slice(0, 45_731)}
"""Where a language's text holds news, by its manifest, beside much parliament: taken whole."""

Tagged = tuple[str, tuple[Mention, ...]]
"""A line of text and what a tagger found in it, offsets relative to the line."""


def draw_lines(path: Path, language: str, words: int, generator: random.Random) -> list[str]:
    """The news lines of a compressed text, then random others, up to about so many words."""
    with lzma.open(path, "rt", encoding="utf-8", errors="replace") as stream:
        lines = [line.strip() for line in stream]
    news = lines[NEWS_LINES[language]] if language in NEWS_LINES else []
    known = set(news)
    others = [line for line in lines if line not in known]
    generator.shuffle(others)
    drawn, seen = [], 0
    for line in (*news, *others):
        parts = _SENTENCE_END.split(line) if len(line) > _LONGEST_LINE else (line,)
        fit = [part for part in parts if SHORTEST <= len(part) <= LONGEST]
        drawn += fit
        seen += sum(part.count(" ") + 1 for part in fit)
        if seen >= words:
            break
    return drawn


def tag_lines(lines: Sequence[str], language: str, tagger: Tagger) -> Iterator[Tagged]:
    """Each line with what the tagger finds in it."""
    for first in range(0, len(lines), _BATCH):
        batch = lines[first : first + _BATCH]
        found = tagger.tag([Passage(line, language) for line in batch])
        yield from zip(batch, found, strict=True)


def write_tagged(path: Path, tagged: Sequence[Tagged]) -> None:
    """Keep tagged lines for a later run, a JSON array a line."""
    with path.open("w", encoding="utf-8") as stream:
        for line, mentions in tagged:
            spans = [(m.start, m.end, m.label) for m in mentions]
            stream.write(json.dumps([line, spans], ensure_ascii=False) + "\n")


def read_tagged(path: Path) -> list[Tagged]:
    """The lines that `write_tagged` kept."""
    tagged = []
    with path.open(encoding="utf-8") as stream:
        for row in stream:
            line, spans = json.loads(row)
            found = (Mention(s, e, line[s:e], Label(label)) for s, e, label in spans)
            tagged.append((line, tuple(found)))
    return tagged


def settle(tagged: Sequence[Tagged], language: str) -> Iterator[Sentence]:
    """The lines whose labels agree with one another, page-sized runs at a time."""
    named = [(line, mentions) for line, mentions in tagged if _NAME_INSIDE.search(line)]
    for first in range(0, len(named), PAGE_LINES):
        yield from _settle_page(named[first : first + PAGE_LINES], language)


def _settle_page(tagged: Sequence[Tagged], language: str) -> Iterator[Sentence]:
    text, ranges, found = "", [], []
    for line, mentions in tagged:
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
