"""The content words of an article, for comparing articles by what they are about.

Invariant: terms come from the article's own blocks only, headline first, then the rest in order,
and a word and its inflections give one term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS
from briefing.model import OWN_KINDS, Block, BlockKind

_MIN_LENGTH = 4
_STEM = 7
_WORD = re.compile(r"[^\W\d_]{4,}")
_ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال")
_ARABIC_STEM = 5


def extract_terms(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Folded stems with their repetitions: headline and standfirst before the body."""
    own = [block for block in blocks if block.kind in OWN_KINDS]
    leading = [block for block in own if block.kind is not BlockKind.BODY]
    body = [block for block in own if block.kind is BlockKind.BODY]
    ordered = sorted(leading, key=lambda b: b.kind is not BlockKind.HEADLINE) + body
    return tuple(_stems(text[block.start : block.end] for block in ordered))


def _stems(passages: Iterable[str]) -> Iterable[str]:
    for passage in passages:
        for match in _WORD.finditer(passage):
            folded = fold(match.group())
            if len(folded) >= _MIN_LENGTH and folded not in ALL_FUNCTION_WORDS:
                yield _stem(folded)


def _stem(word: str) -> str:
    """The first seven letters: what inflected forms and many cognates share.

    The Arabic article and the conjunctions written with it are taken off first.
    """
    for prefix in _ARABIC_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) > 2:  # noqa: PLR2004 a root has three letters
            return word[len(prefix) :][:_ARABIC_STEM]
    return word[:_STEM]
