"""What the words right beside a name say that it names: a river, a district, a firm.

Invariant: who the page shows to be a person (after an office, beside a verb of saying, named in
full) stays one. What one use of a name tells holds for all its uses on the page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.mention_edges import WORD, Line, follows_office
from briefing.lexicon import name_contexts as lex
from briefing.lexicon.folding import fold
from briefing.lexicon.name_words import COURTESY, IN_TOWNS, PLACE_HEADS
from briefing.lexicon.places import find_place
from briefing.lexicon.speech import SAYING
from briefing.model import Label, Mention

_REACH = 40
_MOST_BETWEEN = 2
_LONGEST_NAME = 3
_TO_PEOPLE = frozenset({"fr", "it"})
"""Languages whose "à" and "a" lead to people as well as to towns."""
_JOINTS = frozenset({" ", "’", "'", "’ ", "-"})


def told_by_neighbours(
    text: str, lines: Sequence[Line], mentions: Sequence[Mention]
) -> list[Mention]:
    """The mentions, labelled as their neighbours say: one-word names, and places that speak."""
    mentions = [replace(m, label=Label.PER) if _speaks(text, m) else m for m in mentions]
    mentions = [replace(m, label=Label.LOC) if _is_land(text, m) else m for m in mentions]
    people = {
        fold(w)
        for m in mentions
        if m.label is Label.PER and " " in m.text
        for w in WORD.findall(m.text)
    }
    told: defaultdict[str, set[Label]] = defaultdict(set)
    starts = iter(sorted(lines, key=lambda line: line.start))
    line = next(starts, None)
    for before, mention in zip([None, *mentions], mentions, strict=False):
        while line is not None and line.end <= mention.start:
            line = next(starts, None)
        if line is None or not WORD.fullmatch(mention.text):
            continue
        name = fold(mention.text)
        if is_somebody(text, line, mention):
            people.add(name)
        elif (label := told_kind(text, line, mention)) is not None:
            told[name].add(label)
        elif mention.label is Label.PER and _is_beside_place(text, line, mention, before):
            told[name].add(Label.LOC)
    agreed = {n: label for n, (label, *rest) in told.items() if not rest and n not in people}
    return [replace(m, label=agreed.get(fold(m.text), m.label)) for m in mentions]


def _is_land(text: str, mention: Mention) -> bool:
    """Whether mountains, a desert or the like stand right behind: "the Quax Al Dar mountains"."""
    after = WORD.match(text, mention.end + 1)
    is_next = after is not None and text[mention.end] == " " and after.group().islower()
    return is_next and after is not None and fold(after.group()) in lex.LANDFORMS


def _speaks(text: str, mention: Mention) -> bool:
    """Whether a "place" of several words that no table holds stands beside a verb of saying."""
    words = WORD.findall(mention.text)
    is_name = mention.label is Label.LOC and 1 < len(words) <= _LONGEST_NAME
    if not is_name or not all(w[0].isupper() for w in words) or find_place(mention.text):
        return False
    if any(fold(w) in PLACE_HEADS or find_place(w) for w in words):
        return False
    after = WORD.match(text, mention.end + 1)
    return after is not None and text[mention.end] == " " and fold(after.group()) in lex.SPEAKS


def is_somebody(text: str, line: Line, mention: Mention) -> bool:
    """Whether an office or a form of address stands before, or a verb of saying behind."""
    if mention.label is not Label.PER:
        return False
    before = WORD.findall(text[max(line.start, mention.start - _REACH) : mention.start])
    after = WORD.search(text, mention.end, min(line.end, mention.end + _REACH))
    return (
        (bool(before) and fold(before[-1]) in COURTESY)
        or follows_office(text, mention.start)
        or (after is not None and fold(after.group()) in SAYING)
    )


def told_kind(text: str, line: Line, mention: Mention) -> Label | None:
    """What the noun or the preposition beside one use of a name makes of it."""
    after = WORD.match(text, mention.end + 1, line.end)
    is_joined = after is not None and text[mention.end] == " " and line.language == "en"
    if is_joined and after is not None and fold(after.group()) in lex.AFTER_PLACES:
        return Label.LOC
    before = list(WORD.finditer(text, max(line.start, mention.start - _REACH), mention.start))
    if not before or text[before[-1].end() : mention.start] not in _JOINTS:
        return None
    nearest = fold(before[-1].group())
    led = _noun_before(text, before)
    if led in lex.OF_PLACES.get(line.language, ()):
        return Label.LOC
    if led in lex.OF_FIRMS.get(line.language, ()) and find_place(mention.text) is None:
        return Label.ORG
    is_there = line.language not in _TO_PEOPLE and nearest in IN_TOWNS.get(line.language, ())
    is_there = is_there and not before[-1].group()[0].isupper()
    is_owner = text.startswith(("'s", "’s"), mention.end)
    return Label.LOC if mention.label is Label.PER and is_there and not is_owner else None


def _is_beside_place(text: str, line: Line, mention: Mention, before: Mention | None) -> bool:
    """Whether a noun of places leads to a name, or it is the other end of "between … and"."""
    words = list(WORD.finditer(text, max(line.start, mention.start - _REACH), mention.start))
    if not words or text[words[-1].end() : mention.start] not in _JOINTS:
        return False
    noun = _noun_before(text, words)
    link = fold(words[-1].group())
    if line.language == "en" and link == "on" and len(words) > 1:
        return fold(words[-2].group()) in lex.ISLANDERS
    is_linked = link in lex.BETWEEN or noun in {"near", "outside", "nahe"}
    if is_linked and noun in lex.NOT_PEOPLE.get(line.language, ()):
        return True
    pair = lex.PAIRED.get(line.language)
    if pair is None or before is None or before.label is not Label.LOC:
        return False
    opening = WORD.findall(text[max(line.start, before.start - _REACH) : before.start])
    is_pair = text[before.end : mention.start] == f" {pair[1]} "
    return is_pair and bool(opening) and fold(opening[-1]) == pair[0]


def _noun_before(text: str, before: Sequence[re.Match[str]]) -> str:
    """The nearest word before a name that is neither an article nor a preposition, folded."""
    at = len(before) - 1
    while at and len(before) - 1 - at < _MOST_BETWEEN and fold(before[at].group()) in lex.BETWEEN:
        if text[before[at - 1].end() : before[at].start()] not in _JOINTS:
            return ""
        at -= 1
    return fold(before[at].group())
