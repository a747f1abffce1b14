"""One figure, read from the pieces of a line: its number, scale, unit and qualifier.

Invariant: a figure's pieces stand together on the page; a number that is a name, a label, a score
or part of something else is none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.analysis.figures_tokens import Piece, digits_value
from briefing.lexicon.numbers import (
    NumberWords,
    halved_words,
    number_words,
    qualifiers,
    read_number,
)
from briefing.lexicon.phrases import roles
from briefing.lexicon.units import (
    CURRENCIES,
    CURRENCY_SIGNS,
    DOLLARS,
    Measure,
    measure_openers,
    measures,
)
from briefing.model import Qualifier

_ORDINALS = frozenset({"st", "nd", "rd", "th", "e", "eme", "er", "ere", "º", "ª", "te", "ste", "°"})
_THOUSAND, _MILLION = 1000, 1_000_000
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9}
_OF = frozenset({"de", "d", "of", "di", "von", "van"})
# Unit words that mean something else in the other languages.
_ONLY_IN: Mapping[str, frozenset[str]] = {
    "an": frozenset({"fr"}),
    "ans": frozenset({"fr"}),
    "ore": frozenset({"it"}),
    "ora": frozenset({"it"}),
    "real": frozenset({"pt", "es"}),
    "mes": frozenset({"es", "pt"}),
    "dia": frozenset({"es", "pt"}),
    "dias": frozenset({"es", "pt"}),
    "dag": frozenset({"nl"}),
    "metros": frozenset({"es", "pt"}),
    "metro": frozenset({"es", "it", "pt"}),
    "mile": frozenset({"en"}),
    "grad": frozenset({"de"}),
    "rand": frozenset({"en", "fr"}),
    "ano": frozenset({"pt", "es"}),
    "anos": frozenset({"pt", "es"}),
    "hora": frozenset({"es", "pt"}),
}
# "A quarter of a million", "un quart de million".
_QUARTERS = (["quarter", "of"], ["quart", "de"])
_ARABIC_PARTS = {"نصف": 0.5, "ربع": 0.25}
_HIGHEST_MINUTE = 130
# "A thousand pages" may be 1,140.
_ROUND_WORDS = frozenset(
    {"thousand", "hundred", "tausend", "hundert", "duizend", "honderd", "mille"}
)
_ARABIC_AND = "و"  # written to the number word that follows it
_SCALE_LEADS = roles()["articles"] | roles()["halves"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number among the pieces: half-open range, value and what kind of writing it is."""

    first: int
    last: int
    value: float
    is_words: bool = False
    is_round: bool = False
    is_ordinal: bool = False


def number_at(pieces: Sequence[Piece], at: int, language: str | None) -> Number | None:
    """The number that begins at a piece, its scale included, and what it goes on with."""
    number = _simple_number_at(pieces, at, language)
    if number is None or number.value < _MILLION or number.is_round:
        return number
    return _with_lesser(pieces, number, language)


def _with_lesser(pieces: Sequence[Piece], number: Number, language: str | None) -> Number:
    """The number with the lesser ones that complete it: "un miliardo e quattrocento milioni"."""
    for scale in (s for s in (1e9, 1e6) if number.value >= s):
        at = number.last
        is_joined = at < len(pieces) and pieces[at].text in roles()["joining"]
        opening = at + 1 if is_joined else at
        if opening >= len(pieces) or number.value % scale:
            continue
        rest = _simple_number_at(pieces, opening, language)
        if rest is None or rest.is_ordinal or not _THOUSAND <= rest.value < scale:
            continue
        # "Two million and 300,000 others" are two counts.
        if is_joined and not pieces[rest.last - 1].text[0].isalpha():
            continue
        value, is_words = round(number.value + rest.value, 6), number.is_words and rest.is_words
        number = Number(number.first, rest.last, value, is_words=is_words)
    return number


