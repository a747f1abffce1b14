"""Title phrases: a role noun with the words that belong to it, among the tokens of a sentence.

Invariant: a phrase never leaves its sentence, and looking for one is linear in the words around
the person: both directions stop after a fixed number of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from briefing.lexicon.countries import country_named, is_country_name, is_demonym
from briefing.lexicon.folding import fold
from briefing.lexicon.roles import HeadNoun, find_portfolio, head_at, portfolio_at, role_token
from briefing.lexicon.speech import SAYING

MOST_TOKENS = 26
_LONGEST_COUNTRY = 3
_WORD = re.compile(r"[^\W_]+")

DETERMINERS = frozenset(
    "du des au aux del al della dell dello alla allo all dal dalla nel do da no na ao dos das pelo "
    "pela dem den zum zur im vom beim am dit deze this that ce cet cette este esta questo questa "
    "two three deux trois dos tres zwei drei due tre dois twee drie both ambos beide "
    "dieser diese diesen diesem his her its their our notre nuestro nuestra unser unsere".split()
)
"""Words besides the articles that a noun phrase may open with."""

ARTICLES = frozenset(
    "the a an le la les l un une el los las una der die das den dem des ein eine einem einer il lo "
    "gli i o os as um uma de het een his her its their son sa ses leur su sus sein seine seinem "
    "seinen seiner ihr ihre ihrem ihren ihrer suo sua suoi seu zijn haar hun".split()
)
CONNECTORS = frozenset(
    "of for the and de du des d la le les l et aux au a del de los las el y e i di della dell "
    "delle dei degli dello do da das dos der die den dem im am von vom zur zum fur und van het "
    "voor en "
    "in pour para per al alla to at on chez pres pro with with".split()
)
GENITIVES = frozenset(
    "of for de du des d del della dell delle dei degli di do da dos das der van von".split()
)
MODIFIERS = frozenset(
    "presidential opposition party union team club police army military government company bank "
    "central royal rebel separatist student human rights state public private veteran "
    "deputy vice former ex lead chief senior visiting new newly then acting interim outgoing "
    "incoming assistant regional federal national local general international joint first second "
    "co eu un us nato au permanent political veteran late current long time top elected appointed "
    "honorary ancien ancienne nouveau nouvelle nouvel adjoint adjointe sortant actuel actuelle "
    "premier ex nuevo nueva anterior adjunto adjunta entonces actual maximo maxima neue neuer "
    "neuen fruhere fruherer fruheren ehemalige ehemaliger ehemaligen amtierende amtierender "
    "stellvertretende stellvertretender stellvertretenden designierte designierter nuovo nuova "
    "uscente novo nova antigo antiga nieuwe voormalig voormalige oud demissionair europeen "
    "europeenne europeo europea europaischer europaische europaischen europees europese "
    "السابق السابقة الجديد الجديدة الاوروبي الاوروبية".split()
)
_STOPPERS = frozenset(
    "who which that qui que dont quien cuya che cui whose der welcher die said says sagte dit "
    "dijo ha has have had is was were will est sont etait avait sera ist sind hat haben wird "
    "wurde es fue son era sera sono stato e foi heeft had werd was but mais pero aber ma mas maar "
    "when after before "
    "while although قال قالت اكد اكدت اعلن اعلنت الذي التي ان".split()
) - {"der", "die", "e", "es", "is"}
_TOWARDS = frozenset("to in en au aux nach im ad para pour for fur per bei لدى الى في".split())
_NO_COUNTRY_AFTER = frozenset(
    {"special envoy", "negotiator", "coordinator", "ambassador", "consul"}
)


class Token(NamedTuple):
    """One word of a sentence with its offsets in the text and its folded form."""

    start: int
    end: int
    word: str
    key: str
    role_key: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A title: token range, head noun and its place, portfolio."""

    first: int
    last: int
    head: HeadNoun
    head_at: int
    portfolio: str | None


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The words of a stretch of text."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        found.append(Token(match.start(), match.end(), word, fold(word), role_token(word)))
    return found


