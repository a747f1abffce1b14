"""Finding words in a page and stepping through what was found.

Invariant: matches are ranges of the page's own text; case, accents and the kind of white space
do not matter, and the time taken is linear in the length of the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from briefing.model import Span


@lru_cache(maxsize=64)
def _plain(text: str) -> tuple[str, tuple[int, ...]]:
    """`text` without case and accents, and for each of its characters the offset it came from."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character.isspace():
            characters.append(" ")
            offsets.append(offset)
            continue
        for part in unicodedata.normalize("NFKD", character.casefold()):
            if not unicodedata.combining(part):
                characters.append(part)
                offsets.append(offset)
    return "".join(characters), tuple(offsets)


def find_all(text: str, words: str) -> tuple[Span, ...]:
    """Every place where `words` stand in `text`, in order and not overlapping."""
    needle = " ".join(_plain(words)[0].split())
    if not needle:
        return ()
    hay, offsets = _plain(text)
    found = re.finditer(re.escape(needle), hay)
    return tuple(Span(offsets[m.start()], offsets[m.end() - 1] + 1) for m in found)


def step(spans: Sequence[Span], current: Span | None, top: int, direction: int) -> Span | None:
    """The span to go to from `current`: the next or (direction -1) previous, round the ends.

    Without a current one, the first at or after `top` (the first character in view), or, going
    backwards, the last before it.
    """
    if not spans:
        return None
    if current in spans:
        return spans[(spans.index(current) + direction) % len(spans)]
    if direction > 0:
        return next((span for span in spans if span.start >= top), spans[0])
    return next((span for span in reversed(spans) if span.start < top), spans[-1])


def ordinal(spans: Sequence[Span], current: Span | None) -> str:
    """Where the reader is among what was found: "2 of 7"."""
    if not spans:
        return "none"
    if current not in spans:
        return str(len(spans))
    return f"{spans.index(current) + 1} of {len(spans)}"
