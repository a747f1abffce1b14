"""Large firms, media and movements by name, which news seldom says to be such.

Invariant: names are compared folded, word by word; one that is also a common word, a town or a
family name is not in the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

from briefing.lexicon.folding import fold

_PARTS = 5


@cache
def _names() -> dict[str, frozenset[tuple[str, ...]]]:
    """The names as folded words, by their first."""
    text = resources.files("briefing.lexicon").joinpath("firms.txt").read_text("utf-8")
    rows = (line for line in text.splitlines() if line and not line.startswith("#"))
    known: dict[str, set[tuple[str, ...]]] = {}
    for row in rows:
        for name in row.split(","):
            words = tuple(fold(name).split())
            known.setdefault(words[0], set()).add(words)
    return {first: frozenset(names) for first, names in known.items()}


def words_of_firm(words: Sequence[str]) -> int:
    """How many of the words, from the first, make the longest name in the table."""
    names = _names().get(fold(words[0]), frozenset())
    if not names:
        return 0
    key = tuple(fold(word) for word in words[:_PARTS])
    return max((len(name) for name in names if key[: len(name)] == name), default=0)
