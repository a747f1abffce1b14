"""Places in languages that the tagger was not trained on: countries, and towns in unspaced text.

Invariant: nothing is marked or dropped on a line in one of the eight languages; what is marked is a
name that the tables hold, in whatever case the line has it, and what is dropped is written small,
there or elsewhere on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.analysis.mention_edges import WORD, Line
from briefing.analysis.mention_laying import fill, overlay
from briefing.lexicon.countries_abroad import countries_abroad, names_unspaced
from briefing.lexicon.unspaced import UNSPACED, find_unspaced
from briefing.model import Label, Mention

_BEHIND_WORD = re.compile(r"(?<=[^\W_][ ,\u00a0]) ?([^\W\d_]+)")
_OPENING = 5
"""Letters that the forms of a word share."""


def with_places_abroad(text: str, line: Line, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a line with these places; nobody's name holds a country."""
    places = list(_places(text, line))
    people = [m for m in mentions if m.label is Label.PER]
    wrong = {m.start for m in people if any(_touch(m, place) for place in places)}
    kept = [m for m in mentions if m.start not in wrong and _is_written_as_name(text, m)]
    return fill(overlay(kept, iter(places), may_cut=False), iter(places))


def _is_written_as_name(text: str, mention: Mention) -> bool:
    """Whether a name has a capital of its own, in a script that has any.

    The tagger guesses by the shape of words that it does not know: one that the page also writes
    small, and nowhere inside a sentence with a capital, is no name.
    """
    words = WORD.findall(mention.text)
    if not any(word[0].isupper() for word in words):
        return not any(word[0].islower() for word in words)
    if len(words) > 1 or mention.label is not Label.PER:
        return True
    small, capital = _openings_inside(text)
    return words[0][:_OPENING].lower() not in small - capital


@lru_cache(maxsize=4)
def _openings_inside(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """How the words inside the sentences of a page begin, those written small and capitalised."""
    words = [m.group(1) for m in _BEHIND_WORD.finditer(text)]
    small = frozenset(w[:_OPENING] for w in words if w[0].islower())
    return small, frozenset(w[:_OPENING].lower() for w in words if w[0].isupper())


def _places(text: str, line: Line) -> Iterator[Mention]:
    """Countries by their names (never demonyms), and towns that no space sets apart."""
    if line.language in UNSPACED:
        names = names_unspaced(line.language)
        ranges = list(find_unspaced(text, line.start, line.end, names))
    else:
        found = countries_abroad(text, line.start, line.end, line.language)
        ranges = [(f.start, f.end) for f in found if f.is_name]
    return (Mention(start, end, text[start:end], Label.LOC) for start, end in ranges)


def _touch(one: Mention, two: Mention) -> bool:
    return one.start < two.end and two.start < one.end
