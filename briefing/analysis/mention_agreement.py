"""Agreement over a page: a name seen whole explains its short forms, a name is of one kind.

Invariant: only strings that the page already holds as mentions (or their surnames) are added, and
the result does not depend on the order in which names were found.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.analysis.mention_repairs import WORD, resized
from briefing.lexicon import name_words as lex
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.places import find_place
from briefing.model import Label, Mention

Key = tuple[str, ...]
_PAIR = 2
_SHARE = 0.4
_SHORTEST_SURNAME = 3
_BIG_PLACE = 300_000
_ORDER = {Label.PER: 0, Label.LOC: 1, Label.ORG: 2, Label.MISC: 3}
_JOINTS = frozenset({" ", "-", "‑", "’", "'", ". ", "\n", "."})


@dataclass(frozen=True, slots=True)
class PageWord:
    """A word of a line with its range; `line` tells lines apart."""

    text: str
    start: int
    end: int
    line: int


def agree(
    text: str, lines: Sequence[tuple[int, int]], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The mentions with one label per name, and with the page's other uses of known names."""
    words = [
        PageWord(m.group(), m.start(), m.end(), number)
        for number, (start, end) in enumerate(lines)
        for m in WORD.finditer(text, start, end)
    ]
    labels = name_labels(mentions)
    surnames = surname_labels(mentions, labels)
    agreed = [_relabelled(m, labels, surnames) for m in mentions]
    known = {
        **{k: v for k, v in surnames.items() if k not in labels},
        **_worth_spreading(labels, agreed, words),
    }
    return tuple(_spread(text, words, agreed, known, surnames))


def key_of(words: str) -> Key:
    """A name's words, folded: what makes two mentions the same name."""
    return tuple(fold(w) for w in WORD.findall(words))


def name_labels(mentions: Iterable[Mention]) -> dict[Key, Label]:
    """The label that each name has most often on the page."""
    votes: dict[Key, Counter[Label]] = defaultdict(Counter)
    for mention in mentions:
        votes[key_of(mention.text)][mention.label] += 1
    return {
        key: min(counts, key=lambda label: (-counts[label], _ORDER[label]))
        for key, counts in votes.items()
        if key
    }


def surname_labels(
    mentions: Iterable[Mention], labels: Mapping[Key, Label]
) -> dict[Key, Label]:
    """The surnames of people named in full: their last word, with the particles before it."""
    found: dict[Key, Label] = {}
    for mention in mentions:
        key = key_of(mention.text)
        if len(key) < _PAIR or labels.get(key) is not Label.PER:
            continue
        at = len(key) - 1
        names = {key[at:]}
        while at > 1 and key[at - 1] in lex.PARTICLES:
            at -= 1
            names.add(key[at:])
        if len(key) > _PAIR:
            names.add(key[-2:])
        for name in names:
            if len(name[-1]) >= _SHORTEST_SURNAME and not is_country_name(" ".join(name)):
                found[name] = Label.PER
    return found


def _relabelled(
    mention: Mention, labels: Mapping[Key, Label], surnames: Mapping[Key, Label]
) -> Mention:
    key = key_of(mention.text)
    label = labels.get(key, mention.label)
    if key in surnames and not _is_big_place(mention.text):
        label = Label.PER
    return mention if label is mention.label else replace(mention, label=label)


def _is_big_place(words: str) -> bool:
    place = find_place(words)
    return place is not None and place.population >= _BIG_PLACE


def _worth_spreading(
    labels: Mapping[Key, Label], mentions: Sequence[Mention], words: Sequence[PageWord]
) -> dict[Key, Label]:
    """Names of several words, acronyms, and words that are mostly mentions where they stand alone."""
    covered = _covered(mentions)
    free = Counter(
        fold(w.text) for w in words if w.start not in covered and w.text[:1].isalpha()
    )
    lower = {fold(w.text) for w in words if w.text.islower() and w.text.isascii()}
    marked = Counter(key_of(m.text) for m in mentions)
    shouted = {key_of(m.text) for m in mentions if m.text.isupper()}
    worth = {}
    for key, label in labels.items():
        is_sure = len(key) > 1 or (key in shouted and len(key[0]) > 1)
        if not is_sure and key[0] not in lower:
            is_sure = marked[key] >= _SHARE * (marked[key] + free[key[0]])
        if is_sure:
            worth[key] = label
    return worth


