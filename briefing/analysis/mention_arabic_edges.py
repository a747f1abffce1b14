"""The edges of what a tagger marks in Arabic: offices, objects and no-names gone.

Invariant: a mention only shrinks or goes; what is left begins and ends with whole words, but for a
proclitic that is written to its first one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.analysis.mention_arabic_words import (
    ARTICLE,
    PROCLITICS,
    given_name,
    is_family,
    is_known,
    is_office,
    is_rare,
    is_surname,
    is_unwritten,
)
from briefing.analysis.mention_edges import WORD, is_demonym, resized
from briefing.lexicon import arabic_given
from briefing.lexicon import arabic_heads as lex
from briefing.lexicon.arabic_places import COMMON_TOWNS, NEAR_TOWNS, OF_TOWNS
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.places import is_place_name
from briefing.model import Label, Mention

_LENGTHENED = re.compile(r"[وف]?[وفبلك]\u0640+(?=\w)")
"""Proclitics parted from a foreign word by a stroke, as Arabic writes them."""
_TO_THE = "لل"
_MANY = re.compile(r"(\w{3,})(?:ون|ين|ان)")
_OURS = ("نا", "ها", "هم", "ته", "نه")
_LONG_NAME = 3
_LEFTOVER = 2
_LEAST = 3
_REACH, _NEAR = 60, 5
_SONS = frozenset({"بن", "بنت", "ولد"})
_MOTHER = frozenset({"ام"})
_MONTHS = frozenset({"نيسان", "ايار", "شباط", "اذار", "تموز", "اب", "ايلول", "حزيران"})
_MINISTERS = frozenset({"وزير", "وزيرة"})
_LEADS = OF_TOWNS | NEAR_TOWNS


def trimmed_edges(text: str, start: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of a line that begins at `start`, trimmed; those that name nobody left out."""
    for mention in mentions:
        before = WORD.findall(text[max(start, mention.start - _REACH) : mention.start])
        stroke = _LENGTHENED.match(mention.text)
        found = mention
        if stroke is not None:
            found = resized(text, mention, mention.start + stroke.end(), mention.end)
        if found.label is Label.PER:
            trimmed = _trimmed_person(text, before, found)
        else:
            found = _as_town(text, _without_nation(text, _without_next(text, found)))
            trimmed = None if _is_no_body(found, before) else _without_object(text, before, found)
        if trimmed is not None:
            yield trimmed


def _without_object(text: str, before: Sequence[str], mention: Mention) -> Mention:
    """A body without whom it calls upon: "the town hall called upon the people"."""
    words = list(WORD.finditer(text, mention.start, mention.end))
    if len(words) < _LONG_NAME or not _is_addressing(before):
        return mention
    last = words[-1].group()
    is_object = last.startswith(ARTICLE) and not fold(last).endswith(lex.ADJECTIVE_ENDINGS)
    is_object = is_object and fold(last) not in lex.ADJECTIVES and is_known(last)
    is_named = not words[-2].group().startswith(ARTICLE)
    return (
        resized(text, mention, mention.start, words[-2].end())
        if is_object and is_named
        else mention
    )


def _without_next(text: str, mention: Mention) -> Mention:
    """A body or place without the noun that opens the next: "the airport of … and the bridge"."""
    words = list(WORD.finditer(text, mention.start, mention.end))
    for before, word in itertools.pairwise(words):
        key = fold(word.group())
        is_next = key[:1] == "و" and key[1:] in lex.HEADS and not key.startswith(ARTICLE, 1)
        is_left = word is words[-1] and key in lex.HEADS and not key.startswith(ARTICLE)
        if is_next or is_left:
            return resized(text, mention, mention.start, before.end())
    return mention


def _without_nation(text: str, mention: Mention) -> Mention:
    """A foreign firm without the adjective that says whose it is: "Quax Quix the British"."""
    words = list(WORD.finditer(text, mention.start, mention.end))
    last = words[-1].group()
    is_firm = (
        len(words) > 1 and not is_country_name(mention.text) and not words[0][0].startswith(ARTICLE)
    )
    is_foreign = is_firm and fold(words[0].group()) not in lex.HEADS and is_rare(words[0].group())
    if is_foreign and last.startswith(ARTICLE) and is_demonym(last):
        return resized(text, mention, mention.start, words[-2].end())
    return mention


def _as_town(text: str, mention: Mention) -> Mention:
    """A town hall without an article as the town that it is of."""
    words = list(WORD.finditer(text, mention.start, mention.end))
    if len(words) < _LEFTOVER or words[1].group().startswith(ARTICLE):
        return mention
    noun = fold(words[0].group())
    if not noun.endswith(lex.TOWN_HALL) or len(noun) > len(lex.TOWN_HALL) + 1:
        return mention
    last = next(
        (n for n in range(2, len(words)) if words[n].group().startswith((ARTICLE, _TO_THE))),
        len(words),
    )
    town = resized(text, mention, words[1].start(), words[last - 1].end())
    return replace(town, label=Label.LOC)


