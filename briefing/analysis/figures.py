"""The figures of an article's own blocks: numbers with what they measure or count.

Invariant: a figure's span reproduces the page, lies inside one block and overlaps no date; values
are in base units, so that one quantity in two languages is one value.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.analysis.figures_counted import (
    figure_class,
    is_known_noun,
    is_leading_noun,
    is_vote_noun,
    noun_after,
    noun_before,
)
from briefing.analysis.figures_labels import is_label
from briefing.analysis.figures_lengths import rest_of_duration, with_half
from briefing.analysis.figures_read import (
    Number,
    currency_before,
    number_at,
    qualifier_after,
    qualifier_before,
    small_number,
    speed_before,
    unit_after,
)
from briefing.analysis.figures_tokens import Piece, read_pieces
from briefing.lexicon.idioms import Idiom, idiom_at, may_begin_idiom
from briefing.lexicon.parts import is_some_of_them
from briefing.lexicon.phrases import roles
from briefing.lexicon.units import MONEY
from briefing.model import OWN_KINDS, Block, DateMention, Figure, Qualifier

__all__ = ["figure_class", "find_figures"]

_SMALL = 12
_WHOLE_REACH = 6
_PAIR = 3
_PART_REACH = 24
_LONGEST_PHRASE = 6
_LARGE = 1000
_MILLION = 1_000_000
_DURATIONS = frozenset({"s", "min", "h", "d", "wk", "mo", "y"})
_HALVED = frozenset({"m", "km", "t", "kg", "l"})
_OLD = frozenset({"old", "alt", "oud"})
_SIDES, _VOTE_REACH = 2, 40
_VOTE = re.compile(
    r"\b(?:vot\w*|ballot|stimm\w*|abstimm\w*|stem\w*|scrutin|aprob\w*)", re.IGNORECASE
)
_AGAINST = re.compile(
    r"\s*(?:(?:votes?|voix|votos?|Stimmen|voti|stemmen)\s+)?(?:[-–—]|to|against|contre|à|a|contra|gegen"
    r"|zu|contro|tegen)\s*",
    re.IGNORECASE,
)
# "The Apollo 11 crew": what a name with a number may own as a whole.
_WHOLE = frozenset({"crew", "staff", "fleet"})
# "One in five voters", "uno su cinque": a ratio, no count of voters.
_OUT_OF = frozenset({"in", "su", "op"})
_OUT_OF_ALL = frozenset({"sur", "su"})
_SENTENCE_ENDS = frozenset('.!?؟:»”"')
_ZONES = frozenset({"gmt", "utc", "cet", "cest", "est", "bst"})


def find_figures(
    text: str, blocks: Sequence[Block], dates: Sequence[DateMention]
) -> tuple[Figure, ...]:
    """The figures of headline, standfirst and body, in the order of the page."""
    taken = sorted((d.start, d.end) for d in dates)
    found: list[Figure] = []
    has_minutes, money = False, None
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
                found.append(_complete(figure, money))
                _mark_votes(text, found)
                money = found[-1].unit if found[-1].unit in MONEY else money
            at += len(piece)
    return tuple(found)


def _mark_votes(text: str, found: list[Figure]) -> None:
    """Make the last two figures votes where they are the two sides of one: "voted 49 to 29"."""
    if len(found) < _SIDES or found[-1].unit or found[-2].unit:
        return
    one, two = found[-2:]
    before = text[max(0, one.start - _VOTE_REACH) : one.start]
    is_vote = _VOTE.search(before) or is_vote_noun(one.counted)
    if is_vote and _AGAINST.fullmatch(text[one.end : two.start]):
        found[-2:] = [replace(figure, counted=figure.counted or "votes") for figure in (one, two)]


def _is_spoken_vote(
    text: str,
    pieces: Sequence[Piece],
    number: Number,
    counted: str | None,
    language: str | None,
) -> bool:
    """Whether a number without a noun is the greater side of a vote: "voted six to one"."""
    at = number.last
    if at + 1 >= len(pieces) or not _AGAINST.fullmatch(pieces[at].text):
        return False
    if counted is not None and not _AGAINST.fullmatch(counted):
        return False
    opening = pieces[number.first].start
    other = number_at(pieces, at + 1, language)
    lesser = other.value if other else small_number(pieces[at + 1].text, language)
    is_vote = _VOTE.search(text, max(pieces[0].start, opening - _VOTE_REACH), opening)
    return is_vote is not None and lesser is not None and lesser < number.value


def _complete(figure: Figure, money: str | None) -> Figure:
    """The figure with what the page said before: its minutes, or its money.

    "A fund of 1.2 billion dollars. The first instalment, of 350 million, ..." names the currency
    once.
    """
    if figure.counted == "":
        return replace(figure, counted="minute")
    is_elliptic = figure.unit is None and figure.counted is None and figure.text[-1].isalpha()
    if is_elliptic and figure.value >= _MILLION:
        return replace(figure, unit=money)
    return figure


def _line_figures(
    text: str, start: int, end: int, language: str | None, taken: Sequence[tuple[int, int]]
) -> Iterator[Figure]:
    pieces = read_pieces(text, start, end)
    at = floor = 0
    while at < len(pieces):
        phrase = _phrase_at(pieces, at, language)
        if phrase and not _overlaps(pieces[at].start, pieces[at + phrase.shown - 1].end, taken):
            yield _of_phrase(text, pieces, at, phrase, floor)
            at = floor = at + phrase.shown
            continue
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


def _phrase_at(pieces: Sequence[Piece], at: int, language: str | None) -> Idiom | None:
    if not may_begin_idiom(pieces[at].text, language):
        return None
    return idiom_at([p.text for p in pieces[at : at + _LONGEST_PHRASE]], language)


def _of_phrase(text: str, pieces: Sequence[Piece], at: int, phrase: Idiom, floor: int) -> Figure:
    """The figure of a set phrase; a share in words is a round one."""
    qualifier, first = qualifier_before(pieces, at)
    if first < floor:
        qualifier, first = Qualifier.EXACT, at
    if qualifier is Qualifier.EXACT and phrase.unit == "%":
        qualifier = Qualifier.ABOUT
    begin, end = pieces[first].start, pieces[at + phrase.shown - 1].end
    return Figure(begin, end, text[begin:end], phrase.value, phrase.unit, phrase.counted, qualifier)


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    index = bisect_left(taken, (end, 0))
    return index > 0 and taken[index - 1][1] > start


def _figure(
    text: str, pieces: Sequence[Piece], number: Number, floor: int, language: str | None
) -> tuple[Figure | None, int]:
    """The figure around a number and the piece after it; None where the number is no figure."""
    if is_label(text, pieces, number):
        return None, number.last
    number = with_half(pieces, number)
    measure, last = unit_after(text, pieces, number.last, language)
    first = number.first
    measure = measure or speed_before(pieces, first, language)
    if measure is None or measure.symbol in _DURATIONS:
        money, opening = currency_before(text, pieces, first)
        if money and opening >= floor:
            measure, last, first = money, number.last, opening
    unit = measure.symbol if measure else None
    counted = _counted(pieces, number, unit, last, language)
    counted = "votes" if _is_spoken_vote(text, pieces, number, counted, language) else counted
    if not _is_fact(text, pieces, number, unit, counted, language):
        return None, number.last
    qualifier, opening = qualifier_before(pieces, first)
    if opening < floor or _is_during(pieces, opening, first, number, unit):
        qualifier, opening = Qualifier.EXACT, first
    first = opening
    if qualifier is Qualifier.EXACT and _ends_range(pieces, number, language):
        qualifier = Qualifier.AT_MOST
    if qualifier is Qualifier.EXACT:
        qualifier = Qualifier.ABOUT if number.is_round else qualifier_after(pieces, last)
    value = round(number.value * (measure.factor if measure else 1.0), 6)
    if unit in _DURATIONS or (unit in _HALVED and measure and measure.factor == 1):
        rest, last = rest_of_duration(text, pieces, last, unit, language)
        value = round(value + rest, 6)
    if unit == "y" and last < len(pieces):
        last = _with_age(pieces, last)
    begin, end = pieces[first].start, pieces[last - 1].end
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
    if unit is None and (tied := _tied_noun(pieces, last, language)):
        return tied
    after = noun_after(pieces, _end_of_whole(pieces, last, language), language)
    if unit is not None:
        return after if is_known_noun(after, language) else None
    before = noun_before(pieces, number.first, language)
    leads = number.first > 0 and is_leading_noun(pieces[number.first - 1].text)
    return before if leads or after is None else after


def _tied_noun(pieces: Sequence[Piece], at: int, language: str | None) -> str | None:
    """The known noun that a hyphen ties to its number: "a 12-storey building"."""
    if at + 1 >= len(pieces) or pieces[at].text != "-":
        return None
    word = pieces[at + 1].text
    return word if is_known_noun(word, language) else None


def _end_of_whole(pieces: Sequence[Piece], at: int, language: str | None) -> int:
    """The piece after the whole of "four of the port's seven terminals", if a part stands here."""
    if at >= len(pieces) or pieces[at].text not in roles()["share"]:
        return at
    for index in range(at + 1, min(at + _WHOLE_REACH, len(pieces))):
        if not (
            pieces[index].digits or pieces[index].text[0].isalpha() or pieces[index].text == "'"
        ):
            return at
        whole = number_at(pieces, index, language)
        if whole and not whole.is_round and whole.value > 1:
            return whole.last
    return at


def _is_back_reference(pieces: Sequence[Piece], number: Number) -> bool:
    """Whether a number counts nothing new: "the two countries", "four of its six cars"."""
    before = [p.text for p in pieces[max(0, number.first - 2) : number.first]]
    role = roles()
    if before[-1:] and before[-1] in _OUT_OF_ALL and _is_one_of(pieces, number.first - 1):
        return True
    if number.is_words and number.value <= _PAIR and before and before[-1] in role["definite"]:
        return True
    for index in range(number.first - 1, max(0, number.first - _WHOLE_REACH), -1):
        part = pieces[index - 1]
        is_share = pieces[index].text in role["share"] or (
            index == number.first - 1 and pieces[index].text in _OUT_OF
        )
        if is_share and (part.digits or part.text in role["counts"]):
            return True
        if not pieces[index].text[0].isalpha() and pieces[index].text != "'":
            break
    return False


def _is_one_of(pieces: Sequence[Piece], link: int) -> bool:
    """Whether a ratio is told around its noun: "un foyer sur dix", "un elettore su tre"."""
    return link > 1 and pieces[link - 2].text in roles()["articles"] | roles()["counts"]


def _ordinal_noun(pieces: Sequence[Piece], last: int, unit: str | None) -> str | None:
    """The minute of a match; "" where the page may have named minutes before; None for others."""
    if unit == "min" or pieces[last - 1].text == "'":
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
    text: str,
    pieces: Sequence[Piece],
    number: Number,
    unit: str | None,
    counted: str | None,
    language: str | None,
) -> bool:
    """Whether the number tells something: it measures, counts, or stands large and alone."""
    following = [p.text for p in pieces[number.last : number.last + 2] if p.text != "-"]
    after = following[0] if following else ""
    if after in _ZONES:
        return False
    if number.is_ordinal or after in roles()["fractions"]:
        return number.is_ordinal and counted is not None
    if unit is not None or _is_back_reference(pieces, number):
        return unit is not None
    if counted is not None:
        return number.is_words or not _is_named(text, pieces, number, counted, language)
    if is_some_of_them(text[pieces[number.last - 1].end :][:_PART_REACH]):
        return True
    return _is_large(text, pieces, number, after, language)


def _is_large(
    text: str, pieces: Sequence[Piece], number: Number, after: str, language: str | None
) -> bool:
    """A number that counts nothing named: kept where it is no age, no name and no range."""
    opens_range = after in roles()["joining"] and pieces[number.last + 1 :][:1] != []
    if number.is_words:
        return number.value > _SMALL
    if opens_range and pieces[number.last + 1].digits:
        return False
    if number.value < _LARGE and not after[:1].isalpha():
        return False
    return number.value > _SMALL and not _is_named(text, pieces, number, None, language)


def _is_named(
    text: str, pieces: Sequence[Piece], number: Number, counted: str | None, language: str | None
) -> bool:
    """Whether a capitalised word in mid-sentence owns the number: "Apollo 11"."""
    if number.first <= 1 or (counted not in _WHOLE and is_known_noun(counted, language)):
        return False
    if number.value >= _MILLION:
        return False
    before = pieces[number.first - 1]
    if (
        pieces[number.first - 2].text in _SENTENCE_ENDS
        or qualifier_before(pieces, number.first)[1] < number.first
    ):
        return False
    return text[before.start].isupper() and before.text not in roles()["links"]
