"""Lines that say when, where and by whom a page was published: stamps, datelines, bylines.

Invariant: each is told from a sentence by what it is made of (dates, names and the few words that
pages put beside them); a line that says anything else is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis.blocks_lines import Unit
from briefing.analysis.dates_published import publication_dates
from briefing.lexicon import furniture
from briefing.lexicon.agencies import AGENCY_WORDS, agency_named, are_agency_codes
from briefing.lexicon.calendar import HARAKAT, HIJRI_DATE, calendar_words
from briefing.lexicon.folding import fold

BYLINE_WORDS = 12
BAR = re.compile(r"\s*[|•·]\s*")
"""What parts the entries of a line: a stamp from its section, an outlet from its motto."""

_GAP = re.compile(r"\s{2,}|\t+|\s+—\s+")
"""What parts the entries of a row that has no bars."""
_STAMP_WORDS = 22
_PUBLISHED_LENGTH = 120
_ENDS = re.compile(r"[.!?؟]$")
_STAMP_REST = 4
_BARRED_WORDS = 40
_PART_WORDS = 6
_SHORT_WEEKDAY = 3
_ENTRY = re.compile(r"\d{1,2}[.)]\s")
_LED_NAMES = 6
_ISSUE = re.compile(
    r"\b(?:nr|no|n|núm|num|vol|issue|ausgabe|édition|edición|edizione|edição|editie|العدد)"
    r"[.º°]{0,2}\s?\d",
    re.IGNORECASE,
)
"""The number of an issue, which only a paper or a letter to subscribers has."""
_PARTICLES = {"de", "da", "di", "do", "del", "van", "von", "met"}
_PLACE_OPENERS = {"de", "da", "do", "del", "van", "met"}
_NAME_OPENERS = {"di", "von"}
_ARABIC_OPENERS = {fold(word) for word in ("بقلم", "كتب", "كتبت")}

_NUMERIC_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}")
_CLOCK = re.compile(r"\d{1,2}\s?[:h.]\s?\d{2}(?!\d|[./-]\d)|\d\s?[ap]\.?m\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_TOKEN = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_AGO = re.compile(
    r"(?:\b(?:il y a|hace|vor|ha|منذ|قبل) \d{1,3} "
    r"(?:min|mn|minut|heure|jour|hora|dia|stunde|tag|دقيق|دقائق|ساع|يوم|ايام)[^\W\d_]{0,4}"
    r"|\b\d{1,3} (?:min|hour|hr|day|or[ae]|giorn|minut|uur|uren|dag)[^\W\d_]{0,4}"
    r" (?:ago|fa|atras|geleden))$"
)
"""How long ago a page was published, folded, at the end of its line: minutes to days.

