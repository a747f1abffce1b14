"""Figures that only a comparison needs: one dead or missing, the century of a find.

Invariant: what is found stands in the sentence's own words and is no figure of the page already;
"one" counts only beside those whom pages count as victims, as it is an article elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.briefs.material import Statement
from briefing.lexicon.centuries import find_centuries
from briefing.lexicon.counted import counted_class, is_human
from briefing.lexicon.folding import fold
from briefing.lexicon.gist import split_folded
from briefing.lexicon.phrases import roles
from briefing.model import Figure, Qualifier

_ONE = re.compile(
    r"\b(?:one|une?|un[ao]|eine?n?|uma?|een|één)\s(?:sole?\s|seule?\s|sol[ao]\s|only\s)?"
    r"(?P<noun>[^\W\d_]{3,20})\b",
    re.IGNORECASE,
)
_VICTIMS = frozenset({"dead", "missing"})
_REACH, _NEXT_WORDS = 40, 4
_ARTICLES = frozenset({"en"})
"""Languages in which the number and the article are two words: here any noun for people will do."""


def find_further(statement: Statement, text: str) -> Iterator[Figure]:
    """The further figures of a sentence, in its order within each kind."""
    taken = [(f.start, f.end) for f in statement.figures]
    for figure in (*_ones(statement, text), *_centuries(statement, text)):
        if not any(start < figure.end and figure.start < end for start, end in taken):
            yield figure


def _ones(statement: Statement, text: str) -> Iterator[Figure]:
    for match in _ONE.finditer(text, statement.start, statement.end):
        noun = match["noun"]
        # The table has the plurals of most nouns.
        name = counted_class(noun, statement.language) or counted_class(
            f"{noun}s", statement.language
        )
        is_person = name == "people" and statement.language in _ARTICLES
        is_one_killed = (
            statement.position == 0 and name is not None and is_human(name)
        ) and _is_killed(text[match.end() : statement.end])
        if name in _VICTIMS or is_person or is_one_killed:
            words = match.group().split()[0]
            end = match.start() + len(words)
            counted = "killed" if is_one_killed else fold(noun)
            yield Figure(match.start(), end, words, 1.0, None, counted, Qualifier.EXACT)


def _is_killed(after: str) -> bool:
    """Whether the next words say that somebody was killed: "une spectatrice a été tuée"."""
    words = split_folded(after[:_REACH])[:_NEXT_WORDS]
    return any(word in roles()["killed"] for word in words)


def _centuries(statement: Statement, text: str) -> Iterator[Figure]:
    for start, end, kind, number in find_centuries(
        text, statement.language, statement.start, statement.end
    ):
        yield Figure(start, end, text[start:end], float(number), None, kind, Qualifier.EXACT)
