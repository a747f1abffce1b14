"""Quote drift: where one quotation is cut, reworded or put into another language.

Invariant: wordings are compared word by word, case, accents and punctuation aside, within one
language only; a translation is set beside the others, never measured. Each wording is the cited
range of its first citation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from briefing.lexicon.folding import WORD, fold
from briefing.model import Citation, Drift, QuoteVariant, WordEdit

_MOST_WORDS = 200
"""Longer quotations are told apart, not compared: the time for it grows with the square."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One quotation as it stands on a page, in one part or, where the page splits it, in more."""

    language: str
    parts: tuple[tuple[str, Citation], ...]

    @property
    def text(self) -> str:
        """The words of the first part."""
        return self.parts[0][0]

    @property
    def whole(self) -> str:
        """The words of all parts."""
        return " ".join(words for words, _ in self.parts)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the parts stand."""
        return tuple(place for _, place in self.parts)


def tell_variants(wordings: Sequence[Wording]) -> tuple[QuoteVariant, ...]:
    """What is to be told beside the first wording: how it goes on, and the others that differ.

    The first of each language is what the others of that language are compared with; the same
    words in a second place are no other wording.
    """
    bases: dict[str, Wording] = {}
    found: dict[tuple[str, str], QuoteVariant] = {}
    for number, wording in enumerate(wordings):
        key = wording.language, fold(wording.whole)
        base = bases.setdefault(wording.language, wording)
        if key in found:
            cited = (*found[key].citations, *wording.citations)
            found[key] = replace(found[key], citations=cited)
        elif number == 0 or key != (wording.language, fold(wordings[0].whole)):
            found[key] = _compare(base, wording)
    others = list(found.values())[1:]
    return (*_goes_on(wordings[0]), *others)


def _goes_on(shown: Wording) -> Iterator[QuoteVariant]:
    for words, place in shown.parts[1:]:
        yield QuoteVariant(Drift.CONTINUED, words, shown.language, (place,))


def _compare(base: Wording, other: Wording) -> QuoteVariant:
    """A wording as told beside the first one of its language."""
    edits = tuple(_edits(base.whole, other.whole)) if base is not other else ()
    if base is other:
        drift = Drift.TRANSLATED
    elif edits and not any(edit.after for edit in edits):
        drift = Drift.CUT
    elif edits and not any(edit.before for edit in edits):
        drift = Drift.LONGER
    else:
        drift = Drift.REWORDED
    return QuoteVariant(drift, other.text, other.language, other.citations, edits)


def _edits(base: str, other: str) -> Iterator[WordEdit]:
    """What is to be done to one wording to get another, in the words of each."""
    left, right = list(WORD.finditer(base)), list(WORD.finditer(other))
    if max(len(left), len(right)) > _MOST_WORDS:
        return
    one, two = ([fold(match.group()) for match in side] for side in (left, right))
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            before = base[left[first].start() : left[last - 1].end()] if last > first else ""
            after = other[right[start].start() : right[end - 1].end()] if end > start else ""
            yield WordEdit(before, after)
