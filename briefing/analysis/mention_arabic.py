"""Arabic names that open with a common noun: bodies, buildings, seas.

Invariant: without capitals a name is told by its head and by the definite words, or the names
found, that follow it without a break; a head alone is no name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from enum import Enum

from briefing.analysis.mention_arabic_words import is_known, is_rare
from briefing.analysis.mention_edges import WORD, is_demonym
from briefing.analysis.mention_laying import overlay
from briefing.lexicon import arabic_heads as lex
from briefing.lexicon.arabic_given import GIVEN, TITLED
from briefing.lexicon.countries import is_country_name
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
_STROKE = "\u0640"
_COUNCIL = "مجلس"
_HOUSE = "دار"
_SONS = frozenset({"بن", "ابن", "بنت", "آل", "ال", "ولد"})
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
        is_known = is_known or is_country_name(mention.text[1:]) or fold(bare) in lex.HEADS
        is_known = is_known or (fold(bare) in GIVEN and fold(word) not in GIVEN)
        is_known = (is_known or word.startswith("و" + _ARTICLE)) and not word.startswith(_TO_THE)
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
        after = words[at + 1].group() if at + 1 < len(words) else ""
        if fold(after) == lex.BOARD and head is not None and head.endswith(_COUNCIL):
            head = None
        is_free = fold(after) in lex.CHAIN or _head(after) is None
        if head is not None and (is_free or head in lex.OF_TOWN_HALLS):
            last = _last_word(text, words, at, head, mentions)
        elif head is not None:
            last = _last_of_two(text, words, at, head, mentions)
        elif _is_fixed_name(words, at):
            head, last = fold(words[at].group()), at + 1
            last += _is_nations(text, words, at)
        if head is not None and last > at:
            first = words[at].end() - _length_of(words[at].group(), head)
            stop = words[last].end()
            label = Label.LOC if head in lex.PLACES or _is_building(words, last, at) else Label.ORG
            yield Mention(first, stop, text[first:stop], label)
        at = last + 1


def _last_of_two(
    text: str, words: Sequence[re.Match[str]], at: int, head: str, mentions: Sequence[Mention]
) -> int:
    """The last word of a name with two heads: "the society House of …", "the council of command".

    A masculine adjective behind a feminine second head belongs to the first.
    """
    second = _head(words[at + 1].group())
    if second is None or text[words[at].end() : words[at + 1].start()] != " ":
        return at
    if head in lex.OF_HOUSES and fold(words[at + 1].group()) == second:
        inner = _last_word(text, words, at + 1, second, mentions)
        return inner if inner > at + 1 else at
    if at + 2 >= len(words) or text[words[at + 1].end() : words[at + 2].start()] != " ":
        return at
    quality = words[at + 2].group()
    is_masculine = quality.startswith(_ARTICLE) and quality.endswith("ي")
    is_agreed = is_masculine and second.endswith("ة") and not head.endswith("ة")
    return at + 2 if is_agreed and second.startswith(_ARTICLE) else at


def _is_fixed_name(words: Sequence[re.Match[str]], at: int) -> bool:
    pair = [fold(word.group()) for word in words[at : at + 2]]
    return len(pair) > 1 and pair[0] in lex.CIVIL_SERVICES and pair[1] in lex.CIVIL


def _is_building(words: Sequence[re.Match[str]], last: int, at: int) -> bool:
    second = fold(words[at + 1].group()) if last > at else ""
    return fold(words[at].group()).endswith(_HOUSE) and second in lex.HOUSES_OF_ART


def _is_nations(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a Red Crescent's nation follows, which is part of its name."""
    if at + 2 >= len(words) or fold(words[at + 1].group()) != lex.RED:
        return False
    nation = words[at + 2].group()
    is_next = text[words[at + 1].end() : words[at + 2].start()] == " "
    return is_next and nation.startswith(_ARTICLE) and is_demonym(nation)


def _head(word: str) -> str | None:
    """The head that a word is, folded, without the conjunction or preposition written to it."""
    key = fold(word).replace(_STROKE, "")
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


class _Part(Enum):
    """What a word is to the name before it."""

    FIELD = "what the body is for: a definite word must follow"
    PLAIN = "a word without article"
    DEFINITE = "a word with the article"