def _simple_number_at(pieces: Sequence[Piece], at: int, language: str | None) -> Number | None:
    piece, known = pieces[at], number_words(language)
    if piece.digits:
        return _digits(pieces, at, language, known)
    if piece.text not in _openers(language) and piece.text[0] != _ARABIC_AND:
        return None
    return _in_words(pieces, at, language, known)


def _in_words(
    pieces: Sequence[Piece], at: int, language: str | None, known: NumberWords
) -> Number | None:
    if round_number := _collective(pieces, at, known):
        return round_number
    if half := halved_words(language).get(pieces[at].text):
        factor, last = _scale(pieces, at + 1, known, language)
        return Number(at, last, half * factor, is_words=True)
    value, width = read_number([p.text for p in pieces[at : at + 12]], at=0, language=language)
    if width == 1 and pieces[at].text == "hundred":
        return None
    if width:
        factor, last = _scale(pieces, at + width, known, language)
        if value * factor > 1 or last > at + width:
            is_round = last == at + 1 and pieces[at].text in _ROUND_WORDS
            return Number(at, last, value * factor, is_words=True, is_round=is_round)
        return None
    return _scale_alone(pieces, at, known, language)


@lru_cache(maxsize=16)
def _openers(language: str | None) -> frozenset[str]:
    """All that a number in words can begin with; most words are none of it."""
    known, role = number_words(language), roles()
    listed = (known.plain, known.hundreds, known.scales, known.collectives, halved_words(language))
    return frozenset("-").union(*listed, role["articles"], role["halves"])


def _scale_alone(
    pieces: Sequence[Piece], at: int, known: NumberWords, language: str | None
) -> Number | None:
    """One of a scale, where an article or the Arabic singular says so: "a million"."""
    factor = known.scales.get(pieces[at].text, 0.0)
    is_plural = pieces[at].text in {"ملايين", "مليارات", "الاف"}
    if language == "ar" and factor >= _THOUSAND and not is_plural:
        part = _ARABIC_PARTS.get(pieces[at - 1].text, 0.0) if at else 0.0
        return Number(at - 1 if part else at, at + 1, factor * (part or 1.0), is_words=True)
    if factor < _MILLION:
        return None
    first, is_half = at, False
    while first > max(0, at - 4) and (
        pieces[first - 1].text in _SCALE_LEADS or pieces[first - 1].text == "-"
    ):
        first -= 1
        is_half = is_half or pieces[first].text in roles()["halves"]
    is_quarter = first > 1 and [p.text for p in pieces[first - 2 : first]] in _QUARTERS
    first = first - 2 if is_quarter else first
    if first == at:
        return None
    part = 0.25 if is_quarter else 0.5 if is_half else 1.0
    return Number(first, at + 1, factor * part, is_words=True)


def _digits(
    pieces: Sequence[Piece], at: int, language: str | None, known: NumberWords
) -> Number | None:
    factor, last = _scale(pieces, at + 1, known, language)
    value = digits_value(pieces[at].text, language, has_scale=last > at + 1)
    if value is None:
        return None
    if last < len(pieces) and factor == 1 and is_tight(pieces, last - 1):
        if pieces[last].text in _ORDINALS:
            return Number(at, last + 1, value, is_ordinal=True)
        if pieces[last].text == "'" and _is_minute_mark(pieces, last, value):
            return Number(at, last + 1, value, is_ordinal=True)
    if language == "de" and _is_german_ordinal(pieces, at):
        return Number(at, at + 2, value, is_ordinal=True)
    if factor == _THOUSAND and _is_rest_of_thousand(pieces, last, language):
        return Number(at, last + 1, value * factor + float(pieces[last].text))
    # Float products carry noise: 0.21 * 1e9 must equal 210 million.
    return Number(at, last, round(value * factor, 6))


def _is_rest_of_thousand(pieces: Sequence[Piece], at: int, language: str | None) -> bool:
    """Whether three digits complete a thousand, as in the Mexican "2 mil 500"."""
    return (
        language in {"es", "pt"}
        and at < len(pieces)
        and pieces[at].digits
        and len(pieces[at].text) == len("500")
        and pieces[at].text.isdecimal()
    )


