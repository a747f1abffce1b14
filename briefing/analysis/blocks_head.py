"""The head of a page: which line is the headline, and what the lines around it are.

Invariant: at most one unit is the headline; a page that begins with its report has none, and
nothing below the first paragraph of the report is labelled here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing.analysis.blocks_forms import KIND_OF, Form, crumbs_of
from briefing.analysis.blocks_lines import Unit
from briefing.lexicon import tense
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import (
    ALL_FUNCTION_WORDS,
    function_word_hits,
    likeliest_language,
)
from briefing.lexicon.furniture import OUTLET_WORDS, SECTION_OPENERS, SECTION_WORDS
from briefing.model import BlockKind

_MARKS = frozenset({Form.STAMP, Form.BYLINE, Form.DATELINE})
_PICTURE_FORMS = frozenset({Form.CAPTION, Form.CREDIT})
_HEADLINE_FORMS = frozenset({Form.PLAIN, Form.LABELLED})

_HEAD_REACH = 8
_STANDFIRST_LIMIT = 80
_OPENING_STANDFIRST_LIMIT = 35
_STANDFIRST_WORDS = 8
_KICKER_WORDS = 5
_OVERLINED_WORDS = 4
_HEADLINE_WORDS = 22
_NAME_LINE_WORDS = 6
_CAPTION_LIMIT = 25
_CAPTION_CAPITALS = 0.3
_REFUSED = -4
_WINDOW_TITLE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")
_TWO_SENTENCES = re.compile(r"[^\W\d_]{4}[.!?]\s+[^\W\d_a-z]")
_WORD = re.compile(r"[^\W\d_]+")


def label_head(units: Sequence[Unit], forms: Sequence[Form]) -> dict[int, BlockKind]:
    """The kinds of the units above the report, by number; `units` end where the tail begins."""
    start = _report_start(units, forms)
    headline = choose_headline(units[:start], forms[:start])
    if Form.PROSE not in forms:
        return {} if headline is None else {headline: BlockKind.HEADLINE}
    if headline is None and start < len(units):
        headline = _headline_below(units, forms, start)
        start = start if headline is None else _next_prose(forms, headline + 1)
    head = _Head(units, forms, headline)
    while start + 1 < len(units) and head.is_bare_caption(start):
        start = _next_prose(forms, start + 1)
    return {at: head.kind(at) for at in range(start)}


def is_section_line(words: str) -> bool:
    """Names of sections standing alone: "Courts & Crime", "Featured Africa News"."""
    tokens = _WORD.findall(words)
    if not tokens or len(tokens) > _KICKER_WORDS or is_outlet_line(words):
        return False
    known = sum(_is_known(token, SECTION_WORDS) for token in tokens)
    return known == len(tokens) or (known * 4 >= len(tokens) and _is_title_case(tokens))


def is_outlet_line(words: str) -> bool:
    """What newspapers and sites call themselves: "The Morning Post", "La Gazette du sud"."""
    tokens = _WORD.findall(words)
    if not 1 < len(tokens) <= _NAME_LINE_WORDS or fold(tokens[0]) in SECTION_OPENERS:
        return False
    if all(_is_known(token, SECTION_WORDS) for token in tokens):
        return False
    named = [at for at, token in enumerate(tokens) if _is_known(token, OUTLET_WORDS)]
    lower = sum(not _is_title_case([token]) for token in tokens)
    return bool(named) and (lower == 0 or (lower == 1 and named[0] <= 1 and tokens[0][0].isupper()))


def choose_headline(units: Sequence[Unit], forms: Sequence[Form]) -> int | None:
    """The headline among the lines above a report; None where no line can be one."""
    repeated = {
        fold(crumbs_of(unit)[-1])
        for unit, form in zip(units, forms, strict=True)
        if form is Form.BREADCRUMB
    }
    # The title of a browser window: "Headline - Outlet".
    repeated |= {
        fold(cut) for unit in units if (cut := _WINDOW_TITLE.sub("", unit.text)) != unit.text
    }
    ranked = sorted(
        (-_headline_score(unit, form, repeated), at)
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
            and _is_standfirst_of(units[chosen], units[other])
        ):
            return other
    below = chosen + 1
    if below < len(units) and forms[below] is Form.PLAIN:
        return below if _is_overline_of(units[chosen], units[below]) else chosen
    return chosen


def _headline_score(unit: Unit, form: Form, repeated: set[str]) -> int:
    """How much a line looks like a headline; 2 is an ordinary one."""
    score = min(unit.words - _KICKER_WORDS + 1, 2) if unit.words <= _HEADLINE_WORDS else 0
    if is_section_line(unit.text) or is_outlet_line(unit.text):
        score -= 4
    score -= 3 * unit.ends_in_full_stop + (form is Form.LABELLED)
    return score + 6 * (fold(unit.text[:300]) in repeated)


def _is_standfirst_of(first: Unit, second: Unit) -> bool:
    """Whether the line above is the standfirst: clearly longer, and told in the past tense."""
    is_longer = first.words * 2 >= second.words * 3
    is_told = _has_finite_verb(first.text, first.text)
    return is_longer and is_told and not _has_finite_verb(second.text, second.text)


def _is_overline_of(first: Unit, second: Unit) -> bool:
    """Whether a line stands as an overline (occhiello, antetítulo) right above its headline.

    Of two such lines that touch, the headline is the shorter one; a deck below is longer too.
    """
    is_longer = first.words * 2 >= second.words * 3 and second.words >= _OVERLINED_WORDS
    is_one = first.paragraph == second.paragraph
    is_name = is_section_line(second.text) or is_outlet_line(second.text)
    is_line = not (first.ends_in_full_stop or second.ends_in_full_stop or is_name)
    return is_longer and is_one and is_line


def _report_start(units: Sequence[Unit], forms: Sequence[Form]) -> int:
    """The first paragraph of the report: below the last stamp or byline of the head."""
    first = _next_prose(forms, 0)
    start = first
    for at in range(first + 1, min(first + _HEAD_REACH, len(units))):
        above = [i for i in range(first, at) if forms[i] is Form.PROSE]
        if len(above) > 2 or any(units[i].words > _STANDFIRST_LIMIT for i in above):  # noqa: PLR2004 a caption and a standfirst
            break
        below = _next_prose(forms, at + 1)
        if forms[at] in _MARKS and below < len(units):
            start = below
    return start


def _next_prose(forms: Sequence[Form], start: int) -> int:
    return next((i for i in range(start, len(forms)) if forms[i] is Form.PROSE), len(forms))


def _headline_below(units: Sequence[Unit], forms: Sequence[Form], start: int) -> int | None:
    """A headline under a standfirst that ends in a full stop and opens the page."""
    below = start + 1
    if units[start].words > _OPENING_STANDFIRST_LIMIT or below >= len(units):
        return None
    is_headline = forms[below] is Form.PLAIN and units[below].words >= _KICKER_WORDS
    is_apart = units[below].paragraph != units[start].paragraph
    report = _next_prose(forms, below)
    has_longer = report < len(units) and units[report].words > units[start].words
    return below if is_headline and is_apart and has_longer else None


class _Head:
    """The lines above the report, once the headline is known."""

    def __init__(self, units: Sequence[Unit], forms: Sequence[Form], headline: int | None) -> None:
        self._units, self._forms, self._headline = units, forms, headline

    def kind(self, at: int) -> BlockKind:
        """The kind of a unit above the report."""
        form = self._forms[at]
        if at == self._headline:
            return BlockKind.HEADLINE
        if form is Form.CREDIT:
            return BlockKind.CAPTION
        if form in KIND_OF:
            return KIND_OF[form]
        if self._headline is None:
            return BlockKind.CLUTTER if self._is_name_line(at) else BlockKind.BODY
        return self._kind_of_words(at, form, self._headline)

    def _kind_of_words(self, at: int, form: Form, headline: int) -> BlockKind:
        if self._is_beside_caption(at) or self.is_bare_caption(at):
            return BlockKind.CAPTION
        if form is Form.PROSE:
            return BlockKind.STANDFIRST
        if at > headline and self._is_author(at):
            return BlockKind.BYLINE
        words = self._units[at].text[:300]
        is_again = fold(self._units[headline].text[:300]) in {
            fold(words),
            fold(_WINDOW_TITLE.sub("", words)),
        }
        is_long = self._units[at].words >= _STANDFIRST_WORDS and not is_again
        return BlockKind.STANDFIRST if is_long else BlockKind.CLUTTER

    def is_bare_caption(self, at: int) -> bool:
        """A caption without a credit: names without a verb, which the next paragraph repeats."""
        unit = self._units[at]
        if self._headline is None or at <= self._headline or unit.words > _CAPTION_LIMIT:
            return False
        if _TWO_SENTENCES.search(unit.text[:300]):
            return False
        below = _next_prose(self._forms, at + 1)
        if below >= len(self._units) or self._units[below].words <= unit.words:
            return False
        names = _capitals(unit.text)
        shared = names & _capitals(self._units[below].text)
        is_named = len(names) >= unit.words * _CAPTION_CAPITALS and len(shared) > 1
        return is_named and not _has_finite_verb(unit.text, self._units[below].text)

    def _is_beside_caption(self, at: int) -> bool:
        """Next to a credited caption with no blank line between, or above a bare credit.

        Where the headline stands in the same run of lines, nearness tells nothing.
        """
        units, forms = self._units, self._forms
        if forms[at] is not Form.PLAIN:
            return False
        beside = [
            i
            for i in (at - 1, at + 1)
            if 0 <= i < len(units)
            and forms[i] in _PICTURE_FORMS
            and units[i].paragraph == units[at].paragraph
        ]
        if self._headline is None or units[self._headline].paragraph != units[at].paragraph:
            return bool(beside)
        return at + 1 in beside and units[at + 1].words < _KICKER_WORDS and at > self._headline

    def _is_name_line(self, at: int) -> bool:
        words = self._units[at].text
        return is_section_line(words) or is_outlet_line(words)

    def _is_author(self, at: int) -> bool:
        tokens = _WORD.findall(self._units[at].text)
        has_name_length = 1 < len(tokens) <= 4  # noqa: PLR2004 given names and surnames
        return has_name_length and _is_title_case(tokens) and not self._is_name_line(at)


def _capitals(text: str) -> set[str]:
    """Capitalised words; in scripts without capitals, words that are no function words."""
    return {
        key
        for word in _WORD.findall(text[:1500])
        if not word[0].islower() and (key := fold(word)) not in ALL_FUNCTION_WORDS
    }


def _is_known(token: str, known: frozenset[str]) -> bool:
    """In the list, with or without the Arabic article."""
    key = fold(token)
    return key in known or (key.startswith("ال") and key[2:] in known) or f"ال{key}" in known


def _is_title_case(tokens: Sequence[str]) -> bool:
    return all(t[0].isupper() or fold(t) in ALL_FUNCTION_WORDS for t in tokens)


_COPULAS = frozenset("is are est sont es estan ist sind sono sao estao zijn".split())


@cache
def _finite_forms(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    listed = f"{tense.PAST.get(language, '')} {tense.FUTURE.get(language, '')}".split()
    endings = [t[language] for t in (tense.PAST_ENDING, tense.FUTURE_ENDING) if language in t]
    return frozenset(listed) | _COPULAS, re.compile(f"(?:{'|'.join(endings) or '(?!)'})$")


def _has_finite_verb(text: str, context: str) -> bool:
    """Whether any word looks like a past or future verb of the language that the context is in."""
    language = likeliest_language(function_word_hits(context[:1500])) or ""
    listed, endings = _finite_forms(language)
    words = [w for w in _WORD.findall(text[:600]) if not w[0].isupper()]
    return any(w in listed or endings.match(w) for w in words)