def _covered(mentions: Iterable[Mention]) -> frozenset[int]:
    return frozenset(
        m.start + word.start() for m in mentions for word in WORD.finditer(m.text)
    )


def _spread(
    text: str,
    words: Sequence[PageWord],
    mentions: Sequence[Mention],
    known: Mapping[Key, Label],
    surnames: Mapping[Key, Label],
) -> list[Mention]:
    """Mark the longest known name at each word that is free or covered by parts of that name."""
    folded = [fold(w.text) for w in words]
    reach: dict[str, int] = {}
    for key in known:
        reach[key[0]] = max(reach.get(key[0], 0), len(key))
    owners = {
        m.start + w.start(): m for m in mentions for w in WORD.finditer(m.text)
    }
    added: list[Mention] = []
    dropped: set[int] = set()
    at = 0
    while at < len(words):
        size = _longest_at(text, words, folded, at, known, reach.get(folded[at], 0))
        if not size:
            at += 1
            continue
        first, last = words[at], words[at + size - 1]
        inside = {owners[w.start] for w in words[at : at + size] if w.start in owners}
        fits = all(first.start <= m.start and m.end <= last.end for m in inside)
        is_same = any((m.start, m.end) == (first.start, last.end) for m in inside)
        if fits and not is_same and _may_add(text, words, at, size, surnames, has_mention=bool(inside)):
            dropped |= {m.start for m in inside}
            label = known[tuple(folded[at : at + size])]
            added.append(resized(text, Mention(0, 0, "", label), first.start, last.end))
        at += size
    kept = [m for m in mentions if m.start not in dropped]
    return sorted(kept + added, key=lambda m: m.start)


def _longest_at(
    text: str,
    words: Sequence[PageWord],
    folded: Sequence[str],
    at: int,
    known: Mapping[Key, Label],
    reach: int,
) -> int:
    """How many words from `at` make the longest known name; 0 where none begins."""
    longest, size = 0, 1
    while size <= reach and at + size <= len(words):
        last = words[at + size - 1]
        if size > 1 and (
            last.line != words[at].line or text[words[at + size - 2].end : last.start] not in _JOINTS
        ):
            break
        if tuple(folded[at : at + size]) in known:
            longest = size
        size += 1
    return longest


def _may_add(
    text: str,
    words: Sequence[PageWord],
    at: int,
    size: int,
    surnames: Mapping[Key, Label],
    *,
    has_mention: bool,
) -> bool:
    """Whether the words there are the name: capitalised, and no part of a longer unmarked one."""
    first, last = words[at], words[at + size - 1]
    capitals = [w for w in words[at : at + size] if not w.text.islower() or not w.text.isascii()]
    if not capitals or (first.text.islower() and fold(first.text) not in lex.BODY_HEADS | lex.PLACE_HEADS):
        return False
    if size > 1 or has_mention:
        return True
    before = words[at - 1] if at else None
    after = words[at + 1] if at + 1 < len(words) else None
    is_led = before is not None and text[before.end : first.start] in {" ", "-"} and _is_name_part(before, words, at - 1, text)
    is_followed = after is not None and text[last.end : after.start] in {" ", "-"} and after.text[0].isupper()
    return not is_led and not is_followed


def _is_name_part(word: PageWord, words: Sequence[PageWord], at: int, text: str) -> bool:
    """Whether a word before a name belongs to it: capitalised, no title, not opening a sentence."""
    key = fold(word.text)
    if not word.text[0].isupper() or key in lex.COURTESY or key in lex.OFFICES or key in lex.PORTFOLIOS:
        return False
    opens = at == 0 or words[at - 1].line != word.line
    opens = opens or bool(re.search(r"[.!?:;«“\"]", text[words[at - 1].end : word.start]))
    return not opens
