"""What a difference is about, in words that stand in the sources, and values in one dress.

Invariant: a label is made of a source's own words around the value, with the value left out, or of
the noun it counts; where that is in another language than English, the class says it in English
as well. Values that are equal look equal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.briefs.material import Statement
from briefing.briefs.measures import BARE
from briefing.briefs.readings import Reading
from briefing.briefs.values import RATE_MARK
from briefing.lexicon.citing import cite_words
from briefing.lexicon.counted import counted_class
from briefing.lexicon.folding import WORD, fold
from briefing.lexicon.units import MONEY
from briefing.model import Figure, Qualifier

_REACH = 40
_WORDS_BETWEEN = 3
_BEFORE, _AFTER, _ALONE = 6, 4, 7
_BREAK = re.compile(r"[.,:](?!\d)|[;!?()«»“”„\"\n،؛؟]| [–—-] ")
_FEWEST = 3
_MILLION, _BILLION = 1e6, 1e9
_DIGITS = 6
_UNITS = {
    "s": "seconds",
    "min": "minutes",
    "h": "hours",
    "d": "days",
    "wk": "weeks",
    "mo": "months",
    "y": "years",
}
_STATES = {
    "dead": "dead",
    "injured": "injured",
    "missing": "missing",
    "arrested": "arrested",
    "displaced": "evacuated",
    "rescued": "rescued",
}


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun as a page writes it, and where it ends."""

    words: str
    end: int


def find_counted(reading: Reading, text: str) -> Noun | None:
    """The word right after the figure that it counts, as the page writes it."""
    figure = reading.figure
    ahead = text[figure.end : min(reading.statement.end, figure.end + _REACH)]
    for number, match in enumerate(WORD.finditer(ahead)):
        if fold(match[0]) == figure.counted:
            return Noun(match[0], figure.end + match.end())
        if number >= _WORDS_BETWEEN:
            break
    return None


def label_figures(entry: Sequence[Reading], texts: dict[str, str], preferred: str) -> str:
    """What an entry of the ledger is about: "vessels · navires", "The damage is put at … (EUR)"."""
    ranked = sorted(
        entry,
        key=lambda r: (r.statement.language != preferred, r.statement.position, r.number),
    )
    first = ranked[0]
    if first.figure.unit or first.name == BARE:
        units = (r.figure.unit for r in ranked if r.figure.unit)
        unit = next((_UNITS.get(u, u) for u in units), None)
        body = next((r for r in ranked if r.statement.is_sentence), first)
        shown = show_around(body.statement, texts[body.article], body.figure.start, body.figure.end)
        return f"{shown} ({unit})" if unit else shown
    return _label_counts(ranked, texts)


def _label_counts(ranked: Sequence[Reading], texts: dict[str, str]) -> str:
    name = ranked[0].name.partition(RATE_MARK)[0].removeprefix("count ")
    for reading in ranked:
        noun = find_counted(reading, texts[reading.article])
        if noun:
            words, language = _as_written(noun.words), reading.statement.language
            break
    else:
        counted = [r.figure.counted for r in ranked if r.figure.counted]
        words, language = (counted[0] if counted else name), ranked[0].statement.language
    if name in _STATES:
        same = counted_class(words) == name
        return words if same and language == "en" else _joined(_STATES[name], words)
    english = counted_class(words)
    return words if language == "en" or not english else _joined(english, words)


def _as_written(words: str) -> str:
    """A noun as the page has it, unless the page has it in capitals."""
    return words.casefold() if words.isupper() else words


def _joined(english: str, words: str) -> str:
    return english if fold(english) == fold(words) else f"{english} · {words}"


def show_around(statement: Statement, text: str, start: int, end: int) -> str:
    """The clause around a range, the range itself left out: "The deficit is put at …"."""
    before = _BREAK.split(text[statement.start : start])[-1]
    after = _BREAK.split(text[end : statement.end])[0]
    if len(before.split()) + len(after.split()) < _FEWEST:
        before, after = text[statement.start : start], text[end : statement.end]
    left = cite_words(before, 0, len(before)).split()
    right = cite_words(after, 0, len(after)).split()
    room = _AFTER if left else _ALONE
    kept_left = left[-_BEFORE:]
    lead = "… " if len(left) > _BEFORE else ""
    tail = " …" if len(right) > room else ""
    shown = " ".join([*kept_left, "…", *right[:room]])
    return f"{lead}{shown}{tail}".removesuffix("… …").strip()


def normalise(figure: Figure) -> str:
    """A figure in base units: "at least 1,100", "210 million EUR", "31 hours"."""
    exact = figure.qualifier is Qualifier.EXACT
    parts = ["" if exact else figure.qualifier.value, write_number(figure.value, figure.unit)]
    is_minute = counted_class(figure.counted or "") == "minute"
    unit = "" if is_minute else _UNITS.get(figure.unit or "", figure.unit or "")
    return " ".join(part for part in (*parts, unit) if part)


def write_number(value: float, unit: str | None = None) -> str:
    """A number as English writes it: grouped digits, sums of money and more in millions."""
    for scale, name in ((_BILLION, "billion"), (_MILLION, "million")):
        if abs(value) >= scale and (unit in MONEY or value % 1000 == 0):
            return f"{value / scale:.{_DIGITS}g} {name}"
    rounded = round(value, 2) if abs(value) < _MILLION else round(value)
    whole, _, rest = f"{rounded:,.2f}".partition(".")
    return f"{whole}.{rest}".rstrip("0").rstrip(".")
