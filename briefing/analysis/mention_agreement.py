"""Agreement over a page: a name seen whole explains its short forms, a name is of one kind.

Invariant: only strings that the page already holds as mentions (or their surnames) are added, and
the result does not depend on the order in which names were found.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.analysis.mention_edges import WORD, Line, follows_office, is_demonym, words_of_line
from briefing.lexicon import name_words as lex
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.places import find_place
from briefing.lexicon.speech import SAYING
from briefing.model import Label, Mention

Key = tuple[str, ...]
_PAIR = 2
_SHARE = 0.4
_TITLED_WORDS, _TITLED_SHARE = 4, 0.65
_SHORTEST_SURNAME = 3
_LONGEST_KEY = 12
_BIG_PLACE = 100_000
_ORDER = {Label.PER: 0, Label.LOC: 1, Label.ORG: 2, Label.MISC: 3}
_SENTENCE_END = re.compile(r"[.!?:;«“\"]")
_HEADS = lex.BODY_HEADS | lex.PLACE_HEADS | lex.OPENING_BODY_HEADS
_JOINTS = frozenset({" ", "-", "‑", "’", "'", ". ", "\n", "."})


class PageWord(NamedTuple):
    """A word of a line with its range; `line` tells lines apart, some are in title case."""

    text: str
    start: int
    end: int
    line: int
    is_titled: bool = False


def agree(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with one label per name, and with the page's other uses of known names."""
    words = [w for n, line in enumerate(lines) for w in _words_of(text, line, n)]
    mentions = list(_parted(text, mentions, name_labels(mentions)))
    labels = name_labels(mentions)
    speaking = frozenset(key_of(m.text) for m in mentions if _speaks(text, m))
    surnames = surname_labels(mentions, labels, speaking)
    agreed = [_relabelled(m, labels, surnames) for m in mentions]
    known = {
        **{k: v for k, v in surnames.items() if k not in labels},
        **_worth_spreading(labels, agreed, words),
    }
    return tuple(_spread(text, words, agreed, known))


def _parted(
    text: str, mentions: Sequence[Mention], labels: Mapping[Key, Label]
) -> Iterator[Mention]:
    """A body that the page names alone, too, and who is named right behind it, are two names.

    "The union PNX Olaf Berg": papers put somebody's firm or union before the full name. What the
    tagger calls a body is parted only where the page names the person again or an office stands
    before it.
    """
    for mention in mentions:
        key, first = key_of(mention.text), WORD.search(mention.text)
        is_led = len(key) > _PAIR and labels.get(key[:1]) is Label.ORG and first is not None
        names = {labels.get(key[1:]), labels.get(key[-1:])}
        is_person = mention.label is Label.PER or Label.PER in names
        rest = WORD.findall(mention.text)[1:]
        is_person = is_person or (len(rest) == _PAIR and _is_held_by(text, mention))
        is_person = is_person and not _HEADS & set(key[1:]) and all(w[0].isupper() for w in rest)
        if not is_led or not is_person or first is None or mention.text[first.end()] != " ":
            yield mention
            continue
        cut = mention.start + first.end()
        yield Mention(mention.start, cut, text[mention.start : cut], Label.ORG)
        person = text[cut + 1 : mention.end]
        yield Mention(cut + 1, mention.end, person, Label.PER, mention.title)


def _is_held_by(text: str, mention: Mention) -> bool:
    """Whether an office stands before a body, not in English, whose bodies have longer names."""
    before = WORD.findall(text[max(0, mention.start - _LONGEST_KEY) : mention.start])
    is_english = not before or before[-1].lower() in {"of", "the", "for"}
    return not is_english and follows_office(text, mention.start)


def _words_of(text: str, line: Line, number: int) -> list[PageWord]:
    found = words_of_line(text, line.start, line.end)
    capitals = sum([m.group()[0].isupper() for m in found])
    is_titled = len(found) >= _TITLED_WORDS and capitals >= _TITLED_SHARE * len(found)
    return [PageWord(m.group(), m.start(), m.end(), number, is_titled) for m in found]


