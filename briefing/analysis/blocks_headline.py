"""Which line of a page's head is its headline.

Invariant: at most one line is chosen, by its length, its neighbours, what the page repeats of it
and what the report repeats; where every line is a name or a sentence, none is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from briefing.analysis.blocks_evidence import (
    CLOSE_LOOK,
    KICKER_WORDS,
    UNLIKELY,
    has_words,
    weigh,
    written_traits,
)
from briefing.analysis.blocks_forms import Form, crumbs_of
from briefing.analysis.blocks_lines import Unit
from briefing.analysis.blocks_names import (
    WORD,
    is_motto,
    is_name_line,
    is_title_case,
    name_before_motto,
    names_a_site,
    names_its_kind,
)
from briefing.analysis.blocks_stamps import BAR
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import (
    ALL_FUNCTION_WORDS,
    function_word_hits,
    likeliest_language,
)

STANDFIRST_WORDS = 8
WINDOW_TITLE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")
"""What follows the headline in the title of a browser's window: " - Outlet"."""

_NAVIGATION = frozenset({Form.SECTIONS, Form.BREADCRUMB})
_MARKS = frozenset({Form.STAMP, Form.BYLINE, Form.AGENCY, Form.DATELINE})
_SIGNATURES = frozenset({Form.BYLINE, Form.AGENCY})
_HEADLINE_FORMS = frozenset({Form.PLAIN, Form.LABELLED})
_DOUBTED_FORMS = frozenset(
    {
        Form.BYLINE,
        Form.CAPTION,
        Form.CREDIT,
        Form.DATELINE,
        Form.FURNITURE,
        Form.LISTED,
        Form.SECTIONS,
        Form.TEASER,
    }
)
"""Forms that a headline may happen to have: "Subscribers sue …", "Kyiv / London", "1. FC …"."""
_HEAD_REACH = 8
_OVERLINED_WORDS = 4
_HEADLINE_WORDS = 22
_TITLE_WORDS = 3
_STRUNG_WORDS = 12
_TOLD = 3
_CONTENT = 1500
_STEM = 5
_SHORT_WORD = 6
_ARABIC_ARTICLE = re.compile("^(?:[وفبك]?ال|و?لل)(?=\\w{3})")
_KIND_REACH = 2
_NUMBER = re.compile(r"\d+")
_SEMICOLON = re.compile("[;؛]")


def choose_headline(
    units: Sequence[Unit], forms: Sequence[Form], lead: Sequence[Unit]
) -> int | None:
    """The headline among the lines above a report; None where no line can be one.

    `lead` is how the report begins: a headline shares words with it, a masthead does not.
    """
    candidates = HeadlineCandidates(units, forms, lead)
    ranked = sorted((-weigh(candidates.traits(at)), at) for at in candidates.numbers)
    if not ranked or candidates.is_refused(ranked[0][1]):
        return None
    return ranked[0][1]


def _repeated_titles(units: Sequence[Unit], forms: Sequence[Form]) -> set[str]:
    """What a breadcrumb, a window's title or the page itself says a second time."""
    repeated = {
        fold(crumbs_of(unit)[-1])
        for unit, form in zip(units, forms, strict=True)
        if form is Form.BREADCRUMB
    }
    # The title of a browser window: "Headline - Outlet".
    repeated |= {
        fold(cut) for unit in units if (cut := WINDOW_TITLE.sub("", unit.text)) != unit.text
    }
    plain = Counter(
        fold(unit.text[:300])
        for unit, form in zip(units, forms, strict=True)
        if form is Form.PLAIN and unit.words >= _TITLE_WORDS and not is_name_line(unit.text)
    )
    return repeated | {words for words, count in plain.items() if count > 1}


