"""What a figure counts: the noun that follows it, or the one it is tied to further back.

Invariant: the noun is the page's own word, folded; a sentence's verb may tell that the counted
persons were killed or hurt, and only its own clause is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.figures_tokens import Piece, read_pieces
from briefing.lexicon.counted import counted_class, is_human
from briefing.lexicon.folding import fold
from briefing.lexicon.phrases import roles
from briefing.model import Figure, Sentence

_REACH = 7
_BACK = 24
_CLAUSE = 10
_HEAD_LAST = frozenset({"en", "de", "nl", None})
_CASUALTIES = frozenset({"dead", "injured", "missing", "arrested", "displaced", "rescued"})
_BREAKS = frozenset(".;:!?؟()\"“”«»|")


def noun_after(pieces: Sequence[Piece], at: int, language: str | None) -> str | None:
    """The counted noun that follows the figure ending before piece `at`."""
    run = _noun_phrase(pieces, at)
    if not run:
        return None
    known = [word for word in run if counted_class(word)]
    if not known:
        return fold(run[0]) or None
    return fold(known[-1] if language in _HEAD_LAST else known[0])


def _noun_phrase(pieces: Sequence[Piece], at: int) -> list[str]:
    role = roles()
    run: list[str] = []
    for piece in pieces[at : at + _REACH]:
        if piece.text in {"-", "'"}:
            continue
        if not piece.digits and not piece.text[0].isalpha():
            break
        is_passed = piece.text in role["passed"] or piece.digits
        if is_passed and not run:
            continue
        if is_passed or piece.text in role["ending"]:
            break
        run.append(piece.text)
    return run


def noun_before(pieces: Sequence[Piece], at: int) -> str | None:
    """The noun that a bare number is tied to: "the death toll has risen to 13", "minuto 81"."""
    role = roles()
    if at == 0:
        return None
    if pieces[at - 1].text in role["minutes"]:
        return fold(pieces[at - 1].text)
    if pieces[at - 1].text not in role["links"] and pieces[at - 1].text != ":":
        return None
    nearest = None
    for index in range(at - 1, max(-1, at - 1 - _BACK), -1):
        word = pieces[index].text
        if word in _BREAKS and index < at - 1:
            break
        name = counted_class(word) if word[0].isalpha() else None
        if name in _CASUALTIES:
            return fold(word)
        if name and nearest is None and at - index <= 4:  # noqa: PLR2004
            nearest = fold(word)
    return nearest


def figure_class(text: str, figure: Figure, sentence: Sentence) -> str | None:
    """The shared English class of what a figure counts, the verb of its clause included.

    "Onze personnes ont été tuées", "11 people lost their lives" and "لقي 11 شخصا مصرعهم" count the
    dead, though the noun is "people" in each.
    """
    named = counted_class(figure.counted) if figure.counted else None
    if named in _CASUALTIES or figure.unit is not None or not (named is None or is_human(named)):
        return named
    pieces = read_pieces(text, sentence.start, sentence.end)
    before = [p.text for p in pieces if p.end <= figure.start]
    after = [p for p in pieces if p.start >= figure.end]
    return _fate(before, after) or named


def _fate(before: list[str], after: Sequence[Piece]) -> str | None:
    """What the clause says became of those counted: the verb before, else the one after."""
    close = _words_back(before)
    follows = _words_on(after)
    role = roles()
    if any(_drop_clitic(w) in role["hurt"] for w in close):
        return "injured"
    if any(_drop_clitic(w) in role["killed"] for w in close):
        return "dead"
    for word in follows:
        if word in role["hurt"]:
            return "injured"
        if word in role["killed"]:
            return "dead"
        if word in role["life"] and any(w in role["loss"] for w in (*follows, *close)):
            return "dead"
    return None


def _drop_clitic(word: str) -> str:
    return word[1:] if word[0] == "و" and len(word) > 3 else word  # noqa: PLR2004


def _words_back(before: list[str]) -> list[str]:
    close: list[str] = []
    for word in reversed(before[-4:]):
        if word in _BREAKS or word == ",":
            break
        close.append(word)
    return close


def _words_on(after: Sequence[Piece]) -> list[str]:
    follows: list[str] = []
    for piece in after[:_CLAUSE]:
        if piece.digits or piece.text in _BREAKS or piece.text[0] == "و" and len(piece.text) > 3:  # noqa: PLR2004, RUF021
            break
        follows.append(piece.text)
    return follows
