"""Folding that keeps places: compare words without losing where they stand.

Invariant: character `i` of `Aligned.text` comes from the source at `offsets[i]`, and `offsets` has
one entry more than `text` has characters, so that any range can be taken back to the source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
"""A run of digits, a run of letters, or one other visible character."""

_PUNCTUATION = {
    **dict.fromkeys("’‘ʼ´`＇", "'"),
    **dict.fromkeys("‐‑", "-"),
    **dict.fromkeys("–—―", "–"),
    **dict.fromkeys("／⁄", "/"),
    "،": ",",
    "؛": ";",
    "٪": "%",
    "٫": ".",
    "٬": "'",
    "：": ":",
    "ى": "ي",
    "ß": "ß",
}
_DROPPED = "\0"


def _fold_character(character: str) -> str:
    if character in _PUNCTUATION:
        return _PUNCTUATION[character]
    if character.isspace():
        return "\n" if character in "\n\r\u2028\u2029\x0b\x0c" else " "
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in {"Mn", "Cf", "Cc"} or character == "ـ":
        return _DROPPED
    # Superscripts (category No) stay: "1,200¹" carries a footnote, not a fifth digit.
    if not category.startswith("L"):
        return character
    bare = unicodedata.normalize("NFKD", character.lower())
    letters = "".join(c for c in bare if not unicodedata.combining(c))
    return letters if len(letters) == 1 else character


class _FoldTable(dict[int, str]):
    """Folds each character once; a page has few distinct ones."""

    def __missing__(self, codepoint: int) -> str:
        folded = _fold_character(chr(codepoint))
        self[codepoint] = folded
        return folded


_TABLE = _FoldTable()


@dataclass(frozen=True, slots=True)
class Aligned:
    """A text folded character by character, with the way back to the source."""

    text: str
    offsets: Sequence[int]


class Token(NamedTuple):
    """A folded token and its half-open range in the source."""

    text: str
    start: int
    end: int


def align(text: str) -> Aligned:
    """Case, accents, digit script, marks and quote styles removed: "Août ٢٠٢٤" -> "aout 2024"."""
    folded = text.translate(_TABLE)
    if _DROPPED not in folded:
        return Aligned(folded, range(len(folded) + 1))
    kept = [i for i, c in enumerate(folded) if c != _DROPPED]
    return Aligned(folded.replace(_DROPPED, ""), [*kept, len(text)])


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, folded; offsets count from the beginning of `text`."""
    aligned = align(text[start : len(text) if end is None else end])
    where = aligned.offsets
    if isinstance(where, range):  # nothing was dropped: the ranges are those of the folded text
        found = TOKEN.finditer(aligned.text)
        return [Token(m.group(), start + m.start(), start + m.end()) for m in found]
    return [
        Token(m.group(), start + where[m.start()], start + where[m.end() - 1] + 1)
        for m in TOKEN.finditer(aligned.text)
    ]


def fold_words(words: str) -> str:
    """`words` as `tokenize` sees them, joined by single spaces: the key of a phrase table."""
    return " ".join(TOKEN.findall(align(words).text))


def longest_phrase(
    tokens: Sequence[Token], at: int, openers: Mapping[str, int], known: Mapping[str, object]
) -> int:
    """How many tokens from `at` make up the longest phrase in `known`; 0 where none does.

    `openers` gives, for each first word of a phrase, the length of the longest phrase it opens.
    """
    reach = openers.get(tokens[at].text)
    if reach is None:
        return 0
    for length in range(min(reach, len(tokens) - at), 0, -1):
        if " ".join(t.text for t in tokens[at : at + length]) in known:
            return length
    return 0


def phrase_openers(phrases: Mapping[str, object]) -> dict[str, int]:
    """For each first word, the number of words of the longest phrase that it opens."""
    openers: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.split()
        openers[words[0]] = max(openers.get(words[0], 0), len(words))
    return openers
