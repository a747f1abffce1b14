"""Names that the tagger passed over: capitalised words that no table and no raw text knows.

Where common nouns are written small, a capital inside a sentence opens a name. What the name is of
is left to its uses (`mention_kinds`); whether it is one is asked of the tables of word classes.

Invariant: only words behind a small word of the same sentence are taken, in languages that write
nouns small; a word that the page or the tables know in small letters is none, and no office's
portfolio is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.analysis.kind_weights import known_classes
from briefing.analysis.mention_edges import (
    Line,
    follows_office,
    is_demonym,
    name_openers,
    words_of_line,
)
from briefing.lexicon import name_words as lex
from briefing.lexicon.calendar import calendar_words
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS
from briefing.lexicon.no_names import CALLS
from briefing.model import Label, Mention

NOUNS_ARE_SMALL = frozenset({"en", "fr", "es", "it", "pt", "nl"})
_LEAST = 4
_LONGEST = 4
_USAGE = 4
_JOINTS = frozenset({" ", "-", " & "})
_SURNAME_PARTICLES = frozenset("al el bin ibn ben bint ould van von der den ter ten".split())
_ADJECTIVES = ("ian", "ians", "ean", "eans", "ese", "ish", "ised", "ized", "ische", "aanse")
"""How English and Dutch end capitalised adjectives and the names of peoples."""
_NATIVES = (
    "ais",
    "aise",
    "ois",
    "oise",
    "ien",
    "ienne",
    "éen",
    "éenne",
    "ain",
    "aine",
    "an",
    "ane",
)
"""How French ends the nouns for who is from a town, which it capitalises."""
_NUMBERED = re.compile(r"-\d|\.\w")
"""A satellite, a rocket, an address: "Orvanta-2", "Orvanta.org"."""


def unknown_names(text: str, line: Line, written: frozenset[str]) -> Iterator[Mention]:
    """The unknown names of a line, as yet without a kind; `written` are the page's words."""
    if line.language not in NOUNS_ARE_SMALL:
        return
    words = words_of_line(text, line.start, line.end)
    after = 0
    for at in name_openers(text, line.start, line.end):
        if at < max(after, 1) or not words[at - 1].group().islower():
            continue
        if text[words[at - 1].end() : words[at].start()] not in {" ", "’", "'", " «", " “"}:
            continue
        after = _end_of_run(text, words, at)
        run = [word.group() for word in words[at:after]]
        first, stop = words[at].start(), words[after - 1].end()
        is_part = _ends_name(words, at)
        is_product = _NUMBERED.match(text, stop) is not None
        is_native = line.language == "fr" and run[0].endswith(_NATIVES)
        is_native = is_native and fold(words[at - 1].group()) in lex.ARTICLES
        if is_part or is_product or is_native or follows_office(text, first):
            continue
        if _is_name(run, line.language, written):
            yield Mention(first, stop, text[first:stop], Label.MISC)


def _ends_name(words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a word is the last of somebody's name: "Bas van Kelm", but not "de weg van Kelm"."""
    before = at - 1
    while before and fold(words[before].group()) in _SURNAME_PARTICLES:
        before -= 1
    return before < at - 1 and words[before].group()[0].isupper()


def _end_of_run(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """The number of the word behind the capitalised words that the word at `at` opens."""
    after = here = at + 1
    while here < len(words) and text[words[here - 1].end() : words[here].start()] in _JOINTS:
        if words[here].group()[0].isupper():
            after = here + 1
        elif fold(words[here].group()) not in _SURNAME_PARTICLES:
            break
        here += 1
    return after


def _is_name(run: Sequence[str], language: str, written: frozenset[str]) -> bool:
    if len(run) > _LONGEST or sum(map(len, run)) < _LEAST:
        return False
    if any(is_other(word) for word in run if word[0].isupper()):
        return False
    return any(_is_unknown(word, language, written) for word in run)


def is_other(word: str) -> bool:
    """Whether a word is a title, a day, a demonym or a call to the reader."""
    key = fold(word)
    if key in calendar_words() or key in ALL_FUNCTION_WORDS or key in CALLS:
        return True
    is_adjective = key.endswith(_ADJECTIVES)
    return is_adjective or lex.is_title(key) or is_demonym(word) or key in lex.CUPS


def _is_unknown(word: str, language: str, written: frozenset[str]) -> bool:
    """Whether neither the tables nor the page know a word in small letters."""
    if len(word) < _LEAST or word.isupper() or word.lower() in written:
        return False
    classes = known_classes()
    if classes.classes(word, language)[_USAGE]:
        return False
    return not any(classes.classes(word.lower(), language)[1:])
