"""What somebody may have meant who named something that is not there.

Invariant: a pure function of the word and of what there is; among equally near names the first
counts, and what resembles nothing suggests nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

_NEAR = 0.6
_LONGEST = 120
"""Characters that are compared: comparing takes the square of them."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that is spelt most like the word; None where none is near."""
    best, found = _NEAR, None
    matcher = SequenceMatcher(b=word.casefold()[:_LONGEST], autojunk=False)
    for name in known:
        matcher.set_seq1(name.casefold()[:_LONGEST])
        if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
            continue
        likeness = matcher.ratio()
        if likeness > best or (found is None and likeness == best):
            best, found = likeness, name
    return found


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A hint: the nearest name and what to do else, or only this."""
    near = nearest(word, known)
    return f"did you mean {near}? {otherwise}" if near else otherwise
