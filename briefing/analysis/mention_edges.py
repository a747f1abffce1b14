"""The edges of a mention: marks, articles, titles and offices cut off.

Invariant: a trimmed mention lies inside the mention it was, and begins and ends with a letter, a
digit or the full stop of an abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from briefing.lexicon import name_words as lex
from briefing.lexicon.arabic_heads import CHAIN, OF_FIRMS, OF_NEWS
from briefing.lexicon.arabic_places import OF_TOWNS
from briefing.lexicon.countries import country_named, is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.roles import head_at, role_token
from briefing.model import Label, Mention

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u064b-\u0652\u0670])*+")
"""A word; Arabic ones with the signs for their vowels."""
_LEFT = " \t\n,;:.!?/|·•*–—-_\"'’”“«»()[]{}„‚‹›…&#@`"
_RIGHT = _LEFT.replace(".", "")
_POSSESSIVE = re.compile(r"['’]s?$")
_DOTTED = re.compile(r"(?:\b\w\.)+$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|St|Cie|Bros)\.$")
_ELISION = re.compile(r"^(?:[ldLD]|[Dd]ell|[Dd]all|[Nn]ell|[Ss]ull|[Aa]ll|[Qq]u)['’](?=\w)")
_EXCELLENCY = re.compile(
    r"(?:H\. ?E\.|S\. ?E\.(?: ?M\.)?|S\. ?M\.|H\. ?R\. ?H\.|H\. ?M\.) (?=[^\W\d_])"
)
_PARTING = re.compile(r" (?:pel[ao]s?|contra|contre|contro|gegen|tegen|against|versus|vs) ")
"""Small words that stand between two names and in none."""
_LAST_WORD = re.compile(r"([^\W_]+),? $")
_PROCLITICS = "وفبلك"
_EUROPEAN = ("europe", "europa")
_LONGEST_PERSON = 4
_SHORTEST_COMPOUND = 9
_NATIVES = ("er", "erin", "in")
"""How German ends the nouns for who is from a country."""
_LONGEST_PREFIX = 6
_ARTICLE = "ال"
_ARABIC_FROM = "\u0621"


class Line(NamedTuple):
    """A line of a page, or a run of lines that only their length broke, and its language."""

    start: int
    end: int
    language: str


@lru_cache(maxsize=64)  # each repair looks at the same line, one after the other
def words_of_line(text: str, start: int, end: int) -> tuple[re.Match[str], ...]:
    """The words of a line."""
    return tuple(WORD.finditer(text, start, end))


@lru_cache(maxsize=64)
def name_openers(text: str, start: int, end: int) -> tuple[int, ...]:
    """Which words of a line, by their numbers, a name can begin with: capitals, or no case."""
    words = words_of_line(text, start, end)
    firsts = [word.group()[0] for word in words]
    return tuple(n for n, c in enumerate(firsts) if c.isupper() or c >= _ARABIC_FROM)


def resized(text: str, mention: Mention, start: int, end: int) -> Mention:
    """The mention over another range."""
    return Mention(start, end, text[start:end], mention.label, mention.title)


def trim(text: str, mention: Mention) -> Mention | None:
    """The mention without marks, articles, possessives and titles; None where nothing is left."""
    start, end = mention.start, mention.end
    before = None
    while before != (start, end) and start < end:
        before = (start, end)
        words = text[start:end]
        start += len(words) - len(words.lstrip(_LEFT))
        end = start + len(text[start:end].rstrip(_RIGHT))
        if text[start:end].endswith(".") and not _DOTTED.search(text[start:end]):
            end -= 1
        end -= len(text[start:end]) - len(_POSSESSIVE.sub("", text[start:end]))
        start = _after_noun(text, _after_small_words(text, start, end), end)
        end = _before_links(text, start, end)
        if mention.label is Label.PER:
            start = _after_titles(text, start, end)
        else:
            start, end = _without_office(text, start, end)
            start = _after_direction(text, start, end)
    if start >= end:
        return None
    trimmed = resized(text, mention, start, end)
    if mention.label is not Label.PER:
        name = _after_titles(text, start, end)
        if is_person_after_office(text, name, end):
            return replace(resized(text, mention, name, end), label=Label.PER)
    return trimmed


def _after_small_words(text: str, start: int, end: int) -> int:
    """Where the name begins after an elided or lower-case article."""
    elided = _ELISION.match(text[start:end])
    if elided and (elided.group()[0].islower()):
        return start + elided.end()
    word = WORD.match(text, start, end)
    is_article = word and word.group().islower() and fold(word.group()) in lex.ARTICLES
    if word and is_article and word.end() < end and text[word.end()] == " ":
        return word.end() + 1
    return start


def _after_noun(text: str, start: int, end: int) -> int:
    """Where a name begins after the noun that says what it is ("Turbinenhersteller …")."""
    word = WORD.match(text, start, end)
    key = fold(word.group()) if word else ""
    is_noun = len(key) > _LONGEST_PREFIX and key.endswith(lex.COMPANY_COMPOUNDS)
    bare = key[1:] if key[:1] in _PROCLITICS and key[1:] in OF_FIRMS | OF_TOWNS else key
    after = WORD.match(text, word.end() + 1, end) if word else None
    second = fold(after.group()) if after else ""
    # "The company of oil of …": common nouns behind the noun are part of the name.
    is_chain = second in CHAIN or " لل" in text[start:end] or second.startswith(_ARTICLE)
    is_paper = bare in OF_NEWS and " " not in text[min(end, start + len(key) + 1) : end]
    is_arabic_noun = bare in OF_TOWNS or (bare in OF_FIRMS and not is_chain) or is_paper
    if word and (is_noun or is_arabic_noun) and text[word.end() : word.end() + 1] == " ":
        return word.end() + 1
    return start


def _after_direction(text: str, start: int, end: int) -> int:
    """Where a place's name begins after a small word that only says which part (eastern …)."""
    is_led = text[start : start + 1] in _PROCLITICS and not text.startswith("لل", start)
    if start < end and is_led and is_country_name(text[start + 1 : end]):
        return start + 1
    word = WORD.match(text, start, end)
    if word is None or word.end() == end:
        return start
    is_small = word.group().islower() and word.group().isascii()
    heads = lex.PLACE_HEADS | lex.BODY_HEADS | lex.OPENING_BODY_HEADS
    rest = text[word.end() : end]
    if is_small and fold(word.group()) not in heads and rest[:1] == " " and rest[1:2].isupper():
        return word.end() + 1
    return start


