"""Arabic people whom the tagger left out, named behind their office.

Invariant: without capitals a person is told by the office before, by a word that only names hold
or a family name with the article, and by where the name ends; nothing marked is changed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefing.analysis.mention_arabic_given import end_of_person
from briefing.analysis.mention_arabic_words import is_rare
from briefing.analysis.mention_edges import is_demonym, words_of_line
from briefing.lexicon import arabic_heads as lex
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import FUNCTION_WORDS
from briefing.lexicon.places import is_place_name
from briefing.lexicon.roles import head_at, role_token
from briefing.lexicon.speech import SAYING
from briefing.model import Label, Mention

_ARTICLE = "ال"
_LEADING = ("ال", "وال", "لل", "بال")
_NOUN_ENDING = ("ة", "ات", "ين", "ون")
_MOST_BETWEEN = 6
_SHORTEST, _LONGEST = 2, 4
_VERBAL = frozenset("يتسنو")
"""How verbs in the present begin, and what "and" joins."""
_END = re.compile(r"\s*(?:[،؛,.:;!؟()\"«»]|$)")
_WORD = re.compile(r"[^\W\d_]+")
_FAMILY = re.compile(r"ال\w{2,8}ي")
"""A family name as the most are formed, with the article and the ending of descent."""
_OFFICES = frozenset({"وزير", "وزيرة", "رئيس", "رئيسة", "سفير", "سفيرة", "مدير", "مديرة"})


def arabic_people(
    text: str, start: int, end: int, mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """People of a line behind "minister of …" or "spokeswoman of …", where nothing is marked."""
    words = words_of_line(text, start, end)
    at = 0
    while at < len(words):
        if not _is_office(words[at].group()):
            at += 1
            continue
        first = _after_office(text, words, at, mentions)
        last = first if first is None else _last_of_name(text, words, first, end, mentions)
        if first is not None and last is not None:
            opening, stop = words[first].start(), words[last].end()
            yield Mention(opening, stop, text[opening:stop], Label.PER)
            at = last
        at += 1


def longer_people(text: str, end: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The people of a line whose names go on: behind "Abu" or "bin", or with a family name."""
    for at, mention in enumerate(mentions):
        words = mention.text.split()
        after = _WORD.match(text, mention.end + 1, end)
        if mention.label is not Label.PER or after is None or text[mention.end] != " ":
            continue
        if at + 1 < len(mentions) and mentions[at + 1].start < after.end():
            continue
        word = after.group()
        is_foreign = is_rare(word) and word[0] not in _VERBAL
        is_open = is_foreign or (fold(words[-1]) in lex.NAME_PARTS and not _ends_name(word))
        is_family = bool(_FAMILY.fullmatch(word)) and not words[-1].startswith(_ARTICLE)
        is_family = is_family and not (_ends_name(word) or is_demonym(word) or _is_office(word))
        if is_open or is_family:
            stop = after.end()
            yield Mention(mention.start, stop, text[mention.start : stop], Label.PER, mention.title)


def _is_office(word: str) -> bool:
    key = role_token(word)
    return key in _OFFICES or (len(key) > 2 and head_at([key], 0) is not None)  # noqa: PLR2004 a word


def _after_office(
    text: str, words: Sequence[re.Match[str]], at: int, mentions: Sequence[Mention]
) -> int | None:
    """The word behind an office and what it is of, which is no definite noun."""
    here = at + 1
    while here < len(words) and here - at <= _MOST_BETWEEN:
        word = words[here].group()
        if text[words[here - 1].end() : words[here].start()] != " ":
            return None
        named = _owner(mentions, words[here].start())
        if named is not None and _is_nobody_known(named):
            return here
        is_of_office = word.startswith(_LEADING) or fold(word) in lex.OFFICE_LINKS
        if named is not None and named.label is not Label.PER:
            is_of_office = True
        if not (
            is_of_office or is_country_name(word) or is_demonym(word) or fold(word) in lex.HEADS
        ):
            return here if named is None else None
        here += 1
    return None


def _is_nobody_known(mention: Mention) -> bool:
    """Whether a mention is of foreign words that no table holds: who holds the office, perhaps."""
    words = _WORD.findall(mention.text)
    return all(map(is_rare, words)) and not is_place_name(mention.text)


def _last_of_name(
    text: str,
    words: Sequence[re.Match[str]],
    first: int,
    end: int,
    mentions: Sequence[Mention],
) -> int | None:
    """The last word of the name that begins at a word; None where it is not sure to be one."""
    given = end_of_person(text, words, first, end, is_led=True)
    if given is not None:
        return given
    last = first
    while last + 1 < len(words) and last - first + 1 < _LONGEST:
        after = words[last + 1]
        is_joined = text[words[last].end() : after.start()] == " "
        if not is_joined or _ends_name(after.group()) or _owner(mentions, after.start()):
            break
        last += 1
    written = [words[n].group() for n in range(first, last + 1)]
    is_ended = bool(_END.match(text, words[last].end(), end))
    follows = words[last + 1].group() if last + 1 < len(words) else ""
    if len(written) < _SHORTEST or not (is_ended or _ends_name(follows)):
        return None
    if is_place_name(written[0]) or written[0].endswith(_NOUN_ENDING) or _ends_name(written[0]):
        return None
    if _is_office(written[0]) or any(fold(word) in lex.HEADS for word in written):
        return None
    is_told = any(fold(word) in lex.NAME_PARTS for word in written)
    is_family = len(written) == _SHORTEST and bool(_FAMILY.fullmatch(written[-1]))
    before = words[first - 1].group()
    is_abroad = is_ended and is_country_name(before) and not written[-1].endswith(_NOUN_ENDING)
    return last if is_told or is_family or is_abroad else None


def _ends_name(word: str) -> bool:
    key = fold(word)
    return key in FUNCTION_WORDS["ar"] or key in SAYING or key in lex.ENDERS


def _owner(mentions: Sequence[Mention], start: int) -> Mention | None:
    at = bisect_right(mentions, start, key=lambda m: m.end)
    found = at < len(mentions) and mentions[at].start <= start
    return mentions[at] if found else None
