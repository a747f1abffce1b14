"""Names that go on beyond what the tagger marked: adjectives, legal forms, parts of a town's name.

Invariant: a mention only grows, over words of its own line; what it grows over is replaced.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing.analysis.mention_edges import WORD, is_demonym
from briefing.lexicon import name_words as lex
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.organisations import words_of_body
from briefing.model import Label, Mention

_SMALL_ADJECTIVES = {
    "fr": re.compile(
        r"\w+(?:aine?|ile|éen|éenne|ien|ienne|ale?|ales|aux|el|elle|iques?|aire|if|ive|iste)"
    ),
    "es": re.compile(r"\w+(?:an[oa]|e[oa]|[ai]l|ales|ic[oa]|ari[oa]|iv[oa]|ista)"),
    "it": re.compile(r"\w+(?:[ai]n[oa]|e[oa]|[ai]le|ali|ic[oa]|ari[oa]|iv[oa]|ista)"),
    "pt": re.compile(r"\w+(?:an[oa]|eu|eia|[ai]l|ais|ic[oa]|ári[oa]|iv[oa]|ista)"),
}
"""Adjectives in small letters as names of bodies end in them (Union africaine)."""
_LONGEST_TAIL = 3
_LEGAL_NAME = re.compile(
    r"(?:[^\W\d_][\w’'.-]{0,40}[ -](?:& |und |et |y |e )?){1,4}"
    r"(?:S\.p\.A\.|SpA|S\.A\.S?\.?|SAS|SARL|GmbH|AG|Ltd|Inc|Corp|PLC|plc|N\.V\.|B\.V\.|KGaA|Holdings?)"
    r"(?![\w-])"
)
_POSSESSED = re.compile(r"['’]s? (?=[^\W\d_])")
_GROUPS = frozenset({"people", "women", "men", "children"})
_SAINT = re.compile(r"(?:St\.?|Sankt|San|Santa|Sant|Santo) ")
_IN_VALLEY = re.compile(r" (?:in|im) (?=[^\W\d_])")
_REACH = 60
_LONGEST_BODY = 10
_ARABIC_FROM = "\u0621"
_ACRONYM = re.compile("[A-Z]{3,6}")


def grown(text: str, end: int, language: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Those of a line's mentions that go on, as they are in full; `end` is the line's."""
    for mention in mentions:
        stop = None
        if mention.label is Label.ORG:
            stop = _after_adjectives(text, mention, end, language)
        if stop is None and mention.label is not Label.PER:
            stop = _after_possessive(text, mention, end)
            start = _before_head(text, mention)
            if start is not None:
                yield Mention(start, mention.end, text[start : mention.end], Label.ORG)
        if stop is not None:
            yield Mention(mention.start, stop, text[mention.start : stop], Label.ORG)
        elif mention.label is Label.LOC and (stop := _after_town(text, mention, end, language)):
            yield Mention(mention.start, stop, text[mention.start : stop], Label.LOC)


def _before_head(text: str, mention: Mention) -> int | None:
    """Where a body's name begins whose first adjective was left out ("General Directorate")."""
    head = WORD.match(text, mention.start, mention.end)
    words = list(WORD.finditer(text, max(0, mention.start - _REACH), mention.start))
    if head is None or not words or fold(head.group()) not in lex.BODY_HEADS:
        return None
    before = words[-1]
    is_next = text[before.end() : mention.start] == " " and before.group()[0].isupper()
    return before.start() if is_next and fold(before.group()) in lex.BODY_ADJECTIVES else None


def _after_adjectives(text: str, mention: Mention, end: int, language: str) -> int | None:
    adjective = _SMALL_ADJECTIVES.get(language)
    words = WORD.findall(mention.text)
    if adjective is None or not mention.text[0].isupper() or fold(words[-1]) not in lex.BODY_HEADS:
        return None
    stop = mention.end
    for word in list(WORD.finditer(text, stop, min(end, stop + _REACH)))[:_LONGEST_TAIL]:
        is_next = text[stop : word.start()] == " " and word.group().islower()
        if not is_next or not adjective.fullmatch(word.group()) or is_demonym(word.group()):
            break
        stop = word.end()
    return stop if stop > mention.end else None


def _after_possessive(text: str, mention: Mention, end: int) -> int | None:
    """The end of "… People's Union", marked up to the apostrophe."""
    link = _POSSESSED.match(text, mention.end, end)
    words = WORD.findall(mention.text)
    if link is None or len(words) == 1:
        return None
    head = WORD.match(text, link.end(), end)
    is_group = fold(words[-1]) in _GROUPS or text[link.start() - 1] == "s"
    is_body = (
        head is not None and head.group()[0].isupper() and fold(head.group()) in lex.BODY_HEADS
    )
    return head.end() if head is not None and is_body and is_group else None


def _after_town(text: str, mention: Mention, end: int, language: str) -> int | None:
    """The end of a town's name that says where it lies: St. Veit in Defereggen."""
    is_saint = language in {"de", "it", "nl"} and _SAINT.match(mention.text)
    link = _IN_VALLEY.match(text, mention.end, end) if is_saint else None
    word = WORD.match(text, link.end(), end) if link else None
    return word.end() if word and word.group()[0].isupper() else None


