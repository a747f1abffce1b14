"""When a line says that its page was published.

Invariant: only lines that are about publication are read: a date, perhaps a time, the words that
pages put before them ("Publié le", "Stand:"), a city, an agency, a name; never a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis.dates_forms import read_dates
from briefing.analysis.dates_resolve import readings_of
from briefing.analysis.dates_units import Line, Reading, read_line
from briefing.lexicon.agencies import agency_named
from briefing.lexicon.aligned import TOKEN, align
from briefing.lexicon.calendar import HARAKAT, HIJRI_DATE, LANGUAGES
from briefing.lexicon.folding import fold
from briefing.lexicon.furniture import (
    BYLINE_NOUNS,
    BYLINE_OPENERS,
    PUBLISHED_WORDS,
    STAMP_WORDS,
    UPDATED_WORDS,
)

_MAX_LENGTH = 300
_MAX_NAME = 5
_SEPARATORS = re.compile(r"[|,–—()\[\]/·•:;\n>]|-|\s\.|\.-|\.(?=\s)|©")
_AGO = re.compile(
    r"\b(?:(?:ha|il y a|hace|vor|منذ|قبل) \d{1,3} [^\W\d_]{1,12}"
    r"|\d{1,3} [^\W\d_]{1,12} (?:ago|fa|atras|geleden))$"
)
"""How long ago a page was brought up to date, at the end of a line."""
_RELEASE_NUMBER = re.compile(
    r"\b(?:nr|no|n|num|núm|uin|vol|issue|ausgabe|nummer|number|numéro|numero|número|editie|رقم|العدد)"
    r"[.º°]{0,2}\s?\d[\d/-]{0,9}(?!\d|[./-]\d)",
    re.IGNORECASE,
)
"""The number that an office gives a release: no part of its date, though "12/2023" looks it."""
_ZONE_OFFSET = re.compile(
    r"(?<=gmt|utc)\s?[+\u2212-]\s?\d{1,2}(?::?\d\d)?\b|(?<=:\d\d)\s?[+\u2212-]\d\d:?\d\d(?!\d)",
    re.IGNORECASE,
)
"""How far a clock's zone is from Greenwich, where no reading of the time has taken it in."""
_ZONE_NAME = re.compile(r"(?<=\d[:.]\d\d)\s(?![AP]M\b)[A-Z]{2,5}\b")
"""The short name of a clock's zone."""
_READING_TIME = re.compile(
    r"(?<!\d)\d{1,3}\s?[´'’′](?!\w)|(?<!\d)\d{1,3}\s?(?:min|mn)[a-z]{0,4}\b", re.IGNORECASE
)
"""How long a page takes to read."""
_COUNTED = (
    r"(?:views|view|reads|shares|comments?|likes|vues?|lectures|partages|commentaires?|vistas"
    r"|visitas|lecturas|comentarios?|visualizaciones|aufrufe|klicks|kommentare?|visualizzazioni"
    r"|letture|commenti|visualizações|leituras|comentários?|weergaven|reacties|مشاهدات|مشاهدة"
    r"|زيارة|تعليقات|تعليق|قراءات)"
)
_READERS = re.compile(
    rf"\b{_COUNTED}\s?:?\s{{1,3}}\d[\d.,\u00a0 ]{{0,9}}k?(?![\w:/-])"
    rf"|(?<![\w.,:/-])\d[\d.,\u00a0]{{0,9}}k?\s{_COUNTED}\b",
    re.IGNORECASE,
)
"""How many have read, shared or answered a page, beside its stamp."""
_CLOCK = re.compile(r"(?<![\d.:,/-])([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d.:,/-]\d|\d|\.[^\W\d_])")
_FRENCH_CLOCK = re.compile(r"(?<![\d.:,/-])([01]?\d|2[0-3]) h ([0-5]\d)(?!\d)")
"""A time of day without a word beside it: in a stamp, unlike in a sentence, it is no score."""
_PREFIXES = STAMP_WORDS.union(
    BYLINE_NOUNS,
    # en
    "published posted updated last modified first created date dated issued release released on at "
    "by story filed and from the of gmt utc is was time edited editor staff min read minutes "
    # fr
    "publie publiee le mis mise a jour modifie modifiee par cree date et de du la les redige "
    "actualise maj edition lecture temps avec heure locale "
    # es
    "publicado publicada actualizado actualizada el las los por fecha creado guardado madrid hora "
    "ultima actualizacion modificado h y en "
    # de
    "stand aktualisiert veroffentlicht am um uhr von vom erstellt zuletzt geandert datum uhrzeit "
    "erschienen und "
    # it
    "pubblicato pubblicata aggiornato aggiornata il alle ore di modifica ultimo ultima data "
    # pt
    "publicada atualizado atualizada em as modificado o da do ultima atualizacao ha "
    # nl
    "gepubliceerd bijgewerkt gewijzigd geplaatst op om door laatst laatste update uur "
    # ar
    "نشر نشرت في بتاريخ تاريخ النشر اخر تحديث حدث حدثت الساعة يوم بتوقيت محدث الي علي "
    "الموافق".split(),
)


