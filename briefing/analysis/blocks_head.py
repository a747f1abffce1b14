"""The head of a page: which line is the headline, and what the lines around it are.

Invariant: at most one unit is the headline; a page that begins with its report has none, and
nothing below the first paragraph of the report is labelled here.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.blocks_evidence import KICKER_WORDS, TWO_SENTENCES
from briefing.analysis.blocks_forms import KIND_OF, Form
from briefing.analysis.blocks_furniture import is_place_and_agency
from briefing.analysis.blocks_headline import (
    STANDFIRST_WORDS,
    WINDOW_TITLE,
    choose_headline,
    content_stems,
)
from briefing.analysis.blocks_lines import Unit, entry_of
from briefing.analysis.blocks_names import (
    WORD,
    has_finite_verb,
    is_name_line,
    is_title_case,
    name_before_motto,
)
from briefing.analysis.blocks_stamps import BAR
from briefing.analysis.datelines import dateline_end
from briefing.lexicon.folding import fold
from briefing.lexicon.function_words import ALL_FUNCTION_WORDS
from briefing.lexicon.furniture import PHOTO_WORDS
from briefing.model import BlockKind

_MARKS = frozenset({Form.STAMP, Form.BYLINE, Form.AGENCY, Form.DATELINE})
_PICTURE_FORMS = frozenset({Form.CAPTION, Form.CREDIT})

LEAD = 3
"""How many paragraphs are the beginning of a report."""

_HEAD_REACH = 8
_STANDFIRST_LIMIT = 80
_OPENING_STANDFIRST_LIMIT = 35
_CAPTION_LIMIT = 25
_SLOGAN_LIMIT = 12
_CAPTION_CAPITALS = 0.3
_SHORT_DECK_WORDS = 5
_CONTENTS_REACH = 20


def label_head(units: Sequence[Unit], forms: Sequence[Form]) -> dict[int, BlockKind]:
    """The kinds of the units above the report, by number; `units` end where the tail begins."""
    start = report_start(units, forms)
    lead = [u for u, form in zip(units[start:], forms[start:], strict=True) if form is Form.PROSE]
    headline = choose_headline(units[:start], forms[:start], lead[:LEAD])
    if Form.PROSE not in forms:
        return {} if headline is None else {headline: BlockKind.HEADLINE}
    if headline is None and start < len(units):
        headline = _headline_below(units, forms, start)
        start = start if headline is None else _next_prose(forms, headline + 1)
    head = _Head(units, forms, headline)
    while start + 1 < len(units) and head.is_bare_caption(start):
        start = _next_prose(forms, start + 1)
    return {at: head.kind(at) for at in range(start)}


def report_start(units: Sequence[Unit], forms: Sequence[Form]) -> int:
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


def _places_of_prose(forms: Sequence[Form]) -> list[int]:
    """For each unit, and for the page's end, the first paragraph from there on."""
    places = [len(forms)] * (len(forms) + 1)
    for at in range(len(forms) - 1, -1, -1):
        places[at] = at if forms[at] is Form.PROSE else places[at + 1]
    return places


def _next_prose(forms: Sequence[Form], start: int) -> int:
    return next((i for i in range(start, len(forms)) if forms[i] is Form.PROSE), len(forms))


def _headline_below(units: Sequence[Unit], forms: Sequence[Form], start: int) -> int | None:
    """A headline under a standfirst that ends in a full stop and opens the page."""
    below = start + 1
    if units[start].words > _OPENING_STANDFIRST_LIMIT or below >= len(units):
        return None
    is_headline = forms[below] is Form.PLAIN and units[below].words >= KICKER_WORDS
    is_apart = units[below].paragraph != units[start].paragraph
    report = _next_prose(forms, below)
    has_longer = report < len(units) and units[report].words > units[start].words
    return below if is_headline and is_apart and has_longer else None


