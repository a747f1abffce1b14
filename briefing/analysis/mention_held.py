"""People whom the tagger left out, named in full right behind the office that they hold.

Invariant: an office in small letters, two to four capitalised words that no table knows for
something else, and nothing between them; what is marked already stays as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefing.analysis.mention_edges import is_demonym, name_openers, words_of_line
from briefing.lexicon import name_words as lex
from briefing.lexicon.calendar import calendar_words
from briefing.lexicon.countries import country_named
from briefing.lexicon.folding import fold
from briefing.lexicon.places import find_place
from briefing.lexicon.roles import head_at, role_token
from briefing.model import Label, Mention

_SHORTEST, _LONGEST = 2, 4
_HEADS = lex.BODY_HEADS | lex.PLACE_HEADS | lex.OPENING_BODY_HEADS | lex.COMPANY_TAILS
_VAGUE = frozenset({"head", "forward", "milieu", "agent", "general", "chief", "leader", "player"})
"""Words that say an office and much else."""
_WORDS = {"fr": ("premier", "milieu"), "it": ("premier", "storico", "storica", "direttrice")}
"""What in one language says no office: "first", "historic", "axis"."""


def held_names(
    text: str, start: int, end: int, language: str, mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """Full names behind offices, where nothing is marked: "il sottosegretario Lapo Venturi"."""
    words = words_of_line(text, start, end)
    for at in name_openers(text, start, end):
        if not at or not _is_office(words[at - 1].group(), language):
            continue
        if text[words[at - 1].end() : words[at].start()] != " ":
            continue
        last = _last_of_name(text, words, at)
        if _SHORTEST <= last - at + 1 <= _LONGEST and _is_person(words[at : last + 1]):
            first, stop = words[at].start(), words[last].end()
            near = bisect_right(mentions, first, key=lambda m: m.end)
            if near < len(mentions) and mentions[near].start < stop:
                continue
            yield Mention(first, stop, text[first:stop], Label.PER)


def _is_office(word: str, language: str) -> bool:
    if not word.islower() or fold(word) in _VAGUE or fold(word) in _WORDS.get(language, ()):
        return False
    return lex.is_office(fold(word)) or head_at([role_token(word)], 0) is not None


def _last_of_name(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    last = at
    while last + 1 < len(words) and last - at < _LONGEST:
        after = words[last + 1].group()
        if text[words[last].end() : words[last + 1].start()] not in {" ", "-"}:
            break
        if not after[0].isupper():
            break
        last += 1
    return last


def _is_person(words: Sequence[re.Match[str]]) -> bool:
    name = " ".join(word.group() for word in words)
    if find_place(name) is not None or country_named(name) is not None:
        return False
    return not any(_is_other(word.group()) for word in words)


def _is_other(word: str) -> bool:
    key = fold(word)
    is_known = key in _HEADS or key in calendar_words() or lex.is_title(key) or is_demonym(word)
    return is_known or (word.isupper() and len(word) > 1)
