"""What a word is about, whatever the language: a small table of the notions of news.

Invariant: `gist_keys` makes keys for comparison only. A word of the table gives the notion that it
stands for in each of the eight languages; any other long word gives a key that cognates share
("terrorisme", "terrorismo", "Terrorismus"). What the keys share is a hint, never a proof.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS

_TABLE_FILE = "gist.tsv"
_SHORTEST = 3
_COGNATE_LENGTH = 5
_LONGEST_STEM = 24
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARABIC_PREFIX = re.compile(r"^(?:[وفبكل]?ال|لل|[وفبلكس])(?=\w{3})")
_COGNATE_SPELLING = (
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("qu", "k"),
    ("c", "k"),
    ("y", "i"),
    ("z", "s"),
    ("w", "v"),
)
_DOUBLED = re.compile(r"(.)\1")
_ARABIC_LETTERS = str.maketrans({"ة": "ه", "ى": "ي"})


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], dict[str, str]]:
    """Whole words and word beginnings (marked `*` in the file), each with its notion."""
    whole: dict[str, str] = {}
    opening: dict[str, str] = {}
    text = resources.files(__package__).joinpath(_TABLE_FILE).read_text(encoding="utf-8")
    for line in text.splitlines():
        notion, _, forms = line.partition("\t")
        for form in forms.split():
            target = opening if form.endswith("*") else whole
            target.setdefault(fold(form).translate(_ARABIC_LETTERS), notion)
    return whole, opening


@lru_cache(maxsize=65536)
def gist_key(word: str) -> str | None:
    """The key of one folded word: `=notion`, `~cognate`, or None for a short unknown word."""
    if len(word) < _SHORTEST or word.isdigit() or word in ALL_FUNCTION_WORDS:
        return None
    whole, opening = _table()
    for form in _forms(word):
        if form in whole:
            return "=" + whole[form]
        for length in range(min(len(form), _LONGEST_STEM), _SHORTEST - 1, -1):
            if form[:length] in opening:
                return "=" + opening[form[:length]]
    return _cognate(word)


def _forms(word: str) -> tuple[str, ...]:
    """The word and, for Arabic, the word without article and attached particle."""
    if not _ARABIC.search(word):
        return (word,)
    bare = _ARABIC_PREFIX.sub("", word)
    return (word, bare) if bare != word else (word,)


def _cognate(word: str) -> str | None:
    if _ARABIC.search(word):
        bare = _ARABIC_PREFIX.sub("", word)
        return "~" + bare[:_COGNATE_LENGTH] if len(bare) > _SHORTEST else None
    if len(word) < _COGNATE_LENGTH:
        return None
    form = word
    for spelling, key in _COGNATE_SPELLING:
        form = form.replace(spelling, key)
    return "~" + _DOUBLED.sub(r"\1", form)[:_COGNATE_LENGTH]


def split_folded(text: str) -> list[str]:
    """The words of a text, folded, Arabic letters that are often confused made one."""
    folded = (fold(match).translate(_ARABIC_LETTERS) for match in WORD.findall(text))
    return [part for words in folded for part in words.split()]


def gist_keys(text: str) -> frozenset[str]:
    """The keys of all words of a text."""
    folded = split_folded(text)
    return frozenset(key for key in map(gist_key, folded) if key is not None)
