"""How an entity is shown: which of its forms is its name, and its id.

Invariant: the choice depends on the forms and their counts alone.
"""

from __future__ import annotations

import re
from collections import Counter

from briefing.lexicon.folding import fold

_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def display_name(forms: Counter[str]) -> str:
    """The form to show: a full name in Latin letters before others, then the most frequent."""
    return min(
        forms,
        key=lambda f: (not _LATIN.search(f), " " not in fold(f), -forms[f], -len(f), f),
    )


def by_frequency(forms: Counter[str]) -> tuple[str, ...]:
    """Surface forms, the most frequent first, equals in alphabetical order."""
    return tuple(sorted(forms, key=lambda f: (-forms[f], f)))


def slug(name: str) -> str:
    """A name as part of an id: folded words joined by hyphens."""
    return fold(name).replace(" ", "-") or "unnamed"