def key_of(words: str) -> Key:
    """A name's words, folded: what makes two mentions the same name."""
    return tuple(fold(w) for w in WORD.findall(words))


def name_labels(mentions: Iterable[Mention]) -> dict[Key, Label]:
    """The label that each name has most often on the page."""
    votes: dict[Key, Counter[Label]] = defaultdict(Counter)
    for mention in mentions:
        votes[key_of(mention.text)][mention.label] += 1
    labels = {
        key: min(counts, key=lambda label: (-counts[label], _ORDER[label]))
        for key, counts in votes.items()
        if key
    }
    firms = {key[:1] for key, label in labels.items() if label is Label.ORG and _is_firm(key)}
    return {key: Label.ORG if key in firms else label for key, label in labels.items()}


def _is_firm(key: Key) -> bool:
    return len(key) > 1 and key[-1] in lex.COMPANY_TAILS


def _speaks(text: str, mention: Mention) -> bool:
    """Whether a verb of saying stands right behind a "place" of one word, or right before it."""
    if mention.label is not Label.LOC or not WORD.fullmatch(mention.text):
        return False
    after = WORD.match(text, mention.end + 1)
    before = WORD.findall(text[max(0, mention.start - _LONGEST_KEY) : mention.start])
    beside = [after.group()] if after else []
    return any(fold(word) in SAYING for word in beside + before[-1:])


def surname_labels(
    mentions: Sequence[Mention],
    labels: Mapping[Key, Label],
    speaking: Collection[Key] = frozenset(),
) -> dict[Key, Label]:
    """The surnames of people named in full: their last word, with the particles before it.

    A surname that the page more often uses as another name by itself is left to that name, unless
    it is one of those `speaking`.
    """
    votes: Counter[Key] = Counter()
    alone: Counter[Key] = Counter()
    for mention in mentions:
        key = key_of(mention.text)
        if mention.label is not Label.PER:
            alone[key] += 1
        elif len(key) >= _PAIR and labels.get(key) is Label.PER:
            votes.update(_surnames(key))
    return {
        name: Label.PER
        for name, count in votes.items()
        if (2 * count >= alone[name] or name in speaking)
        and not (alone[name] and _is_place(name) and (count == 1 or 2 * count < alone[name]))
    }


def _surnames(key: Key) -> Iterator[Key]:
    at = len(key) - 1
    names = [key[at:]]
    while at > 1 and key[at - 1] in lex.PARTICLES:
        at -= 1
        names.append(key[at:])
    if len(key) > _PAIR and key[-2:] not in names:
        names.append(key[-2:])
    for name in names:
        if len(name[-1]) >= _SHORTEST_SURNAME and not is_country_name(" ".join(name)):
            yield name


def _is_place(key: Key) -> bool:
    place = find_place(" ".join(key))
    return place is not None and place.population >= _BIG_PLACE


def _relabelled(
    mention: Mention, labels: Mapping[Key, Label], surnames: Mapping[Key, Label]
) -> Mention:
    key = key_of(mention.text)
    label = Label.PER if key in surnames else labels.get(key, mention.label)
    return mention if label is mention.label else replace(mention, label=label)


def _worth_spreading(
    labels: Mapping[Key, Label], mentions: Sequence[Mention], words: Sequence[PageWord]
) -> dict[Key, Label]:
    """Names of several words, acronyms, and words that stand alone mostly as mentions."""
    covered = _covered(mentions)
    free = Counter(fold(w.text) for w in words if w.start not in covered and w.text[:1].isalpha())
    lower = {fold(w.text) for w in words if w.text.islower() and w.text.isascii()}
    marked = Counter(key_of(m.text) for m in mentions)
    shouted = {key_of(m.text) for m in mentions if m.text.isupper()}
    worth = {}
    for key, label in labels.items():
        is_sure = 1 < len(key) <= _LONGEST_KEY or (key in shouted and len(key[0]) > 1)
        if len(key) == 1 and not is_sure and key[0] not in lower:
            is_sure = marked[key] >= _SHARE * (marked[key] + free[key[0]])
        if is_sure:
            worth[key] = label
    return worth


