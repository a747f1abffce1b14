"""What the words of a line tell by themselves: a section, an outlet's name, a statement.

Invariant: a line is judged without its neighbours; names of sections and outlets are never
headlines, and a line without a verb may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from briefing.lexicon import tense
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import (
    ALL_FUNCTION_WORDS,
    function_word_hits,
    likeliest_language,
)
from briefing.lexicon.furniture import (
    NEWS_WORDS,
    OUTLET_WORDS,
    PAPER_WORDS,
    SECTION_OPENERS,
    SECTION_WORDS,
    SITE_WORDS,
)
from briefing.lexicon.name_words import ARTICLES
from briefing.lexicon.organisations import take_apart

WORD = re.compile(r"[^\W\d_]+")
_SECTION_LINE_WORDS = 5
_NAME_LINE_WORDS = 6
_MOTTO_WORDS = 8
_NAME_WORDS = 4
_LONG_MOTTO_WORDS = 10
_CASELESS_NAME = 3
_BEFORE_MOTTO = re.compile(r"([^\n:|–—,]{2,40}?)(?:\s+[|–—-]\s+|, )([^\n:]{4,80})$")
_MINISTRY_LENGTH = 80


def is_section_line(words: str) -> bool:
    """Names of sections standing alone: "Courts & Crime", "Featured Africa News"."""
    tokens = WORD.findall(words)
    if not tokens or len(tokens) > _SECTION_LINE_WORDS or is_outlet_line(words):
        return False
    known = sum(_is_known(token, SECTION_WORDS) for token in tokens)
    return known == len(tokens) or (known * 4 >= len(tokens) and is_title_case(tokens))


def is_outlet_line(words: str) -> bool:
    """What newspapers and sites call themselves: "The Morning Post", "La Gazette du sud"."""
    tokens = WORD.findall(words)
    if not 1 < len(tokens) <= _NAME_LINE_WORDS or fold(tokens[0]) in SECTION_OPENERS:
        return False
    if all(_is_known(token, SECTION_WORDS) for token in tokens):
        return False
    named = [at for at, token in enumerate(tokens) if _is_known(token, OUTLET_WORDS)]
    # A script without capitals shows no title case: there a name is short and opens with its kind.
    is_cased = any(token[0].isupper() or token[0].islower() for token in tokens)
    if not is_cased:
        return bool(named) and len(tokens) <= _CASELESS_NAME
    lower = sum(not is_title_case([token]) for token in tokens)
    return bool(named) and (lower == 0 or (lower == 1 and named[0] <= 1 and tokens[0][0].isupper()))


def names_a_site(words: str) -> bool:
    """Whether a line calls itself a blog, a magazine or the like."""
    return any(fold(token) in SITE_WORDS for token in WORD.findall(words[:300]))


def is_motto(words: str) -> bool:
    """Whether a short line speaks of news, as a site's motto does: "News from up the valley"."""
    tokens = WORD.findall(words[:300])
    return len(tokens) <= _MOTTO_WORDS and any(fold(token) in NEWS_WORDS for token in tokens)


def names_its_kind(words: str) -> bool:
    """Whether a short line opens with the kind of paper a site is: "the weekly for the islands"."""
    tokens = [fold(token) for token in WORD.findall(words[:300])]
    first = next((token for token in tokens if token not in ARTICLES), "")
    return len(tokens) <= _MOTTO_WORDS and first in PAPER_WORDS


def name_before_motto(words: str) -> str | None:
    """The name before what a site says that it brings: "Name – news from the valley".

    A headline in this form tells what happened, and not that it is news.
    """
    match = _BEFORE_MOTTO.match(words[:300])
    if match is None:
        return None
    name, motto = WORD.findall(match[1]), WORD.findall(match[2])
    # With a capital only a motto that opens with its kind of paper is told from a statement.
    opening = {fold(token) for token in motto[:2]}
    if not match[2][:1].islower() and opening.isdisjoint(PAPER_WORDS | SITE_WORDS):
        return None
    is_name = 0 < len(name) <= _NAME_LINE_WORDS and all(t[0].isupper() or len(t) <= 3 for t in name)  # noqa: PLR2004 particles
    known = NEWS_WORDS | SITE_WORDS | OUTLET_WORDS
    told = [fold(token) for token in motto]
    brings = known.intersection(told)
    # "Notes from the hills, the magazine of …": what stands so behind a comma is a kind of paper.
    is_called = bool(name) and name[0][0].isupper() and told[0] in ARTICLES and told[1:2]
    is_name = is_name or (bool(is_called) and len(name) <= _NAME_WORDS and told[1] in known)
    return match[1] if is_name and len(motto) <= _LONG_MOTTO_WORDS and brings else None


@lru_cache(maxsize=8192)
def is_name_line(words: str) -> bool:
    """The name of a section, of an outlet or of a ministry, and no word beside it."""
    return is_section_line(words) or is_outlet_line(words) or _is_ministry(words)


def _is_ministry(words: str) -> bool:
    if len(words) > _MINISTRY_LENGTH:
        return False
    name = take_apart(words)
    return "ministry" in name.words and len(name.words) > 1 and not name.rest


def _is_known(token: str, known: frozenset[str]) -> bool:
    """In the list, with or without the Arabic article."""
    key = fold(token)
    return key in known or (key.startswith("ال") and key[2:] in known) or f"ال{key}" in known


def is_title_case(tokens: Sequence[str]) -> bool:
    """Whether every word but function words has a capital."""
    return all(t[0].isupper() or fold(t) in ALL_FUNCTION_WORDS for t in tokens)


_COPULAS = frozenset("is are est sont es estan ist sind sono sao estao zijn".split())


@cache
def _finite_forms(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    listed = f"{tense.PAST.get(language, '')} {tense.FUTURE.get(language, '')}".split()
    endings = [t[language] for t in (tense.PAST_ENDING, tense.FUTURE_ENDING) if language in t]
    return frozenset(listed) | _COPULAS, re.compile(f"(?:{'|'.join(endings) or '(?!)'})$")


def has_finite_verb(text: str, context: str) -> bool:
    """Whether any word looks like a past or future verb of the language that the context is in."""
    language = likeliest_language(function_word_hits(context[:1500])) or ""
    listed, endings = _finite_forms(language)
    words = [w for w in WORD.findall(text[:600]) if not w[0].isupper()]
    return any(w in listed or endings.match(w) for w in words)
