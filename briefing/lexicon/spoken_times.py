"""Times of day in words, in eight languages: "half past five", "a las cinco y media de la tarde".

Invariant: a number is read as a time only behind a word that gives one ("a las", "um halb",
"o'clock") and never where digits and minutes stand, which `analysis.dates_clock` reads; what part
of the day is meant is known only where the page says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing.lexicon.folding import fold

_HOURS = {
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "fr": "une deux trois quatre cinq six sept huit neuf dix onze douze",
    "es": "una dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "it": "una due tre quattro cinque sei sette otto nove dieci undici dodici",
    "pt": "uma duas três quatro cinco seis sete oito nove dez onze doze",
    "nl": "één twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "ar": "الواحدة الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة"
    " الحادية_عشرة الثانية_عشرة",
}
_EARLY = (
    r"in the (?:early )?morning|du matin|de la (?:mañana|madrugada)|(?:am |früh )?morgens"
    r"|am (?:frühen |späten )?Morgen|früh|am (?:späten )?Vormittag|nachts|del mattino|di mattina"
    r"|di notte|da (?:manhã|madrugada)|['’]s (?:ochtends|morgens|nachts)|in de ochtend"
    r"|صباحا|صباحًا|فجرا|فجرًا|من فجر|من صباح|بعد منتصف الليل|a\.?m\b\.?"
)
_LATE = (
    r"p\.?m\b\.?|in the (?:afternoon|evening)|at night|de l['’]après-midi|du soir"
    r"|de la (?:tarde|noche)|nachmittags|am (?:späten )?Nachmittag|abends|am (?:späten )?Abend"
    r"|del pomeriggio|di sera|della sera|da (?:tarde|noite)|['’]s (?:middags|avonds)"
    r"|in de (?:middag|avond)|مساء|مساءً|عصرا|عصرًا|ليلا|ليلًا|من مساء|بعد الظهر"
)
_PART = rf"(?:,?\s(?:(?P<early>{_EARLY})|(?P<late>{_LATE})))?"
_N = "(?P<n>{n})"
_AFTER_DIGITS = r"(?![\d:.,h]\d|\s?(?:%|h\b|am\b|pm\b))"
_PATTERNS = {
    "en": (
        r"(?:(?P<half>half past)|(?P<past>(?:a )?quarter past)|(?P<to>(?:a )?quarter to)) {n}\b",
        (
            r"\b(?:at|around|about|before|after|until|by|shortly after|just after)\s(?:about )?{n}"
            r"(?=\s(?:o['’]clock|in the (?:morning|afternoon|evening|early)|at night|a\.?m|p\.?m))"
            r"(?:\so['’]clock)?"
        ),
    ),
    "fr": (
        (
            r"\b(?:à|vers|dès|avant|après|depuis)\s{n}\sheures?"
            r"(?:\s(?:(?P<half>et demie)|(?P<past>et quart)|(?P<to>moins le quart)))?"
        ),
    ),
    "es": (
        (
            r"\b(?:a|hacia|sobre|de|desde|hasta|tras|antes de|después de)\slas?\s{n}"
            r"(?:\s(?:(?P<half>y media)|(?P<past>y cuarto)|(?P<to>menos cuarto)))?"
        ),
    ),
    "de": (
        r"\b(?:(?P<next>halb)|(?P<past>Viertel nach)|(?P<to>Viertel vor)|dreiviertel)\s{n}\b",
        r"\b(?:um|gegen|ab|bis|vor|nach|seit)\s{n}\sUhr\b",
    ),
    "it": (
        (
            r"\b(?:al|dal|del|verso |dopo |fino al)(?:le\s|l['’])(?:ore\s)?{n}\b"
            r"(?:\se\s(?:(?P<half>mezz[ao])|(?P<past>un quarto))|\s(?P<to>meno un quarto))?"
        ),
    ),
    "pt": (
        (
            r"(?:\bàs?|\bpelas?|\bdesde as|\baté às?|\bdepois das?|\bantes das?)\s{n}\b"
            r"(?:\se\s(?:(?P<half>meia)|(?P<past>(?:um )?quarto)))?"
        ),
    ),
    "nl": (
        r"\b(?:(?P<next>half)|(?P<past>kwart over)|(?P<to>kwart voor))\s{n}\b",
        r"\b(?:om|rond|tegen|vanaf|omstreeks)\s{n}\suur\b",
    ),
    "ar": (
        (
            r"الساعة\s{n}"
            r"(?:\s(?:(?P<half>والنصف)|(?P<past>والربع)|(?P<to>إلا (?:ال)?ربع\w?)))?"
        ),
    ),
}
_ALSO_DIGITS = frozenset({"it", "es", "pt"})
"""Languages that write a bare hour of the afternoon: "alle 16"."""
_ALSO_COUNT = frozenset({"it", "es", "pt", "fr"})
"""Languages in which a number behind the words that lead in a time may count something."""
_HOUR_NEXT = "di|del|della|de|do|da|locali|locales|horas|ora|hora|hs?"
_MARKS = ("half", "past", "to", "next")


class SpokenTime(NamedTuple):
    """A time of day in words; `is_sure` where the page says which half of the day it means."""

    start: int
    end: int
    time: str
    is_sure: bool


def find_spoken_times(
    text: str, language: str | None, start: int = 0, end: int | None = None
) -> Iterator[SpokenTime]:
    """The times of day that a range of a text gives in words, in its order within a pattern."""
    for pattern in _compiled(language or ""):
        for match in pattern.finditer(text, start, len(text) if end is None else end):
            # "A las tres campeonas", "alle due squadre": without more no time.
            if language not in _ALSO_COUNT or _is_told(match.groupdict()):
                yield _read(match, language or "")


def _read(match: re.Match[str], language: str) -> SpokenTime:
    parts = match.groupdict()
    words = fold(match["n"])
    hour = int(words) if words.isdecimal() else _hour_words(language)[words]
    is_sure = hour > 12 or bool(parts["early"] or parts["late"])  # noqa: PLR2004 - half a day
    minutes = hour * 60
    if parts.get("half"):
        minutes += 30
    if parts.get("past"):
        minutes += 15
    if parts.get("to"):
        minutes -= 15
    if parts.get("next"):
        minutes -= 30
    if parts["early"]:
        minutes %= 12 * 60
    elif parts["late"]:
        minutes = minutes % (12 * 60) + 12 * 60
    hour, minute = divmod(minutes % (24 * 60), 60)
    begin = min(match.start(name) for name in ("n", *_MARKS) if parts.get(name))
    return SpokenTime(begin, match.end(), f"{hour:02}:{minute:02}", is_sure)


def _is_told(parts: dict[str, str | None]) -> bool:
    """Whether more than a number tells the time: a half or a quarter, a part of the day, digits."""
    is_marked = any(parts.get(name) for name in (*_MARKS, "early", "late"))
    return is_marked or (parts["n"] or "").isdecimal()


@lru_cache(maxsize=16)
def _hour_words(language: str) -> dict[str, int]:
    words = _HOURS[language].split()
    return {fold(w.replace("_", " ")): n for n, w in enumerate(words, start=1)}


@lru_cache(maxsize=16)
def _compiled(language: str) -> tuple[re.Pattern[str], ...]:
    if language not in _PATTERNS:
        return ()
    words = sorted(_HOURS[language].split(), key=len, reverse=True)
    hours = "|".join(w.replace("_", r"\s") for w in words)
    if language in _ALSO_DIGITS:
        hours += rf"|(?:1[3-9]|2[0-3])(?=[.,;)](?:\s|$)|$|\s(?:{_HOUR_NEXT})){_AFTER_DIGITS}"
    return tuple(
        re.compile(pattern.format(n=_N.format(n=hours)) + _PART, re.IGNORECASE)
        for pattern in _PATTERNS[language]
    )
