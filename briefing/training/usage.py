"""How often raw text uses a word as which kind of name: agreement across a corpus, as a table.

Invariant: counts come from raw text that an earlier model labelled, never from labelled sets; what
ships is one small class per word, the same in every language, and no text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from briefing.analysis.wordclasses import USAGES, lookup_form
from briefing.model import Label, Mention

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ARABIC = re.compile("[\u0621-\u064a]{3,}")
LEAST = 3
_SURE, _LIKELY, _RIVAL = 0.9, 0.65, 0.25
_LEAST_NAMED = 0.3
"""Below this share of uses in names an Arabic word is a common one and left out."""

Uses = Counter[str]
"""How often a word stood outside names (O), first or last in a person's (P, S), alone as one (p),
in a place's (L), first or later in a body's (B, I)."""

_GROUPS = {"O": "O", "P": "P", "S": "P", "p": "P", "L": "L", "B": "G", "I": "G"}


def count_uses(
    lines: Iterable[tuple[str, tuple[Mention, ...]]], uses: dict[str, Uses]
) -> dict[str, Uses]:
    """Add the uses of every capitalised or Arabic word of the labelled lines to `uses`."""
    for line, mentions in lines:
        at = 0
        is_first = True
        for word in _WORD.finditer(line):
            while at < len(mentions) and mentions[at].end <= word.start():
                at += 1
            is_inside = at < len(mentions) and mentions[at].start <= word.start()
            text = word.group()
            # What opens a sentence is capitalised for that; it says nothing where it is no name.
            is_name = text[0].isupper() or bool(_ARABIC.fullmatch(text))
            if is_name and (is_inside or not is_first):
                use = _use(mentions[at], word.start(), word.end()) if is_inside else "O"
                uses.setdefault(lookup_form(text), Counter())[use] += 1
            is_first = line[word.end() : word.end() + 1] in {".", "?", "!", ":"}
    return uses


def _use(mention: Mention, start: int, end: int) -> str:
    is_opening, is_closing = start <= mention.start, end >= mention.end
    if mention.label is Label.PER:
        return ("p" if is_closing else "P") if is_opening else "S"
    return "L" if mention.label is Label.LOC else "B" if is_opening else "I"


def usage_table(uses: Mapping[str, Uses]) -> dict[str, int]:
    """The class of each word used often enough: what it mostly is, how surely, and its place."""
    table = {}
    for word in sorted(uses):
        name = _class_of(uses[word], is_arabic=bool(_ARABIC.match(word)))
        if name is not None:
            table[word] = USAGES.index(name)
    return table


def _class_of(uses: Uses, *, is_arabic: bool) -> str | None:
    total = sum(uses.values())
    if total < LEAST:
        return None
    groups: Counter[str] = Counter()
    for use, count in uses.items():
        groups[_GROUPS[use]] += count
    if is_arabic and groups["O"] > (1 - _LEAST_NAMED) * total:
        return None
    (best, most), *rest = sorted(groups.items(), key=lambda pair: (-pair[1], pair[0]))
    if most < _LIKELY * total:
        rivals = [name for name, count in rest if count >= _RIVAL * total]
        return "".join(sorted((best, rivals[0]))) if rivals else None
    sure = "2" if most >= _SURE * total else "1"
    if best == "P":
        return f"P{sure}{'f' if uses['P'] > uses['S'] + uses['p'] else 's'}"
    if best == "G":
        return f"G{sure}{'b' if uses['B'] > uses['I'] else 'i'}"
    return f"{best}{sure}"
