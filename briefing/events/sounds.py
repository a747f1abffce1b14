"""The names of a page by their sound, so that pages in two scripts meet.

Invariant: a key is made of the page's own report; it says how a name sounds, not whom it names,
and counts only where one page of a pair is in a language that names are not found in for sure.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefing.events.wording import Told
from briefing.lexicon.countries_abroad import is_abroad
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.function_words import FUNCTION_WORDS
from briefing.lexicon.skeletons import sound_key
from briefing.lexicon.unspaced import (
    UNSPACED,
    find_unspaced,
    is_unspaced,
    town_names,
    town_unspaced,
)
from briefing.model import Document, Sentence


def have_abroad(documents: Iterable[Document]) -> bool:
    """Whether any page needs its names compared by sound: most corpora have none."""
    return any(is_abroad(document.article.language) for document in documents)


def name_sounds(document: Document, told: Sequence[Told]) -> dict[str, float]:
    """Sound keys of what may be a name, with damped weights: capitals, or words without case."""
    found: defaultdict[str, float] = defaultdict(float)
    language = document.article.language or ""
    common = FUNCTION_WORDS.get(language, frozenset())
    for each in told:
        for name in _names(document.article.text, each.sentence, language):
            for part in fold(name).split():
                if part not in common and (key := sound_key(part)):
                    found[sys.intern(key)] += each.weight
    return {key: math.log1p(weight) for key, weight in sorted(found.items())}


def _names(text: str, sentence: Sentence, language: str) -> Iterator[str]:
    """Words that may be names; of unspaced text the towns alone, by their English names."""
    for match in WORD.finditer(text, sentence.start, sentence.end):
        word = match.group()
        if not word[0].islower() and not is_unspaced(word):
            yield word
    if language in UNSPACED:
        for start, end in find_unspaced(text, sentence.start, sentence.end, town_names()):
            town = town_unspaced(text[start:end])
            if town is not None:
                yield town.name
