"""Whether four digits are a year or a quantity.

Invariant: a number that counts, costs or continues another is never a year.
"""

from __future__ import annotations

from briefing.analysis.dates_units import Line
from briefing.lexicon.numbers import qualifiers
from briefing.lexicon.units import is_measure_word

_USUAL = range(1900, 2100)
_MONEY = frozenset("$€£¥")
# "Until 2030" is a limit in time, "up to 2030 people" needs its noun.
_LIMITS = frozenset(
    {"hasta", "ate", "tot", "jusqu ' a", "fino a", "under", "unter", "over", "rond"}
)
_SINCE = frozenset("ab seit since depuis desde dal sinds vanaf by bis until hasta ate منذ".split())


def is_year(line: Line, at: int) -> bool:
    """Whether the four digits at a unit are a year."""
    return not (_is_part_of_number(line, at) or _is_quantity(line, at)) and (
        line.units[at].value in _USUAL or _is_cued(line, at)
    )


def _is_cued(line: Line, at: int) -> bool:
    return at > 0 and (line.kinds[at - 1] in "iUmM")


def _is_part_of_number(line: Line, at: int) -> bool:
    """Whether the digits are tied to something else: "2000,50", "$2024", "A2000"."""
    units, source = line.units, line.source
    before = source[units[at].start - 1] if units[at].start else " "
    after = source[units[at].end] if units[at].end < len(source) else " "
    if before in _MONEY or after in _MONEY or before.isalnum() or after.isalnum():
        return True
    if before in ".,:" and at > 1 and line.kinds[at - 2] in "dDyn" and line.touches(at - 2, at - 1):
        return True
    if before == "-" and at > 1 and line.kinds[at - 2] == "x":
        return True
    has_tail = at + 2 < len(units) and line.touches(at + 1, at + 2)
    return after in ".,:" and has_tail and line.kinds[at + 2] in "dDyn"


def _is_quantity(line: Line, at: int) -> bool:
    units = line.units
    if any(_is_qualifier(line, at, width) for width in range(1, min(4, at) + 1)):
        return True
    if at + 1 == len(units) or (at and (line.kinds[at - 1] == "U" or units[at - 1].text in _SINCE)):
        return False
    after = units[at + 1]
    return after.text in {"%", "°"} or line.kinds[at + 1] == "p" or is_measure_word(after.text)


def _is_qualifier(line: Line, at: int, width: int) -> bool:
    words = " ".join(u.text for u in line.units[at - width : at])
    return words in qualifiers() and words not in _LIMITS
