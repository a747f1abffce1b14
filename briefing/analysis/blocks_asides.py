"""What stands below a report about its author, the firm it comes from, and what readers wrote.

Invariant: an author is known by a name that the head of the page has and the report has not, or by
what such lines say of her; nothing above the last third of the report is ever looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.analysis.blocks_forms import Form
from briefing.analysis.blocks_lines import Unit
from briefing.lexicon import notices
from briefing.lexicon.folding import fold

_HEAD_UNITS = 14
_HEAD_WORDS = 10
_BIO_WORDS = 45
_SAID_LENGTH = 110
_SHARE_ABOVE = 0.7
_LEAST_PROSE = 2
_TITLE_WORDS = 4
_ABOUT_WORDS = 8
_TAIL_UNITS = 8
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_AUTHORS = re.compile(
    r"(?:the author|l['’]auteure?|l['’]autrice|el autor|la autora|der autor|die autorin|l['’]autore"
    r"|o autor|a autora|de auteur|الكاتب|الكاتبة|\*)(?!\w)",
    re.IGNORECASE,
)


class Asides:
    """The lines of a page, seen for what is said below its report of those who made it."""

    def __init__(self, units: Sequence[Unit], forms: Sequence[Form]) -> None:
        self._units, self._forms = units, forms
        prose = [at for at, form in enumerate(forms) if form is Form.PROSE]
        self._prose = prose
        self._lowest = prose[len(prose) * 2 // 3] if prose else 0
        first = prose[0] if prose else 0
        head = (
            unit.text
            for unit, form in zip(units[:first], forms[:first], strict=True)
            if unit.words <= _HEAD_WORDS and form is not Form.STAMP
        )
        self._named = {pair for text in list(head)[-_HEAD_UNITS:] for pair in _pairs(text)}
        told = [units[at].text for at in prose[: max(1, len(prose) - 1)]]
        self._told = {pair for text in told for pair in _pairs(text)}

    def is_about_author(self, at: int) -> bool:
        """A few words below the report about who wrote it."""
        unit = self._units[at]
        is_short = unit.words <= _BIO_WORDS and at > self._lowest
        if not is_short or self._forms[at] not in {Form.PROSE, Form.PLAIN, Form.LISTED}:
            return False
        opening = next(_pairs(unit.text[:_SAID_LENGTH], most=1), None)
        is_named = opening is not None and opening not in self._told
        if is_named and opening in self._named and not unit.text.endswith(("”", "»", "“")):
            return True
        if not is_named and not _AUTHORS.match(unit.text):
            return False
        said = f" {fold(unit.text[:_SAID_LENGTH])} "
        return any(f" {phrase} " in said for phrase in notices.AUTHOR_PHRASES)

    def is_about_firm(self, at: int) -> bool:
        """What a release says of the firm: "About Name: founded in …"."""
        unit = self._units[at]
        if at <= self._lowest or unit.words > 2 * _BIO_WORDS:
            return False
        label, colon, _ = unit.text[: 2 * _SAID_LENGTH].partition(":")
        is_title = self._forms[at] is not Form.PROSE and unit.words <= _ABOUT_WORDS
        if not (colon or is_title) or len(label.split()) > _ABOUT_WORDS:
            return False
        folded = f"{fold(label)} "
        return any(folded.startswith(f"{phrase} ") for phrase in notices.ABOUT_OPENERS) and (
            colon != "" or not unit.is_terminal
        )

    def comments_start(self) -> int:
        """The line that stands over what readers wrote, or the page's end."""
        words = [self._units[at].words for at in self._prose]
        total, above = sum(words), 0
        if len(words) < _LEAST_PROSE:
            return len(self._units)
        prose = set(self._prose)
        for at, unit in enumerate(self._units):
            if at in prose:
                above += unit.words
            elif above >= total * _SHARE_ABOVE and _heads_comments(unit):
                return at
        return len(self._units)


def _heads_comments(unit: Unit) -> bool:
    if unit.words > _TITLE_WORDS or unit.ends_in_full_stop:
        return False
    return not notices.COMMENT_WORDS.isdisjoint(fold(unit.text).split())


def _pairs(text: str, most: int | None = None) -> Iterator[tuple[str, str]]:
    """Neighbouring words that may be a given name and a surname; `most` from the beginning."""
    words = list(_WORD.finditer(text))
    for number, (one, two) in enumerate(pairwise(words)):
        if most is not None and number >= most:
            return
        is_near = two.start() - one.end() == 1
        if is_near and not one[0][0].islower() and not two[0][0].islower():
            yield fold(one[0]), fold(two[0])
