"""What a name sounds like, in whatever script it is written: its consonants in one alphabet.

Owns the romanisation of names and their phonetic skeletons.
Invariant: these functions make keys for comparison only, no name is known beforehand, and text in
Latin letters never meets a transliteration table.

Method: consonant skeletons as in name matching across transliterations (Freeman et al. 2006,
"Cross Linguistic Name Matching in English and Arabic"); letters of other scripts by anyascii.
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_ARABIC_LETTERS = str.maketrans(
    {
        "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "X", "د": "d", "ذ": "d", "ر": "r",
        "ز": "s", "س": "s", "ش": "S", "ص": "s", "ض": "d", "ط": "t", "ظ": "s", "غ": "g", "ف": "f",
        "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ع": "", "و": "", "ي": "",
        "ة": "", "ء": "", "ى": "", "ا": "", "پ": "b", "ڤ": "f", "گ": "g", "چ": "S",
        # Persian and Urdu write these with letters of their own.
        "ک": "k", "ی": "", "ژ": "j", "ۀ": "", "ہ": "h", "ھ": "", "ے": "", "ں": "n", "ٹ": "t",
        "ڈ": "d", "ڑ": "r",
    }
)  # fmt: skip
_ARABIC = re.compile("[\u0600-\u06ff]")
_ABJAD = re.compile("[\u0590-\u06ff]")
_GREEK = (("ου", "u"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("τζ", "ts"), ("χ", "kh"))
"""Greek letters that sound otherwise together than each alone, or than anyascii has them."""
_LATIN = re.compile("[^a-z]+")
_DIGRAPHS = (
    ("shch", "S"), ("tsch", "S"), ("sch", "S"), ("tch", "S"), ("sh", "S"), ("ch", "S"),
    ("dzh", "j"), ("zh", "j"), ("x", "ks"), ("kh", "X"), ("gh", "g"), ("ph", "f"),
    ("th", "t"), ("dj", "j"), ("ck", "k"), ("qu", "k"), ("ce", "se"), ("ci", "si"),
)  # fmt: skip
_LETTERS = str.maketrans({"c": "k", "q": "k", "v": "f", "p": "b", "w": "", "y": "", "z": "s"})
_VOWELS = re.compile("[aeiou]")
_SLAVIC_ENDING = re.compile("[vw]i(?:tsch|tch|ch|cz|c)$")
SERVANT_OF = re.compile("^(?:abd|abed)(?:[aeiou]+l?(?=[^aeiou])|[aeiou]l)?")
"""How "abd al-" is written to the name after it: "abdel", "abder", "abdou"."""
_OTHER_SOUNDS = (
    ("tsch", "c"),
    ("tch", "c"),
    ("ch", "c"),
    ("w", "v"),
    ("j", "y"),
    ("j", "kh"),
    ("ch", "k"),
    ("ch", "kh"),
    ("gio", "yo"),
    ("geo", "yo"),
    ("gia", "ya"),
    ("g", "j"),
    ("ج", "غ"),
    ("ق", "غ"),
)
"""Letters that some languages' spellings use for another sound."""
_ATTACHED_ARTICLE = re.compile("^(?:al|el)(?=[^aeiou]{1}\\w{3})")
_MOST_SOUNDS = 12
_DOUBLED = re.compile(r"(.)\1+")


def is_abjad(part: str) -> bool:
    """Whether a name part is written in consonants: in Arabic or Hebrew letters."""
    return bool(_ABJAD.search(part))


@lru_cache(maxsize=65536)
def romanise(part: str) -> str:
    """A folded name part in small Latin letters; one in Latin or Arabic letters as it is."""
    if part.isascii() or _ARABIC.search(part):
        return part
    for letters, sound in _GREEK:
        part = part.replace(letters, sound)
    return _LATIN.sub("", anyascii(part).lower())


@lru_cache(maxsize=65536)
def skeleton(part: str) -> str:
    """The consonants of a folded name part in a form shared by the spellings of all scripts."""
    if _ARABIC.search(part):
        bare = part[2:] if part.startswith("ال") and len(part) > 4 else part  # noqa: PLR2004 - a root of three
        return _DOUBLED.sub(r"\1", bare.translate(_ARABIC_LETTERS))
    part = _SLAVIC_ENDING.sub("vish", SERVANT_OF.sub("abd", romanise(part)))
    for digraph, sound in _DIGRAPHS:
        part = part.replace(digraph, sound)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", part.translate(_LETTERS)))


@lru_cache(maxsize=65536)
def skeletons(part: str) -> tuple[str, ...]:
    """The skeletons that a part may have, by the spelling habits of different languages."""
    part = romanise(part)
    forms = [part]
    if bare := _ATTACHED_ARTICLE.sub("", part):
        forms.append(bare)
    for letter, sound in _OTHER_SOUNDS:
        forms += [f.replace(letter, sound) for f in forms if letter in f][:_MOST_SOUNDS]
    return tuple(dict.fromkeys(skeleton(f) for f in forms))[:_MOST_SOUNDS]


SOUND = 4
"""So many consonants tell a name from most; what follows them is often an ending."""
_LEAST_SOUND = 3
_COARSE = str.maketrans({"S": "s", "X": "", "h": "", "g": "k"})
"""Sounds that one script writes and the next has no letter for."""


@lru_cache(maxsize=65536)
def sound_key(part: str) -> str:
    """The opening consonants of a folded name part, what scripts confuse made one; "" if few."""
    key = _DOUBLED.sub(r"\1", skeleton(part).translate(_COARSE))[:SOUND]
    return key if len(key) >= _LEAST_SOUND else ""
