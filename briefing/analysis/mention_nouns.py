"""Common nouns that the tagger took for names, alone or in front of them.

Invariant: nobody whom the page names in full, and no name that a table holds, is dropped; a mention
only goes or gets shorter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from briefing.analysis.kind_weights import known_classes
from briefing.analysis.mention_edges import WORD, Line, resized, with_lines
from briefing.analysis.wordclasses import USAGES
from briefing.lexicon.firm_words import KINDS as KINDS_OF_FIRMS
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import FUNCTION_WORDS
from briefing.lexicon.organisations import words_of_body
from briefing.lexicon.places import find_place
from briefing.lexicon.things import FEASTS, SURNAME_ENDINGS, THINGS
from briefing.model import Label, Mention

_COMPOUNDING = frozenset({"de", "nl"})
_SHORTEST_PART, _LONGEST_PART = 4, 10
_SHORTEST_FIRST = 3
_BIG_PLACE = 50_000
_REACH = 30
_NEARBY = 4
_NEAR, _USAGE = 2, 4
_NAMES = frozenset("PLG")
_OPENING = re.compile(r"(?:^|[.!?:…]|[-–—•|])[\s\"“„«»'‘(]*$")
_INSIDE = re.compile(r"(?<=[^\W\d_A-Z] )[A-ZÀ-Þ]\w+|(?<=, )[A-ZÀ-Þ]\w+")
_NOUN_BEFORE = re.compile(r"([^\W\d_]+) $")


def without_nouns(text: str, lines: Sequence[Line], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without common nouns, storms, ships and feasts, and without nouns in front."""
    full = {
        fold(word)
        for m in mentions
        if m.label is Label.PER and len(words := WORD.findall(m.text)) > 1
        for word in words
        if fold(words[0]) not in THINGS
    }
    things = {
        fold(name) for line, m in with_lines(lines, mentions) for name in _thing(text, line, m)
    } - full
    kept = []
    for line, mention in with_lines(lines, mentions):
        named = _after_noun(text, line, mention)
        key = fold(named.text)
        is_known = key in full or (" " in key and mention.label is not Label.PER)
        if key in things or set(_thing(text, line, mention)) - full:
            continue
        if is_known or not _is_noun(text, line, named):
            kept.append(named)
    return kept


def _thing(text: str, line: Line, mention: Mention) -> Iterator[str]:
    """The name of a storm or a ship, folded, where the mention is one."""
    first, _, rest = mention.text.partition(" ")
    if fold(first) in THINGS and rest:
        yield fold(rest)
    before = _NOUN_BEFORE.search(text, max(line.start, mention.start - _REACH), mention.start)
    is_thing = before is not None and fold(before.group(1)) in THINGS
    if is_thing and find_place(mention.text) is None and not words_of_body([mention.text]):
        yield fold(mention.text)


def _is_noun(text: str, line: Line, mention: Mention) -> bool:
    """Whether a lone word is no name: a feast, a compound noun, what opens a sentence."""
    word = mention.text
    if not WORD.fullmatch(word):
        return False
    if fold(word) in FEASTS:
        return True
    if find_place(word) is not None or word.isupper() or not word[0].isupper():
        return False
    if line.language in _COMPOUNDING and _is_compound(word, line.language, mention.label):
        return True
    if line.language == "de":
        return mention.label is not Label.PER and _is_dweller(word)
    return _opens_sentence(text, line, mention.start) and _is_common(text, word, line.language)


def _opens_sentence(text: str, line: Line, start: int) -> bool:
    before = text[max(line.start, start - _NEARBY) : start]
    return start == line.start or _OPENING.search(before) is not None


def _is_common(text: str, word: str, language: str) -> bool:
    """Whether a word is known in small letters, and used in no names, nor on this page."""
    if fold(word) in FUNCTION_WORDS.get(language, ()):
        return True
    classes = known_classes()
    usage = USAGES[classes.classes(word, language)[_USAGE]]
    is_known = any(classes.classes(word.lower(), language)[1:])
    return is_known and not _NAMES & set(usage) and word not in _used_inside(text)


@lru_cache(maxsize=4)
def _used_inside(text: str) -> frozenset[str]:
    """The words that a page writes with a capital inside a sentence."""
    return frozenset(_INSIDE.findall(text))


def _is_compound(word: str, language: str, label: Label) -> bool:
    """Whether an unknown word ends in a common noun: "Grubenstaub", "havenakkoord"."""
    classes = known_classes()
    if label is not Label.PER or classes.classes(word, language)[_USAGE]:
        return False
    longest = min(_LONGEST_PART, len(word) - _SHORTEST_FIRST)
    for size in range(longest, _SHORTEST_PART - 1, -1):
        part = word[-size:]
        if part in SURNAME_ENDINGS or not part.isalpha():
            return False
        if USAGES[classes.classes(part.capitalize(), language)[_USAGE]] == "O2":
            return True
    return False


def _is_dweller(word: str) -> bool:
    """Whether a German word says from which town: "Rostocker", "Tiroler"."""
    if not word.endswith("er") or find_place(word) is not None:
        return False
    stem = word[:-2]
    places = map(find_place, (stem, stem + "en", stem[:-1] + "en", stem + "e"))
    return any(p is not None and (p.kind == "region" or p.population >= _BIG_PLACE) for p in places)


def _after_noun(text: str, line: Line, mention: Mention) -> Mention:
    """The mention without the noun that says what it is or what somebody does.

    "Gewerkschaft Halda", "Ermittler Jost van Hald"; where nouns are small only at the start of a
    line before two words ("Forester Ada Lorn").
    """
    first = WORD.match(text, mention.start, mention.end)
    if first is None or text[first.end() : first.end() + 1] != " ":
        return mention
    rest = WORD.findall(text[first.end() : mention.end])
    word = first.group()
    if not rest or not rest[0][0].isupper() or fold(word) in FUNCTION_WORDS["en"]:
        return mention
    is_kind = fold(word) in KINDS_OF_FIRMS.get(line.language, ())
    if line.language == "de":
        is_noun = is_kind or (len(rest) > 1 and _is_agent(word, "de"))
        is_noun = is_noun or (mention.label is Label.LOC and _is_dweller(word))
    elif is_kind and word.islower():
        is_noun = True
    else:
        is_noun = mention.start == line.start and len(rest) > 1 and _is_agent(word, line.language)
    return resized(text, mention, first.end() + 1, mention.end) if is_noun else mention


def _is_agent(word: str, language: str) -> bool:
    """Whether a word says what somebody does and is no name: "Ermittler", "Forester"."""
    classes = known_classes()
    usage = USAGES[classes.classes(word, language)[_USAGE]]
    is_agent = word.endswith(("er", "erin", "ist", "eur"))
    return (
        is_agent and not _NAMES & set(usage) and classes.classes(word.lower(), language)[_NEAR] > 0
    )
