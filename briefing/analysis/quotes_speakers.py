"""Who speaks: reading the words before and after a quotation.

Invariant: only the sentence that a quotation stands in speaks for it, save for pronouns, which look
back, and for a quotation that goes on directly after another; every look is over a bounded number
of words. A rule answers with a mention, with UNNAMED where somebody speaks whom the page does not
name, or with None where it has nothing to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum

from briefing.analysis.quotes_marks import Quoted
from briefing.analysis.quotes_people import Gender, resolve_person, surname, title_start
from briefing.analysis.quotes_sides import Page, Side, paragraph_start, side_after, side_before
from briefing.analysis.titles_phrases import (
    CONNECTORS,
    Token,
    country_at,
    heads_in,
    portfolio_of,
)
from briefing.lexicon.folding import fold
from briefing.lexicon.roles import COUNTERPART, compose_role
from briefing.lexicon.speech import (
    COMPLEMENTIZERS,
    DROPS_PRONOUNS,
    FEMALE_ARTICLES,
    HE,
    INDEFINITE,
    MALE_ARTICLES,
    PREPOSITIONS,
    SAYING,
    SHE,
    SOURCE_PREPOSITIONS,
    STATEMENTS,
    THEY,
)
from briefing.model import Label, Mention, Sentence

_SOURCE_REACH = 40
_NEAR_VERB = 6
_NEXT = 2
_OPENING = 3
_NOT_SUBJECTS = (PREPOSITIONS | CONNECTORS) - frozenset(
    "the and la le les l el los las y e i die den het en et a o und".split()
)
_BETWEEN_WORDS = frozenset("le la les el los las der die das dem den the l il het".split())
_SOURCE = re.compile(
    r"\b(?:"
    + "|".join(re.escape(p) for p in SOURCE_PREPOSITIONS)
    + r")(?: (?:le|la|les|l|el|the|der|den|dem|il|o|a))?$"
)


_RELATIVES = frozenset("who which qui dont que quien der die das che cui die الذي التي".split())
_SUBJECT_REACH = 4


class Unnamed(Enum):
    """Somebody speaks whom the page does not name ("an official", "the ministers")."""

    UNNAMED = "unnamed"


Speaker = Mention | Unnamed | None


Rule = Callable[[Side], Speaker]


def _gender_of(token: Token) -> Gender | None:
    if token.key in SHE - HE:
        return "f"
    return "m" if token.key in HE - SHE else None


def _is_pronoun(side: Side, at: int) -> bool:
    """Whether a token is a pronoun; Spanish "el" and Italian "il" are articles."""
    token = side.tokens[at]
    is_article = token.word.casefold() == "el" or (token.key == "il" and side.language == "it")
    return token.key in HE | SHE and not is_article


def _resolve_pronoun(side: Side, at: int) -> Speaker:
    found = resolve_person(
        side.page.people, side.tokens[at].start, gender=_gender_of(side.tokens[at])
    )
    return found or Unnamed.UNNAMED


def _resolve_title(side: Side, first: int, last: int) -> Speaker:
    """The person meant by a title without a name ("la ministre espagnole", "the coach")."""
    tokens = side.tokens
    heads = heads_in(tokens, max(0, first), min(last, first + _NEAR_VERB))
    heads = [(at, head) for at, head in heads if head.role != COUNTERPART]
    if not heads:
        return None
    at, head = heads[0]
    article = tokens[at - 1].key if at > 0 else ""
    if head.is_plural or article in INDEFINITE:
        return Unnamed.UNNAMED
    end = min(last, at + head.length + _NEAR_VERB)
    countries = [country_at(tokens, n, end) for n in range(max(0, at - 2), min(end, at + 3))]
    gender: Gender | None = "f" if article in FEMALE_ARTICLES else None
    found = resolve_person(
        side.page.people,
        tokens[at].start,
        gender="m" if article in MALE_ARTICLES else gender,
        role=compose_role(head.role, portfolio_of(tokens, 0, end, at, head)),
        country=next((c[0] for c in countries if c), None),
    )
    return found or _sole_subject(side.page, side.start, gender) or Unnamed.UNNAMED


def _hangs_on_preposition(side: Side, mention: Mention) -> bool:
    """Whether a name hangs on a preposition, so that it cannot be a verb's subject."""
    start = title_start(mention)
    before = [t for t in side.tokens if t.end <= start]
    if not before:
        return False
    near = before[-1]
    is_article = near.key in _BETWEEN_WORDS or (near.key == "de" and side.language == "nl")
    if is_article and len(before) > 1:
        near = before[-2]
    if re.search(r"[,:;()،]", side.page.text[near.end : start]):
        return False
    is_object = near.key == "a" and side.language in {"es", "it"}
    return near.key in _NOT_SUBJECTS or is_object or (near.key == "s" and len(before) > 1)