def country_at(tokens: Sequence[Token], at: int, last: int) -> tuple[str, int] | None:
    """The country that a name or demonym starting at a token means, with its length in tokens."""
    for length in range(min(4, last - at), 0, -1):
        run = tokens[at : at + length]
        words = " ".join(t.word for t in run)
        is_word = length == 1 and words.isascii() and words.islower()
        if is_word and not is_demonym(words):
            continue
        country = country_named(words)
        if country and (length == 1 or run[0].key not in ARTICLES):
            return country, length
    return None


def heads_in(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, HeadNoun]]:
    """Role nouns of a token range, the longest at each place, not overlapping."""
    keys = [t.role_key for t in tokens[first:last]]
    found, at = [], 0
    while at < len(keys):
        head = head_at(keys, at)
        if head:
            found.append((first + at, head))
        at += head.length if head else 1
    return found


def _is_capitalised(token: Token) -> bool:
    return token.word[:1].isupper() or token.word.isdigit()


def _is_arabic(token: Token) -> bool:
    return "\u0600" <= token.word[:1] <= "\u06ff"


_ARABIC_NOUNS = ("ال", "لل", "و")


def is_complement(
    tokens: Sequence[Token],
    first: int,
    last: int,
    *,
    is_set_off: bool,
    most: int = MOST_TOKENS // 2,
) -> bool:
    """Whether tokens can stand between a role noun and its bearer's name.

    Set off by a comma, a complement that begins with a preposition, a demonym or a portfolio may
    hold any noun; without one, only words that cannot be a verb.
    """
    if last - first > most:
        return False
    keys = [t.role_key for t in tokens[first:last]]
    for at in range(first, last):
        token = tokens[at]
        if not _is_capitalised(token) and (token.key in _STOPPERS or _is_arabic_verb(token)):
            return False
        known = (
            token.key in CONNECTORS
            or token.key in MODIFIERS
            or _is_capitalised(token)
            or country_named(token.word) is not None
            or portfolio_at(keys, at - first) is not None
            or (_is_arabic(token) and (token.key.startswith(_ARABIC_NOUNS) or at == first))
        )
        if not known and (not is_set_off or _is_verb(token)):
            return False
    return True


