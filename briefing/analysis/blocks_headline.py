"""Which line of a page's head is its headline.

Invariant: at most one line is chosen, by its length, its neighbours, what the page repeats of it
and what the report repeats; where every line is a name or a sentence, none is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.analysis.blocks_forms import Form, crumbs_of
from briefing.analysis.blocks_lines import Unit
from briefing.analysis.blocks_names import (
    WORD,
    has_finite_verb,
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
KICKER_WORDS = 5
WINDOW_TITLE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")
"""What follows the headline in the title of a browser's window: " - Outlet"."""

_NAVIGATION = frozenset({Form.SECTIONS, Form.BREADCRUMB})
_HEADLINE_FORMS = frozenset({Form.PLAIN, Form.LABELLED})
_HEAD_REACH = 8
_OVERLINED_WORDS = 4
_HEADLINE_WORDS = 22
_REFUSED = -4
_TITLE_WORDS = 3
_DECK_WORDS = 16
_STRUNG_WORDS = 12
_MASTHEAD_COST = 3
_SIGNED_GAIN = 3
_CONTENT = 1500
_STEM = 5
_KIND_REACH = 2
_SEMICOLON = re.compile("[;؛]")


def choose_headline(
    units: Sequence[Unit], forms: Sequence[Form], lead: Sequence[Unit]
) -> int | None:
    """The headline among the lines above a report; None where no line can be one.

    `lead` is how the report begins: a headline shares words with it, a masthead does not.
    """
    repeated = _repeated_titles(units, forms)
    candidates = _Candidates(units, forms, lead)
    ranked = sorted(
        (candidates.rank(at) - _headline_score(unit, form, repeated), at)
        for at, (unit, form) in enumerate(zip(units, forms, strict=True))
        if form in _HEADLINE_FORMS
    )
    if not ranked or -ranked[0][0] <= _REFUSED:
        return None
    score, chosen = ranked[0]
    for other_score, other in ranked[1:]:
        if (
            other_score == score
            and other > chosen
            and candidates.is_taken_up(other, chosen)
            and _is_standfirst_of(units[chosen], units[other])
        ):
            return other
    return candidates.settle(chosen)


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


class _Candidates:
    """The plain lines of a head, seen beside each other and beside the report."""

    def __init__(self, units: Sequence[Unit], forms: Sequence[Form], lead: Sequence[Unit]) -> None:
        self._units, self._forms = units, forms
        sample = " ".join(unit.text for unit in lead)[:_CONTENT]
        self._language = likeliest_language(function_word_hits(sample))
        self._told = frozenset().union(*(content_stems(unit.text) for unit in lead))
        self._echoes = [
            len(content_stems(unit.text) & self._told) * (form in _HEADLINE_FORMS)
            for unit, form in zip(units, forms, strict=True)
        ]

    def rank(self, at: int) -> int:
        """What its place among the lines says against a line; below nought, for it."""
        if self._is_masthead(at):
            return _MASTHEAD_COST
        return -_SIGNED_GAIN if self._is_signed(at) else 0

    def _is_signed(self, at: int) -> bool:
        """Whether it is short and the author's line stands right under it: then it is no kicker."""
        if at + 1 >= len(self._units) or self._forms[at + 1] is not Form.BYLINE:
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
        """Whether the report shares more words with a line below, long enough for a headline."""
        return any(
            self._echoes[below] > self._echoes[at] and self._units[below].words >= KICKER_WORDS
            for below in range(at + 1, min(at + _HEAD_REACH, len(self._units)))
        )

    def is_taken_up(self, at: int, rival: int) -> bool:
        """Whether the report's beginning repeats a line, or hardly repeats its rival either.

        A deck may tell what the report comes to later; a headline does not. In another language
        than the report's nothing is repeated.
        """
        if self._echoes[at] > 0 or self._echoes[rival] <= 1:
            return True
        language = likeliest_language(function_word_hits(self._units[at].text))
        return language != self._language

    def settle(self, chosen: int) -> int:
        """The chosen line, or the one that touches it, where the chosen one is its standfirst."""
        below, above = chosen + 1, chosen - 1
        if self._may_be_headline(below):
            first, second = self._units[chosen], self._units[below]
            if self.is_taken_up(below, chosen) and _is_overline_of(first, second):
                return below
            if _is_two_clauses_above(first, second):
                return below
        if self._may_be_headline(above) and self._is_short_title_of(above, chosen):
            return above
        return chosen

    def _may_be_headline(self, at: int) -> bool:
        return 0 <= at < len(self._units) and self._forms[at] is Form.PLAIN

    def _is_short_title_of(self, at: int, chosen: int) -> bool:
        """Whether a short line is the headline of what stands below it, at a standfirst's length.

        A kicker is a name or a theme; a headline says something of what the report tells.
        """
        short, long = self._units[at], self._units[chosen]
        is_told = self._echoes[at] > 0 and len(content_stems(short.text)) >= _TITLE_WORDS
        is_deck = long.words >= _DECK_WORDS and long.words * 2 >= short.words * 7
        is_title = is_title_case(WORD.findall(short.text)) and short.text.isascii()
        return is_told and is_deck and not is_title and not is_name_line(short.text)


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
        key.removeprefix("ال")[:_STEM]
        for key in keys
        if len(key) > 2 and key not in ALL_FUNCTION_WORDS  # noqa: PLR2004 shorter ones are particles
    )


def _headline_score(unit: Unit, form: Form, repeated: set[str]) -> int:
    """How much a line looks like a headline; 2 is an ordinary one."""
    score = min(unit.words - KICKER_WORDS + 1, 2) if unit.words <= _HEADLINE_WORDS else 0
    if is_name_line(unit.text):
        score -= 4
    score -= 3 * unit.ends_in_full_stop + (form is Form.LABELLED)
    return score + 6 * (fold(unit.text[:300]) in repeated)


def _is_standfirst_of(first: Unit, second: Unit) -> bool:
    """Whether the line above is the standfirst: clearly longer, and told in the past tense."""
    is_longer = first.words * 2 >= second.words * 3
    is_told = has_finite_verb(first.text, first.text)
    return is_longer and is_told and not has_finite_verb(second.text, second.text)


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