def _last_word(
    text: str, words: Sequence[re.Match[str]], at: int, head: str, mentions: Sequence[Mention]
) -> int:
    """The index of the last word of the name that the head at `at` opens; `at` if there is none."""
    honoured = _honoured(text, words, at, head)
    if honoured is not None:
        return _after_named(text, words, honoured, head)
    is_definite = head.startswith(_ARTICLE)
    last, here = at, at + 1
    definite, is_for = 0, False
    while here - at <= _LONGEST and not _is_over(text, words, at, here, is_definite=is_definite):
        label, named = _named_until(words, here, mentions)
        if named is not None and not is_definite:
            end = _with_named(text, words, (at, last, named), head, label, definite=definite)
            return _ended(words, at, end, head)
        if label is Label.PER and (named != here or here > at + 1):
            break
        part = _part(text, words, (at, here), head, definite=definite, is_for=is_for)
        if part is None:
            break
        is_for = is_for or (part is _Part.DEFINITE and fold(words[here].group())[:2] == _TO_THE)
        definite += part is not _Part.PLAIN
        here += part is _Part.FIELD
        last = here
        here += 1
    return _ended(words, at, last, head)


def _is_over(
    text: str, words: Sequence[re.Match[str]], at: int, here: int, *, is_definite: bool
) -> bool:
    """Whether the word at `here` is no part of any name that the head at `at` opens."""
    if here >= len(words) or text[words[here - 1].end() : words[here].start()] != " ":
        return True
    is_office = here > at + 1 and _is_office(words, here, is_definite=is_definite)
    return is_office or _is_ender(fold(words[here].group()))


def _with_named(
    text: str,
    words: Sequence[re.Match[str]],
    span: tuple[int, int, int],
    head: str,
    label: Label | None,
    *,
    definite: int,
) -> int:
    """The last word of a body or place behind whose head the name of a town or person stands.

    What follows that name is no longer the body's, but for what it is for.
    """
    at, last, named = span
    if head in lex.PORTS and not definite:
        end = _after_named(text, words, named, head)
        return end if end > named or label is Label.PER else at
    is_own = bool(definite) or (head in lex.OF_FIRMS and last == at)
    return _after_named(text, words, named, head, last if is_own else named)


def _part(
    text: str,
    words: Sequence[re.Match[str]],
    span: tuple[int, int],
    head: str,
    *,
    definite: int,
    is_for: bool,
) -> _Part | None:
    """What the word at the end of a span is to the name whose head opens it; None if nothing."""
    at, here = span
    key = fold(words[here].group())
    is_definite = head.startswith(_ARTICLE)
    if key in lex.TOWN_WORDS | lex.CHAIN and here <= at + _OWN_WORDS and not is_definite:
        return _Part.PLAIN
    if key in lex.FIELDS and definite and _is_next_definite(text, words, here):
        return _Part.FIELD
    if _is_part(
        key,
        is_first=not (definite or is_definite),
        is_led=bool(definite),
        is_joinable=not is_definite or is_for,
    ):
        is_state = head in lex.STATE_BODIES or _is_house(words, at, here)
        return None if is_state and is_demonym(words[here].group()) else _Part.DEFINITE
    is_own = here <= at + _own_words(head) and _is_own_name(head, key)
    return _Part.PLAIN if is_own and not definite else None


def _ended(words: Sequence[re.Match[str]], at: int, last: int, head: str) -> int:
    """The last word of a name, or `at` where the head and one plain word are no name."""
    if last == at or fold(words[last].group()) in lex.CHAIN:
        return at
    second = fold(words[at + 1].group())
    is_lone = last == at + 1
    is_demonym_last = is_demonym(words[last].group())
    is_common = second in lex.NO_NAMES_OF.get(head, ()) or second in lex.COMMON_SECONDS
    if is_lone and not second.startswith(_ARTICLE):
        is_common = is_common and head not in lex.OF_FIRMS
    else:
        is_common = is_common or (head in lex.COMMON and is_lone)
        is_weak = head in lex.WEAKEST or (head in lex.WEAK and second in lex.WEAK_QUALITIES)
        is_common = is_common or (is_lone and is_weak)
        is_common = is_common or (head in lex.PLACES and is_lone and second in lex.HOSPITALS)
        is_plain = head in lex.COMMON and last == at + 2 and is_demonym_last
        is_common = is_common or (is_plain and second.startswith(_ARTICLE))
    return at if is_common else last


