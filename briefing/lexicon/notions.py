"""What a word stands for, whatever the language: the notions of news and the things it counts.

Invariant: two words of one notion are never proof of one event, only of one subject; names, and
words that no table knows, have none.
"""

from __future__ import annotations

from functools import lru_cache

from briefing.lexicon.counted import counted_class
from briefing.lexicon.gist import gist_keys

_NOTION = "="
"""What `gist_keys` puts before a notion, so that it is no cognate."""


@lru_cache(maxsize=1 << 16)
def notions_of(word: str, language: str) -> tuple[str, ...]:
    """The notions of a word as written, sorted; a class of counted things is marked "#"."""
    found = {key for key in gist_keys(word) if key.startswith(_NOTION)}
    counted = counted_class(word, language)
    return tuple(sorted(found | ({f"#{counted}"} if counted else set())))