def is_tight(pieces: Sequence[Piece], left: int) -> bool:
    """Whether nothing stands between a piece and the next one."""
    return left + 1 < len(pieces) and pieces[left].end == pieces[left + 1].start


def _is_minute_mark(pieces: Sequence[Piece], mark: int, value: float) -> bool:
    return value <= _HIGHEST_MINUTE and not is_tight(pieces, mark)


def _is_german_ordinal(pieces: Sequence[Piece], at: int) -> bool:
    return (
        at + 2 < len(pieces)
        and pieces[at + 1].text == "."
        and pieces[at + 2].text in roles()["minutes"]
    )


def _scale(
    pieces: Sequence[Piece], at: int, known: NumberWords, language: str | None
) -> tuple[float, int]:
    """The factor that follows a number and the piece after it ("mil millones": 10^9)."""
    factor, last = 1.0, at
    while last < len(pieces):
        index = last + 1 if pieces[last].text == "-" and is_tight(pieces, last) else last
        if index >= len(pieces):
            break
        word = pieces[index].text
        found = known.scales.get(word)
        if len(word) <= 2 and not _is_short_scale(pieces, index, language):  # noqa: PLR2004 - m, k, bn
            found = None
        if found is None and word in _SHORT_SCALES and _is_short_scale(pieces, index, language):
            found = _SHORT_SCALES[word]
        if found is None or (factor > 1 and found < factor):
            break
        factor, last = factor * found, index + 1
        if _is_abbreviation(pieces, index):
            last += 1
    return factor, last


