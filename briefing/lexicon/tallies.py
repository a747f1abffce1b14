"""Results of two sides in a sentence: scores of matches, of shoot-outs, tallies of votes.

Invariant: a tally is a pair of numbers that a page itself sets against each other ("4-3", "dos a
uno", "five of the seven members", "unanimously"); a range, a clock time and a date are none. What
it is the tally of is said by the words of its sentence; linear in the length of the sentence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.lexicon.folding import fold
from briefing.lexicon.numbers import number_words

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]", re.UNICODE)
_SIGNS = frozenset("-–—‑:")
_LINKS = frozenset("a to zu tegen contre contra gegen contro against x مقابل".split())
_NOUNS = frozenset(
    fold(word)
    for word in (
        "goals goal buts but goles gol Tore Toren gol reti golos gols doelpunten goals "
        "votes voix votos Stimmen voti stemmen points أهداف أصوات صوتا votos vote"
    ).split()
)
_OF = frozenset(
    fold(word) for word in ("of des de von der dei degli delle dos das van من the los las").split()
)
_JURORS = frozenset(
    fold(word)
    for word in (
        "members judges justices jurors ministers directors governors councillors senators "
        "membres juges jurés ministres conseillers sénateurs miembros jueces jurados magistrados "
        "ministros concejales senadores Mitglieder Mitgliedern Richter Richtern Geschworenen "
        "membri giudici giurati consiglieri membros juízes jurados vereadores leden rechters "
        "juryleden wethouders أعضاء قضاة"
    ).split()
)
_VOTE = re.compile(
    r"\b(?:vot[eioa]\w*|ballot|voix|stimm\w*|abstimm\w*|stem(?:m\w*|de[n]?)?|scrutin|scrutinio"
    r"|escrutinio|aprob\w*|approv\w*)\b|صوت|تصويت",
    re.IGNORECASE,
)
_RULING = re.compile(
    r"\b(?:judges|justices|jurors|ruling|rulings|court|juges|jurés|cour|arrêt|jueces"
    r"|magistrados|fallo|tribunal|Richter\w*|Gericht\w*|Urteil|Senat|giudici|corte|sentenza|collegio"
    r"|juízes|acórdão|rechters|hof|arrest|committee|comité|board|panel|jury|council|conseil|consejo"
    r"|Gremium|Rat|consiglio|conselho|raad)\b|قضاة|المحكمة|هيئة",
    re.IGNORECASE,
)
_MATCH = re.compile(
    r"\b(?:goals?|beat|beaten|match|game|won|defeat\w*|buts?|battu\w*|vaincu\w*|défait\w*"
    r"|partido|gol(?:es|s)?|venc[ei]\w+|derrot\w+|Tore?n?|Spiel|schlug\w*|besieg\w+|gewann\w*"
    r"|unterl[ai]g\w*|partita|reti|battut\w+|sconfi\w+|jogo|golos|doelpunt\w*|wedstrijd|versloeg\w*"
    r"|verslagen|wonnen|verlor\w*)\b|مباراة|هدف|فاز|فوز|خسر",
    re.IGNORECASE,
)
_LARGEST_BENCH = 30
"""More judges or members do not sit together; of more votes a page says that they are votes."""
_SHOOT_OUT = re.compile(
    r"\b(?:penalties|penalty (?:shoot-?out|kicks)|shoot-?out|spot[- ]kicks|tirs au but"
    r"|pénalt(?:ys|ies)|(?:los|por|de|en) penal(?:es|tis)|penaltis|tanda de \w+"
    r"|Elfmeterschie(?:ß|ss)en|Elfmetern|calci di rigore|(?:ai|dopo i|dei) rigori|pênaltis|penáltis"
    r"|grandes penalidades|onze metros|strafschoppen\w*|penalty['’]?s)\b|ركلات الترجيح"
    r"|الركلات الترجيحية|ضربات (?:الترجيح|الجزاء)",
    re.IGNORECASE,
)
_HALF_TIME = re.compile(
    r"\b(?:half[- ]time|the break|the interval|(?:à la|la) (?:mi-temps|pause)|(?:al|el) descanso"
    r"|(?:zur|der) (?:Halbzeit|Pause)|Halbzeitstand|Pausenstand|(?:all['’]|l['’])intervallo"
    r"|(?:ao|o) intervalo|(?:bij|de) rust|ruststand)\b|الشوط الأول|الاستراحة",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(
    r"\b(?:unanimous(?:ly)?|à l['’]unanimité|por unanimidad|unánime(?:mente)?|einstimmig\w*"
    r"|all['’]unanimità|por unanimidade|unânime(?:mente)?|unaniem|met algemene stemmen)\b"
    r"|بالإجماع|بالاجماع",
    re.IGNORECASE,
)
# Only of votes are both sides written in words; most sentences need not be looked into.
_TWO_NUMBERS = re.compile(r"\d\D{1,12}\d")
_HALF_REACH = 40
_MOST_WORDS_OF = 2
_HIGHEST = 700
_HIGHEST_SCORE = 250


class TallyKind(StrEnum):
    """What the two numbers are the result of."""

    SCORE = "score"
    SHOOT_OUT = "penalty shoot-out"
    HALF_TIME = "half-time score"
    VOTE = "vote"


@dataclass(frozen=True, slots=True)
class Tally:
    """A result in a text, the greater side first; (1, 0) of a unanimous vote."""

    start: int
    end: int
    kind: TallyKind
    sides: tuple[int, int]
    is_unanimous: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str

    @property
    def is_digits(self) -> bool:
        return self.word.isdecimal()


def find_tallies(text: str, language: str | None) -> list[Tally]:
    """The tallies of one sentence, in its order; of a row of sets each by itself."""
    is_vote = _VOTE.search(text) is not None
    if not is_vote and _TWO_NUMBERS.search(text) is None and _UNANIMOUS.search(text) is None:
        return []
    tokens = [
        _Token(m.start(), m.end(), fold(m.group()) or m.group()) for m in _TOKEN.finditer(text)
    ]
    pairs = [*_opposed(tokens, text, language)]
    if is_vote:
        pairs += _shares_of_a_body(tokens, language)
    most = math.inf if is_vote else _LARGEST_BENCH if _is_of_bench(text) else 0
    kinds = _kinds(pairs, text, most)
    found = [
        Tally(start, end, kind, (max(one, two), min(one, two)))
        for (start, end, one, two), kind in zip(pairs, kinds, strict=True)
    ]
    if not any(t.kind is TallyKind.VOTE for t in found):
        found += [
            Tally(m.start(), m.end(), TallyKind.VOTE, (1, 0), is_unanimous=True)
            for m in _UNANIMOUS.finditer(text)
        ][:1]
    return sorted(found, key=lambda t: t.start)


def _is_of_bench(text: str) -> bool:
    """Whether a sentence tells how judges were divided without the word: "a 2-1 ruling"."""
    return _RULING.search(text) is not None and _MATCH.search(text) is None


_Pair = tuple[int, int, int, int]
"""Start, end and the two numbers as written."""


def _opposed(tokens: Sequence[_Token], text: str, language: str | None) -> Iterator[_Pair]:
    """Two numbers with a dash, a colon or a word like "to" between them."""
    after = 0
    for at, token in enumerate(tokens):
        if at < after or (one := _value(token, language)) is None:
            continue
        link = at + 1
        if link < len(tokens) and tokens[link].word in _NOUNS:
            link += 1
        if link + 1 >= len(tokens):
            return
        two = _value(tokens[link + 1], language)
        if two is None or max(one, two) > _HIGHEST or not _is_link(tokens, at, link, text):
            continue
        after = link + 2
        if not _is_in_row(tokens, at, link + 1, text):
            yield token.start, tokens[link + 1].end, one, two


def _value(token: _Token, language: str | None) -> int | None:
    if token.is_digits:
        return int(token.word) if len(token.word) <= len(str(_HIGHEST)) else None
    value = number_words(language).plain.get(token.word)
    return int(value) if value is not None and float(value).is_integer() else None


def _is_link(tokens: Sequence[_Token], at: int, link: int, text: str) -> bool:
    """Whether what stands between two numbers sets them against each other."""
    word, left, right = tokens[link].word, tokens[at], tokens[link + 1]
    if word in _SIGNS:
        is_tight = left.end == tokens[link].start and tokens[link].end == right.start
        return left.is_digits and right.is_digits and (is_tight or word in "–—")
    return word in _LINKS and text[left.end : left.end + 1].isspace()


def _is_in_row(tokens: Sequence[_Token], first: int, last: int, text: str) -> bool:
    """Whether a pair is part of a longer row of digits: a date, a time, a set after a set."""
    before = tokens[first - 1] if first else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if before and before.end == tokens[first].start and before.word not in set("(“\"'«[¿¡"):
        return True
    if after and after.start == tokens[last].end and not after.word.isalnum():
        following = text[after.end : after.end + 1]
        return following.isdigit()
    return bool(after and after.start == tokens[last].end and after.word.isalnum())


def _shares_of_a_body(tokens: Sequence[_Token], language: str | None) -> Iterator[_Pair]:
    """Who voted so, and the rest: "five of the seven members"."""
    for at, token in enumerate(tokens):
        one = _value(token, language)
        rest = tokens[at + 1 : at + 2 + _MOST_WORDS_OF + 2]
        if one is None or not rest or rest[0].word not in _OF:
            continue
        place = next((n for n, t in enumerate(rest) if t.word not in _OF), 0)
        # "Six of the nine board members": a word may tell which members.
        last = next((t for t in rest[place + 1 : place + 3] if t.word in _JURORS), None)
        if not place or last is None:
            continue
        whole = _value(rest[place], language)
        if whole is not None and whole >= one > whole / 2:
            yield token.start, last.end, one, whole - one


def _kinds(pairs: Sequence[_Pair], text: str, most_votes: float) -> list[TallyKind]:
    """What each pair of a sentence is the result of; a draw is never that of a shoot-out."""
    has_shoot_out = _SHOOT_OUT.search(text) is not None
    found: list[TallyKind] = []
    for start, end, one, two in pairs:
        around = text[max(0, start - _HALF_REACH) : end + _HALF_REACH]
        if has_shoot_out and one != two and TallyKind.SHOOT_OUT not in found:
            found.append(TallyKind.SHOOT_OUT)
        elif max(one, two) <= most_votes and (one != two or most_votes == math.inf):
            found.append(TallyKind.VOTE)
        elif _HALF_TIME.search(around):
            found.append(TallyKind.HALF_TIME)
        else:
            found.append(TallyKind.SCORE)
    return found


def tells_of_match(text: str) -> bool:
    """Whether a sentence has the words of a match: somebody beat somebody, goals."""
    return _MATCH.search(text) is not None


def may_be_score(tally: Tally) -> bool:
    """Whether the numbers are small enough for a match."""
    return tally.sides[0] <= _HIGHEST_SCORE
