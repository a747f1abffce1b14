"""Lengths of time in several parts: "four and a half years", "quattro anni e sei mesi".

Invariant: what is added lies below one of the unit before it, so that no second quantity is taken
for the rest of a first one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.figures_read import Number, number_at, unit_after
from briefing.analysis.figures_tokens import Piece
from briefing.lexicon.phrases import roles

_HALF = 0.5
_SCALES = (1e9, 1e6)
"""From the greatest; a half thousand is written out as five hundred."""
_PARTS = {
    ("y", "mo"): 12,
    ("mo", "d"): 30,
    ("mo", "wk"): 4,
    ("wk", "d"): 7,
    ("d", "h"): 24,
    ("h", "min"): 60,
    ("min", "s"): 60,
}
"""How many of the second unit make one of the first."""
_ARABIC_HALF = "ونصف"
_ARABIC_SCALES = frozenset({"المليون", "المليار", "الالف"})
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def with_half(pieces: Sequence[Piece], number: Number) -> Number:
    """The number with the half that is written behind it: "four and a half"."""
    if number.last < len(pieces) and (part := _FRACTIONS.get(pieces[number.last].text)):
        return replace(number, last=number.last + 1, value=number.value + part)
    end = _end_of_half(pieces, number.last)
    if number.is_ordinal or end == number.last:
        return number
    scale = _scale_before(pieces[number.last - 1], number.value)
    return replace(number, last=end, value=number.value + _HALF * scale)


def _scale_before(piece: Piece, value: float) -> float:
    """What a half behind a number is half of: of a million in "two million and a half"."""
    if piece.digits:
        return 1.0
    return next((s for s in _SCALES if value >= s and value % s == 0), 1.0)


def rest_of_duration(
    source: str, pieces: Sequence[Piece], at: int, unit: str | None, language: str | None
) -> tuple[float, int]:
    """What a length of time goes on with, in its own unit, and the piece after it."""
    end = _end_of_half(pieces, at)
    if end > at:
        return _HALF, end
    opening = at + 1 if at < len(pieces) and _joins(pieces[at].text) else at
    if opening >= len(pieces) or (opening == at and not pieces[at].digits):
        return 0.0, at
    number = number_at(pieces, opening, language)
    if number is None or number.is_ordinal:
        return 0.0, at
    measure, last = unit_after(source, pieces, number.last, language)
    parts = _PARTS.get((unit or "", measure.symbol)) if measure else None
    if measure is None or parts is None or number.value >= parts:
        return 0.0, at
    rest, last = rest_of_duration(source, pieces, last, measure.symbol, language)
    return (number.value + rest) / parts, last


def _joins(word: str) -> bool:
    return word == "," or word in roles()["joining"]


def _end_of_half(pieces: Sequence[Piece], at: int) -> int:
    """The piece after "and a half", "y medio", "et demi"; `at` where no half stands there."""
    if at < len(pieces) and pieces[at].text == _ARABIC_HALF:
        # "A milliard and half the milliard".
        is_told = at + 1 < len(pieces) and pieces[at + 1].text in _ARABIC_SCALES
        return at + 2 if is_told else at + 1
    if at >= len(pieces) or pieces[at].text not in roles()["joining"]:
        return at
    following = pieces[at + 1 : at + 3]
    if following and following[0].text in roles()["articles"]:
        following = following[1:]
    if following and following[0].text in roles()["halves"]:
        return next(i for i in (at + 1, at + 2) if pieces[i] is following[0]) + 1
    return at