def _is_addressing(before: Sequence[str]) -> bool:
    """Whether a verb stands before whose object follows who does it."""
    return any(fold(word).removeprefix("و") in lex.ADDRESSING for word in before[-_NEAR:])


def _is_no_body(mention: Mention, before: Sequence[str]) -> bool:
    """Whether a body or place is a sum of money, begins with "to the" or is what a minister has."""
    words = WORD.findall(mention.text)
    keys = [fold(word) for word in words]
    is_money = keys[0] in lex.CURRENCIES and len(keys) <= _LONG_NAME
    is_led = words[0].startswith(_TO_THE) and mention.label is not Label.LOC
    is_kin = len(words) == 1 and keys[0] in lex.KIN | lex.NAME_PARTS | _MOTHER
    is_kin = is_kin or (len(words) == 1 and keys[0] in _MONTHS)
    is_noun = len(words) == 1 and (keys[0] in lex.HEADS or keys[0] in lex.COMMON_SECONDS)
    lead = fold(before[-1]) if before else ""
    is_office = lead in _MINISTERS or lead[1:] in _MINISTERS
    is_office = is_office and words[0].startswith(ARTICLE)
    is_office = is_office and mention.label is Label.LOC
    is_town = len(words) == 1 and mention.label is Label.LOC
    is_common = is_town and keys[0] in COMMON_TOWNS and lead not in _LEADS
    is_verb = len(words) == 1 and _is_many(words[0]) and not is_place_name(words[0])
    return is_money or is_led or is_kin or is_noun or is_office or is_common or is_verb


def _trimmed_person(text: str, before: Sequence[str], mention: Mention) -> Mention | None:
    words = list(WORD.finditer(text, mention.start, mention.end))
    while len(words) > 1 and _is_title(words[0].group()):
        del words[0]
    while len(words) > 1 and _is_no_part(words, before):
        words.pop()
    written = [word.group() for word in words]
    start = words[0].start() if words else mention.start
    if words and fold(written[0]) in _SONS and before and text[:start].endswith(before[-1] + " "):
        # "Naha bint Meknas", marked from the daughter on.
        start -= (len(before[-1]) + 1) * is_unwritten(before[-1])
    if not words or _names_nobody(written):
        return None
    return resized(text, mention, start, words[-1].end())


def _is_title(word: str) -> bool:
    key = fold(word)
    return key in arabic_given.TITLED or key.removeprefix("و") in arabic_given.TITLED


def _is_no_part(words: Sequence[re.Match[str]], before: Sequence[str]) -> bool:
    """Whether the last word of a person is what the sentence says of him: "was director"."""
    word, previous = words[-1].group(), fold(words[-2].group())
    if (
        is_surname(word)
        or given_name(word)
        or previous in lex.NAME_PARTS
        or fold(word) in lex.OF_GOD
    ):
        return False
    if word.endswith("ا") and len(word) > _LEAST and not word.startswith(ARTICLE):
        return is_known(word) and (is_office(word[:-1]) or is_known(word[:-1]))
    bare = fold(word.removeprefix(ARTICLE))
    if len(words) < _LONG_NAME or not word.startswith(ARTICLE) or bare in arabic_given.GIVEN:
        return False
    return is_known(word) and (_is_addressing(before) or not is_family(word))


def _names_nobody(written: Sequence[str]) -> bool:
    """Whether the words are no person: plurals, verbs for two, somebody's son, "a shop for …"."""
    first = fold(written[0])
    if len(written) > 1:
        is_kin = first in lex.KIN and written[1].endswith(_OURS)
        is_thing = all(w.endswith("ا") and is_known(w[:-1]) for w in written)
        is_contest = first in lex.CONTEST_NOUNS or is_thing
        return is_kin or is_contest or written[1].startswith(_TO_THE)
    word = written[0]
    if _is_many(word):
        return True
    is_led = word[:1] in PROCLITICS and word.startswith(ARTICLE, 1)
    is_kin = first in lex.KIN
    return (is_led and not is_family(word[1:])) or is_office(word) or is_kin


def _is_many(word: str) -> bool:
    """Whether a word is a plural or a verb for two of a known stem, and no name."""
    many = _MANY.fullmatch(word)
    if many is None or is_surname(word) or given_name(word):
        return False
    stem = many.group(1)
    is_form = word.startswith(ARTICLE) or not is_known(word)
    return is_form and (is_known(stem) or is_known(stem + "ة"))
