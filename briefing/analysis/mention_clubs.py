"""Clubs that are called like towns, or like nothing known, told on pages that report a match.

Invariant: only towns and unknown places on a page that speaks of a match become clubs, and only
where they stand behind no preposition of place; everywhere else nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.mention_edges import WORD, Line
from briefing.lexicon import matches as lex
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.places import LOCATIVES, find_place
from briefing.model import Label, Mention

_LEAST_WORDS = 4
_REACH = 30
_SCORE = re.compile(r"\s?,?\s?\(?\d{1,2}\s?(?:[-–:x]|a)\s?\d{1,2}\b")
_SCORE_BEFORE = re.compile(r"\d{1,2}\s?(?:[-–:x]|a)\s?\d{1,2}\)?\s(?:\w{1,5}\s){0,2}$")
_ARTICLE = re.compile(r"\b[a-z]{1,4}(?: |['’])$")
_OF = frozenset({"de", "di", "of", "do", "da", "von", "van"})
_IN = LOCATIVES - {"a", "au", "aux", "ب"}


def told_clubs(
    text: str, lines: Sequence[Line], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The mentions, with towns that play a match here labelled as the clubs that they are."""
    folded = {fold(word) for word in WORD.findall(text)}
    if len(folded & lex.SPORT) < _LEAST_WORDS:
        return tuple(mentions)
    ordered = sorted(lines, key=lambda line: line.start)
    clubs: set[str] = set()
    there: set[int] = set()
    at = 0
    for mention in mentions:
        while at < len(ordered) and ordered[at].end <= mention.start:
            at += 1
        if at == len(ordered) or mention.label is not Label.LOC or not _may_play(mention.text):
            continue
        before = WORD.findall(text[max(ordered[at].start, mention.start - _REACH) : mention.start])
        nearest = fold(before[-1]) if before else ""
        named = fold(before[-2]) if len(before) > 1 and nearest in _OF else ""
        if nearest in _IN or named in lex.GROUNDS:
            there.add(mention.start)
        elif _plays(text, ordered[at], mention, nearest):
            clubs.add(fold(mention.text))
    return tuple(
        replace(m, label=Label.ORG)
        if m.label is Label.LOC and fold(m.text) in clubs and m.start not in there
        else m
        for m in mentions
    )


def _may_play(name: str) -> bool:
    """Whether no table says that it is a country or a region."""
    place = find_place(name)
    return place.kind == "city" if place else not is_country_name(name)


def _plays(text: str, line: Line, mention: Mention, nearest: str) -> bool:
    """Whether an article, a score, a verb of matches or "against" makes a town a club."""
    if nearest in lex.AGAINST:
        return True
    article = _ARTICLE.search(text, max(line.start, mention.start - _REACH), mention.start)
    if article and nearest in lex.ARTICLES.get(line.language, ()):
        # "le Caire", "el Alto": towns may have one in their names.
        return find_place(text[article.start() : mention.end]) is None
    after = WORD.match(text, mention.end + 1, line.end)
    if after is not None and text[mention.end] == " " and fold(after.group()) in lex.PLAYS:
        return True
    before = text[max(line.start, mention.start - _REACH) : mention.start]
    return bool(_SCORE.match(text, mention.end, line.end) or _SCORE_BEFORE.search(before))