def _is_abbreviation(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a full stop belongs to the scale ("Mio.", "Mrd."): the sentence goes on."""
    return (
        pieces[index].text in {"mio", "mrd", "mill", "tsd", "mln", "mld", "md"}
        and is_tight(pieces, index)
        and pieces[index + 1].text == "."
        and index + 2 < len(pieces)
    )


def _is_short_scale(pieces: Sequence[Piece], at: int, language: str | None) -> bool:
    """Whether one or two letters are a scale: beside digits and money ("€5m", "5 M€")."""
    word = pieces[at].text
    is_beside = at > 0 and pieces[at - 1].end == pieces[at].start
    has_money_after = is_tight(pieces, at) and pieces[at + 1].text in CURRENCY_SIGNS
    has_money_before = at > 1 and pieces[at - 2].text in CURRENCY_SIGNS
    if word == "m":
        return has_money_after or has_money_before or (is_beside and language == "en")
    if word in {"bn", "tn", "mn", "md", "bi", "mi", "mm"}:
        return is_beside or has_money_after or word in {"bn", "md", "mi", "bi"}
    return has_money_after or (is_beside and (has_money_before or word == "k"))


def _collective(pieces: Sequence[Piece], at: int, known: NumberWords) -> Number | None:
    """A round number that begins at its first word: "une soixantaine", "half a dozen"."""
    role = roles()
    for width in (1, 2, 3):
        end = at + width
        if end > len(pieces) or pieces[end - 1].text not in known.collectives:
            continue
        value = float(known.collectives[pieces[end - 1].text])
        lead = [p.text for p in pieces[at : end - 1] if p.text != "-"]
        if not lead or all(w in role["articles"] for w in lead):
            return Number(at, end, value, is_words=True, is_round=True)
        if all(w in role["articles"] or w in role["halves"] for w in lead):
            return Number(at, end, value / 2, is_words=True, is_round=True)
        if len(lead) == 1 and lead[0] in known.plain:
            return Number(at, end, value * known.plain[lead[0]], is_words=True, is_round=True)
    return None


def unit_after(
    source: str, pieces: Sequence[Piece], at: int, language: str | None
) -> tuple[Measure | None, int]:
    """The unit or currency from piece `at` on, and the piece after it."""
    index = at
    while index < len(pieces) and (pieces[index].text in _OF or pieces[index].text in {"-", "'"}):
        index += 1
    if index >= len(pieces) or index - at > 2:  # noqa: PLR2004 - two words at most
        return None, at
    reach = min(measure_openers().get(pieces[index].text, 0), len(pieces) - index)
    for width in range(reach, 0, -1):
        words = " ".join(p.text for p in pieces[index : index + width])
        measure = measures().get(words)
        if measure and _is_unit(source, pieces[index : index + width], language):
            return measure, index + width
    return None, at


def _is_unit(source: str, pieces: Sequence[Piece], language: str | None) -> bool:
    word = pieces[0].text
    if len(pieces) > 1:
        return True
    if word in _ONLY_IN and language not in _ONLY_IN[word]:
        return False
    written = source[pieces[0].start : pieces[0].end]
    if len(word) == 3 and word.upper() in CURRENCIES:  # noqa: PLR2004 - ISO 4217
        return written.isupper()
    return not (word in {"t", "m", "l", "h"} and written.isupper())


def currency_before(source: str, pieces: Sequence[Piece], at: int) -> tuple[Measure | None, int]:
    """The currency that stands before a number, and the first piece of it."""
    if not at:
        return None, at
    piece = pieces[at - 1]
    if piece.text in CURRENCY_SIGNS:
        owner = pieces[at - 2].text if at > 1 and is_tight(pieces, at - 2) else ""
        is_prefixed = piece.text == "$" and owner in DOLLARS
        symbol = DOLLARS[owner] if is_prefixed else CURRENCY_SIGNS[piece.text]
        return Measure(symbol, 1.0), at - 2 if is_prefixed else at - 1
    written = source[piece.start : piece.end]
    if written == "Rs":
        return Measure("INR", 1.0), at - 1
    if written == "." and at > 1 and source[pieces[at - 2].start : piece.end] == "Rs.":
        return Measure("INR", 1.0), at - 2
    if written.isupper() and written in CURRENCIES:
        return Measure(written, 1.0), at - 1
    return None, at


def speed_before(pieces: Sequence[Piece], at: int, language: str | None) -> Measure | None:
    """The unit that German leaves out: "Tempo 140" is so many kilometres an hour."""
    is_speed = language == "de" and at > 0 and pieces[at - 1].text == "tempo"
    return Measure("km/h", 1.0) if is_speed else None


def qualifier_before(pieces: Sequence[Piece], at: int) -> tuple[Qualifier, int]:
    """The qualifier that ends right before piece `at`, and the first piece of it."""
    known = qualifiers()
    for width in range(min(5, at), 0, -1):
        words = " ".join(p.text for p in pieces[at - width : at])
        if words in known:
            return Qualifier(known[words]), at - width
    return Qualifier.EXACT, at


def qualifier_after(pieces: Sequence[Piece], at: int) -> Qualifier:
    """The qualifier behind the noun: "trois pays au moins", "11 شخصا على الأقل"."""
    known = qualifiers()
    for start in range(at, min(at + 3, len(pieces))):
        for width in (2, 3):
            words = " ".join(p.text for p in pieces[start : start + width])
            found = known.get(words)
            is_followed = start + width < len(pieces) and pieces[start + width].digits
            if found and words in _TRAILING and not is_followed:
                return Qualifier(found)
        if not pieces[start].text[0].isalpha():
            break
    return Qualifier.EXACT


_TRAILING = frozenset(
    (
        "au moins",
        "au plus",
        "au maximum",
        "at least",
        "at most",
        "al menos",
        "por lo menos",
        "على الاقل",
        "علي الاقل",
        "almeno",
        "pelo menos",
        "ten minste",
    )
)


def small_number(word: str, language: str | None) -> float | None:
    """The value of a folded number word, "one" among them, which alone is no figure."""
    return number_words(language).plain.get(word)
