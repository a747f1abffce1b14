"""Where a text names an agency or an outlet, and where it says that its words are theirs.

Invariant: a range holds a name as the page writes it; a name alone attributes nothing: three
letters may be a party, a port authority or a trade union, so a word of reporting stands nearby.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.lexicon.agencies import AGENCY_WORDS, agency_named, opens_agency
from briefing.lexicon.folding import fold
from briefing.lexicon.furniture import REPORTING_STEMS

_TOKEN = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")
_NEAR = 5
_LOWER_CASE = frozenset({"dpa", "epd"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A range of a text that names an agency or outlet; `name` is its canonical spelling."""

    start: int
    end: int
    name: str


def find_agencies(text: str, start: int = 0, end: int | None = None) -> Iterator[Naming]:
    """The agencies that a range of a text names, in order."""
    tokens = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    yield from (naming for _, naming in _agencies(tokens))


def find_attributions(
    text: str, start: int = 0, end: int | None = None, outlets: Iterable[str] = ()
) -> Iterator[Naming]:
    """Agencies, and `outlets`, that a range gives as the source of words: "told AFP"."""
    tokens = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    named = sorted([*_agencies(tokens), *_named(tokens, outlets)], key=lambda n: n[0])
    words = [t.group() for t in tokens]
    yield from (naming for at, naming in named if _is_attributed(words, at))


def _agencies(tokens: Sequence[re.Match[str]]) -> Iterator[tuple[int, Naming]]:
    words = [t.group() for t in tokens]
    for at, word in enumerate(words):
        is_small = not word[0].isupper() and word.isascii() and word not in _LOWER_CASE
        if is_small or not opens_agency(word):
            continue
        for size in (3, 2, 1):
            name = agency_named(" ".join(words[at : at + size]))
            if name:
                last = tokens[min(at + size, len(tokens)) - 1]
                yield at, Naming(tokens[at].start(), last.end(), name)
                break


def _named(tokens: Sequence[re.Match[str]], outlets: Iterable[str]) -> Iterator[tuple[int, Naming]]:
    """Outlets, spelt as they spell themselves: a small letter makes "le monde" the world."""
    spelt = {tuple(m.group() for m in _TOKEN.finditer(name)): name for name in sorted(outlets)}
    words = [t.group() for t in tokens]
    for parts, name in spelt.items():
        if not parts or not parts[0][:1].isupper():
            continue
        for at in range(len(words) - len(parts) + 1):
            if tuple(words[at : at + len(parts)]) == parts:
                last = tokens[at + len(parts) - 1]
                yield at, Naming(tokens[at].start(), last.end(), name)


def _is_attributed(words: Sequence[str], at: int) -> bool:
    around = [fold(w) for w in (*words[max(0, at - _NEAR) : at], *words[at + 1 : at + _NEAR])]
    return any(w.startswith(REPORTING_STEMS) or w in AGENCY_WORDS for w in around)
