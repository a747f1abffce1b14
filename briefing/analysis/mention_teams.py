"""Teams that bear the names of towns or of nobody: who plays is no place.

Invariant: only on pages that report a game; countries and who a table holds with an article stay
places, and so does a use that "in" stands before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.mention_edges import WORD, Line
from briefing.lexicon import sport as lex
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.name_words import IN_TOWNS
from briefing.lexicon.places import find_place
from briefing.model import Label, Mention

_FEWEST_WORDS = 4
_REACH = 30
_NEAR = 3
_SCORE = re.compile(r"\s*,?\s*\d{1,3}\s?[-–:]\s?\d{1,3}\b")
_SCORED = re.compile(r"\b\d{1,3}\s?[-–:]\s?\d{1,3}\s+$")
_JOINTS = frozenset({" ", "’", "'", "’ "})


def told_teams(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, places that play on a page about a game labelled as organisations."""
    if not _reports_game(text):
        return list(mentions)
    played: set[str] = set()
    stays: set[int] = set()
    starts = iter(sorted(lines, key=lambda line: line.start))
    line = next(starts, None)
    for at, mention in enumerate(mentions):
        while line is not None and line.end <= mention.start:
            line = next(starts, None)
        if line is None or mention.label is not Label.LOC or is_country_name(mention.text):
            continue
        before = list(WORD.finditer(text, max(line.start, mention.start - _REACH), mention.start))
        if before and fold(before[-1].group()) in IN_TOWNS.get(line.language, ()):
            stays.add(at)
        elif _plays(text, line, mention, before):
            played.add(fold(mention.text))
    return [
        replace(m, label=Label.ORG)
        if m.label is Label.LOC and at not in stays and fold(m.text) in played
        else m
        for at, m in enumerate(mentions)
    ]


def _reports_game(text: str) -> bool:
    return len(lex.GAME_WORDS.intersection(map(fold, set(WORD.findall(text))))) >= _FEWEST_WORDS


def _plays(text: str, line: Line, mention: Mention, before: Sequence[re.Match[str]]) -> bool:
    """Whether a use of a name is a team's: by its article, its verb, its rival or the score."""
    opening = text[max(line.start, mention.start - _REACH) : mention.start]
    if _SCORE.match(text, mention.end) or _SCORED.search(opening):
        return True
    ending = text[mention.end : min(line.end, mention.end + _REACH)]
    after = [fold(word) for word in WORD.findall(ending)]
    if after and not lex.PLAYS.get(line.language, frozenset()).isdisjoint(after[:1]):
        return True
    if not before or text[before[-1].end() : mention.start] not in _JOINTS:
        return False
    words = [fold(m.group()) for m in before[-_NEAR:]]
    if not lex.AGAINST.get(line.language, frozenset()).isdisjoint(words[-2:]):
        return True
    article = before[-1]
    is_borne = words[-1] in lex.OF_TEAMS.get(line.language, ()) and article.group().islower()
    return is_borne and find_place(text[article.start() : mention.end]) is None