def _source(side: Side) -> Speaker:
    """The source of "according to X", wherever it stands beside the quotation."""
    for mention in side.mentions:
        start = title_start(mention)
        lead = [t.key for t in side.tokens if t.end <= start and start - t.end < _SOURCE_REACH]
        if _SOURCE.search(" ".join(lead)):
            return mention
    return None


def _named_after(side: Side) -> Speaker:
    """A person named behind a quotation as a subject: "..., said X", "... X told reporters"."""
    if not side.people:
        return None
    first = side.people[0]
    ahead = [t.key for t in side.tokens if t.end <= title_start(first)]
    has_verb = any(key in SAYING for key in ahead[-_NEAR_VERB:])
    follows = any(t.key in SAYING for t in side.tokens if t.start >= first.end)
    is_near = has_verb or len(ahead) <= _OPENING
    is_subject = has_verb or follows or ahead
    has_pronoun = any(_is_pronoun(side, at) for at in range(len(ahead)))
    if is_near and is_subject and not has_pronoun and not _hangs_on_preposition(side, first):
        return first
    return None


def _pronoun_after(side: Side) -> Speaker:
    """A pronoun beside the verb: "she said", "a-t-elle promis"."""
    for at in range(min(len(side.tokens), _NEAR_VERB + _NEXT)):
        if _is_pronoun(side, at) and side.verbs and abs(at - side.verbs[0]) <= _NEXT:
            return _resolve_pronoun(side, at)
    return None


def _title_after(side: Side) -> Speaker:
    """A title without a name beside the verb: "dijo la ministra", "the coach said"."""
    if not side.verbs or side.verbs[0] > _NEAR_VERB + _NEXT:
        return None
    verb = side.verbs[0]
    return _resolve_title(side, verb - _OPENING, min(len(side.tokens), verb + _NEAR_VERB))


def _organisation_after(side: Side) -> Speaker:
    """An institution behind the verb: "said the ministry", "indique un communiqué du ministère"."""
    if not side.organisations or not side.verbs or side.verbs[0] > _NEAR_VERB:
        return None
    first = side.organisations[0]
    ahead = [t.key for t in side.tokens if t.end <= first.start]
    if not _hangs_on_preposition(side, first) or any(key in STATEMENTS for key in ahead):
        return first
    return None


def _dropped(side: Side) -> Speaker:
    """A verb with no subject, in the languages that allow it: "afirmó en la clausura"."""
    if side.language not in DROPS_PRONOUNS or not side.verbs or side.verbs[0] > _NEXT:
        return None
    follows = side.tokens[side.verbs[0] + 1].key if side.verbs[0] + 1 < len(side.tokens) else ""
    if follows in THEY:
        return None
    return resolve_person(side.page.people, side.start, floor=paragraph_start(side))


def _named_before(side: Side) -> Speaker:
    """A person ahead of a quotation as a subject: "X said: ...", "X hailed the ..."."""
    people = [m for m in side.people if not _hangs_on_preposition(side, m)]
    if not people:
        return None
    if not side.verbs:
        return people[-1] if side.page.text[side.start : side.end].rstrip()[-1:] == ":" else None
    return _subject(side, people)


def _subject(side: Side, named: Sequence[Mention]) -> Mention | None:
    """The subject of the last verb of saying: before it, or close behind it in the main clause."""
    verb = side.tokens[side.verbs[-1]]
    ahead = [m for m in named if m.end <= verb.start]
    if ahead:
        return None if _has_own_verb(side, ahead[-1], verb) else ahead[-1]
    follows = [t for t in side.tokens if verb.end <= t.start and t.end <= title_start(named[0])]
    is_main = all(t.key not in COMPLEMENTIZERS for t in follows)
    return named[0] if is_main and len(follows) <= _NEAR_VERB else None


def _has_own_verb(side: Side, mention: Mention, verb: Token) -> bool:
    """Whether another verb of saying, not of a relative clause, stands between a name and a verb.

    "X has not said whether ..., and Y called it": X calls nothing.
    """
    between = [t for t in side.tokens if mention.end <= t.start and t.end <= verb.start]
    if not between or between[0].key in _RELATIVES:
        return False
    own = [t for t in between if t.key in SAYING]
    return bool(own) and "," in side.page.text[own[-1].end : verb.start]


def _pronoun_before(side: Side) -> Speaker:
    """A pronoun as the subject of the sentence that holds a quotation."""
    tokens = side.tokens
    for at, token in enumerate(tokens):
        is_subject = at < _OPENING or (at + 1 < len(tokens) and tokens[at + 1].key in SAYING)
        if is_subject and _is_pronoun(side, at):
            return _resolve_pronoun(side, at)
        if token.key in THEY and at < _OPENING:
            return Unnamed.UNNAMED
    return None