def _before_links(text: str, start: int, end: int) -> int:
    """Where the name ends once prepositions that nothing follows are cut."""
    parted = _PARTING.search(text, start, end)
    end = parted.start() if parted else end
    words = list(WORD.finditer(text, start, end))
    while len(words) > 1 and words[-1].group().islower() and fold(words[-1].group()) in lex.LINKS:
        words.pop()
        end = words[-1].end()
    return end


def _without_office(text: str, start: int, end: int) -> tuple[int, int]:
    """A body or place without the office that goes with it, and without whose body it is.

    "Union Home Affairs Commissioner" names the union alone, "Spanish National Police" the police.
    """
    words = list(WORD.finditer(text, start, end))
    keys = [fold(w.group()) for w in words]
    last = len(words)
    while last > 1 and lex.is_office(keys[last - 1]) and keys[last - 2] not in lex.LINKS:
        last -= 1
    if last < len(words):
        while last > 1 and keys[last - 1] in lex.PORTFOLIOS:
            last -= 1
        end = words[last - 1].end()
        end += text[end : end + 1] == "." and bool(_DOTTED.search(text[start : end + 1]))
    first = 0
    if follows_office(text, start):
        while first < last - 1 and keys[first] in lex.PORTFOLIOS | lex.LINKS:
            first += 1
    is_state = last > 1 and bool(lex.STATE_HEADS & set(keys[1:last]))
    if is_state and is_demonym(words[0].group()):
        first = max(first, 1)
    if last - first > 1 and keys[first] in lex.STATE_HEADS and is_demonym(words[last - 1].group()):
        end = words[last - 2].end()
    return (words[first].start() if first else start), end


