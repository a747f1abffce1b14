"""Arabic towns that the tagger left out: told by what leads to a town, a country or a neighbour.

Invariant: a town is one that the table of places knows, or a word of no Arabic stem behind a noun
for places; a word that has another meaning behind "in" is none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from briefing.analysis.mention_arabic_words import (
    PROCLITICS,
    ends_name,
    is_inflected,
    is_known,
    is_place_word,
    is_plural,
    is_rare,
    is_unwritten,
)
from briefing.analysis.mention_edges import words_of_line
from briefing.lexicon import arabic_places as lex
from briefing.lexicon.arabic_given import GIVEN
from briefing.lexicon.arabic_heads import HEADS
from briefing.lexicon.countries import country_named, is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.name_words import ARABIC_PLACE_LEADS, PLACE_HEADS
from briefing.lexicon.places import PlaceRecord, find_place, is_place_name
from briefing.model import Label, Mention

_CITY, _TOWN, _SMALL = 100_000, 50_000, 15_000
_LEAST = 4
_IN, _FROM, _BETWEEN = "في", "من", "بين"
_AND = "و"
_ARTICLE = "ال"
_CAPITAL = "العاصمة"
_BIRTH = "راس"
"""What makes "falling-place of a head", a birthplace, of the name of a capital."""
_LONGEST = 3
_PAIR = 2
_STROKE = re.compile(r"^[وف]?[بلكو]\u0640+")
_LEADS = lex.OF_TOWNS | lex.NEAR_TOWNS | ARABIC_PLACE_LEADS | {_BETWEEN}

Words = Sequence[re.Match[str]]


def arabic_towns(
    text: str, start: int, end: int, mentions: Sequence[Mention] = ()
) -> Iterator[Mention]:
    """The towns of a line by what stands beside them, in order."""
    words = words_of_line(text, start, end)
    ends = {m.end for m in mentions if m.label is Label.LOC}
    at = 0
    while at < len(words):
        found = _compound(text, words, at) or _single(text, words, at, ends)
        if found is None:
            at += 1
            continue
        first, size = found
        stop = words[at + size - 1].end()
        ends.add(stop)
        yield Mention(first, stop, text[first:stop], Label.LOC)
        at += size


def _is_joined(text: str, words: Words, at: int) -> bool:
    """Whether only a space parts a word from the one before it."""
    return 0 < at < len(words) and text[words[at - 1].end() : words[at].start()] == " "


def _lead(text: str, words: Words, at: int) -> str:
    """The word before a word, folded, without what is written to it."""
    if not _is_joined(text, words, at):
        return ""
    whole = key = fold(words[at - 1].group())
    while key not in _LEADS and key[:1] in PROCLITICS and len(key) >= _LEAST:
        key = key[1:]
    return key if key in _LEADS else whole


def _compound(text: str, words: Words, at: int) -> tuple[int, int] | None:
    """Where a name of several words begins at a word, and how many it has."""
    word = _STROKE.sub("", words[at].group())
    is_led = word[:1] in PROCLITICS and len(word) >= _LEAST
    is_noun = bool({fold(word), fold(word[1:])} & lex.OF_TOWNS)
    is_noun = is_noun or word.startswith("لل") or fold(word) in GIVEN or fold(word[1:]) in GIVEN
    for size in () if is_noun else range(_LONGEST, 1, -1):
        if not all(_is_joined(text, words, n) for n in range(at + 1, at + size)):
            continue
        for bare in (word, word[1:]) if is_led else (word,):
            first = words[at].end() - len(bare)
            name = text[first : words[at + size - 1].end()]
            is_capital = size == _PAIR and words[at + 1].group() == _CAPITAL
            if (is_capital and is_country_name(bare)) or is_country_name(name):
                return first, size
            if _is_compound(text, words, at, bare, name):
                return first, size
    return None


def _is_compound(text: str, words: Words, at: int, bare: str, name: str) -> bool:
    lead = _lead(text, words, at)
    is_led = lead in _LEADS or bare != words[at].group()
    second = words[at + 1].group()
    is_opened = fold(bare) in lex.COMPOUND_TOWNS
    if is_place_name(name):
        place = find_place(name)
        return is_opened or is_led or (place is not None and place.population >= _CITY)
    if name.count(" ") >= _PAIR or ends_name(second) or second[0] == _AND:
        return False
    if is_opened:
        is_in = lead == _IN and fold(bare) in lex.NO_HOUSES
        is_near = is_led or lead == _FROM
        return is_in or lead in lex.OF_TOWNS - lex.WIDE or (is_near and is_rare(second))
    return lead in lex.OF_TOWNS | lex.NEAR_TOWNS and is_rare(bare) and is_rare(second)


def _single(text: str, words: Words, at: int, ends: Collection[int]) -> tuple[int, int] | None:
    word = words[at].group()
    lead = _lead(text, words, at)
    if lead in lex.CITY_NOUNS and fold(word) in lex.CAPITALS_OF_COUNTRIES:
        # "The city of Kuwait": without the noun it is the country.
        return words[at - 1].end() - len(lead), 1
    if _is_led(lead, word) or _is_named_so(lead, word) or _lies_in(text, words, at):
        return words[at].start(), 1
    if _is_joined(text, words, at) and words[at - 1].end() in ends and word[:1] == _AND:
        before = fold(words[at - 2].group()) if at > 1 else ""
        before = next((b for b in (before, before[1:]) if b in lex.SEVERAL), "")
        is_pair = at > 1 and fold(words[at - 2].group()) == _BETWEEN
        if _is_neighbour(word[1:], is_pair=is_pair) or _is_named_so(before, word[1:]):
            return words[at].start() + 1, 1
    after = fold(words[at + 1].group()) if at + 1 < len(words) else ""
    is_led = word[:1] in PROCLITICS and not is_place_name(word)
    bare = word[1:] if is_led else word
    if _is_sure(bare) and not after.startswith(_BIRTH) and fold(word) not in GIVEN:
        return words[at].end() - len(bare), 1
    return None


def _is_sure(word: str) -> bool:
    """Whether a word is the name of a town wherever it stands."""
    if fold(word) in lex.SURE_TOWNS:
        return True
    if len(word) <= _LEAST or is_known(word) or not is_place_name(word) or fold(word) in GIVEN:
        return False
    return not is_inflected(word) and _is_town(find_place(word), _CITY)


def _is_led(lead: str, word: str) -> bool:
    if lead not in _LEADS | {_FROM} or len(word) < _LEAST or not _is_exact(word):
        return False
    is_sure = is_place_word(word) or not is_known(word)
    if fold(word) in PLACE_HEADS or fold(word) in lex.COMMON_TOWNS:
        return False
    if lead == _FROM and not is_sure:
        return False
    is_weak = lead == _IN or lead in lex.NEAR_TOWNS
    least = _SMALL if is_sure else _CITY if is_weak else _TOWN
    return _is_town(find_place(word), least)


def _is_named_so(lead: str, word: str) -> bool:
    """Whether a noun for places stands before a word that is no noun of its own."""
    if lead not in lex.OF_TOWNS | lex.NEAR_TOWNS | {_IN} or ends_name(word):
        return False
    if fold(word) in HEADS or word.startswith("لل"):
        return False
    if lead == _IN:
        return is_rare(word) and (word.startswith(_ARTICLE) or is_place_name(word))
    if (is_rare(word) and lead not in lex.AMID) or (lead in lex.SURE_LEADS and is_unwritten(word)):
        return True
    if lead not in lex.OF_TOWNS:
        return False
    is_bare = lead in lex.VILLAGES and not word.endswith(("ة", "ي")) and len(word) > _LEAST
    is_name = (
        is_place_word(word)
        or (is_bare and not is_inflected(word))
        or (is_place_name(word) and (lead in lex.SURE_LEADS | lex.COASTS or not is_known(word)))
    )
    is_definite = lead in lex.SURE_LEADS and word.startswith(_ARTICLE)
    return is_name or (is_definite and not is_plural(word) and fold(word) not in lex.PLAIN)


def _is_exact(word: str) -> bool:
    """With the article only as the table writes it: "in the paper" is no town."""
    return not word.startswith(_ARTICLE) or is_place_name(word)


def _lies_in(text: str, words: Words, at: int) -> bool:
    """Whether "in" and the country of the town follow: "… in Bahrain"."""
    if not (_is_joined(text, words, at + 1) and _is_joined(text, words, at + 2)):
        return False
    name, link, country = (word.group() for word in words[at : at + 3])
    if link != _IN or not is_country_name(country) or not is_place_name(name):
        return False
    place = find_place(name)
    return _is_town(place, _SMALL) and country_named(country) == (place and place.country)


def _is_neighbour(name: str, *, is_pair: bool) -> bool:
    """Whether what "and" joins to a place is a town: "between … and …"."""
    if len(name) < _LEAST or not is_place_name(name) or is_country_name(name):
        return False
    is_sure = is_place_word(name) or not is_known(name) or fold(name) in lex.SURE_TOWNS
    least = _SMALL if is_sure or is_pair else _CITY
    return _is_town(find_place(name), least) and fold(name) not in lex.COMMON_TOWNS


def _is_town(place: PlaceRecord | None, least: int) -> bool:
    return place is not None and place.kind == "city" and place.population >= least
