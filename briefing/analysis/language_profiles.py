"""langdetect's method on langdetect's profiles, several times faster.

Invariant: the answer is langdetect's own for a detector seeded with 0: the same n-grams in the same
order, the same draws, the same arithmetic (as it stands, a page's language took a quarter of the
time that all its names took). Nothing depends on earlier calls, nor on the order in which a folder
lists its files. Source: N. Shuyo, language-detection (2010), ported by the package langdetect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from random import Random

import msgspec
import numpy as np
from langdetect.detector import Detector
from langdetect.detector_factory import PROFILES_DIRECTORY
from langdetect.utils.ngram import NGram
from numpy.typing import NDArray

Shares = NDArray[np.float64]
"""One value for each language, in the order of `load_profiles`."""

_TRIALS = 7
_ROUND = 5
_SEED = 0
_LATIN = re.compile("[A-z]")
_OTHER_SCRIPT = re.compile("[\u0300-\U0010ffff]")


class Profile(msgspec.Struct):
    """How often each n-gram came in a language, and how many n-grams of each length there were."""

    name: str
    freq: dict[str, int]
    n_words: list[int]


@lru_cache(maxsize=1)
def load_profiles() -> tuple[Profile, ...]:
    """The profiles that langdetect carries, by file name; read once."""
    files = sorted(p for p in Path(PROFILES_DIRECTORY).iterdir() if not p.name.startswith("."))
    return tuple(msgspec.json.decode(path.read_bytes(), type=Profile) for path in files)


@lru_cache(maxsize=1024)
def language_probabilities(text: str) -> tuple[tuple[str, float], ...]:
    """The languages that are likelier than a tenth, the likeliest first; none without letters.

    Pages of one outlet share their lines of furniture, and a hostile page has one line a thousand
    times: what was answered is kept.
    """
    grams = [shares for word in _padded_words(_cleaned(text)) for shares in _shares_of(word)]
    if not grams:
        return ()
    names = [profile.name for profile in load_profiles()]
    found = np.zeros(len(names))
    random = Random(_SEED)  # noqa: S311 - the draws must be the same each time
    for _ in range(_TRIALS):
        found += _trial(random, grams, len(names)) / _TRIALS
    ranked = sorted(zip(names, found.tolist(), strict=True), key=lambda p: p[1], reverse=True)
    return tuple((name, share) for name, share in ranked if share > Detector.PROB_THRESHOLD)


def _trial(random: Random, grams: Sequence[Shares], count: int) -> Shares:
    """Languages' probabilities after drawing n-grams until one language is all but certain."""
    alpha = Detector.ALPHA_DEFAULT + random.gauss(0.0, 1.0) * Detector.ALPHA_WIDTH
    weight = alpha / Detector.BASE_FREQ
    found = np.full(count, 1.0 / count)
    getrandbits, bits = random.getrandbits, len(grams).bit_length()
    draws = 1  # the result is looked at after the first draw, then after every fifth
    for _ in range(0, Detector.ITERATION_LIMIT + 1, _ROUND):
        for _ in range(draws):
            at = getrandbits(bits)  # as `random.choice` draws, without what it costs
            while at >= len(grams):
                at = getrandbits(bits)
            found *= grams[at] + weight
        values = found.tolist()
        total = sum(values)
        found /= total
        if max(values) / total > Detector.CONV_THRESHOLD:
            break
        draws = _ROUND
    return found


class _NormalForms(dict[int, str]):
    """Normalises each character once; a page has few distinct ones."""

    def __missing__(self, codepoint: int) -> str:
        form: str = NGram.normalize(chr(codepoint))
        self[codepoint] = form
        return form


_NORMAL_FORMS = _NormalForms()


def _cleaned(text: str) -> str:
    """Without addresses, and without the Latin letters of a text in another script."""
    text = Detector.MAIL_RE.sub(" ", Detector.URL_RE.sub(" ", text))
    text = NGram.normalize_vi(text)
    others = len(_OTHER_SCRIPT.findall(text))
    if others and len(_LATIN.findall(text)) * 2 < others:
        text = _LATIN.sub("", text)
    return text.translate(_NORMAL_FORMS)


def _padded_words(text: str) -> Iterator[str]:
    """The words with the blanks that bound them; behind the last one there may be none."""
    *words, last = text.split(" ")
    yield from (f" {word} " for word in words if word)
    if last:
        yield f" {last}"


@lru_cache(maxsize=8192)
def _shares_of(word: str) -> tuple[Shares, ...]:
    """What a word's n-grams, up to three characters, say; none ends in a second capital."""
    grams = (
        word[end - size : end]
        for end in range(2, len(word) + 1)
        if not (word[end - 1].isupper() and word[end - 2].isupper())
        for size in range(1, min(end, NGram.N_GRAM) + 1)
    )
    found = (_shares(gram) for gram in grams if gram != " ")
    return tuple(shares for shares in found if shares is not None)


@lru_cache(maxsize=16384)
def _shares(gram: str) -> Shares | None:
    """The share that an n-gram has in each language; None for one that no profile knows."""
    profiles = load_profiles()
    if not any(gram in profile.freq for profile in profiles):
        return None
    place = len(gram) - 1
    return np.array([profile.freq.get(gram, 0) / profile.n_words[place] for profile in profiles])
