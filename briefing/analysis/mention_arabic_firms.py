"""Arabic firms, papers and other bodies behind the noun that says what they are.

Invariant: the noun is no part of the name; a name without quotation marks is of words of no Arabic
stem, ends with a word that only firms bear, or says what it is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.mention_arabic_words import (
    ARTICLE,
    PROCLITICS,
    ends_name,
    is_inflected,
    is_office,
    is_rare,
)
from briefing.analysis.mention_edges import is_demonym, words_of_line
from briefing.lexicon import arabic_heads as lex
from briefing.lexicon.countries import is_country_name
from briefing.lexicon.folding import fold
from briefing.lexicon.places import is_place_name
from briefing.model import Label, Mention

_QUOTED = re.compile(r" ?[«\"“](?=\S)([^«»\"“”\n]{2,50}(?<=\S))[»\"”]")
_MOST_QUOTED = 5
_TO_THE = "لل"
_LONGEST = 3
_SHORTEST = 3
_HOUSE = fold("دار")
_FROM = frozenset({"عن", fold("لدى"), fold("منشورات")})
_AT = fold("لدى")
_SHARES = frozenset({"سهم"})
_CANALS = frozenset({"السويس", "بنما"})

Words = Sequence[re.Match[str]]


def arabic_firms(text: str, start: int, end: int) -> Iterator[Mention]:
    """The bodies of a line whose name stands behind their noun, and names that end as firms' do."""
    words = words_of_line(text, start, end)
    for at, word in enumerate(words):
        key = _bare(word.group())
        if _is_publisher(text, words, at):
            stop = words[at + 1].end()
            yield Mention(word.start(), stop, text[word.start() : stop], Label.ORG)
        elif key in lex.NOUNS_OF_BODIES:
            yield from _behind(text, words, at, key, end)
        elif fold(word.group()) in lex.FIRM_TAILS and _is_joined(text, words, at):
            first = _first_before(text, words, at)
            if first < at:
                opening = words[first].start()
                yield Mention(opening, word.end(), text[opening : word.end()], Label.ORG)


def _is_publisher(text: str, words: Words, at: int) -> bool:
    """Whether a book came out "from" a house whose name is one word: "from the house Mirror"."""
    if fold(words[at].group()) != _HOUSE or not _is_joined(text, words, at + 1) or not at:
        return False
    name = words[at + 1].group()
    return fold(words[at - 1].group()) in _FROM and not ends_name(name) and not is_inflected(name)


def _bare(word: str) -> str:
    """A noun, folded, without what is written to it."""
    key = fold(word)
    while key not in lex.NOUNS_OF_BODIES and key[:1] in PROCLITICS and len(key) > _SHORTEST:
        key = key[1:]
    return key


def _is_joined(text: str, words: Words, at: int) -> bool:
    return 0 < at < len(words) and text[words[at - 1].end() : words[at].start()] == " "


def _behind(text: str, words: Words, at: int, noun: str, end: int) -> Iterator[Mention]:
    quoted = _QUOTED.match(text, words[at].end(), end)
    if quoted is not None and len(quoted[1].split()) <= _MOST_QUOTED:
        yield Mention(quoted.start(1), quoted.end(1), quoted[1], Label.ORG)
        return
    last = _last_behind(text, words, at, noun)
    if last > at:
        first, stop = words[at + 1].start(), words[last].end()
        yield Mention(first, stop, text[first:stop], Label.ORG)


def _last_behind(text: str, words: Words, at: int, noun: str) -> int:
    """The last word of the name behind a noun; the noun itself where there is none."""
    here = at + 1
    if not _is_joined(text, words, here):
        return at
    word = words[here].group()
    if noun in lex.OF_NEWS and word.startswith(ARTICLE):
        is_name = not ends_name(word) and not is_demonym(word) and word not in _CANALS
        is_name = is_name and fold(word) not in lex.OF_PAPERS and not is_inflected(word)
        return here if is_name else at
    if noun not in lex.OF_TRADE:
        return at
    if noun in _SHARES and _is_joined(text, words, here + 1):
        # "The share of Telecoms Morocco".
        return here + 1 if is_country_name(words[here + 1].group()) else here
    run = at
    while run - at < _LONGEST and _is_joined(text, words, run + 1):
        word = words[run + 1].group()
        key = fold(word)
        if run > at and word.startswith(_TO_THE):
            return run + 1
        is_tail = key in lex.FIRM_TAILS
        if ends_name(word) or is_office(word) or (run == at and key in lex.CHAIN):
            break
        is_own = (is_rare(word) and noun != _AT) or is_tail
        if not is_own and not _is_for(text, words, run + 1):
            break
        run += 1
    first = words[at + 1].group() if run > at else ""
    is_place = run == at + 1 and (is_place_name(first) or is_country_name(first))
    return at if is_place else run


def _is_for(text: str, words: Words, at: int) -> bool:
    """Whether within two words "for the …" follows, as in "Horizon of the Gulf for energy"."""
    for here in range(at + 1, min(at + _LONGEST, len(words))):
        if not _is_joined(text, words, here) or ends_name(words[here].group()):
            return False
        if words[here].group().startswith(_TO_THE):
            return True
    return False


def _first_before(text: str, words: Words, at: int) -> int:
    """The first word of a name that ends with a firm's word: those of no stem before it."""
    first = at
    while first and at - first < _LONGEST and _is_joined(text, words, first):
        word = words[first - 1].group()
        is_near = first == at and not ends_name(word) and not is_office(word)
        is_noun = _bare(word) in lex.NOUNS_OF_BODIES or word.startswith(_TO_THE)
        if is_noun or not (is_rare(word) or is_near):
            break
        first -= 1
    return first