def publication_date(line: str, language: str | None) -> str | None:
    """The ISO day or date-time at which the line says the page was published, else None."""
    return next(iter(publication_dates(line, language)), None)


def publication_dates(line: str, language: str | None) -> tuple[str, ...]:
    """All readings of the line's date of publication, the best first.

    Digits that read day-first and month-first give two, the day first unless an English line
    gives the hour with AM or PM.
    """
    if len(line) > _MAX_LENGTH or not any(c.isdecimal() for c in line):
        return ()
    line = HARAKAT.sub("", HIJRI_DATE.sub(" ", line))
    for aside in (_RELEASE_NUMBER, _ZONE_OFFSET, _ZONE_NAME, _READING_TIME, _READERS):
        line = aside.sub(lambda found: " " * len(found.group()), line)
    for clock in (_CLOCK, _FRENCH_CLOCK):
        line = clock.sub(lambda found: f"{found[1]:0>2}:{found[2]}", line)
    # Pages of any language carry the dates of their software's: English, or a neighbour's.
    for name in dict.fromkeys((language, None, *LANGUAGES)):
        units = read_line(line, 0, len(line), name)
        readings = tuple(read_dates(units))
        full = [r for r in readings if r.year and r.month and r.day]
        if full and _is_about_publication(line, units, readings):
            return _values(_first_issued(line, units, full), readings, language)
    return ()


def _first_issued(line: str, units: Line, full: Sequence[Reading]) -> Reading:
    """The first date but for those behind a word of change ("updated"), where there are others."""
    at, issued = 0, []
    for reading in full:
        words = fold(line[at : units.units[reading.first].start]).split()
        issued += [] if UPDATED_WORDS.intersection(words) else [reading]
        at = units.units[reading.last - 1].end
    return (issued or list(full))[0]


def is_change(line: str) -> bool:
    """Whether a stamp says when its page was changed, not when it first appeared."""
    words = fold(line).split()
    told = PUBLISHED_WORDS | {"first", "issued"}
    return bool(UPDATED_WORDS.intersection(words)) and not (told - UPDATED_WORDS).intersection(
        words
    )


def _values(
    reading: Reading, readings: tuple[Reading, ...], language: str | None
) -> tuple[str, ...]:
    alone = next((r for r in readings if r.time and r.month is None and r.weekday is None), None)
    time = reading if reading.time or alone is None else alone
    is_american = language in {"en", None} and bool(time.is_afternoon)
    days = readings_of(reading, is_month_first=is_american)
    if language not in {"en", None}:
        days = days[:1]
    return tuple(f"{d.isoformat()}T{time.time}" if time.time else d.isoformat() for d in days)


def _is_about_publication(line: str, units: Line, readings: tuple[Reading, ...]) -> bool:
    """Whether all that the line says besides its dates are names and words of publication."""
    pieces, at = [], 0
    for reading in readings:
        pieces.append(line[at : units.units[reading.first].start])
        at = units.units[reading.last - 1].end
    pieces.append(line[at:])
    is_marked = any(fold(word) in PUBLISHED_WORDS for word in TOKEN.findall(line))
    return all(
        _is_label(part, is_marked=is_marked)
        for part in _SEPARATORS.split(" | ".join(pieces))
        if part.strip(" .")
    ) and _touches_separator(pieces)


def _is_label(part: str, *, is_marked: bool) -> bool:
    """A name of a few capitalised words, or words of publication; "by admin" behind "Posted"."""
    ago = _AGO.search(align(part).text.strip())
    if ago is not None:
        part = part.strip()[: ago.start()]
    written = re.findall(r"[^\W_]+", part)
    folded = [t for t in TOKEN.findall(align(part).text) if t[0].isalnum()]
    free = [w for w, f in zip(written, folded, strict=False) if f not in _PREFIXES]
    if len(written) != len(folded) or any(w.isdecimal() for w in free):
        return False
    is_named = all(not w[0].islower() or agency_named(w.upper()) for w in free)
    is_named = is_named or (is_marked and len(free) == 1)
    return len(free) <= _MAX_NAME and is_named and len(written) <= _MAX_NAME + 7


def _touches_separator(pieces: list[str]) -> bool:
    """Whether no name stands right beside the date: "Oslo 3 May 2015" is a title.

    The names of authors may: "By Jane Roe 3 May 2015".
    """
    opener = pieces[0].split(maxsplit=1)[:1]
    if opener and len(opener[0]) > 1 and fold(opener[0]) in BYLINE_OPENERS:
        return True
    for piece, is_before in ((pieces[0], True), (pieces[-1], False)):
        edge = piece.rstrip() if is_before else piece.lstrip()
        if not edge:
            continue
        last = edge[-1] if is_before else edge[0]
        if not last.isalnum():
            continue
        parts = [p for p in _SEPARATORS.split(edge) if p.strip()]
        beside = parts[-1] if is_before else parts[0]
        words = [t for t in TOKEN.findall(align(beside).text) if t[0].isalnum()]
        # A script without capitals cannot tell a name from a verb.
        if any(w not in _PREFIXES and w[0] >= "\u0590" for w in words):
            return False
        if (words[-1] if is_before else words[0]) not in _PREFIXES:
            return False
    return True
