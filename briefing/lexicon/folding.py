"""Comparing words across spellings: folding, stems and tokens.

Invariant: these functions make keys for comparison only; what they return is never shown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"\w+(?:[.'’]\w+)*", re.UNICODE)
"""A word with its inner apostrophes and full stops ("M'Baye", "U.N")."""

_SPECIAL = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i"})


def fold_text(text: str) -> str:
    """As `fold`, for stretches of text so long that remembering them costs more than it saves."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_SPECIAL))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", bare).strip()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Case, accents, punctuation and spacing removed: "Le360 – l’État" -> "le360 l etat"."""
    return fold_text(text)
