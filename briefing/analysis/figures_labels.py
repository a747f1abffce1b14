"""Numbers that are no figures: labels, codes, scores, list marks and parts of names.

Invariant: what stands right against a number decides, never what a page means by it.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.figures_read import Number, is_tight
from briefing.analysis.figures_tokens import Piece
from briefing.lexicon.phrases import roles
from briefing.lexicon.units import CURRENCY_SIGNS, measures


def is_label(source: str, pieces: Sequence[Piece], number: Number) -> bool:
    """Whether a number is part of a name, a score, a code or a list mark."""
    first, last = number.first, number.last
    before = pieces[first - 1] if first else None
    if before is None:
        return _is_list_mark(source, pieces, number)
    is_dutch = before.text == "n" and first > 1 and pieces[first - 2].text == "'"  # "zo'n"
    if before.text in roles()["labels"] and not (number.is_ordinal or is_dutch):
        return True
    if before.end == pieces[first].start and not number.is_words:
        is_clitic = before.text in {"و", "ب", "ل", "ف"} or before.text in CURRENCY_SIGNS
        if before.text.isalpha() and not is_clitic:
            return True
        if before.text in "-/:.+#@_&" and first > 1:
            return True
    if last < len(pieces) and pieces[last - 1].end == pieces[last].start:
        return _goes_on(pieces, last)
    return _is_after_number(pieces, first)


def _is_after_number(pieces: Sequence[Piece], first: int) -> bool:
    """Whether digits stand beside digits, as in a telephone number ("0800 123 456")."""
    return pieces[first].digits and pieces[first - 1].digits


def _is_list_mark(source: str, pieces: Sequence[Piece], number: Number) -> bool:
    last = number.last
    if last >= len(pieces) or number.is_words:
        return False
    return (
        pieces[last].text in {".", ")"}
        and source[pieces[last].end : pieces[last].end + 1]
        in {
            " ",
            "\u00a0",
            "\t",
        }
        and last + 1 < len(pieces)
    )


def _goes_on(pieces: Sequence[Piece], last: int) -> bool:
    """Digits that go straight on into a score, a clock, a code or a word ("2-1", "4x4", "5G")."""
    piece = pieces[last]
    follows_digits = last + 1 < len(pieces) and pieces[last + 1].digits
    if piece.text in "-–/:" and follows_digits:
        return is_tight(pieces, last)
    return piece.text.isalpha() and piece.text not in measures() and not piece.digits
