"""Which language a page is in, and which of its blocks are in another.

Invariant: the answer depends on the text alone, on nothing seen before. Every page gets some
language; `und` (ISO 639-2, undetermined) is the answer only where a text has no letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.analysis.language_profiles import language_probabilities, load_profiles
from briefing.lexicon.function_words import function_word_hits, likeliest_language
from briefing.model import OWN_KINDS, Block, BlockKind

UNDETERMINED = "und"

_SAMPLE = 1500
_BLOCK_SAMPLE = 400
_BLOCK_CHARACTERS = 40
_BLOCK_CONFIDENCE = 0.9
_MIN_HITS = 2
_EIGHT_SHARE = 0.12
_MAX_TAG = 12
_WORD = re.compile(r"[^\W\d_]+")
_EAST_ASIAN = {
    "zh": re.compile("[㐀-䶿一-鿿]"),
    "ja": re.compile("[ぁ-ヺ]"),
    "ko": re.compile("[가-힣]"),
}
_MOSTLY, _KANA = 0.6, 0.1
"""The share of a text's letters that settles it, and of kana to characters in Japanese."""

# Codes of three letters and names that feeds and aggregators write.
_OTHER_CODES = {
    "eng": "en", "english": "en", "fra": "fr", "fre": "fr", "french": "fr", "spa": "es",
    "spanish": "es", "deu": "de", "ger": "de", "german": "de", "ita": "it", "italian": "it",
    "por": "pt", "portuguese": "pt", "ara": "ar", "arabic": "ar", "nld": "nl", "dut": "nl",
    "dutch": "nl", "rus": "ru", "tur": "tr", "zho": "zh", "chi": "zh", "jpn": "ja", "pol": "pl",
    "cat": "ca", "ell": "el", "gre": "el", "heb": "he", "hin": "hi", "ces": "cs", "ron": "ro",
    "ukr": "uk", "fas": "fa", "swe": "sv", "kor": "ko", "iw": "he", "in": "id",
}  # fmt: skip
_CODE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*")


def detect_languages(
    text: str, blocks: Sequence[Block], declared: str | None
) -> tuple[str, tuple[Block, ...]]:
    """The article's language, and the blocks with theirs.

    A declared language wins where it is a language tag ("en-US" -> "en"). Short blocks, and those
    whose function words do not speak against it, have the article's.
    """
    language = normalise_tag(declared) or detect_language(_sample(text, blocks))
    return language, tuple(
        replace(block, language=_block_language(text[block.start : block.end], language))
        for block in blocks
    )


def normalise_tag(tag: str | None) -> str | None:
    """The primary code of a language tag or name, None where it is neither."""
    if not tag:
        return None
    key = tag.strip().casefold()
    match = _CODE.fullmatch(key) if len(key) <= _MAX_TAG or "-" in key else None
    code = match.group(1) if match else key
    if code in _OTHER_CODES or not match:
        return _OTHER_CODES.get(code)
    return code if len(code) == 2 or code in _known_codes() else None  # noqa: PLR2004 ISO 639-1


def detect_language(text: str) -> str:
    """The likeliest language of a text, from its first 1,500 characters."""
    sample = text[:_SAMPLE]
    if east := _east_asian(sample):
        return east
    ranked = _detect(sample)
    if ranked:
        return ranked[0][0]
    return _by_function_words(sample) or UNDETERMINED


def _sample(text: str, blocks: Sequence[Block]) -> str:
    """The report itself: a page's clutter is often in the language of the site."""
    for kinds in ({BlockKind.BODY}, OWN_KINDS, set(BlockKind)):
        parts: list[str] = []
        size = 0
        for block in blocks:
            if block.kind in kinds and size < _SAMPLE:
                parts.append(text[block.start : min(block.end, block.start + _SAMPLE - size)])
                size += len(parts[-1])
        if _WORD.search(" ".join(parts)):
            return "\n".join(parts)
    return ""


def _block_language(words: str, language: str) -> str:
    """The block's own language where it is long enough and sure, else the article's.

    langdetect's method takes a millisecond; function words tell for nothing which blocks need it.
    """
    if len(words) < _BLOCK_CHARACTERS:
        return language
    sample = words[:_BLOCK_SAMPLE]
    hits = function_word_hits(sample)
    if language in hits:
        other = likeliest_language(hits) or language
        if hits[other] < _MIN_HITS or hits[other] <= hits[language] + 1:
            return language
    elif _by_function_words(sample) is None:
        return language
    ranked = _detect(sample)
    return ranked[0][0] if ranked and ranked[0][1] >= _BLOCK_CONFIDENCE else language


def _by_function_words(text: str) -> str | None:
    """One of the eight languages, if enough of the words are its function words."""
    hits = function_word_hits(text)
    language = likeliest_language(hits)
    is_enough = language and hits[language] >= max(_MIN_HITS, _EIGHT_SHARE * len(text.split()))
    return language if is_enough else None


def _east_asian(text: str) -> str | None:
    """Chinese, Japanese or Korean by the letters; langdetect takes much Chinese for Korean."""
    letters = sum(map(str.isalpha, text))
    counts = {name: len(script.findall(text)) for name, script in _EAST_ASIAN.items()}
    if not letters or sum(counts.values()) < letters * _MOSTLY:
        return None
    if counts["ko"] > counts["zh"]:
        return "ko"
    return "ja" if counts["ja"] > _KANA * counts["zh"] else "zh"


def _detect(text: str) -> list[tuple[str, float]]:
    """Answers of langdetect, best first; nothing where it finds no features."""
    # A lone surrogate has no script, and langdetect would look for one.
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return [(name.split("-", 1)[0], share) for name, share in language_probabilities(whole)]


@lru_cache(maxsize=1)
def _known_codes() -> frozenset[str]:
    return frozenset(profile.name.split("-", 1)[0] for profile in load_profiles())
