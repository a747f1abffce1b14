"""Firms, unions and clubs that the words beside their names tell.

Invariant: who the page shows to be a person stays one; what one use of a name tells holds for all
its uses on the page, but for names that places bear, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.mention_context import is_somebody
from briefing.analysis.mention_edges import WORD, Line, is_demonym, with_lines
from briefing.analysis.mention_growth import SMALL_ADJECTIVES
from briefing.lexicon import firm_words as lex
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS
from briefing.lexicon.name_words import is_office
from briefing.lexicon.places import find_place
from briefing.model import Label, Mention

_REACH = 80
_MOST_BETWEEN = 4
_LONGEST_NAME = 4
_DUTCH_NEUTER = re.compile(r"\bhet ([^\W\d_]+) $")
_OWNER = re.compile(r"['’]s? ([^\W\d_]+)")


def told_firms(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those that somewhere on the page are told to be firms labelled so."""
    told: set[str] = set()
    people: set[str] = set()
    for line, mention in with_lines(lines, mentions):
        if is_somebody(text, line, mention):
            people.update(fold(word) for word in WORD.findall(mention.text))
        elif mention.label is not Label.ORG and is_firm(text, line, mention):
            told.add(fold(mention.text))
    told = {name for name in told if people.isdisjoint(name.split())}
    return [replace(m, label=Label.ORG) if fold(m.text) in told else m for m in mentions]


def is_firm(text: str, line: Line, mention: Mention) -> bool:
    """Whether the words beside one use of a name make it a firm, a union or a club."""
    if len(mention.text.split()) > _LONGEST_NAME or is_country_name(mention.text):
        return False
    if find_place(mention.text) is not None:
        return False
    return _is_apposed(text, line, mention) or _is_owner(text, line, mention)


def _is_apposed(text: str, line: Line, mention: Mention) -> bool:
    """Whether the noun for a firm follows in apposition: "…, the Omani logistics group"."""
    kinds = lex.APPOSED.get(line.language)
    if kinds is None or text[mention.end : mention.end + 2] != ", ":
        return False
    words = list(WORD.finditer(text, mention.end + 2, min(line.end, mention.end + _REACH)))
    if not words or fold(words[0].group()) not in lex.ARTICLES[line.language]:
        return False
    for at, word in enumerate(words[1 : _MOST_BETWEEN + 2], start=1):
        gap = text[words[at - 1].end() : word.start()]
        if gap not in {" ", "-", "’", "'"}:
            return False
        key = fold(word.group())
        if key in kinds:
            after = words[at + 1] if at + 1 < len(words) else None
            is_kind = at > 1 or key not in lex.OF_ANYTHING
            return is_kind and (after is None or _goes_on(text, line.language, word, after))
        is_adjective = word.group().islower() or is_demonym(word.group()) or line.language == "de"
        # "the chairwoman of the group": her, and not it.
        if not is_adjective or key in ALL_FUNCTION_WORDS or is_office(key):
            return False
    return False


def _goes_on(text: str, language: str, noun: re.Match[str], after: re.Match[str]) -> bool:
    """Whether the noun itself is the apposition, not what it tells of an office ("group head")."""
    if text[noun.end() : after.start()] != " ":
        return not text.startswith(("'", "’", "-"), noun.end())
    adjective = SMALL_ADJECTIVES.get(language)
    is_adjective = adjective is not None and bool(adjective.fullmatch(after.group()))
    return fold(after.group()) in lex.GO_ON or is_adjective or is_demonym(after.group())


def _is_owner(text: str, line: Line, mention: Mention) -> bool:
    """Whether the name has what firms have, or bears a Dutch neuter article and a demonym."""
    if line.language == "en":
        owned = _OWNER.match(text, mention.end, line.end)
        return owned is not None and fold(owned.group(1)) in lex.OWNED
    if line.language == "nl":
        before = _DUTCH_NEUTER.search(text, max(line.start, mention.start - _REACH), mention.start)
        return before is not None and is_demonym(before.group(1))
    return False
