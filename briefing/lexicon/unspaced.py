"""Scripts that write no spaces between words: what can be told of them without a dictionary.

Owns the names of large towns in Chinese, Japanese and Thai letters, and the pieces by which such
text compares. Invariant: a name is found only whole, the longest one first; the table is made by
`briefing.training.gazetteer` from GeoNames (CC BY 4.0) and read when first asked for.
Method: overlapping pairs of characters serve as words (Nie, Gao, Zhang and Zhou 2000).
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

UNSPACED = frozenset({"ja", "km", "lo", "my", "th", "zh"})
"""The languages written so."""
_LETTERS = (
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u1049\u1780-\u17d3"
)
"""Kana, Chinese characters, Thai, Lao, Burmese, Khmer."""
UNSPACED_NAME = re.compile(rf"[{_LETTERS}]{{2,12}}")
"""A name of letters of these scripts alone."""
_RUN = re.compile(rf"[{_LETTERS}]+")
_SMALL = re.compile("[的了在是和與与及為为被於于由向對对將将年月日之等\u3041-\u309f]+")
"""Characters that mostly stand between words: Chinese particles, and the kana of grammar."""
_LONGEST = 12
_PIECE = 2


class Town(NamedTuple):
    """A large town: its English name, country code and population."""

    name: str
    country: str
    population: int


@cache
def _towns() -> dict[str, Town]:
    packed = resources.files("briefing.lexicon").joinpath("towns_unspaced.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode().splitlines())
    return {written: Town(name, code, int(people)) for written, name, code, people in rows}


@cache
def town_names() -> frozenset[str]:
    """All names of towns, as they are written."""
    return frozenset(_towns())


def is_unspaced(word: str) -> bool:
    """Whether a word holds letters of these scripts, so that it may be many words."""
    return not word.isascii() and _RUN.search(word) is not None


def town_unspaced(name: str) -> Town | None:
    """The town that has the name, where it is written in one of these scripts."""
    return _towns().get(name) if UNSPACED_NAME.fullmatch(name) else None


@lru_cache(maxsize=16)
def _openings(names: Collection[str]) -> frozenset[str]:
    return frozenset(name[:_PIECE] for name in names)


def find_unspaced(
    text: str, start: int, end: int, names: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The ranges where one of some names stands, the longest at each place, left to right."""
    openings = _openings(names)
    at = start
    while at < end - 1:
        size = 0
        if text[at : at + _PIECE] in openings:
            longest = min(_LONGEST, end - at)
            size = next((n for n in range(longest, 1, -1) if text[at : at + n] in names), 0)
        if size:
            yield at, at + size
        at += size or 1


def pieces(word: str) -> list[str]:
    """The overlapping pairs of characters of each run of such letters, and the rest between.

    Pairs do not span what stands between words, nor hold it.
    """
    found: list[str] = []
    at = 0
    for run in _RUN.finditer(word):
        found += [word[at : run.start()]] if run.start() > at else []
        for letters in _SMALL.split(run.group()):
            last = max(1, len(letters) - 1) if letters else 0
            found += [letters[n : n + _PIECE] for n in range(last)]
        at = run.end()
    return [*found, word[at:]] if at < len(word) else found
