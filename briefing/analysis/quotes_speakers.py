"""Who speaks: reading the words before and after a quotation.

Invariant: only the sentence that a quotation stands in speaks for it, save for pronouns, which look
back, and for a quotation that goes on directly after another; every look is over a bounded number
of words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.analysis.quotes_marks import Quoted
from briefing.analysis.quotes_people import Gender, People, resolve_person
from briefing.analysis.titles_phrases import (
    CONNECTORS,
    Token,
    country_at,
    heads_in,
    portfolio_of,
    tokenise,
)
from briefing.lexicon.roles import COUNTERPART, compose_role
from briefing.lexicon.speech import (
    DROPS_PRONOUNS,
    FEMALE_ARTICLES,
    HE,
    MALE_ARTICLES,
    SAYING,
    SHE,
    SOURCE_PREPOSITIONS,
    STATEMENTS,
    THEY,
)
from briefing.model import Label, Mention, Sentence

_REACH = 260
_NEAR_VERB = 6
_CLAUSE_END = re.compile(r"[.!?;؟…](?=\s|$)|\n")
_PREPOSITIONS = (CONNECTORS | frozenset("by with from about against par avec sans sur contre von mit bei gegen "
    "uber durch con sin sobre contra da sul com sem door met over tegen than after since "
    "ب من الى على في مع عن".split())) - frozenset(
    "the and la le les l el los las y e i die den het en et a o und".split()
)


@dataclass(frozen=True, slots=True)
class Page:
    """What the search for a speaker looks at."""

    text: str
    sentences: tuple[Sentence, ...]
    people: People
    mentions: Sequence[Mention]
    starts: tuple[int, ...] = field(init=False)
    mention_starts: tuple[int, ...] = field(init=False)
    named: tuple[Mention, ...] = field(init=False)

    def __post_init__(self) -> None:
        named = tuple(
            sorted(
                (m for m in self.mentions if m.label in {Label.PER, Label.ORG}),
                key=lambda m: m.start,
            )
        )
        object.__setattr__(self, "starts", tuple(s.start for s in self.sentences))
        object.__setattr__(self, "named", named)
        object.__setattr__(self, "mention_starts", tuple(m.start for m in named))

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that an offset stands in."""
        at = bisect_right(self.starts, offset) - 1
        return self.sentences[at] if at >= 0 and offset <= self.sentences[at].end else None

    def between(self, start: int, end: int) -> list[Mention]:
        """People and organisations within a range."""
        first = bisect_right(self.mention_starts, start - 1)
        last = bisect_right(self.mention_starts, end - 1)
        return [m for m in self.named[first:last] if m.end <= end]


@dataclass(frozen=True, slots=True)
class _Side:
    """The words on one side of a quotation."""

    start: int
    end: int
    tokens: list[Token]
    mentions: list[Mention]
    language: str

    @property
    def people(self) -> list[Mention]:
        return [m for m in self.mentions if m.label is Label.PER]


def _side(page: Page, start: int, end: int, language: str) -> _Side:
    return _Side(start, end, tokenise(page.text, start, end), page.between(start, end), language)


def _after(page: Page, quoted: Quoted, ceiling: int) -> _Side | None:
    """The rest of the clause behind a quotation, if it goes on there."""
    sentence = page.sentence_at(quoted.closing)
    text = page.text
    limit = min(ceiling, quoted.closing + _REACH)
    if sentence is None:
        return None
    rest = text[quoted.closing : quoted.closing + 3].lstrip(" \u00a0,،–—-")
    goes_on = rest[:1].islower() or "\u0600" <= rest[:1] <= "\u06ff"
    if not goes_on:
        limit = min(limit, sentence.end)
        if text[quoted.end : quoted.closing].strip(" \u00a0”“»\"'’,")[:1] in {".", "!", "?"}:
            limit = quoted.closing
        if text[quoted.end - 1] == "." and rest[:1].isupper():
            limit = quoted.closing
    closing = _CLAUSE_END.search(text, quoted.closing, limit)
    end = closing.start() if closing else limit
    side = _side(page, quoted.closing, max(end, quoted.closing), sentence.language)
    return side if side.tokens else None


def _before(page: Page, quoted: Quoted, floor: int) -> _Side | None:
    """The part of the sentence that leads up to a quotation."""
    sentence = page.sentence_at(quoted.opening)
    if sentence is None:
        return None
    start = max(sentence.start, floor, quoted.opening - _REACH)
    side = _side(page, start, quoted.opening, sentence.language)
    return side if side.tokens else None


def _gender_of(token: Token) -> Gender | None:
    if token.key in SHE - HE:
        return "f"
    if token.key in HE - SHE:
        return "m"
    return None


def _pronoun(page: Page, tokens: Sequence[Token], at: int) -> Mention | None:
    return resolve_person(page.people, tokens[at].start, gender=_gender_of(tokens[at]))


def _bare_title(page: Page, tokens: Sequence[Token], first: int, last: int) -> Mention | None:
    """The person meant by a title without a name ("la ministre espagnole", "the coach")."""
    heads = heads_in(tokens, first, min(last, first + _NEAR_VERB))
    if not heads or heads[0][1].is_plural or heads[0][1].role == COUNTERPART:
        return None
    at, head = heads[0]
    role = compose_role(head.role, portfolio_of(tokens, first, min(last, at + 6), at, head))
    countries = [country_at(tokens, n, last) for n in range(first, min(last, at + head.length + 2))]
    country = next((c[0] for c in countries if c), None)
    article = tokens[at - 1].key if at > 0 else ""
    gender: Gender | None = None
    if article in FEMALE_ARTICLES:
        gender = "f"
    elif article in MALE_ARTICLES:
        gender = "m"
    if tokens[at].start == 0:
        return None
    return resolve_person(
        page.people, tokens[at].start, gender=gender, role=role, country=country
    )


