"""The figures of an article's own blocks: numbers with what they measure or count.

Invariant: a figure's span reproduces the page, lies inside one block and overlaps no date; values
are in base units, so that one quantity in two languages is one value.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefing.analysis.figures_counted import (
    figure_class,
    is_leading_noun,
    noun_after,
    noun_before,
)
from briefing.analysis.figures_read import (
    Number,
    currency_before,
    is_known_noun,
    is_label,
    number_at,
    qualifier_after,
    qualifier_before,
    unit_after,
)
from briefing.analysis.figures_tokens import Piece, read_pieces
from briefing.lexicon.phrases import roles
from briefing.model import OWN_KINDS, Block, DateMention, Figure, Qualifier

__all__ = ["figure_class", "find_figures"]

_SMALL = 12
_PAIR = 3
_LARGE = 1000
_DURATIONS = frozenset({"min", "h", "d", "wk", "mo", "y"})
_OLD = frozenset({"old", "alt", "oud"})


def find_figures(
    text: str, blocks: Sequence[Block], dates: Sequence[DateMention]
) -> tuple[Figure, ...]:
    """The figures of headline, standfirst and body, in the order of the page."""
    taken = sorted((d.start, d.end) for d in dates)
    found: list[Figure] = []
    has_minutes = False
    for block in sorted(blocks, key=lambda b: (b.start, b.end)):
        if block.kind not in OWN_KINDS:
            continue
        at = block.start
        for piece in text[block.start : block.end].splitlines(keepends=True):
            for figure in _line_figures(text, at, at + len(piece), block.language, taken):
                # "in the 34th minute ... in the 81st": the match clock is named once.
                is_bare = figure.counted == ""
                has_minutes = has_minutes or figure.counted in roles()["minutes"]
                if is_bare and not has_minutes:
                    continue
                found.append(_with_counted(figure, "minute") if is_bare else figure)
            at += len(piece)
    return tuple(found)


def _with_counted(figure: Figure, counted: str) -> Figure:
    return Figure(
        figure.start, figure.end, figure.text, figure.value, figure.unit, counted, figure.qualifier
    )


def _line_figures(
    text: str, start: int, end: int, language: str | None, taken: Sequence[tuple[int, int]]
) -> Iterator[Figure]:
    pieces = read_pieces(text, start, end)
    at = floor = 0
    while at < len(pieces):
        number = number_at(pieces, at, language)
        if number is None:
            at += 1
            continue
        if not _overlaps(pieces[number.first].start, pieces[number.last - 1].end, taken):
            figure, last = _figure(text, pieces, number, floor, language)
            if figure and not _overlaps(figure.start, figure.end, taken):
                yield figure
                floor = last
                at = max(last, number.last)
                continue
        at = number.last


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    index = bisect_left(taken, (end, 0))
    return index > 0 and taken[index - 1][1] > start


def _figure(
    text: str, pieces: Sequence[Piece], number: Number, floor: int, language: str | None
) -> tuple[Figure | None, int]:
    """The figure around a number and the piece after it; None where the number is no figure."""
    if is_label(text, pieces, number):
        return None, number.last
    measure, last = unit_after(text, pieces, number.last, language)
    first = number.first
    if measure is None or measure.symbol in _DURATIONS:
        money, opening = currency_before(text, pieces, first)
        if money and opening >= floor:
            measure, last, first = money, number.last, opening
    counted = _counted(pieces, number, measure.symbol if measure else None, last, language)
    unit = measure.symbol if measure else None
    if not _is_fact(text, pieces, number, unit, counted):
        return None, number.last
    qualifier, opening = qualifier_before(pieces, first)
    if opening < floor or _is_during(pieces, opening, first, number, unit):
        qualifier, opening = Qualifier.EXACT, first
    first = opening
    if qualifier is Qualifier.EXACT and _ends_range(pieces, number, language):
        qualifier = Qualifier.AT_MOST
    if qualifier is Qualifier.EXACT:
        qualifier = Qualifier.ABOUT if number.is_round else qualifier_after(pieces, last)
    if unit == "y" and last < len(pieces):
        last = _with_age(pieces, last)
    begin, end = pieces[first].start, pieces[last - 1].end
    value = round(number.value * (measure.factor if measure else 1.0), 6)
    return Figure(begin, end, text[begin:end], value, unit, counted, qualifier), last


def _is_during(
    pieces: Sequence[Piece], opening: int, first: int, number: Number, unit: str | None
) -> bool:
    """Whether "over" says how long ("over four years"), not more than."""
    is_over = first - opening == 1 and pieces[opening].text == "over"
    return is_over and (unit in _DURATIONS or number.is_words)


def _ends_range(pieces: Sequence[Piece], number: Number, language: str | None) -> bool:
    """Whether a number is the upper end of "between twelve and fifteen officers"."""
    if number.first < 3:  # noqa: PLR2004 - between, low, and
        return False
    opener, low, link = (p.text for p in pieces[number.first - 3 : number.first])
    is_number = low[0].isdecimal() or number_at(pieces, number.first - 2, language) is not None
    return opener in roles()["between"] and link in roles()["joining"] and is_number


def _with_age(pieces: Sequence[Piece], last: int) -> int:
    """The end of an age: the last word of "17-year-old" belongs to the figure."""
    index = last + 1 if pieces[last].text == "-" else last
    return index + 1 if index < len(pieces) and pieces[index].text in _OLD else last


def _counted(
    pieces: Sequence[Piece], number: Number, unit: str | None, last: int, language: str | None
) -> str | None:
    if number.is_ordinal:
        return _ordinal_noun(pieces, last, unit)
    if unit is not None and unit not in _DURATIONS:
        return None
    after = noun_after(pieces, last, language)
    if unit is not None:
        return after if is_known_noun(after) else None
    before = noun_before(pieces, number.first)
    leads = number.first > 0 and is_leading_noun(pieces[number.first - 1].text)
    return before if leads or after is None else after


def _is_back_reference(pieces: Sequence[Piece], number: Number) -> bool:
    """Whether a number counts nothing new: "the two countries", "four of its six cars"."""
    before = [p.text for p in pieces[max(0, number.first - 2) : number.first]]
    role = roles()
    if number.is_words and number.value <= _PAIR and before and before[-1] in role["definite"]:
        return True
    is_whole = len(before) > 1 and before[-1] in role["definite"] and before[-2] in role["share"]
    is_part = number.first > 2 and pieces[number.first - 3].text in role["counts"]  # noqa: PLR2004 - three pieces before
    return is_whole and (is_part or (number.first > 2 and pieces[number.first - 3].digits))  # noqa: PLR2004 - as above


def _ordinal_noun(pieces: Sequence[Piece], last: int, unit: str | None) -> str | None:
    """The minute of a match; "" where the page may have named minutes before; None for others."""
    if unit == "min":
        return "minute"
    is_followed = last < len(pieces) and pieces[last].text not in roles()["ending"] | {
        ".",
        ",",
        ";",
        ":",
        ")",
        "d",
    }
    return None if is_followed else ""


def _is_fact(
    text: str, pieces: Sequence[Piece], number: Number, unit: str | None, counted: str | None
) -> bool:
    """Whether the number tells something: it measures, counts, or stands large and alone."""
    following = [p.text for p in pieces[number.last : number.last + 2] if p.text != "-"]
    after = following[0] if following else ""
    if number.is_ordinal or after in roles()["fractions"]:
        return number.is_ordinal and counted is not None
    if unit is not None or _is_back_reference(pieces, number):
        return unit is not None
    if counted is not None and (number.is_words or not _is_named(text, pieces, number, counted)):
        return True
    return counted is None and _is_large(text, pieces, number, after)


def _is_large(text: str, pieces: Sequence[Piece], number: Number, after: str) -> bool:
    """A number that counts nothing named: kept where it is no age, no name and no range."""
    opens_range = after in roles()["joining"] and pieces[number.last + 1 :][:1] != []
    if number.is_words:
        return number.value > _SMALL
    if opens_range and pieces[number.last + 1].digits:
        return False
    if number.value < _LARGE and not after[:1].isalpha():
        return False
    return number.value > _SMALL and not _is_named(text, pieces, number, None)


def _is_named(text: str, pieces: Sequence[Piece], number: Number, counted: str | None) -> bool:
    """Whether a capitalised word in mid-sentence owns the number: "Apollo 11"."""
    if number.first <= 1 or is_known_noun(counted):
        return False
    before = pieces[number.first - 1]
    return text[before.start].isupper() and before.text not in roles()["links"]
