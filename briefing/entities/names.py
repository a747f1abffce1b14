"""Comparing names of people across spellings, scripts and lengths.

Owns the rules by which two names may be one person's: an ordered alignment of their parts, which
are compared by their skeletons.
Invariant: the comparison is symmetric, and no name is known beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from briefing.lexicon.folding import fold
from briefing.lexicon.skeletons import SERVANT_OF, is_abjad, romanise, skeletons

PARTICLES = frozenset(
    "abu al bin bint ben da dal de del della der des di do dos du e el ibn la le los ould uld"
    " van vom von y zu ولد بن بنت ابن ابو".split()
)
"""Parts that may be dropped or stand alone without making another name."""

_VOWEL_GROUP = re.compile("[aeiouyj]+")
_VOWEL_CLASS = str.maketrans("aeiyjou", "aaiiiuu")
_DIAERESES = ("ae", "oe", "ue")
"""German vowels with two dots, written out: they sound as their first letter."""
_SERVANT = frozenset("abd abdel abdul abdal abdoul عبد".split())

SAME_PART = 0.8
"""Least likeness at which two parts are spellings of one another."""
_SAME_IN_OTHER_SCRIPT = 0.75
LONG_NAME, LONG_NAME_PART = 3, 0.65
"""In a name of three parts and more, the others vouch for one that is spelt more freely."""
SAME_NAME = 0.85
"""Least mean likeness of the aligned parts of two full names."""


@lru_cache(maxsize=65536)
def name_parts(name: str) -> tuple[str, ...]:
    """The folded parts of a name; an inner apostrophe joins ("M'Baye" -> "mbaye")."""
    joined = re.sub(r"(?<=\w)['’ʼ](?=\w)", "", name)
    return tuple(_join_servant(fold(joined).split()))


def _join_servant(parts: list[str]) -> list[str]:
    """Write "abd al rahman" as one part, as "Abderrahman" is."""
    joined: list[str] = []
    at = 0
    while at < len(parts):
        rest = parts[at + 1 :]
        skipped = bool(rest[1:]) and rest[0] in {"al", "el", "ul", "ar", "as", "an"}
        if parts[at] in _SERVANT and rest:
            joined.append(parts[at] + rest[skipped])
            at += 2 + skipped
        else:
            joined.append(parts[at])
            at += 1
    return joined


@lru_cache(maxsize=65536)
def _vowels(part: str) -> str:
    """The vowels of a part by class, one for each syllable."""
    groups = _VOWEL_GROUP.findall(SERVANT_OF.sub("abd", part).removesuffix("e"))
    return "".join((g[0] if g in _DIAERESES else g[-1]).translate(_VOWEL_CLASS) for g in groups)


def _sound_alike(one: str, two: str, *, most: int) -> bool:
    """Whether the vowels of two parts differ in so many syllables at most, one or none."""
    left, right = sorted((_vowels(one), _vowels(two)), key=len)
    if len(right) - len(left) > most:
        return False
    if len(left) == len(right):
        return sum(a != b for a, b in zip(left, right, strict=True)) <= most
    return any(right[:i] + right[i + 1 :] == left for i in range(len(right)))


@lru_cache(maxsize=65536)
def part_likeness(left: str, right: str) -> float:
    """Likeness of two name parts in [0, 1]; an initial is like every part it may stand for."""
    if left == right:
        return 1.0
    shorter, longer = sorted((left, right), key=lambda p: (len(p), p))
    if len(shorter) == 1:
        return 0.8 if longer.startswith(shorter) else 0.0
    if is_abjad(left) != is_abjad(right):
        pairs = [(a, b) for a in skeletons(left) for b in skeletons(right)]
        best = max(_likeness_across_scripts(a, b) for a, b in pairs)
        return max(best, SAME_PART) if best >= _SAME_IN_OTHER_SCRIPT else best
    if not (left.isascii() and right.isascii()) and not is_abjad(left):
        shorter, longer = sorted(map(romanise, (left, right)), key=lambda p: (len(p), p))
    return _likeness_of_spellings(shorter, longer)


def _likeness_across_scripts(one: str, two: str) -> float:
    if min(len(one), len(two)) < 2:  # noqa: PLR2004 - one consonant says little
        return 0.76 if one == two else 0.0
    return SequenceMatcher(None, min(one, two), max(one, two), autojunk=False).ratio()


def _likeness_of_spellings(shorter: str, longer: str) -> float:
    if shorter[:-1] == longer[:-1] and {shorter[-1], longer[-1]} == {"a", "o"}:
        return 0.5  # Maria is not Mario
    if longer == shorter + "a" and shorter[-1] not in "aeiouy":
        return 0.5  # Paula is not Paul
    letters = SequenceMatcher(None, shorter, longer, autojunk=False).ratio()
    common = set(skeletons(shorter)) & set(skeletons(longer))
    bones = max(map(len, common), default=0)
    is_alike = _sound_alike(shorter, longer, most=bones > 2)  # noqa: PLR2004 - vowels tell short names apart
    if bones > 1 and letters >= 0.5 and is_alike:  # noqa: PLR2004 - not wholly other letters
        return max(letters, 0.9)
    return letters * 0.9


def bare_length(parts: Sequence[str]) -> int:
    """How many parts a name has, particles left out."""
    return sum(p not in PARTICLES for p in parts)


def _without_particles(parts: Sequence[str]) -> Sequence[str]:
    return tuple(p for p in parts if p not in PARTICLES) or parts


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
        return surname_likeness(bare, whole) >= 0.9  # noqa: PLR2004 - the same skeleton
    return _aligned(bare, whole) >= SAME_NAME


def surname_likeness(short: Sequence[str], full: Sequence[str]) -> float:
    """How well a lone part can be a surname of a longer name, in [0, 1]; 1 where it is one."""
    bare, whole = _without_particles(short), _without_particles(full)
    return max((part_likeness(bare[-1], p) for p in whole[1:]), default=0.0)


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
    is_spaced = len(left) != len(right)
    joined = part_likeness("".join(left), "".join(right)) if is_spaced else 0.0
    if part_likeness(one[0], two[0]) < SAME_PART and joined < SAME_NAME:
        return _turned(one, two)
    whole = joined if joined >= 0.93 else 0.0  # noqa: PLR2004 - below that, surnames may differ
    return max(whole, _aligned(one, two), _turned(one, two))


def _turned(one: Sequence[str], two: Sequence[str]) -> float:
    """Just enough likeness for a name with its surname first: "LAPORTE Jean"."""
    if len(one) != len(two) or len(one) > LONG_NAME:
        return 0.0
    orders = ((*two[1:], *two[:1]), (*two[-1:], *two[:-1]))
    is_same = any(
        all(part_likeness(a, b) >= 0.9 for a, b in zip(one, order, strict=True))  # noqa: PLR2004 - the same skeleton
        for order in orders
    )
    return SAME_NAME if is_same else 0.0