def _is_prepositional(side: _Side, mention: Mention, text: str) -> bool:
    """Whether a name hangs on a preposition, so that it cannot be a verb's subject."""
    start = mention.title.start if mention.title and mention.title.end <= mention.start else mention.start
    before = [t for t in side.tokens if t.end <= start]
    if not before:
        return False
    near = before[-1]
    if near.key in {"le", "la", "les", "el", "los", "der", "die", "das", "dem", "den", "the", "l", "il"}:
        near = before[-2] if len(before) > 1 else near
    is_adjacent = not re.search(r"[,:;()]", text[near.end : start])
    return is_adjacent and (near.key in _PREPOSITIONS or (near.key == "s" and len(before) > 1))


def _speaking(side: _Side) -> list[int]:
    return [n for n, t in enumerate(side.tokens) if t.key in SAYING]


def _from_after(page: Page, side: _Side) -> Mention | None:
    """The speaker named behind a quotation: "..., said X", "... X told reporters", "a-t-elle dit"."""
    tokens = side.tokens
    verbs = [v for v in _speaking(side) if v <= _NEAR_VERB + 4]
    people = side.people
    first_name = people[0] if people else None
    if first_name:
        start = first_name.title.start if first_name.title else first_name.start
        words_before = [t for t in tokens if t.end <= min(start, first_name.start)]
        has_verb = any(t.key in SAYING for t in words_before)
        verb_follows = any(t.key in SAYING for t in tokens if t.start >= first_name.end)
        is_near = len(words_before) <= (_NEAR_VERB + 2 if has_verb else 3)
        pronoun_first = any(t.key in HE | SHE for t in words_before)
        is_subject = has_verb or verb_follows or len(words_before) in {1, 2, 3}
        if is_near and is_subject and not pronoun_first and not _is_prepositional(side, first_name, page.text):
            return first_name
    for at, token in enumerate(tokens[: _NEAR_VERB + 2]):
        if token.key in HE | SHE and verbs and abs(at - verbs[0]) <= 2:
            return _pronoun(page, tokens, at)
    if not verbs:
        return _source(page, side)
    found = _bare_title(page, tokens, max(0, verbs[0] - 3), len(tokens))
    if found:
        return found
    organisations = [m for m in side.mentions if m.label is Label.ORG]
    if organisations and verbs[0] <= _NEAR_VERB:
        near = [t for t in tokens if t.end <= organisations[0].start]
        hangs = _is_prepositional(side, organisations[0], page.text)
        if not hangs or any(t.key in STATEMENTS for t in near):
            return organisations[0]
    follows = tokens[verbs[0] + 1].key if verbs[0] + 1 < len(tokens) else ""
    if side.language in DROPS_PRONOUNS and verbs[0] <= 2 and follows not in THEY:
        return resolve_person(page.people, side.start)
    return None


def _source(page: Page, side: _Side) -> Mention | None:
    """The source of "according to X", wherever it stands beside the quotation."""
    for mention in side.mentions:
        start = mention.title.start if mention.title and mention.title.end <= mention.start else mention.start
        lead = " ".join(t.key for t in side.tokens if t.end <= start and start - t.end < 40)
        for preposition in SOURCE_PREPOSITIONS:
            if re.search(rf"\b{re.escape(preposition)}(?: (?:le|la|les|l|el|the|der|den|dem|il|o|a))?$", lead):
                return mention
    return None


def _from_before(page: Page, side: _Side, quoted: Quoted) -> Mention | None:
    """The speaker named ahead of a quotation: "X said: ...", "X called it ...", "Elle a dit ..."."""
    tokens, text = side.tokens, page.text
    source = _source(page, side)
    if source:
        return source
    verbs = _speaking(side)
    subjects = [m for m in side.mentions if not _is_prepositional(side, m, text)]
    people = [m for m in subjects if m.label is Label.PER]
    if people and verbs:
        verb = tokens[verbs[-1]]
        ahead = [m for m in people if m.end <= verb.start]
        return ahead[-1] if ahead else people[0]
    if people:
        return people[-1] if ":" in text[people[-1].end : quoted.opening] else people[0]
    for at, token in enumerate(tokens):
        if token.key in HE | SHE and (at < 3 or at + 1 < len(tokens) and tokens[at + 1].key in SAYING):
            return _pronoun(page, tokens, at)
        if token.key in THEY and at < 3:
            return None
    if verbs:
        found = _bare_title(page, tokens, 0, verbs[-1])
        if found:
            return found
        organisations = [m for m in subjects if m.label is Label.ORG]
        if organisations:
            ahead = [m for m in organisations if m.end <= tokens[verbs[-1]].start]
            return ahead[-1] if ahead else organisations[0]
        if side.language in DROPS_PRONOUNS and verbs[0] <= 2:
            return resolve_person(page.people, side.start)
    return None


def _is_embedded(side: _Side) -> bool:
    return len(side.tokens) > 2


def find_speaker(
    page: Page, quoted: Quoted, floor: int, ceiling: int, previous: Mention | None
) -> Mention | None:
    """The mention that a quotation is given to; `previous` spoke the one before it."""
    before, after = _before(page, quoted, floor), _after(page, quoted, ceiling)
    readings = []
    if before:
        readings.append(lambda: _from_before(page, before, quoted))
    if after:
        readings.insert(0 if not before or not _is_embedded(before) else 1, lambda: _from_after(page, after))
    for reading in readings:
        found = reading()
        if found:
            return found
    follows_on = floor < quoted.opening and not page.between(floor, quoted.opening)
    return previous if previous and follows_on else None