class _Head:
    """The lines above the report, once the headline is known."""

    def __init__(self, units: Sequence[Unit], forms: Sequence[Form], headline: int | None) -> None:
        self._units, self._forms, self._headline = units, forms, headline
        self._prose_below = _places_of_prose(forms)

    def kind(self, at: int) -> BlockKind:
        """The kind of a unit above the report."""
        form = self._forms[at]
        if at == self._headline:
            return BlockKind.HEADLINE
        if form is Form.CREDIT and not is_place_and_agency(self._units[at]):
            return BlockKind.CAPTION
        if form in KIND_OF:
            return KIND_OF[form]
        if self._headline is None:
            return BlockKind.CLUTTER if is_name_line(self._units[at].text) else BlockKind.BODY
        return self._kind_of_words(at, form, self._headline)

    def _kind_of_words(self, at: int, form: Form, headline: int) -> BlockKind:
        if self._is_beside_caption(at) or self.is_bare_caption(at):
            return BlockKind.CAPTION
        if form is Form.PROSE:
            return BlockKind.STANDFIRST
        if at > headline and (self._is_listed_above(at) or self._is_first_question(at)):
            return BlockKind.BODY
        if at > headline and self._is_author(at):
            return BlockKind.BYLINE
        words = self._units[at].text[:300]
        is_again = fold(self._units[headline].text[:300]) in {
            fold(words),
            fold(WINDOW_TITLE.sub("", words)),
        }
        is_motto = at < headline and (
            bool(BAR.search(words) or name_before_motto(words)) or self._is_slogan(at)
        )
        above = self._units[at - 1].text[:300] if at else ""
        is_under = fold(above) == fold(self._units[headline].text[:300])
        is_deck = is_under and self._is_short_deck(at)
        is_long = self._units[at].words >= STANDFIRST_WORDS or is_deck
        is_long = is_long and not (is_again or is_motto)
        return BlockKind.STANDFIRST if is_long else BlockKind.CLUTTER

    def _is_short_deck(self, at: int) -> bool:
        """A few words right under the headline that the report takes up again."""
        return self._units[at].words >= _SHORT_DECK_WORDS and self._shared(at) > 1

    def _shared(self, at: int) -> int:
        """How many content words of a unit the beginning of the report has."""
        below = self._prose_below[at + 1]
        lead = [unit.text for unit in self._units[below : below + LEAD]]
        told = frozenset().union(*(content_stems(words) for words in lead))
        return len(content_stems(self._units[at].text) & told)

    def _is_slogan(self, at: int) -> bool:
        """A short line above the headline of which the report takes up hardly a word."""
        is_short = self._units[at].words < _SLOGAN_LIMIT
        return is_short and self._forms[at] is Form.PLAIN and self._shared(at) <= 1

    def _is_first_question(self, at: int) -> bool:
        """A question right above the report, where others stand between its paragraphs."""
        below = self._prose_below[at + 1]
        if below != at + 1 or not self._asks(at):
            return False
        return any(
            self._asks(i) for i in range(below, min(below + _CONTENTS_REACH, len(self._units)))
        )

    def _asks(self, at: int) -> bool:
        is_line = self._forms[at] is Form.PLAIN
        return is_line and self._units[at].text.rstrip('»”" ').endswith(("?", "؟"))

    def _is_listed_above(self, at: int) -> bool:
        """A subhead that the page's table of contents names."""
        words = fold(self._units[at].text[:300])
        return any(
            self._forms[i] is Form.CONTENTS and entry_of(self._units[i]) == words
            for i in range(max(0, at - _CONTENTS_REACH), at)
        )

    def is_bare_caption(self, at: int) -> bool:
        """A caption without a credit: names without a verb, which the next paragraph repeats."""
        unit = self._units[at]
        if self._headline is None or at <= self._headline or unit.words > _CAPTION_LIMIT:
            return False
        if TWO_SENTENCES.search(unit.text[:300]) or dateline_end(unit.text):
            return False
        # A script without capitals shows no names: there a caption is known by its missing stop.
        if unit.ends_in_full_stop and unit.text.upper() == unit.text.lower():
            return False
        below = self._prose_below[at + 1]
        if below >= len(self._units) or self._units[below].words <= unit.words:
            return False
        names = _capitals(unit.text)
        shared = names & _capitals(self._units[below].text)
        is_named = len(names) >= unit.words * _CAPTION_CAPITALS and len(shared) > 1
        return is_named and not has_finite_verb(unit.text, self._units[below].text)

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
        return at + 1 in beside and units[at + 1].words < KICKER_WORDS and at > self._headline

    def _is_author(self, at: int) -> bool:
        tokens = WORD.findall(self._units[at].text)
        has_name_length = 1 < len(tokens) <= 4  # noqa: PLR2004 given names and surnames
        is_credit = any(fold(token) in PHOTO_WORDS for token in tokens)
        if is_credit or any(c.isdecimal() for c in self._units[at].text):
            return False
        return has_name_length and is_title_case(tokens) and not is_name_line(self._units[at].text)


def _capitals(text: str) -> set[str]:
    """Capitalised words; in scripts without capitals, words that are no function words."""
    return {
        key
        for word in WORD.findall(text[:1500])
        if not word[0].islower() and (key := fold(word)) not in ALL_FUNCTION_WORDS
    }