def _covered(mentions: Iterable[Mention]) -> frozenset[int]:
    return frozenset(m.start + word.start() for m in mentions for word in WORD.finditer(m.text))


def _spread(
    text: str,
    words: Sequence[PageWord],
    mentions: Sequence[Mention],
    known: Mapping[Key, Label],
) -> list[Mention]:
    """Mark the longest known name at each word that is free or covered by parts of that name."""
    folded = [fold(w.text) for w in words]
    reach: dict[str, int] = {}
    for key in known:
        reach[key[0]] = max(reach.get(key[0], 0), len(key))
    owners = {m.start + w.start(): m for m in mentions for w in WORD.finditer(m.text)}
    added: list[Mention] = []
    dropped: set[int] = set()
    at = 0
    while at < len(words):
        longest = reach.get(folded[at])
        size = _longest_at(text, words, folded, at, known, longest) if longest else 0
        if size:
            label = known[tuple(folded[at : at + size])]
            end = words[at + size - 1].end
            inside = {owners[w.start] for w in words[at : at + size] if w.start in owners}
            start = _start_of(text, words, at, size, label, is_lone=not inside)
            if start is not None and _may_replace(inside, start, end, owners):
                dropped |= {m.start for m in inside}
                added.append(Mention(start, end, text[start:end], label))
        at += size or 1
    kept = [m for m in mentions if m.start not in dropped]
    return sorted(kept + added, key=lambda m: m.start)


def _may_replace(
    inside: Collection[Mention], start: int, end: int, owners: Mapping[int, Mention]
) -> bool:
    """Whether the range covers whole shorter mentions only, and is new."""
    return (
        all(start <= m.start and m.end <= end for m in inside)
        and all((m.start, m.end) != (start, end) for m in inside)
        and (start not in owners or owners[start] in inside)
    )


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
            last.line != words[at].line
            or text[words[at + size - 2].end : last.start] not in _JOINTS
        ):
            break
        if tuple(folded[at : at + size]) in known:
            longest = size
        size += 1
    return longest


def _start_of(
    text: str, words: Sequence[PageWord], at: int, size: int, label: Label, *, is_lone: bool
) -> int | None:
    """Where the name at word `at` begins; None where the words are not that name.

    A person's surname takes in the given name before it; what follows may not be a name.
    """
    first, last = words[at], words[at + size - 1]
    if first.text.islower() and first.text.isascii() and fold(first.text) not in _HEADS:
        return None
    if not is_lone or first.is_titled:
        return first.start
    after = words[at + 1] if at + 1 < len(words) else None
    is_followed = size == 1 and after is not None and _touches(text, last, after)
    if is_followed and after is not None and after.text[0].isupper():
        return None
    if at and _touches(text, words[at - 1], first) and _is_given_name(text, words, at - 1):
        if label is not Label.PER:
            return first.start if size > 1 else None
        return words[at - 1].start
    return first.start


def _touches(text: str, left: PageWord, right: PageWord) -> bool:
    return left.line == right.line and text[left.end : right.start] in {" ", "-"}


def _is_given_name(text: str, words: Sequence[PageWord], at: int) -> bool:
    """Whether a word before a surname belongs to it: capitalised, no title, inside a sentence."""
    word = words[at]
    if not word.text[0].isupper() or lex.is_title(fold(word.text)) or is_demonym(word.text):
        return False
    if at == 0 or words[at - 1].line != word.line:
        return False
    return not _SENTENCE_END.search(text[words[at - 1].end : word.start])
