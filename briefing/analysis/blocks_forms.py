"""What a line of a page looks like, whatever stands around it.

Invariant: a form is read from the line alone and costs linear time; only short lines are looked
at closely, since nothing but prose and picture captions is long.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import partial

from briefing.analysis.blocks_furniture import (
    has_legal_phrase,
    is_credit,
    is_furniture,
    is_labelled,
    is_teaser,
)
from briefing.analysis.blocks_lines import Unit
from briefing.analysis.blocks_stamps import (
    is_agency_credit,
    is_agency_line,
    is_byline,
    is_dateline,
    is_stamp,
)
from briefing.lexicon import furniture
from briefing.lexicon.agencies import agency_named
from briefing.lexicon.folding import fold
from briefing.model import BlockKind


class Form(Enum):
    """The shape of a line."""

    BREADCRUMB = auto()
    SECTIONS = auto()
    STAMP = auto()
    DATELINE = auto()
    BYLINE = auto()
    AGENCY = auto()
    CREDIT = auto()
    CAPTION = auto()
    TEASER = auto()
    LABELLED = auto()
    FURNITURE = auto()
    CONTENTS = auto()
    LISTED = auto()
    PROSE = auto()
    PLAIN = auto()


CLUTTER_FORMS = frozenset(
    {
        Form.AGENCY,
        Form.BREADCRUMB,
        Form.CREDIT,
        Form.FURNITURE,
        Form.SECTIONS,
        Form.STAMP,
        Form.TEASER,
    }
)
"""The forms that are no part of any report, wherever they stand."""

KIND_OF = {
    Form.CAPTION: BlockKind.CAPTION,
    Form.CONTENTS: BlockKind.CONTENTS,
    Form.BYLINE: BlockKind.BYLINE,
    Form.DATELINE: BlockKind.DATELINE,
    **dict.fromkeys(CLUTTER_FORMS, BlockKind.CLUTTER),
}
"""The forms that say by themselves what a line is."""

_MAX_LINE = 400
_CLOSE_LOOK_WORDS = 60
_PROSE_WORDS = 9
_LONG_PROSE_WORDS = 28
_QUESTION_WORDS = 20

_CRUMB = re.compile(r"\s*[»›→>]\s*|\s+/\s+|\s+::\s+")
_HAS_CRUMB = re.compile("[»›→>/]|::")  # most lines have none, and this sees it sooner
_BAR = re.compile(r"\s*[|•·]\s*|\s{2,}|\t+")
_HAS_BAR = re.compile(r"[|•·\t]|\s\s")
_LISTED = re.compile(r"(?:\d{1,2}[.)]|[-*•–])\s+\S")
_TOKEN = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_PAREN_CREDIT = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]\.?$")
_AFTER_STOP = re.compile(r"[.!?…»”\")]\s*[/|–—-]?\s+(?=(\S.{1,45})$)")
_AFTER_SLASH = re.compile(r"\s[/|]\s*([^/|]{2,40})$")
_AGENCY_SLASH = re.compile(r"\s([^\s/]{2,12})/[^\W\d_][^/.]{1,40}$")
_PHOTO_SPAN = re.compile(r"(?:^|[\s.(/|–—-])([^\W\d_]+)\s*(?::|/\s*[^\W\d_])")


def form_of(unit: Unit) -> Form:
    """The form of a unit; PLAIN where nothing tells it from a headline or a subhead."""
    if unit.words > _CLOSE_LOOK_WORDS or len(unit.text) > _MAX_LINE:
        return Form.PROSE
    for form, test in _TESTS:
        if test(unit):
            return form
    return Form.PROSE if is_prose(unit) else Form.PLAIN


def is_prose(unit: Unit) -> bool:
    """Whether it reads as a paragraph: long, or a statement with its full stop."""
    if unit.words >= _LONG_PROSE_WORDS:
        return True
    if unit.ends_in_full_stop:
        return unit.words >= _PROSE_WORDS
    return unit.is_terminal and unit.words > _QUESTION_WORDS


def crumbs_of(unit: Unit) -> tuple[str, ...]:
    """The steps of a breadcrumb, or nothing where the unit is none."""
    if "«" in unit.text or "„" in unit.text or len(unit.text) > _MAX_LINE:
        return ()
    if not _HAS_CRUMB.search(unit.text):
        return _dashed_crumbs(unit.text)
    parts = tuple(part for part in _CRUMB.split(unit.text.strip(" »›>/→")) if part)
    opener = fold(parts[0]).split() if parts else []
    is_home = bool(opener) and opener[-1] in furniture.HOME_WORDS
    if len(parts) < 2 or any(_is_long_step(part) for part in parts[:-1]):  # noqa: PLR2004 a step and where it leads
        return ()
    is_plain_slash = not re.search("[»›→>]", unit.text)
    is_long = len(parts[-1].split()) > _STEP_WORDS
    return () if (is_plain_slash or is_long) and not is_home and len(parts) < _BAR_STEPS else parts


def _dashed_crumbs(text: str) -> tuple[str, ...]:
    """Steps between dashes, known by the front page that they start from."""
    parts = tuple(_DASH.split(text)) if _DASH.search(text) else ()
    is_home = len(parts) >= _BAR_STEPS and fold(parts[0]) in furniture.HOME_WORDS
    return parts if is_home and not any(_is_long_step(part) for part in parts[:-1]) else ()


_DASH = re.compile(r"\s+[–—-]\s+")
_STEP_WORDS = 5
_BAR_STEPS = 3


def _is_long_step(words: str) -> bool:
    return len(words.split()) > _STEP_WORDS or words.endswith((".", "!", "?", ",", ";"))


def _is_breadcrumb(unit: Unit) -> bool:
    return bool(crumbs_of(unit))


def _is_section_bar(unit: Unit) -> bool:
    """Short parts side by side: a navigation bar, or a section and its subsection."""
    is_bar = _HAS_BAR.search(unit.text)
    parts = [part for part in _BAR.split(unit.text) if part] if is_bar else [unit.text]
    if len(parts) == 1:
        parts = [part for part in unit.text.split(" / ") if part]
    if len(parts) < 2 or any(_is_long_step(part) for part in parts):  # noqa: PLR2004 side by side
        return False
    return len(parts) >= _BAR_STEPS or unit.words <= _STEP_WORDS + 1


def _is_caption(unit: Unit) -> bool:
    """A credit says so: at the start, after the last full stop, after a slash or in brackets."""
    tail = unit.text[-80:]
    if _opens_with_credit(unit) or _ends_in_brackets(unit):
        return True
    if any(_is_credit_label(m.group(1)) for m in _PHOTO_SPAN.finditer(tail)):
        return True
    if "©" in tail and re.search(r"\S{3,}.*[\s.]©\s*[^.]{0,60}$", tail):
        return not has_legal_phrase(fold(tail))
    return unit.words >= _CAPTION_WORDS and _ends_in_credit(unit)


def _opens_with_credit(unit: Unit) -> bool:
    """Such as "Photo: …", "PHOTO/FILE - …", "AGENCY/NAME - …"."""
    first = _TOKEN.match(unit.text.lstrip("(["))
    if first is None:
        return False
    if _is_photo_word(first.group()) and _has_credit_mark(unit.text, first.end()):
        return True
    label, colon, _ = unit.text[:_LABEL_REACH].partition(":")
    words = [fold(w) for w in _TOKEN.findall(label)]
    if colon and len(words) <= _CAPTION_WORDS and _is_photo_word(first.group()):
        return all(_is_photo_word(w) or w in furniture.PICTURE_WORDS for w in words)
    is_slashed = unit.text[first.end() : first.end() + 1] == "/"
    return is_slashed and unit.words > 1 and agency_named(first.group()) is not None


def _ends_in_brackets(unit: Unit) -> bool:
    """A picture word in brackets at the end, or an agency behind a fragment.

    Behind a full stop an agency in brackets signs the report.
    """
    match = _PAREN_CREDIT.search(unit.text[-80:])
    if match is None:
        return False
    words = [fold(w) for w in _TOKEN.findall(match.group(1))]
    if any(w in furniture.PHOTO_WORDS - _CREDIT_WORDS for w in words):
        return True
    before = unit.text[: -len(match.group())].rstrip()
    is_fragment = bool(before) and not before.endswith((".", "!", "?"))
    return is_fragment and unit.words <= _FRAGMENT_WORDS and is_agency_credit(match.group(1))


_CAPTION_WORDS = 4
_SHOUTED_CREDIT_WORDS = 7
_LABEL_REACH = 60
_SIGNED_WORDS = 20
_FRAGMENT_WORDS = 25
# Banks and bureaus bear these words too: in brackets they need a colon or a picture word.
_CREDIT_WORDS = frozenset({"credit", "credits", "credito", "creditos", "crediti", "pool", "ge"})


def _is_photo_word(word: str) -> bool:
    return fold(word) in furniture.PHOTO_WORDS


def _is_credit_label(word: str) -> bool:
    """A picture word; of those that have another meaning ("credit") one with a capital."""
    return _is_photo_word(word) and (fold(word) not in _CREDIT_WORDS or not word[0].islower())


def _has_credit_mark(text: str, position: int) -> bool:
    return bool(re.match(r"\s?(?:[:/|©]|[–—-]\s)", text[position : position + 4]))


def _ends_in_credit(unit: Unit) -> bool:
    """An agency or a name in capitals after the last full stop, or anything short after a slash."""
    tail = unit.text[-80:]
    if match := _AFTER_SLASH.search(tail):
        words, before = match.group(1).split(), unit.text[: -len(match.group())]
        if len(before.split()) < _CAPTION_WORDS or re.search(r"\s[/|]\s", before):
            return False
        if len(words) <= _CAPTION_WORDS and all(w[:1].isupper() for w in words):
            return True
    if (slashed := _AGENCY_SLASH.search(tail)) and agency_named(slashed.group(1)):
        return True
    names = [m.group(1) for m in _AFTER_STOP.finditer(tail[-50:])]
    # Behind a paragraph an agency alone signs the report.
    is_long = unit.words >= _SIGNED_WORDS
    return any(_is_credit_name(n) and not (is_long and is_agency_credit(n)) for n in names)


def _is_credit_name(words: str) -> bool:
    """An agency, a picture word with a name, or a name in capitals."""
    first = re.split(r"[\s/,]", words, maxsplit=1)[0]
    is_photo = _is_photo_word(first)
    most = _SHOUTED_CREDIT_WORDS if is_photo and words.isupper() else _CAPTION_WORDS
    is_short = len(words.split()) <= most and not words.endswith((".", ":"))
    is_shouted = words.isupper() and len(words) > 2 and not re.search('[!?“”"]', words)  # noqa: PLR2004 "U.S."
    if is_agency_credit(words):
        return True
    return is_short and (is_shouted or bool(agency_named(first)) or is_photo)


def _is_contents_label(unit: Unit) -> bool:
    return fold(unit.text[:60]) in furniture.CONTENTS_LABELS


def _is_listed(unit: Unit) -> bool:
    return bool(_LISTED.match(unit.text)) and not is_prose(unit)


_TESTS = (
    (Form.CONTENTS, _is_contents_label),
    (Form.STAMP, is_stamp),
    (Form.DATELINE, is_dateline),
    (Form.AGENCY, is_agency_line),
    (Form.BYLINE, is_byline),
    (Form.CREDIT, partial(is_credit, is_prose=is_prose)),
    (Form.BREADCRUMB, _is_breadcrumb),
    (Form.CAPTION, _is_caption),
    (Form.TEASER, is_teaser),
    (Form.FURNITURE, partial(is_furniture, is_prose=is_prose)),
    (Form.SECTIONS, _is_section_bar),
    (Form.LABELLED, partial(is_labelled, is_prose=is_prose)),
    (Form.LISTED, _is_listed),
)
