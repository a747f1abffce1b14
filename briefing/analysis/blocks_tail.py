"""Where the report ends and the furniture below it begins.

Invariant: the tail holds nothing that stands above the last paragraph of the report; a page
without any paragraph has no tail but what its forms give away.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis.blocks_asides import Asides
from briefing.analysis.blocks_forms import CLUTTER_FORMS, Form
from briefing.analysis.blocks_furniture import (
    has_mail_address,
    is_advertising_mark,
    opens_as_furniture,
)
from briefing.analysis.blocks_lines import Unit
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import function_word_hits, likeliest_language
from briefing.lexicon.furniture import ADDRESS_WORDS, CONTACT_WORDS, ROLE_LABELS

_CREDITS = frozenset({Form.CAPTION, Form.BYLINE, Form.DATELINE, Form.LABELLED, Form.CONTENTS})
_NEVER_OWN = CLUTTER_FORMS | _CREDITS
_INSIDE = frozenset({Form.PLAIN, Form.LISTED, Form.TEASER, Form.LABELLED, Form.CAPTION})
_ENDS_PAGE = frozenset({Form.FURNITURE, Form.CREDIT})

_ADDRESS_LIMIT = 70
_NOTICE_LIMIT = 45
_STRAY_WORDS = 20
_LONE_WORDS = 6
_SENTENCE_WORDS = 2
_MARKER_WORDS = 2
_REACH = 40  # a longer list is no report, and looking further would make hostile pages slow
_PROSE_ABOVE = 3
_SAMPLE_UNITS = 12
_SAMPLE = 4000
_KNOWN_SHARE = 0.15
_FACT = re.compile(r"([^\W\d_][^\n:]{1,30}?)\s?:\s+\S.{0,80}$")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[“«„\"][^”»“\"]{0,500}[”»“\"]")


def find_tail(units: Sequence[Unit], forms: Sequence[Form], *, is_record: bool) -> int:
    """The number of the first unit below the report; of a record only plain furniture counts."""
    report = _Report(units, forms)
    if not report.has_prose and not is_record:
        return len(units)
    comments = report.asides.comments_start()
    tail = len(units)
    while tail > 0:
        if report.is_below(tail - 1, is_record=is_record) or report.is_notice(tail - 1):
            tail -= 1
        elif tail > comments:
            tail = comments
        else:
            break
    return report.without_strays(tail)


class _Report:
    """What the paragraphs of a page have in common, to see which lines do not belong to them."""

    def __init__(self, units: Sequence[Unit], forms: Sequence[Form]) -> None:
        self._units, self._forms = units, forms
        self.asides = Asides(units, forms)
        self._prose = [i for i, form in enumerate(forms) if form is Form.PROSE]
        sample = [units[i].text for i in self._prose[:_SAMPLE_UNITS]]
        joined = " ".join(sample)[:_SAMPLE]
        hits = function_word_hits(joined)
        # A language without a list shares some words with one that has: too few to be it.
        is_known = max(hits.values()) >= _KNOWN_SHARE * len(joined.split())
        self._language = likeliest_language(hits) if is_known else None
        # An interview or a guide speaks to its reader all along: there, address tells nothing.
        speaking = sum(_addresses(text) > 0 for text in sample)
        self._is_impersonal = speaking * 4 <= len(sample)

    @property
    def has_prose(self) -> bool:
        return bool(self._prose)

    def is_below(self, at: int, *, is_record: bool) -> bool:
        """Whether a unit may belong to the tail: furniture, a stray line, a word to the reader."""
        unit, form = self._units[at], self._forms[at]
        if form in _NEVER_OWN or (not is_record and self._is_aside(at)):
            return True
        # A report may turn to its reader in its last words; a box of its own has a title.
        is_boxed = form is not Form.PROSE or at == 0 or self._forms[at - 1] is not Form.PROSE
        if unit.words <= _ADDRESS_LIMIT and self._speaks_otherwise(unit, is_boxed=is_boxed):
            return True
        if form is Form.PROSE:
            return False
        return not is_record and unit.words <= _STRAY_WORDS and not self._closes_report(at)

    def _is_aside(self, at: int) -> bool:
        return self.asides.is_about_author(at) or self.asides.is_about_firm(at)

    def _closes_report(self, at: int) -> bool:
        """A short sentence or a list below the report, or below a teaser inside it."""
        unit, form = self._units[at], self._forms[at]
        is_sentence = unit.ends_in_full_stop and unit.words >= _SENTENCE_WORDS
        is_sentence = is_sentence and not _is_imprint(unit)
        if not is_sentence and form is not Form.LISTED and not self._is_in_fact_box(at):
            return False
        insets, above = 0, at - 1
        while above >= 0 and at - above < _REACH and self._forms[above] is not Form.PROSE:
            insets += self._forms[above] in _NEVER_OWN
            if insets > is_sentence or not self._may_stand_inside(above):
                return False
            above -= 1
        return above >= 0 and self._forms[above] is Form.PROSE

    def _is_in_fact_box(self, at: int) -> bool:
        """One of two neighbours, or more, that give facts by their names: "Budget: 3 million"."""
        beside = (i for i in (at - 1, at + 1) if 0 <= i < len(self._units))
        return self._is_fact(at) and any(self._is_fact(i) for i in beside)

    def _is_fact(self, at: int) -> bool:
        unit = self._units[at]
        match = _FACT.match(unit.text) if self._forms[at] is Form.PLAIN else None
        return match is not None and "@" not in unit.text and not _is_imprint(unit)

    def _may_stand_inside(self, at: int) -> bool:
        """A subhead, a list, or what pages put between two paragraphs of a report."""
        if self._forms[at] is Form.FURNITURE:
            unit = self._units[at]
            return unit.words <= _MARKER_WORDS or is_advertising_mark(unit)
        return self._forms[at] in _INSIDE

    def is_notice(self, at: int) -> bool:
        """A paragraph below the furniture that ends a page: about the author, a disclaimer."""
        if self._forms[at] is not Form.PROSE or self._units[at].words > _NOTICE_LIMIT:
            return False
        above = sum(i < at for i in self._prose)
        if at == 0 or above < _PROSE_ABOVE or self._forms[at - 1] not in _ENDS_PAGE:
            return False
        return not is_advertising_mark(self._units[at - 1])

    def without_strays(self, tail: int) -> int:
        """The tail's beginning once lines that no furniture stands by are given back.

        A plain line under the last paragraph may be a subhead whose text was cut off.
        """
        forms = self._forms[tail:]
        strays = self._units[tail:]
        if any(form in _NEVER_OWN for form in forms) or any(map(self._speaks_otherwise, strays)):
            return tail
        if any(self._is_aside(at) for at in range(tail, len(self._units))):
            return tail
        while tail < len(self._units) and self._is_report_like(self._units[tail]):
            tail += 1
        return tail

    def _is_report_like(self, unit: Unit) -> bool:
        return unit.words > _LONE_WORDS and not self._speaks_otherwise(unit)

    def _speaks_otherwise(self, unit: Unit, *, is_boxed: bool = True) -> bool:
        """In another language than the report, or to the reader."""
        if is_boxed and self._is_impersonal and _addresses(unit.text) > 0:
            return opens_as_furniture(unit) or _addresses(unit.text) > 1 or not unit.is_terminal
        if opens_as_furniture(unit) or has_mail_address(unit):
            return unit.words <= _NOTICE_LIMIT and not unit.text[:1].islower()
        hits = function_word_hits(unit.text)
        language = likeliest_language(hits)
        if language is None or self._language is None or unit.words < _LONE_WORDS:
            return False
        return hits[language] > 1 and hits[language] > 2 * hits[self._language]


def _is_imprint(unit: Unit) -> bool:
    """Whether a line tells by its name something of the paper: "Publisher: …"."""
    match = _FACT.match(unit.text)
    if match is None:
        return False
    return not (CONTACT_WORDS | ROLE_LABELS).isdisjoint(fold(match[1]).split())


def _addresses(text: str) -> int:
    """How often a text speaks to its reader outside quotations."""
    bare = _QUOTED.sub(" ", text[:_SAMPLE])
    return sum(fold(word) in ADDRESS_WORDS for word in _WORD.findall(bare))
