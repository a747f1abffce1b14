"""What a line of a page looks like, whatever stands around it.

Invariant: a form is read from the line alone and costs linear time; only short lines are looked
at closely, since nothing but prose and picture captions is long.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from briefing.analysis.blocks_lines import Unit
from briefing.lexicon import furniture
from briefing.lexicon.agencies import AGENCY_WORDS, agency_named
from briefing.lexicon.calendar import LANGUAGES, date_words
from briefing.lexicon.folding import fold
from briefing.model import BlockKind


class Form(Enum):
    """The shape of a line."""

    BREADCRUMB = auto()
    SECTIONS = auto()
    STAMP = auto()
    DATELINE = auto()
    BYLINE = auto()
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
    {Form.BREADCRUMB, Form.SECTIONS, Form.CREDIT, Form.TEASER, Form.FURNITURE, Form.STAMP}
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
_BAR = re.compile(r"\s*[|•·]\s*|\s{2,}|\t+")
_LISTED = re.compile(r"(?:\d{1,2}[.)]|[-*•–])\s+\S")
_LABEL = re.compile(r"([^\s:|–—-]+(?:[ -][^\s:|–—-]+){0,3}?)\s*(?:[:|]|\s[–—-])\s*(?=\S)")
_COPYRIGHT = re.compile(r"©|\(c\)\s?\d{4}|\bcopyright\b", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")
_CLOCK = re.compile(r"\d{1,2}\s?[:h.]\s?\d{2}|\d\s?[ap]\.?m\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_TOKEN = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_BYLINE_OPENER = re.compile(r"[(\s]*([^\W\d_]+)\s*:?\s+(.*)", re.DOTALL)
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
    if "«" in unit.text or "„" in unit.text:
        return ()
    parts = tuple(part for part in _CRUMB.split(unit.text.strip(" »›>/→")) if part)
    opener = fold(parts[0]).split() if parts else []
    is_home = bool(opener) and opener[-1] in furniture.HOME_WORDS
    if len(parts) < 2 or any(_is_long_step(part) for part in parts[:-1]):  # noqa: PLR2004 a step and where it leads
        return ()
    is_plain_slash = not re.search("[»›→>]", unit.text)
    is_long = len(parts[-1].split()) > _STEP_WORDS
    return () if (is_plain_slash or is_long) and not is_home and len(parts) < _BAR_STEPS else parts


_STEP_WORDS = 5
_BAR_STEPS = 3


def _is_long_step(words: str) -> bool:
    return len(words.split()) > _STEP_WORDS or words.endswith((".", "!", "?", ",", ";"))


def _is_breadcrumb(unit: Unit) -> bool:
    return bool(crumbs_of(unit))


def _is_section_bar(unit: Unit) -> bool:
    """Short parts side by side: a navigation bar, or a section and its subsection."""
    parts = [part for part in _BAR.split(unit.text) if part]
    if len(parts) == 1:
        parts = [part for part in unit.text.split(" / ") if part]
    if len(parts) < 2 or any(_is_long_step(part) for part in parts):  # noqa: PLR2004 side by side
        return False
    return len(parts) >= _BAR_STEPS or unit.words <= _STEP_WORDS + 1


@lru_cache(maxsize=1)
def _calendar_words() -> frozenset[str]:
    """Single words of all months and weekdays, folded."""
    entries = (
        word
        for language in LANGUAGES
        for word, entry in date_words(language).entries.items()
        if entry.kind in "MmWwb"
    )
    return frozenset(part for word in entries for part in fold(word).split())


def stamp_rest(text: str) -> list[str] | None:
    """The words of a publication stamp that are neither date nor stamp words; None if it is none.

    A stamp has a full date (or a weekday or month with a number) and hardly anything beside it.
    """
    if not _NUMBER.search(text) or len(text.split()) > _STAMP_WORDS:
        return None
    rest, has_name = [], False
    for token in _TOKEN.findall(text):
        keys = fold(token).split()
        if all(key in _calendar_words() for key in keys):
            has_name = True
        elif not all(key in furniture.STAMP_WORDS for key in keys):
            rest.append(token)
    has_date = has_name or _NUMERIC_DATE.search(text) or (_CLOCK.search(text) and not rest)
    # "Reading time: 3 min", "2 hours ago": all stamp words, if no date.
    has_date = has_date or (not rest and len(_TOKEN.findall(text)) > 1)
    is_short = len(rest) <= _STAMP_REST and all(w[:1].isupper() or agency_named(w) for w in rest)
    return rest if has_date and is_short else None


_STAMP_WORDS = 18
_STAMP_REST = 4


def _is_stamp(unit: Unit) -> bool:
    return stamp_rest(unit.text) == []


def _is_dateline(unit: Unit) -> bool:
    """A stamp with a place or an agency: "Town, 3 June 2024"."""
    return bool(stamp_rest(unit.text))


def _is_byline(unit: Unit) -> bool:
    if unit.words > _BYLINE_WORDS or (unit.is_terminal and not unit.text.endswith(")")):
        return False
    if is_agency_credit(unit.text):
        return True
    match = _BYLINE_OPENER.match(unit.text)
    if not match or fold(match.group(1)) not in furniture.BYLINE_OPENERS:
        return False
    opener, rest = fold(match.group(1)), match.group(2)
    tokens = _TOKEN.findall(rest)
    nouns = [t for t in tokens if fold(t) in furniture.BYLINE_NOUNS]
    known = furniture.BYLINE_NOUNS | furniture.BYLINE_OPENERS
    if not all(t[:1].isupper() or len(t) == 1 or fold(t) in known for t in tokens):
        return bool(tokens) and not tokens[0].isascii() and opener in _ARABIC_OPENERS
    # "de", "da", "di", "von" open family names and headlines too: they need more than capitals.
    is_ambiguous = opener in _PARTICLES and not any(t.islower() for t in nouns)
    return bool(tokens) and (not is_ambiguous or (opener in _NAME_OPENERS and len(tokens) <= 3))  # noqa: PLR2004 a name


_BYLINE_WORDS = 12
_PARTICLES = {"de", "da", "di", "do", "del", "van", "von", "met"}
_NAME_OPENERS = {"di", "von"}
_ARABIC_OPENERS = {fold(word) for word in ("بقلم", "كتب", "كتبت")}


def is_agency_credit(text: str) -> bool:
    """Whether the line names agencies and nothing else: "AFP", "(avec MAP)", "With agencies"."""
    names = [w for w in re.split(r"[\s,/()|+&;-]+", text.strip(" .:")) if w]
    if not names or len(names) > _BYLINE_WORDS:
        return False
    bare = [w for w in names if fold(w) not in furniture.BYLINE_NOUNS]
    if agency_named(" ".join(names)) or (bare and agency_named(" ".join(bare))):
        return True
    known = [bool(agency_named(w)) or fold(w) in AGENCY_WORDS for w in names]
    return any(known) and all(
        is_known or fold(w) in furniture.BYLINE_NOUNS
        for w, is_known in zip(names, known, strict=True)
    )


def _is_caption(unit: Unit) -> bool:
    """A credit says so: at the start, after the last full stop, after a slash or in brackets."""
    tail = unit.text[-80:]
    if _opens_with_credit(unit) or _ends_in_brackets(unit):
        return True
    if any(_is_photo_word(m.group(1)) for m in _PHOTO_SPAN.finditer(tail)):
        return True
    if re.search(r"\S{3,}.*[\s.]©\s*[^.]{0,60}$", tail):
        return not _has_legal_phrase(fold(tail))
    return unit.words >= _CAPTION_WORDS and _ends_in_credit(unit)


def _opens_with_credit(unit: Unit) -> bool:
    """Such as "Photo: …", "PHOTO/FILE - …", "AGENCY/NAME - …"."""
    first = _TOKEN.match(unit.text.lstrip("(["))
    if first is None:
        return False
    if _is_photo_word(first.group()) and _has_credit_mark(unit.text, first.end()):
        return True
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
_FRAGMENT_WORDS = 25
# Banks and bureaus bear these words too: in brackets they need a colon or a picture word.
_CREDIT_WORDS = frozenset({"credit", "credits", "credito", "creditos", "pool", "ge"})


def _is_photo_word(word: str) -> bool:
    return fold(word) in furniture.PHOTO_WORDS


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
    return any(_is_credit_name(m.group(1)) for m in _AFTER_STOP.finditer(tail[-50:]))


def _is_credit_name(words: str) -> bool:
    """An agency, a picture word with a name, or a name in capitals."""
    first = re.split(r"[\s/,]", words, maxsplit=1)[0]
    is_short = len(words.split()) <= _CAPTION_WORDS and not words.endswith((".", ":"))
    is_shouted = words.isupper() and len(words) > 2 and not re.search('[!?“”"]', words)  # noqa: PLR2004 "U.S."
    if is_agency_credit(words):
        return True
    return is_short and (is_shouted or bool(agency_named(first)) or _is_photo_word(first))


def _is_teaser(unit: Unit) -> bool:
    if unit.words > _TEASER_WORDS:
        return False
    folded = fold(unit.text)
    if not f"{folded} ".startswith(_TEASER_OPENINGS):
        return False
    label = _LABEL.match(unit.text)
    is_label = label is not None and fold(label.group(1)) in furniture.TEASER_OPENERS
    return is_label or not unit.ends_in_full_stop


_TEASER_WORDS = 45
_TEASER_OPENINGS = tuple(f"{phrase} " for phrase in furniture.TEASER_OPENERS)


def _is_labelled(unit: Unit) -> bool:
    match = _LABEL.match(unit.text)
    if not match or unit.words > _TEASER_WORDS or is_prose(unit):
        return False
    return fold(match.group(1)) in furniture.LABEL_OPENERS


def _is_furniture(unit: Unit) -> bool:
    if unit.words > _CLOSE_LOOK_WORDS:
        return False
    text = unit.text
    folded = fold(text)
    if _COPYRIGHT.search(text) or _has_legal_phrase(folded) or _is_share_bar(text):
        return True
    label, colon, _ = text.partition(":")
    if colon and fold(label) in furniture.TAG_LABELS:
        return True
    is_opened = folded.startswith(furniture.FURNITURE_OPENERS)
    return is_opened and unit.words <= _OPENED_WORDS and not is_prose(unit)


_OPENED_WORDS = 18


def opens_as_furniture(unit: Unit) -> bool:
    """Whether it opens as furniture does, even where it goes on in whole sentences."""
    return fold(unit.text[:80]).startswith(furniture.FURNITURE_OPENERS)


def _has_legal_phrase(folded: str) -> bool:
    padded = f" {folded} "
    return any(f" {phrase} " in padded for phrase in furniture.FURNITURE_PHRASES)


def _is_share_bar(text: str) -> bool:
    words = [fold(word) for word in _TOKEN.findall(text)]
    buttons = sum(word in furniture.SHARE_WORDS for word in words)
    return buttons >= 2 and buttons * 2 >= len(words)  # noqa: PLR2004 a bar has two buttons


def _is_credit(unit: Unit) -> bool:
    if unit.words > _BYLINE_WORDS or is_prose(unit):
        return False
    folded = fold(unit.text)
    label, colon, _ = unit.text.partition(":")
    if colon and fold(label) in furniture.CREDIT_LABELS:
        return True
    return f"{folded} ".startswith(_CREDIT_OPENINGS)


_CREDIT_OPENINGS = tuple(f"{phrase} " for phrase in furniture.CREDIT_LABELS if " " in phrase)


def _is_contents_label(unit: Unit) -> bool:
    return fold(unit.text[:60]) in furniture.CONTENTS_LABELS


def _is_listed(unit: Unit) -> bool:
    return bool(_LISTED.match(unit.text)) and not is_prose(unit)


_TESTS = (
    (Form.CONTENTS, _is_contents_label),
    (Form.STAMP, _is_stamp),
    (Form.DATELINE, _is_dateline),
    (Form.BYLINE, _is_byline),
    (Form.CREDIT, _is_credit),
    (Form.BREADCRUMB, _is_breadcrumb),
    (Form.CAPTION, _is_caption),
    (Form.TEASER, _is_teaser),
    (Form.FURNITURE, _is_furniture),
    (Form.SECTIONS, _is_section_bar),
    (Form.LABELLED, _is_labelled),
    (Form.LISTED, _is_listed),
)
