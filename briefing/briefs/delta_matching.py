"""Which page, place and line of an earlier brief is which of a new one.

Invariant: pairing depends on the two records and the texts of the pages alone; each line is paired
once at most, and lines that share a place are never told to be new.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import accumulate

from briefing.lexicon.folding import fold
from briefing.model import BriefRecord, Citation, Claim, KeptPlace, KeptSource

_ALIKE = 0.6
_WORDS_COMPARED = 80
"""Enough for any sentence; a longer one is a page's trick to make the comparison slow."""

_FEW = 3


def one_spaced(text: str) -> str:
    """Words with single blanks between them."""
    return " ".join(text.split())


def name_sources(numbers: Sequence[int]) -> str:
    """Sources by their numbers: "source 2", "sources 1, 4"."""
    return f"source{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"


@dataclass(frozen=True, slots=True)
class _Spaced:
    """A text with single blanks, and where each of its words begins in it and in the text."""

    text: str
    here: Sequence[int]
    there: Sequence[int]

    @classmethod
    def read(cls, text: str) -> _Spaced:
        words = [(m[0], m.start()) for m in re.finditer(r"\S+", text)]
        here = [0, *accumulate(len(word) + 1 for word, _ in words)]
        return cls(" ".join(word for word, _ in words), here, [start for _, start in words])

    def find(self, words: str) -> tuple[int, int] | None:
        """The range of the text that has the words, whatever blanks are between them."""
        at = self.text.find(words) if words else -1
        return (self._place(at), self._place(at + len(words) - 1) + 1) if at >= 0 else None

    def _place(self, at: int) -> int:
        word = bisect_right(self.here, at) - 1
        return self.there[word] + at - self.here[word]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pages of an earlier brief among those of now.

    `now` gives the article of now for one of then, `changed` are articles of now with another
    text, `fresh` those that no earlier page is, `numbers` their numbers.
    """

    old: Mapping[str, KeptSource]
    now: Mapping[str, str]
    changed: frozenset[str]
    fresh: frozenset[str]
    numbers: Mapping[str, int]
    texts: Mapping[str, str]
    _found: dict[KeptPlace, Citation | None] = field(default_factory=dict)
    _spaced: dict[str, _Spaced] = field(default_factory=dict)

    def is_same(self, then: KeptPlace, now: KeptPlace) -> bool:
        """Whether two places are one: they overlap in an unchanged page, or say the same words."""
        if self.now.get(then.article) != now.article:
            return False
        if now.article not in self.changed and then.start < now.end and now.start < then.end:
            return True
        return one_spaced(then.words) == one_spaced(now.words)

    def find(self, place: KeptPlace) -> Citation | None:
        """Where the words of an earlier place stand in its page now, if they still do."""
        if place not in self._found:
            self._found[place] = self._look_for(place)
        return self._found[place]

    def _look_for(self, place: KeptPlace) -> Citation | None:
        article = self.now.get(place.article)
        if article is None:
            return None
        if article not in self.changed:
            return Citation(article, place.start, place.end)
        if article not in self._spaced:
            self._spaced[article] = _Spaced.read(self.texts[article])
        span = self._spaced[article].find(one_spaced(place.words))
        return Citation(article, *span) if span else None

    def tell_support(self, then: Claim, now: Claim) -> str:
        """Which sources carry a line now that did not, and which no longer do."""
        before = {self.now.get(p.article, "") for p in then.places}
        after = {p.article for p in now.places}
        gained = sorted(self.numbers[a] for a in after - before)
        lost = sorted(self.numbers[a] for a in before - after if a in self.numbers)
        gone = sorted({self.old[p.article].name for p in then.places if p.article not in self.now})
        parts = (
            f"now also {name_sources(gained)}" if gained else "",
            f"no longer {name_sources(lost)}" if lost else "",
            f"no longer {', '.join(gone)}" if gone else "",
        )
        return "; ".join(part for part in parts if part)

    def is_told_by(self, claim: Claim, others: Sequence[Claim]) -> bool:
        """Whether a line of then shares a place with any of these lines of now."""
        return any(
            self.is_same(then, now)
            for then in claim.places
            for other in others
            for now in other.places
        )


def align(old: BriefRecord, new: BriefRecord, texts: Mapping[str, str]) -> Alignment:
    """The pages of two records aligned: by the hash of the text, else by where they lie."""
    by_hash: dict[str, list[KeptSource]] = {}
    for source in new.sources:
        by_hash.setdefault(source.sha256, []).append(source)
    by_page = {source.page: source for source in new.sources}
    now: dict[str, str] = {}
    changed: set[str] = set()
    for source in old.sources:
        same = by_hash.get(source.sha256, [])
        there = by_page.get(source.page)
        if same:
            # Of several pages with one text the one that lies where it lay.
            now[source.article] = next((s for s in same if s.page == source.page), same[0]).article
        elif there is not None:
            now[source.article] = there.article
            changed.add(there.article)
    known = set(now.values())
    return Alignment(
        old={s.article: s for s in old.sources},
        now=now,
        changed=frozenset(changed),
        fresh=frozenset(s.article for s in new.sources if s.article not in known),
        numbers={s.article: n for n, s in enumerate(new.sources, start=1)},
        texts=texts,
    )


def pair_claims(
    olds: Sequence[Claim], news: Sequence[Claim], pages: Alignment
) -> Iterator[tuple[Claim | None, Claim | None]]:
    """Lines of then with those of now that they have become; None where there is no other.

    Those that open with one place go together first, then those that share any, say the same
    words, or are one sentence of a changed page in other words. What is left of then comes last.
    """
    left = list(olds)
    partners: dict[int, Claim] = {}
    for is_pair in (_opens_alike, _shares_place, _says_same, _is_reworded):
        for number, new in enumerate(news):
            if number not in partners:
                old = _take(left, new, pages, is_pair)
                if old is not None:
                    partners[number] = old
    yield from ((partners.get(number), new) for number, new in enumerate(news))
    yield from ((old, None) for old in left)


def _take(
    left: list[Claim],
    new: Claim,
    pages: Alignment,
    is_pair: Callable[[Claim, Claim, Alignment], bool],
) -> Claim | None:
    number = next((n for n, old in enumerate(left) if is_pair(old, new, pages)), None)
    return None if number is None else left.pop(number)


def _opens_alike(old: Claim, new: Claim, pages: Alignment) -> bool:
    return bool(old.places and new.places) and pages.is_same(old.places[0], new.places[0])


def _shares_place(old: Claim, new: Claim, pages: Alignment) -> bool:
    return pages.is_told_by(old, [new])


def _says_same(old: Claim, new: Claim, _: Alignment) -> bool:
    return fold(old.text) == fold(new.text) != ""


def _is_reworded(old: Claim, new: Claim, pages: Alignment) -> bool:
    """Whether a page that has changed says in a like sentence what it said before."""
    return any(
        pages.now.get(then.article) == now.article
        and now.article in pages.changed
        and pages.find(then) is None
        and are_alike(then.words, now.words)
        for then in old.places
        for now in new.places
    )


def are_alike(old: str, new: str) -> bool:
    """Whether two sentences share most of their words in the same order."""
    one, two = _compared(old), _compared(new)
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def tell_words(old: str, new: str) -> str:
    """The few words by which two sentences differ ("12 → 15"); nothing where they differ more."""
    one, two = old.split()[:_WORDS_COMPARED], new.split()[:_WORDS_COMPARED]
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    parts = [
        (" ".join(one[a:b]), " ".join(two[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag == "replace"
    ]
    is_short = all(len(words.split()) <= _FEW for part in parts for words in part)
    if not parts or len(parts) > _FEW or not is_short:
        return ""
    return ", ".join(f"{_bare(before)} → {_bare(after)}" for before, after in parts)


def _bare(words: str) -> str:
    return words.strip(".,;:!?") or words


def _compared(sentence: str) -> list[str]:
    return fold(sentence[: 20 * _WORDS_COMPARED]).split()[:_WORDS_COMPARED]
