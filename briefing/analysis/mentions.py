"""Mentions of a page: what the tagger finds, line by line, made consistent over the page.

Invariant: mentions are sorted, do not overlap, and each one's `text` is the page's own range; the
same text, blocks and tagger give the same mentions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.analysis.mention_agreement import agree
from briefing.analysis.mention_arabic_again import with_family_names
from briefing.analysis.mention_clubs import told_clubs
from briefing.analysis.mention_context import told_by_neighbours
from briefing.analysis.mention_edges import Line, resized
from briefing.analysis.mention_firms import told_firms
from briefing.analysis.mention_kinds import settle_kinds, with_kinds
from briefing.analysis.mention_laying import fill, overlay, untouched
from briefing.analysis.mention_nouns import without_nouns
from briefing.analysis.mention_repairs import repair
from briefing.analysis.mention_runs import joined, parted, whole_runs
from briefing.analysis.mention_unknown import unknown_names
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import FUNCTION_WORDS
from briefing.model import Block, Mention, NameEvidence, Passage
from briefing.plugins import Tagger

_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"(?:[^\w\s]|_){40,}")
_WRAPPED = 50
_LONGEST_PASSAGE = 20_000
_ENDS = '.!?:;…»”")'
_SHOUTED_SHARE = 0.8
_SHOUTED_LETTERS = 8
_LONG_WORD = 4


def find_mentions(text: str, blocks: Sequence[Block], tagger: Tagger) -> tuple[Mention, ...]:
    """People, places and organisations named anywhere on the page, clutter included."""
    return find_names(text, blocks, tagger)[0]


def find_names(
    text: str, blocks: Sequence[Block], tagger: Tagger
) -> tuple[tuple[Mention, ...], tuple[NameEvidence, ...]]:
    """The mentions, and what the page says of the names among them that no table knows."""
    lines = sorted(
        Line(start, end, block.language or "en")
        for block in blocks
        for line in passage_ranges(text, block)
        for start, end in cut_long(text, *line)
    )
    quiet = quieten_lines(text, lines)
    passages = [Passage(blank_marks(quiet[x.start : x.end]), x.language) for x in lines]
    found = [
        resized(quiet, m, line.start + m.start, line.start + m.end)
        for line, mentions in zip(lines, tagger.tag(passages), strict=True)
        for m in mentions
    ]
    repaired = repair(quiet, lines, found)
    whole = with_whole(quiet, lines, repaired)
    named = without_nouns(quiet, lines, with_unknown(quiet, lines, whole))
    named = told_firms(quiet, lines, told_by_neighbours(quiet, lines, named))
    agreed = agree(quiet, lines, named)
    clubs = with_family_names(quiet, lines, told_clubs(quiet, lines, agreed))
    longer = set(whole).difference(repaired)
    told = [*changed(found, named), *longer, *changed(agreed, clubs)]
    settled, evidence = settle_kinds(quiet, lines, clubs, found, told)
    return tuple(resized(text, m, m.start, m.end) for m in settled), evidence


def with_whole(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those that were cut short in full, and two that were taken for one apart."""
    whole = overlay(mentions, whole_runs(text, lines, mentions))
    return list(parted(overlay(whole, joined(text, whole))))


def with_unknown(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with names that the tagger passed over."""
    written = frozenset(_WORD.findall(text))
    unknown = [m for line in lines for m in unknown_names(text, line, written)]
    return fill(mentions, with_kinds(text, lines, untouched(mentions, unknown)))


def changed(before: Sequence[Mention], after: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that a step gave another label than they had."""
    labels = {(m.start, m.end): m.label for m in before}
    for mention in after:
        if labels.get((mention.start, mention.end), mention.label) is not mention.label:
            yield mention


def blank_marks(line: str) -> str:
    """The line with blanks for line breaks and for long runs of marks, which name nobody.

    spaCy peels marks off a word one by one and looks at the rest anew each time: a page of nothing
    else would cost the square of its length.
    """
    return _MARKS.sub(lambda run: " " * len(run.group()), line.replace("\n", " "))


def quieten_lines(text: str, lines: Sequence[Line]) -> str:
    """The text with its lines in capitals as the page would write them elsewhere."""
    if not any(is_shouted(text[line.start : line.end]) for line in lines):
        return text
    cased = usual_cases(text)
    parts, at = [], 0
    for line in lines:
        parts += [text[at : line.start], quieten(text[line.start : line.end], line.language, cased)]
        at = max(at, line.end)
    return "".join(parts) + text[at:]


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


def cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range in pieces that a tagger can hold in memory, cut at spaces where there are any."""
    while end - start > _LONGEST_PASSAGE:
        space = text.rfind(" ", start + 1, start + _LONGEST_PASSAGE)
        cut = space if space > start else start + _LONGEST_PASSAGE
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def usual_cases(text: str) -> dict[str, str]:
    """How the page writes each word outside lines in capitals, by its lower-case form."""
    lines = (line for line in text.split("\n") if not is_shouted(line))
    counts = Counter(word for line in lines for word in _WORD.findall(line))
    forms: dict[str, list[str]] = {}
    for word in counts:
        forms.setdefault(word.lower(), []).append(word)
    return {key: min(same, key=lambda w: (-counts[w], w)) for key, same in forms.items()}


def is_shouted(line: str) -> bool:
    """Whether nearly all of a line's letters are capitals, and there are words among them."""
    upper = sum(map(str.isupper, line))
    cased = upper + sum(map(str.islower, line))
    if cased < _SHOUTED_LETTERS or upper < _SHOUTED_SHARE * cased:
        return False
    return any(len(w) >= _LONG_WORD for w in _WORD.findall(line))


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
