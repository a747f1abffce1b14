"""Names that go on beyond what the tagger marked: adjectives, possessives, a town's valley.

Invariant: a mention only grows, over words of its own line; what it grows over is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.mention_edges import WORD, is_demonym
from briefing.lexicon import name_words as lex
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.places import find_place
from briefing.model import Label, Mention

SMALL_ADJECTIVES = {
    "fr": re.compile(
        r"\w+(?:aine?|ile|éen|éenne|ien|ienne|ale?|ales|aux|el|elle|iques?|aire|if|ive|iste)"
    ),
    "es": re.compile(r"\w+(?:an[oa]|e[oa]|[ai]l|ales|ic[oa]|ari[oa]|iv[oa]|ista)"),
    "it": re.compile(r"\w+(?:[ai]n[oa]|e[oa]|[ai]le|ali|ic[oa]|ari[oa]|iv[oa]|ista)"),
    "pt": re.compile(r"\w+(?:an[oa]|eu|eia|[ai]l|ais|ic[oa]|ári[oa]|iv[oa]|ista)"),
}
"""Adjectives in small letters as names of bodies end in them (Union africaine)."""
_LONGEST_TAIL = 3
_POSSESSED = re.compile(r"['’]s? (?=[^\W\d_])")
_GROUPS = frozenset({"people", "women", "men", "children"})
_SAINT = re.compile(r"(?:St\.?|Sankt|San|Santa|Sant|Santo) ")
_IN_VALLEY = re.compile(r" (?:in|im) (?=[^\W\d_])")
_REACH = 60
_SONS = frozenset({"bin", "ibn", "ben", "bint", "ould"})
_NOUNS_ARE_SMALL = frozenset({"fr", "es", "it", "pt", "nl"})
"""Languages that write months, weekdays and common nouns small."""


def grown(text: str, end: int, language: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Those of a line's mentions that go on, as they are in full; `end` is the line's."""
    for mention in mentions:
        start, stop, label = mention.start, None, mention.label
        if label is Label.ORG:
            stop = _after_adjectives(text, mention, end, language)
        if label is not Label.PER:
            start = _before_head(text, mention)
            body = stop or _after_possessive(text, mention, end)
            label = Label.ORG if body or start < mention.start else label
            stop = body
        if label is Label.LOC:
            stop = _after_town(text, mention, end, language)
        if label is Label.PER:
            stop = _after_given_names(text, mention, end, language)
        if stop is not None or start < mention.start:
            yield Mention(start, stop or mention.end, text[start : stop or mention.end], label)


def _after_given_names(text: str, mention: Mention, end: int, language: str) -> int | None:
    """The end of a name that was cut off after "bin", or after its first given names.

    Where nouns are small, capitals that follow a person's name without a mark are part of it.
    """
    words = WORD.findall(mention.text)
    is_cut = len(words) > 1 and fold(words[-1]) in _SONS
    if not is_cut and (language not in _NOUNS_ARE_SMALL or len(words) == 1):
        return None
    stop = mention.end
    for word in list(WORD.finditer(text, stop, min(end, stop + _REACH)))[:_LONGEST_TAIL]:
        if text[stop : word.start()] not in {" ", "-"} or not word.group()[0].isupper():
            break
        if word.group().isupper() or fold(word.group()) in lex.PLACE_HEADS | lex.BODY_HEADS:
            break
        stop = word.end()
    rest = text[mention.end : stop].strip()
    is_other = find_place(rest) is not None or is_demonym(rest) or is_country_name(rest)
    return None if is_other or not rest else stop


def _before_head(text: str, mention: Mention) -> int:
    """Where a body's name begins whose first adjective was left out ("General Directorate")."""
    head = WORD.match(text, mention.start, mention.end)
    words = list(WORD.finditer(text, max(0, mention.start - _REACH), mention.start))
    if head is None or not words or fold(head.group()) not in lex.BODY_HEADS:
        return mention.start
    before = words[-1]
    is_next = text[before.end() : mention.start] == " " and before.group()[0].isupper()
    is_part = is_next and fold(before.group()) in lex.BODY_ADJECTIVES
    return before.start() if is_part else mention.start


def _after_adjectives(text: str, mention: Mention, end: int, language: str) -> int | None:
    adjective = SMALL_ADJECTIVES.get(language)
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
