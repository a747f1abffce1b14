"""What is known of single Arabic words where names are looked for.

Invariant: a word's answer depends on the word alone, not on the page.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis.mention_edges import is_demonym
from briefing.analysis.wordclasses import WordClasses, word_classes
from briefing.lexicon import arabic_given
from briefing.lexicon import arabic_heads as lex
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import FUNCTION_WORDS
from briefing.lexicon.roles import head_at, role_token
from briefing.lexicon.speech import SAYING
from briefing.models import model_path

ARTICLE = "ال"
PROCLITICS = frozenset("وفبلك")
_AND = "و"
_SHORTEST = 3
_FAMILY = re.compile(r"ال\w{2,8}ي")
"""A family name as the most are formed, with the article and the ending of descent."""
_MAGHREBI = re.compile(r"(?:بو|بن|بل|آيت|أيت)\w{3,}")
_LED = ("لل", "وال", "بال", "فال", "كال")
_DUALS = ("ين", "ان")
_INFLECTED = re.compile(
    r"(?:[وفبك]ال|[وف]?لل)\w+|ال\w+(?:ون|ين|ات|ان)|(?:[وف]?س?[يت]ت|[وف]?س[ينت])\w{3,}"
    r"|\w{2,}(?:ون|ات|تين|وا|هم|هما|ها|ته|ات[هكي]|اً|ًا)|\w{4,}[ةه]"
)
"""Forms that inflection makes; they are too many for any table to hold, and are no names."""


def _classes() -> WordClasses:
    return word_classes(model_path() / "classes")


@lru_cache(maxsize=16384)
def is_rare(word: str) -> bool:
    """Whether a word is of no known Arabic stem and form, as foreign and local names are."""
    if len(word) < _SHORTEST or _INFLECTED.fullmatch(word) or ends_name(word):
        return False
    if is_known(word) or word.isascii():
        return False
    is_dual = word.endswith(_DUALS) and is_known(word[:-2])
    return not is_dual and not (word.endswith("ه") and is_known(word[:-1]))


@lru_cache(maxsize=16384)
def is_surname(word: str) -> bool:
    """Whether raw text uses a word for people's names."""
    bare = word.removeprefix(ARTICLE)
    usages = (_classes().usage(word), _classes().usage(bare))
    return any(usage.startswith("P") for usage in usages) and not is_inflected(word)


def is_inflected(word: str) -> bool:
    """Whether a word looks like a verb, a plural or a noun with a suffix."""
    return bool(_INFLECTED.fullmatch(word))


def is_unwritten(word: str) -> bool:
    """Whether no text holds a word as it is written, whatever stem may hide in it."""
    is_other = is_plural(word) or ends_name(word) or word.isascii() or word.startswith(_LED)
    return not is_other and not _classes().is_known(word, "ar", is_exact=True)


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural of people or things."""
    return word.endswith(("ون", "ين", "ات"))


def is_place_word(word: str) -> bool:
    """Whether raw text uses a word for places."""
    return _classes().usage(word) in {"L1", "L2"}


def is_family(word: str) -> bool:
    """Whether a word has the article and the ending of descent, or opens as Maghrebi names do."""
    if _MAGHREBI.fullmatch(word):
        return not _classes().is_known(word, "ar", is_exact=True)
    is_plural_noun = fold(word) in lex.PLURALS
    return bool(_FAMILY.fullmatch(word)) and not is_plural_noun and not ends_name(word)


def given_name(word: str) -> str | None:
    """The given name that a word is, without a conjunction or preposition written to it."""
    if fold(word) in arabic_given.GIVEN:
        return word
    bare = word[1:]
    is_led = word[:1] in PROCLITICS and len(bare) >= _SHORTEST
    if not is_led or fold(bare) not in arabic_given.GIVEN:
        return None
    return bare if word[0] == _AND or is_sure_given(bare) else None


def is_sure_given(name: str) -> bool:
    """Whether a given name means nothing else."""
    return fold(name) not in arabic_given.AMBIGUOUS


@lru_cache(maxsize=16384)
def is_office(word: str) -> bool:
    """Whether a word says what somebody is: an office or a trade, or whose relative."""
    key = fold(word)
    bare = key[1:] if key[:1] in PROCLITICS else key
    words = arabic_given.TITLED | arabic_given.RELATED
    token = role_token(word)
    return key in words or bare in words or (len(token) > 2 and head_at([token], 0) is not None)  # noqa: PLR2004 a word


def ends_name(word: str) -> bool:
    """Whether no name goes on with a word: a small word, a verb of saying, an office, a day."""
    key = fold(word)
    bare = key.removeprefix("و")
    if key in FUNCTION_WORDS["ar"] or bare in FUNCTION_WORDS["ar"]:
        return True
    is_verb = key in SAYING or bare in SAYING
    return is_verb or key in lex.ENDERS or bare in lex.ENDERS or key in _titled()


def _titled() -> frozenset[str]:
    return arabic_given.TITLED | arabic_given.RELATED


def is_whose(word: str) -> bool:
    """Whether a word with the article says where somebody is from ("the Omani")."""
    key = word[1:] if word[:1] in PROCLITICS else word
    return key.startswith(ARTICLE) and is_demonym(key)


def is_known(word: str) -> bool:
    """Whether Arabic texts hold a word, or its stem, often."""
    return _classes().is_known(word, "ar")