def _title_before(side: Side) -> Speaker:
    """A title without a name as the subject: "The commissioner called it ..."."""
    if not side.verbs:
        return None
    verb, end = side.verbs[-1], len(side.tokens)
    ahead = _resolve_title(side, 0, verb)
    return ahead or _resolve_title(side, verb, min(end, verb + _NEAR_VERB))


def _organisation_before(side: Side) -> Speaker:
    """An institution as the subject ahead of a quotation."""
    found = [m for m in side.organisations if not _hangs_on_preposition(side, m)]
    return _subject(side, found) if found and side.verbs else None


def _described_after(side: Side) -> Speaker:
    """Somebody described beside the verb ("the left back said"): whom the sentence before names."""
    if not side.verbs or side.verbs[0] > _NEAR_VERB or side.mentions:
        return None
    near = [t.key for t in side.tokens[: side.verbs[0] + _OPENING]]
    articles = FEMALE_ARTICLES | MALE_ARTICLES | {"the", "de", "het"}
    return _sole_subject(side.page, side.start, None) if articles.intersection(near) else None


def _sole_subject(page: Page, offset: int, gender: Gender | None) -> Speaker:
    """The one person whom the sentence before opens with, where it names no other."""
    here = page.sentence_at(offset)
    before = page.sentence_before(here) if here else None
    if here is None or before is None or "\n\n" in page.text[before.end : here.start]:
        return None
    named = [m for m in page.between(before.start, before.end) if m.label is Label.PER]
    if len({surname(m) for m in named}) != 1:
        return None
    lead = page.text[before.start : title_start(named[0])].split()
    known = page.people.genders.get(surname(named[0]))
    if gender and known and known != gender:
        return None
    is_subject = len(lead) <= _SUBJECT_REACH and not (lead and fold(lead[-1]) in PREPOSITIONS)
    return named[0] if is_subject else None


_AFTER_RULES: tuple[Rule, ...] = (
    _named_after,
    _pronoun_after,
    _source,
    _title_after,
    _organisation_after,
    _dropped,
    _described_after,
)
_BEFORE_RULES: tuple[Rule, ...] = (
    _source,
    _named_before,
    _pronoun_before,
    _title_before,
    _organisation_before,
    _dropped,
)


def _apply(rules: Sequence[Rule], side: Side | None) -> Speaker:
    if side is None:
        return None
    return next((found for rule in rules if (found := rule(side)) is not None), None)


def find_speaker(
    page: Page, quoted: Quoted, floor: int, ceiling: int, previous: Mention | None
) -> Mention | None:
    """The mention that a quotation is given to; `previous` spoke the one before it."""
    before, after = side_before(page, quoted, floor), side_after(page, quoted, ceiling)
    sentence = page.sentence_at(quoted.opening)
    if _is_proper_name(page.text[quoted.start : quoted.end]) and not _is_german(sentence):
        return None
    is_embedded = before is not None and len(before.tokens) >= _OPENING
    found = _apply(_BEFORE_RULES, before) if is_embedded else _apply(_AFTER_RULES, after)
    if found is None:
        found = _apply(_AFTER_RULES, after) if is_embedded else _apply(_BEFORE_RULES, before)
    if found is None and previous and _goes_on(page, before, floor, quoted, previous):
        return previous
    if found is None and previous is None and _stands_alone(page, quoted):
        found = _sole_subject(page, quoted.opening, None)
    return found if isinstance(found, Mention) else None


def _stands_alone(page: Page, quoted: Quoted) -> bool:
    """Whether a sentence is a quotation and nothing else."""
    sentence = page.sentence_at(quoted.opening)
    if sentence is None:
        return False
    rest = page.text[sentence.start : quoted.opening] + page.text[quoted.closing : sentence.end]
    return not any(c.isalnum() for c in rest)


def _is_german(sentence: Sentence | None) -> bool:
    """Whether all nouns have capitals here, so that these tell no name."""
    return sentence is not None and sentence.language == "de"


def _is_proper_name(words: str) -> bool:
    """Whether quoted words are the name of a thing ("Media Research Center"), not speech."""
    long = [w for w in words.split() if len(w) > _OPENING]
    is_short = len(words.split()) <= _NEAR_VERB and words[-1] not in ".!?…"
    return is_short and len(long) > 1 and all(w[:1].isupper() for w in long)


def _goes_on(
    page: Page, before: Side | None, floor: int, quoted: Quoted, previous: Mention
) -> bool:
    """Whether nothing between two quotations brings in another speaker."""
    between = [m for m in page.between(floor, quoted.opening) if m != previous]
    if not between:
        return True
    is_one_sentence = page.sentence_at(floor) == page.sentence_at(quoted.opening)
    is_silent = before is not None and not before.verbs
    return is_one_sentence and is_silent and all(m.label is not Label.PER for m in between)
