"""Sentences of a page in any of the eight languages.

Invariant: sentences are sorted, do not overlap, never cross a block, carry no white space at
either end, and hold every other character of the blocks. The work is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.lexicon.abbreviations import (
    ABBREVIATIONS,
    CLOSING_ABBREVIATIONS,
    NUMERIC_ABBREVIATIONS,
    OTHER_ABBREVIATIONS,
)
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS, FUNCTION_WORDS
from briefing.model import Block, Sentence

_NO_BREAK = "\u00a0\u202f"
# A stop with the quotation marks and brackets that close after it. A guillemet may stand off; one
# that a letter follows opens the next quotation.
_STOP = re.compile(
    rf"(?:[.!?…]+|[؟۔。！？])(?:[\"'’”)\]»“«]+(?=\s|$)|[ {_NO_BREAK}]?»(?=[\s,;]|$))*"
    r"(?=\s|$)|[。！？]"
)
_WORD_BEFORE = re.compile(r"[^\s(«“\"„'‘’\[]*$")
_NEXT = re.compile(r"\s*(?:[\"'“”«„‚‘(\[¿¡»–—-]+\s*)?(\w?)")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+")
_NUMBER = re.compile(r"\d{1,2}\.")
_ENUMERATOR = re.compile(r"\s*(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})[.)]")
_LOOK_BACK = 40


def split_sentences(text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """The sentences of all blocks, in order; a headline or list line without a stop is one too."""
    return tuple(
        Sentence(start, end, block.kind, block.language or "und")
        for block in blocks
        for start, end in _spans(text, block)
    )


def _spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    for stop in _STOP.finditer(text, block.start, block.end):
        if stop.end() >= block.end or not _is_end(text, block, start, stop):
            continue
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, block.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    right = end - (len(words) - len(words.rstrip()))
    if left < right:
        yield left, right


def _is_end(text: str, block: Block, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence ends at this stop, by what stands on both sides of it."""
    following = _NEXT.match(text, stop.end(), block.end)
    first = following.group(1) if following else ""
    if first.islower():
        return False
    mark = stop.group()
    if mark[0] != "." or len(mark.rstrip("\"'’”)]»“« ")) > 1:
        # "?", "!" and "…" before a capital end a sentence, unless the quotation goes on speaking.
        return True
    before = text[max(start, stop.start() - _LOOK_BACK) : stop.start()]
    word = _WORD_BEFORE.search(before)
    token = (word.group() if word else "") + "."
    if _ENUMERATOR.fullmatch(text[start : stop.start() + 1]):
        return False
    if first.isdecimal() and token[:-1].casefold() in NUMERIC_ABBREVIATIONS:
        return False
    next_word = _NEXT_WORD.match(text, following.start(1) if following else stop.end(), block.end)
    return not _is_abbreviation(token, next_word.group() if next_word else "", block.language)


def _is_abbreviation(token: str, following: str, language: str | None) -> bool:
    """Whether the full stop belongs to the word before it."""
    key = token.rstrip(".").casefold()
    opens_sentence = _opens_sentence(following, language)
    if key in CLOSING_ABBREVIATIONS:
        return not opens_sentence and not (following[:1].isupper() and key in _ENDINGS)
    if key in ABBREVIATIONS.get(language or "", OTHER_ABBREVIATIONS):
        return True
    if _INITIAL.fullmatch(token) and not token[0].islower():
        return not opens_sentence
    if language == "de" and _NUMBER.fullmatch(token):
        return not opens_sentence
    return False


_ENDINGS = frozenset({"etc", "usw", "ecc", "enz", "p.m", "a.m"})


def _opens_sentence(word: str, language: str | None) -> bool:
    """A capitalised function word: "The" after "U.S." begins a sentence, "Department" does not."""
    known = FUNCTION_WORDS.get(language or "", ALL_FUNCTION_WORDS)
    return len(word) > 1 and fold(word) in known