class HeadlineCandidates:
    """The plain lines of a head, seen beside each other and beside the report."""

    def __init__(self, units: Sequence[Unit], forms: Sequence[Form], lead: Sequence[Unit]) -> None:
        self._units, self._forms = units, forms
        sample = " ".join(unit.text for unit in lead)[:_CONTENT]
        self._language = likeliest_language(function_word_hits(sample))
        self._numbers = frozenset(_NUMBER.findall(sample))
        self._told = frozenset().union(*(content_stems(unit.text) for unit in lead))
        self._repeated = _repeated_titles(units, forms)
        self._echoes = [len(content_stems(unit.text) & self._told) for unit in units]
        self.numbers = tuple(at for at in range(len(units)) if self._may_be_headline(at))
        """The units that may be the headline."""
        for at in set(range(len(units))).difference(self.numbers):
            self._echoes[at] = 0
        self._written = {at: tuple(written_traits(units[at])) for at in self.numbers}
        lengths = range(_TITLE_WORDS, _HEADLINE_WORDS + 1)
        titles = [
            at for at in self.numbers if units[at].words in lengths and forms[at] in _HEADLINE_FORMS
        ]
        told = [0] * len(units)
        for at in titles:
            told[at] = self._echoes[at]
        self._most_above = (0, *accumulate(told, max))
        """The most that the report takes up of a line above each unit, and below it."""
        self._most_below = (0, *accumulate(reversed(told), max))[::-1]
        likely = (
            at for at in titles if self._echoes[at] and UNLIKELY.isdisjoint(self._written[at])
        )
        self._first_likely = next(likely, len(units))

    def traits(self, at: int) -> Iterator[str]:
        """What speaks for and against a unit, by the names of `blocks_evidence.WEIGHTS`."""
        yield from self._written[at]
        if self._forms[at] is Form.LABELLED:
            yield "label"
        elif self._forms[at] in _DOUBTED_FORMS:
            yield "known form"
        yield from self._told_traits(at)
        yield from self._placed_traits(at)

    def is_refused(self, at: int) -> bool:
        """Whether it is a section's or an outlet's name that nothing on the page says again."""
        unit = self._units[at]
        is_short = unit.words < KICKER_WORDS
        return is_short and is_name_line(unit.text) and not self._is_repeated(at)

    def _told_traits(self, at: int) -> Iterator[str]:
        unit, echoes = self._units[at], self._echoes[at]
        if echoes:
            yield "told once"
        if echoes >= _TOLD:
            yield "told thrice"
        if not self._numbers.isdisjoint(_NUMBER.findall(unit.text[:CLOSE_LOOK])):
            yield "shares a number"
        if self._is_repeated(at):
            yield "said again"
        if self._most_below[at + 1] > echoes:
            yield "told more below"
        if self._most_above[at] > echoes:
            yield "told more above"
        if self._is_foreign(unit):
            yield "another language"

    def _placed_traits(self, at: int) -> Iterator[str]:
        units, forms = self._units, self._forms
        yield from self._apartness(at)
        if at == 0 and at != self._first_likely:
            yield "first"
        is_under = self._first_likely < at
        if is_under and units[self._first_likely].paragraph < units[at].paragraph:
            yield "under a title"
        elif is_under and units[at].words >= units[at - 1].words:
            yield "touches a title"
        if at + 1 == len(units) or forms[at + 1] is Form.PROSE:
            yield "right above the report"
        if self._is_masthead(at):
            yield "masthead"
        elif self._is_signed(at) and self._first_likely >= at:
            yield "signed"
        if self._has_overline(at + 1):
            yield "overline"
        if self._has_overline(at) or self._is_under_two_clauses(at):
            yield "under an overline"

    def _apartness(self, at: int) -> Iterator[str]:
        """How far it stands apart from its neighbours; a kicker or a byline may touch it."""
        units = self._units
        is_below = at > 0 and units[at - 1].paragraph == units[at].paragraph
        is_above = at + 1 < len(units) and units[at + 1].paragraph == units[at].paragraph
        if not is_below and not is_above:
            yield "alone"
        is_kicker = at > 0 and (units[at - 1].words <= _TITLE_WORDS or not self._is_plain(at - 1))
        if (not is_below or is_kicker) and (not is_above or self._forms[at + 1] in _MARKS):
            yield "set apart"

    def _has_overline(self, at: int) -> bool:
        """Whether the line right above is longer and stands as its overline."""
        if not self._is_plain(at) or not self._is_plain(at - 1):
            return False
        is_one = _is_overline_of(self._units[at - 1], self._units[at])
        return is_one and self._is_taken_up(at, at - 1)

    def _is_under_two_clauses(self, at: int) -> bool:
        is_below = self._is_plain(at - 1) and self._is_plain(at)
        return is_below and _is_two_clauses_above(self._units[at - 1], self._units[at])

    def _is_repeated(self, at: int) -> bool:
        return fold(self._units[at].text[:300]) in self._repeated

    def _is_foreign(self, unit: Unit) -> bool:
        """Whether it is in another language than the report."""
        hits = function_word_hits(unit.text[:CLOSE_LOOK])
        language = likeliest_language(hits)
        if language is None or self._language is None:
            return False
        return hits[language] > hits[self._language] + 1

    def _is_signed(self, at: int) -> bool:
        """Whether it is short and the author's line stands right under it: then it is no kicker."""
        if at + 1 >= len(self._units) or self._forms[at + 1] not in _SIGNATURES:
            return False
        text = self._units[at].text
        is_said = self._echoes[at] > 0 or not is_title_case(WORD.findall(text))
        return is_said and _TITLE_WORDS <= self._units[at].words < KICKER_WORDS + 1

    def _is_masthead(self, at: int) -> bool:
        """A site's name or motto: the report shares hardly a word with it, more with a line below.

        It has a bar in it, or the page's sections or breadcrumb under it.
        """
        text = self._units[at].text
        if name_before_motto(text) and self._is_outdone(at):
            return True
        has_bar = bool(BAR.search(text))
        is_site = names_a_site(text)
        # A paper's kind stands with the place or the field that its reports come from.
        is_kind = at <= _KIND_REACH and names_its_kind(text)
        most = max(has_bar, is_kind)
        if self._forms[at] is not Form.PLAIN or self._echoes[at] > most or (has_bar and is_site):
            return has_bar and is_site
        is_short = is_motto(text)
        has_bar = has_bar or is_site or is_short
        words = max(self._units[at].words, STANDFIRST_WORDS)
        longest = max(words * 8 // 5, _HEADLINE_WORDS * is_short)
        for below in range(at + 1, min(at + _HEAD_REACH, len(self._units))):
            has_bar = has_bar or self._forms[below] in _NAVIGATION
            unit = self._units[below]
            is_title = unit.words >= _TITLE_WORDS and not is_name_line(unit.text)
            is_told = self._echoes[below] > max(0, self._echoes[at] - is_kind)
            if has_bar and is_title and is_told and unit.words <= longest:
                return True
        return False

    def _is_outdone(self, at: int) -> bool:
        """Whether the report shares as many words with a line below, long enough for a headline."""
        return any(
            self._echoes[below] >= max(1, self._echoes[at])
            and self._units[below].words >= KICKER_WORDS
            for below in range(at + 1, min(at + _HEAD_REACH, len(self._units)))
        )

    def _is_taken_up(self, at: int, rival: int) -> bool:
        """Whether the report's beginning repeats a line, or hardly repeats its rival either.

        A deck may tell what the report comes to later; a headline does not. In another language
        than the report's nothing is repeated.
        """
        if self._echoes[at] > 0 or self._echoes[rival] <= 1:
            return True
        language = likeliest_language(function_word_hits(self._units[at].text))
        return language != self._language

    def _may_be_headline(self, at: int) -> bool:
        """A line that no list knows; one of a doubted form only where the report takes it up."""
        if self._forms[at] in _HEADLINE_FORMS:
            return has_words(self._units[at])
        is_doubted = self._forms[at] in _DOUBTED_FORMS and self._units[at].words >= KICKER_WORDS
        return is_doubted and self._echoes[at] > 1

    def _is_plain(self, at: int) -> bool:
        return 0 <= at < len(self._units) and self._forms[at] is Form.PLAIN


def _is_two_clauses_above(first: Unit, second: Unit) -> bool:
    """Whether a standfirst stands first: it strings statements together, the shorter line does not.

    Headlines hold a semicolon by exception, standfirsts without a full stop often do.
    """
    is_strung = bool(_SEMICOLON.search(first.text)) and not _SEMICOLON.search(second.text)
    is_title = second.words >= _TITLE_WORDS and not is_name_line(second.text)
    is_longer = first.words >= _STRUNG_WORDS and first.words > second.words
    return is_strung and is_title and is_longer and not second.ends_in_full_stop


def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that say what a text is about."""
    keys = (fold(word) for word in WORD.findall(text[:_CONTENT]))
    return frozenset(
        _stem(key)
        for key in keys
        if len(key) > 2 and key not in ALL_FUNCTION_WORDS  # noqa: PLR2004 shorter ones are particles
    )


def _stem(key: str) -> str:
    """Its first letters, fewer of a short word, without the Arabic article and what joins it."""
    bare = _ARABIC_ARTICLE.sub("", key)
    return bare[: _STEM if len(bare) > _SHORT_WORD else _STEM - 1]


def _is_overline_of(first: Unit, second: Unit) -> bool:
    """Whether a line stands as an overline (occhiello, antetítulo) right above its headline.

    Of two such lines that touch, the headline is the shorter one; a deck below is longer too.
    """
    is_longer = first.words * 2 >= second.words * 3 and second.words >= _OVERLINED_WORDS
    is_one = first.paragraph == second.paragraph
    is_name = is_name_line(second.text)
    # A caption under a headline says its words again; a headline says what its overline does not.
    is_new = len(content_stems(second.text) - content_stems(first.text)) > 1
    is_line = not (first.ends_in_full_stop or second.ends_in_full_stop or is_name)
    return is_longer and is_one and is_line and is_new