def is_person_after_office(text: str, start: int, end: int) -> bool:
    """Whether words right after an office (or its portfolio) are a person's full name."""
    words = WORD.findall(text[start:end])
    heads = lex.PLACE_HEADS | lex.BODY_HEADS | lex.LINKS
    before = _LAST_WORD.search(text[max(0, start - 40) : start])
    key = fold(before.group(1)) if before else ""
    is_portfolio = key in lex.PORTFOLIOS and follows_office(text, start - len(key) - 1)
    is_led = lex.is_office(key) or is_portfolio
    return (
        is_led
        and 1 < len(words) <= _LONGEST_PERSON
        and all(w[0].isupper() and not w.isupper() and fold(w) not in heads for w in words)
        and not is_country_name(text[start:end])
    )


def _after_titles(text: str, start: int, end: int) -> int:
    """Where the person's name begins after forms of address and offices."""
    style = _EXCELLENCY.match(text, start, end)
    if style is not None:
        start = style.end()
    after, is_office = start, False
    for word in WORD.finditer(text, start, end):
        key = fold(word.group())
        is_title = key in lex.COURTESY or lex.is_office(key) or _is_abbreviated(text, word)
        is_title = is_title or (after == start and _says_who(text, word, end))
        if is_title:
            after, is_office = word.end(), True
        elif is_demonym(word.group()):
            # "الإيطالي" before a name says whose office it is; after one it may be a surname.
            is_whose = word.group().startswith("ال") and " " in text[word.end() + 1 : end]
            after, is_office = (word.end(), True) if is_whose else (after, is_office)
        elif key not in lex.PORTFOLIOS:
            break
    rest = text[after:end].lstrip(" .,-")
    return end - len(rest) if is_office else start


def _is_abbreviated(text: str, word: re.Match[str]) -> bool:
    return text[word.end() : word.end() + 1] == "." and fold(word.group()) in lex.ABBREVIATED


def _says_who(text: str, word: re.Match[str], end: int) -> bool:
    """Whether a word before a full name is a compound office or where somebody is from.

    German and Dutch write such words as one ("Bergbauministerin", "bondscoach").
    """
    if text[word.end() : word.end() + 1] != " ":
        return False
    written = word.group()
    rest = WORD.findall(text[word.end() : end])
    if not rest or not rest[0][0].isupper() or is_demonym(rest[0]):
        return False
    key = fold(written)
    if len(key) >= _SHORTEST_COMPOUND and head_at([role_token(written)], 0) is not None:
        return True
    if len(rest) == 1:
        return False
    bare = next((key.removesuffix(d) for d in lex.DWELLERS if key.endswith(d)), "")
    is_dweller = bool(bare) and bare != key and country_named(bare) is not None
    return is_dweller or (key.endswith(_NATIVES) and is_demonym(written))


def is_demonym(words: str) -> bool:
    """Whether a word says of which country, and does not name it."""
    return country_named(words) is not None and not is_country_name(words)


def follows_office(text: str, start: int) -> bool:
    """Whether an office stands before, with prepositions or other portfolios ("minister of …")."""
    before = WORD.findall(text[max(0, start - 40) : start])
    while before and (fold(before[-1]) in lex.LINKS | lex.PORTFOLIOS or _is_whose(before)):
        before.pop()
    return bool(before) and lex.is_office(fold(before[-1]))


def _is_whose(words: Sequence[str]) -> bool:
    """Whether the last word tells whose the office before it is ("ministra española de …")."""
    if len(words) == 1 or not lex.is_office(fold(words[-2])):
        return False
    return is_demonym(words[-1]) or fold(words[-1]).startswith(_EUROPEAN)


def with_lines(
    lines: Sequence[Line], mentions: Sequence[Mention]
) -> Iterator[tuple[Line, Mention]]:
    """Each mention with its line."""
    starts = iter(sorted(lines, key=lambda line: line.start))
    line = next(starts, None)
    for mention in mentions:
        while line is not None and line.end <= mention.start:
            line = next(starts, None)
        if line is None:
            return
        yield line, mention
