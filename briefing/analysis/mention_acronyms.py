"""Acronyms in brackets and the words that they abbreviate.

Invariant: both are marked, with one label; what is spelt out begins with the acronym's first letter
at the start of a word, and holds its others in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing.analysis.mention_edges import WORD
from briefing.lexicon import name_words as lex
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.folding import fold
from briefing.model import Label, Mention

_ACRONYM = re.compile(r"\(\s{0,2}([^\W\d_a-z][\w.&-]{1,11})\s{0,2}\)")
_NO_EXPANSION = re.compile(r"[\d()]|[.;:!?«»“”\"]\s")
_REACH = 120
_LONGEST_CAPITALS = 3


def acronym_names(
    text: str, start: int, end: int, mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """An acronym in brackets, and the words before it that it abbreviates.

    The words are found as Schwartz and Hearst (2003) find them.
    """
    for match in _ACRONYM.finditer(text, start, end):
        acronym = match.group(1)
        opening = match.start()
        stop = len(text[start:opening].rstrip()) + start
        long_start = expansion_start(acronym, text, max(start, stop - _REACH), stop)
        owner = _ending_at(mentions, stop)
        is_known = owner is not None and owner.label is Label.ORG
        # Spanish and Portuguese papers write acronyms as words: those must be spelt out before.
        is_spelt = is_known and long_start is not None and " " in text[long_start:stop]
        if sum(c.isupper() for c in acronym) * 2 < len(acronym) and not is_spelt:
            continue
        if owner and (is_known if long_start is None else owner.start <= long_start):
            long_start, label = owner.start, owner.label
            if label is Label.LOC and not is_country_name(owner.text) and " " in owner.text:
                label = Label.ORG
        elif long_start is None or not _opens_name(text, long_start, stop):
            continue
        else:
            label = Label.ORG
        if label is not Label.PER:
            yield Mention(long_start, stop, text[long_start:stop], label)
            yield Mention(match.start(1), match.end(1), acronym, label)


def _ending_at(mentions: Sequence[Mention], stop: int) -> Mention | None:
    at = bisect_left(mentions, stop, key=lambda m: m.end)
    return mentions[at] if at < len(mentions) and mentions[at].end == stop else None


def _opens_name(text: str, start: int, stop: int) -> bool:
    word = WORD.match(text, start, stop)
    words = text[start:stop]
    if word is None or " " not in words or _NO_EXPANSION.search(words):
        return False
    if word.group().isupper() and len(word.group()) > _LONGEST_CAPITALS:
        return False
    return word.group()[0].isupper() or fold(word.group()) in lex.BODY_HEADS


def expansion_start(acronym: str, text: str, start: int, stop: int) -> int | None:
    """Where the words abbreviated begin: letters found backwards, the first at a word's start."""
    letters = [fold(c) for c in acronym if c.isalnum()]
    here = stop
    for number in range(len(letters) - 1, -1, -1):
        here -= 1
        while here >= start:
            is_opening = not (here > start and text[here - 1].isalnum())
            if fold(text[here]) == letters[number] and (number or is_opening):
                break
            here -= 1
        if here < start:
            return None
    words = len(WORD.findall(text[here:stop]))
    return here if words <= 2 * len(letters) + 2 else None