def _is_house(words: Sequence[re.Match[str]], at: int, here: int) -> bool:
    return here == at + 2 and fold(words[at + 1].group()) in lex.HOUSES


def _is_office(words: Sequence[re.Match[str]], here: int, *, is_definite: bool) -> bool:
    """Whether a word says who somebody is: the name before it has ended."""
    key = fold(words[here].group())
    return key in TITLED and (is_definite or key not in lex.HONOURED)


def _is_next_definite(text: str, words: Sequence[re.Match[str]], here: int) -> bool:
    is_next = here + 1 < len(words) and text[words[here].end() : words[here + 1].start()] == " "
    return is_next and words[here + 1].group().startswith(_ARTICLE)


def _honoured(text: str, words: Sequence[re.Match[str]], at: int, head: str) -> int | None:
    """The last word of the person whom a school or port is named after, by title and name."""
    here = at + 1
    if head not in lex.NAMED_AFTER or here + 1 >= len(words):
        return None
    if fold(words[here].group()) not in lex.HONOURED or fold(words[here + 1].group()) not in GIVEN:
        return None
    last = here + 1
    while last + 1 < len(words) and text[words[last].end() : words[last + 1].start()] == " ":
        key = fold(words[last + 1].group())
        is_name = key in GIVEN or key in lex.NAME_PARTS or fold(words[last].group()) in _SONS
        if not is_name:
            break
        last += 1
    return last


def _after_named(
    text: str, words: Sequence[re.Match[str]], named: int, head: str, last: int | None = None
) -> int:
    """The last word of a body named after a town or person: "… for space", "international …"."""
    last = named if last is None else last
    here = named + 1
    if here >= len(words) or text[words[named].end() : words[here].start()] != " ":
        return last
    word = words[here].group()
    if fold(word) in lex.QUALITIES and last == named:
        return here
    if not word.startswith(_TO_THE) or head in lex.PLACES:
        return last
    quality = words[here + 1].group() if here + 1 < len(words) else ""
    is_more = quality.startswith(_ARTICLE) and not _is_ender(fold(quality))
    is_more = is_more and not is_demonym(quality)
    return here + (is_more and text[words[here].end() : words[here + 1].start()] == " ")


def _own_words(head: str) -> int:
    return 1 if head in lex.OF_ONE_WORD else _OWN_WORDS


def _is_own_name(head: str, key: str) -> bool:
    """Whether a word without article may be the name itself; an adjective is none ("a field …")."""
    is_name = not key.startswith("و" + _ARTICLE) and not _is_adjective(key)
    is_own = head in lex.WITH_OWN_NAMES and not key.startswith("ل")
    return is_name and (is_own or (head in lex.WITH_RARE_NAMES and _is_strange(key)))


def _is_strange(key: str) -> bool:
    return is_rare(key) or not (is_known(key) or key.startswith(_ARTICLE))


def _is_ender(key: str) -> bool:
    return key in lex.ENDERS or key.removeprefix("و") in lex.ENDERS or key in _FUNCTION_WORDS


def _is_part(key: str, *, is_first: bool, is_led: bool, is_joinable: bool) -> bool:
    """Whether a definite word goes on with a name: its noun, an adjective, what is joined to it.

    Another noun is the object of the sentence.
    """
    if key.startswith((_TO_THE, "و" + _ARTICLE)):
        is_and = key.startswith("و")
        return is_led and key[1:] not in lex.HEADS and (is_joinable or not is_and)
    return key.startswith(_ARTICLE) and (is_first or _is_adjective(key))


def _is_adjective(key: str) -> bool:
    return key in lex.ADJECTIVES or key.endswith(lex.ADJECTIVE_ENDINGS)


def _named_until(
    words: Sequence[re.Match[str]], here: int, mentions: Sequence[Mention]
) -> tuple[Label | None, int | None]:
    """The label and the last word of the name found that begins at word `here`, if one does."""
    at = bisect_left(mentions, words[here].start(), key=lambda m: m.start)
    if at == len(mentions) or mentions[at].start != words[here].start():
        return None, None
    last = here
    while last + 1 < len(words) and words[last + 1].end() <= mentions[at].end:
        last += 1
    return mentions[at].label, last
