"""Words that open a sentence by pointing back to the one before it, in the eight languages.

Invariant: only words that, as the first of a sentence, are not also an article or the opening of a
date ("cette semaine", "este martes") of the same language.
"""

from __future__ import annotations

from briefing.lexicon.folding import WORD, fold

_OPENERS = {
    "en": "he she it they that these those his her its their there both him them",
    "fr": "il elle ils elles celui celle ceux celles cela ceci ca ses leur leurs y",
    "es": "ella ellos ellas esto eso ello sus su alli ahi ambos ambas aquel aquella",
    "de": "er sie es ihr ihre sein seine dabei dort dafur damit darin dazu dagegen dies beide",
    "it": "egli lui lei essi esse cio quello quella suo sua loro ci vi entrambi",
    "pt": "ele ela eles elas isso isto aquilo seu sua seus suas ali ambos ambas",
    "nl": "hij zij ze hun haar zijn dat dit daar daarvoor daarmee beide",
    "ar": "هو هي هم وهو وهي ذلك وذلك هناك كلاهما",
}
_BACK = {language: frozenset(words.split()) for language, words in _OPENERS.items()}


def leans_back(text: str, language: str) -> bool:
    """Whether the first word of a sentence stands for something said before."""
    first = WORD.search(text)
    return first is not None and fold(first.group()) in _BACK.get(language, ())
