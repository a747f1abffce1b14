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
_ROMANCE_REACH = 3
_PARTICIPLE_REACH = 5
_TRAIN_CONTEXT = 600
_BACK = 24
_CLAUSE = 10
_ARTICLES = frozenset({"le", "i", "gli"})
_HEAD_LAST = frozenset({"en", "de", "nl", None})
_CASUALTIES = frozenset({"dead", "injured", "missing", "arrested", "displaced", "rescued"})
_SENTENCE = 5
_PERIODS = {
    "min": "minutes",
    "h": "hours",
    "d": "days",
    "wk": "weeks",
    "mo": "months",
    "y": "years",
}
_UNIT_CLASSES: dict[str | None, str | None] = {"t": "tonnes"}
_BREAKS = frozenset('.;:!?؟()"“”«»|')
# Of "members of the crew" the whole tells what is counted.
_PARTS = frozenset({"members", "people"})
_WHOLES = frozenset({"crew", "workers", "police officers"})
_WHOLE_REACH = 4
# What befell or is told of those counted, behind their noun: "200 people trapped".
_PLIGHTS = frozenset(
    "acquitted convicts deportees disabled elderly homeless hospitalised invited kidnapped "
    "recovered registered released sick stranded unemployed vaccinated".split()
)


_SAID_OF_VOTERS = frozenset({"abstentions", "absent"})


def noun_after(pieces: Sequence[Piece], at: int, language: str | None) -> str | None:
    """The counted noun that follows the figure ending before piece `at`."""
    # "Dodici le persone indagate": Italian may set the article between.
    is_article = language == "it" and at < len(pieces) and pieces[at].text in _ARTICLES
    run = _noun_phrase(pieces, at + is_article)
    if not run:
        return _participle_after(pieces, at, language)
    if language not in _HEAD_LAST:
        run = run[:_ROMANCE_REACH]
    head = _head(run, language)
    if head is not None:
        return fold(_whole_of(head, pieces, at, language) or head)
    plurals = [word for word in run if word.endswith("s") and not word.endswith(("ss", "ous"))]
    return fold((plurals or run)[0] if language == "en" else run[0]) or None


def _head(run: Sequence[str], language: str | None) -> str | None:
    """The known noun that a noun phrase is about: its first one, or the last of a compound.

    "Twenty school bus drivers" are drivers; "200 homes lost power" are homes.
    """
    known = [index for index, word in enumerate(run) if counted_class(word, language)]
    if not known:
        return None
    last = known[0]
    if language not in _HEAD_LAST:
        return run[last]
    for index in known[1:]:
        is_modifier = language == "en" and counted_class(f"{run[last]}s", language) is not None
        if index > last + 1 and not is_modifier:
            break
        if counted_class(run[index], language) not in _PARTS | _PLIGHTS:
            last = index
    return run[last]


def _whole_of(head: str, pieces: Sequence[Piece], at: int, language: str | None) -> str | None:
    """What those counted are members of, where that is what other pages count: the crew."""
    if counted_class(head, language) not in _PARTS:
        return None
    behind = [p.text for p in pieces[at : at + _REACH + _WHOLE_REACH]]
    start = behind.index(head) + 1
    for word in behind[start : start + _WHOLE_REACH]:
        if not word[0].isalpha() and word != "'":
            return None
        if counted_class(word, language) in _WHOLES:
            return word
    return None


def _participle_after(pieces: Sequence[Piece], at: int, language: str | None) -> str | None:
    """What a number without a noun counts by its verb: "at least 41 were missing"."""
    for piece in pieces[at : at + _PARTICIPLE_REACH]:
        if not piece.text[0].isalpha():
            return None
        if counted_class(piece.text, language) in _CASUALTIES | _PLIGHTS | _SAID_OF_VOTERS:
            return fold(piece.text)
    return None


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


def is_leading_noun(word: str) -> bool:
    """Whether a noun takes its number behind it: "minuto 81", "magnitude 6.8"."""
    return word in roles()["minutes"] or counted_class(word) == "magnitude"


def is_vote_noun(counted: str | None) -> bool:
    """Whether what is counted is votes."""
    return counted is not None and counted_class(counted) == "votes"


