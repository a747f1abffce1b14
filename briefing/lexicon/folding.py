"""Comparing words across spellings: folding, stems and tokens.

Invariant: these functions make keys for comparison only; what they return is never shown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SIGNS = (
    "\u0900-\u0963\u0966-\u0df3\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u1000-\u1049\u1780-\u17d3"
)
"""The scripts of India and South-East Asia: their vowel signs are no letters, but part of words."""
WORD = re.compile(rf"[\w{_SIGNS}]++(?:[.'’][\w{_SIGNS}]++)*+", re.UNICODE)
"""A word with its inner apostrophes and full stops ("M'Baye", "U.N")."""
_APART = re.compile(rf"[^\w{_SIGNS}]+")

_SPECIAL = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i"})


def fold_text(text: str) -> str:
    """As `fold`, for stretches of text so long that remembering them costs more than it saves."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_SPECIAL))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _APART.sub(" ", bare.replace("_", " ")).strip()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Case, accents, punctuation and spacing removed: "Le360 – l’État" -> "le360 l etat"."""
    return fold_text(text)


def fold_phrases(listing: str) -> tuple[str, ...]:
    """The folded phrases of a listing, one a line or parted by semicolons, the longest first."""
    parts = {fold(part) for line in listing.splitlines() for part in line.split(";")}
    return tuple(sorted(parts - {""}, key=lambda p: (-len(p), p)))
