"""States, provinces and departments of the world by their English names, which many share.

Invariant: a name that a town of the same country bears is not among them: such a name means the
town. The table is made by `briefing.training.subdivisions` from the Unicode CLDR (see SOURCES.md)
and read when first asked for.
"""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from briefing.lexicon.bearings import is_region_noun
from briefing.lexicon.countries import country_of_code
from briefing.lexicon.folding import fold

_LONGEST = 80
_OF = frozenset(
    "of the de la le l d du des del di da do della dello van von der les los las".split()
)


class Subdivision(NamedTuple):
    """A region: its English name, and its country's where only one has a region of that name."""

    name: str
    country: str | None


@cache
def _table() -> dict[str, tuple[str, str]]:
    packed = resources.files("briefing.lexicon").joinpath("subdivisions.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode().splitlines())
    return {key: (name, code) for key, name, code in rows}


def bare_region(words: str) -> str:
    """A region's folded name without its kind: "Province of Quax", "Quax Province" -> "quax"."""
    parts = fold(words).split()
    while len(parts) > 1 and is_region_noun(parts[-1]):
        parts.pop()
    at = 0
    while at < len(parts) - 1 and is_region_noun(parts[at]):
        at += 1
        while at < len(parts) - 1 and parts[at] in _OF:
            at += 1
    return " ".join(parts[at:])


@lru_cache(maxsize=4096)
def find_subdivision(words: str) -> Subdivision | None:
    """The state or province that the words name, with or without the noun for it."""
    if len(words) > _LONGEST:
        return None
    row = _table().get(bare_region(words)) or _table().get(fold(words))
    return Subdivision(row[0], country_of_code(row[1])) if row else None