def is_known_noun(counted: str | None, language: str | None) -> bool:
    """Whether a counted noun is one that the lexicon knows."""
    return counted is not None and counted_class(counted, language) is not None


def noun_before(pieces: Sequence[Piece], at: int, language: str | None) -> str | None:
    """The noun that a bare number is tied to: "the death toll has risen to 13", "minuto 81"."""
    role = roles()
    if at == 0:
        return None
    link = pieces[at - 1].text
    if is_leading_noun(link):
        return fold(link)
    if link not in role["links"] and link != ":":
        return None
    nearest = None
    for index in range(at - 1, max(-1, at - 1 - _BACK), -1):
        word = pieces[index].text
        if word in _BREAKS and index < at - 1:
            break
        name = counted_class(word, language) if word[0].isalpha() else None
        if name in _CASUALTIES and link in role["rises"]:
            return fold(word)
        if name and nearest is None and at - index <= 4:  # noqa: PLR2004 - near enough
            nearest = fold(word)
    return nearest


def figure_class(text: str, figure: Figure, sentence: Sentence) -> str | None:
    """The shared English class of what a figure counts, the verb of its clause included.

    "Onze personnes ont été tuées", "11 people lost their lives" and "لقي 11 شخصا مصرعهم" count the
    dead, though the noun is "people" in each.
    """
    if figure.unit in _PERIODS:
        return _period_class(text, figure, sentence)
    named = counted_class(figure.counted) if figure.counted else _UNIT_CLASSES.get(figure.unit)
    if named == "vehicles" and _is_about_trains(text, figure.start):
        return "carriages"
    if named in _CASUALTIES or figure.unit is not None or not (named is None or is_human(named)):
        return named
    pieces = read_pieces(text, sentence.start, sentence.end)
    before = [p.text for p in pieces if p.end <= figure.start]
    after = [p for p in pieces if p.start >= figure.end]
    return _fate(before, after) or named


def _period_class(text: str, figure: Figure, sentence: Sentence) -> str | None:
    """Years that a court gives are another matter than years that pass."""
    if figure.counted in roles()["minutes"]:
        return "minute"
    assert figure.unit is not None
    name = _PERIODS[figure.unit]
    pieces = read_pieces(text, sentence.start, sentence.end)
    before = [p.text for p in pieces if p.end <= figure.start][-_CLAUSE:]
    after = [p.text for p in pieces if p.start >= figure.end][:_SENTENCE]
    is_sentence = any(counted_class(word) == "prison" for word in after) or any(
        word in roles()["jailed"] for word in before
    )
    return f"{name} of prison" if is_sentence else name


def _is_about_trains(text: str, at: int) -> bool:
    """French "voitures" and Arabic "عربات" are carriages where a train was named before."""
    pieces = read_pieces(text, max(0, at - _TRAIN_CONTEXT), at)
    return any(counted_class(p.text) == "trains" for p in pieces)


def _fate(before: list[str], after: Sequence[Piece]) -> str | None:
    """What the clause says became of those counted: the verb before, else the one after."""
    close = _words_back(before)
    follows = _words_on(after)
    for word in close:
        if fate := _fate_of(_drop_clitic(word)):
            return fate
    for word in follows:
        if fate := _fate_of(word):
            return fate
        if word in roles()["life"] and any(w in roles()["loss"] for w in (*follows, *close)):
            return "dead"
    return None


def _fate_of(word: str) -> str | None:
    """What a verb or participle says became of somebody."""
    role = roles()
    if word in role["hurt"]:
        return "injured"
    if word in role["killed"]:
        return "dead"
    named = counted_class(word) if word[0].isalpha() else None
    return named if named in _CASUALTIES else None


def _drop_clitic(word: str) -> str:
    return word[1:] if word[0] == "و" and len(word) > 3 else word  # noqa: PLR2004 - a root has three letters


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
        if (
            piece.digits
            or _drop_clitic(piece.text) != piece.text
            or piece.text in _BREAKS
            or piece.text == ","
        ):
            break
        follows.append(piece.text)
    return follows