def known_bodies(text: str, start: int, end: int) -> Iterator[Mention]:
    """Bodies of several countries, by a name or an acronym of theirs."""
    words = list(WORD.finditer(text, start, end))
    at = 0
    while at < len(words):
        word = words[at].group()
        is_name = word[0].isupper() or word[0] >= _ARABIC_FROM
        reach = [w.group() for w in words[at : at + _LONGEST_BODY]]
        size = words_of_body(reach) if is_name else 0
        if size:
            opening, stop = words[at].start(), words[at + size - 1].end()
            yield Mention(opening, stop, text[opening:stop], Label.ORG)
        at += size or 1


def firms(text: str, start: int, end: int) -> Iterator[Mention]:
    """Capitalised words that end in a legal form: a firm, whoever it is named after."""
    for match in _LEGAL_NAME.finditer(text, start, end):
        words = list(WORD.finditer(text, match.start(), match.end()))
        first = len(words) - 1
        while first and words[first - 1].group()[0].isupper() and _is_joined(text, words, first):
            first -= 1
        while first < len(words) - 1 and _is_before_name(fold(words[first].group())):
            first += 1
        if first < len(words) - 1:
            opening = words[first].start()
            yield Mention(opening, match.end(), text[opening : match.end()], Label.ORG)


def _is_before_name(key: str) -> bool:
    return key in lex.ARTICLES or key in lex.COMPANY_NOUNS or key.endswith(lex.COMPANY_COMPOUNDS)


def called(text: str, start: int, end: int) -> Iterator[Mention]:
    """What is named right after a noun for a firm, and acronyms with an article before them."""
    words = list(WORD.finditer(text, start, end))
    for at, (before, word) in enumerate(itertools.pairwise(words)):
        if text[before.end() : word.start()] not in {" ", "’", "'"} or not before.group().islower():
            continue
        key = fold(before.group())
        name = word.group()
        is_acronym = bool(_ACRONYM.fullmatch(name)) and fold(name) not in lex.NO_BODIES
        is_led = key in lex.COMPANY_NOUNS or text[before.start() - 1 : before.end()] == "-based"
        # "The head of the company John Smith": whose office it is, and then who holds it.
        is_office = any(lex.is_office(fold(w.group())) for w in words[max(0, at - 4) : at])
        if is_led and name[0].isupper() and not is_office:
            stop = _end_of_capitals(text, words, word)
            yield Mention(word.start(), stop, text[word.start() : stop], Label.ORG)
        elif key in lex.DEFINITE and is_acronym and _stands_alone(text, word.end(), end):
            yield Mention(word.start(), word.end(), name, Label.ORG)


def _end_of_capitals(text: str, words: Sequence[re.Match[str]], first: re.Match[str]) -> int:
    stop = first.end()
    for word in words[bisect_left(words, first.start(), key=lambda w: w.start()) + 1 :]:
        if text[stop : word.start()] not in {" ", "-"} or not word.group()[0].isupper():
            break
        stop = word.end()
    return stop


def _stands_alone(text: str, stop: int, end: int) -> bool:
    after = text[stop : min(stop + 2, end)]
    return not after[:1].isalnum() and after[:1] not in set("-&/") and not after[1:].isupper()


def _is_joined(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    return text[words[at - 1].end() : words[at].start()] in {" ", "-", " & ", "."}


def services(text: str, start: int, end: int, language: str) -> Iterator[Mention]:
    """The services of a state, capitalised, with what makes them a name (National Police).

    The noun comes last in English; in Romance languages an adjective or an owner follows it.
    """
    words = list(WORD.finditer(text, start, end))
    for at, word in enumerate(words):
        if not word.group()[0].isupper() or fold(word.group()) not in lex.STATE_SERVICES:
            continue
        if language == "en":
            before = words[at - 1] if at else None
            first = at - 1 if before and _is_name_word(text, words, at - 1) else at
            last = at
        else:
            first, last = at, _end_of_service(text, words, at, language)
        if last > first:
            opening, stop = words[first].start(), words[last].end()
            yield Mention(opening, stop, text[opening:stop], Label.ORG)


def _is_name_word(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    word = words[at].group()
    is_next = text[words[at].end() : words[at + 1].start()] == " "
    is_inner = at > 0 and text[words[at - 1].end() : words[at].start()] == " "
    is_small = fold(word) in lex.ARTICLES | lex.LINKS
    return word[0].isupper() and is_next and is_inner and not is_small and not is_demonym(word)


def _end_of_service(text: str, words: Sequence[re.Match[str]], at: int, language: str) -> int:
    adjective = _SMALL_ADJECTIVES.get(language)
    if adjective is None or at + 1 == len(words):
        return at
    after = words[at + 1]
    word = after.group()
    if text[words[at].end() : after.start()] != " " or is_demonym(word):
        return at
    if fold(word) in lex.NAME_PREPOSITIONS:
        is_owned = at + 2 < len(words) and words[at + 2].group()[0].isupper()
        is_near = is_owned and text[after.end() : words[at + 2].start()] == " "
        return at + 2 if is_near and not is_country_name(words[at + 2].group()) else at
    is_adjective = adjective.fullmatch(word) or word[0].isupper()
    return at + 1 if is_adjective else at
