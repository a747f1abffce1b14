"""What a sum, a share, a length or a time is the measure of: damage, turnout, depth, a sentence.

Invariant: only the words of a figure's own clause are asked, and of those before and behind it the
nearest one each that the table knows; a form ending in `*` stands for all words that begin so.
Folded as `gist.split_folded` folds; a form may stand for several topics.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

from briefing.lexicon.gist import split_folded

_TABLE_FILE = "measured.tsv"
_SHORTEST, _LONGEST = 3, 16
_SHORTEST_HEAD = 5
_LONGEST_COMPOUND = 40
_CLAUSE_END = re.compile(r"(?:[,;:](?=\s)|[.!?](?=\s|$)|[()«»“”„\"\n،؛؟]|\s[–—-]\s)")
_FARTHEST = 8
"""So many words may lie between a figure and the word that says what it measures."""


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Whole words and word beginnings, each with its topics."""
    whole: defaultdict[str, set[str]] = defaultdict(set)
    opening: defaultdict[str, set[str]] = defaultdict(set)
    text = resources.files(__package__).joinpath(_TABLE_FILE).read_text(encoding="utf-8")
    for line in text.splitlines():
        topic, _, forms = line.partition("\t")
        for form in forms.split():
            key = split_folded(form.rstrip("*"))[0]
            (opening if form.endswith("*") else whole)[key].add(topic)
    return (
        {word: frozenset(topics) for word, topics in whole.items()},
        {word: frozenset(topics) for word, topics in opening.items()},
    )


@lru_cache(maxsize=32768)
def _topics_of_word(word: str) -> frozenset[str]:
    whole, opening = _table()
    found = set(whole.get(word, ()))
    for length in range(min(len(word), _LONGEST), _SHORTEST - 1, -1):
        if topics := opening.get(word[:length]):
            found |= topics
            break
    return frozenset(found) or _topics_of_head(word)


def _topics_of_head(word: str) -> frozenset[str]:
    """The topics of the last part of a compound: "Jahresverlust" is a loss."""
    whole, opening = _table()
    if len(word) > _LONGEST_COMPOUND:
        return frozenset()
    for start in range(_SHORTEST, len(word) - _SHORTEST_HEAD + 1):
        head = word[start:]
        if topics := whole.get(head) or opening.get(head):
            return topics
    return frozenset()


_LONE = "mourning"
"""Days of mourning are no other days."""
_OPPOSITES = (
    frozenset({"turnout", "abstention"}),
    frozenset({"turnout", "votes"}),
    frozenset({"abstention", "votes"}),
    frozenset({"profit", "loss"}),
    frozenset({"revenue", "profit"}),
    frozenset({"revenue", "loss"}),
    frozenset({"claim", "award"}),
    frozenset({"inflation", "unemployment"}),
    frozenset({"inflation", "interest"}),
    frozenset({"inflation", "growth"}),
    frozenset({"growth", "unemployment"}),
    frozenset({"snow", "rain"}),
    frozenset({"depth", "height"}),
    frozenset({"depth", "distance"}),
    frozenset({"length", "width"}),
    frozenset({"wind", "waves"}),
)


def are_opposite(ones: frozenset[str], twos: frozenset[str]) -> bool:
    """Whether two measures are of what no page takes for one thing: a turnout, who stayed away."""
    if (_LONE in ones) is not (_LONE in twos):
        return True
    return not ones & twos and any(
        pair == {one, two} for one in ones for two in twos for pair in _OPPOSITES
    )


def topics_beside(before: str, after: str) -> frozenset[str]:
    """What the words around a figure say that it measures; empty where they say nothing."""
    behind = _nearest(reversed(split_folded(_CLAUSE_END.split(before)[-1])))
    return behind | _nearest(split_folded(_CLAUSE_END.split(after)[0]))


def _nearest(words: Iterable[str]) -> frozenset[str]:
    """The topics of the first word that has any."""
    for _, word in zip(range(_FARTHEST), words, strict=False):
        if topics := _topics_of_word(word):
            return topics
    return frozenset()