def cut_at_next_office(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a second office begins: "president of Peru | and candidate for ..."."""
    for at, _ in heads_in(tokens, first, last):
        if at > first and tokens[at - 1].key in {"and", "et", "y", "e", "und", "en"}:
            return at - 1
    return last


def _is_left_word(tokens: Sequence[Token], at: int, before: int) -> bool:
    """Whether a token before a role noun belongs to it: portfolio, demonym, modifier, a name."""
    token = tokens[at]
    keys = [t.role_key for t in tokens[at:before]]
    found = portfolio_at(keys, 0)
    return (
        token.key in MODIFIERS
        or (found is not None and token.key not in ARTICLES)
        or country_named(token.word) is not None
        or (token.word == "s" and at > 0)
        or (
            _is_capitalised(token)
            and token.key not in ARTICLES
            and token.key not in _SENTENCE_OPENERS
        )
    )


_SENTENCE_OPENERS = frozenset(
    "according selon segun laut nach secondo segundo volgens in on at with for after when while "
    "but and et mais pour avec en dans apres lorsque y pero con para por tras und aber mit auf "
    "bei nachdem zum e ma con per dopo mas com em na no nos nas apos maar met op bij toen as if "
    "from by under since de du des le la les el los las il lo gli o os der die das den dem het "
    "een mr mrs ms m mme dr "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)


def extend_left(text: str, tokens: Sequence[Token], head: int, stop: int) -> int:
    """The first token of the phrase whose role noun stands at `head`."""
    first = head
    if _is_arabic(tokens[head]):
        return head
    while first > stop and head - first < MOST_TOKENS // 3:
        gap = text[tokens[first - 1].end : tokens[first].start]
        is_initial = gap[:1] == "." and len(tokens[first - 1].word) == 1
        if not _JOINT.fullmatch(gap.removeprefix(".") if is_initial else gap):
            break
        before = first - 1
        if tokens[before].key in {"and", "et", "und", "y"} and before > stop:
            before_gap = text[tokens[before - 1].end : tokens[before].start]
            keys = [t.role_key for t in tokens[before - 1 : head]]
            if not before_gap.isspace() or portfolio_at(keys, 0) is None:
                break
        elif not _is_left_word(tokens, before, head):
            break
        first = before
        if tokens[before].word == "s":
            return max(stop, _owner(tokens, before - 1, stop))
    while first < head and tokens[first].word == "s":
        first += 1
    return first


_JOINT = re.compile(r"[\s\-–‑’'&/()]{0,3}")


def _owner(tokens: Sequence[Token], at: int, stop: int) -> int:
    """The first token of the name that a possessive 's is attached to."""
    for length in range(min(4, at - stop + 1), 1, -1):
        if country_named(" ".join(t.word for t in tokens[at - length + 1 : at + 1])):
            return at - length + 1
    if country_named(tokens[at].word):
        return at
    while (
        at > stop
        and _is_capitalised(tokens[at - 1])
        and tokens[at - 1].key not in _SENTENCE_OPENERS
    ):
        at -= 1
    return at


def owner_at(
    text: str, tokens: Sequence[Token], at: int, floor: int
) -> tuple[int, int, None, str | None] | None:
    """The country that the possessive 's at a token is attached to: range, no role, country."""
    if text[tokens[at - 1].end : tokens[at].start] not in {"'", "’"}:
        return None
    for first in range(max(0, at - _LONGEST_COUNTRY), at):
        start, end = tokens[first].start, tokens[at - 1].end
        if start >= floor and is_country_name(text[start:end]):
            return start, end, None, country_named(text[start:end])
    return None


def _is_arabic_verb(token: Token) -> bool:
    return _is_arabic(token) and token.key in SAYING


def _is_verb(token: Token) -> bool:
    """Whether a word is a verb by list or by a past-tense ending that nouns do not have."""
    return not _is_capitalised(token) and (
        token.key in _STOPPERS or token.key in SAYING or _PAST.search(token.word) is not None
    )


_PAST = re.compile(
    r"^(?:held|met|took|gave|went|came|made|left|led)$|.{3}(?:ed|ó|ò|ou|eu|iu|aient|ait)$"
)


def before_verb(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a relative clause or a verb ends the words that may belong to a title."""
    return next((at for at in range(first, last) if _is_verb(tokens[at])), last)


def countries_of(tokens: Sequence[Token], phrase: Phrase) -> Iterator[str]:
    """The countries that a title's own words give: demonym, possessive or of-phrase, in order."""
    at = phrase.first
    head_last = phrase.head_at + phrase.head.length
    while at < phrase.last:
        is_head = phrase.head_at <= at < head_last
        found = None if is_head else country_at(tokens, at, phrase.last)
        if found and not _is_portfolio(tokens, at, phrase):
            before = tokens[at - 1].key if at > phrase.first else ""
            is_abroad = phrase.head.role in _NO_COUNTRY_AFTER and before in _TOWARDS
            if at >= head_last and is_abroad:
                return
            yield found[0]
        at += found[1] if found else 1


def _is_portfolio(tokens: Sequence[Token], at: int, phrase: Phrase) -> bool:
    """Whether an Arabic word is the portfolio right of its noun ("وزير المالية")."""
    return (
        _is_arabic(tokens[at])
        and phrase.portfolio is not None
        and portfolio_at([t.role_key for t in tokens[at : phrase.last]], 0) is not None
    )


def names_portfolio(words: str) -> bool:
    """Whether one of a list's parts is a portfolio ("ministre de l'Économie, des Finances")."""
    keys = [role_token(word) for word in _WORD.findall(words)]
    return any(portfolio_at(keys, at) for at in range(len(keys)))


def portfolio_of(
    tokens: Sequence[Token], first: int, last: int, at: int, head: HeadNoun
) -> str | None:
    """The portfolio of a role noun within its phrase."""
    if head.portfolio:
        return head.portfolio
    keys = [t.role_key for t in tokens[first:last]]
    return find_portfolio(keys, at - first, at - first + head.length)
