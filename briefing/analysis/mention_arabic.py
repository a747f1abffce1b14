"""Arabic names that open with a common noun: bodies, buildings, seas.

Invariant: without capitals a name is told by its head and by the definite words, or the names
found, that follow it without a break; a head alone is no name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from briefing.analysis.mention_edges import WORD, is_demonym
from briefing.analysis.mention_laying import overlay
from briefing.lexicon import arabic_heads as lex
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import FUNCTION_WORDS
from briefing.lexicon.name_words import is_office
from briefing.lexicon.places import is_place_name
from briefing.model import Label, Mention

_ARTICLE = "ال"
_TO_THE = "لل"
_PROCLITICS = frozenset("وفبلك")
_JOINED = frozenset("وبل")
_LED_HEAD = re.compile(r"(?:[وف]?[بلك]?)(?=[\u0621-\u064a]{3})")
_LONGEST = 7
_OWN_WORDS = 2
_SHORTEST_NAME = 3
_FUNCTION_WORDS = FUNCTION_WORDS["ar"]


def with_headed_names(
    text: str, start: int, end: int, mentions: Sequence[Mention]
) -> list[Mention]:
    """The mentions of a line, the names that open with a common noun laid over them."""
    headed = list(arabic_names(text, start, end, mentions))
    heads = {m.start for m in headed}
    # A tagger takes the preposition written to the head for a part of the name.
    free = [
        m
        for m in mentions
        if not any(at in heads for at in range(m.start + 1, min(m.start + 3, m.end)))
    ]
    return overlay(free, iter(headed))


def without_proclitics(
    text: str, words: Collection[str], mentions: Sequence[Mention]
) -> list[Mention]:
    """The mentions without an "and", "in" or "to" that is written to their first word.

    It is told from a letter of the name by `words`, the page's, which hold the word without it.
    """
    trimmed = []
    for mention in mentions:
        opening = WORD.match(text, mention.start, mention.end)
        word = opening.group() if opening else ""
        bare = word[1:]
        is_town = word[:1] in _JOINED and is_place_name(bare) and not is_place_name(word)
        is_known = bare in words or is_town
        is_led = word[:1] in _PROCLITICS and len(bare) >= _SHORTEST_NAME and is_known
        start = mention.start + 1 if is_led else mention.start
        trimmed.append(Mention(start, mention.end, text[start : mention.end], mention.label))
    return trimmed


def arabic_names(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Bodies and places of a line whose head is a common noun, longest reading."""
    words = list(WORD.finditer(text, start, end))
    at = 0
    while at < len(words):
        head = _head(words[at].group())
        last = at
        if head in lex.PLACES and at and is_office(fold(words[at - 1].group())):
            # "The minister of the Sea": what he is minister of.
            head = None
        if head is not None and not (at + 1 < len(words) and _head(words[at + 1].group())):
            last = _last_word(text, words, at, head, mentions)
        elif _is_fixed_name(words, at):
            head, last = fold(words[at].group()), at + 1
        if head is not None and last > at:
            first = words[at].end() - _length_of(words[at].group(), head)
            stop = words[last].end()
            label = Label.LOC if head in lex.PLACES else Label.ORG
            yield Mention(first, stop, text[first:stop], label)
        at = last + 1


def _is_fixed_name(words: Sequence[re.Match[str]], at: int) -> bool:
    pair = [fold(word.group()) for word in words[at : at + 2]]
    return len(pair) > 1 and pair[0] in lex.CIVIL_SERVICES and pair[1] in lex.CIVIL


def _head(word: str) -> str | None:
    """The head that a word is, folded, without the conjunction or preposition written to it."""
    key = fold(word)
    if key in lex.HEADS:
        return key
    if key.startswith(_TO_THE) and _ARTICLE + key[2:] in lex.HEADS:
        return _ARTICLE + key[2:]
    led = _LED_HEAD.match(key)
    bare = key[led.end() :] if led else key
    return bare if bare in lex.HEADS else None


def _length_of(word: str, head: str) -> int:
    # "للشركة" writes the article as a second l: the name begins with the word then.
    return len(word) if fold(word).startswith(_TO_THE) else min(len(head), len(word))


def _last_word(
    text: str, words: Sequence[re.Match[str]], at: int, head: str, mentions: Sequence[Mention]
) -> int:
    """The index of the last word of the name that the head at `at` opens; `at` if there is none."""
    is_definite = head.startswith(_ARTICLE)
    last, here = at, at + 1
    definite = 0
    while here < len(words) and here - at <= _LONGEST:
        word, key = words[here].group(), fold(words[here].group())
        if text[words[here - 1].end() : words[here].start()] != " " or _is_ender(key):
            break
        named = None if is_definite else _named_until(words, here, mentions)
        if named is not None:
            # What follows the name of a town or a person is no longer the body's name.
            last = last if definite or head in lex.OF_FIRMS else named
            after = words[named + 1].group() if named + 1 < len(words) else ""
            if head in lex.OF_FIRMS and after.startswith(_TO_THE):
                last = named + 1
                quality = words[last + 1].group() if last + 1 < len(words) else ""
                last += quality.startswith(_ARTICLE) and not _is_ender(fold(quality))
            break
        if not (key in lex.TOWN_WORDS and here == at + 1 and not is_definite):
            if _is_part(key, is_first=not (definite or is_definite), is_led=bool(definite)):
                if is_demonym(word) and head in lex.STATE_BODIES:
                    break
                definite += 1
            elif definite or here > at + _own_words(head) or not _is_own_name(head, key):
                break
            last = here
        here += 1
    is_common = fold(words[last].group()) in lex.COMMON_SECONDS or (head in lex.COMMON and definite)
    return at if last == at + 1 and is_common else last


def _own_words(head: str) -> int:
    return 1 if head in lex.OF_ONE_WORD else _OWN_WORDS


def _is_own_name(head: str, key: str) -> bool:
    """Whether a word without article may be the name itself; an adjective is none ("a field …")."""
    is_name = not key.startswith("و" + _ARTICLE) and not _is_adjective(key)
    return head in lex.WITH_OWN_NAMES and is_name


def _is_ender(key: str) -> bool:
    return key in lex.ENDERS or key.removeprefix("و") in lex.ENDERS or key in _FUNCTION_WORDS


def _is_part(key: str, *, is_first: bool, is_led: bool) -> bool:
    """Whether a definite word goes on with a name: its noun, an adjective, what is joined to it.

    Another noun is the object of the sentence.
    """
    if key.startswith((_TO_THE, "و" + _ARTICLE)):
        return is_led
    return key.startswith(_ARTICLE) and (is_first or _is_adjective(key))


def _is_adjective(key: str) -> bool:
    return key in lex.ADJECTIVES or key.endswith(lex.ADJECTIVE_ENDINGS)


def _named_until(
    words: Sequence[re.Match[str]], here: int, mentions: Sequence[Mention]
) -> int | None:
    """The index of the last word of the name found that begins at word `here`, if one does."""
    at = bisect_left(mentions, words[here].start(), key=lambda m: m.start)
    if at == len(mentions) or mentions[at].start != words[here].start():
        return None
    last = here
    while last + 1 < len(words) and words[last + 1].end() <= mentions[at].end:
        last += 1
    return last