Years ago is what reports tell."""
_BRACKETED = re.compile(r"\([^()]{1,40}\)")
_BYLINE_OPENER = re.compile(r"[(\s]*([^\W\d_]+)\s*:?\s+(.*)", re.DOTALL)
_NAMES = re.compile(r"[\s,/()|+&;-]+")


def stamp_rest(text: str) -> list[str] | None:
    """The words of a publication stamp that are neither date nor stamp words; None if it is none.

    A stamp has a full date (or a weekday or month with a number) and hardly anything beside it.
    """
    if not _NUMBER.search(text) or len(text.split()) > _STAMP_WORDS:
        return None
    text = HARAKAT.sub("", HIJRI_DATE.sub(" ", text))
    rest, has_name = [], False
    tokens = _TOKEN.findall(text)
    is_signed = bool(tokens) and fold(tokens[0]) in furniture.BYLINE_OPENERS - _PLACE_OPENERS
    for token in tokens:
        keys = fold(token).split()
        # "3 June 2031 by our staff"
        is_signed = is_signed or (has_name and keys[:1] in (["by"], ["par"], ["por"], ["von"]))
        if is_signed and all(key in furniture.BYLINE_NOUNS for key in keys):
            continue
        if all(key in calendar_words() for key in keys):
            has_name = True
        elif not all(key in furniture.STAMP_WORDS for key in keys):
            rest.append(token)
    if rest and _is_numbered_name(text, tokens):
        return None
    has_date = has_name or _NUMERIC_DATE.search(text) or (_CLOCK.search(text) and not rest)
    # "Reading time: 3 min", "2 hours ago": all stamp words, if no date.
    has_date = has_date or (not rest and len(tokens) > 1) or _AGO.search(fold(text))
    is_named = all(w[:1].isupper() or agency_named(w.upper()) for w in rest)
    # "Posted on 3 May 2024 by admin": with a word of publishing, one more may be anything.
    is_short = len(rest) <= (_STAMP_REST if is_named else int(_says_published(text)))
    return rest if has_date and is_short else None


def _is_numbered_name(text: str, tokens: Sequence[str]) -> bool:
    """An entry of a list whose name holds the short form of a weekday: "2. Mo Quax"."""
    named = [t for t in tokens if all(key in calendar_words() for key in fold(t).split())]
    is_short = all(len(t) <= _SHORT_WEEKDAY for t in named)
    return is_short and bool(_ENTRY.match(text)) and not re.search(r"\d{4}|\d[:h]\d", text)


def is_stamp(unit: Unit) -> bool:
    """A date of publication with the words for it, or a row of short entries that holds one."""
    rest = stamp_rest(unit.text)
    if rest is None:
        return _is_row_of_stamps(unit.text) or _is_dated_byline(unit.text)
    # Agencies without a place are the page's credit, not where a report was written.
    return all(agency_named(word.upper()) for word in rest) or _is_marked(unit.text)


def is_dateline(unit: Unit) -> bool:
    """A stamp with a place or an agency: "Town, 3 June 2024"."""
    return bool(stamp_rest(unit.text))


def _is_dated_byline(text: str) -> bool:
    """A word of publishing that opens the line, and a whole date: "Posted by Jane Roe on …"."""
    first = text.split(maxsplit=1)[0]
    is_short = len(text.split()) <= BYLINE_WORDS and len(text) <= _PUBLISHED_LENGTH
    if not is_short or not _says_published(first) or _ENDS.search(text):
        return False
    return not first[0].isupper() or bool(publication_dates(text, None))


def _is_marked(text: str) -> bool:
    """Whether a clock time, a bar or a word of publishing shows that a page wrote the stamp."""
    has_clock = _CLOCK.search(_NUMERIC_DATE.sub(" ", text))
    opener = fold(text.split(maxsplit=1)[0])
    is_signed = opener in furniture.BYLINE_OPENERS and opener not in _PLACE_OPENERS
    is_issue = bool(_ISSUE.search(text) or BAR.search(text))
    return is_issue or bool(has_clock) or is_signed or _says_published(text)


def _says_published(text: str) -> bool:
    return any(fold(token) in furniture.PUBLISHED_WORDS for token in _TOKEN.findall(text))


def _is_row_of_stamps(text: str) -> bool:
    """Entries between bars or gaps, at least one of them a full stamp, the others no sentence."""
    if not _NUMBER.search(text) or len(text.split()) > _BARRED_WORDS:
        return False
    parting = BAR if BAR.search(text) else _GAP
    parts = [part for part in parting.split(text) if part]
    if len(parts) < 2:  # noqa: PLR2004 a stamp and what stands beside it
        return False
    stamped = [stamp_rest(_BRACKETED.sub(" ", part)) is not None for part in parts]
    is_short = all(
        is_one or (len(part.split()) <= _PART_WORDS and not part.endswith((".", "!", "?", "؟")))
        for part, is_one in zip(parts, stamped, strict=True)
    )
    return any(stamped) and is_short


def _is_led_byline(text: str) -> bool:
    """Names, and nothing else, behind "Interview:", "Propos recueillis par" and the like."""
    found = _TOKEN.findall(text)
    keys = [fold(token) for token in found]
    opener = f"{' '.join(keys)} "
    lead = next((p for p in furniture.BYLINE_LEADS if opener.startswith(f"{p} ")), None)
    if lead is None:
        return False
    # "Interview: Jane Roe", where a colon must tell the word from a headline's.
    is_marked = " " in lead or ":" in text
    rest = found[len(lead.split()) :]
    known = furniture.BYLINE_NOUNS | _PARTICLES
    is_name = all(not word[0].islower() or fold(word) in known for word in rest)
    return is_marked and 0 < len(rest) <= _LED_NAMES and is_name


def is_agency_line(unit: Unit) -> bool:
    """A line that names agencies and nobody: the page's credit, and nobody's byline."""
    is_sentence = unit.is_terminal and not unit.text.endswith(")")
    return unit.words <= BYLINE_WORDS and not is_sentence and is_agency_credit(unit.text)


def is_byline(unit: Unit) -> bool:
    """Who wrote the page: a word such as "by" and names."""
    if unit.words > BYLINE_WORDS or (unit.is_terminal and not unit.text.endswith(")")):
        return False
    if _is_led_byline(unit.text):
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


def is_agency_credit(text: str) -> bool:
    """Whether the line names agencies and nothing else: "AFP", "(avec MAP)", "With agencies"."""
    names = [w for w in _NAMES.split(text.strip(" .:")) if w]
    if not names or len(names) > BYLINE_WORDS:
        return False
    bare = [w for w in names if fold(w) not in furniture.BYLINE_NOUNS]
    if agency_named(" ".join(names)) or (bare and agency_named(" ".join(bare))):
        return True
    if are_agency_codes(text):
        return True
    known = [bool(agency_named(w)) or fold(w) in AGENCY_WORDS for w in names]
    return any(known) and all(
        is_known or fold(w) in furniture.BYLINE_NOUNS
        for w, is_known in zip(names, known, strict=True)
    )
