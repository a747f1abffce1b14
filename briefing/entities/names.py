"""Comparing names of people across spellings, scripts and lengths.

Owns the phonetic skeleton of a name part and the rules by which two names may be one person's.
Invariant: the comparison is symmetric, and no name is known beforehand.

Method: consonant skeletons as in name matching across transliterations (Freeman et al. 2006,
"Cross Linguistic Name Matching in English and Arabic"), with an ordered alignment of name parts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from briefing.lexicon.folding import fold

PARTICLES = frozenset(
    "abu al bin bint ben da dal de del della der des di do dos du e el ibn la le los ould uld"
    " van vom von y zu ولد بن بنت ابن ابو".split()
)
"""Parts that may be dropped or stand alone without making another name."""

_ARABIC = str.maketrans(
    {
        "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "x", "د": "d", "ذ": "d", "ر": "r",
        "ز": "s", "س": "s", "ش": "S", "ص": "s", "ض": "d", "ط": "t", "ظ": "s", "غ": "g", "ف": "f",
        "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ع": "", "و": "", "ي": "",
        "ة": "", "ء": "", "ى": "", "ا": "", "پ": "b", "ڤ": "f", "گ": "g", "چ": "S",
    }
)  # fmt: skip
_IS_ARABIC = re.compile("[\u0600-\u06ff]")
_DIGRAPHS = (
    ("sch", "S"), ("tch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "x"), ("gh", "g"), ("ph", "f"),
    ("th", "t"), ("dj", "j"), ("ck", "k"), ("qu", "k"), ("ce", "se"), ("ci", "si"),
)  # fmt: skip
_LETTERS = str.maketrans({"c": "k", "q": "k", "v": "f", "p": "b", "w": "", "y": "", "z": "s"})
_VOWELS = re.compile("[aeiou]")
_DOUBLED = re.compile(r"(.)\1+")

SAME_PART = 0.75
"""Least likeness at which two parts are spellings of one another."""
LONG_NAME, LONG_NAME_PART = 3, 0.65
"""In a name of three parts and more, the others vouch for one that is spelt more freely."""
SAME_NAME = 0.85
"""Least mean likeness of the aligned parts of two full names."""


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The folded parts of a name; an inner apostrophe joins ("M'Baye" -> "mbaye")."""
    joined = re.sub(r"(?<=\w)['’ʼ](?=\w)", "", name)
    return tuple(fold(joined).split())


@lru_cache(maxsize=65536)
def skeleton(part: str) -> str:
    """The consonants of a folded name part in a form shared by Latin and Arabic spellings."""
    if _IS_ARABIC.search(part):
        bare = part[2:] if part.startswith("ال") and len(part) > 4 else part  # noqa: PLR2004 - a root of three
        return _DOUBLED.sub(r"\1", bare.translate(_ARABIC))
    for digraph, sound in _DIGRAPHS:
        part = part.replace(digraph, sound)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", part.translate(_LETTERS)))


@lru_cache(maxsize=65536)
def part_likeness(left: str, right: str) -> float:
    """Likeness of two name parts in [0, 1]; an initial is like every part it may stand for."""
    if left == right:
        return 1.0
    shorter, longer = sorted((left, right), key=lambda p: (len(p), p))
    if len(shorter) == 1:
        return 0.8 if longer.startswith(shorter) else 0.0
    if bool(_IS_ARABIC.search(left)) != bool(_IS_ARABIC.search(right)):
        return _likeness_across_scripts(skeleton(left), skeleton(right))
    return _likeness_of_spellings(shorter, longer)


def _likeness_across_scripts(one: str, two: str) -> float:
    if min(len(one), len(two)) < 2:  # noqa: PLR2004 - one consonant says little
        return 0.76 if one == two else 0.0
    return SequenceMatcher(None, min(one, two), max(one, two), autojunk=False).ratio()


def _likeness_of_spellings(shorter: str, longer: str) -> float:
    if shorter[:-1] == longer[:-1] and {shorter[-1], longer[-1]} == {"a", "o"}:
        return 0.5  # Maria is not Mario
    letters = SequenceMatcher(None, shorter, longer, autojunk=False).ratio()
    bones = skeleton(shorter)
    if bones == skeleton(longer) and len(bones) > 1 and letters >= 0.5:  # noqa: PLR2004 - not wholly other vowels
        return max(letters, 0.9)
    return letters * 0.9


def _without_particles(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(p for p in parts if p not in PARTICLES) or tuple(parts)


def _aligned(shorter: Sequence[str], longer: Sequence[str]) -> float:
    """Mean likeness of the parts of `shorter`, each matched in order to one of `longer`."""
    least = SAME_PART if len(shorter) < LONG_NAME else LONG_NAME_PART
    total, start = 0.0, 0
    for part in shorter:
        scores = [(part_likeness(part, other), -i) for i, other in enumerate(longer) if i >= start]
        best, place = max(scores, default=(0.0, 0))
        if best < least:
            return 0.0
        total, start = total + best, 1 - place
    return total / len(shorter)


def is_part_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a short form ("Laporte", "Ould Salem", "J. Laporte") can stand for the full name.

    A lone part must be a surname, not the given name, of a longer one.
    """
    bare, whole = _without_particles(short), _without_particles(full)
    if not bare or len(bare) > len(whole):
        return False
    if len(bare) == 1 and len(whole) > 1:
        return any(part_likeness(bare[0], p) >= 0.9 for p in whole[1:])  # noqa: PLR2004 - the same skeleton
    return _aligned(bare, whole) >= SAME_NAME


def name_likeness(left: Sequence[str], right: Sequence[str]) -> float:
    """How well two full names can be one person's, in [0, 1]; 0 where a part contradicts.

    Spacing does not matter ("Van Loo", "Vanloo"); the shorter may leave out second surnames
    or middle names, never the first part of both.
    """
    if left == right:
        return 1.0
    one, two = sorted(
        (_without_particles(left), _without_particles(right)), key=lambda p: (len(p), p)
    )
    if min(len(one), len(two)) < 2:  # noqa: PLR2004 - a lone part is no full name
        return 0.0
    joined = part_likeness("".join(left), "".join(right))
    if part_likeness(one[0], two[0]) < SAME_PART and joined < SAME_NAME:
        return 0.0
    whole = joined if joined >= 0.93 else 0.0  # noqa: PLR2004 - below that, surnames may differ
    return max(whole, _aligned(one, two))
